import { daysBetween, isDay, type Day } from '#platform/shared/calendar.ts';
import { squeeze } from '#features/reading/reading.normal.rules.ts';
import type { SourceCell } from '#features/reading/reading.source.rules.ts';
import type { TaskLink } from '../schedule.contract.ts';
import { readLinks, type LinkError } from '../plan/schedule.link.rules.ts';
import { DATE_MARKS, DURATION_TEXT, NO_PARENT, PLAIN_DAY_UNIT, SHEET_HEADINGS, TOTAL_LINE, WEEK_UNIT, type SheetColumn } from './schedule.sheet.vocabulary.ts';

/** A line of a task list: 序号 / 任务名称 / 工期 / 依赖关系. */
export interface SheetTask {
  /** As the file numbers it: a number when it is a whole one. */
  readonly id: number | string;
  readonly name: string;
  readonly duration: number;
  /** Counts calendar days, whatever the calendar. */
  readonly isPlain: boolean;
  readonly startOn: Day | null;
  /** The number of the line that this one is a part of: as its column says, or `1` for `1.2`. */
  readonly parent: string | undefined;
  /** By the number of the other line, as text. */
  readonly links: readonly TaskLink[];
}

/** What keeps a list from being a schedule; `task` is the line it is about, as it names itself. */
export type SheetProblem =
  | { readonly code: 'noTable' }
  | { readonly code: 'noTasks' }
  | { readonly code: 'duplicateNumber'; readonly number: string; readonly names: readonly string[] }
  | { readonly code: 'fraction' | 'duration'; readonly task: string; readonly text: string }
  | { readonly code: 'noDuration'; readonly task: string }
  | { readonly code: 'parentUnknown'; readonly task: string; readonly text: string }
  | { readonly code: 'parentCycle'; readonly tasks: readonly string[] }
  | { readonly code: 'link'; readonly task: string; readonly error: LinkError }
  | { readonly code: 'cycle'; readonly tasks: readonly string[] };

export interface SheetReading {
  readonly tasks: readonly SheetTask[];
  readonly problems: readonly SheetProblem[];
}

/** How days are counted where the list leaves it open. */
export interface DayCount {
  readonly daysPerWeek: number;
  /** The length of a task from its first to its last day. */
  readonly lengthOf: (first: Day, last: Day) => number;
}

const LONGEST_LAG = 100_000;
const headingOf = (text: string): string => squeeze(text).toLowerCase().replace(/[（(].*?[)）]/g, '').replace(/[:*]+$/, '').replace(/[-_/]/g, '');

function columnOf(heading: string): SheetColumn | undefined {
  return (Object.keys(SHEET_HEADINGS) as SheetColumn[]).find((column) => SHEET_HEADINGS[column].includes(heading));
}

type Columns = ReadonlyMap<SheetColumn, number>;

/** Which cell of a line holds what; undefined for a line that is no heading. A heading names the task or its number, and its length, dates or predecessors. */
export function sheetColumns(row: readonly SourceCell[]): Columns | undefined {
  const columns = new Map<SheetColumn, number>();
  row.forEach((cell, index) => {
    const column = cell.text.length <= 40 ? columnOf(headingOf(cell.text)) : undefined;
    if (column && !columns.has(column)) columns.set(column, index);
  });
  const names = columns.has('name') || columns.has('number');
  return names && (columns.has('duration') || columns.has('links') || (columns.has('start') && columns.has('end'))) ? columns : undefined;
}

interface Line {
  readonly number: string;
  readonly name: string;
  readonly label: string;
  readonly duration: string;
  readonly links: string;
  /** The line above it in the order of parts, by number or name, as written. */
  readonly parent: string;
  readonly startOn: Day | null;
  readonly endOn: Day | null;
}

