import { useMessages } from '#platform/web/i18n.tsx';
import { MoneyBar, type MoneyShare, type ShareTone } from '#platform/web/ui/Marks.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import type { Budget, BudgetLine } from '../budget.contract.ts';
import { isReserve } from '../budget.rules.ts';
import { budgetWebMessages, type BudgetWords } from '../budget.web.messages.ts';

const TONES: readonly ShareTone[] = ['indigo', 'indigo2', 'indigo3'];

/** Before any spending: the largest categories, the rest, the reserve. */
function plannedShares(lines: readonly BudgetLine[], reserveCents: number, words: BudgetWords['shares']): readonly MoneyShare[] {
  const byCategory = new Map<string, number>();
  for (const line of lines) if (!isReserve(line)) byCategory.set(line.category, (byCategory.get(line.category) ?? 0) + line.amountCents);
  const sorted = [...byCategory].filter(([, cents]) => cents > 0).toSorted(([, a], [, b]) => b - a);
  const shown = sorted.slice(0, TONES.length).map(([category, cents], index): MoneyShare => ({ label: category || words.unnamed, cents, tone: TONES[index] ?? 'indigo' }));
  const rest = sorted.slice(TONES.length).reduce((sum, [, cents]) => sum + cents, 0);
  return [...shown, ...(rest > 0 ? [{ label: words.rest, cents: rest, tone: 'rest' as const }] : []), ...(reserveCents > 0 ? [{ label: words.reserve, cents: reserveCents, tone: 'amber' as const }] : [])];
}

/** While it is spent: what is gone, what is left of the plan, and the reserve that is still untouched. */
function spentShares(lines: readonly BudgetLine[], totals: Budget['totals'], spentCents: number, words: BudgetWords['shares']): readonly MoneyShare[] {
  const reserveSpent = lines.filter(isReserve).reduce((sum, line) => sum + Math.max(0, line.actualCents ?? 0), 0);
  const excess = Math.max(0, spentCents - totals.amountCents);
  const left = Math.max(0, totals.amountCents - spentCents);
  const reserveLeft = Math.min(left, Math.max(0, totals.reserveCents - reserveSpent));
  return [
    { label: words.spent, cents: spentCents - excess, tone: 'indigo' as const },
    { label: words.over, cents: excess, tone: 'rose' as const },
    { label: words.left, cents: left - reserveLeft, tone: 'rest' as const },
    { label: words.reserve, cents: reserveLeft, tone: 'amber' as const },
  ].filter((part) => part.cents > 0);
}

/** The total as one bar. */
export function BudgetShares({ lines, totals }: { readonly lines: readonly BudgetLine[]; readonly totals: Budget['totals'] }) {
  const words = useMessages(budgetWebMessages).shares;
  if (totals.amountCents === 0) return null;
  const parts = totals.actualCents === null ? plannedShares(lines, totals.reserveCents, words) : spentShares(lines, totals, totals.actualCents, words);
  return <Section bare><MoneyBar label={words.label} totalCents={totals.amountCents} parts={parts} /></Section>;
}
