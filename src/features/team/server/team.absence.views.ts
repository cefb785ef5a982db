import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '#platform/server/db/database.ts';
import type { Actor } from '#platform/shared/actor.ts';
import type { Day } from '#platform/shared/calendar.ts';
import type { Absence } from '../team.contract.ts';
import type { StandIn } from '../team.rules.ts';
import { entersAbsence, seesReason } from '../team.policy.ts';

interface Row extends Omit<Absence, 'can'> {
  readonly isLedByActor: boolean;
}

/** Whether the actor leads a campaign that lives and in which a person works. */
const ledBy = (actorId: string, userId: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`exists (
  select 1 from campaign_members lead join campaigns c on c.id = lead.campaign_id and c.stage not in ('archived', 'cancelled')
    join campaign_members own on own.campaign_id = c.id and own.user_id = ${userId}
  where lead.user_id = ${actorId} and lead.team_group = 'lead')`;

async function absencesWhere(db: Reader, actor: Actor, where: RawBuilder<unknown>): Promise<Absence[]> {
  const { rows } = await sql<Row>`
    select a.id, a.user_id as "userId", u.name, a.from_on as "fromOn", a.to_on as "toOn", a.reason, a.stand_in_id as "standInId", s.name as "standInName",
      ${ledBy(actor.userId, sql`a.user_id`)} as "isLedByActor"
    from absences a join users u on u.id = a.user_id left join users s on s.id = a.stand_in_id
    where ${where} order by a.from_on, u.name, a.id limit 500`.execute(db);
  return rows.map(({ isLedByActor, ...row }) => {
    const absence = { userId: row.userId, isLedByActor };
    return { ...row, reason: seesReason(actor, absence) ? row.reason : null, can: { change: entersAbsence(actor, absence) } };
  });
}

/** When the members of a campaign are away between two days. */
export async function memberAbsences(db: Reader, actor: Actor, campaignId: string, fromOn: Day, toOn: Day): Promise<Absence[]> {
  return absencesWhere(db, actor, sql`a.user_id in (select user_id from campaign_members where campaign_id = ${campaignId}) and a.from_on <= ${toOn} and a.to_on >= ${fromOn}`);
}

/** Who stands in for whom, of the absences that touch these days. */
export async function standIns(db: Reader, fromOn: Day, toOn: Day): Promise<StandIn[]> {
  const rows = await db.selectFrom('absences as a').innerJoin('users as u', 'u.id', 'a.user_id').select(['a.user_id as userId', 'u.name', 'a.stand_in_id as standInId', 'a.from_on as fromOn', 'a.to_on as toOn'])
    .where('a.stand_in_id', 'is not', null).where('a.from_on', '<=', toOn).where('a.to_on', '>=', fromOn).orderBy('a.from_on').orderBy('a.id').execute();
  return rows as StandIn[];
}

/** The absences that a person may change, from a day on. */
export async function ownAbsences(db: Reader, actor: Actor, fromOn: Day): Promise<Absence[]> {
  const whose = actor.orgRole === 'admin' ? sql`true` : sql`(a.user_id = ${actor.userId} or ${ledBy(actor.userId, sql`a.user_id`)})`;
  return absencesWhere(db, actor, sql`a.to_on >= ${fromOn} and ${whose}`);
}

/** For whom a person may enter an absence: themselves first, then by name. */
export async function absencePeople(db: Reader, actor: Actor): Promise<{ userId: string; name: string }[]> {
  const whose = actor.orgRole === 'admin' ? sql`true` : sql`(u.id = ${actor.userId} or ${ledBy(actor.userId, sql`u.id`)})`;
  const { rows } = await sql<{ userId: string; name: string }>`
    select u.id as "userId", u.name from users u where u.disabled_at is null and ${whose} order by (u.id <> ${actor.userId}), u.name, u.id`.execute(db);
  return rows;
}

export async function isLedBy(db: Reader, actorId: string, userId: string): Promise<boolean> {
  const { rows } = await sql<{ led: boolean }>`select ${ledBy(actorId, sql`${userId}::uuid`)} as led`.execute(db);
  return rows[0]?.led === true;
}
