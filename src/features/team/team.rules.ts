import { TEAM_GROUPS, type TeamGroup } from '#features/campaign/campaign.policy.ts';
import { EVERYONE, GRADE_GROUPS, NAME_LEFT_OUT } from './team.vocabulary.ts';

/** An owner cell of T1 or T2: a text, and the account when it names one of the team. */
interface OwnerCell {
  readonly ownerId: string | null;
  readonly ownerText: string;
}

/** Whether an owner cell means a person: by name, as one of 全员, or by the grade of a group that they are in. */
export function isOwner({ ownerId, ownerText }: OwnerCell, person: { readonly userId: string; readonly groups: readonly TeamGroup[] }): boolean {
  if (ownerId !== null) return ownerId === person.userId;
  const owner = ownerText.replace(NAME_LEFT_OUT, '').trim();
  if (owner === EVERYONE) return person.groups.length > 0;
  return (GRADE_GROUPS[owner] ?? []).some((group) => person.groups.includes(group));
}

interface Place {
  readonly userId: string;
  readonly group: TeamGroup;
  readonly tasks: number;
}

export interface TeamStanding {
  /** People, each counted once however many groups they are in. */
  readonly people: number;
  readonly emptyGroups: readonly TeamGroup[];
  /** People whom no task names, neither by name nor by their grade; 0 while nobody has one. */
  readonly idle: number;
}

/** What the sentence above the team is made from: the five groups of P3.1, and who has nothing to do yet. */
export function teamStanding(members: readonly Place[]): TeamStanding {
  const people = new Map(members.map((member) => [member.userId, member]));
  return {
    people: people.size,
    emptyGroups: TEAM_GROUPS.filter((group) => !members.some((member) => member.group === group)),
    idle: members.some((member) => member.tasks > 0) ? [...people.values()].filter((member) => member.tasks === 0).length : 0,
  };
}
