import { defineMessages } from '#platform/shared/messages.ts';
import type { MetricKey } from './goal.catalogue.rules.ts';

const zhMetrics: Record<MetricKey, readonly [string, string]> = {
  orders: ['订单量', '单'], sales: ['销售额', '元'], members: ['新增会员', '人'], participants: ['参与人数', '人'], exposure: ['曝光量', '次'], search: ['品牌搜索量', '%'],
  leads: ['线索数', '条'], satisfaction: ['满意度', '%'], nps: ['NPS', '分'], repurchase: ['复购率', '%'], acquisition: ['获客成本', '元'], roi: ['ROI', '%'], growth: ['销量增长', '%'],
};
const enMetrics: Record<MetricKey, readonly [string, string]> = {
  orders: ['Orders', ''], sales: ['Sales', 'CNY'], members: ['New members', ''], participants: ['Participants', ''], exposure: ['Impressions', ''], search: ['Brand searches', '%'],
  leads: ['Leads', ''], satisfaction: ['Satisfaction', '%'], nps: ['NPS', ''], repurchase: ['Repurchase rate', '%'], acquisition: ['Cost per acquisition', 'CNY'], roi: ['ROI', '%'], growth: ['Sales growth', '%'],
};

export const goalWebMessages = defineMessages(
  {
    title: '目标',
    table: '活动目标',
    part: '筹备',
    metrics: zhMetrics as Record<MetricKey, readonly string[]>,
    columns: { number: '序号', metric: '指标', kind: '类型', target: '目标值', unit: '单位', direction: '方向', actual: '实际值', attainment: '达成率', note: '备注' },
    kinds: { count: '数量', money: '金额', rate: '比率', growth: '增长' },
    kindHints: { count: '个、人、单、次', money: '元', rate: '占比，%', growth: '与基期相比，%' },
    directions: { up: '越高越好', down: '越低越好' },
    directionHints: { up: '订单量、复购率', down: '获客成本、投诉' },
    reached: '已达成',
    attainmentOf: (metric: string) => `${metric}达成率`,
    verdict: {
      planned: (count: number) => `共 ${count} 项目标。执行中由监控组填写实际值，达成率自动计算。`,
      draft: (count: number) => `已列 ${count} 项目标。`,
      noTarget: (names: string) => `“${names}”还没有目标值，补上才能衡量。`,
      measured: (reached: number, measured: number, count: number) => (measured === count ? `${count} 项目标已达成 ${reached} 项。` : `${count} 项目标已有 ${measured} 项有数，其中达成 ${reached} 项。`),
      behind: (metric: string, percent: string) => `差得最多的是“${metric}”，完成 ${percent}。`,
      all: (count: number) => `${count} 项目标全部达成。`,
    },
    actions: { import: '导入' },
    state: {
      draft: '写清指标、数值和单位，例如“订单量 2,000 单”“复购率 15 %”；指标可以选，也可以自己写。',
      notPlanner: '目标由总负责人和策划组制定，您可以查看。',
      frozen: '方案正在审批，目标已冻结；退回后可以继续修改。',
      record: '目标已随方案核准；请填写实际值，达成率自动计算。',
      read: '目标已随方案核准。实际值由监控组、策划组或总负责人填写。',
      archived: '活动已归档，目标只能查看。',
      cancelled: '活动已取消，目标只能查看。',
    },
    empty: {
      title: '还没有目标',
      text: '目标要具体、可衡量、有时限（SMART）。在下面的空行选一个指标，填上目标值；方案里写过的，导入时会从文字里认出来。',
      readOnly: '总负责人或策划组制定目标后，会显示在这里。',
      import: '从方案导入',
      sample: ['订单量', '复购率', '新增会员'],
      samples: ['2,000 单', '15 %', '10,000 人'],
    },
  },
  {
    title: 'Goals',
    table: 'Campaign goals',
    part: 'Prepare',
    metrics: enMetrics,
    columns: { number: 'No.', metric: 'Metric', kind: 'Kind', target: 'Target', unit: 'Unit', direction: 'Direction', actual: 'Actual', attainment: 'Attainment', note: 'Note' },
    kinds: { count: 'Count', money: 'Money', rate: 'Rate', growth: 'Growth' },
    kindHints: { count: 'orders, people', money: 'CNY', rate: 'a share, %', growth: 'against a baseline, %' },
    directions: { up: 'Higher is better', down: 'Lower is better' },
    directionHints: { up: 'orders, repurchase', down: 'cost, complaints' },
    reached: 'Reached',
    attainmentOf: (metric) => `Attainment of ${metric}`,
    verdict: {
      planned: (count) => `${count} goals. The monitoring group fills in the actual values while it runs; attainment follows.`,
      draft: (count) => `${count} goals so far.`,
      noTarget: (names) => `“${names}” has no target yet; it cannot be measured without one.`,
      measured: (reached, measured, count) => (measured === count ? `${reached} of ${count} goals reached.` : `${measured} of ${count} goals have figures; ${reached} reached.`),
      behind: (metric, percent) => `Furthest behind: “${metric}”, at ${percent}.`,
      all: (count) => `All ${count} goals reached.`,
    },
    actions: { import: 'Import' },
    state: {
      draft: 'Say the metric, the figure and the unit, such as “Orders 2,000” or “Repurchase rate 15 %”. Choose a metric or write your own.',
      notPlanner: 'The lead and the planning group set the goals; you can read them.',
      frozen: 'The plan is in approval and the goals are frozen; they open again when the plan is returned.',
      record: 'The goals were approved with the plan; fill in the actual values, attainment follows.',
      read: 'The goals were approved with the plan. Actual values come from monitoring, planning or the lead.',
      archived: 'The campaign is archived; the goals can only be read.',
      cancelled: 'The campaign is cancelled; the goals can only be read.',
    },
    empty: {
      title: 'No goals yet',
      text: 'Goals are specific, measurable and time-bound (SMART). Choose a metric in the blank row below and enter its target; goals written in a plan are found when you import it.',
      readOnly: 'The goals appear here once the lead or the planning group has set them.',
      import: 'Import a plan',
      sample: ['Orders', 'Repurchase rate', 'New members'],
      samples: ['2,000', '15 %', '10,000'],
    },
  },
);

export type GoalWords = (typeof goalWebMessages)['zh-CN'];
