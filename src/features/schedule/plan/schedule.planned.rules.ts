import type { Day } from '#platform/shared/calendar.ts';
import type { WorkCalendar } from '../engine/schedule.calendar.rules.ts';
import type { TaskLink } from '../schedule.contract.ts';
import { workdayCalendar, type DayRules } from './schedule.days.rules.ts';
import type { TaskState } from '../schedule.rules.ts';

export type LinkType = TaskLink['type'];

/** What the engine needs to know of a task; the contract's `Task` is one. Days are inclusive. */
export interface PlannedTask {
  readonly id: string;
  readonly title: string;
  readonly startOn: Day | null;
  readonly endOn: Day | null;
  readonly links: readonly TaskLink[];
  readonly notBeforeOn: Day | null;
  readonly dueOn: Day | null;
  /** Does not move, and what leads to it counts back from it. */
  readonly fixed: boolean;
  readonly milestone: boolean;
  readonly parentId: string | null;
  readonly durationUnit: 'day' | 'workday';
  readonly state: TaskState;
}

/** When work is done: in general, and by the person of a task whose leave is known. */
export interface PlanCalendar {
  readonly workdays: WorkCalendar;
  readonly ofTask?: ((taskId: string) => WorkCalendar | undefined) | undefined;
}

/** The company's working days. `leaveOf` gives the days off of whoever does a task; people with the same days off may share one array. */
export function planCalendar(overrides?: DayRules['overrides'], leaveOf: (taskId: string) => readonly Day[] | undefined = () => undefined): PlanCalendar {
  const made = new Map<readonly Day[], WorkCalendar>();
  const workdays = workdayCalendar({ overrides });
  const ofTask = (taskId: string): WorkCalendar => {
    const leave = leaveOf(taskId);
    if (leave === undefined || leave.length === 0) return workdays;
    const calendar = made.get(leave) ?? workdayCalendar({ overrides, leave });
    made.set(leave, calendar);
    return calendar;
  };
  return { workdays, ofTask };
}
