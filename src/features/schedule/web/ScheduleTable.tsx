import { useMemo, useState } from 'react';
import type { Campaign } from '#features/campaign/campaign.contract.ts';
import { Grid } from '#platform/web/grid/Grid.tsx';
import { useMessages } from '#platform/web/i18n.tsx';
import { Button, LinkButton } from '#platform/web/ui/Button.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import { EmptyState } from '#platform/web/ui/States.tsx';
import type { Task } from '../schedule.contract.ts';
import { withLinksValue } from '../views/schedule.link-cell.rules.ts';
import { scheduleViewsMessages } from '../views/schedule.views.web.messages.ts';
import { scheduleWebMessages, type ScheduleWords } from '../schedule.web.messages.ts';
import type { Schedule, ScheduleViewProps } from './schedule.view.ts';
import { useScheduleColumns, type TaskRow } from './scheduleColumns.tsx';
import { useScheduleSave } from './useScheduleSave.ts';
import css from './schedule.module.css';

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

/** T2 活动执行进度表 as a grid: the first of the views. */
export function ScheduleTable({ campaign, schedule }: ScheduleViewProps) {
  const words = useMessages(scheduleWebMessages);
  const { tasks, can, today } = schedule;
  const { showBefore } = useMessages(scheduleViewsMessages);
  const [asked, setAsked] = useState(false);
  const linked = tasks.some((task) => task.links.length > 0);
  const columns = useScheduleColumns({ campaign, today, can, linked: linked || asked, tasks, calendar: schedule.calendar });
  const rows = useMemo(() => withLinksValue(tasks), [tasks]);
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
        <Section bare title={words.table} actions={<>
            <span className={css['hint']}>{stateText(words, campaign, can)}</span>
            {linked || tasks.length < 2 || !can.write ? null : <Button small kind="quiet" aria-pressed={asked} onClick={() => setAsked(!asked)}>{showBefore}</Button>}
          </>}>
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
            {...(linked || asked ? { rowNumber: words.number } : {})}
          />
        </Section>
      )}
    </>
  );
}
