import type { Day } from '#platform/shared/calendar.ts';

/** An approval that the document carries: the version it covers, by whom and on which day. */
export type Seal = { subject: 'plan' | 'evaluation'; version: number; approvedBy: string; approvedOn: Day };
