import type { CalendarDay, Leave, Task } from '#features/schedule/schedule.contract.ts';
import type { Day } from '#platform/shared/calendar.ts';

/** The whole schedule on one page, as a wall wants it. */
export type GanttData = {
  /** The campaign's name. */
  title: string;
  company: string;
  lead: string;
  startsOn: Day;
  endsOn: Day;
  /** D-day, where there is one. */
  eventFrom: Day | null;
  eventTo: Day | null;
  today: Day;
  /** In the order of T2: by phase. */
  tasks: readonly Task[];
  /** The company's own days. */
  calendar: readonly CalendarDay[];
  /** When those who do the tasks are away. */
  leave?: readonly Leave[];
};
