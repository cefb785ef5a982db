import type { Approval } from '#features/approval/approval.contract.ts';
import { findCompany } from '#features/account/server/account.api.ts';
import { totalsOf } from '#features/budget/budget.rules.ts';
import { budgetLines } from '#features/budget/server/budget.api.ts';
import { findCampaign, listScenarioRows } from '#features/campaign/server/campaign.api.ts';
import { isReached } from '#features/goal/goal.rules.ts';
import { goalRows } from '#features/goal/server/goal.api.ts';
import { approvedPlan, planContent } from '#features/plan/server/plan.api.ts';
import { taskRows } from '#features/schedule/server/schedule.api.ts';
import type { Reader } from '#platform/server/db/database.ts';
import { dayIn, type Day } from '#platform/shared/calendar.ts';
import type { Locale } from '#platform/shared/messages.ts';
import { formatMoney } from '#platform/shared/money.ts';
import { importMessages } from '../document.import.messages.ts';
import { ledgerWorkbook } from './document.ledger.ts';
import { budgetMoves } from './document.views.ts';
import { writeBudgetCsv, writeScheduleCsv } from './write/csv.ts';
import { writeBudgetDocx, writeScheduleDocx, writeTablesDocx } from './write/docx.ts';
import { renderPdf } from './write/pdf.ts';
import type { DocumentHead, OverviewData } from './write/pdf.types.ts';
import type { Seal } from './write/seal.ts';
import type { BudgetRow, CampaignTables, ScheduleRow } from './write/tables.ts';
import { writeBudgetXlsx, writeScheduleXlsx, writeTablesXlsx } from './write/xlsx.ts';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const PDF_TYPE = 'application/pdf';
const CSV_TYPE = 'text/csv; charset=utf-8';

type Campaign = Awaited<ReturnType<typeof findCampaign>>;

/** T2's rows with 延期 found by the system. */
export async function scheduleRows(db: Reader, campaignId: string, today: Day): Promise<ScheduleRow[]> {
  return (await taskRows(db, campaignId, today)).map((task) => ({ ...task, state: task.effectiveState }));
}

/** The seal of the latest version when it is approved; never of a later change. */
export function sealOf(latest: Approval | undefined, subject: Seal['subject'], timeZone: string): Seal | null {
  if (latest?.decision !== 'approved' || !latest.decidedAt) return null;
  return { subject, version: latest.version, approvedBy: latest.decidedBy ?? '', approvedOn: dayIn(timeZone, new Date(latest.decidedAt)) };
}

export async function documentHead(db: Reader, campaign: Campaign, locale: Locale, asOf: Day, seal: Seal | null): Promise<DocumentHead> {
  const words = importMessages[locale];
  const [company, scenarios] = await Promise.all([findCompany(db), listScenarioRows(db)]);
  const scenario = scenarios.find((one) => one.key === campaign.scenario);
  return {
    title: campaign.name, scenario: (locale === 'en' ? scenario?.nameEn : scenario?.nameZh) ?? '', startOn: campaign.startsOn, endOn: campaign.endsOn,
    lead: campaign.leadName ?? words.none, department: campaign.departmentName ?? words.none, stage: words.stageNames[campaign.stage],
    company: company?.name ?? '', asOf, seal,
  };
}

/** T1's rows as the ledger has them: what is allocated now, what is spent, and how an amount came about that is no longer the approved one. */
export async function documentLines(db: Reader, campaignId: string): Promise<BudgetRow[]> {
  const lines = await budgetLines(db, campaignId);
  if (lines.every((line) => line.amountCents === line.plannedCents)) return lines;
  const moves = await budgetMoves(db, campaignId);
  return lines.map((line) => ({ ...line, change: line.amountCents === line.plannedCents ? null : { plannedCents: line.plannedCents, moves: moves.get(line.id) ?? [] } }));
}

