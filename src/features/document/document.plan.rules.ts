import type { JsonValue, ReadCell, ReadRow, ReadTable } from '#features/reading/reading.contract.ts';
import { EMPTY_ROWS, NAMING_FIELD } from '#features/plan/plan.lists.rules.ts';
import type { PlanRowFields } from '#features/plan/plan.lists.contract.ts';
import { isDay } from '#platform/shared/calendar.ts';
import { CALENDAR_DAY, CAPACITY_HEADING, CLOCK, DAY_HEADING, DAY_NUMBER, FACT_LABEL, HARD_HEADING, HOURS, LEVEL_WORDS, METRIC_HEADING, NOTE_HEADING, PHASE_WORDS, REMARK, REMARKS_JOIN, RISK_WORDS, YES, ZONE_HEADING } from './document.plan.vocabulary.ts';

/** The tables of a plan that an import fills. */
export const IMPORTED_LISTS = ['risks', 'materials', 'channels', 'steps', 'zones'] as const;
export type ImportedList = (typeof IMPORTED_LISTS)[number];
export type ImportedRow<L extends ImportedList> = PlanRowFields<L>;

type Cells = ReadRow['cells'];
type Limit = number;

const said = (cells: Cells, field: string): string => {
  const text = cells[field]?.text.trim() ?? '';
  return /^[-—–―/\s]*$/.test(text) ? '' : text;
};
const cut = (text: string, limit: Limit): string => text.slice(0, limit);
const number = (cell: ReadCell | undefined): number | null => (typeof cell?.value === 'number' && cell.value >= 0 ? cell.value : null);
const choice = <V>(words: readonly (readonly [RegExp, V])[], text: string): V | undefined => words.find(([pattern]) => pattern.test(text))?.[1];
const inside = (value: JsonValue | undefined, name: string): JsonValue | undefined => (value !== null && typeof value === 'object' && !Array.isArray(value) ? value[name] : undefined);
const dayIn = (...values: readonly (JsonValue | undefined)[]): string | null => values.find((value): value is string => typeof value === 'string' && isDay(value)) ?? null;

/** The cell under a heading that the reading has no field for. */
const under = (table: ReadTable, cells: Cells, heading: RegExp): string => said(cells, table.fields[table.headers.findIndex((header) => heading.test(header.trim()))] ?? '');
const fieldUnder = (table: ReadTable, heading: RegExp): string => table.fields[table.headers.findIndex((header) => heading.test(header.trim()))] ?? '';

/** What a row says that has no field of ours goes into its note with its heading, so that nothing is lost. */
function noteOf(table: ReadTable, cells: Cells, used: readonly string[]): string {
  const rest = table.fields.flatMap((field, place) => {
    if (field === 'number' || used.includes(field)) return [];
    const text = said(cells, field);
    const heading = (table.headers[place] ?? '').trim();
    return text === '' ? [] : [field === 'note' || NOTE_HEADING.test(heading) ? text : REMARK(heading, text)];
  });
  return rest.join(REMARKS_JOIN);
}

function riskOf(table: ReadTable, { cells }: ReadRow): ImportedRow<'risks'> {
  const risk = said(cells, 'risk');
  const level = (field: string) => choice(LEVEL_WORDS, said(cells, field)) ?? 'medium';
  return {
    ...EMPTY_ROWS.risks, risk: cut(risk, 200), kind: choice(RISK_WORDS, said(cells, 'category')) ?? choice(RISK_WORDS, risk) ?? 'other', probability: level('probability'), effect: level('impact'),
    trigger: cut(said(cells, 'trigger'), 500), prevention: cut(said(cells, 'prevention'), 500), response: cut(said(cells, 'response'), 1_000), ownerText: cut(said(cells, 'owner'), 100),
    note: cut(noteOf(table, cells, ['risk', 'category', 'probability', 'impact', 'trigger', 'prevention', 'response', 'owner']), 500),
  };
}

function materialOf(table: ReadTable, { cells }: ReadRow): ImportedRow<'materials'> {
  const value = cells['quantity']?.value;
  const only = Array.isArray(value) && value.length === 1 ? value[0] : undefined;
  const counted = number(cells['quantity']) ?? (typeof inside(only, 'quantity') === 'number' ? (inside(only, 'quantity') as number) : null);
  const unit = said(cells, 'unit') || (cells['quantity']?.unit ?? '') || (typeof inside(only, 'unit') === 'string' ? String(inside(only, 'unit')) : '');
  const due = cells['due']?.value;
  const dueOn = dayIn(due, inside(due, 'end'), inside(due, 'start'));
  // What is written beside a number, and a day that was not understood, stays as it was written.
  const kept = ['item', 'specification', 'unit', 'supplier', 'owner', ...(counted === null ? [] : ['quantity']), ...(dueOn === null ? [] : ['due'])];
  return {
    ...EMPTY_ROWS.materials, name: cut(said(cells, 'item'), 100), spec: cut(said(cells, 'specification'), 300), quantity: counted, unit: cut(unit, 12), supplier: cut(said(cells, 'supplier'), 100),
    dueOn, ownerText: cut(said(cells, 'owner'), 100), note: cut(noteOf(table, cells, kept), 500),
  };
}

