import { defineMessages } from '#platform/shared/messages.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** Words of the Gantt on paper. */
export const ganttMessages = defineMessages(
  {
    kind: '甘特图',
    columns: { number: '序号', title: '任务名称', owner: '负责人', period: '起止日期', duration: '工期', slack: '总时差' },
    days: (count: number) => `${count}天`, workdays: (count: number) => `${count}工作日`,
    dayOf: (month: number, day: number) => `${month}.${day}`,
    yearMonth: (year: number, month: number) => `${year}年${month}月`,
    month: (_year: number, month: number) => `${month}月`,
    year: (year: number) => `${year}年`,
    week: (month: number, day: number) => `${month}/${day}`,
    undated: '未排期',
    today: (day: string) => `今天 ${day}`, dday: (day: string) => `D 日 ${day}`,
    due: (time: string) => `${time} 前`,
    verdict: {
      none: '还没有排出日期的任务。', tasks: (count: number, done: number) => `共 ${count} 项任务，已完成 ${done} 项`, critical: (count: number) => `，关键路径上有 ${count} 项`,
      finish: (day: string) => `，最后一项 ${day}结束`, late: (count: number) => `，${count} 项延期`, stop: '。',
    },
    notes: {
      cycle: (titles: readonly string[]) => `${titles.map((title) => `“${title}”`).join(' → ')}互相等待，这几项的先后没有计入。`,
      violated: (count: number) => `${count} 处任务的时间早于前置任务允许的时间，以虚线标出。`,
      parts: (page: number, all: number) => `第 ${page} 张，共 ${all} 张；跨张的先后关系没有画出。`,
      uncovered: '所示年份的国家放假安排尚未收录，按周末计算。',
    },
    legend: {
      title: '图例', plain: '任务', critical: '关键路径', done: '已完成', late: '延期', cancelled: '已取消', parent: '上级任务', milestone: '里程碑', slack: '总时差', link: '前置关系', rest: '非工作日', dday: 'D 日', today: '今天',
    },
    meta: { period: '活动周期', lead: '总负责人' },
  },
  {
    kind: 'Gantt chart',
    columns: { number: 'No.', title: 'Task', owner: 'Owner', period: 'Dates', duration: 'Duration', slack: 'Slack' },
    days: (count) => `${count} d`, workdays: (count) => `${count} wd`,
    dayOf: (month, day) => `${MONTHS[month - 1] ?? ''} ${day}`,
    yearMonth: (year, month) => `${MONTHS[month - 1] ?? ''} ${year}`,
    month: (_year, month) => MONTHS[month - 1] ?? '',
    year: (year) => String(year),
    week: (month, day) => `${MONTHS[month - 1] ?? ''} ${day}`,
    undated: 'no dates',
    today: (day) => `Today, ${day}`, dday: (day) => `D-day, ${day}`,
    due: (time) => `by ${time}`,
    verdict: {
      none: 'No task has dates yet.', tasks: (count, done) => `${count} tasks, ${done} done`, critical: (count) => `, ${count} on the critical path`,
      finish: (day) => `; the last ends ${day}`, late: (count) => `; ${count} delayed`, stop: '.',
    },
    notes: {
      cycle: (titles) => `${titles.map((title) => `“${title}”`).join(' → ')} wait for each other; their order is not counted.`,
      violated: (count) => `${count} ${count === 1 ? 'task stands' : 'tasks stand'} earlier than what comes before allows; dashed.`,
      parts: (page, all) => `Part ${page} of ${all}; links from one part to another are not drawn.`,
      uncovered: 'The national holidays of a year shown are not known; only weekends count as free.',
    },
    legend: {
      title: 'Legend', plain: 'Task', critical: 'Critical path', done: 'Done', late: 'Delayed', cancelled: 'Cancelled', parent: 'Parent task', milestone: 'Milestone', slack: 'Total slack', link: 'Predecessor', rest: 'Not worked', dday: 'D-day', today: 'Today',
    },
    meta: { period: 'Campaign', lead: 'Lead' },
  },
);
