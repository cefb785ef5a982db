import { useState } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import { useAction } from '#platform/web/query.ts';
import { Combobox } from '#platform/web/ui/Combobox.tsx';
import { ConfirmAction } from '#platform/web/ui/Dialog.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { addMember } from '../team.contract.ts';
import { teamMessages } from '../team.messages.ts';
import { teamWebMessages } from '../team.web.messages.ts';
import { type GroupProps, peopleChoices } from './group.ts';
import css from './team.module.css';

/** Asks once more: the one who changes the lead gives the right to do so away. */
export function ChangeLead({ campaignId, members, people }: GroupProps) {
  const words = useMessages(teamWebMessages);
  const { groups } = useMessages(teamMessages);
  const toast = useToast();
  const place = useAction(addMember);
  const [userId, setUserId] = useState('');
  const [asked, setAsked] = useState(false);
  const label = members.length > 0 ? words.changeLead : words.nameLead;
  const change = async () => {
    setAsked(true);
    const person = people.find((one) => one.id === userId);
    if (!person) return false;
    await place.mutateAsync({ params: { campaignId }, body: { userId, group: 'lead' } });
    toast.show({ text: words.added(person.name, groups.lead) });
    setUserId('');
    setAsked(false);
    return true;
  };
  return (
    <ConfirmAction small kind="quiet" label={label} title={label} confirmLabel={words.confirmLead} onConfirm={change}>
      <p className={css['ask']}>{words.changeLeadText}</p>
      <Combobox label={words.person} name="lead" required placeholder={words.personHint} choices={peopleChoices(people, members)} value={userId} error={asked && userId === '' ? words.choosePerson : undefined} onChange={setUserId} />
    </ConfirmAction>
  );
}
