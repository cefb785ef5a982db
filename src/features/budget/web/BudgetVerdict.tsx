import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import type { Budget } from '../budget.contract.ts';
import { overviewWebMessages } from '../budget.overview.web.messages.ts';
import { timeShare } from '../budget.pace.rules.ts';
import { overspentLines, reserveStanding } from '../budget.rules.ts';
import type { Standing } from '../budget.standing.rules.ts';
import { budgetWebMessages } from '../budget.web.messages.ts';

const boundsOf = ({ reserveFromPercent, reserveToPercent }: Budget['rules']) => ({ fromPercent: reserveFromPercent, toPercent: reserveToPercent });

/** P2.2 in a clause: what share the reserve is of which total, and what to do when it is outside the bounds. */
function ReserveClause({ budget: { totals, rules } }: { readonly budget: Budget }) {
  const words = useMessages(budgetWebMessages).verdict;
  const formats = useFormats();
  const { fromPercent, toPercent } = boundsOf(rules);
  const { share, standing, fromCents, toCents } = reserveStanding(totals, { fromPercent, toPercent });
  const [low, high] = [formats.percent(fromPercent / 100), formats.percent(toPercent / 100)];
  const figures = [formats.money(totals.reserveCents), formats.percent(share), formats.amount(totals.reserveCents), formats.amount(totals.amountCents)] as const;
  const advised = [formats.money(fromCents), formats.money(toCents)] as const;
  switch (standing) {
    case 'inside':
      return words.inside(...figures, words.bounds(low, high));
    case 'below':
      return <>{words.below(...figures)}<em>{words.belowAdvice(low, ...advised)}</em></>;
    case 'above':
      return <>{words.above(...figures)}<em>{words.aboveAdvice(high, ...advised)}</em></>;
    case 'none':
      return <><em>{words.none}</em>{words.noneAdvice(words.bounds(low, high), ...advised)}</>;
  }
}

function RecordedClause({ budget, spentCents }: { readonly budget: Budget; readonly spentCents: number }) {
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

/** Before the ledger opens: the total and its reserve, or the cost that came with an import. */
export function DraftVerdict({ budget }: { readonly budget: Budget }) {
  const words = useMessages(budgetWebMessages).verdict;
  const formats = useFormats();
  const { totals, rules } = budget;
  if (totals.amountCents === 0) return words.needsTotal;
  if (totals.actualCents === null) return <>{words.total(formats.money(totals.amountCents))}{words.and}<ReserveClause budget={budget} /></>;
  const { fromPercent, toPercent } = boundsOf(rules);
  const { share, standing } = reserveStanding(totals, { fromPercent, toPercent });
  return (
    <>
      <RecordedClause budget={budget} spentCents={totals.actualCents} />
      {standing === 'inside' ? words.kept(formats.percent(share), formats.amount(totals.reserveCents), formats.amount(totals.amountCents), words.bounds(formats.percent(fromPercent / 100), formats.percent(toPercent / 100))) : null}
    </>
  );
}

function Warnings({ standing: { warned, runningOut }, today }: { readonly standing: Standing; readonly today: string }) {
  const words = useMessages(overviewWebMessages).verdict;
  const formats = useFormats();
  const [worst] = warned;
  const [first] = runningOut.filter((one) => (one.forecast?.spentUpOn ?? '') > today);
  const named = worst ? [worst.line.category, formats.percent(worst.share, 1)] as const : undefined;
  return (
    <>
      {named ? <em>{warned.length === 1 ? words.warned(...named) : words.warnedMany(warned.length, ...named)}</em> : null}
      {first ? <em>{words.runsOut(first.line.category, formats.day(first.forecast?.spentUpOn))}</em> : null}
    </>
  );
}

function ForecastClause({ standing: { total, forecast } }: { readonly standing: Standing }) {
  const words = useMessages(overviewWebMessages).verdict;
  const formats = useFormats();
  const { finalCents } = forecast;
  if (finalCents === null) return null;
  if (forecast.unknownLines > 0) {
    const byCents = forecast.fullCents - total.allocatedCents;
    return (
      <>
        {words.forecastPart(formats.money(finalCents), forecast.unknownLines, formats.money(forecast.fullCents))}
        {byCents > 0 ? <em>{words.partOver(formats.money(byCents))}</em> : byCents < 0 ? words.partLess(formats.money(-byCents)) : words.partFull}
      </>
    );
  }
  const less = total.allocatedCents - finalCents;
  if (less === 0) return words.forecastFull(formats.money(finalCents));
  if (less < 0) return <em>{words.forecastOver(formats.money(finalCents), formats.money(-less))}</em>;
  return words.forecast(formats.money(finalCents), formats.money(less));
}

/** Once the ledger is open: what is spent, held and free, how time stands, where it leads, and what is off course. */
export function LedgerVerdict({ budget, standing, isPaced }: { readonly budget: Budget; readonly standing: Standing; readonly isPaced: boolean }) {
  const words = useMessages(overviewWebMessages).verdict;
  const formats = useFormats();
  const { total } = standing;
  const { startsOn, endsOn, today } = budget.period;
  const money = formats.money(total.allocatedCents);
  const used = total.allocatedCents - total.freeCents;
  if (total.allocatedCents === 0) return null;
  if (used === 0) return words.untouched(money);
  return (
    <>
      {total.spentCents === 0 ? words.notSpent(money) : words.spent(money, formats.money(total.spentCents), formats.percent(total.spentCents / total.allocatedCents))}
      {total.committedCents > 0 ? words.committed(formats.money(total.committedCents)) : ''}
      {total.reservedCents > 0 ? words.reserved(formats.money(total.reservedCents)) : ''}
      {words.free(formats.money(total.freeCents))}
      {today < startsOn ? words.before(formats.day(startsOn)) : today > endsOn ? words.ended(formats.day(endsOn, endsOn.slice(0, 4) !== today.slice(0, 4))) : words.time(formats.percent(timeShare(budget.period), 0))}
      {isPaced && today <= endsOn ? <ForecastClause standing={standing} /> : null}
      <Warnings standing={standing} today={today} />
    </>
  );
}
