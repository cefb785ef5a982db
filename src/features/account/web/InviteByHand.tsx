import { useState } from 'react';
import { ORG_ROLES } from '#platform/shared/actor.ts';
import type { OrgRole } from '#platform/shared/actor.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { useAction } from '#platform/web/query.ts';
import { Button, IconButton } from '#platform/web/ui/Button.tsx';
import { SelectField, TextField } from '#platform/web/ui/Field.tsx';
import { Form } from '#platform/web/ui/Form.tsx';
import { useForm } from '#platform/web/ui/form.ts';
import type { FormState } from '#platform/web/ui/form.ts';
import { invitePeople } from '../account.contract.ts';
import type { Department } from '../account.contract.ts';
import { looksLikeEmail } from '../account.form.rules.ts';
import { accountMessages } from '../account.messages.ts';
import { accountPeopleMessages } from '../account.people.messages.ts';
import { repeatedEmails } from '../account.people.rules.ts';
import { accountWebMessages } from '../account.web.messages.ts';
import type { Invitation } from './InvitationsDialog.tsx';
import css from './people.module.css';

/** The fields of all people in one form; their names are the paths that the server's issues carry. */
type Values = Readonly<Record<string, string>>;
const nameOf = (index: number, field: string) => `people.${index}.${field}`;
const blank = (index: number): Values => ({ [nameOf(index, 'name')]: '', [nameOf(index, 'email')]: '', [nameOf(index, 'title')]: '', [nameOf(index, 'departmentName')]: '', [nameOf(index, 'orgRole')]: 'member' });
const countOf = (values: Values) => Object.keys(values).filter((key) => key.endsWith('.email')).length;
const valueOf = (values: Values, index: number, field: string) => values[nameOf(index, field)] ?? '';

function without(values: Values, removed: number): Values {
  const kept = Object.entries(values).flatMap(([key, value]) => {
    const [, at = '', field = ''] = key.split('.');
    const index = Number(at);
    return index === removed ? [] : [[nameOf(index > removed ? index - 1 : index, field), value] as const];
  });
  return Object.fromEntries(kept);
}

function useInviteForm(taken: ReadonlySet<string>, onInvited: (invitations: readonly Invitation[]) => void) {
  const words = useMessages(accountPeopleMessages).inviting;
  const fields = useMessages(accountWebMessages).fields;
  const invite = useAction(invitePeople);
  return useForm<Values>({
    initial: blank(0),
    check: (values) => {
      const indexes = Array.from({ length: countOf(values) }, (_, index) => index);
      const repeated = repeatedEmails(indexes.map((index) => valueOf(values, index, 'email')));
      return Object.fromEntries(indexes.flatMap((index) => {
        const email = valueOf(values, index, 'email').trim().toLowerCase();
        const wrong = !looksLikeEmail(email) ? fields.emailWrong : taken.has(email) ? words.emailTaken : repeated.has(index) ? words.emailRepeated : undefined;
        return [[nameOf(index, 'name'), valueOf(values, index, 'name').trim() ? undefined : fields.nameMissing], [nameOf(index, 'email'), wrong]];
      }));
    },
    submit: async (values) => {
      const people = Array.from({ length: countOf(values) }, (_, index) => ({
        name: valueOf(values, index, 'name'), email: valueOf(values, index, 'email'), title: valueOf(values, index, 'title'),
        departmentName: valueOf(values, index, 'departmentName'), orgRole: valueOf(values, index, 'orgRole') as OrgRole,
      }));
      onInvited((await invite.mutateAsync({ body: { people } })).invitations);
    },
  });
}

function PersonFields({ form, index, onRemove }: { readonly form: FormState<Values>; readonly index: number; readonly onRemove: (() => void) | undefined }) {
  const words = useMessages(accountPeopleMessages);
  const roles = useMessages(accountMessages).roles;
  const field = (name: string) => form.field(nameOf(index, name));
  return (
    <fieldset className={css['person']}>
      <legend>
        {words.inviting.person(index + 1)}
        {onRemove ? <IconButton small icon="remove" label={words.inviting.remove(index + 1)} onClick={onRemove} /> : null}
      </legend>
      <div className={css['fields']}>
        <TextField label={words.columns.name} required autoComplete="off" {...field('name')} />
        <TextField label={words.columns.email} required type="email" autoComplete="off" {...field('email')} />
        <TextField label={words.columns.department} list="departments" autoComplete="off" {...field('departmentName')} />
        <TextField label={words.columns.jobTitle} autoComplete="off" {...field('title')} />
        <SelectField label={words.columns.role} choices={ORG_ROLES.toReversed().map((role) => ({ value: role, label: roles[role] }))} {...field('orgRole')} />
      </div>
    </fieldset>
  );
}

export interface InviteByHandProps {
  readonly departments: readonly Department[];
  /** Addresses that have an account, in small letters. */
  readonly taken: ReadonlySet<string>;
  readonly onInvited: (invitations: readonly Invitation[]) => void;
  readonly onCancel: () => void;
}

/** One or several people, typed. */
export function InviteByHand({ departments, taken, onInvited, onCancel }: InviteByHandProps) {
  const words = useMessages(accountPeopleMessages).inviting;
  const form = useInviteForm(taken, onInvited);
  const [focusAt, setFocusAt] = useState(0);
  const count = countOf(form.values);
  const focusLast = (list: HTMLDivElement | null) => {
    if (!list || focusAt !== count - 1 || focusAt === 0) return;
    setFocusAt(0);
    list.querySelector<HTMLInputElement>('fieldset:last-of-type input')?.focus();
  };
  return (
    <Form form={form} submitLabel={words.send(count)} onCancel={onCancel}>
      <datalist id="departments">{departments.map(({ id, name }) => <option key={id} value={name} />)}</datalist>
      <div ref={focusLast}>
        {Array.from({ length: count }, (_, index) => (
          <PersonFields key={index} form={form} index={index} onRemove={count > 1 ? () => form.reset(without(form.values, index)) : undefined} />
        ))}
      </div>
      <span className={css['hint']}>{words.departmentHint}</span>
      <Button small icon="add" className={css['more']} onClick={() => { form.set(blank(count)); setFocusAt(count); }}>{words.another}</Button>
    </Form>
  );
}
