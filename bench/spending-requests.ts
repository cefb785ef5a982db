import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import autocannon from 'autocannon';
import Fastify from 'fastify';
import pg from 'pg';
import { createServer, type Server } from '../src/apps/server/server.ts';
import { readConfig } from '../src/platform/server/config.ts';
import { migrate } from '../src/platform/server/db/migrate.ts';
import { startEmbeddedPostgres } from '../src/platform/server/embedded/embedded-postgres.ts';
import { TestPerson } from '../src/platform/server/testing/http.ts';
import { type Bench, median } from './figure.ts';

const CONNECTIONS = 16;
const SECONDS = 5;
const ROUNDS = 3;
const AIM_PERCENT = 25;
const MANY = 64;
const AMOUNT_CENTS = 100;
/** So much that no line runs dry; the check is asked for every request all the same. */
const LINE_CENTS = 1_000_000_000;
const SETTLE_MS = 1_000;
const PASSWORD = 'correct horse 1';
const quiet = { info: () => undefined, warn: () => undefined, error: (data: object, message: string) => console.error(message, data) };

interface Asked { readonly method: 'POST' | 'PUT'; readonly path: string; readonly headers: Record<string, string>; readonly body: string }

async function perSecond(url: string, next: () => Asked): Promise<number> {
  const result = await autocannon({
    url, connections: CONNECTIONS, duration: SECONDS,
    requests: [{ setupRequest: (request: object) => ({ ...request, ...next() }) }],
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} answers were not 2xx, ${result.errors} errors`);
  return result.requests.total / result.duration;
}

interface Prepared { readonly cookie: string; readonly campaignId: string; readonly lineIds: readonly string[] }

/** A company, and a campaign whose approved plan has opened a ledger of many lines. Someone of the team asks; the lead would grant it. */
async function prepare(server: Server, base: string): Promise<Prepared> {
  const admin = new TestPerson(server.app);
  const code = new URL((await server.firstSignIn()) ?? '').searchParams.get('code');
  await admin.must('POST', '/api/setup', { code, companyName: 'Bench', name: 'Admin', email: 'admin@example.com', password: PASSWORD });
  await admin.signIn('admin@example.com', PASSWORD);
  const join_ = async (name: string, orgRole = 'member') => {
    const email = `${name}@example.com`;
    const { invitations } = await admin.must<{ invitations: { link: string; personId: string }[] }>('POST', '/api/people', { people: [{ name, email, orgRole }] });
    const person = new TestPerson(server.app);
    await person.must('POST', `/api/links/${new URL(invitations[0]?.link ?? '').pathname.split('/').pop() ?? ''}`, { name, password: PASSWORD });
    await person.signIn(email, PASSWORD);
    return { person, id: invitations[0]?.personId ?? '' };
  };
  const [lead, boss, member] = [await join_('lead'), await join_('boss', 'management'), await join_('member')];
  const { id: campaignId } = await lead.person.must<{ id: string }>('POST', '/api/campaigns', { name: 'Bench', scenario: 'launch', theme: 'x', audience: 'x', startsOn: '2025-10-01', endsOn: '2025-10-22' });
  const api = `/api/campaigns/${campaignId}`;
  const insert = (rows: readonly object[]) => ({ changes: rows.map((fields) => ({ type: 'insert', id: crypto.randomUUID(), fields })) });
  await lead.person.must('POST', `${api}/team`, { userId: member.id, group: 'execution' });
  await lead.person.must('POST', `${api}/goals/edits`, insert([{ metric: 'Orders', unit: 'x', target: 2000 }]));
  await lead.person.must('POST', `${api}/schedule/edits`, insert([{ phase: 'execution', title: 'Event', whenText: '10-16', startOn: '2025-10-16', endOn: '2025-10-18', ownerText: 'x' }]));
  const lines = insert(Array.from({ length: MANY }, (_, index) => ({ category: `Line ${index}`, amountCents: LINE_CENTS })));
  await lead.person.must('POST', `${api}/budget/edits`, lines);
  const { approvalId } = await lead.person.must<{ approvalId: string }>('POST', `${api}/plan/submissions`, { note: '', answer: '测试数据，按简化内容提交' });
  await boss.person.must('POST', `/api/approvals/${approvalId}/decision`, { decision: 'approved' });
  await lead.person.must('POST', `${api}/plan/start`);
  const signedIn = await fetch(`${base}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: 'member@example.com', password: PASSWORD }) });
  const cookie = signedIn.headers.getSetCookie().map((text) => text.split(';')[0]).join('; ');
  return { cookie, campaignId, lineIds: lines.changes.map((change) => change.id) };
}

/** The bare limit: Fastify and one conditional UPDATE, with the same contention. */
async function bareServer(databaseUrl: string): Promise<{ base: string; close: () => Promise<void> }> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: CONNECTIONS });
  pool.on('error', () => undefined);
  await pool.query(`create table bare_lines as select id, ${LINE_CENTS}::bigint as free from generate_series(0, ${MANY - 1}) as id`);
  await pool.query('alter table bare_lines add primary key (id)');
  const bare = Fastify();
  bare.post('/requests', async (request, reply) => {
    const { line, amount } = request.body as { line: number; amount: number };
    const { rowCount } = await pool.query('update bare_lines set free = free - $1 where id = $2 and free >= $1', [amount, line]);
    return reply.status(rowCount === 1 ? 200 : 409).send({ done: rowCount === 1 });
  });
  const base = await bare.listen({ port: 0, host: '127.0.0.1' });
  return { base, close: async () => { await bare.close(); await pool.end(); } };
}

