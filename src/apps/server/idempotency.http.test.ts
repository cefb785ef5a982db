import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askDatabase } from '#platform/server/testing/database.ts';
import type { TestPerson } from '#platform/server/testing/http.ts';
import { bringToReview, fillResults, makeDraft, startTestCompany, submitPlanOf } from './testing/company.ts';
import { startTestProduct, type TestProduct } from './testing/product.ts';

const PASSWORD = 'correct horse 1';
type Member = TestPerson & { readonly id: string };

let product: TestProduct;
let base: string;
let lead: Member;
let colleague: Member;
beforeAll(async () => {
  product = await startTestProduct();
  base = await product.server.listen();
  lead = await product.join({ name: '陈婧', email: 'lead@example.com', departmentName: '市场部' });
  colleague = await product.join({ name: '刘洋', email: 'colleague@example.com', departmentName: '市场部' });
});
afterAll(() => product.close());

let made = 0;
const freshKey = () => `key-of-a-test-${(made += 1)}`;
const named = (name: string) => ({ name, scenario: 'launch', startsOn: '2025-10-01', endsOn: '2025-10-22' });

async function create(person: TestPerson, name: string, key: string, more: object = {}) {
  const { status, body, headers } = await person.ask('POST', '/api/campaigns', { ...named(name), ...more }, { 'idempotency-key': key });
  return { status, body: body as unknown as { id?: string; code?: string; title?: string }, replayed: headers['idempotency-replayed'] };
}
const countOf = async (name: string) => (await askDatabase(product.databaseUrl, `select (select count(*)::int from campaigns where name = '${name}') as campaigns,
  (select count(*)::int from events where kind = 'campaign.created' and after ->> 'name' = '${name}') as events`))[0];

describe('a request that comes again with its key', () => {
  test('is answered as before: one campaign, one event', async () => {
    const key = freshKey();
    const first = await create(lead, '重复点击', key);
    expect(first).toMatchObject({ status: 200, replayed: undefined });
    expect(await create(lead, '重复点击', key)).toEqual({ ...first, replayed: 'true' });
    expect(await countOf('重复点击')).toEqual({ campaigns: 1, events: 1 });
  });

  test('twenty times at once, too', async () => {
    const key = freshKey();
    const answers = await Promise.all(Array.from({ length: 20 }, () => create(lead, '二十次', key)));
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(answers.every((answer) => answer.status === 200)).toBe(true);
    expect(answers.filter((answer) => answer.replayed === undefined)).toHaveLength(1);
    expect(await countOf('二十次')).toEqual({ campaigns: 1, events: 1 });
  });

  test('gets the answer that was lost on the way', async () => {
    const { headers } = await fetch(`${base}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: 'lead@example.com', password: PASSWORD }) });
    const cookie = headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
    const key = freshKey();
    const body = JSON.stringify(named('回答丢失'));
    const { port } = new URL(base);
    // The request leaves, and the line breaks before a byte of the answer can come back.
    await new Promise<void>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1').on('error', reject);
      const lines = ['POST /api/campaigns HTTP/1.1', `host: 127.0.0.1:${port}`, `cookie: ${cookie}`, 'content-type: application/json', `idempotency-key: ${key}`, `content-length: ${Buffer.byteLength(body)}`];
      socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`, () => {
        socket.destroy();
        resolve();
      });
    });
    await expect.poll(() => countOf('回答丢失')).toEqual({ campaigns: 1, events: 1 });
    const again = await create(lead, '回答丢失', key);
    expect(again).toMatchObject({ status: 200, replayed: 'true' });
    expect(await lead.must('GET', `/api/campaigns/${again.body.id}`)).toMatchObject({ name: '回答丢失' });
    expect(await countOf('回答丢失')).toEqual({ campaigns: 1, events: 1 });
  });

  test('runs again when it was refused', async () => {
    const key = freshKey();
    expect(await create(lead, '先错后对', key, { scenario: 'none' })).toMatchObject({ status: 400, body: { code: 'campaign.scenario_unknown' } });
    expect(await create(lead, '先错后对', key)).toMatchObject({ status: 200, replayed: undefined });
  });
});

