import { defineMessages } from '#platform/shared/messages.ts';

/** MS Project XML, in and out. */
export const projectMessages = defineMessages(
  {
    headers: ['序号', '阶段', '时间节点', '任务名称', '上级任务', '工期(天)', '依赖关系', '里程碑', '固定日期', '最早开始', '最迟完成', '完成情况'],
    yes: '是',
    calendarDays: (days: number) => `${days}自然日`,
    lag: (days: number, unit: 'day' | 'workday') => `${days > 0 ? '+' : ''}${days}${unit === 'day' ? '自然日' : '个工作日'}`,
    calendars: { workdays: '工作日（含调休）', everyDay: '每天' },
    refused: { 'no-project': '这不是 MS Project 的 XML 文件。请在 Project 里选择“另存为 → XML 格式”，再导入。', 'too-many': '文件里的任务太多，无法导入。请拆成几个文件。' },
    tooMany: (most: number) => `一次最多导入 ${most} 项任务，请拆成几个文件。`,
    aside: {
      assignments: (count: number) => ({ text: `${count} 处资源分配`, message: '谁来做没有导入，请导入后填写负责人。' }),
      partDays: (count: number) => ({ text: `${count} 项任务的工期不是整天`, message: '按整天记，小时数没有导入。' }),
      undated: (count: number) => ({ text: `${count} 项任务没有日期`, message: '导入为未排期的任务。' }),
      unnamed: (count: number) => ({ text: `${count} 行没有名称`, message: '空行没有导入。' }),
      links: (count: number) => ({ text: `${count} 处前置关系指向文件里没有的任务`, message: '没有导入。' }),
      bounds: (count: number) => ({ text: `${count} 项任务的最早开始晚于最迟完成`, message: '只保留最迟完成。' }),
    },
  },
  {
    headers: ['No.', 'Phase', 'When', 'Task', 'Parent task', 'Duration (days)', 'Predecessor', 'Milestone', 'Fixed date', 'Not before', 'Due by', 'Status'],
    yes: 'Yes',
    calendarDays: (days) => `${days}ed`,
    lag: (days, unit) => `${days > 0 ? '+' : ''}${days}${unit === 'day' ? 'ed' : 'wd'}`,
    calendars: { workdays: 'Working days', everyDay: 'Every day' },
    refused: { 'no-project': 'This is no MS Project XML file. In Project, choose Save As, XML format, and import that.', 'too-many': 'The file holds more tasks than can be imported. Split it into several.' },
    tooMany: (most) => `At most ${most} tasks are imported at once. Split the file into several.`,
    aside: {
      assignments: (count) => ({ text: `${count} resource assignments`, message: 'Who does it is not imported; enter the owners afterwards.' }),
      partDays: (count) => ({ text: `${count} tasks take parts of days`, message: 'Whole days are kept; hours are not imported.' }),
      undated: (count) => ({ text: `${count} tasks have no dates`, message: 'They come in without dates.' }),
      unnamed: (count) => ({ text: `${count} rows have no name`, message: 'Blank rows are not imported.' }),
      links: (count) => ({ text: `${count} links lead to tasks that are not in the file`, message: 'They are not imported.' }),
      bounds: (count) => ({ text: `${count} tasks may start only after they are due`, message: 'Only the due day is kept.' }),
    },
  },
);
