import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import type { BudgetSums } from '../portfolio.budgets.contract.ts';
import { budgetsMessages } from '../portfolio.budgets.web.messages.ts';

/** What finance should know first: how much, how far, what is nearly used up, what waits for somebody. */
export function BudgetsVerdict({ sums: { total, warnPercents } }: { readonly sums: BudgetSums }) {
  const words = useMessages(budgetsMessages).verdict;
  const formats = useFormats();
  const planned = total.plannedCampaigns > 0 ? words.planned(total.plannedCampaigns, formats.money(total.plannedCents)) : '';
  if (total.campaigns === 0) return planned;
  const money = formats.money(total.allocatedCents);
  const highest = warnPercents.at(-1) ?? 100;
  const lowest = warnPercents[0] ?? highest;
  const warned = total.fullCampaigns > 0 ? words.full(total.fullCampaigns, highest) : total.nearCampaigns > 0 ? words.near(total.nearCampaigns, lowest) : '';
  const waits = [
    ...(total.waiting > 0 ? [words.waiting(total.waiting, formats.money(total.waitingCents))] : []),
    ...(total.unpaid > 0 ? [words.unpaid(total.unpaid, formats.money(total.unpaidCents))] : []),
  ];
  return (
    <>
      {total.spentCents === 0 ? words.unspent(total.campaigns, money) : words.sum(total.campaigns, money, formats.percent(total.spentCents / total.allocatedCents, 0))}
      {warned ? <em>{warned}</em> : words.calm(lowest)}
      {words.end}
      {waits.length > 0 ? `${waits.join(words.join)}${words.end}` : ''}
      {planned}
    </>
  );
}
