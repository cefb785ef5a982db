import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { startProduct } from '../e2e/server.ts';
import type { Bench } from './figure.ts';

const SETTLE_MS = 15_000;

/** Resident memory of one process in MiB, from `/proc` (so on Linux only). */
function residentMib(pid: number): number {
  const kib = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kib) / 1024;
}

export const bench: Bench = {
  purpose: `resident memory of the server's process, without PostgreSQL, ${SETTLE_MS / 1000} s after a start in which the first page was served`,
  async measure() {
    const product = await startProduct();
    try {
      await wait(SETTLE_MS);
      return [{ what: 'server, idle', value: residentMib(product.pid), unit: 'MiB', aim: { atMost: 180 }, bare: { what: 'Node alone', value: residentMibOfNode() } }];
    } finally {
      await product.stop();
    }
  },
};

/** What a Node process that does nothing takes: the floor. */
function residentMibOfNode(): number {
  const { stdout } = spawnSync(process.execPath, ['-e', 'console.log(process.memoryUsage.rss())'], { encoding: 'utf8' });
  return Number(stdout) / 1024 / 1024;
}
