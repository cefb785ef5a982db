import { budgetLines } from '#features/budget/server/budget.api.ts';
import { findCampaign } from '#features/campaign/server/campaign.api.ts';
import { goalRows } from '#features/goal/server/goal.api.ts';
import { taskRows } from '#features/schedule/server/schedule.api.ts';
import { memberRows } from '#features/team/server/team.api.ts';
import type { Reader } from '#platform/server/db/database.ts';

/** Everything that a submission freezes: basics, goals, budget, team, schedule. Nothing that changes by itself with time. */
export async function planContent(db: Reader, campaignId: string) {
  const detail = await findCampaign(db, campaignId);
  const { name, scenario, theme, audience, leadId, leadName, departmentName, startsOn, endsOn, eventFrom, eventTo, timeZone } = detail;
  const goals = await goalRows(db, campaignId);
  const budget = await budgetLines(db, campaignId);
  const tasks = await taskRows(db, campaignId, '0000-01-01');
  const team = await memberRows(db, campaignId);
  return {
    campaign: { name, scenario, theme, audience, leadId, leadName, departmentName, startsOn, endsOn, eventFrom, eventTo, timeZone },
    goals: goals.map(({ metric, kind, unit, direction, target, note }) => ({ metric, kind, unit, direction, target, note })),
    budget: budget.map(({ category, detail: text, amountCents, ownerText, note }) => ({ category, detail: text, amountCents, ownerText, note })),
    schedule: tasks.map(({ phase, whenText, startOn, endOn, dueTime, title, ownerText, note }) => ({ phase, whenText, startOn, endOn, dueTime, title, ownerText, note })),
    team: team.map(({ name: member, group }) => ({ name: member, group })),
  };
}
export type PlanContent = Awaited<ReturnType<typeof planContent>>;
