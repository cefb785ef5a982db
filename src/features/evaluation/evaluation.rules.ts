import { varianceOf } from '#features/budget/budget.rules.ts';
import type { Stage } from '#features/campaign/campaign.rules.ts';
import type { Goal } from '#features/goal/goal.contract.ts';
import { isReached } from '#features/goal/goal.rules.ts';
import { addWorkingDays, isCoveredYear, type Day, type OwnDays } from '#platform/shared/calendar.ts';
import type { Locale } from '#platform/shared/messages.ts';
import { formatMoney } from '#platform/shared/money.ts';
import { evaluationMessages } from './evaluation.messages.ts';

/** R1.1: within 3 working days after the end, by the Chinese calendar and the company's own days over it. */
const REPORT_WORKING_DAYS = 3;

/** The report's day; `certain` is false in years whose holiday arrangement is not known yet. */
export function reportDue(campaign: { readonly eventTo: Day | null; readonly endsOn: Day }, own?: OwnDays): { dueOn: Day; dueCertain: boolean } {
  const dueOn = addWorkingDays(campaign.eventTo ?? campaign.endsOn, REPORT_WORKING_DAYS, own);
  return { dueOn, dueCertain: isCoveredYear(dueOn) };
}

/** Spending is over: a line without cost is a saving then; before, it says nothing yet. */
export function isSettled(stage: Stage): boolean {
  return stage === 'reviewing' || stage === 'archived';
}

/** Actual minus budget; positive is overspent. Null while nothing can be said. */
export function costVariance(line: { readonly amountCents: number; readonly actualCents: number | null }, settled: boolean): number | null {
  return varianceOf({ amountCents: line.amountCents, actualCents: line.actualCents ?? (settled ? 0 : null) });
}

export interface Figures {
  readonly goals: readonly Goal[];
  readonly budget: { readonly amountCents: number; readonly actualCents: number | null };
  readonly schedule: { readonly total: number; readonly done: number };
}

export function countReached(goals: readonly Goal[]): number {
  return goals.filter((goal) => isReached(goal)).length;
}

/** The sentence at the top: what a busy lead reads first, made from the figures. */
export function verdictOf(figures: Figures, locale: Locale): string {
  const words = evaluationMessages[locale].verdict;
  const { goals, budget, schedule } = figures;
  const parts = [goals.some((goal) => goal.actual !== null) ? words.goals(countReached(goals), goals.length) : words.noActuals];
  if (budget.actualCents === null) parts.push(words.noCost);
  else if (budget.actualCents === budget.amountCents) parts.push(words.even);
  else parts.push(budget.actualCents > budget.amountCents ? words.over(formatMoney(budget.actualCents - budget.amountCents)) : words.under(formatMoney(budget.amountCents - budget.actualCents)));
  if (schedule.total > 0) parts.push(words.schedule(schedule.done, schedule.total));
  return parts.join(words.join) + words.end;
}

/** The figures and words that a report answers for. Progress ticked off after the approval (archiving itself is a task) is not among them. */
interface ReportContent {
  readonly goals: readonly { readonly metric: string; readonly target: number; readonly actual: number | null }[];
  readonly budget: { readonly lines: readonly { readonly category: string; readonly amountCents: number; readonly actualCents: number | null }[] };
  readonly judgement: { readonly highlights: string; readonly shortcomings: string; readonly nextSteps: string };
}

/** True while what was frozen for an approval still is what the campaign's rows say: an approval never silently covers a later change. */
export function isSameReport(frozen: ReportContent, current: ReportContent): boolean {
  const { highlights, shortcomings, nextSteps } = frozen.judgement;
  const now = current.judgement;
  return (
    highlights === now.highlights && shortcomings === now.shortcomings && nextSteps === now.nextSteps &&
    sameRows(frozen.goals, current.goals, ({ metric, target, actual }) => [metric, target, actual]) &&
    sameRows(frozen.budget.lines, current.budget.lines, ({ category, amountCents, actualCents }) => [category, amountCents, actualCents])
  );
}

function sameRows<Row>(frozen: readonly Row[], current: readonly Row[], valuesOf: (row: Row) => readonly unknown[]): boolean {
  return JSON.stringify(frozen.map(valuesOf)) === JSON.stringify(current.map(valuesOf));
}
