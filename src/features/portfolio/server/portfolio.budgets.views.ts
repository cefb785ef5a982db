import { sql, type RawBuilder } from 'kysely';
import { matchingCampaigns } from '#features/campaign/server/campaign.api.ts';
import { isClosed, STAGES, type Stage } from '#features/campaign/campaign.rules.ts';
import type { Reader } from '#platform/server/db/database.ts';
import type { BudgetFilter, BudgetSum, CampaignBudget, DepartmentBudget, PlannedBudget } from '../portfolio.budgets.contract.ts';
import { NO_DEPARTMENT, PLANNED_STAGES, stagesOf, type BudgetSort, type BudgetState } from '../portfolio.budgets.rules.ts';

type Narrowing = Omit<BudgetFilter, 'state'>;

const inStages = (stages: readonly Stage[]): RawBuilder<unknown> => sql`c.stage in (${sql.join([...stages])})`;
// Looked up campaign by campaign: an `exists` beside an `or` would read the table from one end to the other.
const hasLedger = sql`coalesce((select true from budget_balances b where b.campaign_id = c.id limit 1), false)`;
/** A plan that is revised has its ledger already: it counts with those that run. */
function inState(state: BudgetState): RawBuilder<unknown> {
  const stages = stagesOf(state);
  return state === 'running' || state === 'all' ? sql`(${inStages([...stages, ...PLANNED_STAGES])} and (${inStages(stages)} or ${hasLedger}))` : inStages(stages);
}
const isPlanned = sql`(${inStages(PLANNED_STAGES)} and not ${hasLedger})`;

function conditionsOf(filter: Narrowing, state: RawBuilder<unknown>): RawBuilder<unknown> {
  const where: RawBuilder<unknown>[] = [state];
  if (filter.q) where.push(matchingCampaigns(filter.q));
  if (filter.departmentId) where.push(filter.departmentId === NO_DEPARTMENT ? sql`c.department_id is null` : sql`c.department_id = ${filter.departmentId}`);
  if (filter.from) where.push(sql`c.ends_on >= ${filter.from}`);
  if (filter.to) where.push(sql`c.starts_on <= ${filter.to}`);
  return sql.join(where, sql` and `);
}

const closedStages = sql.join(STAGES.filter(isClosed));

