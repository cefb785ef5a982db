import { useState } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import { useNavigate } from '#platform/web/navigation.tsx';
import { useAction } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { Menu } from '#platform/web/ui/Menu.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { useDownload } from '#platform/web/useDownload.ts';
import { restoreBuiltIn, retirePlaybook, type PlaybookRow } from '../playbook.contract.ts';
import { playbookEditMessages } from '../playbook.edit.web.messages.ts';

interface PlaybookActsProps {
  readonly playbook: PlaybookRow;
  /** What to do once the playbook (or the company's version of it) is gone. */
  readonly onGone?: () => void;
}

/** What may be done with a playbook as a whole: export, retire, back to the built-in version. */
export function PlaybookActs({ playbook, onGone }: PlaybookActsProps) {
  const words = useMessages(playbookEditMessages).list;
  const [asking, setAsking] = useState(false);
  const [retire, restore] = [useAction(retirePlaybook), useAction(restoreBuiltIn)];
  const { download } = useDownload();
  const navigate = useNavigate();
  const toast = useToast();
  const { key, name, can } = playbook;
  const run = async () => {
    try {
      await (can.restore ? restore : retire).mutateAsync({ params: { playbookKey: key } });
      setAsking(false);
      toast.show({ text: can.restore ? words.restored : words.retired(name) });
      onGone?.();
    } catch (error) {
      toast.showError(error);
    }
  };
  const items = [
    { key: 'open', label: can.edit ? words.edit : words.open, icon: can.edit ? ('edit' as const) : ('file' as const), onSelect: () => navigate(`/playbooks/${key}`) },
    { key: 'export', label: words.export, icon: 'download' as const, hint: '.json', onSelect: () => download(`/api/playbooks/${key}/file`) },
    ...(can.restore ? [{ key: 'restore', label: words.restore, rule: true, onSelect: () => setAsking(true) }] : []),
    ...(can.retire ? [{ key: 'retire', label: words.retire, danger: true, rule: true, onSelect: () => setAsking(true) }] : []),
  ];
  return (
    <>
      <Menu small kind="quiet" icon="more" label={words.more(name)} items={onGone ? items.slice(1) : items} />
      <Dialog
        open={asking}
        title={can.restore ? words.restoreTitle(name) : words.retireTitle(name)}
        onClose={() => setAsking(false)}
        footer={<><Button onClick={() => setAsking(false)}>{words.cancel}</Button><Button kind={can.restore ? 'primary' : 'danger'} busy={retire.isPending || restore.isPending} onClick={() => void run()}>{can.restore ? words.restore : words.retire}</Button></>}
      >
        <p>{can.restore ? words.restoreText : words.retireText}</p>
      </Dialog>
    </>
  );
}
