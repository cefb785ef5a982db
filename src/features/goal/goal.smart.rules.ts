import { addDays, type Day } from '#platform/shared/calendar.ts';
import type { GoalKind, PastFigure, PastRange } from './goal.contract.ts';
import { COUNTED, COUNTED_BY, SEVERAL, SHOWS_LATER, UNBOUNDED_RATE, UNCOUNTED, VAGUE } from './goal.smart.vocabulary.ts';

export const SMART_LETTERS = ['S', 'M', 'A', 'R', 'T'] as const;
export type SmartLetter = (typeof SMART_LETTERS)[number];

/** Why a letter fails; codes of `passed` say by what it holds. The sentences are in goal.smart.messages.ts. */
export const SMART_CODES = [
  'metric_missing', 'metric_vague', 'metric_unclear', 'metric_several', 'target_missing', 'unit_missing', 'baseline_missing', 'baseline_source_missing', 'measure_missing',
  'target_unjudged', 'above_past', 'rate_over', 'growth_over', 'drop_over', 'nps_over', 'reason_missing', 'reason_short', 'due_before', 'due_late', 'due_later_needed',
] as const;
export type SmartCode = (typeof SMART_CODES)[number];
export const SMART_PASSED = ['specific', 'measurable', 'within_past', 'stretch', 'no_past', 'relevant', 'due', 'due_period'] as const;
export type SmartPassed = (typeof SMART_PASSED)[number];

export interface SmartJudgement {
  readonly ok: boolean;
  readonly code: SmartCode | SmartPassed;
  readonly data: Readonly<Record<string, string | number | null>>;
}
export type Smart = Readonly<Record<SmartLetter, SmartJudgement>>;

/** What the letters are judged on. */
export interface SmartGoal {
  readonly metric: string;
  readonly kind: GoalKind;
  readonly unit: string;
  readonly direction: 'up' | 'down';
  readonly target: number;
  readonly baseline: number | null;
  readonly baselineSource: string;
  readonly dueOn: Day | null;
  readonly measure: string;
  readonly reason: string;
}

export interface SmartContext {
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly eventFrom: Day | null;
  readonly eventTo: Day | null;
  /** What finished campaigns of the scenario reached of this metric. */
  readonly past: PastRange | null;
  /** The metric of the catalogue, when the goal names one: it says where the figure comes from. */
  readonly metric?: { readonly source: string } | null;
}

type Data = SmartJudgement['data'];
const passed = (code: SmartPassed, data: Data = {}): SmartJudgement => ({ ok: true, code, data });
const failed = (code: SmartCode, data: Data = {}): SmartJudgement => ({ ok: false, code, data });

/** A target this much above the best so far is asked about, in the words of the company's own figures. */
const STRETCH = 1.5;
const GROWTH_MOST = 300;
const DROP_MOST = 90;
/** Effects such as repurchase are counted for a while after the end. */
const DAYS_AFTER = 90;
const REASON_LEAST = 4;

/** P1.2: judges a goal letter by letter. Pure; the same while typing, in the check and at submission. */
export function smartOf(goal: SmartGoal, context: SmartContext): Smart {
  return { S: specific(goal, context), M: measurable(goal, context), A: achievable(goal, context), R: relevant(goal), T: timeBound(goal, context) };
}

/** How many letters hold, of five. */
export const lettersHeld = (smart: Readonly<Record<SmartLetter, { readonly ok: boolean }>>): number => SMART_LETTERS.filter((letter) => smart[letter].ok).length;

/** Of a downward count or rate, none at all is a target (no complaints) once it is said how that is measured. */
const hasTarget = ({ target, direction, kind, measure }: SmartGoal): boolean => target > 0 || (direction === 'down' && kind !== 'growth' && kind !== 'money' && measure.trim() !== '');

