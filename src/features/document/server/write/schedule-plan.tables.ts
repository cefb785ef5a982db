import type { CalendarDay, Leave, Task } from '#features/schedule/schedule.contract.ts';
import { leaveCalendar } from '#features/schedule/plan/schedule.leave.rules.ts';
import { linkText } from '#features/schedule/plan/schedule.link.rules.ts';
import { dDayIds } from '#features/schedule/plan/schedule.proposal.rules.ts';
import { analysePlan } from '#features/schedule/plan/schedule.plan.rules.ts';
import { addDays, daysBetween, isWorkingDay, ownDays, type Day, type OwnDays } from '#platform/shared/calendar.ts';
import type { Locale } from '#platform/shared/messages.ts';
import { writeMessages } from './document.write.messages.ts';
import { writeOffice } from './office.ts';
import { plainText } from './plain.text.ts';
import { schedulePlanMessages } from './schedule-plan.write.messages.ts';
import type { Cell, Column, SheetShape } from './tables.ts';

/** The schedule as it is planned: T2's tasks with their links, slack and what they need. */
export interface SchedulePlanTable {
  readonly title: string;
  readonly tasks: readonly Task[];
  readonly calendar: readonly CalendarDay[];
  readonly leave?: readonly Leave[];
  /** D-day: slack is told until it. */
  readonly eventFrom?: Day | null;
  readonly locale: Locale;
}

const KEYS = ['number', 'phase', 'task', 'parent', 'owner', 'start', 'end', 'duration', 'links', 'milestone', 'slack', 'critical', 'resource', 'deliverable', 'state', 'note'] as const;
type Key = (typeof KEYS)[number];
const LOOKS: Readonly<Record<Key, Pick<Column, 'width' | 'align' | 'kind'>>> = {
  number: { width: 7, align: 'center', kind: 'number' }, phase: { width: 12, align: 'center', kind: 'text' }, task: { width: 30, align: 'left', kind: 'text' }, parent: { width: 10, align: 'center', kind: 'text' },
  owner: { width: 14, align: 'left', kind: 'text' }, start: { width: 14, align: 'center', kind: 'day' }, end: { width: 14, align: 'center', kind: 'day' }, duration: { width: 11, align: 'center', kind: 'number' },
  links: { width: 20, align: 'left', kind: 'text' }, milestone: { width: 12, align: 'center', kind: 'text' }, slack: { width: 12, align: 'center', kind: 'number' }, critical: { width: 11, align: 'center', kind: 'text' },
  resource: { width: 18, align: 'left', kind: 'text' }, deliverable: { width: 18, align: 'left', kind: 'text' }, state: { width: 14, align: 'center', kind: 'state' }, note: { width: 24, align: 'left', kind: 'text' },
};

const text = (value: string): Cell => ({ kind: 'text', text: plainText(value) });
const number = (value: number | null | undefined): Cell => (typeof value === 'number' ? { kind: 'number', value } : text(''));

/** Working days as a number, calendar days with their word: a reader of task lists takes a bare number for working days. A task that begins or ends on a free day is worked on it, and counts calendar days. */
function durationCell(task: Task, own: OwnDays, locale: Locale): Cell {
  const from = task.startOn ?? task.endOn;
  const to = task.endOn ?? task.startOn;
  if (from === null || to === null || to < from) return text('');
  if (task.milestone) return number(0);
  const all = daysBetween(from, to) + 1;
  if (task.durationUnit === 'day' || !isWorkingDay(from, own) || !isWorkingDay(to, own)) return text(schedulePlanMessages[locale].calendarDays(all));
  return number(Array.from({ length: all }, (_, index): Day => addDays(from, index)).filter((day) => isWorkingDay(day, own)).length);
}

export function shapeSchedulePlan({ tasks, calendar, leave = [], eventFrom = null, locale }: SchedulePlanTable): SheetShape {
  const words = schedulePlanMessages[locale];
  const { phases, stateCells } = writeMessages[locale];
  const own = ownDays(calendar);
  const analysis = analysePlan(tasks, leaveCalendar(own, tasks, leave), dDayIds(tasks, { eventFrom }));
  const numbers = new Map(tasks.map((task, index) => [task.id, index + 1]));
  const row = (task: Task, index: number): Readonly<Record<Key, Cell>> => {
    const dates = analysis.tasks.get(task.id);
    const isOpen = task.state !== 'done' && task.state !== 'cancelled';
    return {
      number: number(index + 1), phase: text(phases[task.phase]), task: text(task.title), parent: text(task.parentId === null ? '' : String(numbers.get(task.parentId) ?? '')), owner: text(task.ownerText),
      start: { kind: 'day', day: task.startOn }, end: { kind: 'day', day: task.endOn }, duration: durationCell(task, own, locale), links: text(linkText(task.links, (id) => numbers.get(id), words.lag)),
      milestone: text(task.milestone ? words.yes : ''), slack: isOpen ? number(dates?.totalSlack) : text(''), critical: text(isOpen && dates?.critical ? words.yes : ''), resource: text(task.resourceText), deliverable: text(task.deliverable),
      state: text(stateCells[task.effectiveState]), note: text(task.note.trim() === '' ? '-' : task.note),
    };
  };
  return {
    name: words.sheet, titled: words.titled, columns: KEYS.map((key) => ({ heading: words.columns[key], share: 4, ...LOOKS[key] })),
    rows: tasks.map((task, index) => { const cells = row(task, index); return KEYS.map((key) => cells[key]); }),
  };
}

/** A workbook of its own: T2's stays exactly T2. */
export function writeSchedulePlan(table: SchedulePlanTable): Promise<Buffer> {
  return writeOffice({ kind: 'xlsx', heading: { title: table.title, locale: table.locale }, shapes: [shapeSchedulePlan(table)] });
}
