/** A plan as a submission freezes it, in the words of the standard's own tables, for tests. */
export function frozenPlan() {
  const task = (phase: string, title: string, ownerText: string, startOn: string | null, endOn: string | null, dueTime: string | null = null, whenText = '') =>
    ({ phase, title, ownerText, startOn, endOn, dueTime, whenText, note: '' });
  const line = (category: string, detail: string, amountCents: number, ownerText: string) => ({ category, detail, amountCents, ownerText, note: '' });
  return {
    campaign: { name: '秋季新品上市', scenario: 'launch', theme: '秋日焕新', audience: '城市白领', leadId: null, leadName: '陈婧', departmentName: '市场部', startsOn: '2025-10-01', endsOn: '2025-10-22', eventFrom: '2025-10-16', eventTo: '2025-10-18', timeZone: 'Asia/Shanghai' },
    goals: [
      { metric: '新品订单量', kind: 'count', unit: '单', direction: 'up', target: 2000, level: 'key', dueOn: '2025-10-18', note: '' },
      { metric: '获客成本', kind: 'money', unit: '元', direction: 'down', target: 40, level: 'supporting', dueOn: null, note: '' },
    ],
    budget: [
      line('物料制作费', '海报500张、宣传册2000本', 800_000, '*专员'), line('线上推广费', '朋友圈广告投放', 1_500_000, '*主管'), line('场地租赁费', '商圈展位租赁(3天)', 1_200_000, '*专员'),
      line('人员成本', '兼职人员10名(3天)', 600_000, '*经理'), line('应急备用金', '预算外突发情况处理', 500_000, '*经理'),
    ],
    schedule: [
      task('preparation', '活动方案审批与团队分工', '*经理', '2025-10-01', '2025-10-05'), task('preparation', '物料设计与制作', '*主管', '2025-10-06', '2025-10-10'),
      task('preparation', '社群预热', '王芳', null, null, null, '活动前一周'),
      task('execution', '场地布置与设备调试', '*专员', '2025-10-15', '2025-10-15', '18:00'), task('execution', '活动现场执行', '全员', '2025-10-16', '2025-10-18'),
      task('retrospective', '数据整理与报告输出', '监控组', '2025-10-19', '2025-10-21'),
    ],
    team: [
      { name: '陈婧', group: 'lead' }, { name: '刘洋', group: 'planning' }, { name: '王芳', group: 'execution' }, { name: '李想', group: 'monitoring' }, { name: '赵敏', group: 'logistics' },
    ],
    duties: [{ group: 'execution', duties: '按方案落地执行', worksWith: '物料和场地问题找后勤组' }],
    areas: [
      { area: '现场执行与接待', responsible: '执行组', accountable: '总负责人', consulted: '策划组、后勤组', informed: '监控组', note: '提前 2 小时到岗' },
      { area: '物料制作、采购与验收', responsible: '后勤组', accountable: '总负责人', consulted: '策划组', informed: '王芳', note: '' },
    ],
    lists: {
      personas: [], questions: [], data: [],
      steps: [
        { day: 1, startTime: '10:00', minutes: 20, title: '开场', place: '主舞台', ownerText: '执行组', hardStart: true, note: '' },
        { day: 1, startTime: '08:00', minutes: 30, title: '到岗点名', place: '签到区', ownerText: '执行组、后勤组', hardStart: false, note: '' },
      ],
      zones: [{ name: '签到区', duty: '核对报名、发放手环', staff: 4, capacity: 60, ownerText: '王芳', note: '' }],
      materials: [{ name: '海报', spec: 'A1', quantity: 500, unit: '张', category: '物料制作费', supplier: '', dueOn: '2025-10-14', ownerText: '后勤组', note: '' }],
      channels: [{ channel: '公众号', phase: 'warmup', startOn: '2025-10-10', endOn: '2025-10-14', content: '悬念海报', persona: '', category: '', amountCents: 0, metric: '', target: null, ownerText: '执行组', note: '' }],
      risks: [
        { risk: '人流过多', kind: 'crowd', probability: 'medium', effect: 'high', trigger: '签到区排队超过 30 人', prevention: '', response: '开放第二签到口，执行组增派 2 人引导', ownerText: '执行组', note: '' },
        { risk: '物料晚到', kind: 'supply', probability: 'low', effect: 'medium', trigger: '10月14日12:00前未到货', prevention: '', response: '启用本地印刷厂加急', ownerText: '后勤组', note: '' },
      ],
    },
  };
}
