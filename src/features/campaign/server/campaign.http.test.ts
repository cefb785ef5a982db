import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestProduct, type TestProduct } from '#apps/server/testing/product.ts';
import type { TestPerson } from '#platform/server/testing/http.ts';

let product: TestProduct;
let lead: TestPerson & { readonly id: string };
let colleague: TestPerson & { readonly id: string };
let outsider: TestPerson;
beforeAll(async () => {
  product = await startTestProduct();
  lead = await product.join({ name: '陈婧', email: 'lead@example.com', departmentName: '市场部' });
  colleague = await product.join({ name: '刘洋', email: 'colleague@example.com', departmentName: '市场部' });
  outsider = await product.join({ name: '外人', email: 'outsider@example.com', departmentName: '销售部' });
});
afterAll(() => product.close());

const basics = { scenario: 'launch', startsOn: '2025-10-01', endsOn: '2025-10-22', eventFrom: '2025-10-16', eventTo: '2025-10-18' };
const create = (name: string, more: object = {}) => lead.must<{ id: string }>('POST', '/api/campaigns', { ...basics, name, ...more });
const codeOf = (answer: { body: unknown }) => (answer.body as { code: string }).code;
const names = async (person: TestPerson, query: string) => (await person.must<{ campaigns: { name: string }[] }>('GET', `/api/campaigns?${query}`)).campaigns.map((campaign) => campaign.name);

describe('creating', () => {
  test('whoever creates leads, and the department follows theirs', async () => {
    const { id } = await create('秋季新品上市');
    expect(await lead.must('GET', `/api/campaigns/${id}`)).toMatchObject({ name: '秋季新品上市', stage: 'draft', leadName: '陈婧', departmentName: '市场部', timeZone: 'Asia/Shanghai', groups: ['lead'], can: { writePlan: true, moveStage: true } });
  });

  test('a member who names another lead plans, and no longer leads', async () => {
    const { id } = await create('替人筹备', { leadId: colleague.id });
    expect(await lead.must('GET', `/api/campaigns/${id}`)).toMatchObject({ leadName: '刘洋', groups: ['planning'], can: { writePlan: true, moveStage: false, staffTeam: false } });
    expect(await colleague.must('GET', `/api/campaigns/${id}`)).toMatchObject({ can: { moveStage: true } });
  });

  test.each([
    [{ endsOn: '2025-09-30' }, 'request.invalid'],
    [{ eventFrom: '2025-09-20' }, 'campaign.event_outside'],
    [{ eventTo: '2025-10-30' }, 'campaign.event_outside'],
    [{ startsOn: '2025-02-30' }, 'request.invalid'],
    [{ scenario: 'none' }, 'campaign.scenario_unknown'],
    [{ leadId: '00000000-0000-4000-8000-000000000000' }, 'campaign.person_unknown'],
    [{ timeZone: 'Mars/Olympus' }, 'request.invalid'],
    [{ name: '' }, 'request.invalid'],
  ])('%j is refused with %s', async (wrong, code) => {
    const answer = await lead.ask('POST', '/api/campaigns', { ...basics, name: '错误', ...wrong });
    expect(answer.status).toBe(400);
    expect(codeOf(answer)).toBe(code);
    expect(await names(lead, 'q=错误')).toEqual([]);
  });
});

describe('the list', () => {
  test('finds a word inside a Chinese sentence, also a single character', async () => {
    await create('答谢会', { theme: '老客户专享的周年回馈之夜', audience: '三年以上会员' });
    expect(await names(lead, `q=${encodeURIComponent('周年回馈')}`)).toEqual(['答谢会']);
    expect(await names(lead, `q=${encodeURIComponent('谢')}`)).toEqual(['答谢会']);
    expect(await names(lead, `q=${encodeURIComponent('年以上会')}`)).toEqual(['答谢会']);
    expect(await names(lead, `q=${encodeURIComponent('回馈周年')}`)).toEqual([]);
    expect(await names(lead, `q=${encodeURIComponent('100%_')}`)).toEqual([]);
  });

  test('shows the team’s and the department’s, and nothing to an outsider', async () => {
    const { id } = await create('部门可见');
    expect(await names(colleague, 'q=部门可见')).toEqual(['部门可见']);
    expect(await names(outsider, 'limit=200')).toEqual([]);
    expect((await outsider.ask('GET', `/api/campaigns/${id}`)).status).toBe(404);
    expect((await outsider.ask('GET', `/api/campaigns/not-an-id`)).status).toBe(404);
  });

  test('pages by a key that does not shift', async () => {
    for (let i = 0; i < 5; i += 1) await create(`分页${i}`);
    const first = await lead.must<{ campaigns: { name: string }[]; next: string }>('GET', '/api/campaigns?q=分页&limit=2');
    const second = await lead.must<{ campaigns: { name: string }[]; next: string }>('GET', `/api/campaigns?q=分页&limit=2&after=${encodeURIComponent(first.next)}`);
    const third = await lead.must<{ campaigns: { name: string }[]; next: string | null }>('GET', `/api/campaigns?q=分页&limit=2&after=${encodeURIComponent(second.next)}`);
    expect([...first.campaigns, ...second.campaigns, ...third.campaigns].map((campaign) => campaign.name).sort()).toEqual(['分页0', '分页1', '分页2', '分页3', '分页4']);
    expect(third.next).toBeNull();
  });
});

