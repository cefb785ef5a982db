import type { FixTask } from '#features/check/check.rules.ts';
import { ruleWords } from '#features/check/check.messages.ts';
import { defineMessages, type Locale } from '#platform/shared/messages.ts';

type Data = Readonly<Record<string, unknown>>;
interface Named {
  readonly rule: string;
  readonly data: Data;
}

/** What is wrong, once for each rule. */
function named(data: Data, locale: Locale): readonly string[] {
  const findings = Array.isArray(data['findings']) ? (data['findings'] as readonly Named[]) : [];
  return [...new Set(findings.map(({ rule }) => ruleWords(rule, locale).name))];
}

const dayText = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

interface TaskText {
  readonly title: string;
  readonly ownerText: string;
  readonly note: string;
}
const zhTasks: Record<FixTask, TaskText> = {
  setup: { title: '场地布置与设备调试', ownerText: '后勤组', note: '18:00前完成，含音响、投影、网络与电力测试' },
  report: { title: '数据整理与评估报告输出', ownerText: '监控组', note: '结束后 3 个工作日内提交' },
  daily: { title: '每日数据统计与日报', ownerText: '监控组', note: '每日21:00前输出：参与人数、订单、获客成本、ROI' },
  briefing: { title: '方案宣贯会', ownerText: '策划组', note: '逐组说明做什么、何时做、出了情况怎么办' },
  arrival: { title: '执行组提前2小时到岗', ownerText: '执行组', note: '签到点名、检查分区、开岗前会' },
};
const enTasks: Record<FixTask, TaskText> = {
  setup: { title: 'Set up the venue, test equipment', ownerText: 'Logistics group', note: 'Done by 18:00; sound, projector, network and power tested' },
  report: { title: 'Sort the data, write the evaluation report', ownerText: 'Monitoring group', note: 'Within 3 working days after the end' },
  daily: { title: 'Daily figures and daily report', ownerText: 'Monitoring group', note: 'By 21:00: participants, orders, cost per acquisition, ROI' },
  briefing: { title: 'Briefing on the plan', ownerText: 'Planning group', note: 'For each group: what, when, what to do if' },
  arrival: { title: 'Execution group on site 2 hours ahead', ownerText: 'Execution group', note: 'Roll call, look over the zones, short briefing' },
};

interface ZoneText {
  readonly name: string;
  readonly duty: string;
  readonly staff: number;
  readonly ownerText: string;
}
const zhZones: Readonly<Record<string, ZoneText>> = {
  signin: { name: '签到区', duty: '签到核验、分流引导、发放资料', staff: 2, ownerText: '执行组' },
  experience: { name: '体验区', duty: '产品体验与互动，维持秩序', staff: 3, ownerText: '执行组' },
  desk: { name: '咨询台', duty: '答疑、受理意见、引导下单', staff: 2, ownerText: '执行组' },
  emergency: { name: '应急组', duty: '疏导人流、处理设备故障与投诉、联络急救', staff: 2, ownerText: '后勤组' },
};
const enZones: Readonly<Record<string, ZoneText>> = {
  signin: { name: 'Sign-in', duty: 'Check tickets, guide people, hand out leaflets', staff: 2, ownerText: 'Execution group' },
  experience: { name: 'Experience zone', duty: 'Try the product, keep order', staff: 3, ownerText: 'Execution group' },
  desk: { name: 'Information desk', duty: 'Answer questions, take complaints, take orders', staff: 2, ownerText: 'Execution group' },
  emergency: { name: 'Emergency team', duty: 'Guide crowds, failures and complaints, call first aid', staff: 2, ownerText: 'Logistics group' },
};

