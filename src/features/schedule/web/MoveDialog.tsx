import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { Icon } from '#platform/web/ui/Icon.tsx';
import type { Task } from '../schedule.contract.ts';
import { ganttMessages } from '../views/schedule.gantt.web.messages.ts';
import type { Blocked, PlanChange } from '../plan/schedule.move.rules.ts';
import { brokenBeside, shiftOf } from '../plan/schedule.proposal.rules.ts';
import type { Asked } from './desk.ts';
import { EffectSentence } from './plan/EffectSentence.tsx';
import css from './move.module.css';

/** How many lines are shown at once; the rest is counted. */
const SHOWN = 60;

function Change({ change, task }: { readonly change: PlanChange; readonly task: Task | undefined }) {
  const words = useMessages(ganttMessages);
  const formats = useFormats();
  const by = shiftOf(change.from, change.to);
  return (
    <tr>
      <th scope="row">{task?.title}</th>
      <td>{task?.ownerText || words.move.noOwner}</td>
      <td className={css['days']}>{formats.days(change.from.startOn, change.from.endOn)}</td>
      <td className={css['days']}><Icon name="right" size={12} /> <b>{formats.days(change.to.startOn, change.to.endOn)}</b></td>
      <td className={css['shift']}>{words.shift(by)}</td>
    </tr>
  );
}

function Changes({ changes, tasks }: { readonly changes: readonly PlanChange[]; readonly tasks: ReadonlyMap<string, Task> }) {
  const words = useMessages(ganttMessages).move;
  const { columns } = words;
  return (
    <div className={css['scroll']} tabIndex={0} role="region" aria-label={words.list}>
      <table className={css['table']}>
        <thead><tr><th scope="col">{columns.task}</th><th scope="col">{columns.owner}</th><th scope="col">{columns.from}</th><th scope="col">{columns.to}</th><th scope="col">{columns.shift}</th></tr></thead>
        <tbody>{changes.slice(0, SHOWN).map((change) => <Change key={change.id} change={change} task={tasks.get(change.id)} />)}</tbody>
      </table>
      {changes.length > SHOWN ? <p className={css['more']}>{words.more('', changes.length)}</p> : null}
    </div>
  );
}

function Broken({ broken, tasks }: { readonly broken: readonly Blocked[]; readonly tasks: ReadonlyMap<string, Task> }) {
  const words = useMessages(ganttMessages).move;
  return (
    <ul className={css['broken']} aria-label={words.broken}>
      {broken.map((block) => <li key={`${block.id} ${block.reason}`}><Icon name="warn" size={14} />{words.reasons[block.reason](tasks.get(block.id)?.title ?? '', block.byDays)}</li>)}
    </ul>
  );
}

/** What moves along, from when to when, whose it is, and what does not fit: asked before anything of others is moved. */
export function MoveDialog({ asked, onDecide }: { readonly asked: Asked; readonly onDecide: (choice: 'together' | 'alone' | 'cancel') => void }) {
  const words = useMessages(ganttMessages).move;
  const all = useMessages(ganttMessages);
  const formats = useFormats();
  const { proposal, wish, effect } = asked;
  const broken = brokenBeside(proposal, effect);
  const tasks = new Map(asked.tasks.map((task) => [task.id, task]));
  const [first] = proposal.moved;
  const task = first ? tasks.get(first.id) : undefined;
  const isLink = (wish.act?.links.length ?? 0) > 0;
  const along = proposal.along.length;
  const from = task?.startOn ?? task?.endOn;
  const shift = first && task && from ? shiftOf({ startOn: from, endOn: task.endOn ?? from }, first) : 0;
  return (
    <Dialog
      open
      wide={along > 0}
      title={isLink ? words.linkTitle(task?.title ?? '') : words.title(task?.title ?? '')}
      onClose={() => onDecide('cancel')}
      footer={
        <>
          <Button onClick={() => onDecide('cancel')}>{words.cancel}</Button>
          {along > 0 ? <Button onClick={() => onDecide('alone')}>{words.alone}</Button> : null}
          <Button kind="primary" onClick={() => onDecide('together')}>{along > 0 ? words.together : words.anyway}</Button>
        </>
      }
    >
      {first ? <p className={css['lead']}>{words.line(task?.title ?? '', `${formats.days(task?.startOn, task?.endOn)} → ${formats.days(first.startOn, first.endOn)}`, all.shift(shift))}</p> : null}
      <p className={`${css['effect']} ${effect.dDay.brokenByDays > 0 ? css['lost'] : ''}`}><EffectSentence effect={{ ...effect, blocked: [] }} tasks={asked.tasks} named={asked.hasDDay} /></p>
      {broken.length > 0 ? <Broken broken={broken} tasks={tasks} /> : null}
      {along > 0 ? <><p className={css['asks']}>{words.asks(along)}</p><Changes changes={proposal.along} tasks={tasks} /></> : null}
    </Dialog>
  );
}
