import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { dayIn } from '#platform/shared/calendar.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { delayStanding } from '../../work/schedule.delay.rules.ts';
import { myDayMessages } from '../../work/schedule.my-day.web.messages.ts';
import type { SettableState } from '../../schedule.rules.ts';
import type { MyTask } from '../../work/schedule.work.contract.ts';
import { readyPhoto } from './my-day-photo.ts';
import css from './my-day.module.css';
import { DelayForm, NoteForm } from './MyDayForms.tsx';
import { TaskMarks, waitingOn } from './MyDayTask.tsx';
import { TaskTrace } from '../task/TaskTrace.tsx';
import type { MyDayState } from './useMyDay.ts';

type Part = 'task' | 'delay' | 'note';

function Facts({ task }: { readonly task: MyTask }) {
  const words = useMessages(myDayMessages);
  const formats = useFormats();
  const days = task.startOn || task.endOn ? formats.days(task.startOn, task.endOn) : task.whenText;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [words.sheet.campaign, <Link key="campaign" to={`/campaigns/${task.campaignId}/schedule`}>{task.campaignName}</Link>],
    [words.sheet.period, [days, task.dueTime ? words.task.before(task.dueTime) : ''].filter(Boolean).join(' ')],
    [words.sheet.owner, task.ownerText], [words.sheet.deliverable, task.deliverable], [words.sheet.place, task.resourceText], [words.sheet.noteField, task.note],
    [words.sheet.waitsFor, formats.list(task.waitsFor)],
  ];
  return <dl className={css['about']}>{facts.filter(([, value]) => value !== '').map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>;
}

/** The camera of a phone, or the pictures that are there already; several at once. */
function PhotoButton({ label, camera, onPhotos }: { readonly label: string; readonly camera: boolean; readonly onPhotos: (files: readonly File[]) => Promise<void> }) {
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const take = async (files: readonly File[]) => {
    setBusy(true);
    await onPhotos(files);
    setBusy(false);
  };
  return (
    <>
      <Button busy={busy} onClick={() => input.current?.click()}>{label}</Button>
      <input
        ref={input} type="file" accept="image/*" multiple hidden aria-label={label} {...(camera ? { capture: 'environment' as const } : {})}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = ''; // the same one may be chosen again
          if (files.length > 0) void take(files);
        }}
      />
    </>
  );
}

/** What can be done with a task, at the thumb. */
function Deeds({ task, state, onPart, onClose }: { readonly task: MyTask; readonly state: MyDayState; readonly onPart: (part: Part) => void; readonly onClose: () => void }) {
  const words = useMessages(myDayMessages).sheet;
  const toast = useToast();
  const isLate = delayStanding(task, dayIn(task.timeZone)) === 'late';
  const set = async (to: SettableState) => {
    if ((await state.act(task, { kind: 'state', from: task.state, to })) && to === 'done') onClose();
  };
  const addPhotos = async (files: readonly File[]) => {
    let kept = 0;
    for (const file of files) {
      const photo = await readyPhoto(file);
      if (!photo) toast.show({ text: words.unreadable, tone: 'error' });
      else if (await state.act(task, { kind: 'photo', name: photo.name }, { bytes: photo.bytes, type: photo.type })) kept += 1;
    }
    if (kept > 0) toast.show({ text: words.kept(kept) });
  };
  const isDone = task.state === 'done';
  return (
    <div className={css['deeds']}>
      <div>
        <PhotoButton label={words.photo} camera onPhotos={addPhotos} />
        <PhotoButton label={words.album} camera={false} onPhotos={addPhotos} />
        <Button onClick={() => onPart('note')}>{words.note}</Button>
      </div>
      {isDone ? null : (
        <div>
          <Button onClick={() => onPart('delay')}>{isLate ? words.explain : task.can.move ? words.postpone : words.foresee}</Button>
          {task.state === 'doing' ? null : <Button onClick={() => void set('doing')}>{words.start}</Button>}
        </div>
      )}
      {isDone ? <Button onClick={() => void set('open')}>{words.undone}</Button> : <Button kind="primary" onClick={() => void set('done')}>{words.done}</Button>}
    </div>
  );
}

/** One task: what to know, what was told of it, what to do. */
export function MyDaySheet({ task, state, onClose }: { readonly task: MyTask; readonly state: MyDayState; readonly onClose: () => void }) {
  const words = useMessages(myDayMessages);
  const [part, setPart] = useState<Part>('task');
  const back = () => setPart('task');
  if (part === 'delay') return <DelayForm task={task} foresee={(toEndOn) => state.foresee(task, toEndOn)} onTold={(deed) => state.act(task, deed)} onClose={back} />;
  if (part === 'note') return <NoteForm task={task} state={state} onClose={back} />;
  const footer = task.can.work ? <Deeds task={task} state={state} onPart={setPart} onClose={onClose} /> : <p className={css['quiet']}>{words.sheet.readOnly}</p>;
  return (
    <Dialog open title={task.title} onClose={onClose} footer={footer}>
      <p className={css['marks']}><TaskMarks task={task} waiting={waitingOn(state, task.id)} /></p>
      <Facts task={task} />
      <TaskTrace campaignId={task.campaignId} taskId={task.id} moves={task.can.move} waiting={state.queue.waiting.filter((action) => action.taskId === task.id)} />
    </Dialog>
  );
}
