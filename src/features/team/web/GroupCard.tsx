import { useId, useState } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import { useAction } from '#platform/web/query.ts';
import { Button, IconButton } from '#platform/web/ui/Button.tsx';
import { Combobox } from '#platform/web/ui/Combobox.tsx';
import { Progress } from '#platform/web/ui/Marks.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { addMember, removeMember, type Member } from '../team.contract.ts';
import { teamMessages } from '../team.messages.ts';
import { teamWebMessages } from '../team.web.messages.ts';
import { ChangeLead } from './ChangeLead.tsx';
import { type GroupProps, peopleChoices } from './group.ts';
import css from './team.module.css';

function MemberRow({ member, onRemove }: { readonly member: Member; readonly onRemove: (() => void) | undefined }) {
  const words = useMessages(teamWebMessages);
  const { groups } = useMessages(teamMessages);
  const { name, tasks, tasksDone } = member;
  const role = [member.title, member.departmentName].filter(Boolean).join(' · ');
  return (
    <li className={css['member']}>
      <span className={css['face']} aria-hidden="true">{[...name][0]}</span>
      <span className={css['who']}>
        <b>{name}</b>
        {role ? <small>{role}</small> : null}
      </span>
      <span className={css['work']} title={words.tasksTitle(tasksDone, tasks)}>
        {tasks > 0 ? <><small>{words.tasks(tasksDone, tasks)}</small><Progress label={name} value={tasksDone / tasks} tone={tasksDone === tasks ? 'jade' : 'indigo'} /></> : <small>{words.noTasks}</small>}
      </span>
      {onRemove ? <IconButton small icon="close" label={words.remove(name, groups[member.group])} onClick={onRemove} /> : null}
    </li>
  );
}

/** Searching for a person and placing them is one act; it can be taken back. */
function AddMember({ campaignId, group, members, people }: GroupProps) {
  const words = useMessages(teamWebMessages);
  const { groups } = useMessages(teamMessages);
  const toast = useToast();
  const add = useAction(addMember);
  const remove = useAction(removeMember);
  const [open, setOpen] = useState(false);
  const place = async (userId: string) => {
    const name = people.find((person) => person.id === userId)?.name;
    if (!name) return;
    try {
      await add.mutateAsync({ params: { campaignId }, body: { userId, group } });
      toast.show({ text: words.added(name, groups[group]), undo: () => remove.mutateAsync({ params: { campaignId, userId, group } }) });
      setOpen(false);
    } catch (error) {
      toast.showError(error);
    }
  };
  if (!open) return <Button kind="quiet" small icon="add" aria-label={words.addTo(groups[group])} onClick={() => setOpen(true)}>{words.add}</Button>;
  return (
    <div className={css['adding']}>
      <Combobox label={words.addTo(groups[group])} name="person" placeholder={words.personHint} choices={peopleChoices(people, members)} value="" error={undefined} onChange={(userId) => void place(userId)} />
      <Button kind="quiet" small onClick={() => setOpen(false)}>{words.cancel}</Button>
    </div>
  );
}

/** One of the five groups: who, what for, how busy. */
export function GroupCard(props: GroupProps) {
  const { campaignId, group, members, canStaff } = props;
  const words = useMessages(teamWebMessages);
  const labels = useMessages(teamMessages);
  const toast = useToast();
  const id = useId();
  const add = useAction(addMember);
  const remove = useAction(removeMember);
  const isLead = group === 'lead';
  const take = async (member: Member) => {
    try {
      await remove.mutateAsync({ params: { campaignId, userId: member.userId, group } });
      toast.show({ text: words.removed(member.name, labels.groups[group]), undo: () => add.mutateAsync({ params: { campaignId }, body: { userId: member.userId, group } }) });
    } catch (error) {
      toast.showError(error);
    }
  };
  return (
    <section className={`${css['group']} ${isLead ? css['lead'] : ''}`} aria-labelledby={id}>
      <h2 id={id}>{labels.groups[group]}<small>{labels.grades[group]}</small></h2>
      <p className={css['duty']}>{labels.duties[group]}</p>
      {members.length === 0 ? <p className={css['nobody']}>{isLead ? words.nobodyLead : words.nobody}</p> : (
        <ul>{members.map((member) => <MemberRow key={member.userId} member={member} onRemove={canStaff && !isLead ? () => void take(member) : undefined} />)}</ul>
      )}
      {canStaff ? <div className={css['foot']}>{isLead ? <ChangeLead {...props} /> : <AddMember {...props} />}</div> : null}
    </section>
  );
}
