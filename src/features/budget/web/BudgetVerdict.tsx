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

function SpendingClause({ budget, spentCents }: { readonly budget: Budget; readonly spentCents: number }) {
  const words = useMessages(budgetWebMessages).verdict;
  const formats = useFormats();
  const { lines, totals } = budget;
  const recorded = lines.filter((line) => line.actualCents !== null).length;
  const over = overspentLines(lines);
  const [worst] = over;
  const share = totals.amountCents === 0 ? null : spentCents / totals.amountCents;
  const worstOne = (one: (typeof over)[number]) => [one.line.category, formats.money(one.overCents)] as const;
  return (
    <>
      {words.spent(formats.money(spentCents), formats.money(totals.amountCents), formats.percent(share), recorded, lines.length)}
      {worst ? <em>{over.length === 1 ? words.overspent(...worstOne(worst)) : words.overspentMany(over.length, ...worstOne(worst))}</em> : words.notOver}
    </>
  );
}

/** The budget in one sentence: before it is spent the total and its reserve, then what is spent and what is over. */
export function BudgetVerdict({ budget }: { readonly budget: Budget }) {
  const words = useMessages(budgetWebMessages).verdict;
  const formats = useFormats();
  const { totals } = budget;
  if (totals.amountCents === 0) return words.needsTotal;
  if (totals.actualCents === null) return <>{words.total(formats.money(totals.amountCents))}{words.and}<ReserveClause totals={totals} /></>;
  const { share, standing } = reserveStanding(totals);
  return (
    <>
      <SpendingClause budget={budget} spentCents={totals.actualCents} />
      {standing === 'inside' ? words.kept(formats.percent(share), formats.amount(totals.reserveCents), formats.amount(totals.amountCents)) : null}
    </>
  );
}
