import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Log } from '../log.ts';
import { StartProblem } from '../start-problem.ts';
import { chooseAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { prepareCluster, ROLE } from './cluster.ts';
import { takeDataDirectory } from './data-lock.ts';
import { endLeftover } from './leftover.ts';
import { chooseListening, closeListening, databaseUrl } from './listening.ts';
import { startPostmaster, type Postmaster, type PostmasterOptions } from './postmaster.ts';

export interface EmbeddedPostgres {
  /** The address of a database of this PostgreSQL; `muster` when none is named. It stays the same over its restarts. */
  url(database?: string): string;
  /** Stops PostgreSQL and gives the data directory free. Can be called more than once. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Holds everything: `postgres/`, its password, its socket, the lock. Made when missing. */
  readonly dataDir: string;
  readonly log: Log;
  /** Is told when PostgreSQL ended and could not be brought back; the data directory is then free again. */
  readonly onLost?: (problem: StartProblem) => void;
  /** Gives up safety on power failure for speed: for test databases alone. */
  readonly unsafeFast?: boolean;
}

/** A PostgreSQL that ends by itself is started again, but not more than five times in a minute. */
const RESTARTS = 5;
const RESTARTS_WINDOW_MILLISECONDS = 60_000;
const FAST_SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200', 'shared_buffers=64MB'];

/**
 * Starts the PostgreSQL that comes along as an npm package on `dataDir`, and keeps it running until `stop()`.
 *
 * @throws StartProblem when the directory is in use, not writable, full, of another version; when no binaries fit
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  const held = takeDataDirectory(dataDir);
  try {
    const started = await startEmbeddedPostgresIn({ ...options, dataDir });
    return { url: started.url, stop: () => started.stop().finally(held.release) };
  } catch (error) {
    held.release();
    throw error;
  }
}

/** The same in a data directory that the caller holds already. */
export async function startEmbeddedPostgresIn(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, log } = options;
  const clusterDir = resolve(dataDir, 'postgres');
  const account = chooseAccount(clusterDir);
  const binaries = findBinaries(account);
  const ended = await endLeftover(clusterDir, binaries);
  if (ended > 0) log.warn({ processes: ended }, 'ended a PostgreSQL that an earlier server had left behind');
  const cluster = await prepareCluster(dataDir, binaries, account, options.unsafeFast !== true);
  const listening = await chooseListening(dataDir, account);
  const url = (database = ROLE): string => databaseUrl(listening, ROLE, cluster.password, database);
  const postmaster: PostmasterOptions = {
    binaries, cluster, account, listening, dataDir,
    settings: options.unsafeFast === true ? FAST_SETTINGS : [],
    onLine: (line) => tellLine(line, log),
  };
  try {
    const kept = await keepRunning(postmaster, options);
    const stop = (): Promise<void> => kept.stop().finally(() => closeListening(listening));
    await ensureDatabase(url).catch(async (error: unknown) => {
      await stop();
      throw error;
    });
    return { url, stop };
  } catch (error) {
    closeListening(listening);
    throw error;
  }
}

/** Of PostgreSQL's own log only what somebody should look at; the rest is in the reason when it ends. */
function tellLine(line: string, log: Log): void {
  if (line.includes('terminating connection due to administrator command')) return; // each connection's word at a stop
  if (/^(WARNING|FATAL|PANIC):|was terminated by signal|No space left on device/.test(line)) log.warn({ said: line }, 'PostgreSQL');
  else if (/was not properly shut down|redo done/.test(line)) log.info({ said: line }, 'PostgreSQL');
}

/** Starts PostgreSQL and starts it again whenever it ends by itself, within bounds. */
async function keepRunning(options: PostmasterOptions, { log, onLost }: EmbeddedPostgresOptions): Promise<{ stop(): Promise<void> }> {
  let current: Postmaster | undefined = await startPostmaster(options);
  let stopping = false;
  const restarts: number[] = [];

  const restart = async (problem: StartProblem): Promise<void> => {
    for (let last = problem; !stopping;) {
      const now = Date.now();
      if (restarts.filter((at) => at > now - RESTARTS_WINDOW_MILLISECONDS).length >= RESTARTS) {
        onLost?.(last.code === 'databaseFailed' ? StartProblem.of('databaseStopped', [String(last.data[0])], last) : last);
        return;
      }
      restarts.push(now);
      log.error({ reason: last.message }, 'PostgreSQL ended by itself, it is started again');
      await sleep(restarts.length * 100);
      try {
        const { listening } = options;
        await endLeftover(options.cluster.directory, options.binaries, listening.kind === 'socket' ? listening.directory : undefined);
        current = await startPostmaster(options);
        watch(current);
        if (stopping) await current.stop();
        return;
      } catch (error) {
        if (!(error instanceof StartProblem)) throw error;
        last = error;
      }
    }
  };
  let restarting: Promise<void> = Promise.resolve();
  const watch = (postmaster: Postmaster): void => {
    void postmaster.ended.then((problem) => {
      if (!stopping) restarting = restart(problem);
    });
  };
  watch(current);
  return {
    stop: async () => {
      stopping = true;
      await restarting;
      await current?.stop();
    },
  };
}

async function ensureDatabase(url: (database: string) => string): Promise<void> {
  const client = new pg.Client({ connectionString: url('postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [ROLE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${ROLE}`);
  } finally {
    await client.end();
  }
}
