import type { Day } from '#platform/shared/calendar.ts';
import { compute, computeBackwards } from '../engine/schedule.engine.rules.ts';
import { linkBound } from '../engine/schedule.forward.rules.ts';
import type { LinkType, PlanCalendar, PlannedTask } from './schedule.planned.rules.ts';
import { dayOf, tickOf } from './schedule.days.rules.ts';
import { NONE, ROLE } from '../engine/schedule.network.rules.ts';
import { endOf, placePlan, startOf, type Placed, type Side } from './schedule.place.rules.ts';

/** Days are inclusive: `earlyFinish` is the last day. Slack counts days of the task's own unit: calendar or working days. */
export interface PlanDates {
  readonly earlyStart: Day;
  readonly earlyFinish: Day;
  readonly lateStart: Day;
  readonly lateFinish: Day;
  /** How far it may slip before the end, a fixed task or a due day is lost; negative when it already is. */
  readonly totalSlack: number;
  /** How far it may slip before another task must move. */
  readonly freeSlack: number;
  readonly critical: boolean;
}

/** A task that stands earlier than one of its links allows, by so many calendar days. */
export interface ViolatedLink {
  readonly taskId: string;
  readonly predecessorId: string;
  readonly type: LinkType;
  readonly byDays: number;
}

export interface PlanAnalysis {
  /** By the id of the task; without those that are cancelled or have no dates. */
  readonly tasks: ReadonlyMap<string, PlanDates>;
  /** Circles of waiting by the ids of their tasks, each in the order of waiting. Their own links are not looked at. */
  readonly cycles: readonly (readonly string[])[];
  readonly violated: readonly ViolatedLink[];
  /** The last day on which something ends; null without dates. */
  readonly finish: Day | null;
}

const LINK_NAMES: readonly LinkType[] = ['FS', 'SS', 'FF', 'SF'];

function violatedLinks({ ids, prepared, stored }: Placed): ViolatedLink[] {
  const { role, linkFrom, linkTo, linkType, ownerOf, inLinks } = prepared;
  return Array.from(inLinks).toSorted((a, b) => a - b).flatMap((link) => {
    const to = linkTo[link] as number;
    if (role[to] !== ROLE.task) return [];
    const bound = linkBound(prepared, stored, link);
    const byDays = bound === NONE ? 0 : bound - (stored.earlyStart[to] as number);
    if (byDays <= 0) return [];
    return [{ taskId: ids[to] as string, predecessorId: ids[ownerOf[linkFrom[link] as number] as number] as string, type: LINK_NAMES[linkType[link] as number] as LinkType, byDays }];
  });
}

const latestDay = (days: readonly Day[]): Day | null => days.reduce<Day | null>((last, day) => (last === null || day > last ? day : last), null);

/**
 * What the plan as it stands means. Stored days are the plan: an open task does not begin before its stored start, what is done or fixed does not move.
 * Late dates count back from fixed tasks, due days and the end of the plan. `pinned`: what does not move either, D-day (`dDayIds`): slack before it is what is left until it.
 */
export function analysePlan(tasks: readonly PlannedTask[], calendar: PlanCalendar, pinned: ReadonlySet<string> = new Set()): PlanAnalysis {
  const placed = placePlan(tasks, calendar, pinned);
  const { ids, prepared, stored, sides } = placed;
  const result = compute(prepared);
  const dates = new Map<string, PlanDates>();
  ids.forEach((id, index) => {
    const early = result.earlyStart[index] as number;
    if (early === NONE || prepared.role[index] === ROLE.passive) return;
    const moved = early !== stored.earlyStart[index];
    const side: Side = sides[index] === 'start' && moved ? 'end' : (sides[index] as Side);
    dates.set(id, {
      earlyStart: startOf(early, side), earlyFinish: endOf(result.earlyFinish[index] as number, side),
      lateStart: startOf(result.lateStart[index] as number, side), lateFinish: endOf(result.lateFinish[index] as number, side),
      totalSlack: prepared.role[index] === ROLE.done ? 0 : (result.totalSlack[index] as number), freeSlack: result.freeSlack[index] as number,
      critical: result.critical[index] === 1,
    });
  });
  return {
    tasks: dates, violated: violatedLinks(placed), cycles: prepared.cycles.map((cycle) => cycle.map((index) => ids[index] as string)),
    finish: latestDay([...dates.values()].map((task) => task.earlyFinish)),
  };
}

/** What a plan is told back from: the tasks that are D-day, or a day that everything placed before it must not reach. */
export type DDay = { readonly taskIds: readonly string[] } | { readonly day: Day };

export interface LatestDates {
  readonly id: string;
  /** Null for a task without dates: nobody knows how long it takes. */
  readonly latestStart: Day | null;
  readonly latestEnd: Day;
  /** How much later than it stands it may be, in days of its unit; negative when it is too late. Null for a task without dates. */
  readonly spare: number | null;
}

/** The latest dates that still hold D-day, for every open task that leads to it, a fixed task or a due day, in the order of the plan. */
export function planBackwards(tasks: readonly PlannedTask[], target: DDay, calendar: PlanCalendar): LatestDates[] {
  const placed = placePlan(tasks, calendar, 'taskIds' in target ? new Set(target.taskIds) : new Set());
  const { ids, prepared, stored, sides } = placed;
  if ('day' in target) {
    const bound = tickOf(target.day);
    for (let index = 0; index < ids.length; index += 1) {
      const finish = stored.earlyFinish[index] as number;
      if (prepared.role[index] === ROLE.task && finish <= bound) prepared.deadline[index] = prepared.deadline[index] === NONE ? bound : Math.min(bound, prepared.deadline[index] as number);
    }
  }
  const result = computeBackwards(prepared);
  return ids.flatMap((id, index): LatestDates[] => {
    const late = result.lateFinish[index] as number;
    const role = prepared.role[index];
    if (late === NONE || (role !== ROLE.task && role !== ROLE.passive)) return [];
    if (role === ROLE.passive) return [{ id, latestStart: null, latestEnd: dayOf(late - 1), spare: null }];
    const side = sides[index] as Side;
    const own = placed.calendarAt(index);
    const spare = own.workAt(late) - own.workAt(stored.earlyFinish[index] as number);
    return [{ id, latestStart: startOf(result.lateStart[index] as number, side), latestEnd: endOf(late, side), spare }];
  });
}