describe('a key', () => {
  test('stands for one content: another one is refused with a sentence and does nothing', async () => {
    const key = freshKey();
    await create(lead, '第一项', key);
    const other = await create(lead, '第二项', key);
    expect(other).toMatchObject({ status: 422, body: { code: 'request.key_reused' } });
    expect(other.body.title).toMatch(/^这次提交的编号.*。$/);
    expect(await countOf('第二项')).toEqual({ campaigns: 0, events: 0 });
  });

  test('is one person’s: a colleague with the same one makes their own', async () => {
    const key = freshKey();
    const [mine, theirs] = [await create(lead, '各人各的', key), await create(colleague, '各人各的', key)];
    expect(theirs).toMatchObject({ status: 200, replayed: undefined });
    expect(theirs.body.id).not.toBe(mine.body.id);
  });

  test.each(['short', 'x'.repeat(201)])('of another form is refused: %j', async (key) => {
    expect(await create(lead, '钥匙不对', key)).toMatchObject({ status: 400, body: { code: 'request.invalid', data: { issues: [{ path: 'idempotency-key' }] } } });
  });

  test('opens nothing for someone who has lost the right, or is signed out', async () => {
    const person = await product.join({ name: '调岗的人', email: 'moved@example.com', departmentName: '市场部' });
    const key = freshKey();
    expect(await create(person, '调岗之前', key)).toMatchObject({ status: 200 });
    await product.admin.must('PATCH', `/api/people/${person.id}`, { orgRole: 'finance' });
    await expect.poll(() => create(person, '调岗之前', key)).toMatchObject({ status: 403, replayed: undefined });
    expect(await create(product.stranger(), '调岗之前', key)).toMatchObject({ status: 401 });
  });

  test('is told of in the OpenAPI document where it is honoured', async () => {
    const { paths } = await lead.must<{ paths: Record<string, Record<string, { parameters: { name: string; in: string }[] }>> }>('GET', '/api/openapi.json');
    const named_ = (path: string) => paths[path]?.['post']?.parameters.filter((one) => one.in === 'header').map((one) => one.name);
    expect(named_('/api/campaigns')).toEqual(['idempotency-key']);
    expect(named_('/api/session')).toEqual([]);
  });
});

test('a decision whose answer was lost is answered as it was, though the step waits for nobody any more', async () => {
  const company = await startTestCompany();
  const approvalId = await submitPlanOf(company, await makeDraft(company));
  const decide = (person: TestPerson, key: string) => person.ask('POST', `/api/approvals/${approvalId}/decision`, { decision: 'approved' }, { 'idempotency-key': key });
  const first = await decide(company.boss, 'key-of-a-decision');
  expect(first.status).toBe(200);
  const again = await decide(company.boss, 'key-of-a-decision');
  expect([again.status, again.body, again.headers['idempotency-replayed']]).toEqual([200, first.body, 'true']);
  expect([403, 409]).toContain((await decide(company.boss, 'key-of-another')).status);
  expect([403, 409]).toContain((await decide(company.otherBoss, 'key-of-a-decision')).status);
  expect(await askDatabase(company.product.databaseUrl, `select count(*)::int as count from approval_acts where approval_id = '${approvalId}'`)).toEqual([{ count: 1 }]);
  await company.product.close();
});

/**
 * A move of the stage refuses itself the second time; with its key it is answered as it was, and what it did is done once: one version, one event, one attached table.
 */
