import { getCampaign, type Campaign } from '#features/campaign/campaign.contract.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { useParam } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import { together } from '#platform/web/together.ts';
import { LinkButton } from '#platform/web/ui/Button.tsx';
import { Seal } from '#platform/web/ui/Marks.tsx';
import { Page } from '#platform/web/ui/Page.tsx';
import { EmptyState, Loaded } from '#platform/web/ui/States.tsx';
import { getBriefing, type Briefing } from '../briefing.contract.ts';
import { briefingWebMessages } from '../briefing.web.messages.ts';
import css from './briefing.module.css';
import { BriefingVerdict } from './BriefingVerdict.tsx';
import { Changes } from './Changes.tsx';
import { CheckInBanner, MeetingSection } from './MeetingSection.tsx';
import { ConfirmBar } from './ConfirmBar.tsx';
import { GroupPages } from './GroupPages.tsx';
import { QuestionCards } from './QuestionCards.tsx';
import { QuestionsSection } from './QuestionsSection.tsx';
import { ReadersSection } from './ReadersSection.tsx';
import type { BriefingCan } from './useBriefing.ts';

/** 宣贯: each group's page of the approved plan, and who has read and understood it (P4.2, P4.3). */
export function BriefingPage() {
  const campaignId = useParam('campaignId');
  const params = { campaignId };
  const query = together({ campaign: useOperation(getCampaign, { params }), answer: useOperation(getBriefing, { params }) });
  return <Loaded query={query} lines={8}>{({ campaign, answer }) => (answer.briefing ? <BriefingView campaign={campaign} briefing={answer.briefing} can={answer.can} /> : <NotYet campaign={campaign} />)}</Loaded>;
}

function BriefingView({ campaign, briefing, can }: { readonly campaign: Campaign; readonly briefing: Briefing; readonly can: BriefingCan }) {
  const words = useMessages(briefingWebMessages);
  const formats = useFormats();
  const { mine } = briefing;
  const facts = { campaignId: campaign.id, briefing, can };
  const again = can.confirm && mine !== null && mine.since !== null;
  // What was answered before need not be looked at again.
  const open = mine?.questions.filter((question) => question.state === 'open').length ?? 0;
  return (
    <Page
      title={words.title}
      crumbs={[{ label: campaign.name, to: `/campaigns/${campaign.id}` }, { label: words.part }]}
      seal={<Seal lines={[words.seal.version(briefing.number), words.seal.approved]} label={words.seal.label(briefing.number, formats.dateTime(briefing.openedAt))} />}
      verdict={<BriefingVerdict briefing={briefing} can={can} />}
    >
      {can.checkIn ? <CheckInBanner {...facts} /> : null}
      <div className={can.hold ? `${css['layout']} ${css['holding']}` : css['layout']}>
        <div className={css['main']}>
          {again && mine.changes.length > 0 ? <Changes mine={mine} goals={briefing.pages[0]?.page.decided.goals ?? []} /> : null}
          <GroupPages {...facts} folded={again && mine.newGroups.length === 0 && !can.hold} />
          {mine && (mine.since === null ? mine.questions.length > 0 : open > 0) ? <QuestionCards {...facts} questions={mine.questions} /> : null}
          {can.confirm ? <ConfirmBar {...facts} /> : null}
        </div>
        <div className={css['side']}>
          <ReadersSection {...facts} />
          <MeetingSection {...facts} />
          {briefing.questions ? <QuestionsSection {...facts} questions={briefing.questions} /> : null}
        </div>
      </div>
    </Page>
  );
}

function NotYet({ campaign }: { readonly campaign: Campaign }) {
  const words = useMessages(briefingWebMessages);
  const { empty } = words;
  const preview = (
    <div className={css['preview']}>
      <b>{empty.sample}</b>
      <p><span>{empty.sampleWhen}</span>{empty.sampleTask}</p>
      <p>{empty.sampleRisk}</p>
    </div>
  );
  return (
    <Page title={words.title} crumbs={[{ label: campaign.name, to: `/campaigns/${campaign.id}` }, { label: words.part }]} verdict={words.verdict.none}>
      <EmptyState title={empty.title} preview={preview} actions={<LinkButton to={`/campaigns/${campaign.id}/plan`}>{empty.go}</LinkButton>}>{empty.text}</EmptyState>
    </Page>
  );
}
