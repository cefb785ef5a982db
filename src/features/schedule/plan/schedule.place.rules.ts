import type { Day } from '#platform/shared/calendar.ts';
import { between, isWorked, PLAIN, type WorkCalendar } from '../engine/schedule.calendar.rules.ts';
import { dayOf, tickOf } from './schedule.days.rules.ts';
import { boundOf, gather, type Dates } from '../engine/schedule.forward.rules.ts';
import { LINK_CODES, NONE, ROLE, type NetworkLink, type NetworkTask, type Prepared } from '../engine/schedule.network.rules.ts';
import type { PlanCalendar, PlannedTask } from './schedule.planned.rules.ts';
import { prepare } from '../engine/schedule.prepare.rules.ts';

/** A milestone takes no time: it stands at the start of its day, or at its end when something that it waits for ends on that day. Everything else is a span. */
export type Side = 'span' | 'start' | 'end';

export const startOf = (tick: number, side: Side): Day => dayOf(side === 'end' ? tick - 1 : tick);
export const endOf = (tick: number, side: Side): Day => dayOf(side === 'start' ? tick : tick - 1);

/** The plan as a network, and where its tasks stand in it. */
export interface Placed {
  readonly ids: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly prepared: Prepared;
  /** The stored days as ticks, in `earlyStart` and `earlyFinish`. */
  readonly stored: Dates;
  readonly sides: readonly Side[];
  calendarAt(index: number): WorkCalendar;
}

interface Footprint {
  readonly start: number;
  readonly finish: number;
}

/** The half-open ticks of a task's days; one day known is one day's work. Undefined without days. */
export function footprint({ startOn, endOn, milestone }: Pick<PlannedTask, 'startOn' | 'endOn' | 'milestone'>): Footprint | undefined {
  const first = startOn ?? endOn;
  if (first === null) return undefined;
  const start = tickOf(first);
  return { start, finish: milestone ? start : Math.max(start, tickOf(endOn ?? first)) + 1 };
}

/** The owner's working days, or the company's where the task begins or ends on leave, or every day where it does on a free day: whoever placed it there means to work then. */
function ownCalendar(task: PlannedTask, { start, finish }: Footprint, calendar: PlanCalendar): WorkCalendar {
  if (task.durationUnit === 'day') return PLAIN;
  const own = [calendar.ofTask?.(task.id), calendar.workdays].find((one) => one && isWorked(one, start) && isWorked(one, Math.max(start, finish - 1)));
  return own ?? PLAIN;
}

class CalendarList {
  readonly all: WorkCalendar[] = [];
  private readonly known = new Map<WorkCalendar, number>();
  indexOf(calendar: WorkCalendar): number {
    const index = this.known.get(calendar) ?? this.all.push(calendar) - 1;
    this.known.set(calendar, index);
    return index;
  }
}

const optionalTick = (day: Day | null): number | undefined => (day === null ? undefined : tickOf(day));

/** What a task asks for besides its links. */
interface Role {
  readonly parent: number | undefined;
  readonly isParent: boolean;
  readonly isFixed: boolean;
}

function networkTask(task: PlannedTask, calendar: PlanCalendar, calendars: CalendarList, { parent, isParent, isFixed }: Role): NetworkTask {
  const shared = { parent, notBefore: optionalTick(task.notBeforeOn), deadline: task.dueOn === null ? undefined : tickOf(task.dueOn) + 1 };
  const place = footprint(task);
  // A parent has the days of what lies beneath it. A fixed one says by when all of that ends.
  if (isParent) return { ...shared, calendar: calendars.indexOf(PLAIN), duration: 0, deadline: isFixed && place ? Math.min(place.finish, shared.deadline ?? place.finish) : shared.deadline };
  const inactive = task.state === 'cancelled';
  if (!place) return { ...shared, calendar: calendars.indexOf(PLAIN), duration: 0, passive: true, inactive };
  const own = ownCalendar(task, place, calendar);
  const spot = { calendar: calendars.indexOf(own), duration: between(own, place.start, place.finish), parent, inactive };
  if (task.state === 'done') return { ...spot, placed: place, done: true };
  if (isFixed) return { ...spot, deadline: shared.deadline, constraint: 'mso', at: place.start };
  return { ...spot, ...shared, notBefore: Math.max(place.start, shared.notBefore ?? NONE) };
}

function networkLinks(tasks: readonly PlannedTask[], indexOf: ReadonlyMap<string, number>, calendar: PlanCalendar, calendars: CalendarList): NetworkLink[] {
  return tasks.flatMap((task, to) => task.links.flatMap(({ predecessorId, type, lagDays, lagUnit }) => {
    const from = indexOf.get(predecessorId);
    if (from === undefined) return [];
    const lagCalendar = calendars.indexOf(lagUnit === 'day' ? PLAIN : (calendar.ofTask?.(task.id) ?? calendar.workdays));
    return [{ from, to, type: LINK_CODES[type], lag: lagDays, lagCalendar }];
  }));
}

/** Walks the nodes and puts each where it stands; a milestone whose predecessor ends on its day stands at the day's end. */
function storedDates(prepared: Prepared, places: readonly (Footprint | undefined)[], sides: Side[]): Dates {
  const { order, role } = prepared;
  const start = new Int32Array(prepared.nodeCount).fill(NONE);
  const finish = start.slice();
  const dates: Dates = { earlyStart: start, earlyFinish: finish, lateStart: start, lateFinish: finish };
  for (const node of order) {
    const place = places[node];
    if (role[node] === ROLE.lastFinish || role[node] === ROLE.firstStart) gather(prepared, dates, node);
    else if (role[node] === ROLE.passive) finish[node] = start[node] = boundOf(prepared, dates, node);
    else if (place && role[node] !== ROLE.none) {
      const atEnd = sides[node] === 'start' && boundOf(prepared, dates, node) === place.start + 1;
      if (atEnd) sides[node] = 'end';
      start[node] = place.start + Number(atEnd);
      finish[node] = place.finish + Number(atEnd);
      if (atEnd && prepared.at[node] !== NONE) prepared.at[node] = start[node] as number;
      if (atEnd && prepared.notBefore[node] === place.start) prepared.notBefore[node] = start[node] as number;
    }
  }
  return dates;
}

/** `pinned` tasks do not move, as if they were fixed. */
export function placePlan(tasks: readonly PlannedTask[], calendar: PlanCalendar, pinned: ReadonlySet<string> = new Set()): Placed {
  const calendars = new CalendarList();
  const ids = tasks.map((task) => task.id);
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const places = tasks.map(footprint);
  const parentIds = new Set(tasks.map((task) => task.parentId));
  const nodes = tasks.map((task) => {
    const role = { parent: task.parentId === null ? undefined : indexOf.get(task.parentId), isParent: parentIds.has(task.id), isFixed: task.fixed || pinned.has(task.id) };
    return networkTask(task, calendar, calendars, role);
  });
  const links = networkLinks(tasks, indexOf, calendar, calendars);
  const start = places.reduce((first, place) => (place ? Math.min(first, place.start) : first), 0x7fffffff);
  const prepared = prepare({ calendars: calendars.all, tasks: nodes, links, start: start === 0x7fffffff ? 0 : start });
  const sides = tasks.map<Side>((task) => (task.milestone ? 'start' : 'span'));
  return { ids, indexOf, prepared, sides, stored: storedDates(prepared, places, sides), calendarAt: (index) => calendars.all[prepared.calendarOf[index] as number] ?? PLAIN };
}
