import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Config, readConfig } from '#platform/server/config.ts';
import { migrate } from '#platform/server/db/migrate.ts';
import { takeDataDirectory } from '#platform/server/embedded/data-lock.ts';
import { startEmbeddedPostgresIn } from '#platform/server/embedded/embedded-postgres.ts';
import type { Log } from '#platform/server/log.ts';
import { releaseStartMemory } from '#platform/server/start-memory.ts';
import { openTerminalLog } from '#platform/server/terminal-log.ts';
import type { Locale } from '#platform/shared/messages.ts';
import { checkListenAddress, listenProblem } from './listen-address.ts';
import { startMessages } from './start.messages.ts';
import { buildWeb } from './web-build.ts';

const ROOT = join(import.meta.dirname, '../../..');
/** Longest time that a request under way is waited for. */
const CLOSE_MILLISECONDS = 8_000;
/** A database of DATABASE_URL may be starting at the same time (a machine that boots, a composition of containers). */
const DATABASE_PATIENCE_MILLISECONDS = 30_000;

const PARENT_MILLISECONDS = 300;

/** Things to undo in the opposite order of their making. */
type Undo = () => Promise<void> | void;

interface Run {
  readonly config: Config;
  readonly log: Log;
  readonly locale: Locale;
  readonly undo: Undo[];
  /** Aborts when the system is to stop; the reason is the problem that made it stop, if one did. */
  readonly stop: AbortController;
}

/** Runs the system until it is told to stop. Returns the exit code: 0 when told to, 1 when something broke. */
export async function runServer(locale: Locale): Promise<number> {
  const config = readConfig(process.env);
  const log = openTerminalLog(config.logLevel);
  const run: Run = { config, log, locale, undo: [], stop: new AbortController() };
  const say = (text: string): boolean => process.stdout.write(`${text}\n`);
  const told = stopWhenTold(run);
  try {
    await start(run, say);
    await told;
    say(startMessages[locale].stopping);
  } catch (error) {
    if (!run.stop.signal.aborted) throw error; // else: it failed because it was told to stop on its way
  } finally {
    await undoAll(run);
  }
  const reason: unknown = run.stop.signal.reason;
  if (reason instanceof Error) throw reason;
  say(startMessages[locale].stopped);
  return 0;
}

/** Ctrl-C, the system's stop, a closed terminal, or a fault that leaves no sound state: all end in the same order. */
function stopWhenTold({ stop }: Run): Promise<void> {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => stop.abort(name));
  process.on('uncaughtException', (error) => stop.abort(error));
  process.on('unhandledRejection', (error) => stop.abort(error instanceof Error ? error : new Error(String(error))));
  if (process.env['npm_lifecycle_event'] !== undefined && process.platform !== 'win32') stopWithParent(stop);
  return new Promise((resolve) => stop.signal.addEventListener('abort', () => resolve(), { once: true }));
}

/** `kill` of npm reaches npm and its shell but not what the shell started: its end is the sign to stop. */
function stopWithParent(stop: AbortController): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop.abort('the parent ended');
  }, PARENT_MILLISECONDS).unref();
}

async function undoAll({ undo, log }: Run): Promise<void> {
  for (const step of undo.reverse()) {
    try {
      await step();
    } catch (error) {
      log.error({ reason: String(error) }, 'a part did not stop as it should');
    }
  }
}

async function start(run: Run, say: (text: string) => void): Promise<void> {
  const { config, locale, undo, stop } = run;
  const words = startMessages[locale];
  const held = takeDataDirectory(config.dataDir);
  undo.push(() => held.release());
  await checkListenAddress(config.host, config.port);
  // Importing keeps this process busy for about half a second: PostgreSQL is to be on its way by then.
  const database = openDatabase(run, say);
  const spawned = nextTurn();
  const [databaseUrl, { createServer }] = await allOrFirstProblem([
    database,
    spawned.then(() => import('./server.ts')),
    spawned.then(() => buildWeb({ root: ROOT, onBuild: () => say(words.building), signal: stop.signal })),
  ]);
  stop.signal.throwIfAborted();
  const webDirectory = join(ROOT, 'dist/web');
  const pages = existsSync(join(webDirectory, 'index.html')) ? { webDirectory } : {};
  const server = await createServer(config, { databaseUrl, log: run.log, ...pages });
  undo.push(() => withinTime(server.close()));
  const address = await server.listen().catch((error: unknown) => { throw listenProblem(error, config.host, config.port); });
  held.announce(address);
  say(words.listening(address));
  const firstSignIn = await server.firstSignIn();
  if (firstSignIn !== undefined) say(words.firstSignIn(firstSignIn));
  say(words.howToStop);
  releaseStartMemory();
}

/** Like Promise.all, but waits for the others before it fails, so that what they opened can be undone. */
async function allOrFirstProblem<T extends readonly Promise<unknown>[]>(parts: readonly [...T]): Promise<{ -readonly [I in keyof T]: Awaited<T[I]> }> {
  await Promise.allSettled(parts);
  return await Promise.all(parts);
}

async function openDatabase(run: Run, say: (text: string) => void): Promise<string> {
  const { config, log, locale, undo, stop } = run;
  let url = config.databaseUrl;
  if (url === undefined) {
    if (!existsSync(join(config.dataDir, 'postgres'))) say(startMessages[locale].firstDatabase);
    const postgres = await startEmbeddedPostgresIn({ dataDir: config.dataDir, log, onLost: (problem) => stop.abort(problem) });
    undo.push(() => postgres.stop());
    url = postgres.url();
  }
  const patienceMilliseconds = config.databaseUrl === undefined ? 0 : DATABASE_PATIENCE_MILLISECONDS;
  const applied = await migrate(url, { patienceMilliseconds, signal: stop.signal });
  if (applied.length > 0) say(startMessages[locale].upgraded(applied.length));
  return url;
}

async function withinTime(closing: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([closing, new Promise((resolve) => { timer = setTimeout(resolve, CLOSE_MILLISECONDS); })]);
  clearTimeout(timer);
}
