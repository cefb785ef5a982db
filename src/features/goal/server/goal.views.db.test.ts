import { beforeAll, describe, expect, test } from 'vitest';
import { withLargeSeed } from '#platform/server/testing/large-seed.ts';
import { goalRows, metricRows, metricUse, pastFigures } from './goal.views.ts';

const CAMPAIGNS = 20_000;
/** Pages of 8 KiB. Fifty finished campaigns with five goals each lie scattered: a few pages for each goal and for its parts, however many campaigns there are. */
const PAGE_BUDGET = 1_600;

const seed = withLargeSeed(`
insert into users (id, name, email, org_role) values (gen_random_uuid(), '陈婧', 'chenjing@example.com', 'admin');
insert into campaigns (id, name, scenario, stage, created_by, starts_on, ends_on)
  select gen_random_uuid(), '活动' || i, (array['launch', 'brand', 'festival', 'loyalty', 'exhibition'])[i % 5 + 1], (array['archived', 'reviewing', 'live', 'draft'])[i % 4 + 1], (select id from users),
    date '2015-01-01' + i % 3000, date '2015-01-10' + i % 3000
  from generate_series(1, ${CAMPAIGNS}) i;
insert into goals (id, campaign_id, metric, metric_key, unit, target, actual, position)
  select gen_random_uuid(), c.id, m.name_zh, m.key, '单', 1000, 500 + random() * 1000, p from campaigns c, generate_series(1, 5) p join metrics m on m.position = p;
insert into goal_targets (id, goal_id, split, name, target, position) select gen_random_uuid(), g.id, 'phase', '第' || n || '段', 100 * n, n from (select id from goals where position = 1) g, generate_series(1, 3) n`, { triggers: true, settle: 'vacuum analyze' });
let campaignId = '';

beforeAll(async () => {
  campaignId = (await seed.pool.query<{ id: string }>("select id from campaigns where scenario = 'launch' and stage = 'draft' limit 1")).rows[0]?.id ?? '';
});

const pagesOf = async (run: () => Promise<unknown>): Promise<number> => (await seed.costOf(run)).pages;

/** An index answers alone once VACUUM has seen that every row is old enough; a snapshot that is still open elsewhere may delay that. */
async function allVisible(table: string): Promise<void> {
  await expect.poll(async () => {
    await seed.pool.query(`vacuum ${table}`);
    return (await seed.pool.query<{ whole: boolean }>('select relallvisible >= relpages as whole from pg_class where relname = $1', [table])).rows[0]?.whole;
  }, { timeout: 20_000 }).toBe(true);
}

describe(`goals among those of ${CAMPAIGNS} campaigns`, () => {
  test('the past of a scenario is its latest fifty finished campaigns', async () => {
    const past = await pastFigures(seed.db, campaignId);
    expect(past.map((figure) => [figure.metric, figure.n])).toEqual([['参与人数', 50], ['到店人数', 50], ['新增会员', 50], ['订单量', 50], ['销售额', 50]].toSorted(([a], [b]) => past.findIndex((one) => one.metric === a) - past.findIndex((one) => one.metric === b)));
    expect(past.every((figure) => figure.low >= 500 && figure.high <= 1500 && figure.low < figure.high)).toBe(true);
    expect(past.find((figure) => figure.metricKey === 'orders')?.curve).toEqual([100, 200, 300]);
    expect(await pagesOf(() => pastFigures(seed.db, campaignId))).toBeLessThan(PAGE_BUDGET);
  });
  test('the goals of one campaign with their parts', async () => {
    expect((await goalRows(seed.db, campaignId)).map((goal) => goal.parts.length)).toEqual([3, 0, 0, 0, 0]);
    expect(await pagesOf(() => goalRows(seed.db, campaignId))).toBeLessThan(40);
  });
  test('the catalogue touches no goal; how often each is used is counted in the index', async () => {
    expect(await pagesOf(() => metricRows(seed.db))).toBeLessThan(10);
    const used = await metricUse(seed.db);
    expect([used.get('orders'), used.get('nps')]).toEqual([CAMPAIGNS, undefined]);
    await allVisible('goals');
    expect(await pagesOf(() => metricUse(seed.db))).toBeLessThan(400);
  });
});
