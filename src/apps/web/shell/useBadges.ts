import { listPayables } from '#features/budget/budget.request.contract.ts';
import { checkPlan } from '#features/plan/plan.check.contract.ts';
import { getWorkbench } from '#features/portfolio/portfolio.contract.ts';
import { useOperation } from '#platform/web/query.ts';
import { useMe } from './session.ts';
import type { MenuName } from './shell.messages.ts';

/** Figures beside menu entries: what waits for this person; `draftId` is the plan that they write, whose open findings stand beside it. */
export function useBadges(enabled: boolean, draftId: string | undefined): Readonly<Partial<Record<MenuName, number>>> {
  const isFinance = useMe().data?.orgRole === 'finance';
  const { data } = useOperation(getWorkbench, {}, { enabled });
  const payables = useOperation(listPayables, {}, { enabled: enabled && isFinance }).data;
  const check = useOperation(checkPlan, { params: { campaignId: draftId ?? '' } }, { enabled: draftId !== undefined }).data;
  return { ...(check && draftId ? { plan: check.counts.error + check.counts.warning } : {}), ...(data ? { approvals: data.approvals.length } : {}), ...(payables ? { payables: payables.invoices.length } : {}) };
}
