import { describe, expect, test } from 'vitest';
import { understand } from '#features/reading/reading.understand.rules.ts';
import { listOf } from './document.plan.rules.ts';
import { adoptedOf, reviewOf } from './document.review.rules.ts';
import { adoptedSections, reviewedSections } from './document.section.review.rules.ts';

const tableOf = (rows: readonly (readonly string[])[]) => {
  const [table] = understand({ blocks: [{ kind: 'table', rows: rows.map((row) => row.map((text) => ({ text }))) }] }, { year: 2025, campaign: { startOn: '2025-10-01', endOn: '2025-10-22' } }).tables;
  if (!table) throw new Error('no table was read');
  return table;
};

describe('a table becomes one of the plan’s own', () => {
  test('risks: levels and kinds by their words, what has no field goes into the note', () => {
    expect(listOf(tableOf([['风险类型', '风险描述', '概率', '影响程度', '预警信号', '应对方案', '负责人', '联系电话'], ['现场', '开幕排队拥挤', '较高', '严重', '超过60人', '开第二通道', '*经理', '13800000000'], ['天气', '下雨', '低', '中', '-', '备用雨棚', '-', '-']]))).toEqual({
      list: 'risks',
      rows: [
        { risk: '开幕排队拥挤', kind: 'crowd', probability: 'high', effect: 'high', trigger: '超过60人', prevention: '', response: '开第二通道', ownerText: '*经理', note: '联系电话：13800000000' },
        { risk: '下雨', kind: 'weather', probability: 'low', effect: 'medium', trigger: '', prevention: '', response: '备用雨棚', ownerText: '', note: '' },
      ],
    });
  });

  test('materials: a number with its unit, a day, and a text that is neither stays as written', () => {
    const found = listOf(tableOf([['物料名称', '规格', '数量', '供应商', '到货时间', '备注'], ['海报', 'A2', '500张', '华印', '10月14日', '抽检'], ['手环', '硅胶', '若干', '-', '待定', '-']]));
    expect(found).toMatchObject({ list: 'materials', rows: [{ name: '海报', spec: 'A2', quantity: 500, unit: '张', supplier: '华印', dueOn: '2025-10-14', note: '抽检' }, { name: '手环', quantity: null, dueOn: null, note: '数量：若干；到货时间：待定' }] });
  });

  test('channels: phase, days and money', () => {
    const found = listOf(tableOf([['渠道', '推广阶段', '推广形式', '投放时间', '投放预算', '负责人'], ['公众号', '预热期', '倒计时海报', '10月10日-14日', '2,000', '*主管'], ['朋友圈广告', '开幕爆发', '到场领券', '10月16日-18日', '1.3万', '*主管']]));
    expect(found).toMatchObject({
      list: 'channels',
      rows: [{ channel: '公众号', phase: 'warmup', startOn: '2025-10-10', endOn: '2025-10-14', content: '倒计时海报', amountCents: 200_000 }, { channel: '朋友圈广告', phase: 'burst', startOn: '2025-10-16', endOn: '2025-10-18', amountCents: 1_300_000 }],
    });
  });

  test('a table with a row that has no name is kept as it stands', () => {
    const understanding = understand({ blocks: [{ kind: 'table', rows: [['风险描述', '应对方案'], ['下雨', '备用雨棚'], ['', '随时待命']].map((row) => row.map((text) => ({ text }))) }] });
    expect(understanding.tables.map((table) => table.rows.length)).toEqual([2]);
    expect(adoptedOf(reviewOf(understanding))).toMatchObject({ lists: { risks: [] }, attached: [{ kind: 'risk', rows: [['下雨', '备用雨棚'], ['', '随时待命']] }] });
  });
});

describe('where a section goes', () => {
  const sections = reviewedSections([{ heading: '一、活动背景', key: 'theme', text: '新品上市。' }, { heading: '（二）活动主题：', key: 'theme', text: '秋日焕新' }, { heading: '第三章 合作媒体', key: 'own', text: '本地电台。' }, { heading: '四、附则', key: 'own', text: '未尽事宜另行通知。' }]);

  test('two of one place become one text, own ones have the heading’s name', () => {
    expect(adoptedSections(sections)).toEqual([{ key: 'theme', title: '', text: '新品上市。\n秋日焕新' }, { key: 'own', title: '合作媒体', text: '本地电台。' }, { key: 'own', title: '附则', text: '未尽事宜另行通知。' }]);
  });

  test('what a person leaves out is not sent, and what they move goes there', () => {
    const moved = sections.map((section) => (section.title === '合作媒体' ? { ...section, target: 'channels' as const } : section.title === '附则' ? { ...section, target: '' as const } : section));
    expect(adoptedSections(moved).map(({ key, text }) => [key, text])).toEqual([['theme', '新品上市。\n秋日焕新'], ['channels', '本地电台。']]);
  });
});
