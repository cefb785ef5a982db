import type { Day } from '#platform/shared/calendar.ts';
import { isWorked, PLAIN, type WorkCalendar } from '../engine/schedule.calendar.rules.ts';
import { dayOf, tickOf } from '../plan/schedule.days.rules.ts';
import { NONE } from '../engine/schedule.network.rules.ts';
import { placePlan, type Placed, type Side } from '../plan/schedule.place.rules.ts';
import type { PlanCalendar, PlannedTask } from '../plan/schedule.planned.rules.ts';

/** What goes out as MS Project XML. */
export interface MspdiInput {
  readonly name: string;
  readonly tasks: readonly PlannedTask[];
  readonly calendar: PlanCalendar;
  /** The days at the approval, by task. */
  readonly baseline?: ReadonlyMap<string, { readonly startOn: Day; readonly endOn: Day }> | undefined;
  /** Names of the two calendars of the file: working days, and every day. */
  readonly calendarNames: { readonly workdays: string; readonly everyDay: string };
}

const WORKDAYS = 1;
const EVERY_DAY = 2;
const HOURS_PER_DAY = 8;
const TENTHS_PER_WORKDAY = HOURS_PER_DAY * 600;
const TENTHS_PER_DAY = 24 * 600;
const [MORNING, EVENING] = ['08:00:00', '17:00:00'] as const;
const LINK_TYPES = { FF: 0, FS: 1, SF: 2, SS: 3 } as const;
const [IN_WORK, ELAPSED] = [7, 8] as const;
/** Holidays are told this far around the plan, so that it may be moved. */
const DAYS_AROUND = 370;

