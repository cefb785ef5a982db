import { expect, it, test } from 'vitest';
import { readAnswers, readLength, readTarget, readTotal } from './playbook.answer.rules.ts';

it.each([['3', 3], [' 366 ', 366], ['0', undefined], ['367', undefined], ['2.5', undefined], ['', undefined], ['三', undefined]])('%j days', (text, days) => expect(readLength(text)).toBe(days));
it.each([['200000', 20_000_000], ['200,000.5', 20_000_050], ['-1', undefined], ['', undefined], ['20万', undefined], ['99999999999', undefined]])('%j yuan', (text, cents) => expect(readTotal(text)).toBe(cents));
it.each([['2,000', 2000], ['12.5', 12.5], ['', null], [' ', null], ['-3', undefined], ['很多', undefined], ['1e99', undefined]])('target %j', (text, target) => expect(readTarget(text)).toBe(target));

test('what is not readable yet is not answered; without a first day there is nothing to preview', () => {
  const typed = { eventFrom: '2026-02-27', length: '', total: 'x', targets: ['1', '', '-'], words: {} };
  expect(readAnswers(typed, { leadDays: 1, eventDays: 3, tailDays: 1 })).toEqual({ eventFrom: '2026-02-27', eventTo: '2026-03-01', totalCents: 0, targets: [1, null, null], words: {} });
  expect(readAnswers({ ...typed, eventFrom: '' }, { leadDays: 1, eventDays: 3, tailDays: 1 })).toBeUndefined();
});
