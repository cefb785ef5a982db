import { sql } from 'kysely';
import type { TeamGroup } from '#features/campaign/campaign.policy.ts';
import type { Stage } from '#features/campaign/campaign.rules.ts';
import type { Reader } from '#platform/server/db/database.ts';
import type { Day } from '#platform/shared/calendar.ts';
import type { Task } from '../../schedule.contract.ts';
import type { Delay, Report } from '../../work/schedule.work.contract.ts';
import { taskColumns } from '../schedule.views.ts';

/** What was done is shown for two weeks: on the day itself, and when somebody pages back. */
const SHOWN_DAYS_AFTER = 14;
export const MOST_TASKS = 500;

const delayJson = (alias: string) => sql.raw(`json_build_object('id', ${alias}.id, 'kind', ${alias}.kind, 'cause', ${alias}.cause, 'reason', ${alias}.reason,
  'fromEndOn', ${alias}.from_end_on, 'toEndOn', ${alias}.to_end_on, 'toldBy', (select name from users where id = ${alias}.told_by), 'toldAt', ${alias}.told_at)`);

/** Campaigns whose work goes on: they run, or their approved plan is being written again. */
const worksNow = sql<boolean>`(c.stage in ('preparing', 'live', 'reviewing')
  or (c.stage in ('draft', 'submitted') and exists (select 1 from stage_moves s where s.campaign_id = c.id and s.to_stage = 'approved')))`;

export interface CandidateTask extends Omit<Task, 'effectiveState'> {
  readonly campaignId: string;
  readonly campaignName: string;
  readonly timeZone: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly eventFrom: Day | null;
  readonly eventTo: Day | null;
  readonly stage: Stage;
  readonly groups: TeamGroup[];
  readonly delay: Delay | null;
  readonly reports: number;
  readonly photos: number;
  readonly waitsFor: string[];
}

/** Tasks of the person's teams that are to be done, or were lately: the candidates for "mine". */
export async function candidateTasks(db: Reader, userId: string): Promise<CandidateTask[]> {
  const rows = await db.selectFrom('tasks').innerJoin('campaigns as c', 'c.id', 'tasks.campaign_id')
    .select([
      ...taskColumns,
      'c.id as campaignId', 'c.name as campaignName', 'c.time_zone as timeZone', 'c.starts_on as startsOn', 'c.ends_on as endsOn', 'c.event_from as eventFrom', 'c.event_to as eventTo', 'c.stage',
      sql<string[]>`array(select m.team_group from campaign_members m where m.campaign_id = c.id and m.user_id = ${userId})`.as('groups'),
      sql<Delay | null>`(select ${delayJson('d')} from task_delays d where d.task_id = tasks.id order by d.told_at desc, d.id desc limit 1)`.as('delay'),
      sql<number>`(select count(*)::int from task_reports r where r.task_id = tasks.id and r.text <> '')`.as('reports'),
      sql<number>`(select count(*)::int from task_reports r where r.task_id = tasks.id and r.file_id is not null)`.as('photos'),
      sql<string[]>`array(select b.title from task_links l join tasks b on b.id = l.predecessor_id where l.task_id = tasks.id and b.state not in ('done', 'cancelled') order by b.end_on, b.title)`.as('waitsFor'),
    ])
    .where(worksNow).where(sql<boolean>`exists (select 1 from campaign_members m where m.campaign_id = c.id and m.user_id = ${userId})`)
    .where(sql<boolean>`(tasks.state in ('open', 'doing', 'delayed') or (tasks.state = 'done' and tasks.done_at > now() - make_interval(days => ${SHOWN_DAYS_AFTER})))`)
    .orderBy('tasks.end_on', (order) => order.asc().nullsLast()).orderBy('tasks.position').orderBy('tasks.id').limit(5 * MOST_TASKS).execute();
  return rows as unknown as CandidateTask[];
}

/** The groups that a person is in, by campaign. */
export async function groupsByCampaign(db: Reader, userId: string): Promise<ReadonlyMap<string, TeamGroup[]>> {
  const rows = await db.selectFrom('campaign_members').select(['campaign_id as campaignId', (of) => of.fn.agg<TeamGroup[]>('array_agg', ['team_group']).as('groups')]).where('user_id', '=', userId).groupBy('campaign_id').execute();
  return new Map(rows.map(({ campaignId, groups }) => [campaignId, groups]));
}

