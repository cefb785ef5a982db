import { useEffect, useState } from 'react';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { useOperation } from '#platform/web/query.ts';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { Skeleton } from '#platform/web/ui/States.tsx';
import { myDayMessages } from '../../work/schedule.my-day.web.messages.ts';
import { getTaskTrace, type Delay, type Report } from '../../work/schedule.work.contract.ts';
import { scheduleWorkMessages } from '../../work/schedule.work.messages.ts';
import type { QueuedAction, StoredPhoto } from '../my-day/my-day-storage.ts';
import css from '../my-day/my-day.module.css';

interface PictureProps {
  readonly source: string;
  readonly label: string;
}

/** A photo as a small picture that opens large. */
function Picture({ source, label }: PictureProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={css['photo']} onClick={() => setOpen(true)}><img src={source} alt={label} loading="lazy" /></button>
      <Dialog open={open} title={label} wide onClose={() => setOpen(false)}><img className={css['large']} src={source} alt={label} /></Dialog>
    </>
  );
}

/** A photo that is still on the phone. */
function WaitingPicture({ photo, label }: { readonly photo: StoredPhoto; readonly label: string }) {
  const [source, setSource] = useState('');
  useEffect(() => {
    const address = URL.createObjectURL(new Blob([photo.bytes], { type: photo.type }));
    setSource(address);
    return () => URL.revokeObjectURL(address);
  }, [photo]);
  return source === '' ? null : <Picture source={source} label={label} />;
}

interface TraceProps {
  readonly campaignId: string;
  readonly taskId: string;
  /** Whether a new date of this person moves the task. */
  readonly moves: boolean;
  readonly waiting: readonly QueuedAction[];
}

/** The words of a delay: kind, cause, new day, reason. */
function useDelayText(): (delay: Pick<Delay, 'kind' | 'cause' | 'reason' | 'toEndOn'>) => string {
  const words = useMessages(myDayMessages);
  const { causes } = useMessages(scheduleWorkMessages);
  const formats = useFormats();
  return ({ kind, cause, reason, toEndOn }) => [words.kinds[kind], toEndOn ? words.to(formats.day(toEndOn)) : '', causes[cause], reason].filter(Boolean).join(' · ');
}

function WaitingLine({ action, moves }: { readonly action: QueuedAction; readonly moves: boolean }) {
  const words = useMessages(myDayMessages);
  const formats = useFormats();
  const delayText = useDelayText();
  const said =
    action.kind === 'note' ? action.text : action.kind === 'state' ? words.deeds[action.to] : action.kind === 'photo' ? ''
      : delayText({ kind: action.kind === 'explain' ? 'explained' : action.move && moves ? 'postponed' : 'foreseen', cause: action.cause, reason: action.reason, toEndOn: action.kind === 'postpone' ? action.toEndOn : null });
  return (
    <li>
      {said ? <span>{said}</span> : null}
      {action.photo ? <WaitingPicture photo={action.photo} label={words.deeds.photo} /> : null}
      <small><span className={css['waiting']}>{words.sheet.waiting}</span> {formats.dateTime(action.at)}</small>
    </li>
  );
}

function ReportLine({ report, campaignId }: { readonly report: Report; readonly campaignId: string }) {
  const words = useMessages(myDayMessages).sheet;
  const formats = useFormats();
  const when = formats.dateTime(report.toldAt);
  return (
    <li>
      {report.text ? <span>{report.text}</span> : null}
      {report.fileId ? <Picture source={`/api/campaigns/${campaignId}/schedule/photos/${report.fileId}`} label={words.photoOf(report.toldBy ?? '', when)} /> : null}
      <small>{report.toldBy} · {when}</small>
    </li>
  );
}

/** What was told of a task, latest first; what still waits on this phone at the top. */
export function TaskTrace({ campaignId, taskId, moves, waiting }: TraceProps) {
  const words = useMessages(myDayMessages).sheet;
  const formats = useFormats();
  const delayText = useDelayText();
  const query = useOperation(getTaskTrace, { params: { campaignId, taskId } });
  const entries = [
    ...(query.data?.delays ?? []).map((delay) => ({ at: delay.toldAt, line: <li key={delay.id}><span>{delayText(delay)}</span><small>{delay.toldBy} · {formats.dateTime(delay.toldAt)}</small></li> })),
    ...(query.data?.reports ?? []).map((report) => ({ at: report.toldAt, line: <ReportLine key={report.id} report={report} campaignId={campaignId} /> })),
  ].toSorted((a, b) => b.at.localeCompare(a.at));
  const isEmpty = entries.length + waiting.length === 0;
  return (
    <section className={css['trace']}>
      <h3>{words.trace}</h3>
      <ul>
        {waiting.toReversed().map((action) => <WaitingLine key={action.seq} action={action} moves={moves} />)}
        {entries.map(({ line }) => line)}
      </ul>
      {query.data === undefined && query.error === null ? <Skeleton lines={2} /> : null}
      {query.data === undefined && query.error !== null ? <p>{words.traceOffline}</p> : null}
      {query.data && isEmpty ? <p>{words.noTrace}</p> : null}
    </section>
  );
}
