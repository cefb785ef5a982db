import { playbookFile, type PlaybookFile } from './playbook.file.contract.ts';

/** A small playbook with one of everything, for tests. */
export const SMALL_PLAYBOOK: PlaybookFile = playbookFile.parse({
  format: 'muster.playbook', version: 1, name: '小型促销', scenario: 'festival', summary: '一个门店的三天促销。',
  period: { leadDays: 14, eventDays: 3, tailDays: 7 },
  theme: '【节日】到店有礼', audience: '门店 3 公里内的居民',
  budget: {
    totalCents: 4_600_000,
    lines: [
      { category: '物料制作费', detail: '海报、宣传册', share: 20, owner: '后勤组' },
      { category: '线上推广费', detail: '公众号与朋友圈', share: 40, owner: '策划组' },
      { category: '人员成本', detail: '兼职人员', share: 27.5, owner: '执行组' },
      { category: '应急备用金', detail: '突发情况', share: 12.5, owner: '总负责人', reserve: true },
    ],
  },
  goals: [
    { metric: '订单量', kind: 'count', unit: '单', direction: 'up', level: 'key', target: 600, due: '活动最后一天', measure: '收银系统', reason: '节日销售任务' },
    { metric: '新增会员', kind: 'count', unit: '人', direction: 'up', level: 'supporting', target: null, due: '活动结束后3个工作日内', measure: '会员系统', reason: '长期复购' },
  ],
  team: {
    groups: [{ group: 'lead', duties: '统筹全局' }, { group: 'execution', duties: '现场执行' }],
    areas: [{ area: '物料', responsible: '后勤组', accountable: '总负责人', consulted: '策划组', informed: '全员' }],
  },
  tasks: [
    { key: 'plan', phase: 'preparation', when: 'D-14~D-11', title: '方案审批与团队分工', owner: '总负责人' },
    { key: 'print', phase: 'preparation', when: 'D-10~D-4', title: '物料设计与制作', owner: '后勤组', after: [{ key: 'plan' }] },
    { key: 'build', phase: 'execution', when: 'D-1 18:00前', title: '场地布置与设备调试', owner: '执行组', after: [{ key: 'print', lagDays: 1, lagUnit: 'workday' }] },
    { key: 'event', phase: 'execution', when: '活动期间', title: '现场执行', owner: '全员', note: '每日21:00复盘', after: [{ key: 'build' }] },
    { key: 'daily', phase: 'execution', when: '活动期间每日21:00', title: '数据日报', owner: '监控组', after: [{ key: 'event', type: 'SS' }] },
    { key: 'report', phase: 'retrospective', when: '活动结束后3个工作日内', title: '评估报告', owner: '监控组', after: [{ key: 'event' }] },
  ],
  personas: [{ name: '社区家庭', traits: '25–45 岁', needs: '省时省钱', reach: '社区群、门店', note: '' }],
  channels: [
    { channel: '公众号', phase: 'warmup', when: 'D-5~D-1', content: '预告', persona: '社区家庭', category: '线上推广费', share: 30, metric: '阅读量', target: 20_000, ownerText: '策划组', note: '' },
    { channel: '朋友圈广告', phase: 'burst', when: '活动期间', content: '到店礼', persona: '社区家庭', category: '线上推广费', share: 70, metric: '点击率', target: 2, ownerText: '策划组', note: '' },
  ],
  materials: [{ name: '海报', spec: '60×90 cm', quantity: 50, unit: '张', category: '物料制作费', supplier: '', due: 'D-2', ownerText: '后勤组', note: '' }],
  steps: [{ day: 1, startTime: '09:00', minutes: 30, title: '开场', place: '门店入口', ownerText: '总负责人', hardStart: true, note: '' }],
  zones: [{ name: '签到区', duty: '登记与引导', staff: 2, capacity: 40, ownerText: '执行组', note: '' }],
  risks: [{ risk: '人流过多', kind: 'crowd', probability: 'medium', effect: 'high', trigger: '排队超过 30 人', prevention: '分流', response: '增开通道，暂缓入场', ownerText: '总负责人', note: '' }],
  questions: [{ question: '您对本次活动满意吗？', kind: 'rating', choices: '', required: true, note: '' }],
  data: [{ item: '手机号', purpose: '会员登记', source: '现场扫码', consent: '登记页勾选', keepUntil: '活动结束后180天', ownerText: '监控组', note: '' }],
  sections: [{ key: 'theme', title: '', text: '围绕【节日】，以到店礼带动订单。\n\n- 到店有礼\n- 会员双倍积分' }],
});
