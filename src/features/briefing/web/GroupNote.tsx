import { useId, useState } from 'react';
import { teamMessages } from '#features/team/team.messages.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { useAction } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { TextAreaField } from '#platform/web/ui/Field.tsx';
import { Form } from '#platform/web/ui/Form.tsx';
import { useForm } from '#platform/web/ui/form.ts';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { webMessages } from '#platform/web/web.messages.ts';
import { saveNote } from '../briefing.contract.ts';
import { briefingWebMessages } from '../briefing.web.messages.ts';
import css from './briefing.module.css';
import type { BriefingFacts, ShownPage } from './useBriefing.ts';

/** What the lead adds for this group; on top of its page. */
export function GroupNote({ facts, shown }: { readonly facts: BriefingFacts; readonly shown: ShownPage }) {
  const words = useMessages(briefingWebMessages).page;
  const [open, setOpen] = useState(false);
  const { note } = shown;
  if (note === '' && !facts.can.hold) return null;
  return (
    <div className={note ? css['note'] : css['noNote']}>
      {note ? <p><b>{words.note}</b>{note}</p> : null}
      {facts.can.hold ? <Button kind="quiet" small icon="edit" onClick={() => setOpen(true)}>{note ? words.editNote : words.writeNote}</Button> : null}
      {open ? <NoteDialog facts={facts} shown={shown} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

function NoteDialog({ facts: { campaignId }, shown: { group, note: now }, onClose }: { readonly facts: BriefingFacts; readonly shown: ShownPage; readonly onClose: () => void }) {
  // What stood there when the dialog opened: an update that arrives meanwhile is not overwritten unseen.
  const [seen] = useState(now);
  const words = useMessages(briefingWebMessages).page;
  const { cancel } = useMessages(webMessages);
  const { groups } = useMessages(teamMessages);
  const toast = useToast();
  const save = useAction(saveNote);
  const id = useId();
  const form = useForm({
    initial: { note: seen },
    submit: async ({ note }) => {
      await save.mutateAsync({ params: { campaignId, group }, body: { note, seen } });
      toast.show({ text: words.noteSaved });
    },
  });
  return (
    <Dialog open title={words.noteTitle(groups[group])} onClose={onClose} dismissable={!form.dirty} footer={<><Button onClick={onClose}>{cancel}</Button><Button type="submit" form={id} kind="primary" busy={form.busy}>{words.save}</Button></>}>
      <Form form={form} formId={id} onDone={onClose}>
        <TextAreaField label={words.note} hint={words.noteHint} rows={4} maxLength={1000} {...form.field('note')} />
      </Form>
    </Dialog>
  );
}
