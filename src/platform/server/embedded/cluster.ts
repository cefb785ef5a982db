import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync, chownSync, closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileProblem, StartProblem } from '../start-problem.ts';
import { canReach, type Account } from './account.ts';
import type { Binaries } from './binaries.ts';

/** The one database role of the embedded PostgreSQL. */
export const ROLE = 'muster';

export interface Cluster {
  /** The data directory of PostgreSQL. */
  readonly directory: string;
  readonly password: string;
  /** How the account names the directory: its path, or an open descriptor when it cannot walk there. */
  open(): OpenedCluster;
}

/** `path` is valid in a child process that was given `descriptors` from number 3 on. */
export interface OpenedCluster {
  readonly path: string;
  readonly descriptors: readonly number[];
  close(): void;
}

/**
 * Returns the cluster under `dataDir`, made if there is none. A making that was cut off leaves only a directory of
 * another name, which the next start removes.
 *
 * @throws StartProblem `dataVersion`, `dataDamaged`, `notWritable`, `diskFull`
 */
export async function prepareCluster(dataDir: string, binaries: Binaries, account: Account | undefined, sync: boolean): Promise<Cluster> {
  const directory = join(dataDir, 'postgres');
  try {
    for (const name of readdirSync(dataDir)) {
      if (name.startsWith('postgres.making-')) rmSync(join(dataDir, name), { recursive: true, force: true });
    }
    if (existsSync(directory)) checkCluster(directory, binaries);
    let password = readPassword(dataDir);
    if (password === undefined) {
      password = writePassword(dataDir);
      if (existsSync(directory)) await replacePassword(dataDir, directory, password, binaries, account);
    }
    if (!existsSync(directory)) await makeCluster(dataDir, directory, password, binaries, account, sync);
    return { directory, password, open: () => openCluster(directory, account) };
  } catch (error) {
    throw fileProblem(error, dataDir);
  }
}

