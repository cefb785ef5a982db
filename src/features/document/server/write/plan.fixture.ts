import type { RichNode } from '#features/plan/plan.section.rules.ts';
import { blocksOf, wordsOf } from '#features/plan/plan.section.rules.ts';
import { EMPTY_ROWS } from '#features/plan/plan.lists.rules.ts';
import { composeParts, type PlanText } from './plan.compose.ts';
import type { PlanPaper } from './plan.paper.ts';
import { t1, t2 } from './source.fixture.ts';

const say = (text: string, ...marks: string[]): RichNode => ({ type: 'text', text, ...(marks.length > 0 ? { marks: marks.map((type) => (type === 'link' ? { type, attrs: { href: 'https://example.com/venue/floor-plan-2025-autumn' } } : { type })) } : {}) });
const rich = (...content: RichNode[]): NonNullable<PlanText['sections']>[number]['content'] => ({ type: 'doc', content });
const section = (key: NonNullable<PlanText['sections']>[number]['key'], text: string, title = '', extra: RichNode[] = []) => {
  const content = rich(...blocksOf(text), ...extra);
  return { key, title, content, words: wordsOf(content) };
};

const goal = { kind: 'count' as const, unit: '单', direction: 'up' as const, level: 'key' as const, baseline: 1200, baselineSource: '春季新品', dueOn: '2025-10-18', ownerText: '陈婧', measure: '订单系统按活动渠道统计', reason: '新品首月销量决定全年铺货', note: '', parts: [{ name: '预热', fromOn: '2025-10-10', toOn: '2025-10-15', target: 300 }, { name: '爆发', fromOn: '2025-10-16', toOn: '2025-10-18', target: 1700 }] };