function specific({ metric, target, unit, kind }: SmartGoal, { startsOn, metric: known }: SmartContext): SmartJudgement {
  const name = metric.trim();
  const data = { metric: name, month: Number(addDays(`${startsOn.slice(0, 7)}-01`, -1).slice(5, 7)), by: COUNTED_BY.find(([words]) => words.test(name))?.[1] ?? 'orders' };
  if (name === '') return failed('metric_missing', data);
  if (known) return passed('specific', data);
  if (SEVERAL.test(name)) return failed('metric_several', { ...data, first: name.split(SEVERAL)[0]?.trim() ?? name });
  if (COUNTED.test(name)) return passed('specific', data);
  if (UNCOUNTED.test(name) || VAGUE.test(name)) return failed('metric_vague', data);
  return target > 0 && (unit !== '' || kind !== 'count') ? passed('specific', data) : failed('metric_unclear', data);
}

function measurable(goal: SmartGoal, { metric: known }: SmartContext): SmartJudgement {
  const { metric, kind, unit, baseline, baselineSource, measure } = goal;
  const data = { metric: metric.trim(), source: known?.source ?? '' };
  if (!hasTarget(goal)) return failed('target_missing', data);
  if (kind === 'count' && unit.trim() === '') return failed('unit_missing', data);
  if (kind === 'growth' && (baseline === null || baseline === 0)) return failed('baseline_missing', data);
  if (kind === 'growth' && baselineSource.trim() === '') return failed('baseline_source_missing', { ...data, baseline });
  if (measure.trim() === '' && !known?.source) return failed('measure_missing', data);
  return passed('measurable', { ...data, measure: measure.trim() || (known?.source ?? '') });
}

function achievable(goal: SmartGoal, { past }: SmartContext): SmartJudgement {
  const { target, kind, unit, direction, metric } = goal;
  if (!hasTarget(goal)) return failed('target_unjudged', { metric: metric.trim() });
  const data = { target, kind, unit, direction };
  if (past && past.n > 0) {
    const range = { ...data, n: past.n, low: past.low, high: past.high };
    const larger = kind === 'growth' || direction === 'up';
    const best = larger ? past.high : past.low;
    if (larger ? target > best * STRETCH : target * STRETCH < best) return failed('above_past', range);
    return passed((larger ? target > best : target < best) ? 'stretch' : 'within_past', range);
  }
  if (kind === 'rate' && target > 100 && !UNBOUNDED_RATE.test(metric)) return failed('rate_over', data);
  if (kind === 'growth' && direction === 'up' && target > GROWTH_MOST) return failed('growth_over', data);
  if (kind === 'growth' && direction === 'down' && target > DROP_MOST) return failed('drop_over', data);
  if (/nps/i.test(metric) && target > 100) return failed('nps_over', data);
  return passed('no_past', data);
}

function relevant({ reason }: SmartGoal): SmartJudgement {
  const said = reason.trim();
  if (said === '') return failed('reason_missing');
  return said.length < REASON_LEAST ? failed('reason_short', { reason: said }) : passed('relevant', { reason: said });
}

function timeBound({ dueOn, metric }: SmartGoal, { startsOn, endsOn }: SmartContext): SmartJudgement {
  const latest = addDays(endsOn, DAYS_AFTER);
  const data = { due: dueOn, startsOn, endsOn, latest };
  if (dueOn === null) return SHOWS_LATER.test(metric) ? failed('due_later_needed', { ...data, suggested: addDays(endsOn, 30) }) : passed('due_period', data);
  if (dueOn < startsOn) return failed('due_before', data);
  return dueOn > latest ? failed('due_late', data) : passed('due', data);
}

/** The past of the metric that a goal names, in the same measure; null without any. */
export function pastOf(goal: { readonly metric: string; readonly metricKey?: string | null; readonly kind: string; readonly direction: string; readonly unit: string }, past: readonly PastFigure[]): PastFigure | null {
  const name = goal.metric.trim();
  const unit = (text: string): string => (text === '%' ? '' : text);
  return past.find((one) => one.kind === goal.kind && one.direction === goal.direction && unit(one.unit) === unit(goal.unit) && ((one.metricKey !== null && one.metricKey === goal.metricKey) || one.metric === name)) ?? null;
}
