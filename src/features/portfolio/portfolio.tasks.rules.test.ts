import { describe, expect, test } from 'vitest';
import type { OwnTask } from './portfolio.contract.ts';
import { daysLate, groupTasks } from './portfolio.tasks.rules.ts';
import { UNPLANNED } from '#features/schedule/schedule.rules.ts';

const task = (title: string, startOn: string | null, endOn: string | null, effectiveState: OwnTask['effectiveState'] = 'open'): OwnTask => ({
  id: title, title, startOn, endOn, effectiveState, state: 'open', phase: 'execution', whenText: '', dueTime: null, ownerText: '*专员', ownerId: null, note: '', position: 0, links: [], doneAt: null, ...UNPLANNED, campaignId: 'c', campaignName: '秋季新品上市',
});
const TODAY = '2025-10-16';

describe('the workbench on 16 October 2025', () => {
  const groups = groupTasks([
    task('数据整理与报告输出', '2025-10-19', '2025-10-21'), task('场地布置与设备调试', '2025-10-15', '2025-10-15', 'delayed'), task('活动现场执行', '2025-10-16', '2025-10-18', 'doing'),
    task('礼品采购', null, null), task('预告推送', null, '2025-10-17'), task('长期任务', '2025-10-01', '2025-10-30'), task('预计晚到的物料', '2025-10-18', '2025-10-20', 'delayed'),
  ], TODAY);
  const titles = (name: keyof typeof groups) => groups[name].map(({ title }) => title);
  test('late ones come first, foreseen delays too', () => expect(titles('late')).toEqual(['场地布置与设备调试', '预计晚到的物料']));
  test('what has begun and is not over is of today', () => expect(titles('today')).toEqual(['活动现场执行', '长期任务']));
  test('what comes is in the order of its days', () => expect(titles('coming')).toEqual(['预告推送', '数据整理与报告输出']));
  test('what has no day is apart', () => expect(titles('undated')).toEqual(['礼品采购']));
});

test('days late count from the day after the end', () => {
  expect(daysLate({ endOn: '2025-10-15' }, TODAY)).toBe(1);
  expect(daysLate({ endOn: '2025-10-16' }, TODAY)).toBeUndefined();
  expect(daysLate({ endOn: null }, TODAY)).toBeUndefined();
});
