import { expect, test } from 'vitest';
import { withLargeSeed } from '#platform/server/testing/large-seed.ts';
import { runningRequests } from './approval.views.ts';

/** Of a company in its tenth year; every 25th is the reader's. */
const APPROVALS = 50_000;
const OWN_RUNNING = 7;
/** Tables that grow with every request that ever was: none of them may be read from one end to the other. */
const GROWING = ['approvals', 'versions', 'approval_steps', 'approval_assignees', 'approval_decisions', 'campaigns'];
/** Pages of 8 KiB: the reader's 2,000 requests, each looked up among the open steps, cost about 7,000; the tables have more than 12,000. */
const PAGE_BUDGET = 10_000;

/** Every person has 2,000 requests, almost all decided. */
const SEED = `
insert into users (id, name, email, org_role) select gen_random_uuid(), '人员' || i, 'u' || i || '@example.com', 'member' from generate_series(1, 25) i;
insert into campaigns (id, name, scenario, stage, created_by, starts_on, ends_on)
  select gen_random_uuid(), '活动' || i, 'launch', case when i = 1 then 'cancelled' else 'live' end, (select id from users limit 1), '2025-10-01', '2025-10-22' from generate_series(1, 50) i;
create temp table asked as select gen_random_uuid() as id, gen_random_uuid() as version, gen_random_uuid() as step, gen_random_uuid() as subject, i,
    (select id from users where email = 'u' || (i % 25 + 1) || '@example.com') as maker, (select id from campaigns where name = '活动' || case when i <= 25 then 1 else i / 25 % 49 + 2 end) as campaign,
    i > ${APPROVALS} - ${OWN_RUNNING * 25} or i <= 25 as running from generate_series(1, ${APPROVALS}) i;
insert into versions (id, campaign_id, kind, number, content, sha256, submitted_by, subject_id) select version, campaign, 'spending', 1, '{"line": {"name": "物料制作费"}}', repeat('0', 64), maker, subject from asked;
insert into approvals (id, campaign_id, version_id, kind, title, requested_by, requested_at, subject_id, amount_cents) select id, campaign, version, 'spending', '用款' || i, maker, timestamptz '2025-01-01' + i * interval '1 minute', subject, 10000 from asked;
insert into approval_steps (id, approval_id, position, name, mode, approver, state, opened_at) select step, id, 1, '审批', 'any', '{"type": "role", "role": "management"}', case when running then 'open' else 'passed' end, now() from asked;
insert into approval_assignees (step_id, org_role) select step, 'management' from asked;
insert into approval_decisions (approval_id, decision, decided_by) select id, 'approved', (select id from users order by email desc limit 1) from asked where not running`;

const seed = withLargeSeed(SEED);

test(`the requests of one person that run are found among ${APPROVALS} without reading them all`, async () => {
  const { rows: [reader] } = await seed.pool.query<{ id: string }>("select id from users where email = 'u1@example.com'");
  const { answer: found, pages, whole } = await seed.costOf(() => runningRequests(seed.db, reader?.id ?? ''));
  // Newest first; what a cancelled campaign left behind is not there.
  expect(found.map((row) => row.title)).toEqual(Array.from({ length: OWN_RUNNING }, (_, number) => `用款${APPROVALS - number * 25}`));
  expect(found[0]?.step).toMatchObject({ name: '审批', number: 1, count: 1, who: [{ name: null, role: 'management' }] });
  expect(whole.filter((table) => GROWING.includes(table) && table !== 'campaigns')).toEqual([]);
  expect(pages).toBeLessThan(PAGE_BUDGET);
});
