import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import Fastify from 'fastify';
import pg from 'pg';
import { readConfig } from '../src/platform/server/config.ts';
import { migrate } from '../src/platform/server/db/migrate.ts';
import { startEmbeddedPostgres } from '../src/platform/server/embedded/embedded-postgres.ts';
import { createServer } from '../src/apps/server/server.ts';
import { type Bench, median } from './figure.ts';

const CONNECTIONS = 16;
const SECONDS = 6;
const ROUNDS = 3;
const AIM_PERCENT = 30;
const PASSWORD = 'correct horse 1';
const quiet = { info: () => undefined, warn: () => undefined, error: (data: object, message: string) => console.error(message, data) };

type Body = () => { method: 'POST'; path: string; headers: Record<string, string>; body: string };

async function perSecond(url: string, next: Body): Promise<number> {
  const result = await autocannon({
    url, connections: CONNECTIONS, duration: SECONDS,
    requests: [{ setupRequest: (request: object) => ({ ...request, ...next() }) }],
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} answers were not 2xx, ${result.errors} errors`);
  return result.requests.total / result.duration;
}

/** Signs in, and makes a campaign as often as it is asked: each round begins with one that has no lines. */
async function signedIn(base: string, link: string): Promise<{ cookie: string; freshCampaign: () => Promise<string> }> {
  const json = { 'content-type': 'application/json' };
  const code = new URL(link).searchParams.get('code');
  const person = { email: 'bench@example.com', password: PASSWORD };
  await fetch(`${base}/api/setup`, { method: 'POST', headers: json, body: JSON.stringify({ code, companyName: 'Bench', name: 'Bench', ...person }) });
  const session = await fetch(`${base}/api/session`, { method: 'POST', headers: json, body: JSON.stringify(person) });
  const cookie = session.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
  const freshCampaign = async () => {
    const created = await fetch(`${base}/api/campaigns`, { method: 'POST', headers: { ...json, cookie }, body: JSON.stringify({ name: 'Bench', scenario: 'launch', startsOn: '2025-10-01', endsOn: '2025-10-22' }) });
    return ((await created.json()) as { id: string }).id;
  };
  return { cookie, freshCampaign };
}

/** The bare limit: Fastify and one INSERT into the same table. */
async function bareServer(databaseUrl: string): Promise<{ base: string; close: () => Promise<void> }> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: CONNECTIONS });
  pool.on('error', () => undefined);
  const bare = Fastify();
  bare.post('/campaigns/:campaignId/lines', async (request) => {
    const { campaignId } = request.params as { campaignId: string };
    const { changes } = request.body as { changes: [{ id: string; fields: { category: string; amountCents: number } }] };
    const { id, fields } = changes[0];
    await pool.query('insert into budget_lines (id, campaign_id, category, amount_cents, position) values ($1, $2, $3, $4, 1)', [id, campaignId, fields.category, fields.amountCents]);
    return { outcomes: [{ id, status: 'ok', conflicts: [] }] };
  });
  const base = await bare.listen({ port: 0, host: '127.0.0.1' });
  return { base, close: async () => { await bare.close(); await pool.end(); } };
}

const line = (path: string, headers: Record<string, string>): Body => () => ({
  method: 'POST', path, headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify({ changes: [{ type: 'insert', id: crypto.randomUUID(), fields: { category: 'materials', amountCents: 800_000 } }] }),
});

async function measureOn(databaseUrl: string, directory: string): Promise<{ ours: number; limit: number }> {
  const server = await createServer(readConfig({ MUSTER_DATA: directory, PORT: '0' }), { databaseUrl, log: quiet });
  const base = await server.listen();
  const { cookie, freshCampaign } = await signedIn(base, (await server.firstSignIn()) ?? '');
  const bare = await bareServer(databaseUrl);
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined); // when a round fails, PostgreSQL stops before the connection is closed
  await client.connect();
  const ours: number[] = [];
  const limits: number[] = [];
  const measured: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    limits.push(await perSecond(bare.base, line(`/campaigns/${await freshCampaign()}/lines`, {})));
    const campaignId = await freshCampaign();
    ours.push(await perSecond(base, line(`/api/campaigns/${campaignId}/budget/edits`, { cookie })));
    measured.push(campaignId);
  }
  const { rows } = await client.query<{ lines: number; events: number }>(
    "select (select count(*)::int from budget_lines where campaign_id = any($1)) as lines, (select count(*)::int from events where kind = 'budget_line_created' and campaign_id = any($1)) as events", [measured]);
  if (!rows[0] || rows[0].lines === 0 || rows[0].events < rows[0].lines) throw new Error('lines without events');
  await client.end();
  await bare.close();
  await server.close();
  return { ours: median(ours), limit: median(limits) };
}

export const bench: Bench = {
  purpose: `budget lines created per second over HTTP with session, policy, event and transaction, ${CONNECTIONS} connections, median of ${ROUNDS} rounds, client and server in one process`,
  async measure() {
    const directory = await mkdtemp(join(tmpdir(), 'muster-bench-'));
    const postgres = await startEmbeddedPostgres({ dataDir: join(directory, 'data'), log: quiet });
    try {
      await migrate(postgres.url());
      const { ours, limit } = await measureOn(postgres.url(), directory);
      const bare = { what: 'Fastify + INSERT', value: limit };
      return [
        { what: 'create a budget line', value: ours, unit: '/s', bare },
        { what: 'share of the bare one', value: (ours / limit) * 100, unit: '%', aim: { atLeast: AIM_PERCENT } },
      ];
    } finally {
      await postgres.stop();
      await rm(directory, { recursive: true, force: true });
    }
  },
};
