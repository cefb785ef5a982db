import { historyMessages, type Told } from '#features/campaign/campaign.history.messages.ts';
import { campaignMessages } from '#features/campaign/campaign.messages.ts';
import { planListMessages } from '#features/plan/plan.lists.messages.ts';
import { planSectionMessages } from '#features/plan/plan.section.messages.ts';
import { scheduleMessages } from '#features/schedule/schedule.messages.ts';
import { scheduleWorkMessages } from '#features/schedule/work/schedule.work.messages.ts';
import { teamMessages } from '#features/team/team.messages.ts';
import type { Locale } from '#platform/shared/messages.ts';

export interface HistoryEvent {
  readonly seq: number;
  readonly at: string;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectName: string | null;
  readonly before: unknown;
  readonly after: unknown;
}

/** The language, and how it writes money, days and the names behind keys. */
export interface HistoryWriting {
  readonly locale: Locale;
  readonly money: (cents: number) => string;
  readonly day: (day: string, withYear: boolean) => string;
  readonly number: (value: number) => string;
  /** Names of scenarios and departments by key or id. */
  readonly names: ReadonlyMap<string, string>;
}

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (value: unknown): Fields => (value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Fields) : {});
const dayFields = new Set(['startsOn', 'endsOn', 'eventFrom', 'eventTo', 'startOn', 'endOn', 'dueOn', 'keepUntil']);
const keyFields = new Set(['scenario', 'departmentId']);

/** Words for the values of choices, by the field that holds them. */
function choicesOf(locale: Locale): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const { phases, states } = scheduleMessages[locale];
  const { values } = historyMessages[locale];
  const plan = planListMessages[locale];
  return {
    ...values, stage: campaignMessages[locale].stages, phase: { ...phases, ...plan.phases }, state: states, delayCause: scheduleWorkMessages[locale].causes, group: teamMessages[locale].groups,
    kind: { ...values.kind, ...plan.riskKinds, ...plan.questionKinds, money: values.kind.money }, probability: plan.levels, effect: plan.levels, section: planSectionMessages[locale].names,
  };
}

/** One value as a person reads it: money, days and choices in words; nothing is said to be nothing. */
export function writeValue(field: string, value: unknown, writing: HistoryWriting): string {
  const words = historyMessages[writing.locale];
  if (value === null || value === undefined || value === '') return words.nothing;
  if (typeof value === 'number') return field.endsWith('Cents') ? writing.money(value) : writing.number(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (dayFields.has(field)) return writing.day(text, true);
  if (keyFields.has(field)) return writing.names.get(text) ?? text;
  return choicesOf(writing.locale)[field]?.[text] ?? text;
}

const written = (fields: Fields, writing: HistoryWriting) => Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, writeValue(field, value, writing)]));

/** An approved plan was opened again (P4.2); its sentence says why. */
const isRevision = ({ kind, before, after }: HistoryEvent): boolean => kind === 'campaign.moved' && fieldsOf(after)['stage'] === 'draft' && ['approved', 'preparing'].includes(String(fieldsOf(before)['stage']));

/** The event as a sentence without its subject: “修改了预算……”. A kind that is not known is still told. */
export function sentenceFor(event: HistoryEvent, writing: HistoryWriting): string {
  const words = historyMessages[writing.locale];
  const told: Told = { name: event.subjectName ?? words.nothing, before: written(fieldsOf(event.before), writing), after: written(fieldsOf(event.after), writing) };
  const sentence = (words.sentences as Readonly<Record<string, ((told: Told) => string) | undefined>>)[isRevision(event) ? 'campaign.revised' : event.kind];
  return sentence ? sentence(told) : words.unknown(event.kind);
}

export interface Difference {
  readonly field: string;
  readonly label: string;
  /** Absent where there was nothing before (a new row) or nothing is left (a deleted one). */
  readonly before?: string;
  readonly after?: string;
}

/** Said in the sentence already. */
const toldFields = new Set(['stage', 'group', 'decision', 'approvalKind', 'version']);
/** Told whole in their sentences. */
const toldKinds = ['document.', 'budget.'];

/** Field by field, what was and what became of it; only fields that have a name in words. */
export function differencesOf(event: HistoryEvent, writing: HistoryWriting): readonly Difference[] {
  const labels = historyMessages[writing.locale].fields as Readonly<Record<string, string | undefined>>;
  const [before, after] = [fieldsOf(event.before), fieldsOf(event.after)];
  // Their sentences say everything but the reason.
  const isTold = toldKinds.some((start) => event.kind.startsWith(start));
  if (event.kind.endsWith('_moved') || isRevision(event)) return [];
  const isChange = event.kind.endsWith('changed');
  // In the order of the words, which is that of the tables: the log keeps its fields in no order.
  return Object.keys(labels).flatMap((field) => {
    const label = labels[field];
    if (field === 'reason' && after['stage'] === 'submitted') return []; // The note of the submission, told there.
    if (isTold && field !== 'reason') return [];
    if (!label || !(field in before || field in after) || toldFields.has(field) || isNamed(event, field)) return [];
    if (isChange) return [{ field, label, before: writeValue(field, before[field], writing), after: writeValue(field, after[field], writing) }];
    const [side, value] = field in after ? (['after', after[field]] as const) : (['before', before[field]] as const);
    return value === '' || value === null ? [] : [{ field, label, [side]: writeValue(field, value, writing) }];
  });
}

/** A new or deleted row's first words stand in the sentence. */
function isNamed(event: HistoryEvent, field: string): boolean {
  if (event.kind.endsWith('changed')) return false;
  return (field === 'metric' && event.subjectType === 'goal') || (field === 'title' && ['task', 'run_step', 'plan_section'].includes(event.subjectType)) || field === 'name' || ['area', 'channel', 'risk', 'question', 'item'].includes(field) ||
    ((field === 'category' || field === 'detail') && event.subjectType === 'budget_line');
}

/** More of the same in one go than this are told as one line that opens: a pasted block, an import. */
const FOLD_FROM = 3;
const FOLD_WITHIN_MS = 60_000;

export type HistoryEntry = { readonly events: readonly [HistoryEvent, ...HistoryEvent[]] };

/** Newest first. Runs of one kind by one person within a minute become one entry, if their kind can be counted. */
export function foldRuns(events: readonly HistoryEvent[], countable: (kind: string) => boolean): readonly HistoryEntry[] {
  const runs: HistoryEvent[][] = [];
  for (const event of events) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const joins = last && last.kind === event.kind && last.actorId === event.actorId && countable(event.kind) && Date.parse(last.at) - Date.parse(event.at) < FOLD_WITHIN_MS;
    if (joins) run?.push(event);
    else runs.push([event]);
  }
  return runs.flatMap((run): HistoryEntry[] => (run.length >= FOLD_FROM ? [{ events: run as [HistoryEvent, ...HistoryEvent[]] }] : run.map((event) => ({ events: [event] }))));
}
