import { totalOf, type FrozenGoal, type FrozenLine, type FrozenPlan, type FrozenReport, type FrozenRequest, type FrozenTask } from './approval.content.rules.ts';

/** One thing that differs from the last approved version. `before` is absent for what was added, `after` for what was removed. */
export interface Changed<Value> {
  readonly name: string;
  readonly before?: Value;
  readonly after?: Value;
}

export interface PlanDifference {
  readonly totalCents: Changed<number> | undefined;
  readonly money: readonly Changed<number>[];
  readonly dates: readonly Changed<DatedTask>[];
  readonly goals: readonly Changed<FrozenGoal>[];
  /** The targets by part, named `metric · part`; none where the earlier version was frozen before targets could be split. */
  readonly parts: readonly Changed<FrozenGoal>[];
  readonly basics: readonly Changed<BasicValue>[];
}

/** When a task is; `whenText` is how it was written. */
export type DatedTask = Pick<FrozenTask, 'startOn' | 'endOn' | 'dueTime' | 'whenText'>;
/** A period of two days, or a text. */
export type BasicValue = { readonly from: string | null; readonly to: string | null } | { readonly text: string };

/**
 * Pairs rows of two versions by their name; rows of the same name are paired in their order. Ids are not frozen, names are what
 * an approver knows a row by: a renamed row reads as one removed and one added.
 */
export function pair<Row>(before: readonly Row[], after: readonly Row[], nameOf: (row: Row) => string): { readonly name: string; readonly before?: Row; readonly after?: Row }[] {
  const waiting = Map.groupBy(before, nameOf);
  const pairs: { name: string; before?: Row; after?: Row }[] = [];
  for (const row of after) {
    const partner = waiting.get(nameOf(row))?.shift();
    pairs.push(partner === undefined ? { name: nameOf(row), after: row } : { name: nameOf(row), before: partner, after: row });
  }
  for (const [name, rows] of waiting) for (const row of rows) pairs.push({ name, before: row });
  return pairs;
}

function compare<Row, Value>(before: readonly Row[], after: readonly Row[], nameOf: (row: Row) => string, valueOf: (row: Row) => Value): Changed<Value>[] {
  return pair(before, after, nameOf).flatMap((one) => {
    const values: Changed<Value> = {
      name: one.name,
      ...(one.before === undefined ? {} : { before: valueOf(one.before) }),
      ...(one.after === undefined ? {} : { after: valueOf(one.after) }),
    };
    return JSON.stringify(values.before) === JSON.stringify(values.after) ? [] : [values];
  });
}

const lineName = (line: FrozenLine): string => [line.category, line.detail].filter(Boolean).join(' · ');
const whenOf = ({ startOn, endOn, dueTime, whenText }: FrozenTask): DatedTask => ({ startOn, endOn, dueTime, whenText: startOn || endOn ? '' : whenText });
const goalValue = ({ metric, kind, unit, direction, target }: FrozenGoal): FrozenGoal => ({ metric, kind, unit, direction, target });

/** What an approver must know of a plan that follows an approved one: money, dates, goals, and the basics (P4.2). */
export function planDifference(before: FrozenPlan, after: FrozenPlan): PlanDifference {
  const [was, is] = [totalOf(before.budget), totalOf(after.budget)];
  return {
    totalCents: was === is ? undefined : { name: 'total', before: was, after: is },
    money: compare(before.budget, after.budget, lineName, (line) => line.amountCents),
    dates: compare(before.schedule, after.schedule, (task) => task.title, whenOf),
    goals: compare(before.goals, after.goals, (goal) => goal.metric, goalValue),
    parts: before.goals.every((goal) => goal.parts !== undefined) ? compare(partsOf(before), partsOf(after), (part) => part.name, (part) => part.goal) : [],
    basics: basicsDifference(before.campaign, after.campaign),
  };
}

