export { remindOfBriefings } from './briefing.jobs.ts';
