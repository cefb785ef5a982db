import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { startProduct } from '../e2e/server.ts';
import type { Bench } from './figure.ts';

const SETTLE_MS = 15_000;
const REQUESTS = 20;

/** Resident memory of one process in MiB, from `/proc` (so on Linux only). */
function residentMib(pid: number): number {
  const kib = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kib) / 1024;
}

export const bench: Bench = {
  purpose: `resident memory of the server's process, without PostgreSQL, ${SETTLE_MS / 1000} s after a start and ${REQUESTS} requests`,
  async measure() {
    const product = await startProduct();
    try {
      for (let request = 0; request < REQUESTS; request += 1) await askFor(`${product.baseURL}/${request % 2 === 0 ? '' : 'readyz'}`);
      await wait(SETTLE_MS);
      return [{ what: 'server, idle', value: residentMib(product.pid), unit: 'MiB', aim: { atMost: 180 }, bare: { what: 'Fastify alone', value: await residentMibOfFastify() }, note: `Node alone ${Math.round(residentMibOfNode())} MiB` }];
    } finally {
      await product.stop();
    }
  },
};

async function askFor(address: string): Promise<void> {
  const answer = await fetch(address);
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
}

/** Fastify with one route, after the same number of requests. */
async function residentMibOfFastify(): Promise<number> {
  const program = "import('fastify').then(async ({ fastify }) => { const app = fastify(); app.get('/', () => 'ok'); console.log(await app.listen({ port: 0, host: '127.0.0.1' })); });";
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [address] = (await once(child.stdout, 'data')) as [Buffer];
  for (let request = 0; request < REQUESTS; request += 1) await askFor(address.toString().trim());
  const mib = residentMib(child.pid ?? 0);
  child.kill();
  return mib;
}

/** What a Node process that does nothing takes: the floor. */
function residentMibOfNode(): number {
  const { stdout } = spawnSync(process.execPath, ['-e', 'console.log(process.memoryUsage.rss())'], { encoding: 'utf8' });
  return Number(stdout) / 1024 / 1024;
}
