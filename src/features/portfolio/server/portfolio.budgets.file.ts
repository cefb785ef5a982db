import { findCompany } from '#features/account/server/account.api.ts';
import { campaignMessages } from '#features/campaign/campaign.messages.ts';
import { stageName } from '#features/campaign/campaign.stage.rules.ts';
import { writeSheetsXlsx, type Cell, type Column, type SheetShape } from '#features/document/server/document.api.ts';
import type { Reader } from '#platform/server/db/database.ts';
import { dayIn } from '#platform/shared/calendar.ts';
import type { Locale } from '#platform/shared/messages.ts';
import type { BudgetFilter, BudgetSum, CampaignBudget, DepartmentBudget, PlannedBudget } from '../portfolio.budgets.contract.ts';
import { budgetsFileMessages } from '../portfolio.budgets.messages.ts';
import { usedShare } from '../portfolio.budgets.rules.ts';
import { budgetRows, budgetSums, plannedRows } from './portfolio.budgets.views.ts';

/** Writing a workbook holds all of its cells in memory: about 100 MB for this many rows. */
const MOST_ROWS = 5_000;

type Words = (typeof budgetsFileMessages)['zh-CN'];
type ColumnName = keyof Words['columns'];

const widths: Partial<Record<ColumnName, number>> = { number: 7, department: 16, campaign: 28, stage: 10, lead: 10, from: 12, to: 12, count: 9, lines: 9, share: 10 };
const texts: readonly ColumnName[] = ['department', 'campaign', 'stage', 'lead', 'from', 'to'];

function columnOf(words: Words, name: ColumnName): Column {
  const width = widths[name] ?? 15;
  const isText = texts.includes(name);
  const kind = isText ? 'text' : name === 'share' ? 'share' : name === 'number' || name === 'count' || name === 'lines' ? 'number' : 'amount';
  return { heading: words.columns[name], width, share: width / 3, align: isText ? 'left' : name === 'number' ? 'center' : 'right', kind };
}

const text = (value: string | null): Cell => ({ kind: 'text', text: value ?? '' });
const number = (value: number): Cell => ({ kind: 'number', value });
const amount = (cents: number): Cell => ({ kind: 'amount', cents });
const share = (of: Parameters<typeof usedShare>[0]): Cell => ({ kind: 'share', share: usedShare(of) });

const MONEY = ['allocated', 'spent', 'committed', 'reserved', 'free', 'share', 'waiting', 'unpaid'] as const satisfies readonly ColumnName[];
type MoneyOf = Pick<BudgetSum, 'allocatedCents' | 'spentCents' | 'committedCents' | 'reservedCents' | 'freeCents' | 'waitingCents' | 'unpaidCents'>;
const moneyCells = (row: MoneyOf): readonly Cell[] =>
  [amount(row.allocatedCents), amount(row.spentCents), amount(row.committedCents), amount(row.reservedCents), amount(row.freeCents), share(row), amount(row.waitingCents), amount(row.unpaidCents)];

/** The sums under the money columns that begin at `first`, as figures of the whole. */
function totalOf(words: Words, names: readonly ColumnName[], labelColumns: number, whole: MoneyOf): NonNullable<SheetShape['total']> {
  const at = (name: ColumnName) => names.indexOf(name);
  const sums = MONEY.filter((name) => name !== 'share').map((name) => ({ column: at(name), cents: whole[`${name}Cents` as keyof MoneyOf] }));
  return { label: words.total, labelColumns, sums, facts: [{ column: at('share'), cell: share(whole) }] };
}

function departmentsSheet(words: Words, { total, departments }: { total: BudgetSum; departments: readonly DepartmentBudget[] }): SheetShape {
  const names: ColumnName[] = ['number', 'department', 'count', ...MONEY];
  return {
    name: words.departments.sheet, titled: words.departments.titled, columns: names.map((name) => columnOf(words, name)),
    rows: departments.filter((row) => row.campaigns > 0).map((row, index) => [number(index + 1), text(row.departmentName ?? words.noDepartment), number(row.campaigns), ...moneyCells(row)]),
    total: totalOf(words, names, 2, total),
  };
}

