import { defineMessages } from '#platform/shared/messages.ts';
import type { ImportedLinks } from './document.links.rules.ts';

type Code = ImportedLinks['lost'][number]['code'];
const zhLost: Record<Code, (piece: string) => string> = {
  unknown: (piece) => `没有序号是“${piece}”的任务，这一处不会写入`,
  text: (piece) => `没有读懂“${piece}”，这一处不会写入`,
  itself: (piece) => `“${piece}”指向任务自己，这一处不会写入`,
  duplicate: (piece) => `“${piece}”写了两遍，只写入一次`,
  lag: (piece) => `“${piece}”的间隔超过 365 天，这一处不会写入`,
  parent: (piece) => `没有序号是“${piece}”的上级任务，不会写入`,
};
const enLost: Record<Code, (piece: string) => string> = {
  unknown: (piece) => `No task has the number “${piece}”; this is not written`,
  text: (piece) => `“${piece}” cannot be read; it is not written`,
  itself: (piece) => `“${piece}” is the task itself; it is not written`,
  duplicate: (piece) => `“${piece}” stands twice; it is written once`,
  lag: (piece) => `The lag of “${piece}” is above 365 days; it is not written`,
  parent: (piece) => `No parent task has the number “${piece}”; it is not written`,
};

/** The columns of a richer task list under review. */
export const linkedMessages = defineMessages(
  { columns: { number: '序号', before: '前置任务', parent: '上级任务', milestone: '里程碑', fixed: '固定日期', notBeforeOn: '最早开始', dueOn: '最迟完成', resourceText: '场地与设备', deliverable: '交付物', durationUnit: '工期单位' }, yes: '是', units: { day: '自然日', workday: '工作日' }, lost: zhLost, stop: '；' },
  { columns: { number: 'No.', before: 'After', parent: 'Parent task', milestone: 'Milestone', fixed: 'Fixed date', notBeforeOn: 'Not before', dueOn: 'Due by', resourceText: 'Venues and equipment', deliverable: 'Deliverable', durationUnit: 'Counted in' }, yes: 'Yes', units: { day: 'calendar days', workday: 'working days' }, lost: enLost, stop: '; ' },
);
