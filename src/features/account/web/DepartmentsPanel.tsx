import { useState } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import { useAction } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { DataTable } from '#platform/web/ui/DataTable.tsx';
import type { DataColumn } from '#platform/web/ui/DataTable.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { Combobox } from '#platform/web/ui/Combobox.tsx';
import { TextField } from '#platform/web/ui/Field.tsx';
import { Form } from '#platform/web/ui/Form.tsx';
import { useForm } from '#platform/web/ui/form.ts';
import { EmptyState } from '#platform/web/ui/States.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { createDepartment, nameHead, renameDepartment } from '../account.contract.ts';
import type { Department, Person } from '../account.contract.ts';
import { accountPeopleMessages } from '../account.people.messages.ts';
import css from './people.module.css';

/** Adds a department, or renames `department`. */
function DepartmentDialog({ department, onClose }: { readonly department: Department | undefined; readonly onClose: () => void }) {
  const words = useMessages(accountPeopleMessages).department;
  const toast = useToast();
  const create = useAction(createDepartment);
  const rename = useAction(renameDepartment);
  const form = useForm({
    initial: { name: department?.name ?? '' },
    check: ({ name }) => ({ name: name.trim() ? undefined : words.nameMissing }),
    problemFields: { 'account.department_taken': 'name' },
    submit: async ({ name }) => {
      if (!department) {
        await create.mutateAsync({ body: { name } });
        toast.show({ text: words.added(name.trim()) });
        return;
      }
      const params = { departmentId: department.id };
      await rename.mutateAsync({ params, body: { name } });
      toast.show({ text: words.renamed(name.trim()), undo: () => rename.mutateAsync({ params, body: { name: department.name } }) });
    },
  });
  return (
    <Dialog open dismissable={!form.dirty} title={department ? words.renameTitle(department.name) : words.add} onClose={onClose}>
      <Form form={form} submitLabel={department ? words.rename : words.add} onCancel={onClose} onDone={onClose}>
        <TextField label={words.name} required placeholder={words.placeholder} {...form.field('name')} />
      </Form>
    </Dialog>
  );
}

/** Who decides for a department where a route says "the head". Can be taken back. */
function HeadDialog({ department, people, onClose }: { readonly department: Department; readonly people: readonly Person[]; readonly onClose: () => void }) {
  const words = useMessages(accountPeopleMessages);
  const toast = useToast();
  const name = useAction(nameHead);
  const params = { departmentId: department.id };
  const choices = people.filter((person) => person.state !== 'disabled').map((person) => ({ value: person.id, label: person.name, hint: [person.departmentName, person.title].filter(Boolean).join(' · ') }));
  const form = useForm({
    initial: { headId: department.headId ?? '' },
    problemFields: { 'account.head_gone': 'headId' },
    submit: async ({ headId }) => {
      const named = await name.mutateAsync({ params, body: { personId: headId || null } });
      const text = named.headName === null ? words.department.headRemoved(department.name) : words.department.headNamed(department.name, named.headName);
      toast.show({ text, undo: () => name.mutateAsync({ params, body: { personId: department.headId } }) });
    },
  });
  return (
    <Dialog open dismissable={!form.dirty} title={words.department.headTitle(department.name)} onClose={onClose}>
      <Form form={form} submitLabel={words.save} onCancel={onClose} onDone={onClose}>
        <Combobox label={words.department.head} hint={words.department.headHint} placeholder={words.department.noHead} choices={choices} {...form.field('headId')} />
      </Form>
    </Dialog>
  );
}

interface DepartmentsPanelProps {
  readonly departments: readonly Department[];
  readonly people: readonly Person[];
  readonly canManage: boolean;
}

export function DepartmentsPanel({ departments, people, canManage }: DepartmentsPanelProps) {
  const words = useMessages(accountPeopleMessages);
  const [heading, setHeading] = useState<Department | undefined>();
  const [open, setOpen] = useState<Department | 'new' | undefined>();
  const columns: DataColumn<Department>[] = [
    { key: 'name', title: words.department.name, heading: true, render: ({ name }) => name },
    { key: 'head', title: words.department.head, width: '22%', render: ({ headName }) => headName ?? <span className={css['none']}>{words.department.noHead}</span> },
    { key: 'people', title: words.columns.people, align: 'end', width: '120px', compare: (a, b) => a.people - b.people, render: ({ people }) => people },
  ];
  const acts = (department: Department) => (
    <span className={css['acts']}>
      <Button small kind="quiet" aria-label={`${words.department.nameHead} · ${department.name}`} onClick={() => setHeading(department)}>{words.department.nameHead}</Button>
      <Button small kind="quiet" aria-label={`${words.department.rename} · ${department.name}`} onClick={() => setOpen(department)}>{words.department.rename}</Button>
    </span>
  );
  if (canManage) columns.push({ key: 'actions', title: words.columns.actions, align: 'end', width: '220px', render: acts });
  const add = canManage ? <Button icon="add" onClick={() => setOpen('new')}>{words.department.add}</Button> : null;
  return (
    <>
      <DataTable label={words.departments} columns={columns} rows={departments} rowKey={({ id }) => id} empty={<EmptyState title={words.department.empty} actions={add}>{words.department.emptyHint}</EmptyState>} />
      {departments.length > 0 && add ? <div className={css['below']}>{add}</div> : null}
      {heading ? <HeadDialog department={heading} people={people} onClose={() => setHeading(undefined)} /> : null}
      {open ? <DepartmentDialog department={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}
