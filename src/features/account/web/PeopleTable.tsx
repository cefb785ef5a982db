import { useState } from 'react';
import { ORG_ROLES } from '#platform/shared/actor.ts';
import { useLocale, useMessages } from '#platform/web/i18n.tsx';
import { useSearch } from '#platform/web/navigation.tsx';
import { useAction } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { DataTable } from '#platform/web/ui/DataTable.tsx';
import type { DataColumn } from '#platform/web/ui/DataTable.tsx';
import { FilterSelect, Filters, SearchBox } from '#platform/web/ui/Filters.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import type { Tone } from '#platform/web/ui/Marks.tsx';
import { EmptyState } from '#platform/web/ui/States.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { renewLink, updatePerson } from '../account.contract.ts';
import type { Department, Person } from '../account.contract.ts';
import { accountMessages } from '../account.messages.ts';
import { accountPeopleMessages } from '../account.people.messages.ts';
import { filterPeople } from '../account.people.rules.ts';
import { InvitationsDialog } from './InvitationsDialog.tsx';
import type { Invitation } from './InvitationsDialog.tsx';
import css from './people.module.css';
import { PersonDialog } from './PersonDialog.tsx';

const tones: Record<Person['state'], Tone> = { active: 'done', invited: 'doing', disabled: 'off' };
const STATES = ['active', 'invited', 'disabled'] as const;

export interface PeopleTableProps {
  readonly people: readonly Person[];
  readonly departments: readonly Department[];
  readonly selfId: string | undefined;
  readonly canManage: boolean;
}

function PeopleFilters({ departments }: { readonly departments: readonly Department[] }) {
  const words = useMessages(accountPeopleMessages);
  const { roles, states } = useMessages(accountMessages);
  const [search, change] = useSearch();
  return (
    <Filters label={words.title} search={<SearchBox label={words.search} value={search['q'] ?? ''} onChange={(q) => change({ q })} />}>
      <FilterSelect label={words.columns.role} all={words.allRoles} value={search['role'] ?? ''} choices={ORG_ROLES.map((value) => ({ value, label: roles[value] }))} onChange={(role) => change({ role })} />
      <FilterSelect label={words.columns.state} all={words.allStates} value={search['state'] ?? ''} choices={STATES.map((value) => ({ value, label: states[value] }))} onChange={(state) => change({ state })} />
      {departments.length > 0 ? <FilterSelect label={words.columns.department} all={words.allDepartments} value={search['department'] ?? ''} choices={departments.map(({ id, name }) => ({ value: id, label: name }))} onChange={(department) => change({ department })} /> : null}
    </Filters>
  );
}

function RowActions({ person, isSelf, onEdit, onLink }: { readonly person: Person; readonly isSelf: boolean; readonly onEdit: () => void; readonly onLink: (invitation: Invitation) => void }) {
  const words = useMessages(accountPeopleMessages);
  const toast = useToast();
  const renew = useAction(renewLink);
  const update = useAction(updatePerson);
  const params = { personId: person.id };
  const makeLink = () => renew.mutateAsync({ params }).then(onLink, toast.showError);
  const enable = async () => {
    try {
      await update.mutateAsync({ params, body: { disabled: false } });
      toast.show({ text: words.enabled(person.name), undo: () => update.mutateAsync({ params, body: { disabled: true } }) });
    } catch (error) {
      toast.showError(error);
    }
  };
  const named = (verb: string) => `${verb} · ${person.name}`;
  return (
    <div className={css['acts']}>
      {person.state === 'disabled' ? (
        <Button small kind="quiet" busy={update.isPending} aria-label={named(words.enable)} onClick={() => void enable()}>{words.enable}</Button>
      ) : isSelf ? null : (
        <Button small kind="quiet" busy={renew.isPending} aria-label={named(person.state === 'invited' ? words.inviteLink : words.resetLink)} onClick={() => void makeLink()}>{person.state === 'invited' ? words.inviteLink : words.resetLink}</Button>
      )}
      <Button small kind="quiet" aria-label={named(words.edit)} onClick={onEdit}>{words.edit}</Button>
    </div>
  );
}

/** Everyone of the company; those who manage people change them here. Filters are kept in the address. */
export function PeopleTable({ people, departments, selfId, canManage }: PeopleTableProps) {
  const words = useMessages(accountPeopleMessages);
  const { roles, states } = useMessages(accountMessages);
  const locale = useLocale();
  const [search, change] = useSearch();
  const [editing, setEditing] = useState<Person | undefined>();
  const [invitation, setInvitation] = useState<Invitation | undefined>();
  const shown = filterPeople(people, { q: search['q'], role: search['role'], state: search['state'], departmentId: search['department'] });
  const byText = (pick: (person: Person) => string) => (a: Person, b: Person) => pick(a).localeCompare(pick(b), locale);
  const columns: DataColumn<Person>[] = [
    { key: 'name', title: words.columns.name, heading: true, width: '28%', compare: byText(({ name }) => name), render: (person) => <span className={css['who']}>{person.name}{person.id === selfId ? words.you : ''}<small>{person.email}</small></span> },
    { key: 'department', title: words.columns.department, compare: byText(({ departmentName }) => departmentName ?? ''), render: (person) => person.departmentName },
    { key: 'title', title: words.columns.jobTitle, render: (person) => person.title },
    { key: 'role', title: words.columns.role, compare: byText(({ orgRole }) => roles[orgRole]), render: (person) => roles[person.orgRole] },
    { key: 'state', title: words.columns.state, compare: byText(({ state }) => states[state]), render: (person) => <StateTag tone={tones[person.state]}>{states[person.state]}</StateTag> },
  ];
  if (canManage) columns.push({ key: 'actions', title: words.columns.actions, align: 'end', render: (person) => <RowActions person={person} isSelf={person.id === selfId} onEdit={() => setEditing(person)} onLink={setInvitation} /> });
  const clear = <Button onClick={() => change({ q: undefined, role: undefined, state: undefined, department: undefined })}>{words.clear}</Button>;
  return (
    <>
      <PeopleFilters departments={departments} />
      <DataTable label={words.title} columns={columns} rows={shown} rowKey={({ id }) => id} empty={<EmptyState title={words.none} actions={clear}>{words.noneHint}</EmptyState>} />
      {editing ? <PersonDialog person={editing} departments={departments} isSelf={editing.id === selfId} onClose={() => setEditing(undefined)} /> : null}
      {invitation ? <InvitationsDialog invitations={[invitation]} onClose={() => setInvitation(undefined)} /> : null}
    </>
  );
}
