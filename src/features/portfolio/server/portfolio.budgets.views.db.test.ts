import { describe, expect, test } from 'vitest';
import { withLargeSeed } from '#platform/server/testing/large-seed.ts';
import type { CampaignBudget } from '../portfolio.budgets.contract.ts';
import { BUDGET_SORTS, usedShare, warningOf } from '../portfolio.budgets.rules.ts';
import { budgetRows, budgetSums, plannedRows } from './portfolio.budgets.views.ts';

const CAMPAIGNS = 20_000;
const RUNNING = 200;
/** Tables that grow with every campaign that ever was: none of them may be read from one end to the other. */
const GROWING = ['budget_balances', 'budget_lines', 'budget_requests', 'budget_invoices', 'budget_payments', 'campaigns'];
/** Pages of 8 KiB: 200 running campaigns, each looked up in five indexes, cost about 6,500, a page of 50 about 2,500. Fifteen times as many lie in the tables. */
const PAGE_BUDGET = 9_000;

/** Every hundredth campaign runs, as many are planned, the others are archived. */
const SEED = `
insert into departments (id, name) select gen_random_uuid(), '部门' || i from generate_series(1, 40) i;
insert into users (id, name, email, org_role) select gen_random_uuid(), '人员' || i, 'u' || i || '@example.com', 'member' from generate_series(1, 100) i;
create temp table made as select gen_random_uuid() as id, i, (select id from users where email = 'u' || (i % 100 + 1) || '@example.com') as maker,
  case when i % 41 = 40 then null else (select id from departments where name = '部门' || (i % 41 + 1)) end as department from generate_series(1, ${CAMPAIGNS}) i;
insert into campaigns (id, name, scenario, theme, stage, created_by, lead_id, department_id, starts_on, ends_on)
  select id, '活动' || i, 'launch', case when i % 500 = 0 then '周年回馈之夜' else '常规推广第' || i || '期' end,
    case when i % 100 = 0 then (array['approved', 'preparing', 'live', 'reviewing'])[i / 100 % 4 + 1] when i % 100 = 50 then (array['draft', 'submitted'])[i / 100 % 2 + 1] else 'archived' end,
    maker, maker, department, date '2020-01-01' + (i % 2000), date '2020-01-10' + (i % 2000) from made;
create temp table planned as select gen_random_uuid() as line, m.id, m.i, m.maker, p, (m.i % 9 + p) * 100000::bigint as cents from made m, generate_series(1, 8) p;
insert into budget_lines (id, campaign_id, category, amount_cents, position) select line, id, '科目' || p, cents, p from planned;
insert into budget_balances (line_id, campaign_id, allocated_cents, reserved_cents, committed_cents, spent_cents, spendings)
  select line, id, cents, case when p = 1 then 10000 else 0 end, case when p = 2 then cents / 10 else 0 end, case when i % 7 = 0 then cents * 95 / 100 else cents * 2 / 5 end - case when p = 1 then 10000 else 0 end - case when p = 2 then cents / 10 else 0 end, 1
  from planned where i % 100 <> 50;
insert into budget_entries (campaign_id, line_id, kind, amount_cents, allocated_delta) select id, line, 'allocate', cents, cents from planned, generate_series(1, 3) where i % 100 <> 50;
create temp table asked as select gen_random_uuid() as request, line, id, i, maker, p, case when p = 1 and i % 100 = 0 then 'submitted' else 'closed' end as state from planned where i % 100 <> 50 and p in (1, 2, 3);
insert into budget_requests (id, campaign_id, kind, line_id, amount_cents, purpose, state, requested_by) select request, id, 'spending', line, 10000, '用途', state, maker from asked;
create temp table billed as select gen_random_uuid() as invoice, * from asked where state = 'closed';
insert into budget_invoices (id, request_id, campaign_id, line_id, kind, issued_on, amount_cents, state, recorded_by) select invoice, request, id, line, 'receipt', '2025-01-01', 5000, 'accepted', maker from billed;
insert into budget_payments (invoice_id, paid_on, paid_by) select invoice, '2025-01-02', maker from billed where p = 3 or i % 100 <> 0`;

const seed = withLargeSeed(SEED);

const newest = { sort: 'startsOn', order: 'down', limit: 50 } as const;
const dearest = { sort: 'allocated', order: 'down', limit: 50 } as const;

describe(`budgets of ${RUNNING} running campaigns among ${CAMPAIGNS} touch what they show`, () => {
  test.each([
    ['the sums by department', () => budgetSums(seed.db, { state: 'running' })],
    ['the first page by date', () => budgetRows(seed.db, { state: 'running' }, newest)],
    ['the first page by amount', () => budgetRows(seed.db, { state: 'running' }, dearest)],
    ['what is not approved', () => plannedRows(seed.db, {}, { limit: 50 })],
    ['a page of all campaigns by date', () => budgetRows(seed.db, { state: 'all' }, newest)],
  ])('%s', async (_what, run) => {
    const { pages, read, whole } = await seed.costOf<unknown>(run);
    expect(whole.filter((table) => GROWING.includes(table))).toEqual([]);
    expect(read).not.toContain('budget_entries');
    expect(pages).toBeLessThan(PAGE_BUDGET);
  });
});

