import { getApproval, type ApprovalDetail } from '#features/approval/approval.contract.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import { Section } from '#platform/web/ui/Page.tsx';
import { requestCode } from '../budget.order.rules.ts';
import { factsWebMessages } from '../budget.payable.web.messages.ts';
import { readAsked, type AskedMoney } from '../budget.asked.rules.ts';
import { getMoneyFacts, type MoneyFacts as Facts } from '../budget.request.contract.ts';
import { FileLink } from './RequestFiles.tsx';
import { RequestTag } from './RequestTag.tsx';
import css from './facts.module.css';

/** What the decision does to the money, in one sentence; while it waits the amount is already off the line. */
function Leaves({ facts, asked }: { readonly facts: Facts; readonly asked: AskedMoney }) {
  const words = useMessages(factsWebMessages);
  const formats = useFormats();
  const { line, toLine, total } = facts;
  const free = line.balance.freeCents;
  const { kind, amountCents } = asked;
  if (kind === 'supplement') {
    const [before, after] = [total.allocatedCents, total.allocatedCents + amountCents];
    return <p className={css['leaves']}><em>{words.grows(formats.money(before), formats.money(after), formats.percent(before === 0 ? null : amountCents / before, 1))}</em>{words.leavesPlus(line.name, formats.money(free + amountCents))}</p>;
  }
  if (kind === 'cut') return <p className={css['leaves']}>{words.shrinks(formats.money(total.allocatedCents), formats.money(total.allocatedCents - amountCents))}{words.leaves(formats.money(free))}</p>;
  return <p className={css['leaves']}>{toLine ? words.leavesMove(line.name, formats.money(free), toLine.name, formats.money(toLine.balance.freeCents + amountCents)) : words.leaves(formats.money(free))}</p>;
}

/** Free before and after on each line that is touched, and the whole budget. */
function Balances({ facts, asked }: { readonly facts: Facts; readonly asked: AskedMoney }) {
  const words = useMessages(factsWebMessages);
  const formats = useFormats();
  const { line, toLine, total } = facts;
  const { amountCents } = asked;
  const plus = asked.kind === 'supplement';
  const rows = [
    { label: words.line(line.name, line.owner), before: plus ? line.balance.freeCents : line.balance.freeCents + amountCents, after: plus ? line.balance.freeCents + amountCents : line.balance.freeCents },
    ...(toLine ? [{ label: words.line(toLine.name, toLine.owner), before: toLine.balance.freeCents, after: toLine.balance.freeCents + amountCents }] : []),
  ];
  const used = total.spentCents + total.committedCents;
  return (
    <dl className={css['balances']}>
      {rows.map(({ label, before, after }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd><span>{words.freeNow} {formats.money(before)}</span><span>{words.freeAfter} <b>{formats.money(after)}</b></span></dd>
        </div>
      ))}
      <div>
        <dt>{words.total}</dt>
        <dd><span>{words.allocated} {formats.money(total.allocatedCents)}</span><span>{words.used} {formats.money(used)}</span></dd>
      </div>
    </dl>
  );
}

function Past({ rows, payee = false }: { readonly rows: Facts['lineHistory']; readonly payee?: boolean }) {
  const formats = useFormats();
  return (
    <ul className={css['past']}>
      {rows.map((row) => (
        <li key={row.requestId}>
          <span>{[payee ? row.payee : '', row.purpose].filter(Boolean).join(' · ')}<small>{row.campaignName} · {formats.ago(row.at)}</small></span>
          <RequestTag state={row.state} order={row.order} />
          <b>{formats.money(row.amountCents)}</b>
        </li>
      ))}
    </ul>
  );
}

function Histories({ facts }: { readonly facts: Facts }) {
  const words = useMessages(factsWebMessages);
  const formats = useFormats();
  const { payee, lineHistory, waiting } = facts;
  // Each past request once: under its payee, else under the line; what waits is named above.
  const named = new Set([...(payee?.last ?? []).map(({ requestId }) => requestId), ...waiting.map(({ id }) => id)]);
  const others = lineHistory.filter(({ requestId }) => !named.has(requestId));
  return (
    <>
      {waiting.length > 0 ? (
        <div className={css['group']}>
          <h3>{words.waiting(waiting.length, formats.money(waiting.reduce((sum, one) => sum + one.amountCents, 0)))}</h3>
          <ul className={css['past']}>{waiting.map((one) => <li key={one.id}><span>{words.holder(requestCode(one.number), one.purpose, one.requestedBy)}</span><b>{formats.money(one.amountCents)}</b></li>)}</ul>
        </div>
      ) : null}
      {payee ? (
        <div className={css['group']}>
          <h3>{words.payee(payee.name)}</h3>
          <p>{payee.orders === 0 ? words.payeeNew : words.payeeSum(payee.orders, formats.money(payee.amountCents), formats.money(payee.spentCents))}</p>
          <Past rows={payee.last} />
        </div>
      ) : null}
      {others.length > 0 ? <div className={css['group']}><h3>{words.history}</h3><Past rows={others} payee /></div> : null}
    </>
  );
}

function Waiting({ facts, asked }: { readonly facts: Facts; readonly asked: AskedMoney }) {
  return <><Leaves facts={facts} asked={asked} /><Balances facts={facts} asked={asked} /></>;
}

function FactsView({ facts, approval }: { readonly facts: Facts; readonly approval: ApprovalDetail }) {
  const words = useMessages(factsWebMessages);
  const asked = readAsked(approval.content);
  return (
    <Section title={words.title} actions={<Link to={`/campaigns/${facts.campaignId}/budget/requests/${facts.requestId}`}>{words.open}</Link>}>
      <div className={css['facts']}>
        {asked && approval.decision === null ? <Waiting facts={facts} asked={asked} /> : null}
        {facts.files.length > 0 ? <p className={css['files']}>{facts.files.map((file) => <FileLink key={file.id} campaignId={facts.campaignId} file={file} />)}</p> : null}
        <Histories facts={facts} />
      </div>
    </Section>
  );
}

/** What an approver must know of the money, beside the button: what it leaves, who else waits, what came before. Nothing where no money is asked for. `short`: only what it leaves. */
export function MoneyFacts({ approvalId, short = false }: { readonly approvalId: string; readonly short?: boolean }) {
  const facts = useOperation(getMoneyFacts, { params: { approvalId } }).data;
  const approval = useOperation(getApproval, { params: { approvalId } }).data;
  if (!facts || !approval) return null;
  if (!short) return <FactsView facts={facts} approval={approval} />;
  const asked = readAsked(approval.content);
  return asked && approval.decision === null ? <Leaves facts={facts} asked={asked} /> : null;
}
