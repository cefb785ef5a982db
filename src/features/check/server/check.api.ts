export { checkSettings } from './check.views.ts';
