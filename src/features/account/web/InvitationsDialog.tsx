import type { OutputOf } from '#platform/shared/contract.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import { CopyButton } from '#platform/web/ui/CopyButton.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import type { renewLink } from '../account.contract.ts';
import { accountPeopleMessages } from '../account.people.messages.ts';
import css from './people.module.css';

export type Invitation = OutputOf<typeof renewLink>;

/** Links are shown once: they are kept as hashes. Each can be copied, or all of them as lines for a chat. */
export function InvitationsDialog({ invitations, onClose }: { readonly invitations: readonly Invitation[]; readonly onClose: () => void }) {
  const words = useMessages(accountPeopleMessages).links;
  const copyWords = { copied: words.copied, failed: words.failed };
  const all = invitations.map(({ name, link }) => words.line(name, link)).join('\n');
  return (
    <Dialog
      open
      wide
      dismissable={false}
      title={invitations.length > 1 ? words.title : words.one}
      onClose={onClose}
      footer={
        <>
          {invitations.length > 1 ? <CopyButton text={all} label={words.copyAll} {...copyWords} /> : null}
          <Button kind="primary" onClick={onClose}>{words.done}</Button>
        </>
      }
    >
      <p className={css['note']}>{words.body}</p>
      <ul className={css['links']}>
        {invitations.map(({ personId, name, email, link, mailed }) => (
          <li key={personId}>
            <span className={css['who']}>{name}<small>{email}</small></span>
            <input className={css['cell']} readOnly value={link} aria-label={`${words.link} · ${name}`} onFocus={(event) => event.target.select()} />
            <StateTag tone={mailed ? 'done' : 'plain'}>{mailed ? words.mailed : words.notMailed}</StateTag>
            <CopyButton small text={link} label={words.copy} of={name} {...copyWords} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
