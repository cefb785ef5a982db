import type { TeamGroup } from '#features/campaign/campaign.policy.ts';
import { groupNamed } from '#features/team/team.owner.rules.ts';

/** Who does it, for the page of a group: nothing where only the group itself stands, or its name would end every line. */
export const besideGroup = (ownerText: string, group: TeamGroup): string => (groupNamed(ownerText) === group ? '' : ownerText);
