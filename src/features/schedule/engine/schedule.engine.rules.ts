import { between, type WorkCalendar } from './schedule.calendar.rules.ts';
import { backwardPass, finishBound, settledFinish } from './schedule.backward.rules.ts';
import { forwardPass, type Dates } from './schedule.forward.rules.ts';
import { CONSTRAINT, NONE, ROLE, type Prepared } from './schedule.network.rules.ts';

/** What is computed, by the index of the task. Slack is in worked ticks of the task's own calendar; it is negative when something fixed cannot be kept. */
export interface Computed extends Dates {
  readonly totalSlack: Int32Array;
  readonly freeSlack: Int32Array;
  /** 1 for a task whose delay delays the end, or breaks something fixed. */
  readonly critical: Uint8Array;
  /** The last early finish; {@link NONE} without tasks. */
  finish: number;
}

/** Room for the results; a second computation may write over the first. */
export function emptyResult({ nodeCount }: Prepared): Computed {
  const column = (): Int32Array => new Int32Array(nodeCount).fill(NONE);
  return {
    earlyStart: column(), earlyFinish: column(), lateStart: column(), lateFinish: column(),
    totalSlack: new Int32Array(nodeCount), freeSlack: new Int32Array(nodeCount), critical: new Uint8Array(nodeCount), finish: NONE,
  };
}

const isCounted = (role: number): boolean => role === ROLE.task || role === ROLE.placed || role === ROLE.done || role === ROLE.started;
const hasSlack = (role: number): boolean => role === ROLE.task || role === ROLE.placed || role === ROLE.started;

function lastFinish({ role, taskCount }: Prepared, { earlyFinish }: Dates): number {
  let last = NONE;
  for (let task = 0; task < taskCount; task += 1) if (isCounted(role[task] as number) && (earlyFinish[task] as number) > last) last = earlyFinish[task] as number;
  return last;
}

/** How far a task may go without moving another one, or the end. */
function freeSlack(prepared: Prepared, result: Computed, finish: number): void {
  const { order, role, slackCalendarOf, constraint, network: { calendars, loose } } = prepared;
  const isAlap = (node: number): boolean => constraint[node] === CONSTRAINT.alap;
  const starts = result.earlyStart.map((tick, node) => (isAlap(node) ? (result.lateStart[node] as number) : tick));
  const finishes = result.earlyFinish.map((tick, node) => (isAlap(node) ? (result.lateFinish[node] as number) : tick));
  for (let index = order.length - 1; index >= 0; index -= 1) {
    const node = order[index] as number;
    if (role[node] === ROLE.done || role[node] === ROLE.none) continue;
    const bound = finishBound(prepared, result, node, starts, finishes);
    const until = bound === NONE ? finish : Math.min(bound, finish);
    if (hasSlack(role[node] as number)) {
      const calendar = calendars[slackCalendarOf[node] as number] as WorkCalendar;
      const free = between(calendar, finishes[node] as number, settledFinish(prepared, node, until));
      const total = result.totalSlack[node] as number;
      // A desktop planner does not hold free slack within the total; without successors the two are one.
      result.freeSlack[node] = Math.max(0, loose ? (bound === NONE ? total : free) : Math.min(free, total));
    } else {
      // A parent's end, or a task without dates, has no day of its own: what it lets those before it do is what those after it let it do.
      finishes[node] = until;
      starts[node] = until;
    }
  }
}

function totalSlack(prepared: Prepared, result: Computed, task: number): void {
  const { slackCalendarOf, role, constraint, placedStart, network: { calendars, loose } } = prepared;
  const calendar = calendars[slackCalendarOf[task] as number] as WorkCalendar;
  const atFinish = between(calendar, result.earlyFinish[task] as number, result.lateFinish[task] as number);
  const atStart = between(calendar, result.earlyStart[task] as number, result.lateStart[task] as number);
  const isStarted = role[task] === ROLE.started;
  if (isStarted) result.lateStart[task] = placedStart[task] as number;
  if (loose && constraint[task] === CONSTRAINT.alap && role[task] === ROLE.task) result.totalSlack[task] = 0;
  else result.totalSlack[task] = isStarted ? atFinish : Math.min(atStart, atFinish);
}

function include(result: Computed, parent: number, child: number): void {
  if (result.earlyStart[child] === NONE) return;
  const isFirst = result.earlyStart[parent] === NONE;
  const take = (column: Int32Array, choose: (a: number, b: number) => number): void => {
    column[parent] = isFirst ? (column[child] as number) : choose(column[parent] as number, column[child] as number);
  };
  take(result.earlyStart, Math.min);
  take(result.earlyFinish, Math.max);
  take(result.lateStart, Math.min);
  take(result.lateFinish, Math.max);
  result.freeSlack[parent] = isFirst ? (result.freeSlack[child] as number) : Math.min(result.freeSlack[parent] as number, result.freeSlack[child] as number);
  if (result.critical[child] === 1) result.critical[parent] = 1;
}

/** A parent spans what lies beneath it, and is critical when something beneath it is. */
function rollUp(prepared: Prepared, result: Computed): void {
  const { parents, parentOf, role, taskCount } = prepared;
  if (parents.length === 0) return;
  for (const parent of parents) {
    for (const column of [result.earlyStart, result.earlyFinish, result.lateStart, result.lateFinish]) column[parent] = NONE;
    result.critical[parent] = 0;
    result.freeSlack[parent] = 0;
  }
  for (let task = 0; task < taskCount; task += 1) if (role[task] !== ROLE.none && role[task] !== ROLE.passive && (parentOf[task] as number) >= 0) include(result, parentOf[task] as number, task);
  for (const parent of parents) {
    if (result.earlyStart[parent] === NONE) continue;
    totalSlack(prepared, result, parent);
    if ((parentOf[parent] as number) >= 0) include(result, parentOf[parent] as number, parent);
  }
}

/** Early and late dates, slack and the critical path of a prepared network. 10,000 tasks with 20,000 links take a few milliseconds (bench/schedule-engine.ts). */
export function compute(prepared: Prepared, result: Computed = emptyResult(prepared)): Computed {
  const { role, taskCount, network } = prepared;
  forwardPass(prepared, result);
  result.finish = lastFinish(prepared, result);
  if (result.finish === NONE) return result;
  const finish = network.finish ?? result.finish;
  backwardPass(prepared, result, finish);
  if (prepared.hasAlap) forwardPass(prepared, result, true);
  for (let task = 0; task < taskCount; task += 1) {
    if (!hasSlack(role[task] as number)) continue;
    totalSlack(prepared, result, task);
    result.critical[task] = Number((result.totalSlack[task] as number) <= (network.criticalSlack ?? 0));
  }
  freeSlack(prepared, result, Math.max(finish, result.finish));
  rollUp(prepared, result);
  return result;
}

/** The latest dates alone, told backwards from what is fixed; {@link NONE} for what leads to nothing fixed. */
export function computeBackwards(prepared: Prepared): Computed {
  const result = emptyResult(prepared);
  forwardPass(prepared, result);
  backwardPass(prepared, result, NONE);
  rollUp(prepared, result);
  return result;
}
