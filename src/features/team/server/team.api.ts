export { placeMember } from './team.service.ts';
export { memberRows } from './team.views.ts';
