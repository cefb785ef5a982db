import { addDays, daysBetween, type Day } from '#platform/shared/calendar.ts';
import { rewriteWhen } from '../times/schedule.rewrite.rules.ts';
import type { Phase, TaskState } from '../schedule.rules.ts';
import { isRelative } from '../times/schedule.time.rules.ts';
import { readTaskWhen, workingDaysFrom, type CampaignDays, type TaskDays, type Works } from '../times/schedule.when.rules.ts';

/** What of a task matters when D-day moves. */
export interface RebasedTask extends TaskDays {
  readonly id: string;
  readonly title: string;
  readonly phase: Phase;
  readonly state: TaskState;
  readonly whenText: string;
  /** Does not move when others do. */
  readonly fixed: boolean;
}

/** A task whose text is told from the event: the text stays, its days follow. */
export interface FollowingTask {
  readonly task: RebasedTask;
  readonly from: TaskDays;
  readonly to: TaskDays;
}

/**
 * Why a task that keeps its days no longer fits: `outside` the campaign, a preparation that is not finished before D-day (`late`), work on site
 * that is not on the days of the event (`offEvent`), a retrospective that begins before the event has ended (`early`).
 */
export type Misfit = 'outside' | 'late' | 'offEvent' | 'early';
export interface StayingTask {
  readonly task: RebasedTask;
  readonly why: Misfit;
}

/** D-day, or the first day of a campaign without one. */
export const dDayOf = ({ eventFrom, startsOn }: CampaignDays): Day => eventFrom ?? startsOn;
const lastDayOf = ({ eventTo, eventFrom, endsOn }: CampaignDays): Day => eventTo ?? eventFrom ?? endsOn;

/** What is done or called off has happened: its days are history. */
const isOpen = ({ state }: RebasedTask): boolean => state !== 'done' && state !== 'cancelled';
const isSame = (a: TaskDays, b: TaskDays): boolean => a.startOn === b.startOn && a.endOn === b.endOn;

/** The tasks that move because their text is told from the event. One that a person has put on other days than its text says stays where it was put. */
export function followingTasks(tasks: readonly RebasedTask[], before: CampaignDays, after: CampaignDays, works: Works): readonly FollowingTask[] {
  return tasks.flatMap((task): FollowingTask[] => {
    if (!isOpen(task) || !isRelative(task.whenText)) return [];
    const meant = readTaskWhen(task.whenText, before, works);
    const stored: TaskDays = { startOn: task.startOn, endOn: task.endOn, dueTime: task.dueTime };
    const undated = task.startOn === null && task.endOn === null;
    if (!undated && !isSame(meant, stored)) return [];
    const { startOn, endOn } = readTaskWhen(task.whenText, after, works);
    const to: TaskDays = { startOn, endOn, dueTime: task.dueTime };
    return isSame(stored, to) ? [] : [{ task, from: stored, to }];
  });
}

const spanOf = ({ startOn, endOn }: TaskDays): readonly [Day, Day] | undefined => {
  const [from, to] = [startOn ?? endOn, endOn ?? startOn];
  return from !== null && to !== null ? [from, to] : undefined;
};

function misfit({ phase }: RebasedTask, [from, to]: readonly [Day, Day], campaign: CampaignDays): Misfit | undefined {
  const { startsOn, endsOn, eventFrom } = campaign;
  if (from < startsOn || to > endsOn) return 'outside';
  if (eventFrom === null) return undefined;
  const last = lastDayOf(campaign);
  if (phase === 'preparation' && to >= eventFrom) return 'late';
  if (phase === 'retrospective' && from <= last) return 'early';
  return phase === 'execution' && (from > last || to < eventFrom) ? 'offEvent' : undefined;
}

/** The tasks that keep their days and did fit, and no longer do. */
export function stayingTasks(tasks: readonly RebasedTask[], before: CampaignDays, after: CampaignDays, works: Works): readonly StayingTask[] {
  const following = new Set(followingTasks(tasks, before, after, works).map(({ task }) => task.id));
  return tasks.flatMap((task): StayingTask[] => {
    const span = spanOf(task);
    if (!span || !isOpen(task) || following.has(task.id)) return [];
    const why = misfit(task, span, after);
    return why !== undefined && misfit(task, span, before) !== why ? [{ task, why }] : [];
  });
}

/** How many working days a period has, both ends counted. */
function worksIn(from: Day, to: Day, works: Works): number {
  let count = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) if (works(day)) count += 1;
  return count;
}

/** The day itself when it is worked, else the next one in that direction; the day itself, too, where nobody works for weeks. */
function landed(day: Day, step: 1 | -1, works: Works): Day {
  return works(day) ? day : workingDaysFrom(day, step, works);
}

/**
 * A period by so many days later. What stood on working days stands on working days again and keeps their number: before the event counted back
 * from its last day, so that nothing slips past D-day, after it counted from its first one. On site days are days.
 */
function shifted([from, to]: readonly [Day, Day], by: number, phase: Phase, works: Works): readonly [Day, Day] {
  const plain = [addDays(from, by), addDays(to, by)] as const;
  const length = worksIn(from, to, works);
  if (phase === 'execution' || length === 0 || !works(from) || !works(to)) return plain;
  if (phase === 'preparation') {
    const end = landed(plain[1], -1, works);
    return [workingDaysFrom(end, 1 - length, works), end];
  }
  const start = landed(plain[0], 1, works);
  return [start, workingDaysFrom(start, length - 1, works)];
}

/** What a shift changes of a task: the text in its own form, and its days. */
export interface ShiftedTask {
  readonly task: RebasedTask;
  readonly to: TaskDays & { readonly whenText: string };
}

/** Every open task that does not follow by itself, by as many days as D-day moves. What is fixed stays. */
export function shiftedTasks(tasks: readonly RebasedTask[], before: CampaignDays, after: CampaignDays, works: Works): readonly ShiftedTask[] {
  const by = daysBetween(dDayOf(before), dDayOf(after));
  const following = new Set(followingTasks(tasks, before, after, works).map(({ task }) => task.id));
  if (by === 0) return [];
  return tasks.flatMap((task): ShiftedTask[] => {
    const span = spanOf(task);
    if (!span || !isOpen(task) || task.fixed || following.has(task.id) || isRelative(task.whenText)) return [];
    const [startOn, endOn] = shifted(span, by, task.phase, works);
    const days = { startOn: task.startOn === null ? null : startOn, endOn: task.endOn === null ? null : endOn };
    if (isSame({ ...days, dueTime: null }, task)) return [];
    return [{ task, to: { ...days, dueTime: task.dueTime, whenText: rewriteWhen(task.whenText, task, days, after, works) } }];
  });
}