const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };
const escaped = (text: string): string => text.replace(FORBIDDEN, '').replace(/[&<>"\r]/g, (character) => ESCAPES[character] ?? '');

type Value = string | number | boolean | undefined;
const tag = (name: string, value: Value): string => (value === undefined ? '' : `<${name}>${typeof value === 'boolean' ? Number(value) : escaped(String(value))}</${name}>`);
const tags = (values: Readonly<Record<string, Value>>): string => Object.entries(values).map(([name, value]) => tag(name, value)).join('');
const wrap = (name: string, inner: readonly string[] | string): string => `<${name}>${typeof inner === 'string' ? inner : inner.join('')}</${name}>`;

const HOURS = wrap('WorkingTimes', [['08:00:00', '12:00:00'], ['13:00:00', '17:00:00']].map(([from, to]) => wrap('WorkingTime', tags({ FromTime: from, ToTime: to }))));
const isMondayToFriday = (tick: number): boolean => (((tick + 3) % 7) + 7) % 7 < 5;

function weekDays(works: (dayType: number) => boolean): string {
  return wrap('WeekDays', [1, 2, 3, 4, 5, 6, 7].map((dayType) => wrap('WeekDay', tags({ DayType: dayType, DayWorking: works(dayType) }) + (works(dayType) ? HOURS : ''))));
}

/** Days that differ from Monday to Friday, neighbours together: holidays, and weekends that are worked for them. */
function exceptions(workdays: WorkCalendar, from: number, to: number): string {
  const found: string[] = [];
  for (let tick = from; tick <= to; tick += 1) {
    const works = isWorked(workdays, tick);
    if (works === isMondayToFriday(tick)) continue;
    const first = tick;
    while (tick < to && isWorked(workdays, tick + 1) === works && isMondayToFriday(tick + 1) !== works) tick += 1;
    const period = wrap('TimePeriod', tags({ FromDate: `${dayOf(first)}T00:00:00`, ToDate: `${dayOf(tick)}T23:59:00` }));
    found.push(wrap('Exception', `${tags({ EnteredByOccurrences: false })}${period}${tags({ Occurrences: tick - first + 1, Type: 1, DayWorking: works })}${works ? HOURS : ''}`));
  }
  return wrap('Exceptions', found);
}

function calendarsOf({ calendarNames, calendar }: MspdiInput, first: number, last: number): string {
  const head = (uid: number, name: string): string => tags({ UID: uid, Name: name, IsBaseCalendar: true, BaseCalendarUID: -1 });
  return wrap('Calendars', [
    wrap('Calendar', head(WORKDAYS, calendarNames.workdays) + weekDays((day) => day > 1 && day < 7) + exceptions(calendar.workdays, first - DAYS_AROUND, last + DAYS_AROUND)),
    wrap('Calendar', head(EVERY_DAY, calendarNames.everyDay) + weekDays(() => true)),
  ]);
}

interface Row {
  readonly task: PlannedTask;
  readonly index: number;
  readonly level: number;
  readonly isSummary: boolean;
}

/** Parents before what lies beneath them, else in the order of the plan. */
function outline(tasks: readonly PlannedTask[], { prepared }: Placed): Row[] {
  const beneath = new Map<number, number[]>();
  tasks.forEach((_, index) => {
    const parent = prepared.parentOf[index] as number;
    beneath.set(parent, [...(beneath.get(parent) ?? []), index]);
  });
  const rows: Row[] = [];
  const visit = (index: number, level: number): void => {
    rows.push({ task: tasks[index] as PlannedTask, index, level, isSummary: beneath.has(index) });
    for (const child of beneath.get(index) ?? []) visit(child, level + 1);
  };
  for (const index of beneath.get(-1) ?? []) visit(index, 1);
  return rows;
}

const morning = (day: Day | null): string | undefined => (day === null ? undefined : `${day}T${MORNING}`);
const evening = (day: Day | null): string | undefined => (day === null ? undefined : `${day}T${EVENING}`);

/** A milestone stands at one time of its day; everything else from the morning of its first to the evening of its last day. */
function datesOf(task: PlannedTask, side: Side): { start: string | undefined; finish: string | undefined } {
  const first = task.startOn ?? task.endOn;
  const last = task.endOn ?? task.startOn;
  if (side === 'span') return { start: morning(first), finish: evening(last !== null && first !== null && last < first ? first : last) };
  const at = side === 'end' ? evening(first) : morning(first);
  return { start: at, finish: at };
}

/** Stored days are the plan: a task does not begin before its own, so that the other program shows the same dates. */
function constraintOf(task: PlannedTask, start: string | undefined): Readonly<Record<string, Value>> {
  if (task.fixed && start !== undefined) return { ConstraintType: 2, ConstraintDate: start };
  const notBefore = morning(task.notBeforeOn);
  const date = start === undefined || (notBefore !== undefined && notBefore > start) ? notBefore : start;
  return date === undefined ? { ConstraintType: 0 } : { ConstraintType: 4, ConstraintDate: date };
}

function linksOf(task: PlannedTask, uidOf: ReadonlyMap<string, number>): string {
  return task.links.flatMap(({ predecessorId, type, lagDays, lagUnit }) => {
    const uid = uidOf.get(predecessorId);
    if (uid === undefined) return [];
    const isWork = lagUnit === 'workday' || lagDays === 0;
    return [wrap('PredecessorLink', tags({ PredecessorUID: uid, Type: LINK_TYPES[type], CrossProject: false, LinkLag: lagDays * (isWork ? TENTHS_PER_WORKDAY : TENTHS_PER_DAY), LagFormat: isWork ? IN_WORK : ELAPSED }))];
  }).join('');
}

function taskOf({ task, index, level, isSummary }: Row, uid: number, placed: Placed, { baseline }: MspdiInput, uidOf: ReadonlyMap<string, number>): string {
  const { start, finish } = datesOf(task, placed.sides[index] as Side);
  const isWorkdays = placed.calendarAt(index) !== PLAIN;
  const duration = `PT${(placed.prepared.duration[index] as number) * HOURS_PER_DAY}H0M0S`;
  const isUndated = placed.stored.earlyStart[index] === NONE && !isSummary && start === undefined;
  const kept = baseline?.get(task.id);
  const progress = task.state === 'done' ? { PercentComplete: 100, ActualStart: start, ActualFinish: finish } : task.state === 'doing' ? { PercentComplete: 1, ActualStart: start } : { PercentComplete: 0 };
  return wrap('Task', [
    tags({ UID: uid, ID: uid, Name: task.title, Active: task.state !== 'cancelled', Manual: isUndated, Type: 1, IsNull: false, OutlineLevel: level, Priority: 500, Start: start, Finish: finish }),
    isSummary || isUndated ? '' : tags({ Duration: duration, DurationFormat: 7 }), tags({ EffortDriven: false, Milestone: task.milestone, Summary: isSummary, ...progress }),
    isSummary ? tags({ ConstraintType: 0 }) : tags(constraintOf(task, start)), tags({ CalendarUID: isSummary || isWorkdays ? -1 : EVERY_DAY, Deadline: evening(task.dueOn) }), linksOf(task, uidOf),
    kept ? wrap('Baseline', tags({ Number: 0, Start: morning(kept.startOn), Finish: evening(kept.endOn) })) : '',
  ]);
}

/**
 * The plan as MS Project XML: 调休 as exceptions of the calendar, tasks in calendar days on a calendar that works every day, fixed tasks as "must start on", stored starts as "start no earlier than".
 * Days are from 8:00 to 17:00 with an hour's break. 延期 and half-done work have no field there: they go as open and as just begun.
 */
export function writeMspdi(input: MspdiInput): string {
  const placed = placePlan(input.tasks, input.calendar);
  const rows = outline(input.tasks, placed);
  const uidOf = new Map(rows.map(({ task }, index) => [task.id, index + 1]));
  const days = input.tasks.flatMap(({ startOn, endOn }) => [startOn, endOn]).filter((day) => day !== null).toSorted();
  const [first = '2025-01-01', last = first] = [days[0], days.at(-1)];
  const head = tags({
    SaveVersion: 14, Name: input.name, ScheduleFromStart: true, StartDate: morning(first), FinishDate: evening(last), CriticalSlackLimit: 0, CalendarUID: WORKDAYS,
    DefaultStartTime: MORNING, DefaultFinishTime: EVENING, MinutesPerDay: HOURS_PER_DAY * 60, MinutesPerWeek: HOURS_PER_DAY * 60 * 5, DaysPerMonth: 20, DurationFormat: 7,
  });
  const tasks = wrap('Tasks', rows.map((row, index) => taskOf(row, index + 1, placed, input, uidOf)));
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Project xmlns="http://schemas.microsoft.com/project">${head}${calendarsOf(input, tickOf(first), tickOf(last))}${tasks}<Resources/><Assignments/></Project>\n`;
}
