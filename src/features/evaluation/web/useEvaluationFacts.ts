import { listBudget } from '#features/budget/budget.contract.ts';
import { getCampaign } from '#features/campaign/campaign.contract.ts';
import { useOperation } from '#platform/web/query.ts';
import { together } from '#platform/web/together.ts';
import { getEvaluation, type Evaluation } from '../evaluation.contract.ts';

/** The report with the campaign and the budget lines that its tables edit. */
export function useEvaluationFacts(campaignId: string) {
  const params = { campaignId };
  return together({
    campaign: useOperation(getCampaign, { params }),
    evaluation: useOperation(getEvaluation, { params }),
    budget: useOperation(listBudget, { params }),
  });
}
/** While a report waits or is approved, its figures are not changed from the report's own page: that would break the approval unnoticed. */
export const isOpen = (evaluation: Evaluation): boolean => evaluation.reportState !== 'waiting' && evaluation.reportState !== 'approved';

export type EvaluationFacts = NonNullable<ReturnType<typeof useEvaluationFacts>['data']>;
