import { expect, test } from 'vitest';
import { readDocument } from '#features/reading/server/direct.api.ts';
import { adoptedOf, countAdopted, reviewOf } from './document.review.rules.ts';

const people = [{ id: 'u1', name: '刘洋' }, { id: 'u2', name: '王芳' }, { id: 'u3', name: '张伟' }, { id: 'u4', name: '张伟' }, { id: 'u5', name: '陈婧' }];
const TEXT = '## 人员分工\n\n| 组别 | 成员 | 职责 |\n|---|---|---|\n| 总负责人 | 陈婧 | 统筹 |\n| 策划组 | 刘洋 | 方案 |\n| 签到组 | 王芳、张伟 | 签到 |\n| 引导组 | 赵六 | 分流 |\n| 甲组 | 王芳 | 机动 |';
const understood = async (text = TEXT) => readDocument(Buffer.from(text), 'team.md', { year: 2025 });

test('people are matched by their names alone, each name once; no lead, no stranger, nobody of two who are called alike', async () => {
  const review = reviewOf(await understood(), { people, canStaff: true });
  expect(review.parts.map((part) => part.kind)).toEqual(['duties', 'members']);
  const adopted = adoptedOf(review);
  expect(adopted.team.members).toEqual([{ userId: 'u1', group: 'planning' }, { userId: 'u2', group: 'execution' }]);
  expect(adopted.team.duties).toEqual([
    { group: 'lead', duties: '统筹', worksWith: '' }, { group: 'planning', duties: '方案', worksWith: '' }, { group: 'execution', duties: '签到组：签到\n引导组：分流', worksWith: '' },
  ]);
  expect(adopted.attached).toEqual([]);
  expect(countAdopted(adopted)).toBe(5);
});

test('who may not staff the team is offered the duties alone; an unticked part is left out', async () => {
  const review = reviewOf(await understood(), { people, canStaff: false });
  expect(review.parts.map((part) => part.kind)).toEqual(['duties']);
  expect(adoptedOf({ ...review, parts: review.parts.map((part) => ({ ...part, taken: false })) }).team).toEqual({ duties: [], members: [], areas: [] });
});

test('two rows that a person gives to one group become one text', async () => {
  const review = reviewOf(await understood(), { people, canStaff: true });
  const parts = review.parts.map((part) => (part.kind === 'duties' ? { ...part, rows: part.rows.map((row) => (row.group === '' ? { ...row, group: 'planning' as const } : row)) } : part));
  expect(adoptedOf({ ...review, parts }).team.duties.find((duty) => duty.group === 'planning')?.duties).toBe('方案\n机动');
});

test('a table that says nothing the team can hold is kept as it stood', async () => {
  const review = reviewOf(await understood('| 岗位 | 人数 |\n|---|---|\n| 签到岗 | 3 |'), { people, canStaff: true });
  expect(review.parts.map((part) => [part.kind, part.table.kind])).toEqual([['attached', 'team']]);
});
