import { defineMessages } from '#platform/shared/messages.ts';

const titlesOf = (data: Record<string, unknown>): readonly string[] => (Array.isArray(data['titles']) ? data['titles'].map(String) : []);

export const scheduleMessages = defineMessages(
  {
    problems: {
      'schedule.period_reversed': (data: Record<string, unknown>) => `“${String(data['title'] ?? '')}”的结束日期早于开始日期，请改正。`,
      'schedule.only_state': () => '您可以更新任务的完成情况和备注；修改任务本身请找策划组或总负责人。',
      'schedule.title_needed': () => '每项任务都要写明任务内容。',
      'schedule.due_before_start': (data: Record<string, unknown>) => `“${String(data['title'] ?? '')}”的最迟完成日早于最早开始日，请改正。`,
      'schedule.parent_cycle': (data: Record<string, unknown>) => `任务不能归在自己的下级之下：${titlesOf(data).join(' → ')}。`,
      'schedule.parent_unknown': () => '上级任务不在本活动的进度表里，可能已被删除。请刷新后重试。',
      'schedule.link_cycle': (data: Record<string, unknown>) => `前置关系绕成了圈：${titlesOf(data).map((title) => `“${title}”`).join(' → ')}。请去掉其中一条。`,
      'schedule.calendar_changed': () => '这些日子刚被别人改过，已为您取来最新的安排，请看过后再改。',
      'schedule.link_unknown': () => '前置任务不在本活动的进度表里，可能已被删除。请刷新后重试。',
    },
    states: { open: '未完成', doing: '进行中', done: '已完成', delayed: '延期', cancelled: '取消' },
    phases: { preparation: '前期筹备', execution: '中期执行', retrospective: '后期复盘' },
  },
  {
    problems: {
      'schedule.period_reversed': (data) => `“${String(data['title'] ?? '')}” ends before it starts. Please correct it.`,
      'schedule.only_state': () => 'You may update the state and the note of tasks. To change a task itself, ask the planning group or the lead.',
      'schedule.title_needed': () => 'Every task needs a description.',
      'schedule.due_before_start': (data) => `“${String(data['title'] ?? '')}” is due before it may start. Please correct it.`,
      'schedule.parent_cycle': (data) => `A task cannot be part of its own parts: ${titlesOf(data).join(' → ')}.`,
      'schedule.parent_unknown': () => 'The task that it is to be a part of is not in this schedule; it may have been deleted. Reload and try again.',
      'schedule.link_cycle': (data) => `The tasks wait for each other in a circle: ${titlesOf(data).map((title) => `“${title}”`).join(' → ')}. Take one of the links away.`,
      'schedule.calendar_changed': () => 'Someone else has just changed these days. They are shown as they are now; please look again.',
      'schedule.link_unknown': () => 'A task to wait for is not in this schedule; it may have been deleted. Reload and try again.',
    },
    states: { open: 'Open', doing: 'In progress', done: 'Done', delayed: 'Delayed', cancelled: 'Cancelled' },
    phases: { preparation: 'Preparation', execution: 'Execution', retrospective: 'Retrospective' },
  },
);