const dayIn = (cell: SourceCell | undefined): Day | null => {
  const text = cell?.day ?? squeeze(cell?.text ?? '').replace(DATE_MARKS, '-');
  const day = text.replace(/^(\d{4})-(\d{1,2})-(\d{1,2}).*$/, (_, year: string, month: string, date: string) => `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
  return isDay(day) ? day : null;
};

function linesOf(rows: readonly (readonly SourceCell[])[], columns: Columns): Line[] {
  const cell = (row: readonly SourceCell[], column: SheetColumn): SourceCell | undefined => row[columns.get(column) ?? -1];
  const written = (row: readonly SourceCell[], column: SheetColumn): string => (cell(row, column)?.text ?? '').trim();
  const text = (row: readonly SourceCell[], column: SheetColumn): string => written(row, column).normalize('NFKC');
  return rows.flatMap((row) => {
    // A name stays as it is written: its punctuation is full-width.
    const [number, name] = [text(row, 'number'), written(row, 'name')];
    // A name alone, where tasks have numbers, is the heading of a phase.
    const isHeading = number === '' && columns.has('number') && (['duration', 'links', 'start', 'end'] as const).every((column) => text(row, column) === '');
    if (isHeading || (number === '' && name === '') || TOTAL_LINE.test(number) || (number === '' && TOTAL_LINE.test(name))) return [];
    return [{ written: number, name, duration: squeeze(text(row, 'duration')), links: text(row, 'links'), parent: text(row, 'parent'), startOn: dayIn(cell(row, 'start')), endOn: dayIn(cell(row, 'end')) }];
  }).map(({ written, ...line }, index) => {
    const number = written === '' ? String(index + 1) : written;
    return { ...line, number, label: line.name === '' ? number : `${number} ${line.name}` };
  });
}

function lengthOf(line: Line, count: DayCount): { duration: number; isPlain: boolean } | SheetProblem {
  if (line.duration === '' && line.startOn !== null && line.endOn !== null && line.endOn >= line.startOn) return { duration: count.lengthOf(line.startOn, line.endOn), isPlain: false };
  if (line.duration === '') return { code: 'noDuration', task: line.label };
  const [, whole, fraction = '', unit = ''] = DURATION_TEXT.exec(line.duration) ?? [];
  if (whole === undefined) return { code: 'duration', task: line.label, text: line.duration };
  if (/[1-9]/.test(fraction)) return { code: 'fraction', task: line.label, text: line.duration };
  return { duration: Number(whole) * (WEEK_UNIT.test(unit) ? count.daysPerWeek : 1), isPlain: PLAIN_DAY_UNIT.test(unit) };
}

function duplicates(lines: readonly Line[]): SheetProblem[] {
  const byNumber = new Map<string, string[]>();
  for (const { number, name } of lines) byNumber.set(number, [...(byNumber.get(number) ?? []), name]);
  return [...byNumber].flatMap(([number, names]) => (names.length > 1 ? [{ code: 'duplicateNumber' as const, number, names }] : []));
}

/** `1.2.3` is a part of `1.2`, where there is such a line. */
function parentOf(number: string, numbers: ReadonlySet<string>): string | undefined {
  const end = number.lastIndexOf('.');
  if (end <= 0) return undefined;
  const above = number.slice(0, end);
  return numbers.has(above) ? above : parentOf(above, numbers);
}

/** What each line is a part of. What its column names (by number, else the nearest line above of that name) has the length of its parts, whatever length stands there. */
function parentsIn(lines: readonly Line[], found: (number: string) => string | undefined): { readonly parents: ReadonlyMap<string, string>; readonly problems: readonly SheetProblem[] } {
  const parents = new Map<string, string>();
  const problems: SheetProblem[] = [];
  const open = new Set(lines.filter((line) => line.duration === '').map((line) => line.number));
  // Names are told apart in one width: what is written in full-width letters is meant by the others too.
  const named = new Map<string, string>();
  for (const { name, number } of lines.toReversed()) if (name !== '') named.set(name.normalize('NFKC'), number);
  for (const { number, name, label, parent: text } of lines) {
    const parent = found(text) ?? (NO_PARENT.test(text) ? parentOf(number, open) : named.get(text));
    if (parent !== undefined) parents.set(number, parent);
    else if (!NO_PARENT.test(text)) problems.push({ code: 'parentUnknown', task: label, text });
    if (name !== '') named.set(name.normalize('NFKC'), number);
  }
  return { parents, problems: [...problems, ...parentCircles(lines, parents)] };
}

/** Lines that are parts of each other, each circle once. */
function parentCircles(lines: readonly Line[], parents: ReadonlyMap<string, string>): SheetProblem[] {
  const labels = new Map(lines.map((line) => [line.number, line.label]));
  const seen = new Set<string>();
  return lines.flatMap(({ number }): SheetProblem[] => {
    const path: string[] = [];
    for (let at: string | undefined = number; at !== undefined && !seen.has(at); at = parents.get(at)) {
      seen.add(at);
      path.push(at);
    }
    const back = path.indexOf(parents.get(path.at(-1) ?? '') ?? '');
    return back < 0 ? [] : [{ code: 'parentCycle', tasks: path.slice(back).map((one) => labels.get(one) ?? one) }];
  });
}

/** `007` is a name, 7 a number. */
const idOf = (number: string): number | string => (/^(?:0|[1-9]\d{0,14})$/.test(number) ? Number(number) : number);

/** Reads the tasks beneath the first heading of a table. All that is wrong is told, not only the first. */
export function readSheet(rows: readonly (readonly SourceCell[])[], count: DayCount): SheetReading {
  const top = rows.findIndex((row) => sheetColumns(row) !== undefined);
  const columns = sheetColumns(rows[top] ?? []);
  if (!columns) return { tasks: [], problems: [{ code: 'noTable' }] };
  const lines = linesOf(rows.slice(top + 1), columns);
  if (lines.length === 0) return { tasks: [], problems: [{ code: 'noTasks' }] };
  const numbers = new Set(lines.map((line) => line.number));
  const folded = new Map(lines.map((line) => [line.number.toLowerCase(), line.number]));
  const numberOf = (text: string): string | undefined => (numbers.has(text) ? text : folded.get(text.toLowerCase()));
  const { parents, problems: misplaced } = parentsIn(lines, numberOf);
  const isParentOf = new Set(parents.values());
  const problems: SheetProblem[] = [...duplicates(lines), ...misplaced];
  const tasks = lines.flatMap((line): SheetTask[] => {
    // By their numbers alone, a line with parts and no duration has that of its parts; one with a duration stands for itself, and its parts too.
    const isParent = isParentOf.has(line.number);
    const length = isParent ? { duration: 0, isPlain: false } : lengthOf(line, count);
    if ('code' in length) problems.push(length);
    const { links, errors } = readLinks(line.links, { self: line.number, unit: 'workday', longestLag: LONGEST_LAG, repeats: true, idOf: numberOf });
    for (const error of errors) problems.push({ code: 'link', task: line.label, error });
    return 'code' in length ? [] : [{ id: idOf(line.number), name: line.name, ...length, startOn: isParent ? null : line.startOn, parent: parents.get(line.number), links }];
  });
  return { tasks, problems };
}

/** Counts every day. */
export const PLAIN_DAYS: DayCount = { daysPerWeek: 7, lengthOf: (first, last) => daysBetween(first, last) + 1 };
