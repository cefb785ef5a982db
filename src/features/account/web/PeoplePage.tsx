import { useState } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import { useSearch } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { Page, Section } from '#platform/web/ui/Page.tsx';
import { EmptyState, Loaded } from '#platform/web/ui/States.tsx';
import { Tabs } from '#platform/web/ui/Tabs.tsx';
import { getMe, listDepartments, listPeople } from '../account.contract.ts';
import type { Person } from '../account.contract.ts';
import { accountPeopleMessages } from '../account.people.messages.ts';
import { DepartmentsPanel } from './DepartmentsPanel.tsx';
import { InviteDialog } from './InviteDialog.tsx';
import { PeopleTable } from './PeopleTable.tsx';

function Verdict({ people }: { readonly people: readonly Person[] }) {
  const words = useMessages(accountPeopleMessages);
  const count = (state: Person['state']) => people.filter((person) => person.state === state).length;
  const invited = count('invited');
  return <>{words.verdict(count('active'), invited)}{invited > 0 ? <><em>{words.verdictInvited(invited)}</em>{words.verdictEnd}</> : null}</>;
}

/** 设置 → 人员: who is here, with what role; administrators invite and change, the others look people up. */
export function PeoplePage() {
  const words = useMessages(accountPeopleMessages);
  const [search, change] = useSearch();
  const [inviting, setInviting] = useState(false);
  const me = useOperation(getMe, {}).data;
  const query = useOperation(listPeople, {});
  const departments = useOperation(listDepartments, {}).data?.departments ?? [];
  const people = query.data?.people ?? [];
  const canManage = me?.can.managePeople ?? false;
  const tab = search['tab'] === 'departments' ? 'departments' : 'people';
  const invite = <Button kind="primary" icon="add" onClick={() => setInviting(true)}>{words.invite}</Button>;
  return (
    <Page title={words.title} verdict={people.length > 0 ? <Verdict people={people} /> : undefined} actions={canManage ? invite : undefined}>
      <Section>
        <Tabs
          label={words.title}
          value={tab}
          onChange={(key) => change({ tab: key === 'people' ? undefined : key })}
          items={[{ key: 'people', label: words.title, count: people.length }, { key: 'departments', label: words.departments, count: departments.length }]}
        >
          {tab === 'departments' ? <DepartmentsPanel departments={departments} people={people} canManage={canManage} /> : (
            <Loaded query={query} lines={6}>
              {() => (
                <>
                  <PeopleTable people={people} departments={departments} selfId={me?.id} canManage={canManage} />
                  {people.length === 1 && canManage ? <EmptyState title={words.alone} actions={<Button onClick={() => setInviting(true)}>{words.invite}</Button>}>{words.aloneHint}</EmptyState> : null}
                </>
              )}
            </Loaded>
          )}
        </Tabs>
      </Section>
      {inviting ? <InviteDialog people={people} departments={departments} onClose={() => setInviting(false)} /> : null}
    </Page>
  );
}
