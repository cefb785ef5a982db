import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StartProblem } from '../start-problem.ts';
import { askDatabase as ask } from '../testing/database.ts';
import { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './embedded-postgres.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const isRoot = process.getuid?.() === 0;
let scratch: string;
let dataDir: string;

/** One cluster for the file, in the hardest place: below a directory that PostgreSQL's account cannot enter. */
beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'embedded-'));
  chmodSync(scratch, 0o700);
  dataDir = join(scratch, 'data');
  const postgres = await start();
  await ask(postgres.url(), 'CREATE TABLE kept (id int)');
  await postgres.stop();
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const start = (options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> =>
  startEmbeddedPostgres({ dataDir, log: silent, unsafeFast: true, ...options });

async function until<T>(attempt: () => Promise<T>, milliseconds = 20_000): Promise<T> {
  for (const end = Date.now() + milliseconds; ; await sleep(50)) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

const pidFile = (): string => join(dataDir, 'postgres', 'postmaster.pid');
const postmasterPid = (): number => Number(readFileSync(pidFile(), 'utf8').split('\n')[0]);

test('it keeps what was written, speaks UTF-8 and sorts Chinese names', async () => {
  const postgres = await start();
  try {
    const [row] = await ask(postgres.url(), `
      SELECT to_regclass('kept')::text AS kept, current_setting('server_encoding') AS encoding, upper('é') AS upper,
             (SELECT string_agg(name, '' ORDER BY name COLLATE "zh-x-icu") FROM unnest(ARRAY['张', '李', '阿', '王']) AS name) AS names`);
    expect(row).toEqual({ kept: 'kept', encoding: 'UTF8', upper: 'É', names: '阿李王张' });
  } finally {
    await postgres.stop();
  }
});

test('only who has the password gets in, over a socket that only its account may use', async () => {
  const postgres = await start();
  try {
    const wrong = new URL(postgres.url());
    wrong.password = 'guess';
    await expect(ask(wrong.href, 'SELECT 1')).rejects.toThrow(/password/);
    const socket = new URL(postgres.url()).searchParams.get('host') ?? '';
    expect(statSync(socket).mode & 0o077).toBe(0);
    expect(statSync(join(dataDir, 'postgres.password')).mode & 0o077).toBe(0);
    expect(await ask(postgres.url(), "SELECT current_setting('listen_addresses') AS addresses")).toEqual([{ addresses: '' }]);
  } finally {
    await postgres.stop();
  }
});

test('stopping leaves no process, no socket and a free directory', async () => {
  const postgres = await start();
  const pid = postmasterPid();
  const socket = new URL(postgres.url()).searchParams.get('host') ?? '';
  await Promise.all([postgres.stop(), postgres.stop()]);
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  expect(existsSync(socket)).toBe(false);
  await (await start()).stop();
});

test('a directory in use is refused', async () => {
  const postgres = await start();
  try {
    await expect(start()).rejects.toMatchObject({ code: 'alreadyRunning', data: [dataDir, String(process.pid), ''] });
  } finally {
    await postgres.stop();
  }
});

describe('PostgreSQL ends by itself', () => {
  test('killed, it comes back at the same address with what was committed', async () => {
    const postgres = await start({ unsafeFast: false }); // the fast one may lose what it said was committed
    try {
      await ask(postgres.url(), 'INSERT INTO kept VALUES (1)');
      const before = postmasterPid();
      process.kill(before, 'SIGKILL');
      const rows = await until(async () => postmasterPid() === before ? Promise.reject(new Error('not yet')) : await ask(postgres.url(), 'SELECT id FROM kept'));
      expect(rows).toEqual([{ id: 1 }]);
    } finally {
      await postgres.stop();
    }
  });

  test('what cannot come back is given up with what it said', async () => {
    const control = join(dataDir, 'postgres', 'global', 'pg_control');
    const lost = Promise.withResolvers<StartProblem>();
    const postgres = await start({ onLost: lost.resolve });
    renameSync(control, `${control}.away`);
    process.kill(postmasterPid(), 'SIGKILL');
    const problem = await lost.promise;
    renameSync(`${control}.away`, control);
    await postgres.stop();
    expect(problem.code).toBe('databaseStopped');
    expect(problem.sentence('en')).toContain('pg_control');
    await (await start()).stop();
  });
});

test('a pid file that names another living program does not keep it from starting', async () => {
  writeFileSync(pidFile(), `${process.pid}\n${join(dataDir, 'postgres')}\n1700000000\n5432\n\n\n  1234 5\nready\n`);
  await (await start()).stop();
});

test('a making that was cut off is made anew', async () => {
  const other = join(scratch, 'cut-off');
  mkdirSync(join(other, 'postgres.making-1', 'base'), { recursive: true });
  const postgres = await start({ dataDir: other });
  await postgres.stop();
  expect(readdirSync(other).filter((name) => name.startsWith('postgres.making'))).toEqual([]);
});

test('a data directory with a long name gets its socket elsewhere', async () => {
  const long = join(scratch, 'x'.repeat(120), 'data');
  mkdirSync(join(long, '..'));
  renameSync(dataDir, long);
  const postgres = await start({ dataDir: long });
  expect(await ask(postgres.url(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await postgres.stop();
  renameSync(long, dataDir);
});

test('a lost password file is replaced', async () => {
  rmSync(join(dataDir, 'postgres.password'));
  const postgres = await start();
  expect(await ask(postgres.url(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await postgres.stop();
});

test('data of another PostgreSQL, or none at all, is refused untouched', async () => {
  const version = join(dataDir, 'postgres', 'PG_VERSION');
  const own = readFileSync(version, 'utf8');
  try {
    writeFileSync(version, '17\n');
    await expect(start()).rejects.toMatchObject({ code: 'dataVersion', data: ['17', own.trim()] });
    rmSync(version);
    await expect(start()).rejects.toMatchObject({ code: 'dataDamaged' });
  } finally {
    writeFileSync(version, own);
  }
  await (await start()).stop();
});

const small = join(tmpdir(), `muster-small-${process.pid}`);
/** Needs the right to mount, which root in a container may lack: then the disk cannot be filled without filling the machine's. */
const shell = (line: string): boolean => spawnSync('sh', ['-c', line], { stdio: 'ignore' }).status === 0;
const canMount = isRoot && process.platform === 'linux' && (() => {
  mkdirSync(small);
  return shell(`mount -t tmpfs -o size=20m tmpfs ${small}`);
})();
afterAll(() => {
  if (canMount) shell(`umount ${small}`);
  rmSync(small, { recursive: true, force: true });
});

test.skipIf(!canMount)('a full disk is told, and a start with space again succeeds', async () => {
  await expect(start({ dataDir: join(small, 'data') })).rejects.toMatchObject({ code: 'diskFull' });
  expect(shell(`mount -o remount,size=200m ${small}`)).toBe(true);
  const postgres = await start({ dataDir: join(small, 'data') });
  expect(await ask(postgres.url(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await postgres.stop();
});
