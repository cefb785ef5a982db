import { budgetLines } from '#features/budget/server/budget.api.ts';
import { findCampaign } from '#features/campaign/server/campaign.api.ts';
import { goalRows } from '#features/goal/server/goal.api.ts';
import { taskRows } from '#features/schedule/server/schedule.api.ts';
import { memberRows } from '#features/team/server/team.api.ts';
import { approvalsOf, findApproval } from '#features/approval/server/approval.api.ts';
import type { Approval } from '#features/approval/approval.contract.ts';
import type { Reader } from '#platform/server/db/database.ts';
import { isSamePlan } from '../plan.rules.ts';

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
    // What the plan says; transfers and supplements are approved by themselves and leave the plan as it was signed.
    budget: budget.filter((line) => !line.afterPlan).map(({ category, detail: text, plannedCents, ownerText, note }) => ({ category, detail: text, amountCents: plannedCents, ownerText, note })),
    schedule: tasks.map(({ phase, whenText, startOn, endOn, dueTime, title, ownerText, note }) => ({ phase, whenText, startOn, endOn, dueTime, title, ownerText, note })),
    team: team.map(({ name: member, group }) => ({ name: member, group })),
  };
}
export type PlanContent = Awaited<ReturnType<typeof planContent>>;

/** The latest approved version, and whether the plan still says what it says: the seal belongs to that version and to no later change (P4.2). */
export async function approvedPlan(db: Reader, campaignId: string, current: PlanContent): Promise<{ approval: Approval; changed: boolean } | undefined> {
  const approval = (await approvalsOf(db, campaignId, 'plan')).find((one) => one.decision === 'approved');
  if (!approval) return undefined;
  const frozen = (await findApproval(db, approval.id))?.content as PlanContent;
  return { approval, changed: !isSamePlan(frozen, current) };
}
