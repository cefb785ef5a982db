import { defineMessages } from '#platform/shared/messages.ts';
import type { LinkError } from '../plan/schedule.link.rules.ts';

const linkZh: Record<LinkError['code'], (piece: string) => string> = {
  unknown: (piece) => `依赖关系中的“${piece}”没有对应的序号`,
  itself: (piece) => `依赖关系“${piece}”指向任务自己`,
  text: (piece) => `依赖关系“${piece}”读不懂，请写成 2、2FS+3、3SS-1 这样的形式`,
  duplicate: (piece) => `依赖关系“${piece}”重复`,
  lag: (piece) => `依赖关系“${piece}”的延隔时间过长`,
};
const linkEn: Record<LinkError['code'], (piece: string) => string> = {
  unknown: (piece) => `no task has the number of the predecessor “${piece}”`,
  itself: (piece) => `the predecessor “${piece}” is the task itself`,
  text: (piece) => `the predecessor “${piece}” cannot be read; write 2, 2FS+3 or 3SS-1`,
  duplicate: (piece) => `the predecessor “${piece}” is there twice`,
  lag: (piece) => `the lag of the predecessor “${piece}” is too long`,
};

export const scheduleCommandMessages = defineMessages(
  {
    usage: '用法：muster schedule 文件 [--json] [--calendar cn|none] [--start 2025-10-01] [--locale zh-CN|en]',
    noTable: '没有找到任务表。表头需要有任务名称或序号，以及工期、依赖关系或起止时间。',
    noTasks: '任务表里没有任务。',
    duplicateNumber: (number: string, names: string) => `序号 ${number} 重复：${names}。`,
    fraction: (task: string, text: string) => `任务“${task}”的工期“${text}”不是整天数，请改为整数。`,
    duration: (task: string, text: string) => `任务“${task}”的工期“${text}”读不懂，请写成天数。`,
    noDuration: (task: string) => `任务“${task}”没有工期，也没有起止时间。`,
    link: (task: string, code: LinkError['code'], piece: string) => `任务“${task}”：${linkZh[code](piece)}。`,
    parentUnknown: (task: string, text: string) => `任务“${task}”的上级任务“${text}”在表里找不到。`,
    parentCycle: (tasks: string) => `任务互为上级：${tasks}。请改正其中一个上级任务。`,
    cycle: (tasks: string) => `任务循环依赖：${tasks}。请去掉其中一个依赖关系。`,
    more: (count: number) => `另有 ${count} 个问题。`,
    noProject: '这个 XML 文件不是 Microsoft Project 的项目文件。',
    tooMany: '项目文件过大，已停止读取。',
    joiner: ' → ',
    separator: '、',
    columns: ['序号', '任务', '开始', '完成', '最晚开始', '最晚完成', '总时差', '自由时差', '关键'] as readonly string[],
    critical: '●',
    summary: (duration: number, finish: string, tasks: number) => `${tasks} 项任务，总工期 ${duration} 天，完成于 ${finish}。● 为关键路径上的任务；时差以天计。`,
  },
  {
    usage: 'Usage: muster schedule FILE [--json] [--calendar cn|none] [--start 2025-10-01] [--locale zh-CN|en]',
    noTable: 'There is no list of tasks. Its heading needs Task or ID, and Duration, Predecessors, or Start and End.',
    noTasks: 'The list has no tasks.',
    duplicateNumber: (number, names) => `The number ${number} is there more than once: ${names}.`,
    fraction: (task, text) => `The duration “${text}” of the task “${task}” is not a whole number of days. Round it.`,
    duration: (task, text) => `The duration “${text}” of the task “${task}” cannot be read. Write a number of days.`,
    noDuration: (task) => `The task “${task}” has no duration, and no start and end.`,
    link: (task, code, piece) => `Task “${task}”: ${linkEn[code](piece)}.`,
    parentUnknown: (task, text) => `The parent “${text}” of the task “${task}” is not in the list.`,
    parentCycle: (tasks) => `Tasks are parts of each other: ${tasks}. Correct one of the parents.`,
    cycle: (tasks) => `The tasks wait for each other in a circle: ${tasks}. Take out one of the dependencies.`,
    more: (count) => `There are ${count} more problems.`,
    noProject: 'This XML file is no Microsoft Project plan.',
    tooMany: 'The project file is too large; reading was stopped.',
    joiner: ' → ',
    separator: ', ',
    columns: ['ID', 'Task', 'Start', 'Finish', 'Late start', 'Late finish', 'Total slack', 'Free slack', 'Critical'],
    critical: '●',
    summary: (duration, finish, tasks) => `${tasks} tasks, ${duration} days, finished on ${finish}. ● marks the critical path; slack is in days.`,
  },
);
