import { sql } from 'kysely';
import type { Reader } from '#platform/server/db/database.ts';
import type { RouteBook, RouteView } from '../approval.route.contract.ts';
import type { ApprovalKind } from '../approval.route.rules.ts';

/** The routes of one kind, or all, in the order in which they are tried. */
export async function listRoutes(db: Reader, kind?: ApprovalKind): Promise<RouteView[]> {
  const { rows } = await sql<RouteView>`
    select r.id, r.kind, r.category, r.department_id as "departmentId", r.from_cents as "fromCents", r.to_cents as "toCents", r.steps,
      r.position, r.revision, u.name as "updatedBy", r.updated_at as "updatedAt"
    from approval_routes r left join users u on u.id = r.updated_by
    where ${kind ?? null}::text is null or r.kind = ${kind ?? null}
    order by r.kind, r.position, r.id`.execute(db);
  return rows;
}

export async function findRoute(db: Reader, routeId: string): Promise<RouteView | undefined> {
  return (await listRoutes(db)).find((route) => route.id === routeId);
}

/** Who and what a route can name, the disabled too, so that an old route is still readable. */
export async function roster(db: Reader): Promise<Omit<RouteBook, 'routes' | 'can'>> {
  const [people, departments, campaigns, categories] = await Promise.all([
    sql<RouteBook['people'][number]>`
      select id, name, org_role as "orgRole", department_id as "departmentId", disabled_at is null and activated_at is not null as active
      from users order by name, id`.execute(db),
    sql<RouteBook['departments'][number]>`select id, name, head_id as "headId" from departments order by name`.execute(db),
    sql<RouteBook['campaigns'][number]>`
      select id, name, department_id as "departmentId" from campaigns where stage not in ('archived', 'cancelled') order by starts_on desc, id limit 200`.execute(db),
    sql<{ category: string }>`
      select category from budget_lines where category <> '' group by category order by count(*) desc, category limit 60`.execute(db),
  ]);
  return { people: people.rows, departments: departments.rows, campaigns: campaigns.rows, categories: categories.rows.map((row) => row.category) };
}

export async function findTrialCampaign(db: Reader, campaignId: string): Promise<{ departmentId: string | null; leadId: string | null } | undefined> {
  return db.selectFrom('campaigns').select(['department_id as departmentId', 'lead_id as leadId']).where('id', '=', campaignId).executeTakeFirst();
}

/** Who acts today for a person who is away: the last of the chain, who is not away. */
export async function standIns(db: Reader, today: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ forId: string; name: string }>`
    with away as (select from_id, to_id from approval_delegations where ended_at is null and ${today}::date between from_on and to_on)
    select s.user_id as "forId", min(u.name) as name
    from users u cross join lateral standing_in_for(u.id, ${today}::date) s
    where u.id in (select to_id from away) and u.id not in (select from_id from away) and u.disabled_at is null
    group by s.user_id`.execute(db);
  return new Map(rows.map((row) => [row.forId, row.name]));
}
