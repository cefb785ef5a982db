import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Approval } from './approval.contract.ts';
import { byUrgency, dueOf, fitsOneLine, matching, namesOf, standingOf, waitedDays } from './approval.list.rules.ts';
import { APPROVAL_KINDS } from './approval.route.rules.ts';

const facts = { line: '线上推广费', toLine: null, payee: '云帆传媒', purpose: '朋友圈广告第二批', freeAfterCents: 300_000 };
const row = (change: Partial<Approval> = {}): Approval => ({
  id: 'a', campaignId: 'c', campaignName: '秋季新品上市', kind: 'spending', title: '朋友圈广告第二批', version: 1, sha256: '', subjectId: 's', amountCents: 1_200_000, category: '线上推广费',
  requestedBy: '王芳', requestedById: 'w', requestedAt: '2025-10-08T02:00:00Z', step: { id: 't', name: '审核', number: 1, count: 3, openedAt: '2025-10-08T02:00:00Z', dueOn: '2025-10-10', who: [] },
  facts, decision: null, reason: null, decidedBy: null, decidedAt: null, ...change,
});
const step = (dueOn: string | null, openedAt = '2025-10-08T02:00:00Z') => ({ id: 't', name: '审核', number: 1, count: 1, openedAt, dueOn, who: [] });

test.each([
  [null, null], ['2025-10-07', { state: 'late', days: 2 }], ['2025-10-09', { state: 'today', days: 0 }], ['2025-10-10', { state: 'tomorrow', days: 1 }], ['2025-10-13', { state: 'later', days: 4 }],
])('seen from October 9, a step due on %s', (dueOn, expected) => {
  const due = dueOf(dueOn, '2025-10-09');
  if (expected === null) expect(due).toBeNull();
  else expect(due).toMatchObject(expected);
});

test('waiting is counted from where it stands now, in the days of the time zone', () => {
  expect(waitedDays(row(), '2025-10-10', 'Asia/Shanghai')).toBe(2);
  expect(waitedDays(row({ step: step(null, '2025-10-09T16:30:00Z') }), '2025-10-10', 'Asia/Shanghai')).toBe(0);
});

test('those of whom a step waits: people by name, roles by their word, nobody left out of a sentence', () => {
  const roles = { admin: '管理员', management: '管理层', finance: '财务', member: '成员' };
  expect(namesOf([{ name: '周正', role: null }, { name: null, role: 'finance' }, { name: null, role: null }], roles)).toEqual(['周正', '财务']);
});

describe('several at once', () => {
  test.each([
    ['a spending request with money left', row(), true],
    ['nothing left afterwards', row({ facts: { ...facts, freeAfterCents: 0 } }), true],
    ['one that exceeds', row({ facts: { ...facts, freeAfterCents: -1 } }), false],
    ['one whose free money is unknown', row({ facts: { ...facts, freeAfterCents: null } }), false],
    ['a plan', row({ kind: 'plan', facts: null }), false],
    ['a change of the budget, although it has facts', row({ kind: 'budget' }), false],
    ['a decided one', row({ decision: 'approved', step: null }), false],
  ])('%s', (_, one, expected) => expect(fitsOneLine(one)).toBe(expected));

  test('whatever has no facts, or leaves less than nothing, never', () => {
    fc.assert(fc.property(fc.constantFrom(...APPROVAL_KINDS), fc.option(fc.integer({ max: -1 })), (kind, freeAfterCents) => {
      expect(fitsOneLine(row({ kind, facts: freeAfterCents === null ? null : { ...facts, freeAfterCents } }))).toBe(false);
    }));
  });
});

test('what is due first stands first, then what has waited longest', () => {
  const rows = [row({ id: 'none', step: step(null) }), row({ id: 'later', step: step('2025-10-12') }), row({ id: 'late', step: step('2025-10-07') }), row({ id: 'older', step: step('2025-10-12', '2025-10-01T00:00:00Z') })];
  expect(byUrgency(rows).map((one) => one.id)).toEqual(['late', 'older', 'later', 'none']);
});

test('the sentence of the list: how many, how late, how old, how much', () => {
  const rows = [row({ step: step('2025-10-07', '2025-10-01T02:00:00Z') }), row({ step: step('2025-10-09') }), row({ kind: 'plan', facts: null, amountCents: 4_600_000, step: step(null) })];
  expect(standingOf(rows, '2025-10-09', 'Asia/Shanghai')).toEqual({ count: 3, late: 1, today: 1, oldestDays: 8, amountCents: 2_400_000 });
  expect(standingOf([], '2025-10-09', 'Asia/Shanghai')).toMatchObject({ count: 0, oldestDays: null, amountCents: 0 });
});

test.each([['', '云帆', 1], ['', '王芳 广告', 1], ['', '没有', 0], ['plan', '', 0], ['spending', '秋季', 1], ['', 'ＡＢ', 0]])('filter %s %s', (kind, text, count) => {
  expect(matching([row()], { kind, text })).toHaveLength(count);
});
