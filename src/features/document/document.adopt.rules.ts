import type { Adopted } from './document.contract.ts';
import { goalProposals } from './document.goal.rules.ts';
import { CALENDAR_DURATION, YES_MARK } from './document.links.vocabulary.ts';
import { wholeDays, writtenDays } from '#features/schedule/times/schedule.written.rules.ts';
import { daysBetween } from '#platform/shared/calendar.ts';
import type { JsonValue, ReadCell, ReadRow, ReadTable, Understanding } from '#features/reading/reading.contract.ts';

type BudgetRow = Adopted['budget'][number];
type TaskRow = Adopted['schedule'][number];

const MAX_YUAN = 9_999_999_999.99;
const isDash = (text: string): boolean => /^[-—–―/\s]*$/.test(text);
const textOf = (cell: ReadCell | undefined, maximum: number): string => (cell ? cell.text.trim().slice(0, maximum) : '');
const plainOf = (cell: ReadCell | undefined, maximum: number): string => (cell && isDash(cell.text) ? '' : textOf(cell, maximum));
const numberOf = (cell: ReadCell | undefined): number | null => (typeof cell?.value === 'number' ? cell.value : null);
const centsOf = (yuan: number | null): number | null => (yuan !== null && Math.abs(yuan) <= MAX_YUAN ? Math.round(yuan * 100) : null);

/** A read budget line as T1's row. An amount that is not stated follows from 单价 × 数量 × 次. */
export function budgetRowOf({ cells }: ReadRow, category = ''): BudgetRow {
  const stated = numberOf(cells['amount']);
  const price = numberOf(cells['unitPrice']);
  const quantity = numberOf(cells['quantity']) ?? quantityOf(cells['quantity']?.value);
  const times = numberOf(cells['times']) ?? 1;
  const amount = stated ?? (price !== null && quantity !== null ? price * quantity * times : null);
  return {
    category: plainOf(cells['category'], 60) || category.slice(0, 60),
    detail: plainOf(cells['detail'], 500),
    amountCents: Math.max(0, centsOf(amount) ?? 0),
    actualCents: centsOf(numberOf(cells['actual'])),
    ownerText: plainOf(cells['owner'], 100),
    note: plainOf(cells['note'], 500),
  };
}

/** A quantity cell may hold several items (`海报500张、宣传册2000本`): only a single one multiplies. */
function quantityOf(value: JsonValue | undefined): number | null {
  const items = Array.isArray(value) ? value : [];
  const only = items.length === 1 ? items[0] : undefined;
  const quantity = only && typeof only === 'object' && !Array.isArray(only) ? only['quantity'] : undefined;
  return typeof quantity === 'number' ? quantity : null;
}

/** Days from which on a month and a day no longer say which is meant. */
const YEAR = 365;
const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const timePattern = /^([01]\d|2[0-3]):[0-5]\d$/;
const field = (value: JsonValue | undefined, name: string): string | null => {
  const found = value !== null && typeof value === 'object' && !Array.isArray(value) ? value[name] : undefined;
  return typeof found === 'string' ? found : null;
};
const onlyDay = (text: string | null): string | null => (text !== null && dayPattern.test(text) ? text : null);

/** First and last day of two columns as T2 writes them; texts that are no whole days stay as they are written. */
function periodText(start: ReadCell | undefined, end: ReadCell | undefined): string {
  const [from, to] = [textOf(start, 28), textOf(end, 28) || textOf(start, 28)];
  if (dayPattern.test(from) && dayPattern.test(to)) return from <= to && daysBetween(from, to) < YEAR ? writtenDays({ from, to }) : wholeDays({ from, to });
  return from === to || from === '' ? to : `${from}-${to}`;
}

