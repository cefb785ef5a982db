import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { canRead } from '#platform/server/embedded/account.ts';
import { databaseUrl } from '#platform/server/embedded/listening.ts';
import type { Listening } from '#platform/server/embedded/postmaster.ts';
import { askDatabase, createTestDatabase } from '#platform/server/testing/database.ts';
import { freePort, isAlive, processesOf, ROOT, type Started, startProcess, until } from './start-process.fixture.ts';
import { buildWeb } from './web-build.ts';

/** The pages are built before, so that no test waits for that, and none runs as a user who may not. */
const BUILD_MILLISECONDS = 180_000;
const nobody = { uid: 65_534, gid: 65_534 };
const isRoot = process.getuid?.() === 0;

let scratch: string;
let port: number;
const started: Started[] = [];

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'muster-start-'));
  chmodSync(scratch, 0o755);
  port = await freePort();
  await buildWeb({ root: ROOT, onBuild: () => undefined, signal: AbortSignal.timeout(BUILD_MILLISECONDS) });
}, BUILD_MILLISECONDS);
afterEach(async () => {
  for (const one of started.splice(0)) await one.end();
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function start(dataDir: string, env: Record<string, string> = {}, as?: typeof nobody): Started {
  const one = startProcess({ PORT: String(port), MUSTER_DATA: dataDir, ...env }, as);
  started.push(one);
  return one;
}

const pidLines = (dataDir: string): string[] => readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
const postmasterOf = (dataDir: string): number => Number(pidLines(dataDir)[0]);

async function ask(dataDir: string, sql: string): Promise<unknown[]> {
  const listening: Listening = { kind: 'socket', directory: pidLines(dataDir)[4] ?? '' };
  const password = readFileSync(join(dataDir, 'postgres.password'), 'utf8').trim();
  return await askDatabase(databaseUrl(listening, 'muster', password, 'muster'), sql);
}

describe('the one command', () => {
  const dataDir = (): string => join(scratch, 'company', 'data');

  test('starts on nothing, prints the address and the first sign-in, and stops without a trace', async () => {
    const one = start(dataDir());
    await one.ready();
    expect(await one.output('Ctrl-C')).toMatch(new RegExp(`点兵已启动：http://127.0.0.1:${port}\n.*首次使用.*\n\\s+http://127.0.0.1:${port}/setup\\S+`));
    expect((await fetch(`${one.address}/healthz`)).status).toBe(200);
    await ask(dataDir(), 'CREATE TABLE trace (at text)');
    const postmaster = postmasterOf(dataDir());
    one.signal('SIGTERM');
    one.signal('SIGINT'); // Ctrl-C reaches it from the terminal and from npm
    expect(await one.exit()).toEqual({ code: 0, signal: null });
    expect(one.said()).toContain('已停止');
    expect(isAlive(postmaster)).toBe(false);
    expect(processesOf(join(dataDir(), 'postgres'))).toEqual([]);
  });

  test('a second start on the same data says so and stops; the first goes on', async () => {
    const one = start(dataDir());
    await one.ready();
    const second = start(dataDir(), { PORT: String(await freePort()) });
    expect(await second.exit()).toEqual({ code: 1, signal: null });
    expect(second.said()).toBe(`数据目录 ${dataDir()} 已有一个点兵在运行（进程号 ${one.pid}，地址 ${one.address}）。请直接使用它，或先停止它；如需再开一个，请用 MUSTER_DATA 指定另一个目录。\n`);
    expect((await fetch(`${one.address}/readyz`)).status).toBe(200);
  });

  test('killed, the server leaves a PostgreSQL that the next start ends; what was committed is there', async () => {
    const one = start(dataDir());
    await one.ready();
    await ask(dataDir(), "INSERT INTO trace VALUES ('server')");
    const left = postmasterOf(dataDir());
    one.signal('SIGKILL');
    await one.exit();
    expect(isAlive(left)).toBe(true);
    const next = start(dataDir());
    await next.ready();
    expect(isAlive(left)).toBe(false);
    expect(await ask(dataDir(), 'SELECT at FROM trace')).toEqual([{ at: 'server' }]);
  });

  test('killed, PostgreSQL comes back under the running server', async () => {
    const one = start(dataDir());
    await one.ready();
    await ask(dataDir(), "INSERT INTO trace VALUES ('postgres')");
    const first = postmasterOf(dataDir());
    process.kill(first, 'SIGKILL');
    await until(() => existsSync(join(dataDir(), 'postgres', 'postmaster.pid')) && postmasterOf(dataDir()) !== first);
    await one.ready();
    expect(await ask(dataDir(), "SELECT at FROM trace WHERE at = 'postgres'")).toHaveLength(1);
    one.signal('SIGINT');
    expect(await one.exit()).toEqual({ code: 0, signal: null });
  });

  test('killed, both: the next start recovers by itself', async () => {
    const one = start(dataDir());
    await one.ready();
    await ask(dataDir(), "INSERT INTO trace VALUES ('both')");
    const left = postmasterOf(dataDir());
    one.signal('SIGKILL');
    process.kill(left, 'SIGKILL');
    await one.exit();
    const next = start(dataDir());
    await next.ready();
    expect(await ask(dataDir(), "SELECT at FROM trace WHERE at = 'both'")).toHaveLength(1);
  });

  test('started by npm, it stops when npm is killed', async () => {
    const one = startProcess({ PORT: String(port), MUSTER_DATA: dataDir() }, { command: ['npm', 'start'] });
    started.push(one);
    await one.ready();
    const postmaster = postmasterOf(dataDir());
    one.signal('SIGTERM');
    await one.exit();
    await until(() => !isAlive(postmaster));
    expect(processesOf(join(dataDir(), 'postgres'))).toEqual([]);
  });

  test('told to stop on its way, it stops', async () => {
    const one = start(join(scratch, 'hurry'));
    await one.output('首次启动');
    one.signal('SIGINT');
    expect(await one.exit()).toEqual({ code: 0, signal: null });
    expect(processesOf(join(scratch, 'hurry', 'postgres'))).toEqual([]);
  });

  test('a database of the company\'s own takes the place of the one that comes along', async () => {
    const database = await createTestDatabase();
    const one = start(join(scratch, 'external'), { DATABASE_URL: database.url });
    await one.ready();
    expect(existsSync(join(scratch, 'external', 'postgres'))).toBe(false);
    one.signal('SIGTERM');
    expect(await one.exit()).toEqual({ code: 0, signal: null });
    await database.drop();
  });
});

describe('what a person can mend is one sentence and exit code 1', () => {
  async function refused(one: Started): Promise<string> {
    expect(await one.exit()).toEqual({ code: 1, signal: null });
    expect(one.said().trim().split('\n')).toHaveLength(1);
    return one.said();
  }

  test('the port is in use', async () => {
    const other: Server = createServer();
    await new Promise<void>((done) => other.listen(port, '127.0.0.1', done));
    expect(await refused(start(join(scratch, 'port')))).toContain(`127.0.0.1:${port} 已被其他程序占用`);
    await new Promise((done) => other.close(done));
  });

  test('the environment is wrong', async () => {
    expect(await refused(start(join(scratch, 'env'), { PORT: 'http' }))).toContain('PORT 应为');
  });

  test('the database refuses the sign-in', async () => {
    const database = await createTestDatabase();
    const url = new URL(database.url);
    url.password = 'wrong-secret';
    const said = await refused(start(join(scratch, 'refused'), { DATABASE_URL: url.href }));
    expect(said).toContain('拒绝了登录');
    expect(said).not.toContain('wrong-secret');
    await database.drop();
  });

  test('the data directory cannot be made, in the language of the system', async () => {
    const place = isRoot ? '/proc/muster' : '/muster-data';
    expect(await refused(start(place))).toContain(`无法写入数据目录 ${place}`);
    expect(await refused(start(place, { LANG: 'en_GB.UTF-8' }))).toContain(`The data directory ${place} cannot be written`);
  });
});

/** Where the tests run as root the same as an ordinary user; elsewhere the tests above have shown it. */
describe.skipIf(!isRoot || !canRead(ROOT, { ...nobody, name: 'nobody' }))('as an ordinary user', () => {
  test('it starts on a directory of its own, and refuses one of somebody else', async () => {
    const home = join(scratch, 'home');
    mkdirSync(home);
    chownSync(home, nobody.uid, nobody.gid);
    const one = start(join(home, 'data'), {}, nobody);
    await one.ready();
    one.signal('SIGTERM');
    expect(await one.exit()).toEqual({ code: 0, signal: null });
    const other = start(join(scratch, 'company', 'data'), {}, nobody);
    expect(await other.exit()).toEqual({ code: 1, signal: null });
    expect(other.said()).toContain('无法写入数据目录');
  });
});
