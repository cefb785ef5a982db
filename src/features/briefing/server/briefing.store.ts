import { sql } from 'kysely';
import type { TeamGroup } from '#features/campaign/campaign.policy.ts';
import type { Tx } from '#platform/server/db/database.ts';
import type { Day } from '#platform/shared/calendar.ts';
import { REMIND_AGAIN_MINUTES } from '../briefing.rules.ts';
import type { Attendance, KeptQuestion, MeetingFields } from '../briefing.contract.ts';

/** Opens the briefing on an approved version; false when it is open already. */
export async function insertBriefing(tx: Tx, made: { readonly id: string; readonly campaignId: string; readonly approvalId: string; readonly number: number }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.insertInto('briefings')
    .values({ id: made.id, campaign_id: made.campaignId, approval_id: made.approvalId, number: made.number })
    .onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Holds the briefing, so that of two who save at the same moment the second sees what the first has written. */
export async function lockBriefing(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('briefings').select('id').where('id', '=', id).forUpdate().execute();
}

/** Says that a person has read the pages of their groups; false when they had said so before. */
export async function storeConfirmation(tx: Tx, briefingId: string, userId: string, groups: readonly TeamGroup[]): Promise<boolean> {
  const { rows } = await sql`
    insert into briefing_confirmations (briefing_id, user_id, groups) values (${briefingId}, ${userId}, ${[...groups]}::text[])
    on conflict (briefing_id, user_id) do update set groups = excluded.groups, confirmed_at = now() where not (excluded.groups <@ briefing_confirmations.groups)
    returning 1`.execute(tx);
  return rows.length > 0;
}

export async function insertAnswer(tx: Tx, given: { readonly id: string; readonly briefingId: string; readonly questionId: string; readonly userId: string; readonly choice: number | null; readonly words: string; readonly isRight: boolean }): Promise<void> {
  await tx.insertInto('briefing_answers').values({
    id: given.id, briefing_id: given.briefingId, question_id: given.questionId, user_id: given.userId, choice: given.choice, words: given.words, is_right: given.isRight,
  }).execute();
}

/** The whole list: what is left out is taken away and its answers are kept. An id of another campaign is refused by the database. */
export async function storeQuestions(tx: Tx, campaignId: string, questions: readonly KeptQuestion[]): Promise<void> {
  const ids = questions.map((question) => question.id);
  await sql`update briefing_questions set retired_at = now() where campaign_id = ${campaignId} and retired_at is null and id <> all(${ids}::uuid[])`.execute(tx);
  for (const [position, { id, group, question, choices, answer, reason }] of questions.entries()) {
    await sql`
      insert into briefing_questions (id, campaign_id, position, team_group, question, choices, answer, reason)
      values (${id}, ${campaignId}, ${position}, ${group}, ${question}, ${choices}::text[], ${answer}, ${reason})
      on conflict (id) do update set position = excluded.position, team_group = excluded.team_group, question = excluded.question, choices = excluded.choices,
        answer = excluded.answer, reason = excluded.reason, retired_at = null where briefing_questions.campaign_id = excluded.campaign_id`.execute(tx);
  }
}

export async function bumpRevision(tx: Tx, briefingId: string): Promise<void> {
  await sql`update briefings set revision = revision + 1 where id = ${briefingId}`.execute(tx);
}

export async function storeNote(tx: Tx, briefingId: string, group: TeamGroup, note: string, by: string): Promise<void> {
  await sql`
    insert into briefing_notes (briefing_id, team_group, note, updated_by) values (${briefingId}, ${group}, ${note}, ${by})
    on conflict (briefing_id, team_group) do update set note = excluded.note, updated_by = excluded.updated_by, updated_at = now()`.execute(tx);
}

export async function storeMeeting(tx: Tx, briefingId: string, meeting: MeetingFields | null): Promise<void> {
  await sql`
    update briefings set meet_on = ${meeting?.on ?? null}, meet_from = ${meeting?.from ?? null}, meet_minutes = ${meeting?.lasting ?? null}, meet_place = ${meeting?.place ?? ''},
      meet_link = ${meeting?.link ?? ''}, agenda = ${meeting?.agenda ?? ''}, revision = revision + 1 where id = ${briefingId}`.execute(tx);
}

export async function storeMinutes(tx: Tx, briefingId: string, minutes: string): Promise<void> {
  await sql`update briefings set minutes = ${minutes}, revision = revision + 1 where id = ${briefingId}`.execute(tx);
}

/** Null takes it back. True when it was otherwise before. */
export async function storeAttendance(tx: Tx, briefingId: string, userId: string, state: Attendance | null, by: string): Promise<boolean> {
  if (state === null) {
    const { numDeletedRows } = await tx.deleteFrom('briefing_attendance').where('briefing_id', '=', briefingId).where('user_id', '=', userId).executeTakeFirst();
    return numDeletedRows > 0n;
  }
  const { rows } = await sql`
    insert into briefing_attendance (briefing_id, user_id, state, noted_by) values (${briefingId}, ${userId}, ${state}, ${by})
    on conflict (briefing_id, user_id) do update set state = excluded.state, noted_by = excluded.noted_by, noted_at = now() where briefing_attendance.state <> excluded.state
    returning 1`.execute(tx);
  return rows.length > 0;
}

/** Of some people those who were not reminded within the last hour; they are from now on. Two who press at the same moment remind each person once. */
export async function claimReminders(tx: Tx, briefingId: string, userIds: readonly string[], now: Date): Promise<string[]> {
  const { rows } = await sql<{ userId: string }>`
    insert into briefing_reminders (briefing_id, user_id, reminded_at) select ${briefingId}, u, ${now.toISOString()}::timestamptz from unnest(${[...userIds].toSorted()}::uuid[]) u
    on conflict (briefing_id, user_id) do update set reminded_at = excluded.reminded_at
      where briefing_reminders.reminded_at <= excluded.reminded_at - make_interval(mins => ${REMIND_AGAIN_MINUTES})
    returning user_id as "userId"`.execute(tx);
  return rows.map((row) => row.userId);
}

export async function markAskedAgain(tx: Tx, briefingId: string, today: Day): Promise<void> {
  await tx.updateTable('briefings').set({ asked_again_on: today }).where('id', '=', briefingId).execute();
}

export async function markMeetingTold(tx: Tx, briefingId: string, meetOn: Day): Promise<void> {
  await tx.updateTable('briefings').set({ meeting_told_on: meetOn }).where('id', '=', briefingId).execute();
}
