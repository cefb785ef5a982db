import type { Phase, TaskState } from '#features/schedule/schedule.rules.ts';
import type { Day } from '#platform/shared/calendar.ts';
import type { Locale } from '#platform/shared/messages.ts';
import { formatAmount, type Cents } from '#platform/shared/money.ts';
import { writeMessages } from './document.write.messages.ts';
import { whenOf } from './day.text.ts';
import { plainText } from './plain.text.ts';

/** How an amount came about: the approved one, and what was added (+) or taken (−) since, by kind of request. */
export type BudgetChange = { plannedCents: Cents; moves: readonly { kind: 'transfer' | 'reserve' | 'supplement' | 'cut' | 'other'; cents: Cents }[] };

/** One line of T1. `actualCents` null: nothing spent yet, written `-` and never 0. */
export type BudgetRow = {
  category: string;
  detail: string;
  amountCents: Cents;
  actualCents: Cents | null;
  ownerText: string;
  note: string;
  /** Set when the amount is no longer the approved one; said under the table, whose columns stay the source's. */
  change?: BudgetChange | null;
};

/** One row of T2. `whenText` is written as it is; when it is empty, the days take its place. */
export type ScheduleRow = {
  phase: Phase;
  whenText: string;
  startOn?: Day | null;
  endOn?: Day | null;
  title: string;
  ownerText: string;
  state: TaskState;
  note: string;
};

/** `title` is the campaign's name; `subtitle` a line under it (period, lead). Rows are written in the order given. */
export type TableHeading = { title: string; subtitle?: string; locale: Locale };
export type BudgetTable = TableHeading & { lines: readonly BudgetRow[] };
export type ScheduleTable = TableHeading & { tasks: readonly ScheduleRow[] };
export type CampaignTables = BudgetTable & ScheduleTable;

export type Column = {
  heading: string;
  /** Width in a worksheet, in digits. */
  width: number;
  /** Share of an upright A4 page: about the number of Chinese characters at 10 points. */
  share: number;
  align: 'left' | 'center' | 'right';
  kind: 'text' | 'number' | 'amount' | 'share' | 'state' | 'day';
};

export type Cell =
  | { kind: 'text'; text: string }
  | { kind: 'number'; value: number }
  | { kind: 'amount'; cents: Cents | null }
  /** A real date in a worksheet. */
  | { kind: 'day'; day: Day | null }
  /** 0.46 is 46 %. */
  | { kind: 'share'; share: number | null }
  /** Covered by the cell above it, which has `rows`. */
  | { kind: 'covered' }
  | { kind: 'spanning'; text: string; rows: number };

/** A table as T1 and T2 define it, before any file format. */
export type SheetShape = {
  name: string;
  titled: string;
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
  /** The 合计 row: its label spans `labelColumns`; `sums` are the columns that are added up. */
  total?: { label: string; labelColumns: number; sums: readonly { column: number; cents: Cents | null }[]; facts?: readonly { column: number; cell: Cell }[] };
  /** Sentences under the table. They are no part of it: an import leaves them alone. */
  notes?: readonly string[];
};

/** The heading alone, without the rows that stand in the same input. */
export function headingOf({ title, subtitle, locale }: TableHeading): TableHeading {
  return { title, locale, ...(subtitle ? { subtitle } : {}) };
}

const text = (value: string): Cell => ({ kind: 'text', text: plainText(value) });

/** The source writes `-` where there is no remark, and the import reads it as none. */
const noteCell = (note: string): Cell => text(note.trim() === '' ? '-' : note);

/** Sum of the known values; null when none is known, so that 合计 says `-` as the source does, not 0. */
export function sumKnown(values: readonly (Cents | null)[]): Cents | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

/** T1 活动预算表. */
export function shapeBudget({ lines, locale }: Pick<BudgetTable, 'lines' | 'locale'>): SheetShape {
  const { headings, sheet, titled, total } = writeMessages[locale].budget;
  const widths = [7, 16, 30, 15, 15, 12, 24];
  const shares = locale === 'en' ? [3, 7, 12.4, 6.8, 6.8, 5, 8] : [3, 6.2, 13.8, 6.8, 6.8, 4.8, 8];
  const aligns = ['center', 'left', 'left', 'right', 'right', 'left', 'left'] as const;
  const kinds = ['number', 'text', 'text', 'amount', 'amount', 'text', 'text'] as const;
  return {
    name: sheet,
    titled,
    columns: headings.map((heading, index) => ({
      heading,
      width: widths[index] ?? 12,
      share: shares[index] ?? 6,
      align: aligns[index] ?? 'left',
      kind: kinds[index] ?? 'text',
    })),
    rows: lines.map((line, index) => [
      { kind: 'number', value: index + 1 },
      text(line.category),
      text(line.detail),
      { kind: 'amount', cents: line.amountCents },
      { kind: 'amount', cents: line.actualCents },
      text(line.ownerText),
      noteCell(line.note),
    ]),
    total: {
      label: total,
      labelColumns: 3,
      sums: [
        { column: 3, cents: sumKnown(lines.map((line) => line.amountCents)) ?? 0 },
        { column: 4, cents: sumKnown(lines.map((line) => line.actualCents)) },
      ],
    },
    notes: changeNotes(lines, locale),
  };
}

/** What is said under T1 of lines whose amount is no longer the approved one: 原预算 8,000，调剂 +500. */
export function changeNotes(lines: readonly BudgetRow[], locale: Locale): string[] {
  const { changed, moves } = writeMessages[locale].budget;
  return lines.flatMap(({ change, category }, index) => {
    if (!change) return [];
    const parts = change.moves.map(({ kind, cents }) => moves[kind](`${cents > 0 ? '+' : ''}${formatAmount(cents)}`));
    return [changed(index + 1, plainText(category), formatAmount(change.plannedCents), parts)];
  });
}

/** T2 活动执行进度表: a run of tasks of one phase has one phase cell over all of its rows. */
export function shapeSchedule({ tasks, locale }: Pick<ScheduleTable, 'tasks' | 'locale'>): SheetShape {
  const words = writeMessages[locale];
  const widths = [12, 18, 30, 12, 24, 24];
  const shares = locale === 'en' ? [7.8, 8, 11.6, 4.8, 8, 8] : [5.2, 8.6, 11.4, 4.6, 9.4, 9];
  const aligns = ['center', 'left', 'left', 'left', 'center', 'left'] as const;
  return {
    name: words.schedule.sheet,
    titled: words.schedule.titled,
    columns: words.schedule.headings.map((heading, index) => ({
      heading,
      width: widths[index] ?? 12,
      share: shares[index] ?? 6,
      align: aligns[index] ?? 'left',
      kind: index === 4 ? 'state' : 'text',
    })),
    rows: tasks.map((task, index) => [
      phaseCell(tasks, index, words.phases[task.phase]),
      text(whenOf(task, locale)),
      text(task.title),
      text(task.ownerText),
      text(words.stateCells[task.state]),
      noteCell(task.note),
    ]),
  };
}

function phaseCell(tasks: readonly ScheduleRow[], index: number, label: string): Cell {
  const phase = tasks[index]?.phase;
  if (index > 0 && tasks[index - 1]?.phase === phase) return { kind: 'covered' };
  let rows = 1;
  while (index + rows < tasks.length && tasks[index + rows]?.phase === phase) rows += 1;
  return { kind: 'spanning', text: label, rows };
}
