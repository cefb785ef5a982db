import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';

/** How long a PostgreSQL left behind may take for its own shutdown, and how long a forced one. */
const FAST_MILLISECONDS = 10_000;
const FORCED_MILLISECONDS = 5_000;

/**
 * Ends what a killed server, or a killed PostgreSQL, left running on this data directory, and removes the files that
 * would keep a new one from starting. The caller holds the lock of the data directory, so nobody else uses it.
 * Its socket directory goes too, unless it is `keptSocket`. Returns the number of processes that were ended.
 */
export async function endLeftover(clusterDir: string, binaries: Binaries, keptSocket?: string): Promise<number> {
  if (!existsSync(clusterDir)) return 0;
  const pidFile = join(clusterDir, 'postmaster.pid');
  const lines = readLines(pidFile);
  const postmaster = Number(lines[0]);
  if (process.platform === 'win32') {
    if (lines.length > 0) spawnSync(binaries.pgCtl, ['stop', '-D', clusterDir, '-m', 'fast', '-w', '-t', '15'], { windowsHide: true });
    return 0;
  }
  const found = processesIn(clusterDir, postmaster);
  if (found.has(postmaster)) {
    signal(postmaster, 'SIGINT');
    await waitFor(() => processesIn(clusterDir, postmaster).size === 0, FAST_MILLISECONDS);
  }
  // Children of a killed postmaster end by themselves unless they are busy; they must be gone before a new one starts.
  for (const pid of processesIn(clusterDir, postmaster)) signal(pid, 'SIGKILL');
  await waitFor(() => processesIn(clusterDir, postmaster).size === 0, FORCED_MILLISECONDS);
  // The number in the file may meanwhile be another program's; PostgreSQL would then refuse to start.
  rmSync(pidFile, { force: true });
  if (lines[4] !== keptSocket) removeSocketDirectory(lines[4]);
  return found.size;
}

function readLines(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').map((line) => line.trim());
  } catch {
    return [];
  }
}

/**
 * Processes whose working directory is the cluster: every process of a PostgreSQL, and nothing else. Without /proc only
 * the postmaster of the pid file can be asked about.
 */
function processesIn(clusterDir: string, postmaster: number): Set<number> {
  const found = new Set<number>();
  if (process.platform === 'linux') {
    const cluster = statSync(clusterDir);
    for (const name of readdirSync('/proc')) {
      const pid = Number(name);
      if (!Number.isInteger(pid) || pid === process.pid) continue;
      try {
        const { dev, ino } = statSync(`/proc/${name}/cwd`);
        if (dev === cluster.dev && ino === cluster.ino) found.add(pid);
      } catch {
        // Gone meanwhile, or another account's.
      }
    }
  } else if (Number.isInteger(postmaster) && postmaster > 0) {
    const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(postmaster)], { encoding: 'utf8' });
    if (stdout.includes(`postgres -D ${clusterDir}`)) found.add(postmaster);
  }
  return found;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone meanwhile.
  }
}

async function waitFor(done: () => boolean, milliseconds: number): Promise<void> {
  for (const until = Date.now() + milliseconds; !done() && Date.now() < until;) await sleep(20);
}

/** Socket directories of the temporary directory are made anew by each start; one in the data directory is kept. */
function removeSocketDirectory(path: string | undefined): void {
  if (path !== undefined && basename(path).startsWith(SOCKET_DIRECTORY_PREFIX)) rmSync(path, { recursive: true, force: true });
}

/** How a socket directory in the temporary directory is named. */
export const SOCKET_DIRECTORY_PREFIX = 'muster-socket-';
