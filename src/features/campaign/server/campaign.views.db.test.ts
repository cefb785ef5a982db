import { beforeAll, describe, expect, test } from 'vitest';
import { withLargeSeed } from '#platform/server/testing/large-seed.ts';
import type { Actor } from '#platform/shared/actor.ts';
import { seesCampaign, type CampaignFacts, type TeamGroup } from '../campaign.policy.ts';
import { loadCampaignFacts } from './campaign.store.ts';
import { listEvents, listVisibleCampaigns } from './campaign.views.ts';

const CAMPAIGNS = 20_000;
/** Pages of 8 KiB that a list may touch: 50 rows with their sums cost about 750 (they lie scattered); summing the whole table would cost 240,000. */
const PAGE_BUDGET = 1_300;

const people: Actor[] = [];

const seed = withLargeSeed(`
insert into departments (id, name) select gen_random_uuid(), '部门' || i from generate_series(1, 40) i;
insert into users (id, name, email, org_role, department_id)
  select gen_random_uuid(), '人员' || i, 'u' || i || '@example.com', (array['admin', 'management', 'finance', 'member', 'member', 'member'])[i % 6 + 1], (select id from departments where name = '部门' || (i % 40 + 1))
  from generate_series(1, 300) i;
insert into campaigns (id, name, scenario, theme, stage, created_by, department_id, starts_on, ends_on)
  select gen_random_uuid(), '活动' || i, 'launch', case when i % 5000 = 0 then '周年回馈之夜' else '常规推广第' || i || '期' end, 'draft', u.id, u.department_id,
    date '2020-01-01' + (i % 2000), date '2020-01-10' + (i % 2000)
  from generate_series(1, ${CAMPAIGNS}) i join lateral (select id, department_id from users where email = 'u' || (i % 300 + 1) || '@example.com') u on true;
insert into campaign_members (campaign_id, user_id, team_group) select id, created_by, 'lead' from campaigns;
insert into budget_lines (id, campaign_id, category, amount_cents, position) select gen_random_uuid(), id, '物料制作费', 800000, p from campaigns, generate_series(1, 3) p;
insert into tasks (id, campaign_id, phase, title, position) select gen_random_uuid(), id, 'preparation', '任务', p from campaigns, generate_series(1, 3) p;
insert into events (operation, kind, campaign_id, subject_type) select 'x', 'x', c.id, 'campaign' from (select id from campaigns limit 2000) c, generate_series(1, 20)`, { triggers: true });

beforeAll(async () => {
  const { rows } = await seed.pool.query<{ userId: string; name: string; orgRole: Actor['orgRole']; departmentId: string }>('select id as "userId", name, org_role as "orgRole", department_id as "departmentId" from users order by email limit 12');
  people.push(...rows);
});

const pagesOf = async (run: () => Promise<unknown>): Promise<number> => (await seed.costOf(run)).pages;

const of = (role: Actor['orgRole']): Actor => people.find((person) => person.orgRole === role) as Actor;

describe(`lists over ${CAMPAIGNS} campaigns touch what they show`, () => {
  test.each([
    ['the first page, for management', () => listVisibleCampaigns(seed.db, of('management'), { limit: 50 })],
    ['a page far down', () => listVisibleCampaigns(seed.db, of('management'), { limit: 50, after: '2021-01-01,00000000-0000-4000-8000-000000000000' })],
    ['a word inside a sentence', () => listVisibleCampaigns(seed.db, of('management'), { limit: 50, q: '回馈之' })],
    ['a member’s first page', () => listVisibleCampaigns(seed.db, of('member'), { limit: 50 })],
    ['one’s own', () => listVisibleCampaigns(seed.db, of('member'), { limit: 50, mine: true })],
  ])('%s', async (_what, run) => {
    expect((await run()).length).toBeGreaterThan(3);
    expect(await pagesOf(run)).toBeLessThan(PAGE_BUDGET);
  });

  test('the history of one campaign', async () => {
    const { rows } = await seed.pool.query<{ id: string }>('select campaign_id as id from events limit 1');
    expect(await pagesOf(() => listEvents(seed.db, rows[0]?.id ?? '', {}, 50))).toBeLessThan(60);
  });
});

test('what the list shows in SQL is what the policy says', async () => {
  const { rows } = await seed.pool.query<{ id: string }>('select id from campaigns order by random() limit 60');
  for (const person of people) {
    const shown = new Set((await listVisibleCampaigns(seed.db, person, { limit: 200_000 })).map((campaign) => campaign.id));
    for (const { id } of rows) {
      const facts = (await loadCampaignFacts(seed.db, id, person, 'none')) as CampaignFacts & { groups: TeamGroup[] };
      expect(shown.has(id), `${person.orgRole} ${id}`).toBe(seesCampaign(person, facts));
    }
  }
});
