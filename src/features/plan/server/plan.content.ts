import { budgetLines } from '#features/budget/server/budget.api.ts';
import { findCampaign } from '#features/campaign/server/campaign.api.ts';
import { goalRows } from '#features/goal/server/goal.api.ts';
import type { Goal } from '#features/goal/goal.contract.ts';
import type { Task } from '#features/schedule/schedule.contract.ts';
import { taskRows } from '#features/schedule/server/schedule.api.ts';
import { areaRows, groupDuties, memberRows } from '#features/team/server/team.api.ts';
import { approvalsOf, findApproval } from '#features/approval/server/approval.api.ts';
import type { Approval } from '#features/approval/approval.contract.ts';
import type { Reader } from '#platform/server/db/database.ts';
import type { PlanListName, PlanLists } from '../plan.lists.contract.ts';
import { isSamePlan } from '../plan.rules.ts';
import { planLists } from './plan.lists.views.ts';
import { planSections } from './plan.section.views.ts';

/** Everything that a submission freezes: basics, text, goals, budget, team, schedule and the plan's tables. Nothing that changes by itself with time, and no ids. */
export async function planContent(db: Reader, campaignId: string) {
  const [detail, goals, budget, tasks, team, duties, areas, sections, lists] = await Promise.all([
    findCampaign(db, campaignId), goalRows(db, campaignId), budgetLines(db, campaignId), taskRows(db, campaignId, '0000-01-01'), memberRows(db, campaignId),
    groupDuties(db, campaignId), areaRows(db, campaignId), planSections(db, campaignId), planLists(db, campaignId),
  ]);
  const { name, scenario, theme, audience, leadId, leadName, departmentName, startsOn, endsOn, eventFrom, eventTo, timeZone } = detail;
  return {
    campaign: { name, scenario, theme, audience, leadId, leadName, departmentName, startsOn, endsOn, eventFrom, eventTo, timeZone },
    sections: sections.filter((section) => section.words !== '' || section.key === 'own').map(({ key, title, content, words }) => ({ key, title, content, words })),
    goals: goals.map(frozenGoal),
    // What the plan says; transfers and supplements are approved by themselves and leave the plan as it was signed.
    budget: budget.filter((line) => !line.afterPlan).map(({ category, detail: text, plannedCents, ownerText, note }) => ({ category, detail: text, amountCents: plannedCents, ownerText, note })),
    schedule: frozenTasks(tasks),
    team: team.map(({ name: member, group }) => ({ name: member, group })),
    duties: duties.filter((group) => group.duties !== '' || group.worksWith !== ''),
    areas: areas.map(({ area, responsible, accountable, consulted, informed, note }) => ({ area, responsible, accountable, consulted, informed, note })),
    lists: frozenLists(lists),
  };
}
export type PlanContent = Awaited<ReturnType<typeof planContent>>;

function frozenGoal({ metric, kind, unit, direction, target, level, baseline, baselineSource, dueOn, ownerText, measure, reason, note, parts }: Goal) {
  return { metric, kind, unit, direction, target, level, baseline, baselineSource, dueOn, ownerText, measure, reason, note, parts: parts.map((part) => ({ name: part.name, fromOn: part.fromOn, toOn: part.toOn, target: part.target })) };
}

/** A link names the task before it by its title, which is what a reader knows it by. */
function frozenTasks(tasks: readonly Task[]) {
  const titles = new Map(tasks.map((task) => [task.id, task.title]));
  return tasks.map(({ phase, whenText, startOn, endOn, dueTime, title, ownerText, note, links }) => ({
    phase, whenText, startOn, endOn, dueTime, title, ownerText, note,
    links: links.map(({ predecessorId, type, lagDays, lagUnit }) => ({ predecessor: titles.get(predecessorId) ?? '', type, lagDays, lagUnit })),
  }));
}

type FrozenLists = { [L in PlanListName]: Omit<PlanLists[L][number], 'id' | 'position'>[] };

function frozenLists(lists: PlanLists): FrozenLists {
  const bare = Object.entries(lists).map(([list, rows]) => [list, rows.map(({ id: _id, position: _position, ...row }) => row)]);
  return Object.fromEntries(bare) as FrozenLists;
}

/** The latest approved version, and whether the plan still says what it says: the seal belongs to that version and to no later change (P4.2). */
export async function approvedPlan(db: Reader, campaignId: string, current: PlanContent): Promise<{ approval: Approval; changed: boolean } | undefined> {
  const approval = (await approvalsOf(db, campaignId, 'plan')).find((one) => one.decision === 'approved');
  if (!approval) return undefined;
  const frozen = (await findApproval(db, approval.id))?.content as PlanContent;
  return { approval, changed: !isSamePlan(frozen, current) };
}
