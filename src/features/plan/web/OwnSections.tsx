import { useState } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import { useAction } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { SelectField, TextField } from '#platform/web/ui/Field.tsx';
import { Form } from '#platform/web/ui/Form.tsx';
import { useForm } from '#platform/web/ui/form.ts';
import { Menu } from '#platform/web/ui/Menu.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { webMessages } from '#platform/web/web.messages.ts';
import { planDocumentWebMessages } from '../plan.document.web.messages.ts';
import { addSection, deleteSection, listSections, moveSection, renameSection, type PlanSection } from '../plan.section.contract.ts';
import { callOperation } from '#platform/web/client.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** 新增章节: a name and a place among the others. */
export function AddSection({ campaignId, places, onAdded }: { readonly campaignId: string; readonly places: readonly Named[]; readonly onAdded: (id: string) => void }) {
  const words = useMessages(planDocumentWebMessages).own;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" icon="add" onClick={() => setOpen(true)}>{words.add}</Button>
      {open ? <AddDialog campaignId={campaignId} places={places} onAdded={onAdded} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function AddDialog({ campaignId, places, onAdded, onClose }: { readonly campaignId: string; readonly places: readonly Named[]; readonly onAdded: (id: string) => void; readonly onClose: () => void }) {
  const words = useMessages(planDocumentWebMessages).own;
  const { cancel } = useMessages(webMessages);
  const add = useAction(addSection);
  const [id] = useState(() => crypto.randomUUID());
  const form = useForm({
    initial: { title: '', place: places.at(-1)?.id ?? '' },
    check: ({ title }) => ({ title: title.trim() ? undefined : words.nameNeeded }),
    submit: async ({ title, place }) => {
      await add.mutateAsync({ params: { campaignId }, body: { id, title, afterId: place || null } });
      onAdded(id);
    },
  });
  return (
    <Dialog open title={words.addTitle} onClose={onClose} dismissable={!form.dirty} footer={<><Button onClick={onClose}>{cancel}</Button><Button type="submit" form="add-section" kind="primary" busy={form.busy}>{words.create}</Button></>}>
      <Form form={form} formId="add-section" onDone={onClose}>
        <TextField label={words.name} required maxLength={60} {...form.field('title')} />
        <SelectField label={words.place} placeholder={words.first} choices={places.map((place) => ({ value: place.id, label: words.after(place.name) }))} {...form.field('place')} />
      </Form>
    </Dialog>
  );
}

function RenameDialog({ campaignId, section, onClose }: { readonly campaignId: string; readonly section: PlanSection; readonly onClose: () => void }) {
  const words = useMessages(planDocumentWebMessages).own;
  const { cancel } = useMessages(webMessages);
  const rename = useAction(renameSection);
  const form = useForm({
    initial: { title: section.title },
    check: ({ title }) => ({ title: title.trim() ? undefined : words.nameNeeded }),
    submit: ({ title }) => rename.mutateAsync({ params: { campaignId, sectionId: section.id }, body: { title } }),
  });
  return (
    <Dialog open title={words.renameTitle} onClose={onClose} footer={<><Button onClick={onClose}>{cancel}</Button><Button type="submit" form="rename-section" kind="primary" busy={form.busy}>{words.save}</Button></>}>
      <Form form={form} formId="rename-section" onDone={onClose}><TextField label={words.name} required maxLength={60} {...form.field('title')} /></Form>
    </Dialog>
  );
}

/** Rename, move, delete (which can be taken back with its text). */
export function OwnSectionMenu({ campaignId, section, sections }: { readonly campaignId: string; readonly section: PlanSection; readonly sections: readonly PlanSection[] }) {
  const words = useMessages(planDocumentWebMessages).own;
  const toast = useToast();
  const move = useAction(moveSection);
  const remove = useAction(deleteSection);
  const add = useAction(addSection);
  const [renaming, setRenaming] = useState(false);
  const at = sections.findIndex((one) => one.id === section.id);
  const params = { campaignId, sectionId: section.id };
  const behind = (index: number): string | null => sections[index]?.id ?? null;
  const place = (afterId: string | null) => void move.mutateAsync({ params, body: { afterId } }).catch(toast.showError);
  const discard = async () => {
    try {
      // As it is now: the page may be a moment behind.
      const { sections: now } = await callOperation(listSections, { params: { campaignId } });
      const state = now.find((one) => one.id === section.id)?.state ?? null;
      await remove.mutateAsync({ params });
      toast.show({ text: words.removed(section.title), undo: async () => void (await add.mutateAsync({ params: { campaignId }, body: { id: section.id, title: section.title, afterId: behind(at - 1), state } })) });
    } catch (error) {
      toast.showError(error);
    }
  };
  return (
    <>
      <Menu
        label={words.actions(section.title)} icon="more" kind="quiet" small
        items={[
          { key: 'rename', label: words.rename, icon: 'edit', onSelect: () => setRenaming(true) },
          { key: 'up', label: words.up, icon: 'up', disabled: at <= 0, onSelect: () => place(behind(at - 2)) },
          { key: 'down', label: words.down, icon: 'down', disabled: at >= sections.length - 1, onSelect: () => place(behind(at + 1)) },
          { key: 'remove', label: words.remove, icon: 'remove', rule: true, danger: true, onSelect: () => void discard() },
        ]}
      />
      {renaming ? <RenameDialog campaignId={campaignId} section={section} onClose={() => setRenaming(false)} /> : null}
    </>
  );
}
