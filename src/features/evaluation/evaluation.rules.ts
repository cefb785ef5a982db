import type { Goal } from '#features/goal/goal.contract.ts';
import { isReached } from '#features/goal/goal.rules.ts';
import { addWorkingDays, isCoveredYear, type Day } from '#platform/shared/calendar.ts';
import type { Locale } from '#platform/shared/messages.ts';
import { formatMoney } from '#platform/shared/money.ts';
import { evaluationMessages } from './evaluation.messages.ts';

/** R1.1: within 3 working days after the end, by the Chinese calendar. */
const REPORT_WORKING_DAYS = 3;

/** The report's day; `certain` is false in years whose holiday arrangement is not known yet. */
export function reportDue(campaign: { readonly eventTo: Day | null; readonly endsOn: Day }): { dueOn: Day; dueCertain: boolean } {
  const dueOn = addWorkingDays(campaign.eventTo ?? campaign.endsOn, REPORT_WORKING_DAYS);
  return { dueOn, dueCertain: isCoveredYear(dueOn) };
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
