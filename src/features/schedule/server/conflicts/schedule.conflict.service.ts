import type { CampaignFacts } from '#features/campaign/campaign.policy.ts';
import { findCampaign } from '#features/campaign/server/campaign.api.ts';
import type { ReadWork } from '#platform/server/operation.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import type { listResourceUses as listContract } from '../../conflicts/schedule.conflict.contract.ts';
import { hoursOf, resourceKey, resourcesIn, usesOf } from '../../conflicts/schedule.conflict.rules.ts';
import { usesElsewhere, type OtherUse } from './schedule.conflict.views.ts';
import { taskRows } from '../schedule.views.ts';

/** From the first to the last day of the campaign and of its tasks: a task that is put elsewhere has to know what is there. */
export async function listResourceUses({ db, actor, thing }: ReadWork<CampaignFacts>): Promise<OutputOf<typeof listContract>> {
  const campaign = await findCampaign(db, thing.id);
  const own = usesOf(await taskRows(db, thing.id, '0000-01-01'), campaign);
  const keys = new Set(own.flatMap((use) => use.resources.map(resourceKey)));
  const fromOn = own.reduce((first, use) => (use.fromOn < first ? use.fromOn : first), campaign.startsOn);
  const toOn = own.reduce((last, use) => (use.toOn > last ? use.toOn : last), campaign.endsOn);
  const others = await usesElsewhere(db, actor, thing.id, fromOn, toOn, [...keys]);
  return { uses: others.flatMap((other) => useOf(other, keys)) };
}

/** What it has in common; of a campaign that the reader may not see, only that and when. */
function useOf(other: OtherUse, keys: ReadonlySet<string>): OutputOf<typeof listContract>['uses'] {
  const resources = resourcesIn(other.resourceText).filter((name) => keys.has(resourceKey(name)));
  const [fromOn, toOn] = [other.startOn ?? other.endOn, other.endOn ?? other.startOn];
  if (resources.length === 0 || fromOn === null || toOn === null) return [];
  const told = other.visible
    ? { taskId: other.taskId, title: other.title, campaignId: other.campaignId, campaignName: other.campaignName }
    : { taskId: null, title: null, campaignId: null, campaignName: null };
  return [{ ...told, resources, fromOn, toOn, hours: hoursOf({ ...other, note: '' }, other) }];
}