/** True when what is used of an amount reaches a warning; whole cents, so that exactly 95 % does. */
const reaches = (allocated: RawBuilder<unknown>, free: RawBuilder<unknown>, percent: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`(${allocated} > 0 and (${allocated} - ${free}) * 100 >= ${allocated} * ${percent})`;
const lineReaches = (percent: 'near' | 'full') => reaches(sql`b.allocated_cents`, sql`b.free_cents`, sql`(select ${sql.ref(percent)} from rules)`);
const campaignReaches = (percent: 'near' | 'full') => reaches(sql`allocated`, sql`free`, sql`(select ${sql.ref(percent)} from rules)`);

/**
 * The money of the `chosen` campaigns, one row each, from the balances alone: the entries behind them are not read. Everything is looked up campaign by
 * campaign, requests and invoices through indexes that hold what waits and what was accepted: the cost follows the campaigns that were chosen.
 */
const moneyOfChosen = sql`
  rules as materialized (select (select min(p) from unnest(warn_percents) p) as near, (select max(p) from unnest(warn_percents) p) as "full" from budget_settings),
  money as materialized (
    select chosen.*, b.lines, b.allocated, b.spent, b.committed, b.reserved, b.free, case when chosen.closed then 0 else b.near_lines end as near_lines, case when chosen.closed then 0 else b.full_lines end as full_lines,
      w.waiting, w.waiting_cents, u.unpaid, u.unpaid_cents
    from chosen
    cross join lateral (
      select count(*) as lines, sum(b.allocated_cents)::bigint as allocated, sum(b.spent_cents)::bigint as spent, sum(b.committed_cents)::bigint as committed, sum(b.reserved_cents)::bigint as reserved,
        sum(b.free_cents)::bigint as free, count(*) filter (where ${lineReaches('near')}) as near_lines, count(*) filter (where ${lineReaches('full')}) as full_lines
      from budget_balances b where b.campaign_id = chosen.id) b
    cross join lateral (select count(*) as waiting, coalesce(sum(amount_cents), 0)::bigint as waiting_cents from budget_requests r where r.campaign_id = chosen.id and r.state = 'submitted') w
    cross join lateral (
      select count(*) as unpaid, coalesce(sum(i.amount_cents), 0)::bigint as unpaid_cents from budget_invoices i
      where i.campaign_id = chosen.id and i.state = 'accepted' and not exists (select 1 from budget_payments p where p.invoice_id = i.id)) u
    where b.lines > 0)`;

const moneyColumns = sql`
  allocated as "allocatedCents", spent as "spentCents", committed as "committedCents", reserved as "reservedCents", free as "freeCents", near_lines as "nearLines", full_lines as "fullLines",
  waiting, waiting_cents as "waitingCents", unpaid, unpaid_cents as "unpaidCents"`;

const total = (column: string): RawBuilder<unknown> => sql`coalesce(sum(${sql.ref(column)}), 0)::bigint`;
const sums = sql`
  count(*) as campaigns, ${total('allocated')} as "allocatedCents", ${total('spent')} as "spentCents", ${total('committed')} as "committedCents", ${total('reserved')} as "reservedCents", ${total('free')} as "freeCents",
  ${total('near_lines')} as "nearLines", ${total('full_lines')} as "fullLines", ${total('waiting')} as waiting, ${total('waiting_cents')} as "waitingCents", ${total('unpaid')} as unpaid, ${total('unpaid_cents')} as "unpaidCents",
  count(*) filter (where not closed and ${campaignReaches('near')}) as "nearCampaigns", count(*) filter (where not closed and ${campaignReaches('full')}) as "fullCampaigns"`;

type Sums = Omit<BudgetSum, 'plannedCampaigns' | 'plannedCents'>;
const NOTHING: Sums = {
  campaigns: 0, allocatedCents: 0, spentCents: 0, committedCents: 0, reservedCents: 0, freeCents: 0, nearLines: 0, fullLines: 0, waiting: 0, waitingCents: 0, unpaid: 0, unpaidCents: 0, nearCampaigns: 0, fullCampaigns: 0,
};

interface Grouped {
  readonly departmentId: string | null;
  readonly isTotal: boolean;
}

/** Sums by department and over all. Cost: the balances of the campaigns that match, never their entries. */
export async function budgetSums(db: Reader, filter: BudgetFilter): Promise<{ total: BudgetSum; departments: DepartmentBudget[] }> {
  const opened = await sql<Sums & Grouped>`
    with chosen as (select c.id, c.department_id, c.stage in (${closedStages}) as closed from campaigns c where ${conditionsOf(filter, inState(filter.state))}), ${moneyOfChosen}
    select department_id as "departmentId", grouping(department_id) = 1 as "isTotal", ${sums} from money group by grouping sets ((department_id), ())`.execute(db);
  const planned = await sql<{ campaigns: number; cents: number } & Grouped>`
    select c.department_id as "departmentId", grouping(c.department_id) = 1 as "isTotal", count(*) as campaigns, coalesce(sum(money.cents), 0)::bigint as cents
    from campaigns c cross join lateral (select coalesce(sum(amount_cents), 0)::bigint as cents from budget_lines where campaign_id = c.id) money
    where ${conditionsOf(filter, isPlanned)} group by grouping sets ((c.department_id), ())`.execute(db);
  const names = new Map((await db.selectFrom('departments').select(['id', 'name']).execute()).map(({ id, name }) => [id, name]));
  const isIn = (departmentId: string | null) => (row: Grouped): boolean => !row.isTotal && row.departmentId === departmentId;
  const together = (found: (row: Grouped) => boolean): BudgetSum => {
    const { departmentId: _id, isTotal: _total, ...money } = opened.rows.find(found) ?? { ...NOTHING, departmentId: null, isTotal: true };
    const plan = planned.rows.find(found);
    return { ...money, plannedCampaigns: plan?.campaigns ?? 0, plannedCents: plan?.cents ?? 0 };
  };
  const ids = new Set([...opened.rows, ...planned.rows].filter((row) => !row.isTotal).map((row) => row.departmentId));
  const departments = [...ids].map((id) => ({ departmentId: id, departmentName: id === null ? null : (names.get(id) ?? null), ...together(isIn(id)) }));
  return { total: together((row) => row.isTotal), departments: departments.toSorted((a, b) => b.allocatedCents - a.allocatedCents || b.plannedCents - a.plannedCents) };
}

/** What a column sorts by, and how its value is written into a cursor. Null sorts as the lowest. */
const sortable: Record<BudgetSort, { readonly by: RawBuilder<unknown>; readonly type: RawBuilder<unknown>; readonly ofCampaign?: true }> = {
  name: { by: sql`name collate "zh-x-icu"`, type: sql`text`, ofCampaign: true },
  startsOn: { by: sql`starts_on`, type: sql`date`, ofCampaign: true },
  allocated: { by: sql`allocated`, type: sql`bigint` },
  spent: { by: sql`spent`, type: sql`bigint` },
  committed: { by: sql`committed`, type: sql`bigint` },
  reserved: { by: sql`reserved`, type: sql`bigint` },
  free: { by: sql`free`, type: sql`bigint` },
  share: { by: sql`coalesce(round((allocated - free)::numeric / nullif(allocated, 0), 12), -1)`, type: sql`numeric` },
  waiting: { by: sql`waiting_cents`, type: sql`bigint` },
  unpaid: { by: sql`unpaid_cents`, type: sql`bigint` },
};

export interface BudgetPage {
  readonly sort: BudgetSort;
  readonly order: 'up' | 'down';
  readonly after?: string | undefined;
  readonly limit: number;
}

/** `id:value`: where the page before ended. */
const CURSOR = /^([0-9a-f-]{36}):(.*)$/s;

/**
 * One page of campaigns with their money. A column of the campaign itself finds the page first and sums only its campaigns; a column of money sums
 * the campaigns that match.
 */
export async function budgetRows(db: Reader, filter: BudgetFilter, { sort, order, after, limit }: BudgetPage): Promise<{ campaigns: CampaignBudget[]; next: string | null }> {
  const { by, type, ofCampaign } = sortable[sort];
  const direction = order === 'up' ? sql`asc` : sql`desc`;
  const cursor = CURSOR.exec(after ?? '');
  const beyond = cursor ? sql`(${by}, id) ${order === 'up' ? sql`>` : sql`<`} (${cursor[2]}::${type}, ${cursor[1]}::uuid)` : sql`true`;
  const page = sql`where ${beyond} order by ${by} ${direction}, id ${direction} limit ${limit + 1}`;
  const found = sql`select c.id, c.name, c.starts_on, c.stage in (${closedStages}) as closed from campaigns c where ${conditionsOf(filter, inState(filter.state))}`;
  const chosen = ofCampaign ? sql`select * from (${found} and exists (select 1 from budget_balances b where b.campaign_id = c.id)) opened ${page}` : found;
  const { rows } = await sql<CampaignBudget & { cursor: string }>`
    with chosen as materialized (${chosen}), ${moneyOfChosen},
      page as (select *, (${by})::text as at_value, row_number() over (order by ${by} ${direction}, id ${direction}) as place from money ${page})
    select c.id, c.name, c.stage, c.department_id as "departmentId", d.name as "departmentName", lead.name as "leadName", c.starts_on as "startsOn", c.ends_on as "endsOn", page.lines,
      (select coalesce(sum(amount_cents), 0)::bigint from budget_lines where campaign_id = c.id) as "baselineCents", ${moneyColumns}, c.id || ':' || page.at_value as cursor
    from page join campaigns c on c.id = page.id left join departments d on d.id = c.department_id left join users lead on lead.id = c.lead_id order by page.place`.execute(db);
  return { campaigns: rows.slice(0, limit).map(({ cursor: _cursor, ...row }) => row), next: rows.length > limit ? (rows[limit - 1]?.cursor ?? null) : null };
}

/** Budgets of plans that are not approved yet, by the day on which they begin. */
export async function plannedRows(db: Reader, filter: Narrowing, { after, limit }: { readonly after?: string | undefined; readonly limit: number }): Promise<{ campaigns: PlannedBudget[]; next: string | null }> {
  const cursor = CURSOR.exec(after ?? '');
  const beyond = cursor ? sql`(c.starts_on, c.id) > (${cursor[2]}::date, ${cursor[1]}::uuid)` : sql`true`;
  const { rows } = await sql<PlannedBudget>`
    select c.id, c.name, c.stage, c.department_id as "departmentId", d.name as "departmentName", lead.name as "leadName", c.starts_on as "startsOn", c.ends_on as "endsOn", money.lines, money.cents as "plannedCents"
    from (select c.* from campaigns c where ${conditionsOf(filter, isPlanned)} and ${beyond} order by c.starts_on, c.id limit ${limit + 1}) c
    left join departments d on d.id = c.department_id left join users lead on lead.id = c.lead_id
    cross join lateral (select count(*) as lines, coalesce(sum(amount_cents), 0)::bigint as cents from budget_lines where campaign_id = c.id) money
    order by c.starts_on, c.id`.execute(db);
  const last = rows[limit - 1];
  return { campaigns: rows.slice(0, limit), next: rows.length > limit && last ? `${last.id}:${last.startsOn}` : null };
}

export async function warnPercents(db: Reader): Promise<readonly number[]> {
  const row = await db.selectFrom('budget_settings').select('warn_percents').executeTakeFirstOrThrow();
  return row.warn_percents as readonly number[];
}
