import { attainment, isReached } from '#features/goal/goal.rules.ts';
import type { Locale } from '#platform/shared/messages.ts';
import { formatAmount, formatMoney, type Cents } from '#platform/shared/money.ts';
import { writeMessages } from './document.write.messages.ts';
import type { GoalRow } from './pdf.types.ts';
import { changeNotes, sumKnown, type BudgetRow } from './tables.ts';

/** Colour of a state: jade, amber, rose, or ink when nothing can be said yet. */
export type Tone = 'good' | 'warn' | 'bad' | 'plain';

export type GoalView = {
  metric: string;
  actual: string;
  target: string;
  attainment: string;
  /** Length of the bar, 0 to 1; null without an actual. */
  bar: number | null;
  /** Where the bar should be by now. */
  tick: number | null;
  state: string;
  tone: Tone;
  note: string;
};

export type MoneyLineView = {
  no: string;
  category: string;
  detail: string;
  amount: string;
  actual: string;
  variance: string;
  use: string;
  owner: string;
  note: string;
  tone: Tone;
};

export type MoneyView = {
  planned: string;
  spent: string;
  left: string;
  leftLabel: string;
  use: string;
  /** Share of the budget that is spent, for the bar; more than 1 when overspent. */
  bar: number | null;
  tone: Tone;
  lines: MoneyLineView[];
  total: { label: string; amount: string; actual: string; variance: string; use: string };
  sentence: string;
  /** What is said under T1 of amounts that were changed since the approval. */
  notes: string[];
};

const NONE = '—';
const figure = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const money = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const tenth = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** `0.642` → `64.2%`. */
export function percent(share: number | null): string {
  // 2,013 of 2,000 is 100.65 %, which binary arithmetic holds as 100.6499…: a document rounds it up, as a hand would.
  return share === null ? NONE : `${tenth.format(share * 100 + Math.sign(share) * 1e-9)}%`;
}

/** A goal's number with its unit; the unit is left out where the metric's target already shows it. */
function goalFigure(value: number | null, { kind, unit }: GoalRow): string {
  if (value === null) return NONE;
  if (kind === 'rate' || kind === 'growth') return `${figure.format(value)}${unit === '' ? '%' : unit}`;
  const text = kind === 'money' && !Number.isInteger(value) ? money.format(value) : figure.format(value);
  return unit === '' || unit === '%' ? `${text}${unit}` : `${text} ${unit}`;
}

/** Growth is stated as the change for the better, and read with its sign: +30%, −15%. */
function changeFigure(value: number | null, goal: GoalRow): string {
  if (value === null) return NONE;
  const change = goal.direction === 'down' ? -value : value;
  return `${change > 0 ? '+' : change < 0 ? '\u2212' : ''}${goalFigure(Math.abs(value), goal)}`;
}

type Judgement = 'running' | 'final';

/** A goal as a document shows it. `final` says reached or missed; `running` compares with where it should be by now. */
export function viewGoal(goal: GoalRow, judgement: Judgement, locale: Locale): GoalView {
  const directed = { ...goal, direction: goal.direction ?? 'up' } as const;
  const share = attainment(directed);
  const expected = goal.expected ?? null;
  const tick = expected === null || judgement === 'final' ? null : attainment({ ...directed, actual: expected });
  return {
    metric: goal.metric,
    actual: goal.kind === 'growth' ? changeFigure(goal.actual, directed) : goalFigure(goal.actual, goal),
    target: goal.kind === 'growth' ? changeFigure(goal.target, directed) : `${directed.direction === 'down' ? '≤ ' : ''}${goalFigure(goal.target, goal)}`,
    attainment: percent(share),
    bar: share === null ? null : Math.max(0, Math.min(1, share)),
    tick: tick === null ? null : Math.max(0, Math.min(1, tick)),
    note: goal.note ?? '',
    ...goalState(directed, { share, tick, judgement }, locale),
  };
}

type GoalProgress = { share: number | null; tick: number | null; judgement: Judgement };

