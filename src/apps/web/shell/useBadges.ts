import { listPayables } from '#features/budget/budget.request.contract.ts';
import { getWorkbench } from '#features/portfolio/portfolio.contract.ts';
import { useOperation } from '#platform/web/query.ts';
import { useMe } from './session.ts';
import type { MenuName } from './shell.messages.ts';

/** Figures beside menu entries: what waits for this person. */
export function useBadges(enabled: boolean): Readonly<Partial<Record<MenuName, number>>> {
  const isFinance = useMe().data?.orgRole === 'finance';
  const { data } = useOperation(getWorkbench, {}, { enabled });
  const payables = useOperation(listPayables, {}, { enabled: enabled && isFinance }).data;
  return { ...(data ? { approvals: data.approvals.length } : {}), ...(payables ? { payables: payables.invoices.length } : {}) };
}
