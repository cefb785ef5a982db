import { useState } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import { Banner } from '#platform/web/ui/Banner.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import type { Task } from '../../schedule.contract.ts';
import { drawerMessages } from '../../views/schedule.drawer.web.messages.ts';
import { actOfDraft, circleOfDraft, draftOf, faultOf, type TaskDraft } from '../../views/schedule.drawer.rules.ts';
import { useDesk } from '../desk.ts';
import { TaskDates } from './TaskDrawerDates.tsx';
import { TaskEffect } from './TaskDrawerEffect.tsx';
import { TaskNeeds, TaskWhat } from './TaskDrawerFields.tsx';
import { TaskLinks } from './TaskDrawerLinks.tsx';
import { TaskTrace } from './TaskTrace.tsx';
import { givesWay } from '../useLinkActs.ts';
import css from './task-drawer.module.css';

/** What waits on a phone is told on that phone. */
const NOTHING_WAITS: readonly never[] = [];

/** Everything that a task is planned by, beside the view in which it was opened. Saving asks about others like a drag does. */
export function TaskDrawer({ task }: { readonly task: Task }) {
  const words = useMessages(drawerMessages);
  const desk = useDesk();
  const [draft, setDraft] = useState<TaskDraft>(() => draftOf(task));
  const [asked, setAsked] = useState(false);
  const set = (patch: Partial<TaskDraft>) => setDraft((now) => ({ ...now, ...patch }));
  const { act, moved } = actOfDraft(task, draft);
  const isDirty = act.edits.length > 0 || act.links.length > 0;
  const fault = faultOf(draft);
  const circle = act.links.length > 0 ? circleOfDraft(desk.tasks, task.id, draft.links) : [];
  const close = () => desk.openTask(null);
  const save = () => {
    setAsked(true);
    if (fault !== null || circle.length > 0) return;
    close();
    if (isDirty) desk.wish({ act, moved: moved.length > 0 || act.links.length === 0 ? moved : givesWay(desk, act, task.id), said: words.saved(draft.title.trim()) });
  };
  const props = { draft, set, locked: !desk.canPlan };
  return (
    <Dialog
      open side title={task.title} dismissable={!isDirty} onClose={close}
      footer={desk.canWork ? <><Button onClick={close}>{words.cancel}</Button><Button kind="primary" onClick={save}>{words.save}</Button></> : <Button onClick={close}>{words.close}</Button>}
    >
      <form className={css['form']} noValidate onSubmit={(event) => { event.preventDefault(); save(); }}>
        {asked && fault ? <Banner tone="late">{words[fault]}</Banner> : null}
        {circle.length > 0 ? <Banner tone="late">{words.link.circle(circle)}</Banner> : null}
        <TaskEffect task={task} />
        <TaskWhat {...props} canWork={desk.canWork} />
        <TaskDates {...props} task={task} />
        <TaskLinks {...props} task={task} />
        <TaskNeeds {...props} task={task} canWork={desk.canWork} />
        <input type="submit" hidden />
      </form>
      <div className={css['trace']}><TaskTrace campaignId={desk.campaign.id} taskId={task.id} moves={desk.canPlan} waiting={NOTHING_WAITS} /></div>
    </Dialog>
  );
}
