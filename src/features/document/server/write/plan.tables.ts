import type { PlanContent } from '#features/plan/server/plan.api.ts';
import { channelMatrix } from '#features/plan/plan.channels.rules.ts';
import { PROMOTION_PHASES, type PlanListName } from '#features/plan/plan.lists.contract.ts';
import { planListMessages } from '#features/plan/plan.lists.messages.ts';
import { planListsWebMessages } from '#features/plan/plan.lists.web.messages.ts';
import { stepTimes } from '#features/plan/plan.steps.rules.ts';
import { addDays } from '#platform/shared/calendar.ts';
import type { Locale } from '#platform/shared/messages.ts';
import { fullDay, whenOf } from './day.text.ts';
import { plainText } from './plain.text.ts';
import { planWriteMessages } from './plan.write.messages.ts';
import type { Cell, Column, SheetShape } from './tables.ts';

export type PaperLists = PlanContent['lists'];

/** A column with what each of its cells says; a number column stands to the right. */
type Spec<Row> = { heading: string; share: number; align?: Column['align']; cell: (row: Row, index: number) => Cell | string | number | null };

export function shapeOf<Row>(name: string, specs: readonly Spec<Row>[], rows: readonly Row[]): SheetShape {
  return {
    name, titled: name,
    columns: specs.map(({ heading, share, align = 'left' }) => ({ heading, share, align, width: share, kind: 'text' })),
    rows: rows.map((row, index) => specs.map(({ cell }) => cellOf(cell(row, index)))),
  };
}

const figure = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

function cellOf(value: Cell | string | number | null): Cell {
  if (typeof value === 'object' && value !== null) return value;
  const said = typeof value === 'number' ? figure.format(value) : plainText(value ?? '').trim();
  return { kind: 'text', text: said === '' ? '-' : said };
}

const amount = (cents: number | null): Cell => ({ kind: 'amount', cents });
/** Columns that say nothing in any row are left out: paper is narrow. */
const said = <Row>(specs: readonly (Spec<Row> & { always?: boolean })[], rows: readonly Row[]): Spec<Row>[] =>
  specs.filter(({ cell, always }) => always === true || rows.some((row, index) => { const value = cell(row, index); return value !== '' && value !== null; }));

type Shapes = { readonly [L in PlanListName]: (rows: PaperLists[L], locale: Locale, eventFrom: string | null) => SheetShape };

const day = (value: string | null, locale: Locale): string => whenOf({ whenText: '', startOn: value }, locale);

