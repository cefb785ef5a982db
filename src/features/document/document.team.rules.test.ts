import { expect, test } from 'vitest';
import { readDocument } from '#features/reading/server/direct.api.ts';
import { areasOf, dutiesOf, membersOf } from './document.team.rules.ts';

const read = async (text: string) => {
  const [table] = (await readDocument(Buffer.from(text), 'team.md', { year: 2025 })).tables;
  if (!table) throw new Error('no table was read');
  return table;
};

test('组别 / 成员: names are people, groups of other names find theirs', async () => {
  const table = await read('## 人员分工\n\n| 组别 | 成员 | 职责 |\n|---|---|---|\n| 策划组 | 刘洋、张三 | 方案细化 |\n| 签到组 | 王芳 | 来宾签到 |\n| 引导组 | 李四、*专员 | 分流引导 |\n| 甲组 | 赵六 | 机动 |');
  expect(membersOf(table).map(({ name, group }) => [name, group])).toEqual([['刘洋', 'planning'], ['张三', 'planning'], ['王芳', 'execution'], ['李四', 'execution'], ['赵六', null]]);
  expect(dutiesOf(table)).toEqual([
    { named: '策划组', group: 'planning', duties: '方案细化', worksWith: '' },
    { named: '签到组', group: 'execution', duties: '签到组：来宾签到\n引导组：分流引导', worksWith: '' },
    { named: '甲组', group: null, duties: '机动', worksWith: '' },
  ]);
});

test('岗位 / 人数 / 职责: roles are told to the group that they are nearest to', async () => {
  const table = await read('| 岗位 | 人数 | 职责 |\n|---|---|---|\n| 总负责人 | 1 | 统筹全局 |\n| 数据监控岗 | 2 | 每日日报 |');
  expect(dutiesOf(table).map(({ group, duties }) => [group, duties])).toEqual([['lead', '统筹全局'], ['monitoring', '每日日报']]);
  expect(membersOf(table)).toEqual([]);
});

test('duties of people in one role begin with their names; those that nothing tells apart stand as they are', async () => {
  const people = await read('| 角色 | 姓名 | 职责说明 |\n|---|---|---|\n| 项目经理 | 陈婧 | 统筹协调 |\n| 执行专员 | 王芳 | 现场执行 |\n| 执行专员 | 张三 | 签到接待 |');
  expect(dutiesOf(people).map(({ group, duties }) => [group, duties])).toEqual([['lead', '统筹协调'], ['execution', '王芳：现场执行\n张三：签到接待']]);
  const group = await read('| 组别 | 成员 | 职责 |\n|---|---|---|\n| 策划组 | 刘洋 | 方案 |\n| | | 预算 |');
  expect(dutiesOf(group).map(({ duties }) => duties)).toEqual(['方案\n预算']);
});

test('组长 is a member too, before the others', async () => {
  const table = await read('活动人员分工表\n\n| 组别 | 组长 | 组员 | 工作职责 | 联系电话 |\n|---|---|---|---|---|\n| 总指挥 | 李国栋 | - | 全面统筹 | 13800000000 |\n| 后勤保障组 | 赵敏 | 钱七 | 物料、场地 | - |\n| 安保组 | - | 保安4名 | 现场秩序 | - |');
  expect(membersOf(table).map(({ name, group }) => [name, group])).toEqual([['李国栋', 'lead'], ['赵敏', 'logistics'], ['钱七', 'logistics']]);
  expect(dutiesOf(table).at(-1)?.duties).toBe('后勤保障组：物料、场地\n安保组：现场秩序');
});

test('a matrix of responsibilities with its letters in brackets', async () => {
  const table = await read('| 任务 | 执行（R） | 问责（A） | 咨询（C） | 告知（I） |\n|---|---|---|---|---|\n| 物料验收 | 后勤组 | 陈婧 | - | 全员 |');
  expect(table.kind).toBe('areas');
  expect(areasOf(table)).toEqual([{ area: '物料验收', responsible: '后勤组', accountable: '陈婧', consulted: '', informed: '全员', note: '' }]);
});

test('a matrix with the people above and the letters in its cells', async () => {
  const table = await read('| 工作事项 | 总负责人 | 策划组 | 执行组 | 后勤组 | 备注 |\n|---|---|---|---|---|---|\n| 方案策划 | A | R | C | C/I | - |\n| 物料验收 | A | 配合 | 知会 | 负责 | 含打样 |\n| 现场 | R/A | Ｉ | R | - | |');
  expect(table.kind).toBe('areas');
  expect(areasOf(table)).toEqual([
    { area: '方案策划', responsible: '策划组', accountable: '总负责人', consulted: '执行组、后勤组', informed: '后勤组', note: '' },
    { area: '物料验收', responsible: '后勤组', accountable: '总负责人', consulted: '策划组', informed: '执行组', note: '含打样' },
    { area: '现场', responsible: '总负责人、执行组', accountable: '总负责人', consulted: '', informed: '策划组', note: '' },
  ]);
});

test('a table of what each group does is no matrix of letters', async () => {
  expect(areasOf(await read('| 工作事项 | 策划组 | 执行组 |\n|---|---|---|\n| 开幕 | 流程稿 | 到岗布置 |'))).toEqual([]);
});
