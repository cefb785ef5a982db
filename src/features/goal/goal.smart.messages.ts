import { formatMeasure, formatTarget } from '#platform/shared/measure.ts';
import { defineMessages, type Locale } from '#platform/shared/messages.ts';
import type { SmartCode, SmartPassed } from './goal.smart.rules.ts';

type Data = Readonly<Record<string, string | number | null>>;
interface Failed {
  readonly what: string;
  readonly mend: string;
}

const text = (data: Data, name: string): string => String(data[name] ?? '');
const number = (data: Data, name: string): number => Number(data[name] ?? 0);
const measureOf = (data: Data) => ({ kind: text(data, 'kind'), unit: text(data, 'unit'), direction: data['direction'] === 'down' ? 'down' : 'up' } as const);
/** `800–1,900 单`; one figure where both are the same. */
function range(data: Data, locale: Locale): string {
  const measure = measureOf(data);
  const [low, high] = [number(data, 'low'), number(data, 'high')];
  if (low === high) return formatMeasure(low, measure, locale);
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(low)}–${formatMeasure(high, measure, locale)}`;
}
const target = (data: Data, locale: Locale): string => formatTarget(number(data, 'target'), measureOf(data), locale);
const plain = (data: Data, name: string, locale: Locale): string => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(number(data, name));

function day(value: string, locale: Locale): string {
  const options = { timeZone: 'UTC', month: locale === 'en' ? 'short' : 'long', day: 'numeric' } as const;
  return value === '' ? '' : new Intl.DateTimeFormat(locale, options).format(new Date(`${value}T00:00:00Z`));
}
const monthName = (data: Data): string => new Intl.DateTimeFormat('en', { timeZone: 'UTC', month: 'long' }).format(new Date(Date.UTC(2026, number(data, 'month') - 1, 1)));

const zh = 'zh-CN';
const zhExamples: Readonly<Record<string, (month: number) => string>> = {
  orders: () => '订单量 2,000 单', search: (month) => `品牌搜索量较${month}月基线 +30%`, exposure: () => '曝光量 200 万次', nps: () => 'NPS 达到 50 分',
  repurchase: () => '复购率 15%', participants: () => '参与人数 3,000 人', satisfaction: () => '满意度 90%',
};
const enExamples: Readonly<Record<string, (month: string) => string>> = {
  orders: () => 'orders 2,000', search: (month) => `brand searches +30% on ${month}`, exposure: () => 'impressions 2,000,000', nps: () => 'NPS of 50',
  repurchase: () => 'repurchase rate 15%', participants: () => 'participants 3,000', satisfaction: () => 'satisfaction 90%',
};
const zhExample = (data: Data): string => (zhExamples[text(data, 'by')] ?? zhExamples['orders'])?.(number(data, 'month')) ?? '';
const enExample = (data: Data): string => (enExamples[text(data, 'by')] ?? enExamples['orders'])?.(monthName(data)) ?? '';

const zhFailed: Record<SmartCode, (data: Data) => Failed> = {
  metric_missing: () => ({ what: '还没有写明指标。', mend: '从指标库选一个，或写一个数得出来的结果，例如：订单量。' }),
  metric_vague: (data) => ({ what: `“${text(data, 'metric')}”是方向，数不出来。`, mend: `把它写成可数的结果，例如：${zhExample(data)}。` }),
  metric_unclear: (data) => ({ what: `看不出“${text(data, 'metric')}”数的是什么。`, mend: '补上目标值和单位，或从指标库选一个相近的指标。' }),
  metric_several: (data) => ({ what: `“${text(data, 'metric')}”里有不止一个指标。`, mend: `一个目标只写一个指标：这里保留“${text(data, 'first')}”，其余另起一行。` }),
  target_missing: (data) => ({ what: '还没有目标值。', mend: `写出${text(data, 'metric') ? `“${text(data, 'metric')}”` : ''}要达到多少，例如 2,000 单、15%、+30%。` }),
  unit_missing: (data) => ({ what: '数量没有单位。', mend: `写明“${text(data, 'metric')}”按什么数：单、人、次、条……` }),
  baseline_missing: (data) => ({ what: '增长没有基线，不知道和什么比。', mend: `填写“${text(data, 'metric')}”现在是多少，例如上月或去年同期的数值；成本类填预算数。` }),
  baseline_source_missing: (data) => ({ what: `基线 ${plain(data, 'baseline', zh)} 没有写来源。`, mend: '写明出处和时段，例如：9月百度指数、去年国庆同期订单系统。' }),
  measure_missing: (data) => ({ what: '没有写怎么统计。', mend: `写明“${text(data, 'metric')}”的数从哪里来、由谁在什么时候统计，例如：订单系统，监控组每日 21:00 导出。` }),
  target_unjudged: () => ({ what: '没有目标值，还不能判断够不够得着。', mend: '先写目标值；有过同类活动时，会和它们的实际值比较。' }),
  above_past: (data) => ({ what: `过去 ${number(data, 'n')} 场同类活动：${range(data, zh)}，目标 ${target(data, zh)}，远好于最好的一场。`, mend: '在“为什么重要”里写明凭什么能做到（新渠道、更多预算），或把目标调到接近过去的范围。' }),
  rate_over: (data) => ({ what: `比率 ${target(data, zh)} 超过了 100%。`, mend: '占比最多是 100%；如果是和基线相比的增长，请把类型改为“增长”。' }),
  growth_over: (data) => ({ what: `增长 ${target(data, zh)}，是基线的 ${plain({ times: 1 + number(data, 'target') / 100 }, 'times', zh)} 倍以上，且没有过去的活动可以比较。`, mend: '核对基线和百分数；确实如此时，改用绝对值写目标会更清楚。' }),
  drop_over: (data) => ({ what: `降低 ${plain(data, 'target', zh)}% 几乎等于降到零。`, mend: '核对百分数；如果目标是不超过某个数，请把类型改为数量或金额，方向选“越低越好”。' }),
  nps_over: () => ({ what: 'NPS 最高是 100 分。', mend: '填写 −100 到 100 之间的分数；如果是满意度，请选“满意度”。' }),
  reason_missing: () => ({ what: '没有写它为什么重要。', mend: '写一句它支持公司的哪项策略，例如：支撑 Q4 新品占销售三成的策略。' }),
  reason_short: (data) => ({ what: `“${text(data, 'reason')}”太短，看不出和策略的关系。`, mend: '写成一句话：支持公司的哪项策略，不做会怎样。' }),
  due_before: (data) => ({ what: `截止日 ${day(text(data, 'due'), zh)} 早于活动开始（${day(text(data, 'startsOn'), zh)}）。`, mend: '改到活动期间，或活动结束后 90 天以内。' }),
  due_late: (data) => ({ what: `截止日 ${day(text(data, 'due'), zh)} 在活动结束 90 天以后，和这场活动的关系说不清。`, mend: `最晚写到 ${day(text(data, 'latest'), zh)}；更久的目标留给后续用户运营。` }),
  due_later_needed: (data) => ({ what: '复购和留存要到活动之后才看得出，还没有截止日。', mend: `写明统计到哪一天，例如活动结束后 30 天：${day(text(data, 'suggested'), zh)}。` }),
};

const zhPassed: Record<SmartPassed, (data: Data) => string> = {
  specific: (data) => `“${text(data, 'metric')}”数得出来。`,
  measurable: (data) => (text(data, 'measure') ? `统计方式：${text(data, 'measure')}。` : '有数值，有统计方式。'),
  within_past: (data) => `过去 ${number(data, 'n')} 场同类活动：${range(data, zh)}，目标 ${target(data, zh)}，在做到过的范围内。`,
  stretch: (data) => `过去 ${number(data, 'n')} 场同类活动：${range(data, zh)}，目标 ${target(data, zh)}，好于最好的一场，要使劲够一够。`,
  no_past: () => '公司还没有同类活动的实际值可以比较，数值本身没有明显问题。',
  relevant: (data) => `支持的策略：${text(data, 'reason')}`,
  due: (data) => `${day(text(data, 'due'), zh)}前达成。`,
  due_period: (data) => `没有单独的截止日，按活动结束日（${day(text(data, 'endsOn'), zh)}）统计。`,
};

const enFailed: Record<SmartCode, (data: Data) => Failed> = {
  metric_missing: () => ({ what: 'No metric yet.', mend: 'Choose one of the catalogue, or write a result that can be counted, such as orders.' }),
  metric_vague: (data) => ({ what: `“${text(data, 'metric')}” is a direction and cannot be counted.`, mend: `Write it as a result that is counted, for example: ${enExample(data)}.` }),
  metric_unclear: (data) => ({ what: `It is not clear what “${text(data, 'metric')}” counts.`, mend: 'Add a target and a unit, or choose a metric of the catalogue that comes close.' }),
  metric_several: (data) => ({ what: `“${text(data, 'metric')}” holds more than one metric.`, mend: `One goal, one metric: keep “${text(data, 'first')}” here and give the others rows of their own.` }),
  target_missing: (data) => ({ what: 'No target yet.', mend: `Say how much ${text(data, 'metric') ? `“${text(data, 'metric')}”` : 'it'} is to reach, such as 2,000, 15% or +30%.` }),
  unit_missing: (data) => ({ what: 'The count has no unit.', mend: `Say what “${text(data, 'metric')}” is counted in: orders, people, times…` }),
  baseline_missing: (data) => ({ what: 'Growth without a baseline: compared with what?', mend: `Enter what “${text(data, 'metric')}” is now, such as last month or the same time last year; for a cost, what is budgeted.` }),
  baseline_source_missing: (data) => ({ what: `The baseline of ${plain(data, 'baseline', 'en')} has no source.`, mend: 'Say where and when it was taken, for example: Baidu Index, September.' }),
  measure_missing: (data) => ({ what: 'It does not say how it is measured.', mend: `Say where the figure of “${text(data, 'metric')}” comes from, who takes it and when, for example: order system, exported by monitoring daily at 21:00.` }),
  target_unjudged: () => ({ what: 'Without a target it cannot be judged.', mend: 'Enter the target first; it is compared with what finished campaigns of the kind reached.' }),
  above_past: (data) => ({ what: `${number(data, 'n')} finished campaigns of the kind: ${range(data, 'en')}; a target of ${target(data, 'en')} is far beyond the best of them.`, mend: 'Say under “why it matters” what makes it possible (a new channel, more budget), or bring the target closer to that range.' }),
  rate_over: (data) => ({ what: `A rate of ${target(data, 'en')} is more than 100%.`, mend: 'A share is 100% at most; if it is growth on a baseline, set the kind to growth.' }),
  growth_over: (data) => ({ what: `Growth of ${target(data, 'en')} is more than ${plain({ times: 1 + number(data, 'target') / 100 }, 'times', 'en')} times the baseline, with no past campaign to compare.`, mend: 'Check the baseline and the percentage; if it is meant so, an absolute target is clearer.' }),
  drop_over: (data) => ({ what: `A drop of ${plain(data, 'target', 'en')}% is nearly to zero.`, mend: 'Check the percentage; for “no more than”, set the kind to count or money and the direction to lower is better.' }),
  nps_over: () => ({ what: 'NPS is 100 at most.', mend: 'Enter a score from −100 to 100; for satisfaction in percent choose Satisfaction.' }),
  reason_missing: () => ({ what: 'It does not say why it matters.', mend: 'Write one sentence on the strategy it serves, for example: new products make up a third of sales in Q4.' }),
  reason_short: (data) => ({ what: `“${text(data, 'reason')}” is too short to show its link to the strategy.`, mend: 'Make it a sentence: which strategy it serves, and what happens without it.' }),
  due_before: (data) => ({ what: `Due on ${day(text(data, 'due'), 'en')}, before the campaign starts (${day(text(data, 'startsOn'), 'en')}).`, mend: 'Move it into the campaign, or up to 90 days after its end.' }),
  due_late: (data) => ({ what: `Due on ${day(text(data, 'due'), 'en')}, more than 90 days after the end: what this campaign did can no longer be told.`, mend: `${day(text(data, 'latest'), 'en')} at the latest; longer goals belong to the follow-up.` }),
  due_later_needed: (data) => ({ what: 'Repurchase and retention show only after the campaign, and there is no due day.', mend: `Say until when it is counted, for example 30 days after the end: ${day(text(data, 'suggested'), 'en')}.` }),
};

const enPassed: Record<SmartPassed, (data: Data) => string> = {
  specific: (data) => `“${text(data, 'metric')}” can be counted.`,
  measurable: (data) => (text(data, 'measure') ? `Measured by: ${text(data, 'measure')}.` : 'It has a figure and a way to measure it.'),
  within_past: (data) => `${number(data, 'n')} finished campaigns of the kind: ${range(data, 'en')}; ${target(data, 'en')} is within what was reached before.`,
  stretch: (data) => `${number(data, 'n')} finished campaigns of the kind: ${range(data, 'en')}; ${target(data, 'en')} is beyond the best of them, a stretch.`,
  no_past: () => 'The company has no finished campaign of the kind to compare with; nothing is wrong with the figure itself.',
  relevant: (data) => `Strategy: ${text(data, 'reason')}`,
  due: (data) => `To be reached by ${day(text(data, 'due'), 'en')}.`,
  due_period: (data) => `No day of its own: counted until the campaign ends on ${day(text(data, 'endsOn'), 'en')}.`,
};

/** SMART in words (P1.2): the letters, what is missing and how to mend it, made from the goal's own words. */
export const smartMessages = defineMessages(
  {
    letters: { S: '具体', M: '可衡量', A: '可达成', R: '相关', T: '有时限' },
    failed: zhFailed,
    passed: zhPassed,
  },
  {
    letters: { S: 'Specific', M: 'Measurable', A: 'Achievable', R: 'Relevant', T: 'Time-bound' },
    failed: enFailed,
    passed: enPassed,
  },
);

/** One letter in words: what it holds by, or what is wrong with it and how to mend that. */
export function sayLetter(judgement: { readonly ok: boolean; readonly code: string | null; readonly data: Data }, locale: Locale): { readonly what: string; readonly mend: string | null } {
  const words = smartMessages[locale];
  if (judgement.ok) return { what: words.passed[judgement.code as SmartPassed](judgement.data), mend: null };
  return words.failed[judgement.code as SmartCode](judgement.data);
}
