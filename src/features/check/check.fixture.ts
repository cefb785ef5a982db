import type { CheckedGoal, CheckedLine, CheckedPlan, CheckedTask } from './check.value.ts';

const goal = (fields: Partial<CheckedGoal> & Pick<CheckedGoal, 'id' | 'metric'>): CheckedGoal => ({
  kind: 'count', unit: '单', direction: 'up', target: 2_000, level: 'key', baseline: null, baselineSource: '', dueOn: null, ownerText: '刘洋', measure: '订单系统，监控组每日 21:00 导出',
  reason: '支撑第四季度新品占销售三成的策略', parts: [], past: null, known: { source: '订单系统' }, ...fields,
});
const line = (fields: Partial<CheckedLine> & Pick<CheckedLine, 'id' | 'category'>): CheckedLine => ({ detail: '', amountCents: 0, ownerText: '赵敏', note: '', reserve: false, routed: true, ...fields });
const task = (fields: Partial<CheckedTask> & Pick<CheckedTask, 'id' | 'title'>): CheckedTask => ({ phase: 'preparation', whenText: '', startOn: null, endOn: null, dueTime: null, ownerText: '刘洋', note: '', cancelled: false, links: [], ...fields });

/** A plan in which no rule finds anything: each test breaks one thing of it. The event is on 16–18 October 2025; 11 October is a working Saturday. */
export const passingPlan: CheckedPlan = {
  campaign: { name: '秋季新品上市', scenario: 'launch', theme: '秋日焕新，先人一步', audience: '25–35 岁城市白领，关注新品与品质', leadId: 'lead', startsOn: '2025-09-15', endsOn: '2025-10-24', eventFrom: '2025-10-16', eventTo: '2025-10-18' },
  today: '2025-09-01',
  reserve: { fromPercent: 10, toPercent: 15 },
  goals: [
    goal({ id: 'g1', metric: '新品订单量', parts: [{ name: '预热', target: 400, split: 'phase' }, { name: '爆发', target: 1_200, split: 'phase' }, { name: '延续', target: 400, split: 'phase' }] }),
    goal({ id: 'g2', metric: '复购率', kind: 'rate', unit: '%', target: 15, level: 'supporting', dueOn: '2025-11-23' }),
  ],
  budget: [
    line({ id: 'b1', category: '物料制作费', detail: '海报500张、宣传册2000本', amountCents: 800_000, note: '含设计费' }),
    line({ id: 'b2', category: '线上推广费', detail: '朋友圈广告投放', amountCents: 1_500_000, ownerText: '刘洋', note: '7天投放周期' }),
    line({ id: 'b3', category: '场地租赁费', detail: '商圈展位租赁(3天)', amountCents: 1_200_000 }),
    line({ id: 'b4', category: '人员成本', detail: '兼职人员10名(3天)', amountCents: 600_000, ownerText: '王芳', note: '200元/人/天' }),
    line({ id: 'b5', category: '应急备用金', detail: '预算外突发情况处理', amountCents: 500_000, ownerText: '陈婧', reserve: true }),
  ],
  team: [
    { userId: 'lead', name: '陈婧', group: 'lead' }, { userId: 'liu', name: '刘洋', group: 'planning' }, { userId: 'wang', name: '王芳', group: 'execution' },
    { userId: 'li', name: '李想', group: 'monitoring' }, { userId: 'zhao', name: '赵敏', group: 'logistics' },
  ],
  tasks: [
    task({ id: 't1', title: '活动方案审批与团队分工', startOn: '2025-09-15', endOn: '2025-09-19', ownerText: '陈婧' }),
    task({ id: 't2', title: '方案宣贯会', startOn: '2025-09-22', endOn: '2025-09-22', ownerText: '陈婧', links: [{ predecessorId: 't1', type: 'FS', lagDays: 0, lagUnit: 'day' }] }),
    task({ id: 't3', title: '物料设计与制作', startOn: '2025-09-23', endOn: '2025-10-10', ownerText: '赵敏', note: '10月13日前验收' }),
    task({ id: 't4', title: '场地布置与设备调试', phase: 'execution', startOn: '2025-10-15', endOn: '2025-10-15', ownerText: '赵敏', note: '18:00前完成，含网络与电力测试', links: [{ predecessorId: 't3', type: 'FS', lagDays: 1, lagUnit: 'workday' }] }),
    task({ id: 't5', title: '活动现场执行', phase: 'execution', startOn: '2025-10-16', endOn: '2025-10-18', ownerText: '全员', note: '每日21:00出日报' }),
    task({ id: 't6', title: '数据整理与评估报告输出', phase: 'retrospective', startOn: '2025-10-20', endOn: '2025-10-22', ownerText: '李想' }),
  ],
  sections: [
    { id: 's1', key: 'theme', title: '', words: '以“秋日焕新”为主题，把新品带到商圈。' }, { id: 's2', key: 'process', title: '', words: '每天 10:00 开场，18:00 结束。' },
    { id: 's3', key: 'audience', title: '', words: '商圈周边的城市白领。' }, { id: 's4', key: 'channels', title: '', words: '先用公众号造悬念，开场当天集中投放。' }, { id: 's5', key: 'risks', title: '', words: '三类突发各有预案。' },
  ],
  personas: [{ id: 'p1', name: '城市白领', traits: '25–35 岁，关注新品与品质', needs: '想先人一步用上新品', reach: '公众号、朋友圈' }],
  channels: [
    { id: 'c1', channel: '公众号', phase: 'warmup', startOn: '2025-10-11', endOn: '2025-10-14', content: '新品悬念海报', category: '', amountCents: 0, metric: '新品订单量', target: 400, ownerText: '刘洋' },
    { id: 'c2', channel: '朋友圈广告', phase: 'burst', startOn: '2025-10-15', endOn: '2025-10-18', content: '开场直达与限量礼遇', category: '线上推广费', amountCents: 1_200_000, metric: '新品订单量', target: 1_200, ownerText: '刘洋' },
    { id: 'c3', channel: '社群', phase: 'sustain', startOn: '2025-10-19', endOn: '2025-10-24', content: '老客复购券', category: '线上推广费', amountCents: 300_000, metric: '新品订单量', target: 400, ownerText: '李想' },
  ],
  materials: [
    { id: 'm1', name: '海报', spec: '60×90cm', quantity: 500, category: '物料制作费', supplier: '华印印务', dueOn: '2025-10-10', ownerText: '赵敏' },
    { id: 'm2', name: '宣传册', spec: '16 页', quantity: 2_000, category: '物料制作费', supplier: '华印印务', dueOn: '2025-10-13', ownerText: '赵敏' },
  ],
  steps: [1, 2, 3].flatMap((day) => [
    { id: `o${day}1`, day, startTime: '08:00', minutes: 60, title: '执行组到岗与岗前会', place: '主舞台', ownerText: '王芳' },
    { id: `o${day}2`, day, startTime: '10:00', minutes: 480, title: '开场迎客', place: '展位', ownerText: '执行组' },
  ]),
  zones: [
    { id: 'z1', name: '签到区', duty: '签到、发放礼品券', staff: 2, capacity: 40, ownerText: '王芳' }, { id: 'z2', name: '体验区', duty: '新品试用', staff: 4, capacity: 60, ownerText: '王芳' },
    { id: 'z3', name: '咨询台', duty: '答疑、引导下单', staff: 2, capacity: 20, ownerText: '刘洋' }, { id: 'z4', name: '应急组', duty: '疏导、急救', staff: 2, capacity: null, ownerText: '赵敏' },
  ],
  risks: [
    { id: 'r1', risk: '人流过多', kind: 'crowd', probability: 'high', effect: 'high', trigger: '签到排队超过 40 人', prevention: '分时段预约', response: '开放备用通道，暂停入场', ownerText: '王芳' },
    { id: 'r2', risk: '设备故障', kind: 'equipment', probability: 'medium', effect: 'medium', trigger: '投影或音响中断', prevention: '备机', response: '切换备机', ownerText: '赵敏' },
    { id: 'r3', risk: '用户投诉', kind: 'complaint', probability: 'low', effect: 'medium', trigger: '现场投诉', prevention: '培训', response: '值班主管当场处理', ownerText: '刘洋' },
  ],
  questions: [
    { id: 'q1', question: '您对这次活动满意吗？', kind: 'rating', choices: '' }, { id: 'q2', question: '您从哪里知道这次活动？', kind: 'single', choices: '公众号\n朋友圈\n路过' },
  ],
  data: [{ id: 'd1', item: '手机号', purpose: '发送签到凭证和兑奖通知', consent: '报名页勾选同意', keepUntil: '2026-04-18', ownerText: '李想' }],
  areas: [{ id: 'a1', area: '物料', responsible: '后勤组', accountable: '陈婧', consulted: '策划组', informed: '执行组' }],
};
