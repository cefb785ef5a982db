import { describe, expect, test } from 'vitest';
import { understand } from '#features/reading/reading.understand.rules.ts';
import { goalProposals } from './document.goal.rules.ts';

const read = (text: string) => goalProposals(understand({ blocks: [{ kind: 'text', text }] }, { campaign: { startOn: '2025-10-01', endOn: '2025-10-22' } })).map(({ row }) => row);

describe('goals of a document', () => {
  test('a table of goals brings baseline, deadline, owner and measure (P1.2)', () => {
    const rows = read('| 目标 | 衡量指标 | 基线 | 目标值 | 完成时间 | 数据来源 | 负责人 |\n|---|---|---|---|---|---|---|\n| 提升销量 | 新品销量 | 1,200件 | 提升50% | 2025年12月31日 | 订单系统 | 李想 |\n| 拉新 | 新增会员 | - | 1万人 | 3个月内 | 会员系统 | *专员 |\n| 降本 | 获客成本 | 40元 | 降低15% | 10月31日前 | 台账 | |\n| 复购 | 复购率 | | 15% | 活动期间 | | |');
    expect(rows).toMatchObject([
      { metric: '新品销量', kind: 'growth', unit: '%', direction: 'up', target: 50, baseline: 1200, dueOn: '2025-12-31', measure: '订单系统', ownerText: '李想', note: '提升销量' },
      { metric: '新增会员', kind: 'count', unit: '人', direction: 'up', target: 10_000, baseline: null, dueOn: null, measure: '会员系统', ownerText: '*专员', note: '拉新 · 3个月内' },
      { metric: '获客成本', kind: 'growth', unit: '%', direction: 'down', target: 15, baseline: 40, dueOn: '2025-10-31' },
      { metric: '复购率', kind: 'rate', unit: '%', direction: 'up', target: 15, dueOn: null, note: '复购 · 活动期间' },
    ]);
  });
  test('prose: a drop is growth downwards, and what a table says is not proposed twice', () => {
    expect(read('目标：新品销量提升50%，获客成本降低15%，新增会员1万人。')).toMatchObject([{ metric: '新品销量', kind: 'growth', direction: 'up', target: 50 }, { metric: '获客成本', kind: 'growth', direction: 'down', target: 15 }, { metric: '新增会员', target: 10_000 }]);
    expect(read('目标：新增会员1万人。\n\n| 目标 | 衡量指标 | 目标值 |\n|---|---|---|\n| 拉新 | 新增会员 | 1万人 |\n')).toHaveLength(1);
  });
  test('a figure that is in question is not written', () => expect(read('| 目标 | 衡量指标 | 目标值 |\n|---|---|---|\n| 口碑 | 好评数 | 待定 |\n')).toEqual([]));
});
