import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { StartProblem } from '../start-problem.ts';
import { lockFile } from './data-lock.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { databaseUrl } from './listening.ts';
import type { Listening } from './postmaster.ts';

const NAME = 'muster';
const SILENT: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A database for the time of one command. */
export interface Borrowed {
  readonly url: string;
  /** Stops what was started for it. */
  close(): Promise<void>;
}

/**
 * The database that a command works on: of DATABASE_URL, of the server that runs on the data directory, or the one in the directory, started for as long
 * as the command runs. Undefined where there is none: a command makes no database.
 *
 * @throws StartProblem when it cannot be started
 */
export async function borrowDatabase({ databaseUrl: url, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>): Promise<Borrowed | undefined> {
  if (url !== undefined) return { url, close: async () => undefined };
  if (!existsSync(join(dataDir, 'postgres', 'PG_VERSION'))) return undefined;
  const held = lockFile(join(dataDir, 'muster.lock'));
  if (held === undefined) return { url: runningUrl(dataDir), close: async () => undefined };
  held.release();
  const postgres = await startEmbeddedPostgres({ dataDir, log: SILENT });
  return { url: postgres.url(), close: () => postgres.stop() };
}

/** The address of the PostgreSQL that runs on the directory, as it noted it itself: its process, directory, start, port, socket. */
function runningUrl(dataDir: string): string {
  const [, , , port = '', directory = ''] = readFileSync(join(resolve(dataDir), 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  const listening: Listening = directory === '' ? { kind: 'port', port: Number(port) } : { kind: 'socket', directory };
  const password = readFileSync(join(dataDir, 'postgres.password'), 'utf8').trim();
  if (password === '') throw StartProblem.of('dataDamaged', [dataDir]);
  return databaseUrl(listening, NAME, password, NAME);
}