function checkCluster(directory: string, binaries: Binaries): void {
  let found: string;
  try {
    found = readFileSync(join(directory, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') throw error;
    throw StartProblem.of('dataDamaged', [directory], error);
  }
  if (found !== binaries.major) throw StartProblem.of('dataVersion', [found, binaries.major]);
  if (!existsSync(join(directory, 'global', 'pg_control'))) throw StartProblem.of('dataDamaged', [directory]);
}

const passwordFile = (dataDir: string): string => join(dataDir, 'postgres.password');

function readPassword(dataDir: string): string | undefined {
  const password = existsSync(passwordFile(dataDir)) ? readFileSync(passwordFile(dataDir), 'utf8').trim() : '';
  return password === '' ? undefined : password;
}

/**
 * 256 random bits that only the server's account can read. With that much chance in it the password needs no slow hash,
 * so the role keeps it with one SCRAM iteration and a connection costs no time.
 */
function writePassword(dataDir: string): string {
  const password = randomBytes(32).toString('base64url');
  writeFileSync(passwordFile(dataDir), `${password}\n`, { mode: 0o600 });
  return password;
}

/** A restored copy without its password file: PostgreSQL's single-user mode asks for none. */
async function replacePassword(
  dataDir: string, directory: string, password: string, binaries: Binaries, account: Account | undefined,
): Promise<void> {
  const opened = openCluster(directory, account);
  try {
    const options = ['--single', '-c', 'scram_iterations=1', '-D', opened.path, 'postgres'];
    await run(binaries.postgres, options, opened, account, dataDir, `ALTER ROLE ${ROLE} PASSWORD '${password}'\n`);
  } catch (error) {
    rmSync(passwordFile(dataDir), { force: true });
    throw error;
  } finally {
    opened.close();
  }
}

async function makeCluster(
  dataDir: string, directory: string, password: string, binaries: Binaries, account: Account | undefined, sync: boolean,
): Promise<void> {
  const making = join(dataDir, `postgres.making-${process.pid}`);
  mkdirSync(making, { mode: 0o700 });
  const scratch = mkdtempSync(join(tmpdir(), 'muster-init-'));
  const secret = join(scratch, 'password');
  writeFileSync(secret, password, { mode: 0o600 });
  if (account !== undefined) for (const path of [making, scratch, secret]) own(path, account);
  const opened = openCluster(making, account);
  try {
    await run(binaries.initdb, [
      '-D', opened.path, '-U', ROLE, `--pwfile=${secret}`, '--auth=scram-sha-256', '--set', 'scram_iterations=1',
      // The builtin provider sorts and folds by code point on every system alike; names use the ICU collation zh-x-icu.
      '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8',
      ...(sync ? [] : ['--no-sync']),
    ], opened, account, dataDir);
    renameSync(making, directory);
  } finally {
    opened.close();
    rmSync(scratch, { recursive: true, force: true });
    rmSync(making, { recursive: true, force: true });
  }
}

function own(path: string, account: Account): void {
  try {
    chownSync(path, account.uid, account.gid);
  } catch (error) {
    throw StartProblem.of('accountUnusable', [account.name], error);
  }
}

/**
 * When the server runs as root in a place that PostgreSQL's account cannot walk to (`/root/muster/data`), it hands over
 * an open descriptor instead: Linux resolves `/proc/self/fd/3` without walking the path above it.
 */
function openCluster(directory: string, account: Account | undefined): OpenedCluster {
  if (account !== undefined) {
    const { uid, mode } = statSync(directory);
    if (uid !== account.uid) own(directory, account);
    if ((mode & 0o077) !== 0) chmodSync(directory, 0o700);
  }
  if (canReach(directory, account)) return { path: directory, descriptors: [], close: () => undefined };
  if (process.platform !== 'linux') throw StartProblem.of('accountUnusable', [account?.name ?? '']);
  const descriptor = openSync(directory, 'r');
  return { path: '/proc/self/fd/3', descriptors: [descriptor], close: () => closeSync(descriptor) };
}

/** What PostgreSQL's programs see of the environment: nothing that changes their language, their time or their place. */
export const PROGRAM_ENVIRONMENT: NodeJS.ProcessEnv = {
  PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC',
  ...(process.platform === 'win32' ? { SystemRoot: process.env['SystemRoot'], TEMP: process.env['TEMP'] } : {}),
};

async function run(
  program: string, options: readonly string[], opened: OpenedCluster, account: Account | undefined, dataDir: string, input = '',
): Promise<void> {
  const child = spawn(program, options, {
    // A session of its own: Ctrl-C in the terminal does not cut it off half-way.
    detached: true, windowsHide: true,
    cwd: tmpdir(), env: PROGRAM_ENVIRONMENT, stdio: ['pipe', 'pipe', 'pipe', ...opened.descriptors],
    ...(account === undefined ? {} : { uid: account.uid, gid: account.gid }),
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => { said += part.toString(); });
  child.stdin?.on('error', () => undefined).end(input); // a program that ended early says so by its code
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', (error) => reject(programProblem(error, account)));
    child.once('close', resolve);
  });
  if (code !== 0) throw failureFrom(said, dataDir);
}

/** Why a program of PostgreSQL could not even be started. */
export function programProblem(error: Error, account: Account | undefined): StartProblem {
  const { code } = error as NodeJS.ErrnoException;
  if (account !== undefined && (code === 'EPERM' || code === 'EINVAL')) return StartProblem.of('accountUnusable', [account.name], error);
  return StartProblem.of('binariesUnusable', [error.message], error);
}

/** Turns what PostgreSQL said before it gave up into the sentence for it. */
export function failureFrom(said: string, dataDir: string): StartProblem {
  if (/No space left on device|Disk quota exceeded/.test(said)) return StartProblem.of('diskFull', [dataDir]);
  if (/Read-only file system|Permission denied/.test(said)) return StartProblem.of('notWritable', [dataDir]);
  if (/error while loading shared libraries|GLIBC|cannot execute/.test(said)) return StartProblem.of('binariesUnusable', [lastLine(said)]);
  return StartProblem.of('databaseFailed', [lastLine(said)]);
}

function lastLine(said: string): string {
  const lines = said.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  return (lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1) ?? '').replace(/\.$/, '');
}