/** The plan's own tables with the headings that they have on screen. */
const shapes: Shapes = {
  personas: (rows, locale) => {
    const words = planListsWebMessages[locale].personas;
    return shapeOf(words.title, said([
      { heading: words.name, share: 6, cell: (row) => row.name, always: true }, { heading: words.traits, share: 11, cell: (row) => row.traits, always: true }, { heading: words.needs, share: 10, cell: (row) => row.needs },
      { heading: words.reach, share: 9, cell: (row) => row.reach }, { heading: words.note, share: 6, cell: (row) => row.note },
    ], rows), rows);
  },
  channels: (rows, locale) => {
    const words = planListsWebMessages[locale].channels;
    const { phases } = planListMessages[locale];
    return shapeOf(words.title, said([
      { heading: words.channel, share: 6.5, cell: (row) => row.channel, always: true }, { heading: words.phase, share: 3.6, align: 'center', cell: (row) => phases[row.phase], always: true },
      { heading: planWriteMessages[locale].goals.partHeadings[2], share: 8.6, cell: (row) => whenOf({ whenText: '', startOn: row.startOn, endOn: row.endOn }, locale) },
      { heading: words.content, share: 11, cell: (row) => row.content }, { heading: words.persona, share: 5, cell: (row) => row.persona },
      { heading: `${words.amount}(${planListsWebMessages[locale].yuan})`, share: 5.4, align: 'right', cell: (row) => amount(row.amountCents), always: true },
      { heading: words.metric, share: 4.6, cell: (row) => row.metric }, { heading: words.target, share: 5, align: 'right', cell: (row) => row.target },
      { heading: words.owner, share: 4.6, cell: (row) => row.ownerText }, { heading: words.note, share: 6, cell: (row) => row.note },
    ], rows), rows);
  },
  materials: (rows, locale) => {
    const words = planListsWebMessages[locale].materials;
    return shapeOf(words.title, said([
      { heading: planListsWebMessages[locale].number, share: 3, align: 'center', cell: (_, index) => String(index + 1), always: true },
      { heading: words.name, share: 8, cell: (row) => row.name, always: true }, { heading: words.spec, share: 9, cell: (row) => row.spec },
      { heading: words.quantity, share: 4.4, align: 'right', cell: (row) => row.quantity }, { heading: words.unit, share: 3, align: 'center', cell: (row) => row.unit },
      { heading: words.supplier, share: 6, cell: (row) => row.supplier }, { heading: words.dueOn, share: 6.4, cell: (row) => day(row.dueOn, locale) },
      { heading: words.owner, share: 4.8, cell: (row) => row.ownerText }, { heading: words.note, share: 7, cell: (row) => row.note },
    ], rows), rows);
  },
  steps: (rows, locale, eventFrom) => {
    const words = planListsWebMessages[locale].steps;
    const times = stepTimes(rows.map((row, index) => ({ ...row, id: String(index) })));
    const dayOf = (index: number): Cell => spanOf(rows.map((row) => row.day), index, (number) => words.dayName(number, eventFrom ? day(addDays(eventFrom, number - 1), locale) : ''));
    return shapeOf(words.title, said([
      { heading: words.day, share: 7.4, align: 'center', cell: (_, index) => dayOf(index), always: true },
      { heading: words.startTime, share: 3.8, align: 'center', cell: (_, index) => times.get(String(index))?.start ?? '', always: true },
      { heading: planWriteMessages[locale].end, share: 3.4, align: 'center', cell: (_, index) => times.get(String(index))?.end ?? '' },
      { heading: `${words.minutes}(${words.minutesUnit})`, share: 5.6, align: 'right', cell: (row) => row.minutes },
      { heading: words.hardStart, share: 4.8, align: 'center', cell: (row) => (row.hardStart ? planListsWebMessages[locale].yes : '') },
      { heading: words.step, share: 10, cell: (row) => row.title, always: true }, { heading: words.place, share: 5.4, cell: (row) => row.place },
      { heading: words.owner, share: 4.8, cell: (row) => row.ownerText }, { heading: words.note, share: 8, cell: (row) => row.note },
    ], rows), rows);
  },
  zones: (rows, locale) => {
    const words = planListsWebMessages[locale].zones;
    return shapeOf(words.title, said([
      { heading: words.name, share: 6, cell: (row) => row.name, always: true }, { heading: words.duty, share: 14, cell: (row) => row.duty },
      { heading: words.staff, share: 4.6, align: 'right', cell: (row) => row.staff }, { heading: words.capacity, share: 4.6, align: 'right', cell: (row) => row.capacity },
      { heading: words.owner, share: 5, cell: (row) => row.ownerText }, { heading: words.note, share: 7, cell: (row) => row.note },
    ], rows), rows);
  },
  risks: (rows, locale) => {
    const words = planListsWebMessages[locale].risks;
    const { levels, riskKinds } = planListMessages[locale];
    return shapeOf(words.title, said([
      { heading: planListsWebMessages[locale].number, share: 3, align: 'center', cell: (_, index) => String(index + 1), always: true },
      { heading: words.risk, share: 7.4, cell: (row) => row.risk, always: true }, { heading: words.kind, share: 4.6, cell: (row) => riskKinds[row.kind], always: true },
      { heading: words.probability, share: 4, align: 'center', cell: (row) => levels[row.probability], always: true }, { heading: words.effect, share: 3, align: 'center', cell: (row) => levels[row.effect], always: true },
      { heading: words.trigger, share: 7.4, cell: (row) => row.trigger }, { heading: words.prevention, share: 7.4, cell: (row) => row.prevention },
      { heading: words.response, share: 10, cell: (row) => row.response, always: true }, { heading: words.owner, share: 4.8, cell: (row) => row.ownerText, always: true }, { heading: words.note, share: 5, cell: (row) => row.note },
    ], rows), rows);
  },
  questions: (rows, locale) => {
    const { questions: words, yes, no, number } = planListsWebMessages[locale];
    const { questionKinds } = planListMessages[locale];
    return shapeOf(words.title, said([
      { heading: number, share: 3, align: 'center', cell: (_, index) => String(index + 1), always: true }, { heading: words.question, share: 14, cell: (row) => row.question, always: true },
      { heading: words.kind, share: 5, cell: (row) => questionKinds[row.kind], always: true }, { heading: words.choices, share: 12, cell: (row) => row.choices },
      { heading: words.required, share: 3.6, align: 'center', cell: (row) => (row.required ? yes : no), always: true }, { heading: words.note, share: 6, cell: (row) => row.note },
    ], rows), rows);
  },
  data: (rows, locale) => {
    const words = planListsWebMessages[locale].data;
    return shapeOf(words.title, said([
      { heading: words.item, share: 6, cell: (row) => row.item, always: true }, { heading: words.purpose, share: 9, cell: (row) => row.purpose, always: true }, { heading: words.source, share: 6, cell: (row) => row.source },
      { heading: words.consent, share: 8, cell: (row) => row.consent, always: true }, { heading: words.keepUntil, share: 7, cell: (row) => (row.keepUntil ? fullDay(row.keepUntil, locale) : ''), always: true },
      { heading: words.owner, share: 4.8, cell: (row) => row.ownerText }, { heading: words.note, share: 6, cell: (row) => row.note },
    ], rows), rows);
  },
};