let count = 0;
const json = { 'content-type': 'application/json' };
const bareRequest = (lines: number) => (): Asked =>
  ({ method: 'POST', path: '/requests', headers: json, body: JSON.stringify({ line: (count += 1) % lines, amount: AMOUNT_CENTS }) });

/** As a browser sends it: an id and a key of its own each. */
const ourRequest = ({ cookie, campaignId, lineIds }: Prepared, lines: number) => (): Asked => {
  count += 1;
  const body = { kind: 'spending', lineId: lineIds[count % lines], amountCents: AMOUNT_CENTS, payee: `Payee ${count}`, purpose: 'Posters for the event', submit: true };
  return {
    method: 'PUT', path: `/api/campaigns/${campaignId}/budget/requests/${crypto.randomUUID()}`,
    headers: { ...json, cookie, 'idempotency-key': crypto.randomUUID() }, body: JSON.stringify(body),
  };
};

/** Fails unless every balance is the sum of its entries, nothing is below zero, and all that was asked is reserved. */
async function verify(client: pg.Client, asked: number): Promise<void> {
  const { rows: wrong } = await client.query(`
    select b.line_id from budget_balances b
    left join (select line_id, sum(allocated_delta) as allocated, sum(reserved_delta) as reserved, sum(committed_delta) as committed, sum(spent_delta) as spent from budget_entries group by line_id) e
      on e.line_id = b.line_id
    where b.free_cents < 0 or (b.allocated_cents, b.reserved_cents, b.committed_cents, b.spent_cents)
      is distinct from (coalesce(e.allocated, 0), coalesce(e.reserved, 0), coalesce(e.committed, 0), coalesce(e.spent, 0))`);
  if (wrong.length > 0) throw new Error(`${wrong.length} balances are not the sum of their entries, or below zero`);
  const { rows: [found] } = await client.query<{ reserved: string; requests: string; keys: string }>(`
    select (select sum(reserved_cents) from budget_balances) as reserved, (select count(*) from budget_requests where state = 'submitted') as requests,
      (select count(*) from idempotency_keys where operation = 'budget.saveRequest') as keys`);
  const [reserved, requests, keys] = [Number(found?.reserved), Number(found?.requests), Number(found?.keys)];
  if (reserved !== requests * AMOUNT_CENTS || keys !== requests || requests < asked) throw new Error(`asked ${asked}, kept ${requests} requests with ${keys} keys and ${reserved} cents`);
}

interface Rates { readonly ours: number[]; readonly bare: number[] }

async function measureOn(databaseUrl: string, directory: string): Promise<ReadonlyMap<number, Rates>> {
  const server = await createServer(readConfig({ MUSTER_DATA: directory, PORT: '0' }), { databaseUrl, log: quiet });
  const base = await server.listen();
  const prepared = await prepare(server, base);
  const bare = await bareServer(databaseUrl);
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined); // when a round fails, PostgreSQL stops before the connection is closed
  await client.connect();
  const rates = new Map<number, Rates>([1, MANY].map((lines) => [lines, { ours: [], bare: [] }]));
  let asked = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [lines, { ours, bare: limits }] of rates) {
      limits.push(await perSecond(bare.base, bareRequest(lines)));
      const rate = await perSecond(base, ourRequest(prepared, lines));
      ours.push(rate);
      asked += Math.floor(rate * SECONDS * 0.99);
    }
  }
  await wait(SETTLE_MS); // what was under way when the last round ended
  await bare.close();
  await server.close();
  await verify(client, asked);
  await client.end();
  return rates;
}

export const bench: Bench = {
  purpose: `spending requests submitted per second over HTTP, each checked, reserved, sent on its approval route and kept under its key, ${CONNECTIONS} connections, median of ${ROUNDS} rounds, client and server in one process; all on one line, and spread over ${MANY}`,
  async measure() {
    const directory = await mkdtemp(join(tmpdir(), 'muster-bench-'));
    const postgres = await startEmbeddedPostgres({ dataDir: join(directory, 'data'), log: quiet });
    try {
      await migrate(postgres.url());
      const rates = await measureOn(postgres.url(), directory);
      return [...rates].flatMap(([lines, { ours, bare }]) => {
        const [value, limit] = [median(ours), median(bare)];
        const where = lines === 1 ? 'on one line' : `over ${lines} lines`;
        return [
          { what: `spending requests ${where}`, value, unit: '/s' as const, bare: { what: 'Fastify + UPDATE … WHERE free >= x', value: limit } },
          { what: 'share of the bare one', value: (value / limit) * 100, unit: '%' as const, aim: { atLeast: AIM_PERCENT } },
        ];
      });
    } finally {
      await postgres.stop();
      await rm(directory, { recursive: true, force: true });
    }
  },
};