/** A whole plan of the standard's own campaign, with every kind of text and every table. */
export const planText: PlanText = {
  campaign: { name: '秋季新品上市推广活动', scenario: 'launch', theme: '秋日焕新，一口入秋', audience: '25–35 岁城市白领', leadId: '', leadName: '陈婧', departmentName: '华东市场部', startsOn: '2025-10-01', endsOn: '2025-10-22', eventFrom: '2025-10-16', eventTo: '2025-10-18', timeZone: 'Asia/Shanghai' },
  sections: [
    section('theme', '本次活动以“秋日焕新”为主张，把新品的第一口体验带到商圈。\n\n各小组对外统一使用这一句主张，不另作延伸。'),
    section('goals', '公司今年的增长来自新品。三季度同类新品首月平均 1,200 单，本次以 2,000 单为目标。'),
    section('audience', '## 他们是谁\n工作日午后需要一杯提神饮品，愿意为新口味尝鲜。\n## 在哪里遇到\n- 写字楼电梯\n- 公众号与社群\n- 商圈周末人流'),
    section('channels', '', '', [
      { type: 'paragraph', content: [say('预热讲'), say('悬念', 'bold'), say('，爆发讲'), say('到场理由', 'italic'), say('，延续讲'), say('复购', 'underline'), say('；场地图见'), say('展位平面图', 'link'), say('。')] },
      { type: 'orderedList', attrs: { start: 1 }, content: [
        { type: 'listItem', content: [{ type: 'paragraph', content: [say('预热 5 天：公众号与社群')] }, { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [say('倒计时海报，每日一张')] }] }] }] },
        { type: 'listItem', content: [{ type: 'paragraph', content: [say('爆发 3 天：商圈地推与朋友圈广告')] }] },
      ] },
      { type: 'blockquote', content: [{ type: 'paragraph', content: [say('投入向开幕日倾斜，若点击率低于 1.2%，次日改投社群。')] }] },
    ]),
    section('own', '由门店会员部配合，活动结束后一周内回访。', '会员回访安排'),
    section('process', '观众由东门进入，先签到再体验，最后在咨询台领取优惠券。'),
    section('risks', '出现下列信号时由总负责人启动预案，现场组长可先行处置。'),
    section('compliance', '收集手机号前展示说明并取得同意；宣传用语已按广告法核对。'),
  ],
  goals: [
    { metric: '新品订单量', target: 2000, ...goal },
    { metric: '用户复购率', kind: 'rate', unit: '%', direction: 'up', target: 15, level: 'supporting', baseline: null, baselineSource: '', dueOn: '2025-10-22', ownerText: '李想', measure: '', reason: '', note: '10月19日起计', parts: [] },
    { metric: '获客成本', kind: 'money', unit: '元', direction: 'down', target: 30, level: 'supporting', baseline: 36, baselineSource: '', dueOn: null, ownerText: '', measure: '', reason: '', note: '', parts: [] },
  ],
  budget: t1.map(({ category, detail, amountCents, ownerText, note }) => ({ category, detail, amountCents, ownerText, note })),
  tasks: t2.map((task) => ({ ...task, state: 'open' as const })),
  team: [{ name: '陈婧', group: 'lead' }, { name: '刘洋', group: 'planning' }, { name: '王芳', group: 'execution' }, { name: '赵敏', group: 'execution' }, { name: '李想', group: 'monitoring' }, { name: '周强', group: 'logistics' }],
  duties: [
    { group: 'lead', duties: '统筹全局，协调资源，现场突发情况最终决定', worksWith: '每日 21:00 主持复盘' }, { group: 'planning', duties: '细化方案，维护进度表', worksWith: '' },
    { group: 'execution', duties: '落实执行，布置与现场服务', worksWith: '开场前 2 小时到岗' },
  ],
  areas: [
    { area: '场地布置与设备调试', responsible: '执行组', accountable: '陈婧', consulted: '后勤组', informed: '监控组', note: '' },
    { area: '每日数据日报', responsible: '李想', accountable: '陈婧', consulted: '', informed: '全员', note: '21:00 前' },
  ],
  lists: {
    personas: [{ ...EMPTY_ROWS.personas, name: '尝鲜白领', traits: '25–35 岁，月均新品消费 3 次', needs: '新口味、出片', reach: '公众号、写字楼电梯' }],
    channels: [
      { ...EMPTY_ROWS.channels, channel: '公众号', phase: 'warmup', startOn: '2025-10-10', endOn: '2025-10-14', content: '倒计时海报与预约', amountCents: 200_000, metric: '阅读量', target: 50_000, ownerText: '*主管' },
      { ...EMPTY_ROWS.channels, channel: '朋友圈广告', phase: 'burst', startOn: '2025-10-16', endOn: '2025-10-18', content: '到场领券', amountCents: 1_300_000, metric: '点击率', target: 1.5, ownerText: '*主管' },
      { ...EMPTY_ROWS.channels, channel: '公众号', phase: 'sustain', startOn: '2025-10-19', endOn: '2025-10-22', content: '复购券', amountCents: 0, metric: '', target: null, ownerText: '*专员' },
    ],
    materials: [{ ...EMPTY_ROWS.materials, name: '海报', spec: 'A2 铜版纸', quantity: 500, unit: '张', supplier: '华印印刷', dueOn: '2025-10-14', ownerText: '*专员', note: '抽检 5%' }, { ...EMPTY_ROWS.materials, name: '宣传册', spec: '16 页', quantity: 2000, unit: '本', supplier: '华印印刷', dueOn: '2025-10-14', ownerText: '*专员' }],
    steps: [
      { ...EMPTY_ROWS.steps, day: 0, startTime: '14:00', minutes: 240, title: '场地布置与设备调试', place: '中庭', ownerText: '执行组' },
      { ...EMPTY_ROWS.steps, day: 1, startTime: '08:00', minutes: 120, title: '工作人员到岗', place: '中庭', ownerText: '执行组' },
      { ...EMPTY_ROWS.steps, day: 1, startTime: '10:00', minutes: 20, title: '开幕', place: '舞台', ownerText: '陈婧', hardStart: true, note: '灯光渐亮后主持人上场' },
    ],
    zones: [{ ...EMPTY_ROWS.zones, name: '签到区', duty: '核对预约、发放手环', staff: 4, capacity: 60, ownerText: '王芳' }, { ...EMPTY_ROWS.zones, name: '应急组', duty: '急救与疏散', staff: 2, ownerText: '周强' }],
    risks: [
      { ...EMPTY_ROWS.risks, risk: '开幕时段人流过多', kind: 'crowd', probability: 'medium', effect: 'high', trigger: '签到排队超过 60 人', prevention: '分时预约', response: '开启第二签到通道，暂停地推引流', ownerText: '陈婧' },
      { ...EMPTY_ROWS.risks, risk: '音响故障', kind: 'equipment', probability: 'low', effect: 'high', trigger: '试音无声', prevention: '前一日全流程彩排', response: '切换备用音箱，10 分钟内恢复', ownerText: '周强' },
    ],
    questions: [{ ...EMPTY_ROWS.questions, question: '您对今天的活动满意吗？', kind: 'rating', choices: '1–5 分' }],
    data: [{ ...EMPTY_ROWS.data, item: '手机号', purpose: '预约与发券', source: '报名页', consent: '勾选同意', keepUntil: '2026-01-31', ownerText: '李想' }],
  },
};

const sha256 = '3f9a6c1be07d52484ad0c0c2f3bb9c6f8d1e4a7750b9e2c1d6f3a8b4c5e7d901';

/** The same plan as an approved version. */
export const planPaper: PlanPaper = {
  title: '秋季新品上市推广活动', company: '示例饮品有限公司', lead: '陈婧',
  cover: [['活动场景', '新品上市推广'], ['活动周期', '2025年10月1日 – 10月22日'], ['现场日期', '2025年10月16日 – 10月18日'], ['总负责人', '陈婧'], ['主办部门', '华东市场部'], ['主办单位', '示例饮品有限公司'], ['版本', '第 3 版'], ['编制日期', '2025年9月26日'], ['校验值', sha256]].map(([label = '', text = '']) => ({ label, text })),
  seal: { subject: 'plan', version: 3, approvedBy: '李国栋', approvedOn: '2025-09-28' },
  mark: '', stated: '第 3 版已由李国栋于 2025年9月28日 核准。',
  parts: composeParts(planText, 'zh-CN'),
};
