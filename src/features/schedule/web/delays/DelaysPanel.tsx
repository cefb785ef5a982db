import { useMemo, useState } from 'react';
import type { Campaign } from '#features/campaign/campaign.contract.ts';
import type { Day } from '#platform/shared/calendar.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { useAction, useOperation } from '#platform/web/query.ts';
import { useDownload } from '#platform/web/useDownload.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import { EmptyState, Loaded } from '#platform/web/ui/States.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { dDayTasks } from '../../plan/schedule.proposal.rules.ts';
import type { listSchedule } from '../../schedule.contract.ts';
import { delaysByCause, delaysByOwner, onTimeShare, type DelaySum } from '../../work/schedule.delay.rules.ts';
import { delaysMessages } from '../../work/schedule.delays.web.messages.ts';
import { expectedEnd, foresee, isLinked, type Foresight } from '../../work/schedule.foresight.rules.ts';
import { askAboutDelay, listDelays, type DelayedTask, type Delays } from '../../work/schedule.work.contract.ts';
import { scheduleWorkMessages } from '../../work/schedule.work.messages.ts';
import { useDesk } from '../desk.ts';
import { EffectSentence } from '../plan/EffectSentence.tsx';
import css from './delays.module.css';
import { ExplainDialog } from './ExplainDialog.tsx';
import { TaskTrace } from '../task/TaskTrace.tsx';

export interface DelaysPanelProps {
  readonly campaign: Campaign;
  readonly schedule: OutputOf<typeof listSchedule>;
}

/** How late it is, in one sentence, and how well the promised days were kept. */
function Verdict({ delays: { tasks, settled, onTime } }: { readonly delays: Delays }) {
  const words = useMessages(delaysMessages);
  const formats = useFormats();
  const late = tasks.filter((task) => task.standing === 'late');
  const unexplained = tasks.filter((task) => task.cause === null).length;
  const parts = [
    late.length > 0 ? <em key="late">{words.verdict.late(late.length, Math.max(...late.map((task) => task.daysLate)))}</em> : null,
    tasks.length > late.length ? words.verdict.foreseen(tasks.length - late.length) : null,
    tasks.length === 0 ? words.verdict.clear : null,
    unexplained > 0 ? words.verdict.unexplained(unexplained) : null,
    settled > 0 ? words.verdict.settled(settled) : null,
  ].filter((part) => part !== null);
  const share = onTimeShare(onTime);
  return (
    <div className={css['verdict']}>
      <p>{parts.map((part, index) => <span key={index}>{index > 0 ? words.verdict.comma : null}{part}</span>)}{words.verdict.end}</p>
      <p className={css['rate']}>{share === null ? words.rateNone : <>{words.rate(formats.percent(share, 1), onTime.onTime, onTime.judged)} · {onTime.baselineVersion === null ? words.rateByPlan : words.rateBy(onTime.baselineVersion)}</>}</p>
    </div>
  );
}

