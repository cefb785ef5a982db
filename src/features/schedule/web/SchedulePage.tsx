import { Suspense } from 'react';
import { getCampaign } from '#features/campaign/campaign.contract.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { useParam, useSearch } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import { together } from '#platform/web/together.ts';
import { LinkButton } from '#platform/web/ui/Button.tsx';
import { Page } from '#platform/web/ui/Page.tsx';
import { Loaded, Skeleton } from '#platform/web/ui/States.tsx';
import { Tabs } from '#platform/web/ui/Tabs.tsx';
import { listSchedule } from '../schedule.contract.ts';
import { scheduleViewsMessages } from '../views/schedule.views.web.messages.ts';
import { scheduleWebMessages } from '../schedule.web.messages.ts';
import { BaselineSentence } from './plan/EffectSentence.tsx';
import { PlanBackwards } from './plan/PlanBackwards.tsx';
import { ScheduleDesk } from './ScheduleDesk.tsx';
import { ScheduleOutMenu } from './ScheduleOutMenu.tsx';
import { ScheduleVerdict } from './ScheduleVerdict.tsx';
import type { ScheduleViewProps } from './schedule.view.ts';
import { SCHEDULE_VIEWS } from './scheduleViews.tsx';

/** The views of the schedule; which one is open is kept in the address (`?view=gantt`), T2 without it. */
function ScheduleTabs(props: ScheduleViewProps) {
  const words = useMessages(scheduleViewsMessages);
  const [{ view }, setSearch] = useSearch();
  const open = SCHEDULE_VIEWS.find((one) => one.key === view) ?? SCHEDULE_VIEWS[0];
  const { View } = open;
  return (
    <ScheduleDesk {...props} undoable={open.key !== 'table'}>
      <Tabs label={words.views} items={SCHEDULE_VIEWS.map(({ key }) => ({ key, label: words.tabs[key] }))} value={open.key} onChange={(key) => setSearch({ view: key === 'table' ? undefined : key })}>
        <Suspense fallback={<Skeleton lines={8} />}><View {...props} /></Suspense>
      </Tabs>
    </ScheduleDesk>
  );
}

/** T2 活动执行进度表: planned in the draft, ticked while the campaign runs. */
export function SchedulePage() {
  const campaignId = useParam('campaignId');
  const words = useMessages(scheduleWebMessages);
  const query = together({
    campaign: useOperation(getCampaign, { params: { campaignId } }),
    schedule: useOperation(listSchedule, { params: { campaignId } }),
  });
  const { data } = query;
  const hasTasks = data !== undefined && data.schedule.tasks.length > 0;
  const actions = (
    <>
      {hasTasks && data.schedule.can.write && data.campaign.stage === 'draft' ? <LinkButton to={`/campaigns/${campaignId}/import`}>{words.actions.import}</LinkButton> : null}
      {hasTasks ? <PlanBackwards campaign={data.campaign} schedule={data.schedule} /> : null}
      {hasTasks ? <ScheduleOutMenu campaignId={campaignId} /> : null}
    </>
  );
  return (
    <Page
      wide
      title={words.title}
      crumbs={data ? [{ label: data.campaign.name, to: `/campaigns/${campaignId}` }, { label: words.part }] : []}
      verdict={hasTasks ? <><ScheduleVerdict tasks={data.schedule.tasks} campaign={data.campaign} today={data.schedule.today} /><BaselineSentence {...data} /></> : undefined}
      actions={actions}
    >
      <Loaded query={query} lines={8}>{(loaded) => <ScheduleTabs {...loaded} />}</Loaded>
    </Page>
  );
}
