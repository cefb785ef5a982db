import { useState } from 'react';
import { accountMessages } from '#features/account/account.messages.ts';
import { namesOf } from '#features/approval/approval.list.rules.ts';
import { ruleWords } from '#features/check/check.messages.ts';
import { useFormats, useLocale, useMessages } from '#platform/web/i18n.tsx';
import { usePhone } from '#platform/web/media.ts';
import { useParam, useSearch } from '#platform/web/navigation.tsx';
import { Button, LinkButton } from '#platform/web/ui/Button.tsx';
import { Seal } from '#platform/web/ui/Marks.tsx';
import { Page } from '#platform/web/ui/Page.tsx';
import { Loaded } from '#platform/web/ui/States.tsx';
import { planDocumentWebMessages } from '../plan.document.web.messages.ts';
import type { PlanListName } from '../plan.lists.contract.ts';
import { PLAN_LIST_NAMES } from '../plan.lists.rules.ts';
import { planListsWebMessages } from '../plan.lists.web.messages.ts';
import { LIST_SECTION } from '../plan.outline.rules.ts';
import { planSectionMessages } from '../plan.section.messages.ts';
import { planWebMessages } from '../plan.web.messages.ts';
import css from './document.module.css';
import { PlanActions } from './PlanActions.tsx';
import { PlanCheck } from './PlanCheck.tsx';
import { PlanDocument } from './PlanDocument.tsx';
import { PlanDownload } from './PlanDownload.tsx';
import { PlanList } from './PlanList.tsx';
import { useColumnContext } from './SectionTables.tsx';
import { usePlanFacts, type PlanFacts } from './usePlanFacts.ts';
import { VersionList } from './VersionList.tsx';

/** 方案: the document that a submission freezes, what the check finds, and the versions with their decisions (P4). */
export function PlanPage() {
  const campaignId = useParam('campaignId');
  const [{ list }] = useSearch();
  return <Loaded query={usePlanFacts(campaignId)} lines={8}>{(facts) => (isList(list) ? <ListView facts={facts} list={list} /> : <PlanView facts={facts} />)}</Loaded>;
}

const ASIDE_KEY = 'muster.plan.aside';

/** Whether the check and the versions stand beside the paper; remembered in this browser. */
function useAside(): [boolean, () => void] {
  const [open, setOpen] = useState(() => localStorage.getItem(ASIDE_KEY) !== 'hidden');
  return [open, () => {
    localStorage.setItem(ASIDE_KEY, open ? 'hidden' : 'open');
    setOpen(!open);
  }];
}

const isList = (name: string | undefined): name is PlanListName => (PLAN_LIST_NAMES as readonly (string | undefined)[]).includes(name);

/** One of the plan's tables with the whole page to itself. */
function ListView({ facts, list }: { readonly facts: PlanFacts; readonly list: PlanListName }) {
  const { title, part } = useMessages(planWebMessages);
  const words = useMessages(planListsWebMessages);
  const { names } = useMessages(planSectionMessages);
  const context = useColumnContext(facts);
  const { campaign, lists } = facts;
  const to = `/campaigns/${campaign.id}/plan`;
  return (
    <Page wide title={names[LIST_SECTION[list]]} crumbs={[{ label: campaign.name, to: `/campaigns/${campaign.id}` }, { label: part }, { label: title, to: `${to}?part=${list}` }]} actions={<LinkButton to={`${to}?part=${list}`}>{words.back}</LinkButton>}>
      <PlanList campaignId={campaign.id} list={list} lists={lists.lists} context={context} canWrite={lists.can.write} level={2} />
    </Page>
  );
}

function PlanView({ facts }: { readonly facts: PlanFacts }) {
  const words = useMessages(planWebMessages);
  const document = useMessages(planDocumentWebMessages);
  const [aside, toggle] = useAside();
  const phone = usePhone();
  const { campaign, plan } = facts;
  return (
    <Page
      wide
      title={words.title}
      crumbs={[{ label: campaign.name, to: `/campaigns/${campaign.id}` }, { label: words.part }]}
      seal={<PlanSeal plan={plan} />}
      verdict={<Verdict facts={facts} />}
      actions={<>{phone ? null : <Button kind="quiet" aria-expanded={aside} onClick={toggle}>{aside ? document.aside.hide : document.aside.show}</Button>}<PlanDownload campaignId={campaign.id} /><PlanActions campaign={campaign} plan={plan} /></>}
    >
      <div className={css['page']} data-aside={aside ? '' : undefined}>
        <PlanDocument facts={facts} />
        {aside || phone ? (
          <aside className={css['aside']} aria-label={document.aside.label}>
            {campaign.stage === 'draft' ? <PlanCheck campaignId={campaign.id} /> : null}
            <VersionList plan={plan} />
          </aside>
        ) : null}
      </div>
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

function Verdict({ facts: { campaign, plan, goals, budget, schedule, team, document: { sections } } }: { readonly facts: PlanFacts }) {
  const words = useMessages(planWebMessages);
  const text = useMessages(planDocumentWebMessages).verdict;
  const locale = useLocale();
  const { roles } = useMessages(accountMessages);
  const formats = useFormats();
  const says = words.verdict;
  const latest = plan.versions[0];
  const approved = plan.versions.find((version) => version.decision === 'approved');
  if (campaign.stage === 'submitted' && latest) return <>{says.waiting(latest.number, latest.submittedBy)}<em>{says.waitingFor(formats.list(namesOf(latest.step?.who ?? [], roles)))}</em>{says.end}</>;
  if (campaign.stage === 'draft') {
    const blocking = [...new Set(plan.gaps.map((gap) => ruleWords(gap.rule, locale).name))];
    const people = new Set(team.members.map((member) => member.userId)).size;
    return (
      <>
        {latest?.decision === 'returned' ? <em>{says.returned(latest.number)}</em> : null}{' '}
        {approved ? says.revising(approved.number) : null}
        {says[approved ? 'revision' : 'drafting'](words.content(goals.goals.length, formats.money(budget.totals.amountCents), schedule.tasks.length, people))}
        {text.sections(sections.filter((section) => section.words !== '').length, sections.length)}
        {blocking.length > 0 ? <em>{says.lacking(formats.list(blocking))}</em> : says.ready}
      </>
    );
  }
  if (!approved) return says.none;
  return <>{says.approved(approved.number, approved.decidedBy ?? '')}{plan.changed ? <em>{says.changed}</em> : campaign.stage === 'approved' ? says.approvedNext : says.inForce}</>;
}
