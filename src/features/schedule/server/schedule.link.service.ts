import type { CampaignFacts } from '#features/campaign/campaign.policy.ts';
import { lastEditorOf } from '#platform/server/db/last-editor.ts';
import type { Reader } from '#platform/server/db/database.ts';
import type { Work } from '#platform/server/operation.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import { Problem } from '#platform/shared/problem.ts';
import type { RowOutcomes } from '#platform/shared/rows.ts';
import type { linkTasks as linkContract, TaskLink } from '../schedule.contract.ts';
import { linkCycle } from '../plan/schedule.link.rules.ts';
import { deleteLinks, insertLinks, lockLinks } from './schedule.store.ts';
import { linksOfCampaign } from './schedule.views.ts';

type Input = InputOf<typeof linkContract>;
interface Wanted {
  readonly taskId: string;
  readonly to: readonly TaskLink[];
}

const byPredecessor = (links: readonly TaskLink[]): readonly TaskLink[] => links.toSorted((a, b) => a.predecessorId.localeCompare(b.predecessorId));
const isSame = (a: readonly TaskLink[], b: readonly TaskLink[]): boolean =>
  JSON.stringify(byPredecessor(a).map(written)) === JSON.stringify(byPredecessor(b).map(written));
const written = ({ predecessorId, type, lagDays, lagUnit }: TaskLink) => [predecessorId, type, lagDays, lagDays === 0 ? 'day' : lagUnit];

/** Sets what tasks wait for. What someone else has set meanwhile is a conflict; tasks that would wait for each other are refused by name. */
export async function linkTasks(work: Work<CampaignFacts>, { body }: Input): Promise<OutputOf<typeof linkContract>> {
  const { db, thing } = work;
  const stored = await lockLinks(db, thing.id, body.changes.map((change) => change.taskId));
  const outcomes: RowOutcomes['outcomes'] = [];
  const wanted = new Map<string, readonly TaskLink[]>();
  for (const change of body.changes) {
    const links = wanted.get(change.taskId) ?? stored.get(change.taskId);
    if (!links) outcomes.push({ id: change.taskId, status: 'gone', conflicts: [] });
    else if (change.from && !isSame(change.from, links) && !isSame(change.to, links)) {
      outcomes.push({ id: change.taskId, status: 'conflict', conflicts: [{ field: 'links', current: links, by: await lastEditorOf(db, change.taskId) }] });
    } else {
      outcomes.push({ id: change.taskId, status: 'ok', conflicts: [] });
      wanted.set(change.taskId, change.to);
    }
  }
  const set = [...wanted].filter(([taskId, to]) => !isSame(to, stored.get(taskId) ?? [])).map(([taskId, to]) => ({ taskId, to }));
  if (set.length > 0) await write(work, set, stored);
  return { outcomes };
}

/** @throws schedule.link_cycle naming the tasks of a campaign that wait for each other. */
export async function refuseLinkCycle(db: Reader, campaignId: string): Promise<void> {
  const all = await linksOfCampaign(db, campaignId);
  const cycle = linkCycle(all);
  if (cycle.length === 0) return;
  const titles = new Map(all.map(({ id, title }) => [id, title]));
  throw new Problem('schedule.link_cycle', 409, { titles: cycle.map((id) => titles.get(id) ?? '') });
}

async function write({ db, thing, record }: Work<CampaignFacts>, set: readonly Wanted[], stored: ReadonlyMap<string, readonly TaskLink[]>): Promise<void> {
  await deleteLinks(db, set.map((change) => change.taskId));
  const links = set.flatMap(({ taskId, to }) => to.map((link) => ({ ...link, taskId })));
  if ((await insertLinks(db, thing.id, links)) < links.length) throw new Problem('schedule.link_unknown', 409);
  await refuseLinkCycle(db, thing.id);
  for (const { taskId, to } of set) {
    await record({ kind: 'task_changed', campaignId: thing.id, subject: { type: 'task', id: taskId }, before: { links: stored.get(taskId) ?? [] }, after: { links: to } });
  }
}
