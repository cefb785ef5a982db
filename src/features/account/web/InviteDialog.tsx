import { useState } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { Switch } from '#platform/web/ui/Tabs.tsx';
import type { Department, Person } from '../account.contract.ts';
import { accountPeopleMessages } from '../account.people.messages.ts';
import { InvitationsDialog } from './InvitationsDialog.tsx';
import type { Invitation } from './InvitationsDialog.tsx';
import { InviteByHand } from './InviteByHand.tsx';
import { InviteFromFile } from './InviteFromFile.tsx';
import css from './people.module.css';

export interface InviteDialogProps {
  readonly people: readonly Person[];
  readonly departments: readonly Department[];
  readonly onClose: () => void;
}

/** Who is to come, by hand or from a table; then the links. */
export function InviteDialog({ people, departments, onClose }: InviteDialogProps) {
  const words = useMessages(accountPeopleMessages);
  const [way, setWay] = useState<'hand' | 'file'>('hand');
  const [invitations, setInvitations] = useState<readonly Invitation[] | undefined>();
  if (invitations) return <InvitationsDialog invitations={invitations} onClose={onClose} />;
  const common = { taken: new Set(people.map((person) => person.email.toLowerCase())), onInvited: setInvitations, onCancel: onClose };
  return (
    <Dialog open wide dismissable={false} title={words.invite} onClose={onClose}>
      <div className={css['ways']}>
        <Switch label={words.inviting.ways} value={way} onChange={setWay} items={[{ key: 'hand', label: words.inviting.byHand }, { key: 'file', label: words.inviting.fromFile }]} />
      </div>
      {way === 'hand' ? <InviteByHand departments={departments} {...common} /> : <InviteFromFile {...common} />}
    </Dialog>
  );
}
