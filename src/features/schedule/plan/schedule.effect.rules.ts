import { daysBetween, type Day } from '#platform/shared/calendar.ts';
import { between } from '../engine/schedule.calendar.rules.ts';
import { computeBackwards } from '../engine/schedule.engine.rules.ts';
import { Walk, type Blocked, type MovedTask, type PlanChange } from './schedule.move.rules.ts';
import { NONE, ROLE } from '../engine/schedule.network.rules.ts';
import type { PlanCalendar, PlannedTask } from './schedule.planned.rules.ts';

/** A task whose last day becomes another one; negative when it is earlier. */
export interface Slip {
  readonly id: string;
  readonly byDays: number;
}

/** The facts of the sentence "物料到货晚2天，场地布置顺延，D日不变，余量0天". */
export interface DelayEffect {
  /** What was moved, as asked. */
  readonly delayed: readonly Slip[];
  /** Whose dates slip with it, in the order of the plan; without parents, whose days are those of their parts. */
  readonly slipped: readonly Slip[];
  readonly changes: readonly PlanChange[];
  readonly blocked: readonly Blocked[];
  /** The tasks that are D-day, or the end of the plan when none are named. */
  readonly dDay: {
    /** Its day before and after; null in a plan without dates. */
    readonly from: Day | null;
    readonly to: Day | null;
    /** How much later it is. A fixed D-day never moves. */
    readonly movesByDays: number;
    /** By how much a fixed D-day, or one named as D-day, can no longer be held; 0 while it can. */
    readonly brokenByDays: number;
  };
  /** What is left before D-day is touched: the least slack of what was moved, in days of its unit, negative when D-day is lost; null when nothing leads there. */
  readonly slackLeft: { readonly days: number; readonly unit: 'day' | 'workday' } | null;
}

const dDayOf = (walk: Walk, nodes: readonly number[], when: 'before' | 'after'): Day | null => {
  const days = nodes.flatMap((node) => walk.days(node, when === 'before' ? walk.placed.stored : walk.now, when === 'before' ? walk.placed.sides : walk.sides) ?? []);
  return days.reduce<Day | null>((last, { endOn }) => (last === null || endOn > last ? endOn : last), null);
};

/** Late dates told back from D-day as it stood, or from the end of the plan as it stood; the delayed task's finish against them. */
function slackLeft(walk: Walk, moved: readonly number[], dDay: readonly number[], tasks: readonly PlannedTask[]): DelayEffect['slackLeft'] {
  const { prepared, stored } = walk.placed;
  if (dDay.length === 0) {
    const end = tasks.reduce((last, _, node) => Math.max(last, stored.earlyFinish[node] as number), NONE);
    for (let node = 0; node < tasks.length; node += 1) if (prepared.role[node] === ROLE.task && prepared.deadline[node] === NONE) prepared.deadline[node] = end;
  }
  const late = computeBackwards(prepared);
  const left = moved.flatMap((node) => {
    if (late.lateFinish[node] === NONE) return [];
    const days = between(walk.placed.calendarAt(node), walk.now.earlyFinish[node] as number, late.lateFinish[node] as number);
    return [{ days, unit: tasks[node]?.durationUnit ?? 'day' }];
  });
  return left.toSorted((a, b) => a.days - b.days)[0] ?? null;
}

/** What it means that these tasks come at other days. `dDayTaskIds` names what counts as D-day and is told as moved or broken; without it the end of the plan does. */
export function effectOfDelay(tasks: readonly PlannedTask[], delayed: readonly MovedTask[], calendar: PlanCalendar, dDayTaskIds: readonly string[] = []): DelayEffect {
  const dDayIds = new Set(dDayTaskIds);
  const walk = new Walk(tasks, delayed, calendar, new Set(tasks.filter((task) => task.fixed && dDayIds.has(task.id)).map((task) => task.id)));
  const held = new Walk(tasks, delayed, calendar, dDayIds);
  const { indexOf, prepared } = walk.placed;
  const movedIds = new Set(delayed.map((task) => task.id));
  const changes = walk.changes(movedIds);
  const isParent = new Set(Array.from(prepared.parents, (node) => tasks[node]?.id));
  const slip = ({ id, from, to }: PlanChange): Slip => ({ id, byDays: daysBetween(from.endOn, to.endOn) });
  const nodes = (ids: Iterable<string>): number[] => [...ids].flatMap((id) => indexOf.get(id) ?? []);
  const dDayNodes = dDayIds.size > 0 ? nodes(dDayIds) : tasks.map((_, node) => node);
  const from = dDayOf(walk, dDayNodes, 'before');
  const to = dDayOf(walk, dDayNodes, 'after');
  return {
    delayed: delayed.flatMap((task) => {
      const before = walk.placed.indexOf.has(task.id) ? walk.days(indexOf.get(task.id) as number, walk.placed.stored, walk.placed.sides) : undefined;
      return before ? [{ id: task.id, byDays: daysBetween(before.endOn, task.endOn) }] : [];
    }),
    slipped: changes.filter((change) => !isParent.has(change.id)).map(slip), changes, blocked: walk.blocked,
    dDay: {
      from, to, movesByDays: from !== null && to !== null ? daysBetween(from, to) : 0,
      brokenByDays: Math.max(0, ...held.blocked.filter((block) => block.reason === 'dDay').map((block) => block.byDays)),
    },
    slackLeft: slackLeft(held, nodes(movedIds).filter((node) => prepared.role[node] !== ROLE.none), dDayIds.size > 0 ? nodes(dDayIds) : [], tasks),
  };
}
