import { defineMessages } from '#platform/shared/messages.ts';

export const delaysFileMessages = defineMessages(
  {
    name: (campaign: string) => `${campaign} · 延期清单`, subtitle: (day: string) => `截至 ${day}`,
    sheets: { tasks: '延期的任务', causes: '按原因', owners: '按负责人' },
    columns: { number: '序号', phase: '阶段', title: '任务内容', owner: '负责人', state: '情况', planned: '原定完成', days: '延期天数', expected: '预计完成', cause: '原因', reason: '具体情况', toldBy: '说明人', tasks: '任务数' },
    standing: { late: '延期', foreseen: '预计延期' }, unexplained: '还没说明', nobody: '没有负责人',
    rate: (onTime: number, judged: number) => `按时率：${judged} 项到期或完成的任务里，${onTime} 项按时完成。`,
  },
  {
    name: (campaign) => `${campaign} · late tasks`, subtitle: (day) => `As of ${day}`,
    sheets: { tasks: 'Late tasks', causes: 'By cause', owners: 'By owner' },
    columns: { number: 'No.', phase: 'Phase', title: 'Task', owner: 'Owner', state: 'State', planned: 'Planned end', days: 'Days late', expected: 'Expected end', cause: 'Cause', reason: 'What happened', toldBy: 'Told by', tasks: 'Tasks' },
    standing: { late: 'Late', foreseen: 'Foreseen' }, unexplained: 'Not explained', nobody: 'No owner',
    rate: (onTime, judged) => `On time: ${onTime} of ${judged} tasks that are due or done.`,
  },
);
