import { defineMessages } from '#platform/shared/messages.ts';
import type { PlanListName } from './plan.lists.contract.ts';

type Data = Readonly<Record<string, unknown>>;

const zhLists: Record<PlanListName, string> = {
  personas: '目标人群', channels: '渠道排期', materials: '物料清单', steps: '现场流程', zones: '现场分区', risks: '应急预案', questions: '反馈问卷', data: '个人信息清单',
};
const zhNames: Record<PlanListName, string> = {
  personas: '人群名称', channels: '渠道', materials: '物料名称', steps: '环节', zones: '区域', risks: '风险', questions: '题目', data: '收集的信息',
};
const enLists: Record<PlanListName, string> = {
  personas: 'Personas', channels: 'Channels by phase', materials: 'List of materials', steps: 'Run sheet', zones: 'Zones', risks: 'Contingency plan', questions: 'Survey', data: 'Personal data',
};
const enNames: Record<PlanListName, string> = {
  personas: 'a name', channels: 'a channel', materials: 'a name', steps: 'a step', zones: 'a name', risks: 'a risk', questions: 'a question', data: 'what is collected',
};
const listIn = (data: Data): PlanListName => (typeof data['list'] === 'string' && data['list'] in zhLists ? (data['list'] as PlanListName) : 'personas');
const nameIn = (data: Data): string => (typeof data['name'] === 'string' ? data['name'] : '');

/** The plan's own tables and their choices, as they are called everywhere. */
export const planListMessages = defineMessages(
  {
    lists: zhLists,
    phases: { warmup: '预热', burst: '爆发', sustain: '延续' },
    levels: { low: '低', medium: '中', high: '高' },
    riskKinds: { crowd: '人流过多', equipment: '设备故障', complaint: '用户投诉', weather: '天气', supply: '物料供应', people: '人员', opinion: '舆情', compliance: '合规', money: '资金', other: '其他' },
    questionKinds: { single: '单选', multiple: '多选', rating: '评分', nps: 'NPS 推荐度', text: '文字' },
    problems: {
      'plan.row_name_needed': (data: Data) => `${zhLists[listIn(data)]}的每一行都要写明${zhNames[listIn(data)]}。`,
      'plan.period_reversed': (data: Data) => `“${nameIn(data)}”的结束日期早于开始日期，请改正其中一个。`,
    },
  },
  {
    lists: enLists,
    phases: { warmup: 'Warm-up', burst: 'Burst', sustain: 'Sustain' },
    levels: { low: 'Low', medium: 'Medium', high: 'High' },
    riskKinds: { crowd: 'Crowding', equipment: 'Equipment failure', complaint: 'Complaints', weather: 'Weather', supply: 'Supply', people: 'Staff', opinion: 'Public opinion', compliance: 'Compliance', money: 'Money', other: 'Other' },
    questionKinds: { single: 'One choice', multiple: 'Several choices', rating: 'Rating', nps: 'NPS', text: 'Text' },
    problems: {
      'plan.row_name_needed': (data) => `Every row of “${enLists[listIn(data)]}” needs ${enNames[listIn(data)]}.`,
      'plan.period_reversed': (data) => `“${nameIn(data)}” ends before it starts. Correct one of its dates.`,
    },
  },
);
