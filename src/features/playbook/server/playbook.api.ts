export { loadPlaybookFacts } from './playbook.store.ts';
