import { useId, useState } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import { useAction } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { Combobox } from '#platform/web/ui/Combobox.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { addMember, removeMember, type Member } from '../team.contract.ts';
import { teamMessages } from '../team.messages.ts';
import { teamWebMessages } from '../team.web.messages.ts';
import { ChangeLead } from './ChangeLead.tsx';
import { DutyText } from './DutyText.tsx';
import { type GroupCardProps, type GroupProps, peopleChoices } from './group.ts';
import { MemberRow } from './MemberRow.tsx';
import css from './team.module.css';

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

/** One of the five groups: what for, who, how busy. */
export function GroupCard(props: GroupCardProps) {
  const { campaignId, group, members, canStaff, duty, absences, canDivide, meId } = props;
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
      <DutyText campaignId={campaignId} duty={duty} canDivide={canDivide} />
      {members.length === 0 ? <p className={css['nobody']}>{isLead ? words.nobodyLead : words.nobody}</p> : (
        <ul>{members.map((member) => <MemberRow key={member.userId} member={member} absences={absences} canEnterAbsence={canStaff || member.userId === meId} onRemove={canStaff && !isLead ? () => void take(member) : undefined} />)}</ul>
      )}
      {canStaff ? <div className={css['foot']}>{isLead ? <ChangeLead {...props} /> : <AddMember {...props} />}</div> : null}
    </section>
  );
}
