import { Fragment } from 'react';
import { getBriefingProgress } from '#features/briefing/briefing.contract.ts';
import { listScenarios } from '#features/campaign/campaign.contract.ts';
import type { Campaign } from '#features/campaign/campaign.contract.ts';
import { isBeforeApproval, isClosed } from '#features/campaign/campaign.rules.ts';
import { useFormats, useLocale, useMessages } from '#platform/web/i18n.tsx';
import { Link, useParam } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import { Seal, StateTag } from '#platform/web/ui/Marks.tsx';
import { Columns, Page } from '#platform/web/ui/Page.tsx';
import { Loaded } from '#platform/web/ui/States.tsx';
import { overviewMessages } from '../portfolio.overview.messages.ts';
import { overviewVerdict, type OverviewFacts } from '../portfolio.verdict.rules.ts';
import { BudgetSection } from './BudgetSection.tsx';
import { GoalsSection } from './GoalsSection.tsx';
import { NextStepSection } from './NextStepSection.tsx';
import { OverviewActions } from './OverviewActions.tsx';
import { StageStrip } from './StageStrip.tsx';
import { TasksSection } from './TasksSection.tsx';
import { useOverview } from './useOverview.ts';

/** 总览: whether the campaign is on course, and what to do next. */
export function OverviewPage() {
  const campaignId = useParam('campaignId');
  return <Loaded query={useOverview(campaignId)} lines={10}>{(facts) => <Overview facts={facts} />}</Loaded>;
}

function Overview({ facts }: { readonly facts: OverviewFacts }) {
  const words = useMessages(overviewMessages);
  const locale = useLocale();
  const formats = useFormats();
  const { campaign } = facts;
  const scenario = useScenarioName(campaign.scenario);
  const briefing = useBriefing(campaign);
  const parts = overviewVerdict(facts, { locale, ...formats });
  return (
    <Page
      title={campaign.name}
      crumbs={[{ label: words.campaigns, to: '/campaigns' }, ...(scenario ? [{ label: scenario }] : [])]}
      seal={<PlanSeal facts={facts} />}
      meta={[...metaOf(campaign, formats, words), briefing]}
      verdict={parts.map((part, index) => (part.off ? <em key={`${String(index)} ${part.text}`}>{part.text}</em> : <Fragment key={`${String(index)} ${part.text}`}>{part.text}</Fragment>))}
      actions={<OverviewActions campaign={campaign} />}
    >
      <StageStrip facts={facts} />
      <NextStepSection facts={facts} />
      <Columns>
        <GoalsSection facts={facts} />
        <BudgetSection facts={facts} />
      </Columns>
      {isClosed(campaign.stage) ? null : <TasksSection facts={facts} />}
    </Page>
  );
}

function useScenarioName(key: string): string | undefined {
  const locale = useLocale();
  const found = useOperation(listScenarios, {}).data?.scenarios.find((scenario) => scenario.key === key);
  return locale === 'en' ? found?.nameEn : found?.nameZh;
}

/** How many have confirmed the approved plan (P4.3), or that the reader has not; nothing before there is one. */
function useBriefing(campaign: Campaign) {
  const words = useMessages(overviewMessages).briefing;
  const asks = (campaign.revised || !isBeforeApproval(campaign.stage)) && !isClosed(campaign.stage);
  const progress = useOperation(getBriefingProgress, { params: { campaignId: campaign.id } }, { enabled: asks }).data?.progress;
  if (!progress || progress.total === 0) return null;
  return <Link key="briefing" to={`/campaigns/${campaign.id}/briefing`}>{progress.mineOpen ? words.mine : words.done(progress.confirmed, progress.total)}</Link>;
}

function metaOf(campaign: Campaign, formats: ReturnType<typeof useFormats>, words: (typeof overviewMessages)['zh-CN']) {
  return [
    formats.days(campaign.startsOn, campaign.endsOn, true),
    campaign.leadName ? words.lead(campaign.leadName) : words.noLead,
    campaign.departmentName,
    campaign.eventFrom ? words.onSite(formats.days(campaign.eventFrom, campaign.eventTo)) : null,
  ];
}

/** The seal stands for the version that was approved, and only while the plan still is that version (P4.2). */
function PlanSeal({ facts }: { readonly facts: OverviewFacts }) {
  const words = useMessages(overviewMessages);
  const formats = useFormats();
  const approved = facts.plan.versions.find((version) => version.decision === 'approved');
  if (!approved || facts.plan.versions[0] !== approved) return null;
  if (facts.plan.changed) return <StateTag tone="warn">{`${words.seal.version(approved.number)} · ${words.changedSince}`}</StateTag>;
  const label = words.seal.label(approved.number, approved.decidedBy ?? '', formats.dateTime(approved.decidedAt));
  return <Seal lines={[words.seal.version(approved.number), words.seal.approved]} label={label} />;
}
