import { getMe } from '#features/account/account.contract.ts';
import { listBudget } from '#features/budget/budget.contract.ts';
import { getCampaign, listScenarios } from '#features/campaign/campaign.contract.ts';
import { listGoals } from '#features/goal/goal.contract.ts';
import { listSchedule } from '#features/schedule/schedule.contract.ts';
import { listAreas, listTeam } from '#features/team/team.contract.ts';
import { useOperation } from '#platform/web/query.ts';
import { together } from '#platform/web/together.ts';
import { getPlan } from '../plan.contract.ts';
import { listPlanLists } from '../plan.lists.contract.ts';
import { listSections } from '../plan.section.contract.ts';

/** Everything that a version consists of, as it is now. */
export function usePlanFacts(campaignId: string) {
  const params = { campaignId };
  return together({
    me: useOperation(getMe, {}),
    campaign: useOperation(getCampaign, { params }),
    scenarios: useOperation(listScenarios, {}),
    goals: useOperation(listGoals, { params }),
    budget: useOperation(listBudget, { params }),
    schedule: useOperation(listSchedule, { params }),
    team: useOperation(listTeam, { params }),
    areas: useOperation(listAreas, { params }),
    plan: useOperation(getPlan, { params }),
    lists: useOperation(listPlanLists, { params }),
    document: useOperation(listSections, { params }),
  });
}
export type PlanFacts = NonNullable<ReturnType<typeof usePlanFacts>['data']>;
