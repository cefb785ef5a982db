import { expect, it, test } from 'vitest';
import { afterText, fileOf, newRow, readAfter, rowsOf } from './playbook.edit.rules.ts';
import { SMALL_PLAYBOOK } from './playbook.fixture.ts';

let ids = 0;
const newId = () => `id${(ids += 1)}`;

test('a playbook goes into the grids and comes back unchanged', () => {
  expect(fileOf(SMALL_PLAYBOOK, rowsOf(SMALL_PLAYBOOK, newId))).toEqual(SMALL_PLAYBOOK);
});

test('a new row is a whole one; a task without a key gets a free one', () => {
  const rows = rowsOf(SMALL_PLAYBOOK, newId);
  const made = { id: 'new', ...newRow('tasks'), title: '撤场', after: 'event FS+1天' };
  const file = fileOf(SMALL_PLAYBOOK, { ...rows, tasks: [...rows.tasks, made], zones: [{ id: 'z', ...newRow('zones'), name: '应急组' }] });
  expect(file.tasks.at(-1)).toEqual({ key: 't1', phase: 'preparation', when: '', title: '撤场', owner: '', note: '', after: [{ key: 'event', type: 'FS', lagDays: 1, lagUnit: 'day' }] });
  expect(file.zones).toEqual([{ name: '应急组', duty: '', staff: null, capacity: null, ownerText: '', note: '' }]);
});

it.each([
  ['plan', [['plan', 'FS', 0, 'day']]],
  ['plan、print SS', [['plan', 'FS', 0, 'day'], ['print', 'SS', 0, 'day']]],
  ['print FS+1个工作日', [['print', 'FS', 1, 'workday']]],
  ['print +2天, plan ff-1wd', [['print', 'FS', 2, 'day'], ['plan', 'FF', -1, 'workday']]],
  ['staff、t-1 SS', [['staff', 'FS', 0, 'day'], ['t-1', 'SS', 0, 'day']]],
  ['', []],
] as const)('%s', (text, expected) => {
  const after = readAfter(text);
  expect(after?.map(({ key, type, lagDays, lagUnit }) => [key, type, lagDays, lagUnit])).toEqual(expected);
  expect(readAfter(afterText(after ?? []))).toEqual(after);
});

test('what is no task before another is not guessed', () => {
  expect(readAfter('plan 之后')).toBeUndefined();
});
