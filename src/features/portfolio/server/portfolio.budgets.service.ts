import { XLSX_TYPE } from '#features/document/server/document.api.ts';
import type { FileAnswer, ReadWork } from '#platform/server/operation.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import type * as contract from '../portfolio.budgets.contract.ts';
import { budgetsWorkbook } from './portfolio.budgets.file.ts';
import { budgetRows, budgetSums, plannedRows, warnPercents } from './portfolio.budgets.views.ts';

type Input<Name extends keyof typeof contract> = InputOf<(typeof contract)[Name]>;
type Output<Name extends keyof typeof contract> = OutputOf<(typeof contract)[Name]>;

export async function sumBudgets({ db }: ReadWork, { query }: Input<'sumBudgets'>): Promise<Output<'sumBudgets'>> {
  const [sums, percents] = await Promise.all([budgetSums(db, query), warnPercents(db)]);
  return { ...sums, warnPercents: [...percents] };
}

export function listBudgets({ db }: ReadWork, { query }: Input<'listBudgets'>): Promise<Output<'listBudgets'>> {
  return budgetRows(db, query, query);
}

export function listPlannedBudgets({ db }: ReadWork, { query }: Input<'listPlannedBudgets'>): Promise<Output<'listPlannedBudgets'>> {
  return plannedRows(db, query, query);
}

export async function exportBudgets({ db, caller }: ReadWork, { query }: Input<'exportBudgets'>): Promise<FileAnswer> {
  return { mediaType: XLSX_TYPE, ...(await budgetsWorkbook(db, query, caller.locale)) };
}