interface Context {
  readonly words: Words;
  readonly stageWords: (typeof campaignMessages)['zh-CN'];
}

function campaignsSheet({ words, stageWords }: Context, rows: readonly CampaignBudget[], more: boolean): SheetShape {
  const names: ColumnName[] = ['number', 'campaign', 'department', 'stage', 'lead', 'from', 'to', 'baseline', ...MONEY];
  const sum = (field: keyof MoneyOf) => rows.reduce((whole, row) => whole + row[field], 0);
  const whole: MoneyOf = {
    allocatedCents: sum('allocatedCents'), spentCents: sum('spentCents'), committedCents: sum('committedCents'), reservedCents: sum('reservedCents'), freeCents: sum('freeCents'),
    waitingCents: sum('waitingCents'), unpaidCents: sum('unpaidCents'),
  };
  const total = totalOf(words, names, 7, whole);
  return {
    name: words.campaigns.sheet, titled: words.campaigns.titled, columns: names.map((name) => columnOf(words, name)),
    rows: rows.map((row, index) => [
      number(index + 1), text(row.name), text(row.departmentName ?? words.noDepartment), text(stageName({ stage: row.stage, revised: true }, stageWords)), text(row.leadName), text(row.startsOn), text(row.endsOn), amount(row.baselineCents), ...moneyCells(row),
    ]),
    total: { ...total, sums: [{ column: 7, cents: rows.reduce((all, row) => all + row.baselineCents, 0) }, ...total.sums] },
    notes: more ? [words.capped(rows.length)] : [],
  };
}

function plannedSheet({ words, stageWords }: Context, rows: readonly PlannedBudget[], more: boolean): SheetShape {
  const names: ColumnName[] = ['number', 'campaign', 'department', 'stage', 'lead', 'from', 'to', 'lines', 'planned'];
  return {
    name: words.planned.sheet, titled: words.planned.titled, columns: names.map((name) => columnOf(words, name)),
    rows: rows.map((row, index) => [
      number(index + 1), text(row.name), text(row.departmentName ?? words.noDepartment), text(stageWords.stages[row.stage]), text(row.leadName), text(row.startsOn), text(row.endsOn), number(row.lines), amount(row.plannedCents),
    ]),
    total: { label: words.total, labelColumns: 7, sums: [{ column: 8, cents: rows.reduce((all, row) => all + row.plannedCents, 0) }] },
    notes: more ? [words.capped(rows.length)] : [],
  };
}

/** Departments, campaigns and what is not approved yet, as three sheets. Amounts in yuan with their sums as formulas. */
export async function budgetsWorkbook(db: Reader, filter: BudgetFilter, locale: Locale): Promise<{ name: string; body: Buffer }> {
  const words = budgetsFileMessages[locale];
  const context = { words, stageWords: campaignMessages[locale] };
  const [company, sums, campaigns, planned] = await Promise.all([
    findCompany(db), budgetSums(db, filter), budgetRows(db, filter, { sort: 'startsOn', order: 'down', limit: MOST_ROWS }), plannedRows(db, filter, { limit: MOST_ROWS }),
  ]);
  const heading = { title: words.name, subtitle: words.company(company?.name ?? '', dayIn(company?.timeZone ?? 'Asia/Shanghai')), locale };
  const sheets = [departmentsSheet(words, sums), campaignsSheet(context, campaigns.campaigns, campaigns.next !== null)];
  if (planned.campaigns.length > 0) sheets.push(plannedSheet(context, planned.campaigns, planned.next !== null));
  return { name: `${words.name}.xlsx`, body: await writeSheetsXlsx(heading, sheets) };
}
