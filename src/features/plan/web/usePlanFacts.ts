import { listBudget } from '#features/budget/budget.contract.ts';
import { getCampaign } from '#features/campaign/campaign.contract.ts';
import { listGoals } from '#features/goal/goal.contract.ts';
import { listSchedule } from '#features/schedule/schedule.contract.ts';
import { listTeam } from '#features/team/team.contract.ts';
import { useOperation } from '#platform/web/query.ts';
import { together } from '#platform/web/together.ts';
import { getPlan } from '../plan.contract.ts';

/** Everything that a version consists of, as it is now. */
export function usePlanFacts(campaignId: string) {
  const params = { campaignId };
  return together({
    campaign: useOperation(getCampaign, { params }),
    goals: useOperation(listGoals, { params }),
    budget: useOperation(listBudget, { params }),
    schedule: useOperation(listSchedule, { params }),
    team: useOperation(listTeam, { params }),
    plan: useOperation(getPlan, { params }),
  });
}
export type PlanFacts = NonNullable<ReturnType<typeof usePlanFacts>['data']>;
