import { accountMessages } from '#features/account/account.messages.ts';
import type { Approval } from '#features/approval/approval.contract.ts';
import { byUrgency, dueOf, namesOf } from '#features/approval/approval.list.rules.ts';
import { approvalMessages } from '#features/approval/approval.messages.ts';
import { ageInDays, sortPayables, waitsSince } from '#features/budget/budget.order.rules.ts';
import type { listPayables } from '#features/budget/budget.request.contract.ts';
import type { CampaignRow } from '#features/campaign/campaign.contract.ts';
import { campaignMessages } from '#features/campaign/campaign.messages.ts';
import { stageName, stageTone } from '#features/campaign/campaign.stage.rules.ts';
import { dayIn } from '#platform/shared/calendar.ts';
import type { Day } from '#platform/shared/calendar.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import { useFormats, useMessages, useTimeZone } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { Progress, StateTag } from '#platform/web/ui/Marks.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import type { getWorkbench } from '../portfolio.contract.ts';
import { portfolioWebMessages } from '../portfolio.web.messages.ts';
import css from './Workbench.module.css';

type Waiting = OutputOf<typeof getWorkbench>['approvals'][number];

/** More than these are looked at on the page of all of them. */
const SHOWN = 5;

interface AskProps {
  readonly approval: Approval;
  /** What stands below the title, in one line. */
  readonly facts: readonly string[];
  /** What presses. */
  readonly urgent?: string | undefined;
}

/** One request: its title leads to it, its amount stands at the end of the line. */
function Ask({ approval: { id, title, campaignName, amountCents, kind, version }, facts, urgent }: AskProps) {
  const words = useMessages(portfolioWebMessages);
  const { kinds } = useMessages(approvalMessages);
  const formats = useFormats();
  const named = version > 1 ? words.versioned(kinds[kind], version) : kinds[kind];
  return (
    <li className={css['ask']}>
      <b><Link to={`/approvals/${id}`}>{title}</Link></b>
      <span className={css['sum']}>{amountCents === null ? null : formats.money(amountCents)}</span>
      <small>{[title === campaignName ? '' : campaignName, named, ...facts].filter(Boolean).join(' · ')}{urgent ? <em>{urgent}</em> : null}</small>
    </li>
  );
}

/** What waits for this person's decision, the most urgent first. */
export function ApprovalsPanel({ approvals, today }: { readonly approvals: readonly Waiting[]; readonly today: Day }) {
  const words = useMessages(portfolioWebMessages);
  const zone = useTimeZone();
  const age = ({ requestedAt }: Waiting) => ageInDays(dayIn(zone, new Date(requestedAt)), today);
  const late = ({ step }: Waiting) => {
    const due = dueOf(step?.dueOn ?? null, today);
    return due?.state === 'late' ? words.overdue(due.days) : undefined;
  };
  return (
    <Section title={words.approvals} actions={<Link to="/approvals?tab=waiting">{words.seeAll(approvals.length)}</Link>}>
      <ul className={css['rows']}>
        {byUrgency(approvals).slice(0, SHOWN).map((approval) => (
          <Ask key={approval.id} approval={approval} urgent={late(approval)} facts={[words.asked(approval.requestedBy, age(approval)), approval.forName ? words.behalf(approval.forName) : '']} />
        ))}
      </ul>
    </Section>
  );
}

/** The person's own requests that run: how far each has come and for whom it waits. */
export function RequestsPanel({ requests }: { readonly requests: readonly Approval[] }) {
  const words = useMessages(portfolioWebMessages);
  const { roles } = useMessages(accountMessages);
  const formats = useFormats();
  const standing = ({ step }: Approval) => (step ? [words.stands(step.number, step.count, step.name), words.waitsFor(formats.list(namesOf(step.who, roles)))] : []);
  return (
    <Section title={words.requests} actions={<Link to="/approvals?tab=requested">{words.seeAll(requests.length)}</Link>}>
      <ul className={css['rows']}>{requests.slice(0, SHOWN).map((approval) => <Ask key={approval.id} approval={approval} facts={standing(approval)} />)}</ul>
    </Section>
  );
}

type Bill = OutputOf<typeof listPayables>['invoices'][number];

/** What waits for finance in all campaigns: how many invoices, how much, since when. */
export function PayablesPanel({ invoices, today }: { readonly invoices: readonly Bill[]; readonly today: Day }) {
  const words = useMessages(portfolioWebMessages).payables;
  const formats = useFormats();
  const zone = useTimeZone();
  const { toCheck, toPay } = sortPayables(invoices);
  const line = (tab: 'check' | 'pay', bills: readonly Bill[]) => {
    const [oldest] = bills;
    if (!oldest) return null;
    const days = ageInDays(dayIn(zone, new Date(waitsSince(oldest))), today);
    return (
      <li className={css['ask']}>
        <b><Link to={`/payables?tab=${tab}`}>{words[tab]}</Link></b>
        <span className={css['sum']}>{formats.money(bills.reduce((sum, { amountCents }) => sum + amountCents, 0))}</span>
        <small>{words.invoices(bills.length)} · {days === 0 ? words.since[tab] : words.oldest(days)}</small>
      </li>
    );
  };
  return (
    <Section title={words.title} actions={<Link to="/payables">{words.open}</Link>}>
      {toCheck.length + toPay.length === 0 ? <p className={css['quiet']}>{words.nothing}</p> : <ul className={css['rows']}>{line('check', toCheck)}{line('pay', toPay)}</ul>}
    </Section>
  );
}

export function CampaignsPanel({ campaigns }: { readonly campaigns: readonly CampaignRow[] }) {
  const words = useMessages(portfolioWebMessages);
  const stageWords = useMessages(campaignMessages);
  const formats = useFormats();
  return (
    <Section title={words.campaigns} actions={<Link to="/campaigns">{words.allCampaigns}</Link>}>
      {campaigns.length === 0 ? <p className={css['quiet']}>{words.noCampaigns}</p> : (
        <ul className={css['rows']}>
          {campaigns.map((campaign) => (
            <li key={campaign.id}>
              <div>
                <b><Link to={`/campaigns/${campaign.id}`}>{campaign.name}</Link></b>
                <small>{formats.days(campaign.startsOn, campaign.endsOn, true)} · {campaign.leadName ?? words.noLead}</small>
              </div>
              <StateTag tone={stageTone[campaign.stage]}>{stageName(campaign, stageWords)}</StateTag>
              {campaign.tasks > 0 ? (
                <div className={`${css['wide']} ${css['bar']}`}>
                  <Progress label={words.tasksLabel(campaign.name)} value={campaign.tasksDone / campaign.tasks} tone={campaign.tasksDone === campaign.tasks ? 'jade' : 'indigo'} />
                  <small>{words.tasksDone(campaign.tasksDone, campaign.tasks)}</small>
                </div>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
