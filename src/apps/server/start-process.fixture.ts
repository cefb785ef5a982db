import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export const ROOT = join(import.meta.dirname, '../../..');
/** Generous: a loaded machine, and a first start that builds the pages. */
const PATIENCE_MILLISECONDS = 170_000;

/** A running `start.ts`. */
export interface Started {
  readonly pid: number;
  readonly address: string;
  /** Everything that it printed so far. */
  said(): string;
  /** Resolves to what it printed once that holds `part`. */
  output(part: string): Promise<string>;
  /** Resolves when `/readyz` answers 200. */
  ready(): Promise<void>;
  signal(name: NodeJS.Signals): void;
  exit(): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** Stops it if it still runs. */
  end(): Promise<void>;
}

export interface StartOptions {
  /** Another account than that of the tests (which must be root then). */
  readonly uid?: number;
  readonly gid?: number;
  /** Another way to start it. */
  readonly command?: readonly [string, ...string[]];
}

export function startProcess(env: Readonly<Record<string, string>>, { command, ...account }: StartOptions = {}): Started {
  const [program, ...options] = command ?? [process.execPath, 'src/apps/server/start.ts'];
  const child = spawn(program, options, {
    cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], ...account,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], LANG: 'C.UTF-8', LOG_LEVEL: 'silent', ...env },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => { text += part.toString(); });
  const closed = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('exit', (code, signal) => {
      // A PostgreSQL that is left behind keeps the pipe open: the last words are given a moment instead of an end.
      setTimeout(() => resolve({ code, signal }), 50);
    });
  });
  const address = `http://127.0.0.1:${env['PORT']}`;
  const running = (): boolean => child.exitCode === null && child.signalCode === null;
  const orEnded = (): void => { if (!running()) throw new Error(`it ended: ${text}`); };
  return {
    pid: child.pid ?? 0, address,
    said: () => text,
    output: async (part) => {
      await until(() => text.includes(part) || orEnded());
      return text;
    },
    ready: () => until(async () => (await fetch(`${address}/readyz`).catch(orEnded))?.ok),
    signal: (name) => child.kill(name),
    exit: () => closed,
    end: async () => {
      if (running()) child.kill('SIGTERM');
      await closed;
    },
  };
}

/** Waits until `done` says something true; fails after a long while, or with what it throws. */
export async function until(done: () => unknown): Promise<void> {
  for (const end = Date.now() + PATIENCE_MILLISECONDS; ; await sleep(20)) {
    if (await done()) return;
    if (Date.now() > end) throw new Error('waited in vain');
  }
}

/** An ended process that nobody has taken note of (state Z) is not alive. */
export function isAlive(pid: number): boolean {
  try {
    if (process.platform === 'linux') return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Processes that work in the directory, told by /proc; none where there is no /proc. */
export function processesOf(directory: string): readonly string[] {
  const wanted = statSync(directory, { throwIfNoEntry: false });
  if (wanted === undefined || process.platform !== 'linux') return [];
  return readdirSync('/proc').filter((name) => {
    try {
      const { dev, ino } = statSync(`/proc/${name}/cwd`);
      return /^\d+$/.test(name) && dev === wanted.dev && ino === wanted.ino;
    } catch {
      return false;
    }
  });
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
