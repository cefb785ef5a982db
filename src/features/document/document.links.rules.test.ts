import { expect, test } from 'vitest';
import type { Adopted } from './document.contract.ts';
import { importedLinks } from './document.links.rules.ts';

const task = (more: Partial<Adopted['schedule'][number]>): Adopted['schedule'][number] => ({ phase: 'preparation', whenText: '', startOn: null, endOn: null, dueTime: null, title: 'x', ownerText: '', state: 'open', note: '', ...more });

test('links and parents are found by the numbers of the table, whatever its order', () => {
  const read = importedLinks([task({ number: '10' }), task({ number: '20', before: '10FS+2个工作日、30SS-1', parent: '30' }), task({ number: '30' })]);
  expect(read[1]).toEqual({ links: [{ from: 0, type: 'FS', lagDays: 2, lagUnit: 'workday' }, { from: 2, type: 'SS', lagDays: -1, lagUnit: 'day' }], parent: 2, lost: [] });
});

test('without numbers a task is named by its place', () => {
  expect(importedLinks([task({}), task({ before: '1' })])[1]?.links).toEqual([{ from: 0, type: 'FS', lagDays: 0, lagUnit: 'day' }]);
});

test('what leads nowhere is told piece by piece, and the rest is kept', () => {
  const [first] = importedLinks([task({ number: '1', before: '2, 9, 1, 任务甲', parent: '7' }), task({ number: '2' })]);
  expect(first?.links).toHaveLength(1);
  expect(first?.lost).toEqual([{ code: 'unknown', piece: '9' }, { code: 'itself', piece: '1' }, { code: 'text', piece: '任务甲' }, { code: 'parent', piece: '7' }]);
});