/** A read task as T2's row. Days that are in question stay open; the text as written is kept. */
export function taskRowOf({ cells }: ReadRow): TaskRow {
  const when = cells['when'];
  const startOn = onlyDay(field(when?.value, 'start')) ?? onlyDay(field(cells['start']?.value, 'start') ?? stringOf(cells['start']));
  const endOn = onlyDay(field(when?.value, 'end')) ?? onlyDay(field(cells['end']?.value, 'end') ?? stringOf(cells['end'])) ?? startOn;
  const due = field(when?.value, 'dueTime') ?? stringOf(cells['dueTime']);
  const ordered = startOn === null || endOn === null || startOn <= endOn;
  return {
    phase: phaseOf(cells['phase']),
    whenText: plainOf(when, 60) || periodText(cells['start'], cells['end']),
    startOn: ordered ? startOn : null,
    endOn: ordered ? endOn : null,
    dueTime: due !== null && timePattern.test(due) ? due : null,
    title: plainOf(cells['task'], 300),
    ownerText: plainOf(cells['owner'], 100),
    state: stateOf(cells['state']),
    note: [plainOf(cells['detail'], 400), plainOf(cells['note'], 400)].filter((part) => part !== '').join(' · ').slice(0, 500),
    ...plannedOf(cells),
  };
}

/** What a richer table says beyond T2; a field that it leaves open is left out. */
function plannedOf(cells: ReadRow['cells']): Partial<TaskRow> {
  const said: Partial<TaskRow> = {};
  const put = <Name extends 'number' | 'before' | 'parent' | 'resourceText' | 'deliverable'>(name: Name, cell: ReadCell | undefined, maximum: number) => {
    const value = plainOf(cell, maximum);
    if (value !== '') said[name] = value;
  };
  put('before', cells['dependsOn'], 400);
  put('parent', cells['parent'], 20);
  put('resourceText', cells['resource'], 200);
  put('deliverable', cells['output'], 200);
  if (YES_MARK.test(plainOf(cells['isMilestone'], 20))) said.milestone = true;
  if (YES_MARK.test(plainOf(cells['isFixed'], 20))) said.fixed = true;
  const [notBeforeOn, dueOn] = [onlyDay(stringOf(cells['notBefore'])), onlyDay(stringOf(cells['dueBy']))];
  if (notBeforeOn !== null) said.notBeforeOn = notBeforeOn;
  if (dueOn !== null) said.dueOn = dueOn;
  const duration = plainOf(cells['duration'], 20);
  // A bare number counts working days where the table tells what waits for what, as planning tools do.
  if (cells['dependsOn'] && duration !== '' && !said.milestone && !CALENDAR_DURATION.test(duration)) said.durationUnit = 'workday';
  if (cells['dependsOn'] || cells['parent']) put('number', cells['number'], 20);
  return said;
}

const stringOf = (cell: ReadCell | undefined): string | null => (typeof cell?.value === 'string' ? cell.value : null);

function phaseOf(cell: ReadCell | undefined): TaskRow['phase'] {
  const { value } = cell ?? {};
  return value === 'execution' || value === 'retrospective' ? value : 'preparation';
}

function stateOf(cell: ReadCell | undefined): TaskRow['state'] {
  const { value } = cell ?? {};
  return value === 'doing' || value === 'done' || value === 'delayed' || value === 'cancelled' ? value : 'open';
}

const isNamed = (row: { readonly category: string; readonly detail: string; readonly amountCents: number }): boolean => row.category !== '' || row.detail !== '' || row.amountCents > 0;

export function budgetRowsOf(table: ReadTable): BudgetRow[] {
  return table.rows.map((row) => budgetRowOf(row)).filter(isNamed);
}

export function taskRowsOf(table: ReadTable): TaskRow[] {
  return table.rows.map((row) => taskRowOf(row)).filter((row) => row.title !== '');
}

/** Everything that goes into a campaign as rows; other kinds stay tables. */
export function adoptAll(understanding: Understanding): Pick<Adopted, 'goals' | 'budget' | 'schedule'> {
  const tables = (kind: ReadTable['kind']) => understanding.tables.filter((table) => table.kind === kind);
  return {
    goals: goalProposals(understanding).map(({ row }) => row),
    budget: tables('budget').flatMap((table) => budgetRowsOf(table)),
    schedule: tables('schedule').flatMap((table) => taskRowsOf(table)),
  };
}

/** A table of a kind whose feature comes later, as it stood. */
export function attachedTableOf(table: ReadTable): Adopted['attached'][number] {
  return {
    kind: table.kind,
    title: table.title.slice(0, 200),
    headers: table.headers.slice(0, 60).map((header) => header.slice(0, 200)),
    rows: table.rows.slice(0, 5_000).map((row) => table.fields.slice(0, 60).map((name) => textOf(row.cells[name], 2_000))),
  };
}
