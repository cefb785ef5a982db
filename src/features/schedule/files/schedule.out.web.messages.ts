import { defineMessages } from '#platform/shared/messages.ts';

/** What leaves the schedule as files. */
export const outWebMessages = defineMessages(
  {
    export: '导出',
    files: { xlsx: '进度表', docx: '进度表', csv: '进度表', gantt: '甘特图', plan: '计划表（含依赖关系）', project: 'MS Project 文件' },
  },
  {
    export: 'Export',
    files: { xlsx: 'Schedule', docx: 'Schedule', csv: 'Schedule', gantt: 'Gantt chart', plan: 'Plan with links', project: 'MS Project file' },
  },
);
