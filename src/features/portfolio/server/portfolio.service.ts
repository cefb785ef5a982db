import { runningRequests, waitingApprovals } from '#features/approval/server/approval.api.ts';
import type { TeamGroup } from '#features/campaign/campaign.policy.ts';
import { listVisibleCampaigns } from '#features/campaign/server/campaign.api.ts';
import { effectiveState } from '#features/schedule/schedule.rules.ts';
import { isOwner } from '#features/team/team.rules.ts';
import { unfinishedTasks } from '#features/schedule/server/schedule.api.ts';
import type { ReadWork } from '#platform/server/operation.ts';
import { dayIn } from '#platform/shared/calendar.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import type * as contract from '../portfolio.contract.ts';
import type { OwnTask } from '../portfolio.contract.ts';
import { searchRows } from './portfolio.views.ts';

const SHOWN_TASKS = 50;

export async function getWorkbench(work: ReadWork): Promise<OutputOf<typeof contract.getWorkbench>> {
  const { actor, db } = work;
  const [rows, approvals, requests, campaigns] = await Promise.all([
    unfinishedTasks(db, actor.userId),
    waitingApprovals(db, actor),
    runningRequests(db, actor.userId),
    listVisibleCampaigns(db, actor, { mine: true, limit: 20 }),
  ]);
  const tasks = rows.map(({ timeZone, groups, ...row }) => {
    const task = { ...(row as Omit<OwnTask, 'effectiveState'>), effectiveState: effectiveState(row as OwnTask, dayIn(timeZone)) };
    return { task, own: isOwner(task, { userId: actor.userId, groups: groups as TeamGroup[], name: actor.name }), leads: groups.includes('lead') };
  });
  return {
    tasks: tasks.filter(({ own }) => own).map(({ task }) => task).slice(0, SHOWN_TASKS),
    // A lead sees everything that is late, the others what is theirs.
    late: tasks.filter(({ task, own, leads }) => task.effectiveState === 'delayed' && (own || leads)).map(({ task }) => task).slice(0, SHOWN_TASKS),
    approvals,
    requests,
    campaigns,
  };
}

export async function searchEverything(work: ReadWork, { query }: InputOf<typeof contract.searchEverything>): Promise<OutputOf<typeof contract.searchEverything>> {
  return { results: query.q === '' ? [] : await searchRows(work.db, work.actor, query.q) };
}
