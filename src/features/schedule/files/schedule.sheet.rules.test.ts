import { describe, expect, it } from 'vitest';
import { planSheet } from './schedule.sheet.plan.rules.ts';
import { readSheet, type SheetProblem } from './schedule.sheet.rules.ts';

const DAYS = { daysPerWeek: 5, lengthOf: () => 4 };
const read = (...rows: string[][]) => readSheet(rows.map((row) => row.map((text) => ({ text }))), DAYS);
const HEAD = ['序号', '任务名称', '工期(天)', '依赖关系'];

describe('a list of tasks', () => {
  it('takes columns in any order, any words for them, a title above and a total below', () => {
    const { tasks, problems } = read(['秋季活动排期'], [], ['前置任务', '备注', '持续时间（天）', '任务'], ['', '', '３天', '方案'], ['1FS＋2', '', '2周', '采购'], ['', '', '5', '合计']);
    expect(problems).toEqual([]);
    expect(tasks).toEqual([
      { id: 1, name: '方案', duration: 3, isPlain: false, startOn: null, parent: undefined, links: [] },
      { id: 2, name: '采购', duration: 10, isPlain: false, startOn: null, parent: undefined, links: [{ predecessorId: '1', type: 'FS', lagDays: 2, lagUnit: 'workday' }] },
    ]);
  });

  it('takes lengths from first and last day, calendar days by their name, and dates as they are written', () => {
    const { tasks } = read(['ID', 'Task', 'Start', 'End', 'Duration'], ['007', 'x', '2025年10月1日', '2025/10/4', ''], ['A', 'y', '', '', '3自然日']);
    expect(tasks).toEqual([
      { id: '007', name: 'x', duration: 4, isPlain: false, startOn: '2025-10-01', parent: undefined, links: [] },
      { id: 'A', name: 'y', duration: 3, isPlain: true, startOn: null, parent: undefined, links: [] },
    ]);
  });

  it('keeps a name as it is written, its full-width punctuation too', () => {
    const { tasks } = read(HEAD, ['１', '立项：确认目标，明确口径（含会员）', '３', '']);
    expect(tasks.map((task) => [task.id, task.name, task.duration])).toEqual([[1, '立项：确认目标，明确口径（含会员）', 3]]);
  });

  it('passes over headings of phases, and knows parts by their numbers', () => {
    const { tasks, problems } = read(HEAD, ['', '前期筹备', '', ''], ['1', '物料', '', ''], ['1.1', '设计', '3', ''], ['1.2.1', '印刷', '4', '1.1'], ['2', '布置', '1', '1']);
    expect(problems).toEqual([]);
    expect(tasks.map((task) => [task.id, task.parent])).toEqual([[1, undefined], ['1.1', '1'], ['1.2.1', '1'], [2, undefined]]);
    const output = planSheet(tasks, { kind: 'none' });
    expect('tasks' in output && output.tasks.map((task) => [task.start, task.finish])).toEqual([[0, 7], [0, 3], [3, 7], [7, 8]]);
  });

  it('knows parts by the column of parents: by number, or by the name nearest above; what has parts has their length', () => {
    const { tasks, problems } = read(['序号', '任务名称', '上级任务', '工期(天)', '依赖关系'], ['1', '物料', '-', '9', ''], ['2', '设计', '1', '3', ''], ['3', '印刷', '物料', '4', '2'], ['4', '布置', '', '1', '1'], ['5', '物料', '', '', ''], ['6', '补货', '物料', '2', '4']);
    expect(problems).toEqual([]);
    expect(tasks.map(({ id, parent, duration }) => [id, parent, duration])).toEqual([[1, undefined, 0], [2, '1', 3], [3, '1', 4], [4, undefined, 1], [5, undefined, 0], [6, '5', 2]]);
    const output = planSheet(tasks, { kind: 'none' });
    expect('tasks' in output && output.tasks.map(({ start, finish }) => [start, finish])).toEqual([[0, 7], [0, 3], [3, 7], [7, 8], [8, 10], [8, 10]]);
    expect(read(['No.', 'Task', 'Parent task', 'Duration'], ['1', 'a', '', '1'], ['1.1', 'b', '', '1'], ['2', 'c', 'a', '1']).tasks.map(({ parent }) => parent)).toEqual([undefined, undefined, '1']);
  });

  it.each<[string, string[][], SheetProblem[]]>([
    ['no heading', [['名称', '单价'], ['海报', '5']], [{ code: 'noTable' }]],
    ['no task', [HEAD], [{ code: 'noTasks' }]],
    ['a number twice', [HEAD, ['1', '甲', '1', ''], ['1', '乙', '2', '']], [{ code: 'duplicateNumber', number: '1', names: ['甲', '乙'] }]],
    ['half a day, no number of days, none at all', [HEAD, ['1', '甲', '1.5', ''], ['2', '乙', '很久', ''], ['3', '丙', '', '']],
      [{ code: 'fraction', task: '1 甲', text: '1.5' }, { code: 'duration', task: '2 乙', text: '很久' }, { code: 'noDuration', task: '3 丙' }]],
    ['parents', [['序号', '任务名称', '上级任务', '工期'], ['1', '甲', '2', '1'], ['2', '乙', '1', '1'], ['3', '丙', '丁', '1'], ['4', '戊', '4', '1']],
      [{ code: 'parentUnknown', task: '3 丙', text: '丁' }, { code: 'parentCycle', tasks: ['1 甲', '2 乙'] }, { code: 'parentCycle', tasks: ['4 戊'] }]],
    ['predecessors', [HEAD, ['1', '甲', '1', '9, 1'], ['2', '乙', '1', '甲后']],
      [{ code: 'link', task: '1 甲', error: { code: 'unknown', piece: '9' } }, { code: 'link', task: '1 甲', error: { code: 'itself', piece: '1' } }, { code: 'link', task: '2 乙', error: { code: 'text', piece: '甲后' } }]],
  ])('tells all that is wrong: %s', (_, rows, problems) => {
    expect(read(...rows).problems).toEqual(problems);
  });
});
