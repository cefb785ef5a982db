import { getMe, listPeople } from '#features/account/account.contract.ts';
import { accountMessages } from '#features/account/account.messages.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { useOperation } from '#platform/web/query.ts';
import type { Choice } from '#platform/web/ui/choice.rules.ts';

export interface Colleagues {
  readonly choices: readonly Choice[];
  readonly nameOf: (id: string) => string;
  readonly meId: string | undefined;
  readonly failed: boolean;
}

/** Who can be asked to decide: people with a working account, by name. The requester never decides their own request; the server has the last word on it. */
export function useColleagues(requesterId?: string): Colleagues {
  const { roles } = useMessages(accountMessages);
  const meId = useOperation(getMe, {}).data?.id;
  const { data, error } = useOperation(listPeople, {});
  const people = data?.people.filter((person) => person.state === 'active') ?? [];
  const choices = people.filter((person) => person.id !== requesterId).map((person) => ({
    value: person.id, label: person.name, hint: [person.title || roles[person.orgRole], person.departmentName].filter(Boolean).join(' · '), keywords: person.email,
  }));
  return { choices, meId, nameOf: (id) => people.find((person) => person.id === id)?.name ?? '', failed: Boolean(error) && !data };
}