async function tablesOf(db: Reader, campaignId: string, locale: Locale): Promise<CampaignTables> {
  const campaign = await findCampaign(db, campaignId);
  return { title: campaign.name, lines: await documentLines(db, campaignId), tasks: await scheduleRows(db, campaignId, dayIn(campaign.timeZone)), locale };
}

/** T1, T2 or both, in the source's own form. */
export async function exportedTable(db: Reader, campaignId: string, table: 'budget' | 'schedule' | 'tables', format: 'xlsx' | 'docx' | 'pdf' | 'csv', locale: Locale): Promise<{ mediaType: string; body: Buffer }> {
  const tables = await tablesOf(db, campaignId, locale);
  if (format === 'csv') return { mediaType: CSV_TYPE, body: table === 'schedule' ? writeScheduleCsv(tables) : writeBudgetCsv(tables) };
  if (format === 'pdf') return { mediaType: PDF_TYPE, body: await renderPdf(table, tables, locale) };
  const writers = {
    xlsx: { budget: writeBudgetXlsx, schedule: writeScheduleXlsx, tables: writeTablesXlsx },
    docx: { budget: writeBudgetDocx, schedule: writeScheduleDocx, tables: writeTablesDocx },
  } as const;
  return { mediaType: format === 'xlsx' ? XLSX_TYPE : DOCX_TYPE, body: await writers[format][table](tables) };
}

function overviewVerdict(goals: OverviewData['goals'], totals: ReturnType<typeof totalsOf>, tasks: readonly ScheduleRow[], locale: Locale): string {
  const words = importMessages[locale].overview;
  const measured = goals.filter((goal) => goal.actual !== null);
  const parts: string[] = [];
  if (goals.length === 0) parts.push(words.noGoals);
  else if (measured.length === 0) parts.push(words.goalsSet(goals.length));
  else parts.push(words.goals(goals.filter((goal) => isReached({ ...goal, direction: goal.direction ?? 'up' })).length, goals.length));
  parts.push(words.budget(formatMoney(totals.amountCents)));
  if (totals.actualCents !== null && totals.amountCents > 0) parts.push(words.spent(formatMoney(totals.actualCents), `${Math.round((totals.actualCents / totals.amountCents) * 100)}%`));
  const counted = tasks.filter((task) => task.state !== 'cancelled');
  if (counted.length > 0) parts.push(words.schedule(counted.filter((task) => task.state === 'done').length, counted.length));
  const late = counted.filter((task) => task.state === 'delayed').length;
  if (late > 0) parts.push(words.late(late));
  return parts.join(words.join) + words.end;
}

export async function overviewPdf(db: Reader, campaignId: string, locale: Locale): Promise<Buffer> {
  const campaign = await findCampaign(db, campaignId);
  const today = dayIn(campaign.timeZone);
  const tables = await tablesOf(db, campaignId, locale);
  const goals = await goalRows(db, campaignId);
  const approved = await approvedPlan(db, campaignId, await planContent(db, campaignId));
  const totals = totalsOf(tables.lines);
  const data: OverviewData = {
    head: await documentHead(db, campaign, locale, today, sealOf(approved?.changed ? undefined : approved?.approval, 'plan', campaign.timeZone)),
    verdict: overviewVerdict(goals, totals, tables.tasks, locale),
    goals, lines: tables.lines, tasks: tables.tasks, reserveCents: totals.reserveCents,
  };
  return renderPdf('overview', data, locale);
}

/** The documents that an archive carries. */
export async function campaignFiles(db: Reader, campaignId: string, locale: Locale) {
  return {
    overviewPdf: await overviewPdf(db, campaignId, locale),
    budgetXlsx: (await exportedTable(db, campaignId, 'budget', 'xlsx', locale)).body,
    scheduleXlsx: (await exportedTable(db, campaignId, 'schedule', 'xlsx', locale)).body,
    tablesDocx: (await exportedTable(db, campaignId, 'tables', 'docx', locale)).body,
    /** Null for a campaign whose plan was never approved. */
    ledgerXlsx: await ledgerWorkbook(db, campaignId, locale),
  };
}
