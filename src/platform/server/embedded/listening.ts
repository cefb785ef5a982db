import { chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { canReach, type Account } from './account.ts';
import { SOCKET_DIRECTORY_PREFIX } from './leftover.ts';
import type { Listening } from './postmaster.ts';

/** The kernel's limit for a socket's path is 108 bytes with its end on Linux, 104 on macOS; PostgreSQL adds its name. */
const SOCKET_PATH_BYTES = 103;
const SOCKET_NAME = '/.s.PGSQL.5432.lock';

/**
 * Chooses where PostgreSQL listens: a socket beside the data that only its account may enter; in the temporary directory
 * when that path is too long or closed to the account; on Windows a free port of the loopback address.
 */
export async function chooseListening(dataDir: string, account: Account | undefined): Promise<Listening> {
  if (process.platform === 'win32') return { kind: 'port', port: await freePort() };
  let directory = join(resolve(dataDir), 'postgres.socket');
  if (Buffer.byteLength(directory + SOCKET_NAME) > SOCKET_PATH_BYTES || !canReach(directory, account)) {
    directory = mkdtempSync(join(tmpdir(), SOCKET_DIRECTORY_PREFIX));
  } else {
    rmSync(directory, { recursive: true, force: true });
    mkdirSync(directory, { mode: 0o700 });
  }
  if (account !== undefined) chownSync(directory, account.uid, account.gid);
  return { kind: 'socket', directory };
}

/** Removes the socket's directory once PostgreSQL is stopped. */
export function closeListening(listening: Listening): void {
  if (listening.kind === 'socket') rmSync(listening.directory, { recursive: true, force: true });
}

/** The address that `pg` and libpq understand alike. The password is of URL-safe characters. */
export function databaseUrl(listening: Listening, role: string, password: string, database: string): string {
  const name = encodeURIComponent(database);
  return listening.kind === 'port'
    ? `postgres://${role}:${password}@127.0.0.1:${listening.port}/${name}`
    : `postgres://${role}:${password}@localhost/${name}?host=${encodeURIComponent(listening.directory)}`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done, failed) => server.once('error', failed).listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
