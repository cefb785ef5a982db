import type { Day } from '#platform/shared/calendar.ts';
import { add } from '../engine/schedule.calendar.rules.ts';
import { tickOf } from './schedule.days.rules.ts';
import { boundOf, gather, linkBound, startFrom, type Dates } from '../engine/schedule.forward.rules.ts';
import { NONE, ROLE } from '../engine/schedule.network.rules.ts';
import { endOf, footprint, placePlan, startOf, type Placed, type Side } from './schedule.place.rules.ts';
import type { PlanCalendar, PlannedTask } from './schedule.planned.rules.ts';

export interface MovedTask {
  readonly id: string;
  readonly startOn: Day;
  readonly endOn: Day;
}

interface Days {
  readonly startOn: Day;
  readonly endOn: Day;
}

/** A task that must move along, or a parent that gets other days. */
export interface PlanChange {
  readonly id: string;
  readonly from: Days;
  readonly to: Days;
}

/**
 * What the move breaks, by so many calendar days: a `fixed` task or D-day that would have to give way, a day `due` that is passed,
 * a moved task that now stands before its `predecessor` allows or before the day `notBefore` which it must not begin.
 */
export interface Blocked {
  readonly id: string;
  readonly reason: 'fixed' | 'dDay' | 'due' | 'predecessor' | 'notBefore';
  readonly byDays: number;
}

export interface MoveResult {
  readonly changes: readonly PlanChange[];
  readonly blocked: readonly Blocked[];
}

export interface MoveOptions {
  /** D-day: these do not give way, whether they are fixed or not. */
  readonly dDayTaskIds?: readonly string[] | undefined;
}

/** One walk over the plan, predecessors first. */
export class Walk {
  readonly placed: Placed;
  readonly now: Dates;
  readonly sides: Side[];
  readonly blocked: Blocked[] = [];
  private readonly moved = new Map<number, { start: number; finish: number }>();
  private readonly tasks: readonly PlannedTask[];
  private readonly dDay: ReadonlySet<string>;

  constructor(tasks: readonly PlannedTask[], moved: readonly MovedTask[], calendar: PlanCalendar, dDay: ReadonlySet<string>) {
    this.tasks = tasks;
    this.dDay = dDay;
    this.placed = placePlan(tasks, calendar, dDay);
    const { earlyStart, earlyFinish } = this.placed.stored;
    const start = earlyStart.slice();
    const finish = earlyFinish.slice();
    this.now = { earlyStart: start, earlyFinish: finish, lateStart: start, lateFinish: finish };
    this.sides = [...this.placed.sides];
    for (const task of moved) this.takeMoved(task);
    for (const node of this.placed.prepared.order) this.visit(node);
  }

  /** A parent takes everything beneath it along, except what is done or itself moved. */
  private takeMoved(task: MovedTask): void {
    const index = this.placed.indexOf.get(task.id);
    const known = index === undefined ? undefined : this.tasks[index];
    if (index === undefined || !known) return;
    if (this.placed.prepared.parents.includes(index)) {
      const by = tickOf(task.startOn) - Math.min(...this.leavesOf(index).map((leaf) => this.placed.stored.earlyStart[leaf] as number));
      for (const leaf of this.leavesOf(index)) if (!this.moved.has(leaf) && this.placed.prepared.role[leaf] !== ROLE.done) this.moved.set(leaf, this.shifted(leaf, by));
    } else this.moved.set(index, footprint({ ...known, ...task }) as { start: number; finish: number });
  }

  private leavesOf(parent: number): number[] {
    const { parentOf } = this.placed.prepared;
    const isBeneath = (index: number): boolean => {
      for (let at = parentOf[index] as number; at >= 0; at = parentOf[at] as number) if (at === parent) return true;
      return false;
    };
    return this.tasks.flatMap((_, index) => (this.placed.stored.earlyStart[index] !== NONE && isBeneath(index) ? [index] : []));
  }

  private shifted(node: number, by: number): { start: number; finish: number } {
    const { prepared, stored, sides } = this.placed;
    const calendar = this.placed.calendarAt(node);
    const duration = prepared.duration[node] as number;
    const start = startFrom(calendar, duration, (stored.earlyStart[node] as number) - Number(sides[node] === 'end') + by);
    return { start, finish: add(calendar, start, duration) };
  }

  private visit(node: number): void {
    const { role } = this.placed.prepared;
    const { now } = this;
    const moved = this.moved.get(node);
    if (role[node] === ROLE.lastFinish || role[node] === ROLE.firstStart) gather(this.placed.prepared, now, node);
    else if (role[node] === ROLE.passive && !moved) now.earlyStart[node] = now.earlyFinish[node] = boundOf(this.placed.prepared, now, node);
    else if (moved) this.place(node, moved);
    else if (role[node] === ROLE.task) this.push(node);
  }

  private place(node: number, { start, finish }: { start: number; finish: number }): void {
    const { prepared } = this.placed;
    const bound = boundOf(prepared, this.now, node);
    const atEnd = this.sides[node] !== 'span' && bound === start + 1;
    if (this.sides[node] !== 'span') this.sides[node] = atEnd ? 'end' : 'start';
    this.now.earlyStart[node] = start + Number(atEnd);
    this.now.earlyFinish[node] = finish + Number(atEnd);
    if (bound > start + Number(atEnd)) this.block(node, 'predecessor', bound - start - Number(this.sides[node] === 'start'));
    const { notBeforeOn } = this.tasks[node] as PlannedTask;
    if (notBeforeOn !== null) this.block(node, 'notBefore', tickOf(notBeforeOn) - start);
    this.checkDue(node);
  }