/** One of the eight lists as a table; undefined while it has no row. */
export function shapeList<L extends PlanListName>(list: L, lists: Partial<PaperLists>, locale: Locale, eventFrom: string | null): SheetShape | undefined {
  const rows = lists[list];
  return rows && rows.length > 0 ? shapes[list](rows as PaperLists[L], locale, eventFrom) : undefined;
}

/** A run of equal values has one cell over all of its rows. */
export function spanOf<Value>(values: readonly Value[], index: number, write: (value: Value) => string): Cell {
  const value = values[index];
  if (index > 0 && values[index - 1] === value) return { kind: 'covered' };
  let rows = 1;
  while (index + rows < values.length && values[index + rows] === value) rows += 1;
  return { kind: 'spanning', text: plainText(write(value as Value)), rows };
}

/** Channel × phase (E2.2): what each channel costs in the three phases; undefined while there are no channels. */
export function shapeMatrix(channels: PaperLists['channels'], locale: Locale): SheetShape | undefined {
  if (channels.length === 0) return undefined;
  const matrix = channelMatrix(channels);
  const words = planListsWebMessages[locale].channels;
  const { matrix: own, total } = planWriteMessages[locale];
  const { phases } = planListMessages[locale];
  const shape = shapeOf(own.title, [
    { heading: words.channel, share: 10, cell: (row) => row.channel },
    ...PROMOTION_PHASES.map((phase): Spec<(typeof matrix.rows)[number]> => ({ heading: phases[phase], share: 8, align: 'right', cell: (row) => row.cents[phase] === null ? own.notHere : amount(row.cents[phase]) })),
    { heading: own.total, share: 8, align: 'right', cell: (row) => amount(row.totalCents) },
  ], matrix.rows);
  return { ...shape, total: { label: total, labelColumns: 1, sums: [...matrix.phases.map((phase, index) => ({ column: index + 1, cents: phase.totalCents })), { column: 4, cents: matrix.totalCents }] } };
}
