import { ORG_ROLES } from '#platform/shared/actor.ts';
import type { OrgRole } from '#platform/shared/actor.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { useAction } from '#platform/web/query.ts';
import { ConfirmAction, Dialog } from '#platform/web/ui/Dialog.tsx';
import { SelectField, TextField } from '#platform/web/ui/Field.tsx';
import { Form, FieldRow } from '#platform/web/ui/Form.tsx';
import { useForm } from '#platform/web/ui/form.ts';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { updatePerson } from '../account.contract.ts';
import type { Department, Person } from '../account.contract.ts';
import { accountMessages } from '../account.messages.ts';
import { accountPeopleMessages } from '../account.people.messages.ts';
import { accountWebMessages } from '../account.web.messages.ts';
import css from './people.module.css';

export interface PersonDialogProps {
  readonly person: Person;
  readonly departments: readonly Department[];
  /** One cannot disable oneself. */
  readonly isSelf: boolean;
  readonly onClose: () => void;
}

const valuesOf = (person: Person) => ({ name: person.name, title: person.title, orgRole: person.orgRole as string, departmentId: person.departmentId ?? '' });
const bodyOf = ({ name, title, orgRole, departmentId }: ReturnType<typeof valuesOf>) => ({ name, title, orgRole: orgRole as OrgRole, departmentId: departmentId || null });

/** Name, title, role, department; every change can be taken back. */
export function PersonDialog({ person, departments, isSelf, onClose }: PersonDialogProps) {
  const words = useMessages(accountPeopleMessages);
  const fields = useMessages(accountWebMessages).fields;
  const { roles, roleHints } = useMessages(accountMessages);
  const update = useAction(updatePerson);
  const toast = useToast();
  const params = { personId: person.id };
  const form = useForm({
    initial: valuesOf(person),
    check: ({ name }) => ({ name: name.trim() ? undefined : fields.nameMissing }),
    submit: async (values) => {
      await update.mutateAsync({ params, body: bodyOf(values) });
      toast.show({ text: words.saved(values.name.trim()), undo: () => update.mutateAsync({ params, body: bodyOf(valuesOf(person)) }) });
    },
  });
  const disable = async () => {
    await update.mutateAsync({ params, body: { disabled: true } });
    toast.show({ text: words.disabled(person.name), undo: () => update.mutateAsync({ params, body: { disabled: false } }) });
    onClose();
  };
  return (
    <Dialog open dismissable={!form.dirty} title={words.editTitle(person.name)} onClose={onClose}>
      <Form form={form} submitLabel={words.save} onCancel={onClose} onDone={onClose}>
        <FieldRow>
          <TextField label={words.columns.name} required {...form.field('name')} />
          <TextField label={words.columns.jobTitle} {...form.field('title')} />
        </FieldRow>
        <SelectField label={words.columns.role} hint={roleHints[form.values.orgRole as OrgRole]} choices={ORG_ROLES.map((role) => ({ value: role, label: roles[role] }))} {...form.field('orgRole')} />
        <SelectField label={words.columns.department} placeholder={words.noDepartment} choices={departments.map(({ id, name }) => ({ value: id, label: name }))} {...form.field('departmentId')} />
      </Form>
      {isSelf ? null : (
        <div className={css['disable']}>
          <span>{words.disableHint}</span>
          <ConfirmAction small danger label={words.disable} title={words.disableTitle(person.name)} onConfirm={disable}>{words.disableBody}</ConfirmAction>
        </div>
      )}
    </Dialog>
  );
}
