import { sql } from 'kysely';
import type { Tx } from '#platform/server/db/database.ts';
import type { Day } from '#platform/shared/calendar.ts';
import type { DelayCause, DelayKind } from '../../work/schedule.delay.rules.ts';
import type { TaskState } from '../../schedule.rules.ts';

export interface HeldTask {
  readonly id: string;
  readonly title: string;
  readonly state: TaskState;
  readonly whenText: string;
  readonly startOn: Day | null;
  readonly endOn: Day | null;
  readonly dueTime: string | null;
  readonly ownerId: string | null;
  readonly ownerText: string;
}

/** A task of the campaign, held until the transaction ends: of two people at once the second sees what the first did. */
export async function holdTask(tx: Tx, campaignId: string, taskId: string): Promise<HeldTask | undefined> {
  const found = await tx.selectFrom('tasks')
    .select(['id', 'title', 'state', 'when_text as whenText', 'start_on as startOn', 'end_on as endOn', sql<string | null>`to_char(due_time, 'HH24:MI')`.as('dueTime'), 'owner_id as ownerId', 'owner_text as ownerText'])
    .where('campaign_id', '=', campaignId).where('id', '=', taskId).forUpdate().executeTakeFirst();
  return found as HeldTask | undefined;
}

/** When it was done, where that was before the moment at which it was told. */
export async function storeDoneAt(tx: Tx, taskId: string, at: Date): Promise<void> {
  await tx.updateTable('tasks').set({ done_at: at.toISOString() }).where('id', '=', taskId).where('state', '=', 'done').execute();
}

export interface NewDelay {
  readonly id: string;
  readonly campaignId: string;
  readonly taskId: string;
  readonly kind: DelayKind;
  readonly cause: DelayCause;
  readonly reason: string;
  readonly fromEndOn: Day | null;
  readonly toEndOn: Day | null;
  readonly by: string;
  readonly at: Date;
}

/** False when it is there already: the phone sent it twice. */
export async function insertDelay(tx: Tx, made: NewDelay): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.insertInto('task_delays').values({
    id: made.id, campaign_id: made.campaignId, task_id: made.taskId, kind: made.kind, cause: made.cause, reason: made.reason,
    from_end_on: made.fromEndOn, to_end_on: made.toEndOn, told_by: made.by, told_at: made.at.toISOString(),
  }).onConflict((conflict) => conflict.column('id').doNothing()).executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export interface NewReport {
  readonly id: string;
  readonly campaignId: string;
  readonly taskId: string;
  readonly text: string;
  readonly fileId: string | null;
  readonly by: string;
  readonly at: Date;
}

/** False when it is there already: the phone sent it twice. */
export async function insertReport(tx: Tx, made: NewReport): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.insertInto('task_reports').values({
    id: made.id, campaign_id: made.campaignId, task_id: made.taskId, text: made.text, file_id: made.fileId, told_by: made.by, told_at: made.at.toISOString(),
  }).onConflict((conflict) => conflict.column('id').doNothing()).executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The file of a report that is there already; undefined when there is none of this id. */
export async function fileOfReport(tx: Tx, reportId: string, taskId: string): Promise<{ readonly fileId: string | null } | undefined> {
  return tx.selectFrom('task_reports').select('file_id as fileId').where('id', '=', reportId).where('task_id', '=', taskId).executeTakeFirst();
}