/** Latest first. */
export async function delaysOfTask(db: Reader, taskId: string): Promise<Delay[]> {
  const { rows } = await sql<{ delay: Delay }>`select ${delayJson('d')} as delay from task_delays d where d.task_id = ${taskId} order by d.told_at desc, d.id desc limit 200`.execute(db);
  return rows.map(({ delay }) => delay);
}

/** Latest first. */
export async function reportsOfTask(db: Reader, taskId: string): Promise<Report[]> {
  const rows = await db.selectFrom('task_reports as r').leftJoin('files as f', 'f.id', 'r.file_id').leftJoin('users as u', 'u.id', 'r.told_by')
    .select(['r.id', 'r.text', 'r.file_id as fileId', 'f.name as fileName', 'u.name as toldBy', 'r.told_at as toldAt'])
    .where('r.task_id', '=', taskId).orderBy('r.told_at', 'desc').orderBy('r.id', 'desc').limit(200).execute();
  return rows as unknown as Report[];
}

/** The latest that was told of each task of a campaign. */
export async function latestDelays(db: Reader, campaignId: string): Promise<Map<string, Delay>> {
  const { rows } = await sql<{ taskId: string; delay: Delay }>`
    select distinct on (d.task_id) d.task_id as "taskId", ${delayJson('d')} as delay from task_delays d where d.campaign_id = ${campaignId} order by d.task_id, d.told_at desc, d.id desc`.execute(db);
  return new Map(rows.map(({ taskId, delay }) => [taskId, delay]));
}

/** Everything that was told of the tasks of a campaign, in the order in which it was: for the archive. A photo lies among the files under its name. */
export async function workRecords(db: Reader, campaignId: string): Promise<readonly object[]> {
  const { rows } = await sql<object>`
    select 'delay' as record, t.id as "taskId", t.title, d.kind, d.cause, d.reason, d.from_end_on as "fromEndOn", d.to_end_on as "toEndOn", null as text, null as photo, u.name as "toldBy", d.told_at as "toldAt"
      from task_delays d join tasks t on t.id = d.task_id left join users u on u.id = d.told_by where d.campaign_id = ${campaignId}
    union all
    select 'report', t.id, t.title, null, null, null, null, null, r.text, f.name, u.name, r.told_at
      from task_reports r join tasks t on t.id = r.task_id left join files f on f.id = r.file_id left join users u on u.id = r.told_by where r.campaign_id = ${campaignId}
    order by "toldAt"`.execute(db);
  return rows;
}

/** The days that were promised when the plan was approved last; empty, with version null, before. */
export async function latestBaseline(db: Reader, campaignId: string): Promise<{ version: number | null; endOn: Map<string, Day | null> }> {
  const rows = await db.selectFrom('task_baselines').select(['task_id as taskId', 'end_on as endOn', 'version']).where('campaign_id', '=', campaignId)
    .where('version', '=', (select) => select.selectFrom('task_baselines as b').select((of) => of.fn.max('b.version').as('version')).where('b.campaign_id', '=', campaignId)).execute();
  return { version: rows[0]?.version ?? null, endOn: new Map(rows.map(({ taskId, endOn }) => [taskId, endOn])) };
}

/** True when a file is the photo of a task of the campaign. */
export async function isPhotoOf(db: Reader, campaignId: string, fileId: string): Promise<boolean> {
  return (await db.selectFrom('task_reports').select('id').where('campaign_id', '=', campaignId).where('file_id', '=', fileId).executeTakeFirst()) !== undefined;
}

export async function photosOfTask(db: Reader, taskId: string): Promise<number> {
  const { count } = await db.selectFrom('task_reports').select((of) => of.fn.countAll<string>().as('count')).where('task_id', '=', taskId).where('file_id', 'is not', null).executeTakeFirstOrThrow();
  return Number(count);
}

/** What the meaning of 时间节点 is read within. */
export async function campaignDays(db: Reader, campaignId: string) {
  return db.selectFrom('campaigns').select(['starts_on as startsOn', 'ends_on as endsOn', 'event_from as eventFrom', 'event_to as eventTo']).where('id', '=', campaignId).executeTakeFirstOrThrow();
}