  /** Later only, and only for links that now ask for more than they did: what a plan got wrong before is not this move's doing. */
  private push(node: number): void {
    const { prepared, stored } = this.placed;
    let bound = NONE;
    for (let index = prepared.inStart[node] as number; index < (prepared.inStart[node + 1] as number); index += 1) {
      const link = prepared.inLinks[index] as number;
      const from = prepared.linkFrom[link] as number;
      if (this.now.earlyStart[from] === stored.earlyStart[from] && this.now.earlyFinish[from] === stored.earlyFinish[from]) continue;
      const asks = linkBound(prepared, this.now, link);
      if (asks > bound && asks > linkBound(prepared, stored, link)) bound = asks;
    }
    const start = this.now.earlyStart[node] as number;
    if (bound <= start) return;
    const { fixed, id } = this.tasks[node] as PlannedTask;
    // A milestone at the start of its day still holds that day when what it waits for ends on it.
    const byDays = bound - start - Number(this.sides[node] === 'start');
    if (fixed || this.dDay.has(id)) {
      this.block(node, this.dDay.has(id) ? 'dDay' : 'fixed', byDays);
      return;
    }
    const calendar = this.placed.calendarAt(node);
    const duration = prepared.duration[node] as number;
    this.now.earlyStart[node] = startFrom(calendar, duration, bound);
    this.now.earlyFinish[node] = add(calendar, this.now.earlyStart[node] as number, duration);
    if (this.sides[node] === 'start') this.sides[node] = 'end';
    this.checkDue(node);
  }

  private block(node: number, reason: Blocked['reason'], byDays: number): void {
    if (byDays > 0) this.blocked.push({ id: (this.tasks[node] as PlannedTask).id, reason, byDays });
  }

  /** A day due that was already passed counts only when it is passed by more. */
  private checkDue(node: number): void {
    const { dueOn } = this.tasks[node] as PlannedTask;
    if (dueOn === null) return;
    const { finish, before } = this.lastDays(node);
    if (finish > Math.max(before, tickOf(dueOn))) this.block(node, 'due', finish - tickOf(dueOn));
  }

  private lastDays(node: number): { finish: number; before: number } {
    const last = (dates: Dates, side: Side): number => (dates.earlyFinish[node] as number) - Number(side !== 'start');
    return { finish: last(this.now, this.sides[node] as Side), before: this.placed.stored.earlyFinish[node] === NONE ? NONE : last(this.placed.stored, this.placed.sides[node] as Side) };
  }

  /** The days of a task, or those that its parts give a parent; undefined without days. */
  days(node: number, dates: Dates, sides: readonly Side[]): Days | undefined {
    const start = dates.earlyStart[node] as number;
    if (this.placed.prepared.role[node] === ROLE.passive && !this.moved.has(node)) return undefined;
    return start === NONE ? undefined : { startOn: startOf(start, sides[node] as Side), endOn: endOf(dates.earlyFinish[node] as number, sides[node] as Side) };
  }

  changes(movedIds: ReadonlySet<string>): PlanChange[] {
    const spans = new Map<number, { from?: Days; to?: Days }>();
    const parts = this.tasks.map((_, node) => ({ from: this.days(node, this.placed.stored, this.placed.sides), to: this.days(node, this.now, this.sides) }));
    parts.forEach(({ from, to }, node) => {
      for (let parent = this.placed.prepared.parentOf[node] as number; parent >= 0; parent = this.placed.prepared.parentOf[parent] as number) {
        const span = spans.get(parent) ?? {};
        spans.set(parent, { ...joined('from', span.from, from), ...joined('to', span.to, to) });
      }
    });
    return this.tasks.flatMap(({ id, startOn, endOn }, node) => {
      const { from, to } = spans.get(node) ?? parts[node] ?? {};
      if (movedIds.has(id) || !from || !to || (from.startOn === to.startOn && from.endOn === to.endOn)) return [];
      return [{ id, from: { startOn: startOn ?? from.startOn, endOn: endOn ?? from.endOn }, to }];
    });
  }
}

function joined<Name extends 'from' | 'to'>(name: Name, a: Days | undefined, b: Days | undefined): { [Key in Name]?: Days } {
  const both = a && b ? { startOn: a.startOn < b.startOn ? a.startOn : b.startOn, endOn: a.endOn > b.endOn ? a.endOn : b.endOn } : (a ?? b);
  return (both ? { [name]: both } : {}) as { [Key in Name]?: Days };
}

/**
 * What else must move when these tasks are put where a person drags them: later only, as little as possible, each keeping its length in its own unit.
 * Tasks that are done or fixed do not move; a fixed one that would have to is told. Fast enough for every move of the pointer over 2,000 tasks.
 */
export function moveTasks(tasks: readonly PlannedTask[], moved: readonly MovedTask[], calendar: PlanCalendar, { dDayTaskIds = [] }: MoveOptions = {}): MoveResult {
  const walk = new Walk(tasks, moved, calendar, new Set(dDayTaskIds));
  return { changes: walk.changes(new Set(moved.map((task) => task.id))), blocked: walk.blocked };
}
