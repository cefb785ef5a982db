import type { TaskState } from './schedule.rules.ts';

/** How the box of 完成情况 is written in a document, after NFKC: □ ☑ √ [x], alone or before its word. */
export const TICKED_BOX = /^(?:[☑☒✅✔✓√■●v]|\[\s*[x√✓v*]\s*\])$/i;
export const OPEN_BOX = /^(?:[□☐○◯▢❏❑◻口]|\[\s*\])$/;
const BOX = /^(?:[☑☒✅✔✓√■●□☐○◯▢❏❑◻]|\[\s*[x√✓v*]?\s*\])\s*/i;

/** `□延期` is 延期: the word says more than the box before it. */
export const withoutBox = (text: string): string => text.replace(BOX, '');

/** Words for a state, beside the product's own. */
export const STATE_WORDS: Readonly<Record<TaskState, readonly string[]>> = {
  open: ['未完成', '未开始', '待办', '待执行', '计划中', 'open', 'todo', 'not started'],
  doing: ['进行中', '执行中', '正在进行', '已开始', 'in progress', 'doing'],
  done: ['已完成', '完成', '已结束', '完毕', 'done', 'finished', 'completed'],
  delayed: ['延期', '逾期', '推迟', '延迟', 'delayed', 'late', 'overdue'],
  cancelled: ['取消', '已取消', '作废', 'cancelled', 'canceled'],
};
