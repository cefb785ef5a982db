import type { CampaignFacts } from '#features/campaign/campaign.policy.ts';
import { replacement } from '#platform/server/db/rows.ts';
import type { Work } from '#platform/server/operation.ts';
import { goalDraft, type GoalDraft } from '../goal.contract.ts';
import { editGoals } from './goal.service.ts';

export { editGoals, saveGoalParts } from './goal.service.ts';
export { goalRows, metricRows, pastFigures } from './goal.views.ts';

/** Appends goals, with what they leave unsaid left open; the ones named in `replaced` go first. */
export async function adoptGoals(work: Work<CampaignFacts>, goals: readonly GoalDraft[], replaced: readonly string[]): Promise<void> {
  const changes = replacement(replaced, goals.map((goal) => goalDraft.parse(goal)));
  if (changes.length > 0) await editGoals(work, { params: { campaignId: work.thing.id }, body: { changes } });
}
