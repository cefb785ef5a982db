import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import path from 'node:path';
import { buildWeb } from '#apps/server/web-build.ts';
import { startEmbeddedPostgres } from '#platform/server/embedded/embedded-postgres.ts';
import { startProduct } from '../e2e/server.ts';
import { median } from './figure.ts';
import type { Bench } from './figure.ts';

const ROUNDS = 5;
const BARE_SERVER = "import('fastify').then(async ({ fastify }) => { const app = fastify(); app.get('/', () => 'ok'); console.log(await app.listen({ port: 0, host: '127.0.0.1' })); });";

/** Milliseconds from the start of the process to the first 200 on `/`. */
async function timeStart(dataFolder?: string): Promise<{ ms: number; dataFolder: string }> {
  const product = await startProduct(dataFolder === undefined ? {} : { dataFolder });
  await product.stop({ keepData: true });
  return { ms: product.startedInMs, dataFolder: product.dataFolder };
}

/** The same for Fastify with one route and nothing else. */
async function timeBare(): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, ['-e', BARE_SERVER], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [address] = (await once(child.stdout, 'data')) as [Buffer];
  while (!(await fetch(address.toString().trim()).catch(() => undefined))?.ok) await wait(5);
  const ms = performance.now() - began;
  child.kill();
  return ms;
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The PostgreSQL of the same data folder, started by itself until it answers a query. */
async function timePostgres(dataFolder: string): Promise<number> {
  const began = performance.now();
  const postgres = await startEmbeddedPostgres({ dataDir: path.join(dataFolder, 'data'), log: silent });
  const ms = performance.now() - began;
  await postgres.stop();
  return ms;
}

export const bench: Bench = {
  purpose: `from the start command to the first 200, pages already built; median of ${ROUNDS} for a start on existing data`,
  async measure() {
    await buildWeb({ root: path.resolve(import.meta.dirname, '..'), onBuild: () => undefined, signal: AbortSignal.timeout(300_000) });
    const first = await timeStart();
    const again: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) again.push((await timeStart(first.dataFolder)).ms);
    const postgres: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) postgres.push(await timePostgres(first.dataFolder));
    await (await startProduct({ dataFolder: first.dataFolder })).stop();
    const bare: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) bare.push(await timeBare());
    return [
      { what: 'first start, empty data folder', value: first.ms, unit: 'ms' },
      { what: 'second start', value: median(again), unit: 'ms', aim: { atMost: 1_000 }, bare: { what: 'Fastify alone, no database', value: median(bare) } },
      { what: 'of it: PostgreSQL, beside the rest', value: median(postgres), unit: 'ms' },
    ];
  },
};
