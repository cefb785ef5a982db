import type { Task, TaskLink } from './schedule.contract.ts';

/** How a lag is named, `+1天`, `-2个工作日`. */
export type LagText = (days: number, unit: TaskLink['lagUnit']) => string;

/** The tasks before a task as planning tools write them: `2`, `3SS`, `4FS+1天`. `numberOf` gives a task's row from 1; undefined for one that is gone. */
export function linkText(links: readonly TaskLink[], numberOf: (taskId: string) => number | undefined, lagText: LagText): string {
  return links.flatMap((link) => {
    const number = numberOf(link.predecessorId);
    if (number === undefined) return [];
    const plain = link.type === 'FS' && link.lagDays === 0;
    return [`${number}${plain ? '' : link.type}${link.lagDays === 0 ? '' : lagText(link.lagDays, link.lagUnit)}`];
  }).join(', ');
}

/** Each task with its `before`: what 前置任务 says, by the numbers of the rows. */
export function withLinkText(tasks: readonly Task[], lagText: LagText): readonly (Task & { readonly before: string })[] {
  const numbers = new Map(tasks.map((task, index) => [task.id, index + 1]));
  return tasks.map((task) => ({ ...task, before: linkText(task.links, (id) => numbers.get(id), lagText) }));
}