/** All pages of a list, one after the other. */
async function allRows(filter: Parameters<typeof budgetRows>[1], page: Omit<Parameters<typeof budgetRows>[2], 'after'>): Promise<CampaignBudget[]> {
  const rows: CampaignBudget[] = [];
  for (let after: string | undefined; ;) {
    const { campaigns, next } = await budgetRows(seed.db, filter, { ...page, after });
    rows.push(...campaigns);
    if (next === null) return rows;
    after = next;
  }
}

describe('the figures', () => {
  test('departments add up to the total, and so do the campaigns', async () => {
    const { total, departments } = await budgetSums(seed.db, { state: 'running' });
    const rows = await allRows({ state: 'running' }, { ...newest, limit: 70 });
    expect(rows).toHaveLength(RUNNING);
    expect(total).toMatchObject({ campaigns: RUNNING, waiting: RUNNING, waitingCents: RUNNING * 10_000, unpaid: RUNNING, unpaidCents: RUNNING * 5_000, plannedCampaigns: RUNNING });
    for (const field of ['allocatedCents', 'spentCents', 'committedCents', 'reservedCents', 'freeCents', 'nearLines', 'fullLines', 'waiting', 'waitingCents', 'unpaid', 'unpaidCents'] as const) {
      expect(rows.reduce((sum, row) => sum + row[field], 0), field).toBe(total[field]);
      expect(departments.reduce((sum, row) => sum + row[field], 0), field).toBe(total[field]);
    }
    expect(departments.reduce((sum, row) => sum + row.plannedCents, 0)).toBe(total.plannedCents);
    expect(total.spentCents + total.committedCents + total.reservedCents + total.freeCents).toBe(total.allocatedCents);
    // Campaigns without a department stand together.
    expect(departments.filter((row) => row.departmentId === null)).toHaveLength(1);
  });

  test('SQL warns where the rule does', async () => {
    const percents = [80, 95];
    const [{ total }, rows] = [await budgetSums(seed.db, { state: 'running' }), await allRows({ state: 'running' }, newest)];
    const warned = (wanted: readonly string[]) => rows.filter((row) => wanted.includes(warningOf(row, row.stage, percents))).length;
    expect(total.fullCampaigns).toBe(warned(['full']));
    expect(total.nearCampaigns).toBe(warned(['near', 'full']));
    expect(total.fullCampaigns).toBeGreaterThan(10);
    expect((await budgetSums(seed.db, { state: 'closed' })).total).toMatchObject({ nearCampaigns: 0, fullCampaigns: 0, nearLines: 0, fullLines: 0 });
  });

  test.each(BUDGET_SORTS)('sorted by %s, page by page: each campaign once, in order, both ways', async (sort) => {
    const up = await allRows({ state: 'running' }, { sort, order: 'up', limit: 33 });
    const down = await allRows({ state: 'running' }, { sort, order: 'down', limit: 50 });
    expect(new Set(up.map((row) => row.id)).size).toBe(RUNNING);
    expect(down.map((row) => row.id)).toEqual(up.map((row) => row.id).toReversed());
    const values = up.map((row) => ({ name: 0, startsOn: Date.parse(row.startsOn), allocated: row.allocatedCents, spent: row.spentCents, committed: row.committedCents, reserved: row.reservedCents, free: row.freeCents, share: usedShare(row) ?? -1, waiting: row.waitingCents, unpaid: row.unpaidCents })[sort]);
    expect(values).toEqual(values.toSorted((a, b) => a - b));
  });

  test('filters narrow: a word, a department, none, a period, a stage', async () => {
    const rows = await allRows({ state: 'running' }, newest);
    const ids = (some: readonly CampaignBudget[]) => some.map((row) => row.id).toSorted();
    const department = rows.find((row) => row.departmentId !== null)?.departmentId ?? '';
    expect(ids(await allRows({ state: 'running', departmentId: department }, dearest))).toEqual(ids(rows.filter((row) => row.departmentId === department)));
    expect(ids(await allRows({ state: 'running', departmentId: 'none' }, dearest))).toEqual(ids(rows.filter((row) => row.departmentId === null)));
    expect(ids(await allRows({ state: 'live' }, dearest))).toEqual(ids(rows.filter((row) => row.stage === 'live')));
    expect(ids(await allRows({ state: 'running', from: '2021-01-01', to: '2021-06-30' }, newest))).toEqual(ids(rows.filter((row) => row.endsOn >= '2021-01-01' && row.startsOn <= '2021-06-30')));
    const found = await allRows({ state: 'all', q: '回馈之' }, newest);
    expect(found).toHaveLength(CAMPAIGNS / 500);
  });
});
