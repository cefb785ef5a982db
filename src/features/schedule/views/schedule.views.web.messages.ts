import { defineMessages } from '#platform/shared/messages.ts';
import type { LinkError } from '../plan/schedule.link.rules.ts';

type Wrong = Record<LinkError['code'], (piece: string) => string>;

const zhWrong: Wrong = {
  unknown: (piece) => `没有第“${piece}”行任务。请写任务左边的序号，例如“2”或“2FS+3”。`,
  itself: (piece) => `“${piece}”就是这项任务自己，不能作为自己的前置任务。`,
  text: (piece) => `没有读懂“${piece}”。写前置任务的序号，可以加关系和间隔：“2”“3SS”“4FS+2”“5FF-1工作日”，多项用逗号分开。`,
  duplicate: (piece) => `“${piece}”写了两次，两项任务之间只能有一种关系。`,
  lag: (piece) => `“${piece}”的间隔太长，最多 365 天。`,
};
const enWrong: Wrong = {
  unknown: (piece) => `There is no task in row “${piece}”. Write the number at the left of a task, such as “2” or “2FS+3”.`,
  itself: (piece) => `“${piece}” is this task itself; it cannot wait for itself.`,
  text: (piece) => `“${piece}” could not be read. Write row numbers with type and lag: “2”, “3SS”, “4FS+2”, “5FF-1wd”, parted by commas.`,
  duplicate: (piece) => `“${piece}” is written twice; two tasks are linked in one way only.`,
  lag: (piece) => `The lag of “${piece}” is too long: at most 365 days.`,
};

export const scheduleViewsMessages = defineMessages(
  {
    views: '进度的视图',
    tabs: { table: '表格', gantt: '甘特图', board: '看板', calendar: '日历', delays: '延期', conflicts: '冲突' },
    showBefore: '显示前置任务',
    wrongLink: zhWrong,
    board: {
      title: '看板',
      lanes: '分组',
      lane: { none: '不分组', owner: '按负责人', phase: '按阶段' },
      nobody: '未指定负责人',
      none: '没有任务',
      more: (count: number) => `再显示 ${count} 项`,
      change: (title: string) => `更改“${title}”的完成情况`,
      moved: (title: string, state: string) => `“${title}”改为“${state}”`,
      stillLate: (title: string) => `“${title}”的日期已过，仍然算延期。要改回未完成，请先调整日期。`,
      keys: '拖动卡片更改完成情况。键盘：←→ 换一列，回车打开。',
      empty: '还没有任务。在表格里列出任务后，这里按完成情况分列显示。',
    },
    calendar: {
      title: '日历',
      previous: '上个月',
      next: '下个月',
      today: '今天',
      more: (count: number) => `还有 ${count} 项`,
      week: (days: string) => `${days} 这一周`,
      keys: '拖动任务换日期。键盘：←→ 移动一天，↑↓ 移动一周，回车确认或打开。',
      begins: '开始',
      ends: '截止',
      one: '当天',
      none: '这个月没有任务。',
      undated: (count: number) => `${count} 项还没有日期`,
      dDay: 'D 日',
      toTable: '去表格',
    },
  },
  {
    views: 'Views of the schedule',
    tabs: { table: 'Table', gantt: 'Gantt', board: 'Board', calendar: 'Calendar', delays: 'Delays', conflicts: 'Conflicts' },
    showBefore: 'Show predecessors',
    wrongLink: enWrong,
    board: {
      title: 'Board',
      lanes: 'Lanes',
      lane: { none: 'No lanes', owner: 'By owner', phase: 'By phase' },
      nobody: 'No owner',
      none: 'No tasks',
      more: (count) => `Show ${count} more`,
      change: (title) => `Change the state of “${title}”`,
      moved: (title, state) => `“${title}” is now “${state}”`,
      stillLate: (title) => `The day of “${title}” has passed, so it still counts as delayed. Move its dates first.`,
      keys: 'Drag a card to change its state. Keys: ←→ to another column, Enter opens.',
      empty: 'No tasks yet. Once they are listed in the table, they stand here by their state.',
    },
    calendar: {
      title: 'Calendar',
      previous: 'Previous month',
      next: 'Next month',
      today: 'Today',
      more: (count) => `${count} more`,
      week: (days) => `Week of ${days}`,
      keys: 'Drag a task to another day. Keys: ←→ by a day, ↑↓ by a week, Enter confirms or opens.',
      begins: 'begins',
      ends: 'ends',
      one: 'that day',
      none: 'No tasks this month.',
      undated: (count) => (count === 1 ? '1 without a date' : `${count} without a date`),
      dDay: 'D-day',
      toTable: 'Go to the table',
    },
  },
);
