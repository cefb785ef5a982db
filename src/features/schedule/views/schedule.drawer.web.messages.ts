import { defineMessages } from '#platform/shared/messages.ts';

const quoted = (titles: readonly string[]): string => titles.map((title) => `“${title}”`).join('、');

export const drawerMessages = defineMessages(
  {
    save: '保存',
    saved: (title: string) => `已保存“${title}”`,
    cancel: '取消',
    close: '关闭',
    groups: { what: '任务', when: '时间', waits: '前置任务', needs: '资源与成果' },
    fields: {
      title: '任务内容', phase: '阶段', owner: '负责人', state: '完成情况', note: '备注', when: '时间节点', days: '起止日期', duration: '工期', unit: '工期单位',
      milestone: '里程碑（只有一天，没有工期）', fixed: '固定日期（其他任务移动时不动）', notBefore: '最早开始', due: '最迟完成', parent: '上级任务', resources: '场地与设备', deliverable: '交付物', start: '开始', end: '结束',
    },
    units: { day: '天', workday: '工作日' },
    hints: { when: '照平常的写法，日期跟着变', resources: '多项用顿号分开，例如：主舞台、投影仪', owner: '姓名或角色，例如“*专员”“全员”' },
    noParent: '没有上级任务',
    titleNeeded: '请填写任务内容',
    reversed: '结束日期早于开始日期',
    bounds: '最迟完成早于最早开始',
    link: { add: '添加前置任务', task: '前置任务', type: '关系类型', lag: '间隔', unit: '间隔单位', remove: (title: string) => `去掉前置任务“${title}”`, none: '不用等其他任务。', choose: '选择任务', circle: (titles: readonly string[]) => `这样会绕成圈：${titles.map((title) => `“${title}”`).join(' → ')}` },
    effect: {
      critical: '在关键路径上：晚一天，收尾就晚一天。',
      late: (days: number, unit: string) => `按前后关系已经晚了 ${days} ${unit}。`,
      slack: (days: number, unit: string) => `余量 ${days} ${unit}：晚这么多也不影响收尾。`,
      waited: (titles: readonly string[], count: number) => `${quoted(titles)}${count > titles.length ? `等 ${count} 项` : ''}在等它。`,
      alone: '没有任务在等它。',
      violated: (days: number) => `现在的日期比前置任务允许的早 ${days} 天。`,
      leave: (name: string, days: number) => `${name}期间休假 ${days} 个工作日，不计入工期，任务因此拉长。`,
      parts: (count: number) => `它由 ${count} 项任务组成，日期随它们。`,
    },
  },
  {
    save: 'Save',
    saved: (title) => `Saved “${title}”`,
    cancel: 'Cancel',
    close: 'Close',
    groups: { what: 'Task', when: 'Dates', waits: 'Predecessors', needs: 'Resources and result' },
    fields: {
      title: 'Task', phase: 'Phase', owner: 'Owner', state: 'State', note: 'Note', when: 'When, as written', days: 'First and last day', duration: 'Duration', unit: 'Unit of the duration',
      milestone: 'Milestone (one day, no duration)', fixed: 'Fixed date (does not move with others)', notBefore: 'Not before', due: 'Due by', parent: 'Parent task', resources: 'Venues and equipment', deliverable: 'Deliverable', start: 'Start', end: 'End',
    },
    units: { day: 'days', workday: 'working days' },
    hints: { when: 'As you are used to; the days follow', resources: 'Part several by commas', owner: 'A name or a role, such as “*Specialist”' },
    noParent: 'No parent task',
    titleNeeded: 'Say what is to be done',
    reversed: 'It ends before it starts',
    bounds: 'Due before it may begin',
    link: { add: 'Add a predecessor', task: 'Predecessor', type: 'Type', lag: 'Lag', unit: 'Unit of the lag', remove: (title) => `Remove the predecessor “${title}”`, none: 'It waits for no other task.', choose: 'Choose a task', circle: (titles) => `That would be a circle: ${titles.map((title) => `“${title}”`).join(' → ')}` },
    effect: {
      critical: 'On the critical path: a day late here is a day late at the end.',
      late: (days, unit) => `By its links it is ${days} ${unit} too late already.`,
      slack: (days, unit) => `Slack ${days} ${unit}: it may be that late without moving the end.`,
      waited: (titles, count) => `${quoted(titles)}${count > titles.length ? ` and ${count - titles.length} more` : ''} wait${count === 1 ? 's' : ''} for it.`,
      alone: 'No task waits for it.',
      violated: (days) => `It now stands ${days === 1 ? '1 day' : `${days} days`} before its predecessors allow.`,
      leave: (name, days) => `${name} is on leave for ${days === 1 ? 'a working day' : `${days} working days`} of it; that does not count, so it lasts longer.`,
      parts: (count) => `It is made of ${count} ${count === 1 ? 'task' : 'tasks'}; its dates are theirs.`,
    },
  },
);
