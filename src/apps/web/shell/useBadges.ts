import { getWorkbench } from '#features/portfolio/portfolio.contract.ts';
import { useOperation } from '#platform/web/query.ts';
import type { MenuName } from './shell.messages.ts';

/** Figures beside menu entries: what waits for this person. */
export function useBadges(enabled: boolean): Readonly<Partial<Record<MenuName, number>>> {
  const { data } = useOperation(getWorkbench, {}, { enabled });
  return data ? { workbench: data.approvals.length } : {};
}
