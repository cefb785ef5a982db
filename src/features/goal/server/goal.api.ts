import type { CampaignFacts } from '#features/campaign/campaign.policy.ts';
import { newId } from '#platform/server/identity.ts';
import type { Work } from '#platform/server/operation.ts';
import type { Goal } from '../goal.contract.ts';
import { editGoals } from './goal.service.ts';

export { goalRows } from './goal.views.ts';

/** Appends goals; with `replace`, the ones that are there go first. */
export async function adoptGoals(work: Work<CampaignFacts>, goals: readonly Omit<Goal, 'id' | 'position' | 'attainment'>[], replaced: readonly string[]): Promise<void> {
  const changes = [...replaced.map((id) => ({ type: 'delete' as const, id })), ...goals.map((fields) => ({ type: 'insert' as const, id: newId(), fields }))];
  if (changes.length > 0) await editGoals(work, { params: { campaignId: work.thing.id }, body: { changes } });
}
