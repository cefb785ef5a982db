import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { BackgroundProcess } from './background-process.ts';
import type { FixtureJob } from './jobs.fixture.ts';

let started: BackgroundProcess<FixtureJob, unknown>[] = [];

function start(limits: { idleMs?: number; timeoutMs?: number } = {}): BackgroundProcess<FixtureJob, unknown> {
  const made = new BackgroundProcess<FixtureJob, unknown>({ module: new URL('./jobs.fixture.ts', import.meta.url), setUp: { greeting: 'hello' }, ...limits });
  started.push(made);
  return made;
}

afterEach(async () => {
  await Promise.all(started.map((one) => one.close()));
  started = [];
});

test('does the jobs in the order in which they came, each with its own answer', async () => {
  const background = start();
  const order: unknown[] = [];
  const say = (text: string, afterMs: number) => background.run({ do: 'say', text, afterMs }).then((answer) => order.push(answer));
  await Promise.all([say('slow', 80), say('quick', 0)]);
  expect(order).toEqual(['hello slow', 'hello quick']);
});

test('passes on what a job throws, and goes on', async () => {
  const background = start();
  await expect(background.run({ do: 'throw' })).rejects.toThrow('no such thing');
  expect(await background.run({ do: 'say', text: 'again' })).toBe('hello again');
});

test('a crash rejects what was waiting and is over with the next job', async () => {
  const background = start();
  const crash = background.run({ do: 'crash' }).catch(String);
  const behind = background.run({ do: 'say', text: 'lost' }).catch(String);
  expect(await crash).toContain('left (SIGKILL)');
  expect(await behind).toContain('left (SIGKILL)');
  expect(await background.run({ do: 'say', text: 'back' })).toBe('hello back');
});

test('gives up a job that takes too long and starts afresh', async () => {
  const background = start({ timeoutMs: 600 });
  expect(await background.run({ do: 'say', text: 'endless', afterMs: 10_000 }).catch(String)).toContain('longer than 600 ms');
  expect(await background.run({ do: 'say', text: 'next' })).toBe('hello next');
});

test('leaves when idle, not before, and comes back', async () => {
  const background = start({ idleMs: 150 });
  expect(background.isRunning()).toBe(false);
  await background.run({ do: 'say', text: 'one' });
  expect(background.isRunning()).toBe(true);
  for (let left = 60; left > 0 && background.isRunning(); left -= 1) await sleep(50);
  expect(background.isRunning()).toBe(false);
  expect(await background.run({ do: 'say', text: 'two' })).toBe('hello two');
});

test('carries none of the server’s secrets', async () => {
  process.env['DATABASE_URL'] ??= 'postgres://secret';
  const names = (await start().run({ do: 'environment' })) as string[];
  expect(names).toContain('MUSTER_SET_UP');
  expect(names).not.toContain('DATABASE_URL');
});

test('rejects what is waiting when it is closed', async () => {
  const background = start();
  const waiting = background.run({ do: 'say', text: 'never', afterMs: 10_000 }).catch(String);
  await background.close();
  expect(await waiting).toContain('closed');
});