describe('changing', () => {
  test('keeps who changed what from what to what', async () => {
    const { id } = await create('改名前');
    await lead.must('PATCH', `/api/campaigns/${id}`, { name: '改名后', endsOn: '2025-10-22' });
    const { events } = await lead.must<{ events: { kind: string; actorName: string; before: unknown; after: unknown }[] }>('GET', `/api/campaigns/${id}/history`);
    expect(events[0]).toMatchObject({ kind: 'campaign.changed', actorName: '陈婧', before: { name: '改名前' }, after: { name: '改名后' } });
    expect(events.at(-1)?.kind).toBe('campaign.created');
  });

  test('two people on different fields both keep theirs', async () => {
    const { id } = await create('合并');
    await lead.must('POST', `/api/campaigns/${id}/team`, { userId: colleague.id, group: 'planning' });
    await Promise.all([lead.must('PATCH', `/api/campaigns/${id}`, { theme: '主题' }), colleague.must('PATCH', `/api/campaigns/${id}`, { audience: '人群' })]);
    expect(await lead.must('GET', `/api/campaigns/${id}`)).toMatchObject({ theme: '主题', audience: '人群' });
  });
});

describe('stages', () => {
  test.each(['live', 'reviewing'])('a draft does not become %s, and says why in both languages', async (to) => {
    const { id } = await create('阶段');
    const refused = await lead.ask('POST', `/api/campaigns/${id}/moves`, { to });
    expect([refused.status, codeOf(refused)]).toEqual([409, 'campaign.stage_refused']);
    expect((refused.body as unknown as { title: string }).title).toContain('“草稿”');
    const english = await lead.ask('POST', `/api/campaigns/${id}/moves`, { to }, { 'accept-language': 'en' });
    expect((english.body as unknown as { title: string }).title).toContain('“Draft”');
  });

  test('cancelling needs a reason and ends the campaign', async () => {
    const { id } = await create('取消');
    expect(codeOf(await lead.ask('POST', `/api/campaigns/${id}/moves`, { to: 'cancelled' }))).toBe('campaign.reason_needed');
    await lead.must('POST', `/api/campaigns/${id}/moves`, { to: 'cancelled', reason: '场地取消' });
    expect((await lead.ask('PATCH', `/api/campaigns/${id}`, { name: '再改' })).status).toBe(403);
  });

  test('two moves at once: one happens, the other is refused', async () => {
    const { id } = await create('同时取消');
    const answers = await Promise.all(Array.from({ length: 4 }, () => lead.ask('POST', `/api/campaigns/${id}/moves`, { to: 'cancelled', reason: '同时' })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 403, 403, 403]);
  });
});

test('a company adds its own scenario, once', async () => {
  const { key } = await product.admin.must<{ key: string }>('POST', '/api/scenarios', { name: '校园行' });
  await create('校园行一站', { scenario: key });
  expect(codeOf(await product.admin.ask('POST', '/api/scenarios', { name: '校园行' }))).toBe('campaign.scenario_taken');
});

test('the event log cannot be changed, not even by the database’s user', async () => {
  const client = new pg.Client({ connectionString: product.databaseUrl });
  await client.connect();
  try {
    for (const statement of ["update events set kind = 'x'", 'delete from events', 'truncate events']) await expect(client.query(statement), statement).rejects.toThrow('append-only');
  } finally {
    await client.end();
  }
});
