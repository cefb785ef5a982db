import { defineMessages } from '#platform/shared/messages.ts';

export const scheduleViewsMessages = defineMessages(
  {
    views: '进度的视图',
    tabs: { table: '表格', gantt: '甘特图', board: '看板', calendar: '日历', delays: '延期', conflicts: '冲突' },
  },
  {
    views: 'Views of the schedule',
    tabs: { table: 'Table', gantt: 'Gantt', board: 'Board', calendar: 'Calendar', delays: 'Delays', conflicts: 'Conflicts' },
  },
);
