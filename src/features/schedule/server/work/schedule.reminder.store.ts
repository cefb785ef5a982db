import { sql } from 'kysely';
import type { Reader, Tx } from '#platform/server/db/database.ts';
import type { Day } from '#platform/shared/calendar.ts';
import type { ReminderKind } from '../../work/schedule.reminder.rules.ts';
import type { TaskState } from '../../schedule.rules.ts';

export interface DueTask {
  readonly id: string;
  readonly title: string;
  readonly state: TaskState;
  readonly endOn: Day;
  readonly ownerId: string | null;
  readonly ownerText: string;
  readonly campaignId: string;
  readonly timeZone: string;
}

/** Unfinished tasks of campaigns that run, whose day is near or has passed, as far as `until`. */
export async function dueTasks(db: Reader, until: Day): Promise<DueTask[]> {
  const rows = await db.selectFrom('tasks as t').innerJoin('campaigns as c', 'c.id', 't.campaign_id')
    .select(['t.id', 't.title', 't.state', 't.end_on as endOn', 't.owner_id as ownerId', 't.owner_text as ownerText', 'c.id as campaignId', 'c.time_zone as timeZone'])
    .where('t.state', 'in', ['open', 'doing', 'delayed']).where('c.stage', 'in', ['preparing', 'live', 'reviewing']).where('t.end_on', '<=', until)
    .where(sql<boolean>`not exists (select 1 from task_reminders r where r.task_id = t.id and r.kind = 'late' and r.due_on = t.end_on)`)
    .orderBy('t.end_on').orderBy('t.position').orderBy('t.id').execute();
  return rows as DueTask[];
}

/** Notes reminders as sent; answers those that were not before, as `taskId kind`. A date that was changed asks anew. */
export async function claimReminders(tx: Tx, reminders: readonly { readonly taskId: string; readonly kind: ReminderKind; readonly dueOn: Day }[]): Promise<ReadonlySet<string>> {
  if (reminders.length === 0) return new Set();
  const { rows } = await sql<{ name: string }>`
    insert into task_reminders (task_id, kind, due_on)
    select * from unnest(${reminders.map((one) => one.taskId)}::uuid[], ${reminders.map((one) => one.kind)}::text[], ${reminders.map((one) => one.dueOn)}::date[])
    on conflict do nothing returning task_id || ' ' || kind as name`.execute(tx);
  return new Set(rows.map(({ name }) => name));
}
