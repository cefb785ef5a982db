import { defineMessages } from '#platform/shared/messages.ts';

export const scheduleMessages = defineMessages(
  {
    problems: {
      'schedule.period_reversed': (data: Record<string, unknown>) => `“${String(data['title'] ?? '')}”的结束日期早于开始日期，请改正。`,
      'schedule.only_state': () => '您可以更新任务的完成情况和备注；修改任务本身请找策划组或总负责人。',
      'schedule.title_needed': () => '每项任务都要写明任务内容。',
    },
    states: { open: '未完成', doing: '进行中', done: '已完成', delayed: '延期', cancelled: '取消' },
    phases: { preparation: '前期筹备', execution: '中期执行', retrospective: '后期复盘' },
  },
  {
    problems: {
      'schedule.period_reversed': (data) => `“${String(data['title'] ?? '')}” ends before it starts. Please correct it.`,
      'schedule.only_state': () => 'You may update the state and the note of tasks. To change a task itself, ask the planning group or the lead.',
      'schedule.title_needed': () => 'Every task needs a description.',
    },
    states: { open: 'Open', doing: 'In progress', done: 'Done', delayed: 'Delayed', cancelled: 'Cancelled' },
    phases: { preparation: 'Preparation', execution: 'Execution', retrospective: 'Retrospective' },
  },
);
