import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll } from 'vitest';

export type Product = {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly baseURL: string;
  /** The address of the first-run set-up, as the product printed it. */
  readonly setupURL: string;
  readonly dataFolder: string;
  /** Process of the server; its PostgreSQL is a child of it. */
  readonly pid: number;
  /** From the start of the process to the first 200 on `/`. */
  readonly startedInMs: number;
  /** What the product printed so far. */
  output(): string;
  /** Stops with SIGTERM and waits; removes the data unless it is to be kept. */
  stop(options?: { keepData?: boolean }): Promise<void>;
};

export type ProductOptions = {
  /** An existing data folder, for example of a product that was stopped with `keepData`. */
  dataFolder?: string;
  env?: Readonly<Record<string, string>>;
};

const ROOT = path.resolve(import.meta.dirname, '..');
const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 20_000;

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return address.port;
}

async function makeDataFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'muster-e2e-'));
  // Started by root, PostgreSQL runs as another user and has to pass through.
  await chmod(folder, 0o755);
  return folder;
}

/** The variables of the person who runs the tests must not reach the product under test. */
function cleanEnvironment(extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(MUSTER_|DATABASE_URL$|PORT$|HOST$|NODE_ENV$|NODE_OPTIONS$|VITEST|SMTP_)/.test(name));
  return { ...Object.fromEntries(kept), NODE_ENV: 'production', NO_COLOR: '1', ...extra };
}

/** The last line of a start; the set-up link is printed before it, a moment after the first page can be had. */
const LAST_LINE = /Ctrl-C/;

/** Returns the milliseconds from `began` to the first 200. */
async function waitUntilReady(child: ChildProcess, baseURL: string, output: () => string, began: number): Promise<number> {
  const end = Date.now() + START_TIMEOUT_MS;
  let startedInMs = 0;
  while (Date.now() < end) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The product ended with ${child.exitCode ?? child.signalCode}:\n${output()}`);
    if (startedInMs === 0) {
      const answer = await fetch(`${baseURL}/`).catch(() => undefined);
      await answer?.body?.cancel();
      if (answer?.ok) startedInMs = performance.now() - began;
    }
    if (startedInMs > 0 && LAST_LINE.test(output())) return startedInMs;
    await wait(20);
  }
  throw new Error(`The product did not answer within ${START_TIMEOUT_MS / 1000} s:\n${output()}`);
}

/** The printed address that leads further than the front page; empty once the set-up is done. */
function findSetupURL(output: string, baseURL: string): string {
  const printed = output.match(/https?:\/\/[^\s/]+\/[^\s]+/g) ?? [];
  return (printed[0] ?? '').replace(/^https?:\/\/[^/]+/, baseURL);
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const inTime = await Promise.race([ended.then(() => true), wait(STOP_TIMEOUT_MS, false, { ref: false })]);
  if (inTime) return;
  child.kill('SIGKILL');
  throw new Error(`The product did not stop within ${STOP_TIMEOUT_MS / 1000} s of SIGTERM.`);
}

/**
 * Starts the product as its user does, on a data folder and a port of its own, and waits for the first page.
 * The pages come from `dist/web` when that is up to date; otherwise the product builds them first.
 */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const dataFolder = options.dataFolder ?? (await makeDataFolder());
  const port = await findFreePort();
  const baseURL = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const child = spawn(process.execPath, ['src/apps/server/start.ts'], {
    cwd: ROOT,
    env: cleanEnvironment({ HOST: '127.0.0.1', PORT: String(port), MUSTER_DATA: path.join(dataFolder, 'data'), ...options.env }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  const output = () => Buffer.concat(chunks).toString('utf8');
  const killOnExit = () => child.kill('SIGTERM');
  process.once('exit', killOnExit);
  const stop: Product['stop'] = async ({ keepData = false } = {}) => {
    process.removeListener('exit', killOnExit);
    await stopChild(child);
    if (!keepData) await rm(dataFolder, { recursive: true, force: true });
  };
  try {
    const startedInMs = await waitUntilReady(child, baseURL, output, began);
    return { baseURL, setupURL: findSetupURL(output(), baseURL), dataFolder, pid: child.pid ?? 0, startedInMs, output, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** For the top of a test file: one product for the file, stopped after it. */
export function useProduct(options?: ProductOptions): Product {
  let running: Product | undefined;
  const product = (): Product => {
    if (!running) throw new Error('The product belongs inside a test or a hook: it is not started yet.');
    return running;
  };
  beforeAll(async () => {
    running = await startProduct(options);
  });
  afterAll(async () => {
    await running?.stop();
  });
  return {
    get baseURL() {
      return product().baseURL;
    },
    get setupURL() {
      return product().setupURL;
    },
    get dataFolder() {
      return product().dataFolder;
    },
    get pid() {
      return product().pid;
    },
    get startedInMs() {
      return product().startedInMs;
    },
    output: () => product().output(),
    stop: (stopOptions) => product().stop(stopOptions),
  };
}
