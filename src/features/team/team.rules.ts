import { TEAM_GROUPS, type TeamGroup } from '#features/campaign/campaign.policy.ts';

interface Place {
  readonly userId: string;
  readonly group: TeamGroup;
  readonly tasks: number;
}

export interface TeamStanding {
  /** People, each counted once however many groups they are in. */
  readonly people: number;
  readonly emptyGroups: readonly TeamGroup[];
  /** People who have no task of their own by name. */
  readonly idle: number;
}

/** What the sentence above the team is made from: the five groups of P3.1, and who has nothing to do yet. */
export function teamStanding(members: readonly Place[]): TeamStanding {
  const people = new Map(members.map((member) => [member.userId, member]));
  return {
    people: people.size,
    emptyGroups: TEAM_GROUPS.filter((group) => !members.some((member) => member.group === group)),
    idle: [...people.values()].filter((member) => member.tasks === 0).length,
  };
}
