import { expect, it } from 'vitest';
import type { TaskLink } from './schedule.contract.ts';
import { linkText } from './schedule.link.rules.ts';

const link = (predecessorId: string, type: TaskLink['type'] = 'FS', lagDays = 0, lagUnit: TaskLink['lagUnit'] = 'day'): TaskLink => ({ predecessorId, type, lagDays, lagUnit });
const numberOf = (id: string) => ({ a: 1, b: 2, c: 3 })[id];
const lag = (days: number, unit: TaskLink['lagUnit']) => `${days > 0 ? '+' : ''}${days}${unit === 'day' ? 'd' : 'wd'}`;

it.each([
  [[], ''],
  [[link('b')], '2'],
  [[link('c', 'SS')], '3SS'],
  [[link('a', 'FS', 1)], '1FS+1d'],
  [[link('a', 'FF', -2, 'workday'), link('b')], '1FF-2wd, 2'],
  [[link('gone'), link('b')], '2'],
])('%j is written %s', (links, text) => {
  expect(linkText(links, numberOf, lag)).toBe(text);
});