function goalState(goal: Parameters<typeof isReached>[0], { share, tick, judgement }: GoalProgress, locale: Locale): { state: string; tone: Tone } {
  const words = writeMessages[locale].goals;
  if (goal.actual === null) return { state: words.noFigure, tone: 'plain' };
  if (isReached(goal)) return { state: words.reached, tone: 'good' };
  if (judgement === 'final') return { state: words.missed, tone: 'bad' };
  if (share === null || tick === null) return { state: words.running, tone: 'plain' };
  const points = Math.round((share - tick) * 100);
  if (points < 0) return { state: words.behind(String(-points)), tone: 'warn' };
  return { state: points === 0 ? words.onCourse : words.ahead(String(points)), tone: 'good' };
}

function signed(cents: Cents | null): string {
  if (cents === null) return NONE;
  return `${cents > 0 ? '+' : ''}${formatAmount(cents)}`;
}

function shareOf(part: Cents | null, whole: Cents): number | null {
  return part === null || whole === 0 ? null : part / whole;
}

/**
 * T1 with what a report adds to it: variance (spent − planned) and use per line, and the sentence over all. `settled`: spending is over, so that a
 * line without any is a saving; before that it says nothing yet.
 */
export function viewMoney(lines: readonly BudgetRow[], locale: Locale, settled = false): MoneyView {
  const words = writeMessages[locale];
  const planned = sumKnown(lines.map((line) => line.amountCents)) ?? 0;
  const spent = sumKnown(lines.map((line) => line.actualCents));
  // While money is still spent, only lines with a cost say something about saving: an empty cell is not a cost of zero.
  const plannedOfSpent = lines.reduce((sum, line) => (line.actualCents === null && !settled ? sum : sum + line.amountCents), 0);
  const variance = spent === null ? null : spent - plannedOfSpent;
  const left = planned - (spent ?? 0);
  return {
    planned: formatMoney(planned),
    spent: spent === null ? '-' : formatMoney(spent),
    left: formatMoney(Math.abs(left)),
    leftLabel: left < 0 ? words.money.over : words.money.left,
    use: percent(shareOf(spent, planned)),
    bar: shareOf(spent, planned),
    tone: left < 0 ? 'bad' : 'plain',
    lines: lines.map((line, index) => viewLine(line, index, settled)),
    total: {
      label: words.budget.total,
      amount: formatAmount(planned),
      actual: spent === null ? '-' : formatAmount(spent),
      variance: signed(variance),
      use: percent(shareOf(spent, planned)),
    },
    sentence: moneySentence({ planned, spent, missing: lines.filter((line) => line.actualCents === null).length, settled }, locale),
    notes: changeNotes(lines, locale),
  };
}

function viewLine(line: BudgetRow, index: number, settled: boolean): MoneyLineView {
  const spent = line.actualCents ?? (settled ? 0 : null);
  const variance = spent === null ? null : spent - line.amountCents;
  return {
    no: String(index + 1),
    category: line.category,
    detail: line.detail,
    amount: formatAmount(line.amountCents),
    actual: line.actualCents === null ? '-' : formatAmount(line.actualCents),
    variance: signed(variance),
    use: percent(shareOf(spent, line.amountCents)),
    owner: line.ownerText,
    note: line.note,
    tone: variance !== null && variance > 0 ? 'bad' : 'plain',
  };
}

type MoneyState = { planned: Cents; spent: Cents | null; missing: number; settled: boolean };

function moneySentence({ planned, spent, missing, settled }: MoneyState, locale: Locale): string {
  const words = writeMessages[locale].money;
  if (spent === null) return words.unspent(formatMoney(planned));
  const left = planned - spent;
  const parts = [words.sentence(formatMoney(planned), formatMoney(spent), percent(shareOf(spent, planned)))];
  // While lines may still be spent, what is left is not yet a saving.
  if (missing > 0) parts.push(words.missing(missing));
  if (left < 0) parts.push(words.exceeded(formatMoney(-left)));
  else if (missing === 0 || settled) parts.push(words.saved(formatMoney(left)));
  return parts.join(locale === 'en' ? ' ' : '');
}
