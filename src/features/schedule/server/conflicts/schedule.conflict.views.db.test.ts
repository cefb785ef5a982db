import { expect, test } from 'vitest';
import { withLargeSeed } from '#platform/server/testing/large-seed.ts';
import type { Actor } from '#platform/shared/actor.ts';
import { latestBaseline } from '../baseline/schedule.baseline.views.ts';
import { usesElsewhere } from './schedule.conflict.views.ts';

const CAMPAIGNS = 5_000;
const TASKS = 40;
/** Pages of 8 KiB. In three weeks some hundred of 200,000 tasks use a hall; the table has about 5,000 pages, its index of halls about 600. */
const PAGE_BUDGET = 1_500;

/** Campaigns over ten years, each with forty tasks on its days; every tenth task uses one of twenty halls. */
const SEED = `
insert into users (id, name, email, org_role) select gen_random_uuid(), '人员', 'u@example.com', 'member';
insert into campaigns (id, name, scenario, stage, created_by, lead_id, starts_on, ends_on)
  select gen_random_uuid(), '活动' || i, 'launch', case when i % 10 = 0 then 'cancelled' else 'preparing' end, u.id, u.id, date '2020-01-01' + i % 3650, date '2020-01-21' + i % 3650 from generate_series(1, ${CAMPAIGNS}) i, users u;
insert into tasks (id, campaign_id, phase, title, when_text, start_on, end_on, state, position, resource_text)
  select gen_random_uuid(), c.id, 'execution', '任务' || p, '', c.starts_on + p / 2, c.starts_on + p / 2 + p % 3, case when p % 7 = 0 then 'done' else 'open' end, p, case when p % 10 = 1 then '展厅 ' || (p + extract(day from c.starts_on)::int) % 20 || '、音响' || p else '' end
  from campaigns c, generate_series(1, ${TASKS}) p;
insert into schedule_baselines (campaign_id, version, starts_on, ends_on) select id, v, starts_on, ends_on from campaigns, generate_series(1, 2) v;
insert into task_baselines (campaign_id, version, task_id, title, start_on, end_on) select t.campaign_id, v, t.id, t.title, t.start_on, t.end_on from tasks t, generate_series(1, 2) v where t.position <= 10`;

const seed = withLargeSeed(SEED);

test(`who else has a hall in three weeks, among ${CAMPAIGNS * TASKS} tasks, is found by the days`, async () => {
  const manager = { userId: crypto.randomUUID(), orgRole: 'management', departmentId: null } as unknown as Actor;
  const { answer, pages, indexes, whole } = await seed.costOf(() => usesElsewhere(seed.db, manager, crypto.randomUUID(), '2025-03-01', '2025-03-21', ['展厅7']));
  expect(answer.length).toBeGreaterThan(0);
  for (const { startOn, endOn, resourceText } of answer) {
    expect(startOn! <= '2025-03-21' && endOn! >= '2025-03-01').toBe(true);
    expect(resourceText).toContain('展厅 7');
  }
  expect(indexes).toContain('tasks_resource');
  expect(whole).not.toContain('tasks');
  expect(pages).toBeLessThan(PAGE_BUDGET);
});

test('the latest baseline is read by its key', async () => {
  const { rows: [campaign] } = await seed.pool.query<{ id: string }>('select id from campaigns limit 1');
  const { answer, pages, whole } = await seed.costOf(() => latestBaseline(seed.db, campaign?.id ?? ''));
  expect(answer).toMatchObject({ version: 2 });
  expect(answer?.tasks).toHaveLength(10);
  expect(whole).toEqual([]);
  expect(pages).toBeLessThan(60);
});
