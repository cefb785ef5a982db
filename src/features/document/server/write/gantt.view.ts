import type { Task } from '#features/schedule/schedule.contract.ts';
import { leaveCalendar } from '#features/schedule/plan/schedule.leave.rules.ts';
import { dDayIds } from '#features/schedule/plan/schedule.proposal.rules.ts';
import { analysePlan, type PlanAnalysis, type PlanDates } from '#features/schedule/plan/schedule.plan.rules.ts';
import type { PlanCalendar } from '#features/schedule/plan/schedule.planned.rules.ts';
import { durationOf } from '#features/schedule/views/schedule.drag.rules.ts';
import { addDays, daysBetween, isCoveredYear, isWorkingDay, ownDays, type Day, type OwnDays } from '#platform/shared/calendar.ts';
import type { Locale } from '#platform/shared/messages.ts';
import { fullDay, periodText } from './day.text.ts';
import { writeMessages } from './document.write.messages.ts';
import { barLinks } from './gantt.bars.ts';
import { ganttRows, type GanttRow } from './gantt.rows.ts';
import { lowerMarks, restsOf, scaleFor, upperMarks, type AxisMark, type Scale } from './gantt.scale.ts';
import type { GanttData } from './gantt.types.ts';
import { ganttMessages } from './gantt.write.messages.ts';

/** Points. A line of nine-point text with air around it; what fits on the longest page that readers open. */
const ROW = 18;
const MOST_ROWS = 640;
/** The columns beside the chart but the name's, which is as wide as the longest name, within bounds. */
const COLUMNS = { number: 28, owner: 74, period: 78, duration: 48, slack: 38 } as const;
const NAME = { least: 150, most: 300, indent: 10 } as const;

type TaskRow = Extract<GanttRow, { kind: 'task' }>;
const partsOf = (day: Day): [number, number, number] => [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];

/** About how wide a text is at a size: a Chinese character is as wide as it is high, another a good half of that. */
const widthOf = (text: string, size: number): number => [...text].reduce((sum, character) => sum + (character > '\u2E7F' ? 1 : 0.56), 0) * size;

/** The text cut to a width, with an ellipsis: the page has one line for each task. */
function fit(text: string, width: number, size: number): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (widthOf(plain, size) <= width) return plain;
  let kept = '';
  let used = size;
  for (const character of plain) {
    used += widthOf(character, size);
    if (used > width) break;
    kept += character;
  }
  return `${kept}…`;
}

const startOf = (task: Task): Day | null => task.startOn ?? task.endOn;
const endOf = (task: Task): Day | null => task.endOn ?? task.startOn;

/** The first and the last day that the chart shows: the campaign's, and what lies outside of it. */
function spanOf({ tasks, startsOn, endsOn }: GanttData, analysis: PlanAnalysis): readonly [Day, Day] {
  const days = [startsOn, endsOn, ...tasks.flatMap((task) => [startOf(task), endOf(task)].filter((day) => day !== null)), ...[...analysis.tasks.values()].filter((dates) => dates.totalSlack > 0).map((dates) => dates.lateFinish)].toSorted();
  return [days[0] as Day, days.at(-1) as Day];
}

function durationText(task: Task, calendar: PlanCalendar, locale: Locale): string {
  const words = ganttMessages[locale];
  const length = durationOf(task, calendar);
  if (length === null || task.milestone) return '';
  return task.durationUnit === 'day' ? words.days(length) : words.workdays(length);
}

function textsOf({ task, depth, number }: TaskRow, dates: PlanDates | undefined, calendar: PlanCalendar, nameWidth: number, locale: Locale) {
  const words = ganttMessages[locale];
  const [from, to] = [startOf(task), endOf(task)];
  const dayText = (day: Day) => { const [, month, date] = partsOf(day); return words.dayOf(month, date); };
  const period = from === null || to === null ? words.undated : from === to ? dayText(from) : `${dayText(from)}–${dayText(to)}`;
  return {
    number: String(number), title: fit(task.title, nameWidth - depth * NAME.indent - 8, 9), indent: Math.min(depth, 6) * NAME.indent, owner: fit(task.ownerText, COLUMNS.owner - 8, 8.5), period, duration: durationText(task, calendar, locale),
    slack: dates && task.state !== 'done' ? String(dates.totalSlack) : '', struck: task.state === 'cancelled', critical: dates?.critical === true && task.state !== 'done',
  };
}

function barOf({ task, isParent }: TaskRow, dates: PlanDates | undefined, scale: Scale, locale: Locale) {
  const [from, to] = [startOf(task), endOf(task)];
  if (from === null || to === null) return null;
  const left = scale.xOf(from);
  const right = scale.xOf(addDays(to < from ? from : to, 1));
  const tone = task.state === 'done' || task.state === 'cancelled' ? task.state : dates?.critical ? 'critical' : 'plain';
  const slack = dates && dates.totalSlack > 0 && task.state !== 'done' && task.state !== 'cancelled' && !isParent ? scale.xOf(addDays(dates.lateFinish, 1)) - right : 0;
  return {
    left, right, tone, shape: task.milestone ? 'milestone' : isParent ? 'parent' : 'bar', slack: Math.max(0, Math.min(slack, scale.width - right)),
    late: task.effectiveState === 'delayed' ? writeMessages[locale].states.delayed : '', label: task.dueTime === null ? '' : ganttMessages[locale].due(task.dueTime),
  };
}

