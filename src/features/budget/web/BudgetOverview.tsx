import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { DataTable } from '#platform/web/ui/DataTable.tsx';
import { Columns, Section } from '#platform/web/ui/Page.tsx';
import type { Budget, Pace } from '../budget.contract.ts';
import { nameLines, requestCode } from '../budget.order.rules.ts';
import { overviewWebMessages } from '../budget.overview.web.messages.ts';
import { RUN_RATE_DAYS, timeShare } from '../budget.pace.rules.ts';
import { requestWebMessages } from '../budget.request.web.messages.ts';
import { isReserve, reserveStanding } from '../budget.rules.ts';
import { PARTS, type Standing } from '../budget.standing.rules.ts';
import { BalanceBar } from './BalanceBar.tsx';
import { budgetAddress } from './budgetAddress.ts';
import { BudgetLines, Figure } from './BudgetLines.tsx';
import { BurnChart } from './BurnChart.tsx';
import css from './overview.module.css';

interface OverviewProps {
  readonly campaignId: string;
  readonly budget: Budget;
  readonly standing: Standing;
}

/** P2.2 with its denominator, as approved: 5,000 ÷ 46,000 = 10.87%; what was drawn since has done what it is for. */
function ReserveShare({ budget }: { readonly budget: Budget }) {
  const words = useMessages(overviewWebMessages).lines;
  const formats = useFormats();
  const { reserveFromPercent: fromPercent, reserveToPercent: toPercent } = budget.rules;
  const plannedCents = budget.lines.filter(isReserve).reduce((sum, line) => sum + line.plannedCents, 0);
  const { share, standing } = reserveStanding({ amountCents: budget.totals.plannedCents, reserveCents: plannedCents }, { fromPercent, toPercent });
  if (standing === 'none') return null;
  const [from, to] = [formats.percent(fromPercent / 100), formats.percent(toPercent / 100)];
  const said = { inside: words.inside(from, to), below: words.below(from), above: words.above(to) }[standing];
  return (
    <li>
      {words.reserve(formats.amount(plannedCents), formats.amount(budget.totals.plannedCents), formats.percent(share))}
      <span className={standing === 'inside' ? '' : css['off']}>{said}</span>
      {budget.totals.reserveCents === plannedCents ? '' : words.reserveNow(formats.amount(budget.totals.reserveCents))}
    </li>
  );
}

function Total({ campaignId, budget, standing, elapsed }: OverviewProps & { readonly elapsed: number }) {
  const words = useMessages(overviewWebMessages);
  const formats = useFormats();
  const isSpent = budget.totals.actualCents !== null;
  return (
    <>
      <BalanceBar label={words.lines.total} balance={standing.total} elapsed={elapsed} thick />
      <dl className={css['totals']}>
        {PARTS.map((part) => (
          <div key={part}>
            <dt><svg width="10" height="10" aria-hidden="true"><rect width="10" height="10" rx="2" className={part === 'free' ? css['track'] : css[part]} /></svg>{words.buckets[part]}</dt>
            <dd><Figure campaignId={campaignId} lineId={null} name={words.lines.total} column={part} cents={part === 'spent' && !isSpent ? null : standing.total[`${part}Cents`]} strong /></dd>
            <dd className={css['explain']}>{words.explain[part]}</dd>
          </div>
        ))}
      </dl>
      <ul className={css['notes']}>
        {elapsed > 0 && elapsed < 1 ? <li>{words.lines.tick(formats.percent(elapsed, 0))}</li> : null}
        <ReserveShare budget={budget} />
      </ul>
    </>
  );
}

/** What waits longest comes first; the rest is in the list. */
const WAITING_SHOWN = 6;

function Waiting({ campaignId, budget }: Omit<OverviewProps, 'standing'>) {
  const words = useMessages(overviewWebMessages).waiting;
  const { kinds } = useMessages(requestWebMessages);
  const formats = useFormats();
  const nameOf = nameLines(budget.lines);
  if (budget.waiting.length === 0) return null;
  return (
    <Section title={words.title} actions={<Link to={budgetAddress.requests(campaignId, 'submitted')}>{words.all(budget.waiting.length)}</Link>}>
      <DataTable
        label={words.title}
        rows={budget.waiting.slice(0, WAITING_SHOWN)}
        rowKey={({ id }) => id}
        columns={[
          { key: 'what', title: words.what, heading: true, render: (request) => (
            <span className={css['request']}>
              <Link to={budgetAddress.request(campaignId, request.id)}>{request.purpose}</Link>
              <small>{`${requestCode(request.number)} · ${kinds[request.kind]} · ${words.by(request.requestedBy, formats.ago(request.submittedAt))}`}</small>
            </span>
          ) },
          { key: 'line', title: words.line, width: '24%', render: ({ lineId }) => nameOf.get(lineId) ?? '' },
          { key: 'amount', title: words.amount, unit: words.yuan, align: 'end', width: '120px', render: ({ amountCents }) => formats.amount(amountCents) },
        ]}
      />
    </Section>
  );
}

/** How the forecast comes about, so that finance can do the sum again. */
function ForecastNote({ standing, elapsed }: { readonly standing: Standing; readonly elapsed: number }) {
  const words = useMessages(overviewWebMessages).forecast;
  const formats = useFormats();
  const { forecast, lines } = standing;
  const byRate = lines.filter((one) => one.forecast?.method === 'run_rate').length;
  return (
    <Section title={words.title}>
      <dl className={css['forecast']}>
        <div><dt>{words.low}</dt><dd>{formats.money(forecast.finalCents === null ? null : forecast.knownCents)}</dd></div>
        <div><dt>{words.final}</dt><dd><b>{formats.money(forecast.finalCents)}</b></dd></div>
        {forecast.unknownLines > 0 && elapsed < 1 ? <div><dt>{words.full}</dt><dd>{formats.money(forecast.fullCents)}</dd></div> : null}
      </dl>
      <p className={css['formula']}>{words.formula(words.known, words.rate, RUN_RATE_DAYS)}</p>
      <ul className={css['notes']}>
        <li>{words.share(formats.percent(elapsed, 0))}</li>
        {byRate > 0 ? <li>{words.byRate(byRate)}</li> : null}
        {forecast.unknownLines > 0 ? <li>{words.unknown(forecast.unknownLines)}</li> : null}
      </ul>
    </Section>
  );
}

/** At one look: where the money of every line stands, how fast it goes, what waits. */
export function BudgetOverview({ campaignId, budget, standing, pace }: OverviewProps & { readonly pace: Pace }) {
  const words = useMessages(overviewWebMessages);
  const elapsed = timeShare(budget.period);
  return (
    <>
      <Section title={words.lines.title}>
        <Total campaignId={campaignId} budget={budget} standing={standing} elapsed={elapsed} />
        <BudgetLines campaignId={campaignId} budget={budget} standing={standing} elapsed={elapsed} />
      </Section>
      <Waiting campaignId={campaignId} budget={budget} />
      <Columns>
        <BurnChart pace={pace} standing={standing} />
        <ForecastNote standing={standing} elapsed={elapsed} />
      </Columns>
    </>
  );
}