const partsOf = ({ goals }: FrozenPlan) => goals.flatMap((goal) => (goal.parts ?? []).map((part) => ({ name: `${goal.metric} · ${part.name}`, goal: goalValue({ ...goal, target: part.target }) })));

function basicsDifference(before: FrozenPlan['campaign'], after: FrozenPlan['campaign']): Changed<BasicValue>[] {
  const valuesOf = (campaign: FrozenPlan['campaign']): readonly (readonly [string, BasicValue])[] => [
    ['period', { from: campaign.startsOn, to: campaign.endsOn }],
    ['event', { from: campaign.eventFrom, to: campaign.eventTo }],
    ['name', { text: campaign.name }],
    ['theme', { text: campaign.theme }],
    ['audience', { text: campaign.audience }],
    ['lead', { text: campaign.leadName ?? '' }],
  ];
  const was = new Map(valuesOf(before));
  return valuesOf(after).flatMap(([name, value]) => {
    const old = was.get(name);
    return old === undefined || JSON.stringify(old) === JSON.stringify(value) ? [] : [{ name, before: old, after: value }];
  });
}

/** True when nothing that an approver decides on has changed. */
export function isUnchanged(difference: PlanDifference): boolean {
  return difference.totalCents === undefined && difference.money.length + difference.dates.length + difference.goals.length + difference.parts.length + difference.basics.length === 0;
}

export interface ReportDifference {
  readonly goals: readonly Changed<number | null>[];
  readonly costs: readonly Changed<number | null>[];
  /** Which of the texts have been rewritten. */
  readonly judgement: readonly ('highlights' | 'shortcomings' | 'nextSteps')[];
}

/** What has changed in a report since the version that was approved before it. */
export function reportDifference(before: FrozenReport, after: FrozenReport): ReportDifference {
  return {
    goals: compare(before.goals, after.goals, (goal) => goal.metric, (goal) => goal.actual ?? null),
    costs: compare(before.budget.lines, after.budget.lines, (line) => line.category, (line) => line.actualCents),
    judgement: (['highlights', 'shortcomings', 'nextSteps'] as const).filter((field) => before.judgement[field] !== after.judgement[field]),
  };
}

export interface RequestDifference {
  readonly amountCents: Changed<number> | undefined;
  /** Named by the field: line, toLine, payee, purpose, effect, cause, neededOn. */
  readonly texts: readonly Changed<string>[];
  /** Told apart by their bytes: a file of the same name with another content is one removed and one added. */
  readonly files: readonly Changed<string>[];
}

const REQUEST_TEXTS: readonly (readonly [string, (request: FrozenRequest) => string])[] = [
  ['line', (request) => request.line.name],
  ['toLine', (request) => request.toLine?.name ?? ''],
  ['payee', (request) => request.payee],
  ['purpose', (request) => request.purpose],
  ['effect', (request) => request.effect],
  ['cause', (request) => request.cause],
  ['neededOn', (request) => request.neededOn ?? ''],
];

/** What has changed in a request for money since the version of it that was approved before (P2.3). Balances are facts of the day, not changes. */
export function requestDifference(before: FrozenRequest, after: FrozenRequest): RequestDifference {
  const texts = REQUEST_TEXTS.flatMap(([name, valueOf]): Changed<string>[] => {
    const [was, is] = [valueOf(before), valueOf(after)];
    return was === is ? [] : [{ name, ...(was ? { before: was } : {}), ...(is ? { after: is } : {}) }];
  });
  const [old, now] = [new Set(before.files.map((file) => file.sha256)), new Set(after.files.map((file) => file.sha256))];
  return {
    amountCents: before.amountCents === after.amountCents ? undefined : { name: 'amount', before: before.amountCents, after: after.amountCents },
    texts,
    files: [
      ...after.files.filter((file) => !old.has(file.sha256)).map((file) => ({ name: file.name, after: file.name })),
      ...before.files.filter((file) => !now.has(file.sha256)).map((file) => ({ name: file.name, before: file.name })),
    ],
  };
}
