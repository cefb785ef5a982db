export { memberAbsences, standIns } from './team.absence.views.ts';
export { placeMember } from './team.service.ts';
export { areaRows, groupDuties, memberRows } from './team.views.ts';
export { adoptTeam, type TeamDivision } from './team.work.service.ts';
