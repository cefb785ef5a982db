import { defineMessages } from '#platform/shared/messages.ts';

type Unit = 'day' | 'workday';

const zhSpan = (days: number, unit: Unit = 'day'): string => `${days} ${unit === 'day' ? '天' : '个工作日'}`;
const enSpan = (days: number, unit: Unit = 'day'): string => `${days} ${unit === 'day' ? 'day' : 'working day'}${days === 1 ? '' : 's'}`;

/** What a move or a delay does, in one sentence: 物料到货晚 2 天，场地布置顺延，D 日不变，余量 0 天。And now against the baseline. */
export const scheduleEffectMessages = defineMessages(
  {
    join: '，',
    stop: '。',
    late: (title: string, days: number) => `${title}晚 ${days} 天`,
    early: (title: string, days: number) => `${title}早 ${days} 天`,
    changed: (title: string) => `${title}改期`,
    manyChanged: (count: number, latest: number) => (latest > 0 ? `${count} 项任务改期，最多晚 ${latest} 天` : `${count} 项任务改期`),
    /** `days` stands there when it is another number than that of the task itself. */
    follows: (titles: readonly string[], days: number | null) => `${titles.join('、')}顺延${days === null ? '' : ` ${days} 天`}`,
    manyFollow: (title: string, count: number) => `${title}等 ${count} 项顺延`,
    nothingElse: '其他任务不变',
    dDay: { holds: 'D 日不变', moves: (days: number) => (days > 0 ? `D 日推迟 ${days} 天` : `D 日提前 ${-days} 天`), broken: (days: number) => `D 日守不住，差 ${days} 天` },
    finish: { holds: '完成日不变', moves: (days: number) => (days > 0 ? `完成日推迟 ${days} 天` : `完成日提前 ${-days} 天`), broken: (days: number) => `完成日守不住，差 ${days} 天` },
    slack: (days: number, unit: Unit) => (days >= 0 ? `余量 ${zhSpan(days, unit)}` : `余量用尽，超出 ${zhSpan(-days, unit)}`),
    blocked: {
      fixed: (title: string, days: number) => `“${title}”日期固定，差 ${days} 天`,
      due: (title: string, days: number) => `“${title}”超过最迟完成日 ${days} 天`,
      predecessor: (title: string, days: number) => `“${title}”早于前置任务 ${days} 天`,
      notBefore: (title: string, days: number) => `“${title}”早于最早开始日 ${days} 天`,
    },
    baseline: {
      label: '较基线：',
      follow: (sentence: string) => sentence,
      same: '任务日期没有变化',
      later: (count: number, latest: number) => `${count} 项推迟，最多 ${latest} 天`,
      earlier: (count: number) => `${count} 项提前`,
      stretched: (count: number) => `${count} 项改了开始日期`,
      added: (count: number) => `新增 ${count} 项`,
      dropped: (count: number) => `去掉 ${count} 项`,
    },
  },
  {
    join: ', ',
    stop: '.',
    late: (title, days) => `${title} ${enSpan(days)} late`,
    early: (title, days) => `${title} ${enSpan(days)} early`,
    changed: (title) => `${title} has other dates`,
    manyChanged: (count, latest) => (latest > 0 ? `${count} tasks have other dates, up to ${enSpan(latest)} late` : `${count} tasks have other dates`),
    follows: (titles, days) => `${titles.join(' and ')} ${titles.length === 1 ? 'follows' : 'follow'}${days === null ? '' : ` by ${enSpan(days)}`}`,
    manyFollow: (title, count) => `${title} and ${count - 1} others follow`,
    nothingElse: 'nothing else moves',
    dDay: { holds: 'D-day holds', moves: (days) => (days > 0 ? `D-day ${enSpan(days)} later` : `D-day ${enSpan(-days)} earlier`), broken: (days) => `D-day is lost by ${enSpan(days)}` },
    finish: { holds: 'the finish holds', moves: (days) => (days > 0 ? `the finish ${enSpan(days)} later` : `the finish ${enSpan(-days)} earlier`), broken: (days) => `the finish is lost by ${enSpan(days)}` },
    slack: (days, unit) => (days >= 0 ? `${enSpan(days, unit)} of slack left` : `over the slack by ${enSpan(-days, unit)}`),
    blocked: {
      fixed: (title, days) => `“${title}” is fixed, ${enSpan(days)} short`,
      due: (title, days) => `“${title}” ${enSpan(days)} past its due day`,
      predecessor: (title, days) => `“${title}” ${enSpan(days)} before its predecessor allows`,
      notBefore: (title, days) => `“${title}” ${enSpan(days)} before it may start`,
    },
    baseline: {
      label: 'Against the baseline: ',
      follow: (sentence) => ` ${sentence}`,
      same: 'no dates have changed',
      later: (count, latest) => `${count} later, by up to ${enSpan(latest)}`,
      earlier: (count) => `${count} earlier`,
      stretched: (count) => `${count} with another start`,
      added: (count) => `${count} added`,
      dropped: (count) => `${count} dropped`,
    },
  },
);

export type EffectWords = (typeof scheduleEffectMessages)['zh-CN'];
