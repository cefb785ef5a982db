import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeDataDirectory } from './data-lock.ts';

let scratch: string;
beforeEach(() => { scratch = mkdtempSync(join(tmpdir(), 'lock-')); });
afterEach(() => rmSync(scratch, { recursive: true }));

const MODULE = JSON.stringify(join(import.meta.dirname, 'data-lock.ts'));

test('a second taker is refused and told who holds the directory, until it is released', () => {
  const dataDir = join(scratch, 'deep', 'data');
  const held = takeDataDirectory(dataDir);
  held.announce('http://127.0.0.1:3000');
  expect(() => takeDataDirectory(dataDir)).toThrow(expect.objectContaining({ code: 'alreadyRunning', data: [dataDir, String(process.pid), 'http://127.0.0.1:3000'] }));
  held.release();
  takeDataDirectory(dataDir).release();
});

test('the lock of a killed process is free at once, whatever its pid file says', async () => {
  const script = `const { takeDataDirectory } = await import(${MODULE}); globalThis.held = takeDataDirectory(${JSON.stringify(scratch)}); console.log('held'); setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(holder.stdout, 'data');
  expect(() => takeDataDirectory(scratch)).toThrow(expect.objectContaining({ code: 'alreadyRunning' }));
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  expect(existsSync(join(scratch, 'muster.pid'))).toBe(true);
  takeDataDirectory(scratch).release();
});

test('a living process with the number of the pid file does not hold the lock', () => {
  writeFileSync(join(scratch, 'muster.pid'), `${process.ppid}\n`);
  const held = takeDataDirectory(scratch);
  expect(readFileSync(join(scratch, 'muster.pid'), 'utf8')).toBe(`${process.pid}\n`);
  held.release();
});

test('of many that take at once, one gets it', async () => {
  const path = join(scratch, 'file.lock');
  const script = `const { lockFile } = await import(${MODULE}); globalThis.lock = lockFile(${JSON.stringify(path)}); console.log(lock ? 'mine' : 'taken'); setInterval(() => {}, 1000);`;
  const takers = Array.from({ length: 4 }, () => spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] }));
  const answers = await Promise.all(takers.map(async (taker) => String((await once(taker.stdout, 'data') as [Buffer])[0]).trim()));
  for (const taker of takers) taker.kill('SIGKILL');
  expect(answers.sort()).toEqual(['mine', 'taken', 'taken', 'taken']);
});

test('the data directory is for its owner', () => {
  const dataDir = join(scratch, 'data');
  takeDataDirectory(dataDir).release();
  expect(statSync(dataDir).mode & 0o777).toBe(process.getuid?.() === 0 ? 0o711 : 0o700);
});

test('a file in the place of the directory is told', () => {
  writeFileSync(join(scratch, 'file'), '');
  expect(() => takeDataDirectory(join(scratch, 'file'))).toThrow(expect.objectContaining({ code: 'notADirectory' }));
  expect(() => takeDataDirectory(join(scratch, 'file', 'data'))).toThrow(expect.objectContaining({ code: 'notADirectory' }));
});

test.skipIf(!existsSync('/proc/version'))('a place that refuses is told, and does not hang', () => {
  expect(() => takeDataDirectory('/proc/muster')).toThrow(expect.objectContaining({ code: 'notWritable' }));
});
