import type { CellValue, GridColumn, ParseResult } from '#platform/web/grid/grid.types.ts';
import type { Choice } from '#platform/web/ui/choice.rules.ts';
import { LEVELS, PROMOTION_PHASES, QUESTION_KINDS, RISK_KINDS, type PlanListName } from '../plan.lists.contract.ts';
import type { planListMessages } from '../plan.lists.messages.ts';
import type { PlanListsWords } from '../plan.lists.web.messages.ts';
import type { StepTimes } from '../plan.steps.rules.ts';
import css from './document.module.css';
import type { ListRow } from './useListSave.ts';

type Labels = (typeof planListMessages)['zh-CN'];
type Columns = readonly GridColumn<ListRow>[];

/** What the columns suggest and compute from the rest of the plan. */
export interface ColumnContext {
  readonly words: PlanListsWords;
  readonly labels: Labels;
  readonly owners: readonly Choice[];
  readonly personas: readonly string[];
  readonly categories: readonly string[];
  readonly metrics: readonly string[];
  readonly year: number;
  /** The days of the run sheet that can be chosen, by number. */
  readonly stepDays: readonly Choice[];
  readonly stepTimes: ReadonlyMap<string, StepTimes>;
}

const choices = (labels: readonly string[]): readonly Choice[] => [...new Set(labels.filter(Boolean))].map((label) => ({ value: label, label }));
const named = <K extends string>(keys: readonly K[], labels: Readonly<Record<K, string>>): readonly Choice[] => keys.map((value) => ({ value, label: labels[value] }));
const text = (field: string, title: string, more: Partial<GridColumn<ListRow>> = {}): GridColumn<ListRow> => ({ field, title, kind: 'text', blank: '', maxLength: 500, ...more });
/** Written freely, with what is known to choose from. */
const open = (field: string, title: string, from: readonly Choice[], more: Partial<GridColumn<ListRow>> = {}): GridColumn<ListRow> => ({ field, title, kind: 'person', choices: from, blank: '', maxLength: 60, ...more });
const chosen = (field: string, title: string, from: readonly Choice[], width: number): GridColumn<ListRow> => ({ field, title, kind: 'choice', choices: from, required: true, width });

function owner(title: string, { owners, words }: ColumnContext): GridColumn<ListRow> {
  return open('ownerText', title, owners, { width: 112, maxLength: 100, several: words.separator });
}

