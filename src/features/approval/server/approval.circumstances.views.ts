import { sql } from 'kysely';
import type { Reader } from '#platform/server/db/database.ts';
import { dayIn, type Day } from '#platform/shared/calendar.ts';
import type { Candidate } from '../approval.decider.rules.ts';
import type { ApprovalKind, Approver, Route } from '../approval.route.rules.ts';

/** What the choice of a route and of its deciders depends on, as it is now. */
export interface Circumstances {
  readonly campaignName: string;
  readonly departmentId: string | null;
  readonly leadId: string | null;
  readonly headId: string | null;
  readonly today: Day;
  /** The days on which the company works (true) or rests other than the national calendar says: a step's deadline counts working days. */
  readonly ownDays: Readonly<Record<Day, boolean>>;
  /** Someone stands in for someone today. */
  readonly absences: boolean;
  readonly people: readonly Candidate[];
  readonly routes: readonly Route[];
  /** Of the next version of the subject. */
  readonly nextNumber: number;
}

/** One question to the database (as json and not jsonb, which would be taken apart and written again: a third of the time): the campaign, the routes of the kind, and those who could be meant by a step. Without a `subjectId` the versions are the campaign's own. */
export async function circumstancesOf(db: Reader, campaignId: string, kind: ApprovalKind, subjectId = campaignId): Promise<Circumstances> {
  const { rows } = await sql<Omit<Circumstances, 'today'> & { timeZone: string }>`
    select exists (select 1 from approval_delegations where ended_at is null and (now() at time zone c.time_zone)::date between from_on and to_on) as absences, c.name as "campaignName", c.department_id as "departmentId", c.lead_id as "leadId", d.head_id as "headId", c.time_zone as "timeZone",
      coalesce((select json_agg(json_build_object('id', u.id, 'name', u.name, 'orgRole', u.org_role, 'active', u.disabled_at is null and u.activated_at is not null)) from users u
        where u.org_role <> 'member' or u.id in (c.lead_id, d.head_id)
          or u.id in (select (s->'approver'->>'userId')::uuid from approval_routes r, jsonb_array_elements(r.steps) s where r.kind = ${kind} and s->'approver'->>'type' = 'person')), '[]') as people,
      coalesce((select json_agg(json_build_object('id', r.id, 'kind', r.kind, 'category', r.category, 'departmentId', r.department_id, 'fromCents', r.from_cents, 'toCents', r.to_cents,
        'steps', r.steps, 'position', r.position, 'revision', r.revision)) from approval_routes r where r.kind = ${kind}), '[]') as routes,
      (select coalesce(max(v.number), 0) + 1 from versions v where v.subject_id = ${subjectId} and v.kind = ${kind}) as "nextNumber",
      coalesce((select jsonb_object_agg(day, works) from calendar_days where day > now() - interval '2 days'), '{}') as "ownDays"
    from campaigns c left join departments d on d.id = c.department_id where c.id = ${campaignId}`.execute(db);
  const found = rows[0];
  if (!found) throw new Error(`no campaign ${campaignId}`);
  return { ...found, today: dayIn(found.timeZone) };
}

/** A step's approvers can be people who are in no role: they are asked for by name, unless the circumstances have them already. */
export async function withPerson(db: Reader, around: Circumstances, approver: Approver): Promise<Circumstances> {
  const missing = approver.type === 'role' ? approver.role === 'member' : approver.type === 'person' && !around.people.some((person) => person.id === approver.userId);
  if (!missing) return around;
  const named = approver.type === 'person' ? sql`u.id = ${approver.userId}` : sql`u.org_role = 'member'`;
  const { rows } = await sql<Candidate>`
    select u.id, u.name, u.org_role as "orgRole", u.disabled_at is null and u.activated_at is not null as active from users u where ${named}`.execute(db);
  const known = new Set(around.people.map((person) => person.id));
  return { ...around, people: [...around.people, ...rows.filter((person) => !known.has(person.id))] };
}
