import type { OutputOf } from '#platform/shared/contract.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import { LinkButton } from '#platform/web/ui/Button.tsx';
import { DataTable } from '#platform/web/ui/DataTable.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import { EmptyState, Loaded } from '#platform/web/ui/States.tsx';
import type { Budget } from '../budget.contract.ts';
import { ledgerWebMessages } from '../budget.ledger.web.messages.ts';
import { requestCode } from '../budget.order.rules.ts';
import { listReserveDraws } from '../budget.request.contract.ts';
import { requestWebMessages } from '../budget.request.web.messages.ts';
import { drawsByCause, type CauseSum } from '../budget.reserve.rules.ts';
import { isReserve, reserveStanding } from '../budget.rules.ts';
import { budgetAddress } from './budgetAddress.ts';
import css from './ledger.module.css';
import { RequestTag } from './RequestTag.tsx';

type Draws = OutputOf<typeof listReserveDraws>;
type Draw = Draws['draws'][number];
type Cause = Draw['causeKind'];

/** P2.2 with numerator and denominator, as approved and now. The bounds are for the plan: a reserve that was drawn on has done what it is for. */
function Share({ title, partCents, wholeCents, rules }: { readonly title: string; readonly partCents: number; readonly wholeCents: number; readonly rules?: Budget['rules'] }) {
  const words = useMessages(ledgerWebMessages).reserve;
  const formats = useFormats();
  const { reserveFromPercent: fromPercent = 0, reserveToPercent: toPercent = 100 } = rules ?? {};
  const { share, standing } = reserveStanding({ amountCents: wholeCents, reserveCents: partCents }, { fromPercent, toPercent });
  const [from, to] = [formats.percent(fromPercent / 100), formats.percent(toPercent / 100)];
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        {words.share(formats.amount(partCents), formats.amount(wholeCents), formats.percent(share))}
        {standing === 'none' || !rules ? null : <small className={standing === 'inside' ? '' : css['off']}>{{ inside: words.inside(from, to), below: words.below(from), above: words.above(to) }[standing]}</small>}
      </dd>
    </div>
  );
}

function Causes({ causes, drawnCents, waitingCents }: ReturnType<typeof drawsByCause<Cause>>) {
  const words = useMessages(ledgerWebMessages).reserve;
  const names = useMessages(requestWebMessages).causes;
  const formats = useFormats();
  return (
    <Section title={words.byCause}>
      <DataTable<CauseSum<Cause>>
        label={words.byCause}
        rows={causes}
        rowKey={({ cause }) => cause}
        columns={[
          { key: 'cause', title: words.cause, heading: true, render: ({ cause }) => names[cause] },
          { key: 'count', title: words.count, align: 'end', width: '14%', render: ({ draws }) => draws },
          { key: 'waiting', title: words.waitingAmount, unit: words.yuan, align: 'end', width: '20%', render: (sum) => formats.amount(sum.waitingCents) },
          { key: 'drawn', title: words.drawn, unit: words.yuan, align: 'end', width: '20%', render: (sum) => <b>{formats.amount(sum.drawnCents)}</b> },
          { key: 'share', title: words.share2, align: 'end', width: '18%', render: (sum) => formats.percent(drawnCents === 0 ? null : sum.drawnCents / drawnCents) },
        ]}
        footer={[words.total, causes.reduce((sum, { draws }) => sum + draws, 0), formats.amount(waitingCents), formats.amount(drawnCents), '']}
      />
    </Section>
  );
}

function DrawList({ campaignId, draws }: { readonly campaignId: string; readonly draws: readonly Draw[] }) {
  const words = useMessages(ledgerWebMessages).reserve;
  const { causes } = useMessages(requestWebMessages);
  const formats = useFormats();
  return (
    <Section title={words.draws}>
      <DataTable<Draw>
        label={words.draws}
        rows={draws}
        rowKey={({ requestId }) => requestId}
        columns={[
          { key: 'cause', title: words.cause, heading: true, render: (draw) => (
            <span className={css['what']}>
              <Link to={budgetAddress.request(campaignId, draw.requestId)}>{draw.cause}</Link>
              <small>{`${requestCode(draw.number)} · ${causes[draw.causeKind]} · ${draw.requestedBy} · ${formats.dateTime(draw.at)}`}</small>
            </span>
          ) },
          { key: 'to', title: words.to, width: '20%', render: ({ toLine }) => toLine ?? words.direct },
          { key: 'state', title: words.state, width: '14%', render: ({ state, toLine }) => <RequestTag state={state} order={toLine === null} /> },
          { key: 'amount', title: words.amount, unit: words.yuan, align: 'end', width: '16%', render: ({ amountCents }) => <b>{formats.amount(amountCents)}</b> },
        ]}
      />
    </Section>
  );
}

function Content({ campaignId, budget, found }: { readonly campaignId: string; readonly budget: Budget; readonly found: Draws }) {
  const words = useMessages(ledgerWebMessages).reserve;
  const formats = useFormats();
  const byCause = drawsByCause(found.draws);
  const { rules, totals, can } = budget;
  const plannedCents = budget.lines.filter(isReserve).reduce((sum, line) => sum + line.plannedCents, 0);
  const ask = can.ask ? <LinkButton small to={budgetAddress.newRequest(campaignId, 'reserve')}>{words.ask}</LinkButton> : undefined;
  if (!budget.lines.some(isReserve)) return <Section><EmptyState title={words.none}>{words.noneText(formats.percent(rules.reserveFromPercent / 100), formats.percent(rules.reserveToPercent / 100))}</EmptyState></Section>;
  return (
    <>
      <Section title={words.title} actions={ask}>
        <p className={css['verdict']}>
          {byCause.drawnCents === 0 ? words.untouched(formats.money(plannedCents)) : words.verdict(formats.money(plannedCents), formats.money(byCause.drawnCents), formats.money(found.freeCents))}
          {byCause.waitingCents > 0 ? words.waiting(formats.money(byCause.waitingCents)) : ''}{words.end}
        </p>
        <dl className={css['shares']}>
          <Share title={words.planned} partCents={plannedCents} wholeCents={totals.plannedCents} rules={rules} />
          <Share title={words.now} partCents={totals.reserveCents} wholeCents={totals.amountCents} />
        </dl>
      </Section>
      {byCause.causes.length > 0 ? <Causes {...byCause} /> : null}
      {found.draws.length > 0 ? <DrawList campaignId={campaignId} draws={found.draws} /> : <Section><EmptyState title={words.empty}>{words.emptyText}</EmptyState></Section>}
    </>
  );
}

/** 备用金 (P2.2): its share with the denominator, and what it was drawn for. */
export function ReservePanel({ campaignId, budget }: { readonly campaignId: string; readonly budget: Budget }) {
  const query = useOperation(listReserveDraws, { params: { campaignId } });
  return <Loaded query={query} lines={6}>{(found) => <Content campaignId={campaignId} budget={budget} found={found} />}</Loaded>;
}
