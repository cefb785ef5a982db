import { areSpendingsRouted } from '#features/approval/server/approval.api.ts';
import { isReserve } from '#features/budget/budget.rules.ts';
import { budgetLines, budgetRulesOf } from '#features/budget/server/budget.api.ts';
import { findCampaign } from '#features/campaign/server/campaign.api.ts';
import { runCheck, type CheckedPlan, type CheckSettings, type Finding } from '#features/check/check.rules.ts';
import { checkSettings } from '#features/check/server/check.api.ts';
import { metricOf } from '#features/goal/goal.catalogue.rules.ts';
import { pastOf } from '#features/goal/goal.smart.rules.ts';
import { goalRows, metricRows, pastFigures } from '#features/goal/server/goal.api.ts';
import { taskRows } from '#features/schedule/server/schedule.api.ts';
import { areaRows, memberRows } from '#features/team/server/team.api.ts';
import { companyDays } from '#platform/server/db/company-days.ts';
import type { Reader } from '#platform/server/db/database.ts';
import { dayIn, type Day } from '#platform/shared/calendar.ts';
import { planLists } from './plan.lists.views.ts';
import { planSections } from './plan.section.views.ts';

async function checkedGoals(db: Reader, campaignId: string): Promise<CheckedPlan['goals']> {
  const goals = await goalRows(db, campaignId);
  if (goals.length === 0) return [];
  const [past, metrics] = await Promise.all([pastFigures(db, campaignId), metricRows(db)]);
  return goals.map((goal) => {
    const [range, metric] = [pastOf(goal, past), metricOf(goal, metrics)];
    return { ...goal, past: range ? { n: range.n, low: range.low, high: range.high } : null, known: metric ? { source: metric.zh.source } : null };
  });
}

/** What the plan says of money: lines that came after the approval are no part of it. */
async function checkedBudget(db: Reader, campaignId: string): Promise<CheckedPlan['budget']> {
  const lines = (await budgetLines(db, campaignId)).filter((line) => !line.afterPlan).map((line) => ({ ...line, amountCents: line.plannedCents }));
  if (lines.length === 0) return [];
  const routed = await areSpendingsRouted(db, campaignId, lines);
  return lines.map((line, index) => ({ ...line, reserve: isReserve(line), routed: routed[index] ?? false }));
}

/** Everything of a campaign that 过审检查 looks at, as it is now. `today` only dates tasks that are late. */
export async function checkedPlan(db: Reader, campaignId: string, today: Day): Promise<CheckedPlan> {
  const [campaign, rules, goals, budget, team, tasks, sections, areas, lists, ownDays] = await Promise.all([
    findCampaign(db, campaignId), budgetRulesOf(db), checkedGoals(db, campaignId), checkedBudget(db, campaignId), memberRows(db, campaignId),
    taskRows(db, campaignId, today), planSections(db, campaignId), areaRows(db, campaignId), planLists(db, campaignId), companyDays(db),
  ]);
  return {
    campaign, today, ownDays, goals, budget, team, sections, areas, ...lists,
    reserve: { fromPercent: rules.reserveFromPercent, toPercent: rules.reserveToPercent },
    tasks: tasks.map((task) => ({ ...task, cancelled: task.state === 'cancelled' })),
  };
}

export interface PlanFindings {
  readonly plan: CheckedPlan;
  readonly settings: CheckSettings;
  readonly findings: readonly Finding[];
}

/** Runs the company's rules over the plan as it is now. */
export async function findingsOf(db: Reader, campaignId: string, timeZone: string): Promise<PlanFindings> {
  const [plan, settings] = await Promise.all([checkedPlan(db, campaignId, dayIn(timeZone)), checkSettings(db)]);
  return { plan, settings, findings: runCheck(plan, settings) };
}
