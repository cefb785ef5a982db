import { describe, expect, test } from 'vitest';
import { readTaskWhen } from '#features/schedule/times/schedule.when.rules.ts';
import { understand } from '#features/reading/reading.understand.rules.ts';
import { adoptAll, attachedTableOf } from './document.adopt.rules.ts';
import { DEMO } from './document.demo.fixture.ts';
import { adoptedOf, questionsOf, reviewOf } from './document.review.rules.ts';

const campaign = { startOn: '2025-10-01', endOn: '2025-10-22' };
const read = (text: string) => understand({ blocks: [{ kind: 'text', text }] }, { campaign });

describe('what was read becomes rows', () => {
  test('the demo’s text: T1, T2 and the goals exactly (T1, T2, P1.3)', () => {
    const { budget, schedule, goals } = adoptAll(read(DEMO.text));
    expect(budget.map((line) => [line.category, line.detail, line.amountCents, line.actualCents, line.ownerText, line.note])).toEqual([
      ['物料制作费', '海报500张、宣传册2000本', 800_000, null, '*专员', '含设计费'],
      ['线上推广费', '朋友圈广告投放', 1_500_000, null, '*主管', '7天投放周期'],
      ['场地租赁费', '商圈展位租赁(3天)', 1_200_000, null, '*专员', '含基础设备'],
      ['人员成本', '兼职人员10名(3天)', 600_000, null, '*经理', '200元/人/天'],
      ['应急备用金', '预算外突发情况处理', 500_000, null, '*经理', '按实报销'],
    ]);
    expect(schedule.map((task) => [task.phase, task.startOn, task.endOn, task.dueTime, task.title, task.ownerText, task.state, task.note])).toEqual([
      ['preparation', '2025-10-01', '2025-10-05', null, '活动方案审批与团队分工', '*经理', 'open', ''],
      ['preparation', '2025-10-06', '2025-10-10', null, '物料设计与制作', '*主管', 'open', '需10月15日到货'],
      ['execution', '2025-10-15', '2025-10-15', '18:00', '场地布置与设备调试', '*专员', 'open', '18:00前完成'],
      ['execution', '2025-10-16', '2025-10-18', null, '活动现场执行', '全员', 'open', '每日21:00复盘'],
      ['retrospective', '2025-10-19', '2025-10-21', null, '数据整理与报告输出', '*专员', 'open', '10月22日提交'],
    ]);
    expect(goals.map((goal) => [goal.metric, goal.kind, goal.target, goal.unit, goal.direction])).toEqual([
      ['新品订单量', 'count', 2000, '单', 'up'], ['用户复购率', 'rate', 15, '%', 'up'], ['新增会员', 'count', 10_000, '人', 'up'],
    ]);
  });

  test('an amount that is not stated follows from price and quantity; one in 万元 is in cents', () => {
    const { budget } = adoptAll(read('| 名称 | 单价 | 数量 | 合计(万元) |\n|---|---|---|---|\n| 海报 | 2元 | 500张 | 0.1 |\n'));
    expect(budget[0]?.amountCents).toBe(100_000);
    const open = adoptAll(read('| 费用项目 | 单价 | 数量 | 金额(元) |\n|---|---|---|---|\n| 主持人 | 1,500 | 2 | |\n| 场地 | 300 | 1 | 300 |\n'));
    expect(open.budget.map((line) => line.amountCents)).toEqual([300_000, 30_000]);
  });

  test('a plan with first and last days of its own gets texts as T2 writes them, and its calendar days are no question', () => {
    const understanding = read('| 序号 | 阶段 | 任务名称 | 开始时间 | 结束时间 | 工期(天) | 依赖关系 | 完成情况 |\n|---|---|---|---|---|---|---|---|\n| 1 | 前期筹备 | 物料设计 | 2025-10-06 | 2025-10-10 | 5自然日 | | 未完成 |\n| 2 | 前期筹备 | 物料到货 | 2025-10-13 | 2025-10-13 | 1自然日 | 1 | 未完成 |\n| 3 | 前期筹备 | 布置 | 10月14日 | 10月15日 | 2自然日 | 2 | 未完成 |\n');
    const { schedule } = adoptAll(understanding);
    expect(schedule.map((task) => [task.whenText, task.startOn, task.endOn])).toEqual([
      ['10月6日-10日', '2025-10-06', '2025-10-10'], ['10月13日', '2025-10-13', '2025-10-13'], ['10月14日-10月15日', '2025-10-14', '2025-10-15'],
    ]);
    for (const { whenText, startOn, endOn } of schedule) expect(readTaskWhen(whenText, { startsOn: campaign.startOn, endsOn: campaign.endOn, eventFrom: null, eventTo: null })).toMatchObject({ startOn, endOn, question: null });
    const part = reviewOf(understanding).parts[0];
    if (part?.kind !== 'schedule') throw new Error('not a schedule');
    expect(questionsOf(part.rows, new Set())).toEqual([]);
  });

  test('of costs less is better, and money without a unit is yuan', () => {
    const { goals } = adoptAll(read('目标：活动期间销售额突破240万，获客成本控制在30元以内。'));
    expect(goals.map((goal) => [goal.metric, goal.kind, goal.target, goal.unit, goal.direction])).toEqual([['销售额', 'money', 2_400_000, '元', 'up'], ['获客成本', 'money', 30, '元', 'down']]);
  });
});

describe('the review', () => {
  const understanding = read('| 费用项目 | 预算金额(元) | 备注 |\n|---|---|---|\n| 场地 | 12,000-14,000 | 三天 |\n| 海报 | 800 | |\n\n| 风险描述 | 应对方案 |\n|---|---|\n| 下雨 | 备用雨棚 |\n');

  test('asks about what is not certain, until it is answered', () => {
    const part = reviewOf(understanding).parts[0];
    if (part?.kind !== 'budget') throw new Error('not a budget');
    expect(questionsOf(part.rows, new Set()).map((one) => [one.row, one.field, one.text])).toEqual([[1, 'amountCents', '12,000-14,000']]);
    expect(questionsOf(part.rows, new Set(['table-0-0 amountCents']))).toEqual([]);
  });

  test('sends exactly what is ticked, without the page’s own fields', () => {
    const review = reviewOf(understanding);
    const adopted = adoptedOf({ ...review, parts: review.parts.map((part) => ({ ...part, taken: part.kind === 'risks' })) });
    expect(adopted).toEqual({
      goals: [], budget: [], schedule: [], sections: [], team: { duties: [], members: [], areas: [] }, attached: [],
      lists: { materials: [], channels: [], steps: [], zones: [], risks: [{ risk: '下雨', kind: 'weather', probability: 'medium', effect: 'medium', trigger: '', prevention: '', response: '备用雨棚', ownerText: '', note: '' }] },
    });
    expect(Object.keys(adoptedOf(review).budget[0] ?? {}).sort()).toEqual(['actualCents', 'amountCents', 'category', 'detail', 'note', 'ownerText']);
  });

  test('proposes no budget once the ledger is open: amounts change by requests', () => {
    const taken = (isLedgerOpen: boolean) => reviewOf(understanding, { people: [], canStaff: false, isLedgerOpen }).parts.flatMap((part) => (part.kind === 'budget' ? [part.taken] : []));
    expect([taken(false), taken(true)]).toEqual([[true], [false]]);
  });

  test('a table of a later feature is kept as it stood', () => {
    const table = understanding.tables[1];
    if (!table) throw new Error('no table');
    expect(attachedTableOf(table)).toMatchObject({ kind: 'risk', headers: ['风险描述', '应对方案'] });
  });
});
