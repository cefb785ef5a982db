import { useMemo } from 'react';
import { getCampaign, type Campaign } from '#features/campaign/campaign.contract.ts';
import { Grid } from '#platform/web/grid/Grid.tsx';
import { useMessages } from '#platform/web/i18n.tsx';
import { useParam } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import { together } from '#platform/web/together.ts';
import { LinkButton } from '#platform/web/ui/Button.tsx';
import { DownloadMenu } from '#platform/web/ui/DownloadMenu.tsx';
import { Page, Section } from '#platform/web/ui/Page.tsx';
import { EmptyState, Loaded } from '#platform/web/ui/States.tsx';
import { listSchedule, type Task } from '../schedule.contract.ts';
import { withLinkText } from '../schedule.link.rules.ts';
import { scheduleWebMessages, type ScheduleWords } from '../schedule.web.messages.ts';
import { ScheduleVerdict } from './ScheduleVerdict.tsx';
import { useScheduleColumns, type TaskRow } from './scheduleColumns.tsx';
import { useScheduleSave } from './useScheduleSave.ts';
import css from './schedule.module.css';

type Schedule = OutputOf<typeof listSchedule>;

const newRow = (above: Task | undefined) => ({ phase: above?.phase ?? 'preparation', whenText: '', startOn: null, endOn: null, dueTime: null, title: '', ownerText: '', state: 'open', note: '' });

/** What may be done here now, in one line. */
function stateText(words: ScheduleWords, { stage, revised }: Campaign, can: Schedule['can']): string {
  const { state } = words;
  if (stage === 'archived' || stage === 'cancelled') return state[stage];
  if (revised) return stage === 'draft' && can.write ? state.planning : can.work ? state.work : state.read;
  if (stage === 'draft') return can.write ? state.draft : state.notPlanner;
  if (stage === 'submitted' || stage === 'approved') return state.frozen;
  return can.write ? state.planning : can.work ? state.work : state.read;
}

function Preview({ words }: { readonly words: ScheduleWords }) {
  return <ul className={css['preview']}>{words.empty.sample.map((line) => <li key={line}>{line}</li>)}</ul>;
}

function ScheduleContent({ campaign, schedule }: { readonly campaign: Campaign; readonly schedule: Schedule }) {
  const words = useMessages(scheduleWebMessages);
  const { tasks, can, today } = schedule;
  const linked = tasks.some((task) => task.links.length > 0);
  const columns = useScheduleColumns({ campaign, today, can, linked });
  const rows = useMemo(() => withLinkText(tasks, words.lag), [tasks, words]);
  const save = useScheduleSave(campaign.id, tasks);
  const isEmpty = tasks.length === 0;
  return (
    <>
      {isEmpty ? (
        <Section>
          <EmptyState title={words.empty.title} preview={<Preview words={words} />} actions={can.write ? <LinkButton kind="primary" to={`/campaigns/${campaign.id}/import`}>{words.empty.import}</LinkButton> : undefined}>
            {can.write ? words.empty.text : words.empty.readOnly}
          </EmptyState>
        </Section>
      ) : null}
      {isEmpty && !can.write ? null : (
        <Section bare title={words.table} actions={<span className={css['hint']}>{stateText(words, campaign, can)}</span>}>
          <Grid<TaskRow>
            label={words.table}
            rows={rows}
            columns={columns}
            onChange={save}
            readOnly={!can.write && !can.work}
            canInsert={can.write}
            canDelete={can.write}
            canMove={can.write}
            newRow={newRow}
            {...(linked ? { rowNumber: words.number } : {})}
          />
        </Section>
      )}
    </>
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
  const address = (format: string) => `/api/campaigns/${campaignId}/export/schedule.${format}`;
  const actions = (
    <>
      {hasTasks && data.schedule.can.write && data.campaign.stage === 'draft' ? <LinkButton to={`/campaigns/${campaignId}/import`}>{words.actions.import}</LinkButton> : null}
      {hasTasks ? <DownloadMenu label={words.actions.export} items={(['xlsx', 'docx', 'csv'] as const).map((format) => ({ label: words.exports[format], hint: `.${format}`, address: address(format) }))} /> : null}
    </>
  );
  return (
    <Page
      wide
      title={words.title}
      crumbs={data ? [{ label: data.campaign.name, to: `/campaigns/${campaignId}` }, { label: words.part }] : []}
      verdict={hasTasks ? <ScheduleVerdict tasks={data.schedule.tasks} campaign={data.campaign} today={data.schedule.today} /> : undefined}
      actions={actions}
    >
      <Loaded query={query} lines={8}>{(loaded) => <ScheduleContent {...loaded} />}</Loaded>
    </Page>
  );
}