function axisOf(scale: Scale, own: OwnDays, locale: Locale) {
  const words = ganttMessages[locale];
  const upper = ({ day, width, x }: AxisMark) => {
    const [year, month] = partsOf(day);
    const text = scale.unit === 'month' ? words.year(year) : x === 0 || month === 1 ? words.yearMonth(year, month) : words.month(year, month);
    return { x, width, text: widthOf(text, 8.5) + 8 > width ? '' : text };
  };
  const lower = ({ day, width, x }: AxisMark) => {
    const [year, month, date] = partsOf(day);
    const text = scale.unit === 'day' ? String(date) : scale.unit === 'week' ? words.week(month, date) : words.month(year, month);
    return { x, width, text: widthOf(text, 7.5) + 2 > width ? '' : text, rest: scale.unit === 'day' && !isWorkingDay(day, own) };
  };
  return { upper: upperMarks(scale).map(upper), lower: lowerMarks(scale).map(lower) };
}

function verdictOf({ tasks }: GanttData, analysis: PlanAnalysis, locale: Locale): string {
  const words = ganttMessages[locale].verdict;
  if (analysis.finish === null) return words.none;
  const counted = tasks.filter((task) => task.state !== 'cancelled');
  const critical = counted.filter((task) => task.state !== 'done' && analysis.tasks.get(task.id)?.critical).length;
  const late = counted.filter((task) => task.effectiveState === 'delayed').length;
  return [words.tasks(counted.length, counted.filter((task) => task.state === 'done').length), critical > 0 ? words.critical(critical) : '', words.finish(fullDay(analysis.finish, locale)), late > 0 ? words.late(late) : '', words.stop].join('');
}

function notesOf(data: GanttData, analysis: PlanAnalysis, [first, last]: readonly [Day, Day], locale: Locale): string[] {
  const words = ganttMessages[locale].notes;
  const titles = new Map(data.tasks.map((task) => [task.id, task.title]));
  return [
    ...analysis.cycles.slice(0, 5).map((cycle) => words.cycle([...cycle, ...cycle.slice(0, 1)].map((id) => fit(titles.get(id) ?? '', 120, 9)))),
    ...(analysis.violated.length > 0 ? [words.violated(analysis.violated.length)] : []),
    ...(isCoveredYear(first) && isCoveredYear(last) ? [] : [words.uncovered]),
  ];
}

/** The page in numbers and finished texts: the template draws, and computes nothing. */
export function viewGantt(data: GanttData, locale: Locale) {
  const words = ganttMessages[locale];
  const own = ownDays(data.calendar);
  const calendar = leaveCalendar(own, data.tasks, data.leave ?? []);
  const analysis = analysePlan(data.tasks, calendar, dDayIds(data.tasks, data));
  const span = spanOf(data, analysis);
  const scale = scaleFor(...span);
  const rows = ganttRows(data.tasks);
  const longest = Math.max(...rows.map((row) => (row.kind === 'task' ? widthOf(row.task.title, 9) + row.depth * NAME.indent : 0)), 0);
  const nameWidth = Math.min(NAME.most, Math.max(NAME.least, longest + 12));
  const pages = Array.from({ length: Math.max(1, Math.ceil(rows.length / MOST_ROWS)) }, (_, index) => rows.slice(index * MOST_ROWS, (index + 1) * MOST_ROWS));
  const rowView = (row: GanttRow) => (row.kind === 'phase'
    ? { kind: 'phase', title: writeMessages[locale].phases[row.phase] }
    : { kind: 'task', ...textsOf(row, analysis.tasks.get(row.task.id), calendar, nameWidth, locale), bar: barOf(row, analysis.tasks.get(row.task.id), scale, locale) });
  const lineAt = (day: Day | null, width: number, text: string) => (day === null || day < scale.from || day > scale.to ? null : { x: scale.xOf(day), width, text });
  const dday = data.eventFrom === null ? null : lineAt(data.eventFrom, (daysBetween(data.eventFrom, data.eventTo ?? data.eventFrom) + 1) * scale.dayWidth, words.dday(shortDay(data.eventFrom, locale)));
  return {
    lang: locale === 'en' ? 'en' : 'zh', title: data.title, kind: words.kind, author: data.lead === '' ? writeMessages[locale].product : data.lead, company: data.company,
    asOf: writeMessages[locale].asOf(fullDay(data.today, locale)), page: writeMessages[locale].page('{n}', '{all}'),
    meta: [{ label: words.meta.period, text: periodText(data.startsOn, data.endsOn, locale) }, { label: words.meta.lead, text: data.lead === '' ? writeMessages[locale].nobody : data.lead }],
    verdict: verdictOf(data, analysis, locale), notes: notesOf(data, analysis, span, locale), row: ROW, columns: { ...COLUMNS, title: nameWidth }, headings: words.columns, legend: words.legend,
    width: scale.width, dayWidth: scale.dayWidth, rests: restsOf(scale, own), axis: axisOf(scale, own, locale), today: lineAt(data.today, scale.dayWidth, words.today(shortDay(data.today, locale))), dday,
    pages: pages.map((own_, index) => ({ rows: own_.map(rowView), links: barLinks(own_, analysis, scale, ROW), part: pages.length > 1 ? words.notes.parts(index + 1, pages.length) : '' })),
  };
}

function shortDay(day: Day, locale: Locale): string {
  const [, month, date] = partsOf(day);
  return writeMessages[locale].day(month, date);
}
