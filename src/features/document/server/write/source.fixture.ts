import type { EvaluationData } from './pdf.types.ts';
import type { BudgetRow, ScheduleRow } from './tables.ts';

/** T1 of the standard, line by line. */
export const t1: readonly BudgetRow[] = [
  { category: '物料制作费', detail: '海报500张、宣传册2000本', amountCents: 800_000, actualCents: null, ownerText: '*专员', note: '含设计费' },
  { category: '线上推广费', detail: '朋友圈广告投放', amountCents: 1_500_000, actualCents: null, ownerText: '*主管', note: '7天投放周期' },
  { category: '场地租赁费', detail: '商圈展位租赁(3天)', amountCents: 1_200_000, actualCents: null, ownerText: '*专员', note: '含基础设备' },
  { category: '人员成本', detail: '兼职人员10名(3天)', amountCents: 600_000, actualCents: null, ownerText: '*经理', note: '200元/人/天' },
  { category: '应急备用金', detail: '预算外突发情况处理', amountCents: 500_000, actualCents: null, ownerText: '*经理', note: '按实报销' },
];

/** T2 of the standard, with one row of each state. */
export const t2: readonly ScheduleRow[] = [
  { phase: 'preparation', whenText: '10月1日-5日', title: '活动方案审批与团队分工', ownerText: '*经理', state: 'done', note: '-' },
  { phase: 'preparation', whenText: '10月6日-10日', title: '物料设计与制作', ownerText: '*主管', state: 'delayed', note: '需10月15日到货' },
  { phase: 'execution', whenText: '10月15日', title: '场地布置与设备调试', ownerText: '*专员', state: 'doing', note: '18:00前完成' },
  { phase: 'execution', whenText: '10月16日-18日', title: '活动现场执行', ownerText: '全员', state: 'open', note: '每日21:00复盘' },
  { phase: 'retrospective', whenText: '10月19日-21日', title: '数据整理与报告输出', ownerText: '*专员', state: 'cancelled', note: '10月22日提交' },
];

const spent = [812_000, 1_460_000, 1_200_000, 630_000, 80_000];

export const finishedCampaign: EvaluationData = {
  head: {
    title: '秋季新品上市',
    scenario: '新品上市推广',
    startOn: '2025-10-01',
    endOn: '2025-10-22',
    lead: '陈婧',
    department: '华东市场部',
    stage: '复盘中',
    company: '示例饮品有限公司',
    asOf: '2025-10-22',
    seal: { subject: 'evaluation', version: 1, approvedBy: '李国栋', approvedOn: '2025-10-22' },
  },
  verdict: '订单达成 100.7%，复购率未达目标。',
  goals: [
    { metric: '新品订单量', unit: '单', kind: 'count', target: 2000, actual: 2013, direction: 'up' },
    { metric: '用户复购率', unit: '%', kind: 'rate', target: 15, actual: 13.2, direction: 'up', note: '10月19日起计' },
    { metric: '获客成本', unit: '元', kind: 'money', target: 30, actual: 24.6, direction: 'down' },
    { metric: '品牌搜索量', unit: '%', kind: 'growth', target: 30, actual: null, direction: 'up' },
  ],
  lines: t1.map((line, index) => ({ ...line, actualCents: spent[index] ?? null })),
  tasks: t2,
  onTime: { onTime: 3, due: 4 },
  dueOn: '2025-10-22',
  submittedOn: '2025-10-21',
  highlights: '会员社群推广转化率达 20%，可复制至后续活动。\n- 签到设备的替换未影响客流。',
  shortcomings: '现场签到环节耗时过长，需优化流程。',
  nextSteps: '',
};