/** Small bars, each with its count: what holds up most stands first. */
function Bars<Key>({ title, sums, nameOf }: { readonly title: string; readonly sums: readonly DelaySum<Key>[]; readonly nameOf: (key: Key) => string }) {
  const words = useMessages(delaysMessages);
  const most = Math.max(...sums.map((sum) => sum.tasks));
  return (
    <section>
      <h3>{title}</h3>
      <ul className={css['bars']}>
        {sums.map((sum) => (
          <li key={String(sum.key)} data-open={sum.key === null || undefined}>
            <span>{nameOf(sum.key)}</span>
            <svg width="100%" height="8" aria-hidden="true"><rect width={`${(sum.tasks / most) * 100}%`} height="8" rx="2" /></svg>
            <span className={css['figure']}>{words.tasks(sum.tasks)}{sum.days > 0 ? <small>{words.days(sum.days)}</small> : null}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface RowProps {
  readonly task: DelayedTask;
  readonly campaign: Campaign;
  readonly can: Delays['can'];
  readonly onExplain: () => void;
  readonly onTrace: () => void;
  /** What the delay does, by the day that is expected. */
  readonly foresight: Foresight | undefined;
}

function AskButton({ task, campaign }: Pick<RowProps, 'task' | 'campaign'>) {
  const words = useMessages(delaysMessages);
  const toast = useToast();
  const ask = useAction(askAboutDelay);
  const [isAsked, setAsked] = useState(false);
  const send = async () => {
    try {
      const { asked } = await ask.mutateAsync({ params: { campaignId: campaign.id, taskId: task.taskId }, body: {} });
      setAsked(true);
      toast.show({ text: words.askedToast(task.title, asked) });
    } catch (error) {
      toast.showError(error);
    }
  };
  return <Button small disabled={isAsked} busy={ask.isPending} onClick={() => void send()}>{isAsked ? words.asked : words.ask}</Button>;
}

function Row({ task, campaign, can, onExplain, onTrace, foresight }: RowProps) {
  const words = useMessages(delaysMessages);
  const { causes } = useMessages(scheduleWorkMessages);
  const formats = useFormats();
  const facts = [formats.list(task.owners) || words.nobody, task.endOn ? words.planned(formats.day(task.endOn)) : words.noDay, task.expectedOn ? words.expected(formats.day(task.expectedOn)) : ''];
  return (
    <li>
      <div className={css['what']}>
        <span className={css['name']}>
          <button type="button" onClick={onTrace}>{task.title}</button>
          <StateTag tone={task.standing === 'late' ? 'late' : 'warn'}>{task.standing === 'late' ? words.late(task.daysLate) : words.foreseen}</StateTag>
        </span>
        <span className={css['facts']}>{facts.filter(Boolean).join(' · ')}</span>
        <span className={task.cause ? '' : css['facts']}>{task.cause ? <><b>{causes[task.cause]}</b>{task.reason ? ` · ${task.reason}` : ''}</> : words.noReason}</span>
        {foresight && foresight.effect.delayed.some(({ byDays }) => byDays > 0) ? <span className={css['effect']}><EffectSentence {...foresight} /></span> : null}
        {task.toldBy && task.toldAt ? <small className={css['facts']}>{words.told(task.toldBy, formats.dateTime(task.toldAt, campaign.timeZone))}</small> : null}
      </div>
      <div className={css['acts']}>
        {can.explain ? <Button small onClick={onExplain}>{words.explain}</Button> : null}
        {can.ask && !task.mine && task.owners.length > 0 ? <AskButton task={task} campaign={campaign} /> : null}
      </div>
    </li>
  );
}

/** By the schedule as it stands on the page: what is being saved counts. */
function useForesight() {
  const { tasks, calendar, campaign } = useDesk();
  return useMemo(() => {
    const dDayIds = dDayTasks(tasks, campaign).map(({ id }) => id);
    return (taskId: string, toEndOn: Day | null): Foresight | undefined => {
      const task = tasks.find(({ id }) => id === taskId);
      return task && toEndOn !== null && isLinked(task, tasks) ? foresee(tasks, task, toEndOn, calendar, dDayIds) : undefined;
    };
  }, [tasks, calendar, campaign]);
}

function Body({ delays, campaign }: { readonly delays: Delays; readonly campaign: Campaign }) {
  const words = useMessages(delaysMessages);
  const { causes } = useMessages(scheduleWorkMessages);
  const { busy, download } = useDownload();
  const [explained, setExplained] = useState<DelayedTask | undefined>();
  const [traced, setTraced] = useState<DelayedTask | undefined>();
  const { tasks, can, today } = delays;
  const foreseen = useForesight();
  const foresights = useMemo(() => new Map(tasks.map((task) => [task.taskId, foreseen(task.taskId, expectedEnd(task, today))])), [tasks, today, foreseen]);
  const address = `/api/campaigns/${campaign.id}/schedule/delays.xlsx`;
  if (tasks.length === 0) {
    return <Section><Verdict delays={delays} /><EmptyState title={words.empty.title} preview={<ul>{words.empty.sample.map((line) => <li key={line}>{line}</li>)}</ul>}>{words.empty.text}</EmptyState></Section>;
  }
  return (
    <>
      <Verdict delays={delays} />
      <div className={css['sums']}>
        <Bars title={words.byCause} sums={delaysByCause(tasks)} nameOf={(cause) => (cause === null ? words.unexplained : causes[cause])} />
        <Bars title={words.byOwner} sums={delaysByOwner(tasks)} nameOf={(owner) => owner || words.nobody} />
      </div>
      <Section title={words.list} actions={<Button small kind="quiet" icon="download" busy={busy === address} onClick={() => download(address)}>{words.download}</Button>}>
        <ul className={css['list']}>
          {tasks.map((task) => <Row key={task.taskId} task={task} campaign={campaign} can={can} foresight={foresights.get(task.taskId)} onExplain={() => setExplained(task)} onTrace={() => setTraced(task)} />)}
        </ul>
      </Section>
      {explained ? <ExplainDialog task={explained} campaign={campaign} foresee={(toEndOn) => foreseen(explained.taskId, toEndOn)} onClose={() => setExplained(undefined)} /> : null}
      <Dialog open={traced !== undefined} title={traced?.title ?? ''} onClose={() => setTraced(undefined)}>
        {traced ? <TaskTrace campaignId={campaign.id} taskId={traced.taskId} moves={false} waiting={[]} /> : null}
      </Dialog>
    </>
  );
}

/** 延期: what is late or foreseen to be, by cause and by owner, the reason as it was told; ask, or explain. */
export function DelaysPanel({ campaign }: DelaysPanelProps) {
  const query = useOperation(listDelays, { params: { campaignId: campaign.id } });
  return <div className={css['panel']}><Loaded query={query} lines={6}>{(delays) => <Body delays={delays} campaign={campaign} />}</Loaded></div>;
}
