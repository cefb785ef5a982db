import type { Person } from '#features/account/account.contract.ts';
import type { TeamGroup } from '#features/campaign/campaign.policy.ts';
import type { Choice } from '#platform/web/ui/choice.rules.ts';
import type { Absence, GroupDuty, Member } from '../team.contract.ts';

export interface GroupProps {
  readonly campaignId: string;
  readonly group: TeamGroup;
  readonly members: readonly Member[];
  readonly people: readonly Person[];
  readonly canStaff: boolean;
}

export interface GroupCardProps extends GroupProps {
  readonly duty: GroupDuty;
  /** Of the whole team. */
  readonly absences: readonly Absence[];
  readonly canDivide: boolean;
  readonly meId: string;
}

/** People to choose from, found by name, department or address. */
export function peopleChoices(people: readonly Person[], taken: readonly { readonly userId: string }[]): readonly Choice[] {
  const without = new Set(taken.map((member) => member.userId));
  return people
    .filter((person) => !without.has(person.id))
    .map(({ id, name, title, departmentName, email }): Choice => ({ value: id, label: name, hint: [title, departmentName].filter(Boolean).join(' · '), keywords: email }));
}