test('moves of the stage, submissions and an import whose answers were lost are answered as they were', async () => {
  const company = await startTestCompany();
  const { lead: owner, boss } = company;
  const { id, api } = await makeDraft(company);
  const count = async (query: string) => (await askDatabase(company.product.databaseUrl, `select count(*)::int as count from ${query}`))[0]?.['count'];
  const twice = async (path: string, body: object, refusal: string): Promise<Record<string, unknown>> => {
    const key = freshKey();
    const first = await owner.ask('POST', `${api}${path}`, body, { 'idempotency-key': key });
    const again = await owner.ask('POST', `${api}${path}`, body, { 'idempotency-key': key });
    expect([path, first.status, first.headers['idempotency-replayed']]).toEqual([path, 200, undefined]);
    expect([path, again.status, again.body, again.headers['idempotency-replayed']]).toEqual([path, 200, first.body, 'true']);
    expect([path, (await owner.ask('POST', `${api}${path}`, body, { 'idempotency-key': freshKey() })).body]).toMatchObject([path, { code: refusal }]);
    return first.body as Record<string, unknown>;
  };
  const { importId } = await owner.must<{ importId: string }>('POST', `${api}/imports/pasted`, { text: '用户反馈：签到太久' });
  await twice(`/imports/${importId}/apply`, { adopted: { attached: [{ kind: 'feedback', title: '用户反馈', headers: ['意见'], rows: [['签到太久']] }] } }, 'document.import_applied');
  expect(await count(`attached_tables where campaign_id = '${id}'`)).toBe(1);

  const { approvalId } = await twice('/plan/submissions', { note: '请批', answer: '测试数据，按简化内容提交' }, 'campaign.stage_refused');
  expect(await count(`approvals where campaign_id = '${id}'`)).toBe(1);
  await boss.must('POST', `/api/approvals/${String(approvalId)}/decision`, { decision: 'approved' });
  await twice('/plan/start', {}, 'campaign.stage_refused');
  await twice('/moves', { to: 'live' }, 'campaign.stage_refused');
  await twice('/moves', { to: 'reviewing' }, 'campaign.stage_refused');
  expect(await count(`events where campaign_id = '${id}' and kind = 'campaign.moved' and after ->> 'stage' in ('submitted', 'preparing', 'live', 'reviewing')`)).toBe(4);
  await company.product.close();
});

test('so is a report, of which there is one version', async () => {
  const company = await startTestCompany();
  const campaign = await makeDraft(company);
  await bringToReview(company, campaign);
  await fillResults(company, campaign);
  const submit = (key: string) => company.lead.ask('POST', `${campaign.api}/evaluation/submissions`, undefined, { 'idempotency-key': key });
  const first = await submit('key-of-a-report');
  const again = await submit('key-of-a-report');
  expect([first.status, again.status, again.body, again.headers['idempotency-replayed']]).toEqual([200, 200, first.body, 'true']);
  expect((await submit('key-of-another-report')).body).toMatchObject({ code: 'evaluation.in_approval' });
  expect(await askDatabase(company.product.databaseUrl, `select count(*)::int as count from approvals where campaign_id = '${campaign.id}' and kind = 'evaluation'`)).toEqual([{ count: 1 }]);
  await company.product.close();
});

/**
 * Any interleaving of a few people, keys and contents, each request sent up to three times: each (person, key) makes at most one campaign, of the content
 * that all its 200 answers name; other contents get 422; and no campaign is there without an answer.
 */
test('any interleaving of people, keys and contents makes each thing once', async () => {
  const request = fc.record({ person: fc.nat({ max: 1 }), key: fc.nat({ max: 2 }), content: fc.nat({ max: 1 }), delay: fc.nat({ max: 8 }), times: fc.integer({ min: 1, max: 3 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(request, { minLength: 2, maxLength: 10 }), async (requests) => {
      const run = freshKey();
      const sent = requests.flatMap((one) => Array.from({ length: one.times }, () => one));
      const answers = await Promise.all(sent.map(async ({ person, key, content, delay }) => {
        await wait(delay);
        const answer = await create(person === 0 ? lead : colleague, `${run}-${content}`, `${run}-${key}`);
        return { ...answer, content, claim: `${person}/${key}` };
      }));
      const claims = Map.groupBy(answers, (answer) => answer.claim);
      for (const [, own] of claims) {
        const done = own.filter((answer) => answer.status === 200);
        expect(new Set(done.map((answer) => `${answer.body.id} ${answer.content}`)).size).toBe(1);
        expect(done.filter((answer) => answer.replayed === undefined)).toHaveLength(1);
        expect(own.filter((answer) => answer.status !== 200).every((answer) => answer.status === 422)).toBe(true);
      }
      const rows = await askDatabase(product.databaseUrl, `select id from campaigns where name like '${run}-%' order by id`);
      expect(rows.map((row) => row['id'])).toEqual([...new Set(answers.flatMap((answer) => answer.body.id ?? []))].toSorted());
    }),
    { numRuns: 25 },
  );
});
