import { sql } from 'kysely';
import type { TeamGroup } from '#features/campaign/campaign.policy.ts';
import type { Reader as Db } from '#platform/server/db/database.ts';
import type { Day } from '#platform/shared/calendar.ts';
import type { Attendance } from '../briefing.contract.ts';

export interface BriefingRow {
  readonly id: string;
  readonly campaignId: string;
  readonly approvalId: string;
  readonly number: number;
  readonly openedAt: string;
  readonly meetOn: Day | null;
  readonly meetFrom: string | null;
  readonly meetMinutes: number | null;
  readonly meetPlace: string;
  readonly meetLink: string;
  readonly agenda: string;
  readonly minutes: string;
  readonly revision: number;
  readonly askedAgainOn: Day | null;
  readonly meetingToldOn: Day | null;
}

const columns = sql`b.id, b.campaign_id as "campaignId", b.approval_id as "approvalId", b.number, b.opened_at as "openedAt", b.meet_on as "meetOn", to_char(b.meet_from, 'HH24:MI') as "meetFrom",
  b.meet_minutes as "meetMinutes", b.meet_place as "meetPlace", b.meet_link as "meetLink", b.agenda, b.minutes, b.revision, b.asked_again_on as "askedAgainOn", b.meeting_told_on as "meetingToldOn"`;

/** The briefing on the version that was approved last. */
export async function latestBriefing(db: Db, campaignId: string): Promise<BriefingRow | undefined> {
  const { rows } = await sql<BriefingRow>`select ${columns} from briefings b where b.campaign_id = ${campaignId} order by b.number desc limit 1`.execute(db);
  return rows[0];
}

export interface ReaderRow {
  readonly userId: string;
  readonly name: string;
  readonly groups: readonly TeamGroup[];
  readonly confirmedGroups: readonly TeamGroup[] | null;
  readonly confirmedAt: string | null;
  readonly remindedAt: string | null;
  readonly attendance: Attendance | null;
}

/** Everyone of the team whose account is in use, once, in the order of the groups. */
export async function readerRows(db: Db, { id, campaignId }: Pick<BriefingRow, 'id' | 'campaignId'>): Promise<ReaderRow[]> {
  const { rows } = await sql<ReaderRow>`
    with own as (
      select m.user_id, array_agg(m.team_group order by array_position(array['lead', 'planning', 'execution', 'monitoring', 'logistics'], m.team_group)) as groups
      from campaign_members m where m.campaign_id = ${campaignId} group by m.user_id
    )
    select u.id as "userId", u.name, own.groups, c.groups as "confirmedGroups", c.confirmed_at as "confirmedAt", r.reminded_at as "remindedAt", a.state as attendance
    from own join users u on u.id = own.user_id and u.disabled_at is null
      left join briefing_confirmations c on c.briefing_id = ${id} and c.user_id = u.id
      left join briefing_reminders r on r.briefing_id = ${id} and r.user_id = u.id
      left join briefing_attendance a on a.briefing_id = ${id} and a.user_id = u.id
    order by array_position(array['lead', 'planning', 'execution', 'monitoring', 'logistics'], own.groups[1]), u.name, u.id`.execute(db);
  return rows;
}

/** The latest version that a person confirmed, this one included. */
export async function lastConfirmed(db: Db, campaignId: string, userId: string): Promise<{ approvalId: string; number: number; groups: TeamGroup[] } | undefined> {
  const { rows } = await sql<{ approvalId: string; number: number; groups: TeamGroup[] }>`
    select b.approval_id as "approvalId", b.number, c.groups from briefing_confirmations c join briefings b on b.id = c.briefing_id
    where b.campaign_id = ${campaignId} and c.user_id = ${userId} order by b.number desc limit 1`.execute(db);
  return rows[0];
}

export async function noteRows(db: Db, briefingId: string): Promise<{ group: TeamGroup; note: string }[]> {
  return (await db.selectFrom('briefing_notes').select(['team_group as group', 'note']).where('briefing_id', '=', briefingId).execute()) as { group: TeamGroup; note: string }[];
}

export interface QuestionRow {
  readonly id: string;
  readonly group: TeamGroup | null;
  readonly question: string;
  readonly choices: string[];
  readonly answer: number | null;
  readonly reason: string;
}

const questionColumns = sql`q.id, q.team_group as "group", q.question, q.choices, q.answer, q.reason`;

export async function findQuestion(db: Db, campaignId: string, questionId: string): Promise<QuestionRow | undefined> {
  const { rows } = await sql<QuestionRow>`select ${questionColumns} from briefing_questions q where q.id = ${questionId} and q.campaign_id = ${campaignId} and q.retired_at is null`.execute(db);
  return rows[0];
}

/** The questions to everyone and to a person's groups; `right` when they have answered it so, `tried` when they have answered at all. */
export async function questionsFor(db: Db, campaignId: string, userId: string, groups: readonly TeamGroup[]): Promise<(QuestionRow & { right: boolean; tried: boolean })[]> {
  const { rows } = await sql<QuestionRow & { right: boolean; tried: boolean }>`
    select ${questionColumns}, coalesce(bool_or(a.is_right), false) as right, count(a.id) > 0 as tried
    from briefing_questions q left join briefing_answers a on a.question_id = q.id and a.user_id = ${userId}
    where q.campaign_id = ${campaignId} and q.retired_at is null and (q.team_group is null or q.team_group = any(${[...groups]}::text[]))
    group by q.id order by q.position, q.id`.execute(db);
  return rows;
}

/** The questions with what was answered: people who answered rightly, wrong tries, and what was said in words, the latest of each person. */
export async function questionResults(db: Db, campaignId: string): Promise<(QuestionRow & { right: number; wrong: number; said: { name: string; words: string }[] })[]> {
  const { rows } = await sql<QuestionRow & { right: number; wrong: number; said: { name: string; words: string }[] }>`
    select ${questionColumns},
      (select count(distinct a.user_id) from briefing_answers a where a.question_id = q.id and a.is_right) as right,
      (select count(*) from briefing_answers a where a.question_id = q.id and not a.is_right) as wrong,
      coalesce((select jsonb_agg(jsonb_build_object('name', s.name, 'words', s.words) order by s.answered_at) from (
        select distinct on (a.user_id) u.name, a.words, a.answered_at from briefing_answers a join users u on u.id = a.user_id
        where a.question_id = q.id and a.words <> '' order by a.user_id, a.answered_at desc) s), '[]') as said
    from briefing_questions q where q.campaign_id = ${campaignId} and q.retired_at is null order by q.position, q.id`.execute(db);
  return rows;
}

/** The briefings that a clock looks after: of the last approved version of campaigns that are prepared or run. */
export async function openBriefings(db: Db): Promise<(BriefingRow & { campaignName: string; timeZone: string })[]> {
  const { rows } = await sql<BriefingRow & { campaignName: string; timeZone: string }>`
    select distinct on (b.campaign_id) ${columns}, c.name as "campaignName", c.time_zone as "timeZone"
    from briefings b join campaigns c on c.id = b.campaign_id and c.stage in ('approved', 'preparing', 'live') order by b.campaign_id, b.number desc`.execute(db);
  return rows;
}

/** Those who have confirmed some version of the campaign's plan. */
export async function onceConfirmed(db: Db, campaignId: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ userId: string }>`select distinct c.user_id as "userId" from briefing_confirmations c join briefings b on b.id = c.briefing_id where b.campaign_id = ${campaignId}`.execute(db);
  return new Set(rows.map((row) => row.userId));
}