interface RiskText {
  readonly risk: string;
  readonly probability: 'low' | 'medium' | 'high';
  readonly effect: 'low' | 'medium' | 'high';
  readonly trigger: string;
  readonly prevention: string;
  readonly response: string;
  readonly ownerText: string;
}
const zhRisks: Readonly<Record<string, RiskText>> = {
  crowd: { risk: '人流过多', probability: 'medium', effect: 'high', trigger: '签到排队超过 40 人，或区域达到容量的八成', prevention: '分时段预约；备好隔离带和引导牌', response: '开放备用通道，暂停入场并广播引导；应急组到场疏导；仍拥挤时由总负责人决定限流', ownerText: '执行组' },
  equipment: { risk: '设备故障', probability: 'medium', effect: 'medium', trigger: '音响、投影、网络或电力中断超过 1 分钟', prevention: '前一天测试；备用麦克风、投影、移动网络和电源', response: '切换备用设备；5 分钟内不能恢复的，调整流程先进行其他环节；通知供应商到场', ownerText: '后勤组' },
  complaint: { risk: '用户投诉', probability: 'medium', effect: 'medium', trigger: '现场或线上出现投诉', prevention: '规则公示清楚；岗前培训常见问题', response: '咨询台当场受理并登记，30 分钟内答复；解决不了的交总负责人，必要时按规则补偿', ownerText: '执行组' },
  weather: { risk: '恶劣天气', probability: 'medium', effect: 'medium', trigger: '预报有中雨以上、大风或高温预警', prevention: '提前三天看预报；备好雨棚、防滑垫和室内备选场地', response: '启用雨棚或转入室内；停用户外用电设备；向已报名的人发送通知', ownerText: '后勤组' },
};
const enRisks: Readonly<Record<string, RiskText>> = {
  crowd: { risk: 'Crowding', probability: 'medium', effect: 'high', trigger: 'More than 40 people in the queue, or a zone at 80% of its capacity', prevention: 'Time slots; barriers and signs at hand', response: 'Open the spare entrance, pause the admission and say so; the emergency team guides people; the lead limits the entry', ownerText: 'Execution group' },
  equipment: { risk: 'Equipment failure', probability: 'medium', effect: 'medium', trigger: 'Sound, projector, network or power down for more than a minute', prevention: 'Tests on the day before; spare microphone, projector, network and power', response: 'Switch to the spare; after 5 minutes go on with other steps; call the supplier', ownerText: 'Logistics group' },
  complaint: { risk: 'Complaints', probability: 'medium', effect: 'medium', trigger: 'Someone complains on site or online', prevention: 'Rules in public; training on common questions', response: 'The information desk takes it down and answers within 30 minutes; the lead settles the rest', ownerText: 'Execution group' },
  weather: { risk: 'Bad weather', probability: 'medium', effect: 'medium', trigger: 'Rain, wind or heat is forecast', prevention: 'Look at the forecast three days ahead; tents and an indoor place', response: 'Put up the tents or go indoors; switch off outdoor power; tell those who registered', ownerText: 'Logistics group' },
};

/** Words of the plan check: refusals, and what a fix writes into the plan. */
export const planCheckMessages = defineMessages(
  {
    problems: {
      'plan.incomplete': (data: Data) => `方案还不能提交，请先做到：${named(data, 'zh-CN').join('、')}。`,
      'plan.warnings_unanswered': (data: Data) => `过审检查还有没说明的问题：${named(data, 'zh-CN').join('、')}。请逐条写明原因，或写一句统一的说明，再提交。`,
      'plan.finding_gone': () => '这个问题已经不在了，或不能一键修复。页面已刷新，请再看一眼。',
      'plan.fix_needs_lead': () => '还没有总负责人，无法代填。请先在“小组”指定总负责人。',
    },
    written: {
      reserve: { category: '应急备用金', detail: '预算外突发情况处理', note: '按实报销' },
      tasks: zhTasks, zones: zhZones, risks: zhRisks,
      arrival: { title: '执行组到岗与岗前会', ownerText: '执行组' },
      questions: [
        { question: '您对这次活动的整体满意度是？', kind: 'rating' as const, choices: '' },
        { question: '您愿意把我们推荐给朋友或同事吗？', kind: 'nps' as const, choices: '' },
        { question: '您是从哪里知道这次活动的？', kind: 'single' as const, choices: '公众号\n短视频\n朋友圈或社群\n门店\n路过\n其他' },
        { question: '哪一点最需要改进？', kind: 'text' as const, choices: '' },
      ],
      days: (from: string, to: string) => (from === to ? dayText(from) : from.slice(0, 7) === to.slice(0, 7) ? `${dayText(from)}-${Number(to.slice(8))}日` : `${dayText(from)}-${dayText(to)}`),
    },
  },
  {
    problems: {
      'plan.incomplete': (data) => `The plan cannot be submitted yet. It needs: ${named(data, 'en').join(', ')}.`,
      'plan.warnings_unanswered': (data) => `The plan check has open questions: ${named(data, 'en').join(', ')}. Answer each, or write one sentence for all, and submit again.`,
      'plan.finding_gone': () => 'This is no longer so, or has no one-click fix. The page was refreshed; look again.',
      'plan.fix_needs_lead': () => 'There is no campaign lead to name. Name one on the team page first.',
    },
    written: {
      reserve: { category: 'Contingency reserve', detail: 'For what the budget could not foresee', note: 'As spent' },
      tasks: enTasks, zones: enZones, risks: enRisks,
      arrival: { title: 'Execution group on site, short briefing', ownerText: 'Execution group' },
      questions: [
        { question: 'How satisfied are you with this event?', kind: 'rating' as const, choices: '' },
        { question: 'Would you recommend us to a friend or colleague?', kind: 'nps' as const, choices: '' },
        { question: 'Where did you hear of this event?', kind: 'single' as const, choices: 'Official account\nShort video\nFriends or a community\nStore\nPassing by\nElsewhere' },
        { question: 'What should be better?', kind: 'text' as const, choices: '' },
      ],
      days: (from, to) => (from === to ? from : `${from} – ${to}`),
    },
  },
);