const columnsOf: Readonly<Record<PlanListName, (context: ColumnContext) => Columns>> = {
  personas: ({ words: { personas: words } }) => [
    text('name', words.name, { required: true, width: 132, maxLength: 60, card: 'title' }),
    text('traits', words.traits, { width: 184 }), text('needs', words.needs, { width: 160 }), text('reach', words.reach, { width: 160, maxLength: 300 }), text('note', words.note, { width: 120 }),
  ],
  channels: (context) => {
    const { words: { channels: words, yuan }, labels, year } = context;
    return [
      open('channel', words.channel, choices(words.names), { required: true, width: 132, card: 'title' }),
      chosen('phase', words.phase, named(PROMOTION_PHASES, labels.phases), 76),
      { field: 'amountCents', title: words.amount, unit: yuan, kind: 'money', width: 112, min: 0, blank: 0 },
      { field: 'startOn', title: words.startOn, kind: 'day', width: 120, year },
      { field: 'endOn', title: words.endOn, kind: 'day', width: 120, year },
      text('content', words.content, { width: 208 }),
      open('category', words.category, choices(context.categories), { width: 120 }),
      open('metric', words.metric, choices(context.metrics), { width: 104 }),
      { field: 'target', title: words.target, kind: 'number', width: 96, min: 0 },
      open('persona', words.persona, choices(context.personas), { width: 108 }),
      owner(words.owner, context), text('note', words.note, { width: 140 }),
    ];
  },
  materials: (context) => {
    const { words: { materials: words }, year } = context;
    return [
      text('name', words.name, { required: true, width: 140, maxLength: 100, card: 'title' }), text('spec', words.spec, { width: 168, maxLength: 300 }),
      { field: 'quantity', title: words.quantity, kind: 'number', width: 88, min: 0 }, open('unit', words.unit, choices(words.units), { width: 64, maxLength: 12 }),
      { field: 'dueOn', title: words.dueOn, kind: 'day', width: 120, year }, open('category', words.category, choices(context.categories), { width: 120 }),
      text('supplier', words.supplier, { width: 120, maxLength: 100 }), owner(words.owner, context), text('note', words.note, { width: 160 }),
    ];
  },
  steps: stepColumns,
  zones: (context) => {
    const { words: { zones: words } } = context;
    return [
      open('name', words.name, choices(words.names), { required: true, width: 120, card: 'title' }), text('duty', words.duty, { width: 208 }),
      { field: 'staff', title: words.staff, kind: 'number', width: 92, min: 0, max: 10_000 }, { field: 'capacity', title: words.capacity, kind: 'number', width: 92, min: 0, max: 1_000_000 },
      owner(words.owner, context), text('note', words.note, { width: 120 }),
    ];
  },
  risks: (context) => {
    const { words: { risks: words }, labels } = context;
    const levels = named(LEVELS, labels.levels);
    return [
      text('risk', words.risk, { required: true, width: 168, maxLength: 200, card: 'title' }), chosen('kind', words.kind, named(RISK_KINDS, labels.riskKinds), 92),
      chosen('probability', words.probability, levels, 72), chosen('effect', words.effect, levels, 64),
      text('trigger', words.trigger, { width: 168 }), text('response', words.response, { width: 220, maxLength: 1_000 }), text('prevention', words.prevention, { width: 168 }),
      owner(words.owner, context), text('note', words.note, { width: 120 }),
    ];
  },
  questions: ({ words: { questions: words, yes, no }, labels }) => [
    text('question', words.question, { required: true, width: 232, maxLength: 300, card: 'title' }), chosen('kind', words.kind, named(QUESTION_KINDS, labels.questionKinds), 108),
    text('choices', words.choices, { width: 220, maxLength: 1_000 }), chosen('required', words.required, [{ value: 'yes', label: yes }, { value: 'no', label: no }], 64), text('note', words.note, { width: 110 }),
  ],
  data: (context) => {
    const { words: { data: words }, year } = context;
    return [
      open('item', words.item, choices(words.items), { required: true, width: 112, maxLength: 100, card: 'title' }), text('purpose', words.purpose, { width: 160, maxLength: 300 }), text('source', words.source, { width: 110, maxLength: 100 }),
      text('consent', words.consent, { width: 150, maxLength: 300 }), { field: 'keepUntil', title: words.keepUntil, kind: 'day', width: 120, year }, owner(words.owner, context), text('note', words.note, { width: 110 }),
    ];
  },
};

/** `9:30`, `0930`, `９：３０` as HH:MM. */
function readTime(written: string, wrong: string): ParseResult {
  const bare = written.normalize('NFKC').trim();
  if (bare === '' || bare === '-') return { value: null };
  const found = /^(\d{1,2})[:.]?(\d{2})$/.exec(bare);
  const [hours, minutes] = [Number(found?.[1]), Number(found?.[2])];
  return found && hours < 24 && minutes < 60 ? { value: `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` } : { error: wrong };
}

function stepColumns(context: ColumnContext): Columns {
  const { words: { steps: words, yes, no }, stepTimes } = context;
  return [
    { ...chosen('day', words.day, context.stepDays, 132), merge: true },
    {
      field: 'startTime', title: words.startTime, kind: 'text', width: 76, parse: (written) => readTime(written, words.notTime),
      render: (value: CellValue, row) => value ?? <span className={css['computed']}>{stepTimes.get(row.id)?.start ?? ''}</span>,
      question: (_, row) => {
        const overlaps = stepTimes.get(row.id)?.overlaps;
        return overlaps ? words.overlap(overlaps) : undefined;
      },
    },
    { field: 'minutes', title: words.minutes, unit: words.minutesUnit, kind: 'number', width: 92, min: 0, max: 1_440 },
    { field: 'endTime', title: words.endTime, kind: 'text', width: 84, compute: (row) => stepTimes.get(row.id)?.end ?? null },
    text('title', words.step, { required: true, width: 184, maxLength: 200, card: 'title' }),
    text('place', words.place, { width: 108, maxLength: 100 }), owner(words.owner, context),
    chosen('hardStart', words.hardStart, [{ value: 'yes', label: yes }, { value: 'no', label: no }], 84), text('note', words.note, { width: 150 }),
  ];
}

/** The columns of one of the plan's lists. */
export function planColumns(list: PlanListName, context: ColumnContext): Columns {
  return columnsOf[list](context);
}
