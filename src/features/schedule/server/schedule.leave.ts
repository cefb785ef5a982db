import type { CampaignFacts } from '#features/campaign/campaign.policy.ts';
import { memberAbsences } from '#features/team/server/team.api.ts';
import type { ReadWork } from '#platform/server/operation.ts';
import { addDays } from '#platform/shared/calendar.ts';
import type { Leave } from '../schedule.contract.ts';

/** A task may stand, or be moved, so many days outside of the campaign. */
const AROUND = 90;

/** When the members of a campaign are away, on and around its days. */
export async function memberLeave({ db, actor, thing }: Pick<ReadWork<CampaignFacts>, 'db' | 'actor' | 'thing'>): Promise<Leave[]> {
  const rows = await memberAbsences(db, actor, thing.id, addDays(thing.startsOn, -AROUND), addDays(thing.endsOn, AROUND));
  return rows.map(({ userId, name, fromOn, toOn }) => ({ userId, name, fromOn, toOn }));
}
