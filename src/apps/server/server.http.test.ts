import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestPerson } from '#platform/server/testing/http.ts';
import { startTestProduct, type TestProduct } from './testing/product.ts';

const PASSWORD = 'correct horse 1';
let product: TestProduct;
let lead: TestPerson & { readonly id: string };
let base: string;
beforeAll(async () => {
  product = await startTestProduct();
  base = await product.server.listen();
  lead = await product.join({ name: '陈婧', email: 'lead@example.com', departmentName: '市场部' });
});
afterAll(() => product.close());

const campaign = () => lead.must<{ id: string }>('POST', '/api/campaigns', { name: '直播', scenario: 'launch', startsOn: '2025-10-01', endsOn: '2025-10-22' });

describe('the wire', () => {
  test.each([
    ['not JSON', '{', { 'content-type': 'application/json' }, 400],
    ['another media type', 'x', { 'content-type': 'text/csv' }, 415],
    ['3 MB of JSON', JSON.stringify({ name: 'x'.repeat(3_000_000) }), { 'content-type': 'application/json' }, 413],
  ])('answers %s with a problem and a sentence', async (_what, payload, headers, status) => {
    const answer = await product.server.app.inject({ method: 'POST', url: '/api/campaigns', payload, headers });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json<{ title: string }>().title).toMatch(/。$/);
  });

  test('says 404 in the same form, and no page is served for a missing API address', async () => {
    const answer = await lead.ask('GET', '/api/nothing-here');
    expect([answer.status, (answer.body as unknown as { code: string }).code]).toEqual([404, 'access.not_found']);
  });

  test('sends the headers of a careful site', async () => {
    const { headers } = await lead.ask('GET', '/api/me');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('no-store');
  });

  test('health and readiness answer', async () => {
    expect(await lead.must('GET', '/healthz')).toEqual({ status: 'ok' });
    expect(await lead.must('GET', '/readyz')).toEqual({ status: 'ready' });
  });

  test('the OpenAPI document resolves: every path parameter is declared, every id once', async () => {
    const document = await lead.must<{ openapi: string; paths: Record<string, Record<string, { operationId: string; parameters: { name: string; in: string }[] }>> }>('GET', '/api/openapi.json');
    expect(document.openapi).toBe('3.1.0');
    const ids: string[] = [];
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const operation of Object.values(methods)) {
        ids.push(operation.operationId);
        expect(operation.parameters.filter((one) => one.in === 'path').map((one) => one.name).sort(), path).toEqual([...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort());
      }
    }
    expect(ids.length).toBeGreaterThan(45);
    expect(new Set(ids).size).toBe(ids.length);
    const page = await lead.ask('GET', '/api/docs');
    expect(page.raw.toString()).toContain('/api/campaigns/:campaignId/budget/edits');
  });
});

describe('a write', () => {
  test('leaves nothing behind when a part of it fails', async () => {
    const { id } = await campaign();
    const good = { type: 'insert', id: crypto.randomUUID(), fields: { title: '好的一项' } };
    const bad = { type: 'insert', id: crypto.randomUUID(), fields: { title: '反了', startOn: '2025-10-05', endOn: '2025-10-01' } };
    const answer = await lead.ask('POST', `/api/campaigns/${id}/schedule/edits`, { changes: [good, bad] });
    expect([answer.status, (answer.body as unknown as { code: string }).code]).toEqual([400, 'schedule.period_reversed']);
    expect(await lead.must('GET', `/api/campaigns/${id}/schedule`)).toMatchObject({ tasks: [] });
    const { events } = await lead.must<{ events: { kind: string }[] }>('GET', `/api/campaigns/${id}/history`);
    expect(events.map((event) => event.kind)).toEqual(['campaign.created']);
  });

  test('that hits a bug answers 500 with a number for the log, and tells nothing of the inside', async () => {
    const broken = await startTestProduct();
    try {
      const client = new pg.Client({ connectionString: broken.databaseUrl });
      await client.connect();
      await client.query('alter table campaigns rename column theme to gone');
      await client.end();
      const answer = await broken.admin.ask('POST', '/api/campaigns', { name: '坏', scenario: 'launch', startsOn: '2025-10-01', endsOn: '2025-10-22' });
      expect(answer.status).toBe(500);
      expect(answer.body).toMatchObject({ code: 'server.failed', data: { requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) } });
      expect(JSON.stringify(answer.body)).not.toContain('theme');
      const { requestId } = (answer.body as unknown as { data: { requestId: string } }).data;
      expect(broken.errors).toContainEqual(expect.objectContaining({ requestId, err: expect.objectContaining({ message: expect.stringContaining('theme') as string }) as Error }));
    } finally {
      await broken.close();
    }
  });

  test('works again after the database was away', async () => {
    const { id } = await campaign();
    const client = new pg.Client({ connectionString: product.databaseUrl });
    await client.connect();
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()');
    await client.end();
    await expect.poll(async () => (await lead.ask('GET', `/api/campaigns/${id}`)).status, { timeout: 10_000 }).toBe(200);
  });
});

/** Reads events of `/api/live` into a list until it is closed. */
async function follow(address: string, cookie: string): Promise<{ notes: string[]; close: () => void }> {
  const stop = new AbortController();
  const response = await fetch(`${base}${address}`, { headers: { cookie }, signal: stop.signal });
  expect(response.status).toBe(200);
  const notes: string[] = [];
  void (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) notes.push(...decoder.decode(chunk as Uint8Array).split('\n\n').filter((part) => part.includes('event: change')));
  })().catch(() => undefined);
  await wait(50);
  return { notes, close: () => stop.abort() };
}

async function cookieOf(email: string): Promise<string> {
  const signedIn = await fetch(`${base}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password: PASSWORD }) });
  return signedIn.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
}

describe('live', () => {
  test('a change reaches who follows the campaign, with ids only, and no one who may not see it', async () => {
    await expect.poll(async () => (await lead.ask('GET', '/readyz')).status, { timeout: 10_000 }).toBe(200);
    await wait(1_500); // the listener reconnects a second after the connections were ended above
    const { id } = await campaign();
    const own = await follow(`/api/live?campaignId=${id}`, await cookieOf('lead@example.com'));
    await product.join({ name: '外人', email: 'outsider@example.com', departmentName: '销售部' });
    const outsider = await cookieOf('outsider@example.com');
    expect((await fetch(`${base}/api/live?campaignId=${id}`, { headers: { cookie: outsider } })).status).toBe(404);
    const everything = await follow('/api/live', outsider);
    await lead.must('POST', `/api/campaigns/${id}/budget/edits`, { changes: [{ type: 'insert', id: crypto.randomUUID(), fields: { category: '秘密的科目', amountCents: 100 } }] });
    // Whoever follows at once may still hear of the campaign itself.
    await expect.poll(() => own.notes.join('')).toContain('budget_line_created');
    expect(own.notes.join('')).not.toContain('秘密');
    await expect.poll(() => everything.notes.length).toBeGreaterThan(0);
    expect(everything.notes.join('')).not.toContain(id);
    own.close();
    everything.close();
  });
});