function channelOf(table: ReadTable, { cells }: ReadRow): ImportedRow<'channels'> {
  const when = cells['when']?.value;
  const startOn = dayIn(inside(when, 'start'));
  const endOn = dayIn(inside(when, 'end')) ?? startOn;
  const ordered = startOn === null || endOn === null || startOn <= endOn;
  const yuan = number(cells['budget']);
  const target = number(cells['target']);
  const phase = choice(PHASE_WORDS, said(cells, 'phase')) ?? choice(PHASE_WORDS, said(cells, 'when'));
  const kept = ['channel', 'form', 'audience', 'owner', fieldUnder(table, METRIC_HEADING), ...(startOn && ordered ? ['when'] : []), ...(yuan === null ? [] : ['budget']), ...(target === null ? [] : ['target']), ...(phase && said(cells, 'phase') ? ['phase'] : [])];
  return {
    ...EMPTY_ROWS.channels, channel: cut(said(cells, 'channel'), 60), phase: phase ?? 'burst', startOn: ordered ? startOn : null, endOn: ordered ? endOn : null, content: cut(said(cells, 'form'), 500),
    persona: cut(said(cells, 'audience'), 60), amountCents: yuan === null ? 0 : Math.round(yuan * 100), metric: cut(under(table, cells, METRIC_HEADING), 60), target, ownerText: cut(said(cells, 'owner'), 100), note: cut(noteOf(table, cells, kept), 500),
  };
}

const clocksIn = (text: string): string[] => [...text.matchAll(CLOCK)].map(([, hours = '', minutes = '']) => `${hours.padStart(2, '0')}:${minutes}`);
const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
/** A schedule whose rows have times of the day and no days is a run sheet (E3.1). */
function isRunSheet(table: ReadTable): boolean {
  return table.kind === 'schedule' && table.rows.length > 0 && !table.fields.includes('phase') && !table.fields.includes('state')
    && table.rows.every(({ cells }) => clocksIn(`${said(cells, 'when')} ${said(cells, 'start')}`).length > 0 && !CALENDAR_DAY.test(`${said(cells, 'when')} ${said(cells, 'start')} ${said(cells, 'end')}`));
}

function stepOf(table: ReadTable, { cells }: ReadRow): ImportedRow<'steps'> {
  const [start = null, until] = clocksIn([said(cells, 'when'), said(cells, 'start'), said(cells, 'end')].join(' '));
  const stated = Number(/\d+/.exec(said(cells, 'duration'))?.[0] ?? Number.NaN);
  const spanned = start && until ? minutesOf(until) - minutesOf(start) : Number.NaN;
  const minutes = Number.isInteger(stated) && !HOURS.test(said(cells, 'duration')) ? stated : spanned;
  const known = Number.isInteger(minutes) && minutes >= 0 && minutes <= 1_440;
  const day = Number(DAY_NUMBER.exec(under(table, cells, DAY_HEADING))?.[1] ?? 1);
  const kept = ['task', 'when', 'start', 'end', 'place', 'owner', fieldUnder(table, DAY_HEADING), fieldUnder(table, HARD_HEADING), ...(known ? ['duration'] : [])];
  return {
    ...EMPTY_ROWS.steps, day: Math.max(-7, Math.min(60, day)), startTime: start, minutes: known ? minutes : null, title: cut(said(cells, 'task'), 200), place: cut(said(cells, 'place'), 100), ownerText: cut(said(cells, 'owner'), 100),
    hardStart: YES.test(under(table, cells, HARD_HEADING)), note: cut(noteOf(table, cells, kept), 500),
  };
}

function zoneOf(table: ReadTable, { cells }: ReadRow): ImportedRow<'zones'> {
  const whole = (text: string): number | null => (/^\d{1,4}\s*\p{L}?$/u.test(text) ? Number.parseInt(text, 10) : null);
  const [staff, capacity] = [whole(said(cells, 'headcount')), whole(under(table, cells, CAPACITY_HEADING))];
  const kept = [fieldUnder(table, ZONE_HEADING), 'duty', 'people', ...(staff === null ? [] : ['headcount']), ...(capacity === null ? [] : [fieldUnder(table, CAPACITY_HEADING)])];
  return { ...EMPTY_ROWS.zones, name: cut(under(table, cells, ZONE_HEADING), 60), duty: cut(said(cells, 'duty'), 500), staff, capacity, ownerText: cut(said(cells, 'people'), 100), note: cut(noteOf(table, cells, kept), 500) };
}

/** Our own list of facts, read as a table of one row: it says nothing that the plan does not hold in its basics. */
export function isFactList(table: ReadTable): boolean {
  return table.headers.every((header) => FACT_LABEL.test(header.trim()));
}

const KINDS = { risk: 'risks', materials: 'materials', channels: 'channels' } as const;
const ROW_OF: { readonly [L in ImportedList]: (table: ReadTable, row: ReadRow) => ImportedRow<L> } = { risks: riskOf, materials: materialOf, channels: channelOf, steps: stepOf, zones: zoneOf };

function listNamed(table: ReadTable): ImportedList | undefined {
  if (table.kind === 'risk' || table.kind === 'materials' || table.kind === 'channels') return KINDS[table.kind];
  if (isRunSheet(table)) return 'steps';
  return table.kind === 'team' && table.headers.some((header) => ZONE_HEADING.test(header.trim())) ? 'zones' : undefined;
}

/** A read table as rows of one of the plan's own; undefined when it is of another kind or a row of it has no name: it is then kept as it stands. */
export function listOf(table: ReadTable): { readonly list: ImportedList; readonly rows: readonly ImportedRow<ImportedList>[] } | undefined {
  const list = listNamed(table);
  if (!list) return undefined;
  const rows = table.rows.map((row) => ROW_OF[list](table, row));
  const naming: string = NAMING_FIELD[list];
  return rows.length > 0 && rows.every((row) => (row as Readonly<Record<string, unknown>>)[naming] !== '') ? { list, rows } : undefined;
}
