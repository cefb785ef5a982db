import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import type { Conflict, ResourceUse } from '../../conflicts/schedule.conflict.rules.ts';
import { scheduleConflictMessages } from '../../conflicts/schedule.conflict.web.messages.ts';
import type { Proposal } from '../../conflicts/schedule.level.rules.ts';
import type { Task } from '../../schedule.contract.ts';
import { EffectSentence } from '../plan/EffectSentence.tsx';
import css from './conflicts.module.css';

interface Names {
  readonly task: (id: string) => Task | undefined;
  readonly person: (id: string) => string;
}

/** Both sides of a conflict, each with where it is and when. */
function useSides(names: Names): (conflict: Conflict) => { readonly head: string; readonly sides: readonly { readonly text: string; readonly when: string }[] } {
  const words = useMessages(scheduleConflictMessages);
  const formats = useFormats();
  const own = (id: string) => {
    const task = names.task(id);
    return { text: task?.title ?? '', when: task ? formats.days(task.startOn ?? task.endOn, task.endOn ?? task.startOn) : '' };
  };
  const used = (use: ResourceUse) => {
    const text = use.campaignName === undefined ? (use.title ?? '') : use.campaignName === null ? words.unseen : words.inCampaign(use.title ?? '', use.campaignName);
    return { text, when: [formats.days(use.fromOn, use.toOn), use.hours ? words.at(use.hours.from, use.hours.until) : ''].filter(Boolean).join(' ') };
  };
  return (conflict) => {
    const days = formats.days(conflict.fromOn, conflict.toOn);
    switch (conflict.kind) {
      case 'resource':
        return { head: words.resource(conflict.name, days), sides: conflict.uses.map(used) };
      case 'clash':
        return { head: words.clash(names.person(conflict.userId), days), sides: conflict.taskIds.map(own) };
      case 'elsewhere':
        return { head: words.elsewhere(names.person(conflict.userId), days), sides: [own(conflict.taskId), { text: conflict.campaignName ?? words.another, when: '' }] };
      case 'away':
        return { head: words.away(names.person(conflict.userId), days), sides: [own(conflict.taskId), { text: conflict.standInName === null ? words.noStandIn : words.standIn(conflict.standInName), when: '' }] };
    }
  };
}

interface Props {
  readonly conflict: Conflict;
  readonly proposal: Proposal | undefined;
  readonly tasks: readonly Task[];
  readonly names: Names;
  readonly onAccept: ((proposal: Proposal) => void) | undefined;
}

/** What is in two places at once, when, which tasks, and how it could be levelled. */
export function ConflictRow({ conflict, proposal, tasks, names, onAccept }: Props) {
  const words = useMessages(scheduleConflictMessages);
  const formats = useFormats();
  const { head, sides } = useSides(names)(conflict);
  const title = proposal ? (names.task(proposal.taskId)?.title ?? '') : '';
  const action = !proposal?.cost ? words.accept : proposal.cost.changes.length > 0 ? words.acceptCost : words.acceptAnyway;
  return (
    <li className={css['conflict']}>
      <div className={css['what']}>
        <StateTag tone={conflict.kind === 'away' ? 'warn' : 'late'}>{words.tags[conflict.kind]}</StateTag>
        <h3>{head}</h3>
      </div>
      <ul className={css['sides']}>{sides.map(({ text, when }) => <li key={text + when}><span>{text}</span>{when ? <small>{when}</small> : null}</li>)}</ul>
      <div className={css['proposal']}>
        <p>
          {proposal ? words.proposal(title, proposal.byDays, formats.days(proposal.to.startOn, proposal.to.endOn)) : words.noProposal}
          {proposal ? (proposal.cost === null ? words.free : <>{words.costs}<EffectSentence effect={proposal.cost} tasks={tasks} named={tasks.some((task) => task.fixed)} /></>) : null}
        </p>
        {proposal && onAccept ? <Button small aria-label={words.acceptLabel(action, title)} onClick={() => onAccept(proposal)}>{action}</Button> : null}
      </div>
    </li>
  );
}
