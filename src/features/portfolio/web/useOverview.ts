import { listBudget } from '#features/budget/budget.contract.ts';
import { getCampaign, listHistory } from '#features/campaign/campaign.contract.ts';
import { getEvaluation } from '#features/evaluation/evaluation.contract.ts';
import { listGoals } from '#features/goal/goal.contract.ts';
import { getPlan } from '#features/plan/plan.contract.ts';
import { listSchedule } from '#features/schedule/schedule.contract.ts';
import { useOperation } from '#platform/web/query.ts';
import { together } from '#platform/web/together.ts';
import type { OverviewFacts } from '../portfolio.verdict.rules.ts';

/** Everything that the overview shows, each part from its own feature; refreshed as the parts change. */
export function useOverview(campaignId: string) {
  const params = { campaignId };
  const reading = together({
    campaign: useOperation(getCampaign, { params }),
    goals: useOperation(listGoals, { params }),
    budget: useOperation(listBudget, { params }),
    schedule: useOperation(listSchedule, { params }),
    plan: useOperation(getPlan, { params }),
    evaluation: useOperation(getEvaluation, { params }),
  });
  const cancelled = reading.data?.campaign.stage === 'cancelled';
  const moves = useOperation(listHistory, { params, query: { topic: 'campaign', limit: 5 } }, { enabled: cancelled });
  const last = moves.data?.events.find((event) => event.kind === 'campaign.moved')?.after as { reason?: string } | undefined;
  const { data } = reading;
  const facts: OverviewFacts | undefined = data && {
    campaign: data.campaign, goals: data.goals.goals, budget: data.budget, tasks: data.schedule.tasks, today: data.schedule.today,
    plan: data.plan, evaluation: data.evaluation, cancelReason: last?.reason ?? '',
  };
  return { ...reading, data: facts };
}
