import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import type { Budget } from '../budget.contract.ts';
import { overspentLines, reserveStanding } from '../budget.rules.ts';
import { budgetWebMessages } from '../budget.web.messages.ts';

/** P2.2 in a clause: what share the reserve is of which total, and what to do when it is outside 10–15 %. */
function ReserveClause({ totals }: { readonly totals: Budget['totals'] }) {
  const words = useMessages(budgetWebMessages).verdict;
  const formats = useFormats();
  const { share, standing, fromCents, toCents } = reserveStanding(totals);
  const reserve = formats.money(totals.reserveCents);
  const figures = [reserve, formats.percent(share), formats.amount(totals.reserveCents), formats.amount(totals.amountCents)] as const;
  const advised = [formats.money(fromCents), formats.money(toCents)] as const;
  switch (standing) {
    case 'inside':
      return words.inside(...figures);
    case 'below':
      return <>{words.below(...figures)}<em>{words.belowAdvice(...advised)}</em></>;
    case 'above':
      return <>{words.above(...figures)}<em>{words.aboveAdvice(...advised)}</em></>;
    case 'none':
      return <><em>{words.none}</em>{words.noneAdvice(...advised)}</>;
  }
}

function SpendingClause({ budget }: { readonly budget: Budget }) {
  const words = useMessages(budgetWebMessages).verdict;
  const formats = useFormats();
  const { lines, totals } = budget;
  if (totals.actualCents === null) return null;
  const recorded = lines.filter((line) => line.actualCents !== null).length;
  const over = overspentLines(lines);
  const [worst] = over;
  const share = totals.amountCents === 0 ? null : totals.actualCents / totals.amountCents;
  return (
    <>
      {' '}
      {words.spent(formats.money(totals.actualCents), formats.percent(share), recorded, lines.length)}
      {worst ? <em>{words.overspent(over.length)}{words.worst(worst.line.category, formats.money(worst.overCents))}</em> : words.notOver}
    </>
  );
}

/** The budget in one sentence: total, reserve, spending, what is over. */
export function BudgetVerdict({ budget }: { readonly budget: Budget }) {
  const words = useMessages(budgetWebMessages).verdict;
  const formats = useFormats();
  if (budget.totals.amountCents === 0) return words.needsTotal;
  return (
    <>
      {words.total(formats.money(budget.totals.amountCents))}
      {words.and}
      <ReserveClause totals={budget.totals} />
      <SpendingClause budget={budget} />
    </>
  );
}
