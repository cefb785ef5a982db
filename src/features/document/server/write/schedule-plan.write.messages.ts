import { defineMessages } from '#platform/shared/messages.ts';

/** Words of the plan with its links, as a worksheet. The headings are those that task lists have, so that it is read back by them. */
export const schedulePlanMessages = defineMessages(
  {
    sheet: '活动计划表', titled: '活动计划表（含依赖关系）',
    columns: {
      number: '序号', phase: '阶段', task: '任务名称', parent: '上级任务', owner: '负责人', start: '开始时间', end: '结束时间', duration: '工期(天)', links: '依赖关系', milestone: '里程碑', slack: '总时差(天)', critical: '关键路径', resource: '场地与设备',
      deliverable: '交付物', state: '完成情况', note: '备注',
    },
    yes: '是',
    calendarDays: (days: number) => `${days}自然日`,
    lag: (days: number, unit: 'day' | 'workday') => `${days > 0 ? '+' : ''}${days}${unit === 'day' ? '自然日' : '个工作日'}`,
  },
  {
    sheet: 'Campaign plan', titled: 'Campaign plan with links',
    columns: {
      number: 'No.', phase: 'Phase', task: 'Task', parent: 'Parent task', owner: 'Owner', start: 'Start', end: 'End', duration: 'Duration (days)', links: 'Predecessor', milestone: 'Milestone', slack: 'Total slack (days)', critical: 'Critical path', resource: 'Venues and equipment',
      deliverable: 'Deliverable', state: 'Status', note: 'Note',
    },
    yes: 'Yes',
    calendarDays: (days) => `${days}ed`,
    lag: (days, unit) => `${days > 0 ? '+' : ''}${days}${unit === 'day' ? 'ed' : 'wd'}`,
  },
);
