import { TEAM_GROUPS, type TeamGroup } from '#features/campaign/campaign.policy.ts';
import type { Day } from '#platform/shared/calendar.ts';
import { isMeant, readOwners } from './team.owner.rules.ts';

/** An owner cell of T1 or T2: a text, and the account when it names one of the team. */
interface OwnerCell {
  readonly ownerId: string | null;
  readonly ownerText: string;
}

/** Whether an owner cell means a person: by account, by name among several, as one of 全员, or by a group or grade of theirs. */
export function isOwner({ ownerId, ownerText }: OwnerCell, person: { readonly userId: string; readonly groups: readonly TeamGroup[]; readonly name?: string | undefined }): boolean {
  if (ownerId !== null) return ownerId === person.userId;
  return readOwners(ownerText).some((term) => isMeant(term, person));
}

/** Somebody is away, and another does their work. */
export interface StandIn {
  readonly userId: string;
  readonly name: string;
  readonly standInId: string;
  readonly fromOn: Day;
  readonly toOn: Day;
}

/** Those for whom somebody stands in on a day. */
export const awayOn = (absences: readonly StandIn[], day: Day): readonly StandIn[] => absences.filter(({ fromOn, toOn }) => fromOn <= day && day <= toOn);

/** Who sees to what these people own on a day: they themselves, and whoever of the team stands in for them. */
export function withStandIns(owners: readonly string[], absences: readonly StandIn[], day: Day, team: ReadonlySet<string>): readonly string[] {
  const others = awayOn(absences, day).filter(({ userId, standInId }) => owners.includes(userId) && team.has(standInId)).map(({ standInId }) => standInId);
  return [...new Set([...owners, ...others])];
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

/** A text that is added to what stands there: a line of its own, unless it stands there already. */
export function withText(present: string, added: string): string {
  const text = added.trim();
  if (text === '' || present.includes(text)) return present;
  return present.trim() === '' ? text : `${present.trimEnd()}\n${text}`;
}
