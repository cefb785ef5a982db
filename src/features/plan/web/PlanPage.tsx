import { accountMessages } from '#features/account/account.messages.ts';
import { namesOf } from '#features/approval/approval.list.rules.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { useParam } from '#platform/web/navigation.tsx';
import { Seal } from '#platform/web/ui/Marks.tsx';
import { Columns, Page } from '#platform/web/ui/Page.tsx';
import { Loaded } from '#platform/web/ui/States.tsx';
import { planMessages } from '../plan.messages.ts';
import { planWebMessages } from '../plan.web.messages.ts';
import { FrozenContent } from './FrozenContent.tsx';
import { PlanActions } from './PlanActions.tsx';
import { PlanCheck } from './PlanCheck.tsx';
import { usePlanFacts, type PlanFacts } from './usePlanFacts.ts';
import { VersionList } from './VersionList.tsx';

/** 方案: what a submission freezes, what is lacking, and the versions with their decisions (P4). */
export function PlanPage() {
  const campaignId = useParam('campaignId');
  return <Loaded query={usePlanFacts(campaignId)} lines={8}>{(facts) => <PlanView facts={facts} />}</Loaded>;
}

function PlanView({ facts }: { readonly facts: PlanFacts }) {
  const words = useMessages(planWebMessages);
  const { campaign, plan } = facts;
  return (
    <Page
      title={words.title}
      crumbs={[{ label: campaign.name, to: `/campaigns/${campaign.id}` }, { label: words.part }]}
      seal={<PlanSeal plan={plan} />}
      verdict={<Verdict facts={facts} />}
      actions={<PlanActions campaign={campaign} plan={plan} />}
    >
      <Columns>
        <FrozenContent facts={facts} />
        <div>
          {campaign.stage === 'draft' ? <PlanCheck campaignId={campaign.id} gaps={plan.gaps} /> : null}
          <VersionList plan={plan} />
        </div>
      </Columns>
    </Page>
  );
}

function PlanSeal({ plan }: { readonly plan: PlanFacts['plan'] }) {
  const words = useMessages(planWebMessages).seal;
  const formats = useFormats();
  const latest = plan.versions[0];
  if (latest?.decision !== 'approved' || plan.changed) return null;
  return <Seal lines={[words.version(latest.number), words.approved]} label={words.label(latest.number, latest.decidedBy ?? '', formats.dateTime(latest.decidedAt))} />;
}

function Verdict({ facts: { campaign, plan, goals, budget, schedule, team } }: { readonly facts: PlanFacts }) {
  const words = useMessages(planWebMessages);
  const gapNames = useMessages(planMessages).gaps;
  const { roles } = useMessages(accountMessages);
  const formats = useFormats();
  const says = words.verdict;
  const latest = plan.versions[0];
  if (campaign.stage === 'submitted' && latest) return <>{says.waiting(latest.number, latest.submittedBy)}<em>{says.waitingFor(formats.list(namesOf(latest.step?.who ?? [], roles)))}</em>{says.end}</>;
  if (campaign.stage === 'draft') {
    const blocking = plan.gaps.filter((gap) => gap.blocking).map((gap) => gapNames[gap.code]);
    const people = new Set(team.members.map((member) => member.userId)).size;
    return (
      <>
        {latest?.decision === 'returned' ? <em>{says.returned(latest.number)}</em> : null}{' '}
        {says.drafting(words.content(goals.goals.length, formats.money(budget.totals.amountCents), schedule.tasks.length, people))}
        {blocking.length > 0 ? <em>{says.lacking(formats.list(blocking))}</em> : says.ready}
      </>
    );
  }
  const approved = plan.versions.find((version) => version.decision === 'approved');
  if (!approved) return says.none;
  return <>{says.approved(approved.number, approved.decidedBy ?? '')}{plan.changed ? <em>{says.changed}</em> : campaign.stage === 'approved' ? says.approvedNext : says.inForce}</>;
}
