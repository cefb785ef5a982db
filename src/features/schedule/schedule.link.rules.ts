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

/** Tasks that wait for each other in a circle, from one of them round to itself; empty when there is none. */
export function linkCycle(tasks: readonly { readonly id: string; readonly predecessors: readonly string[] }[]): readonly string[] {
  const before = new Map(tasks.map(({ id, predecessors }) => [id, predecessors]));
  const finished = new Set<string>();
  for (const { id } of tasks) {
    const path: { readonly id: string; next: number }[] = [{ id, next: 0 }];
    const onPath = new Set([id]);
    while (path.length > 0 && !finished.has(id)) {
      const top = path.at(-1) as (typeof path)[number];
      const predecessor = before.get(top.id)?.[top.next];
      top.next += 1;
      if (predecessor === undefined) {
        finished.add(top.id);
        onPath.delete(top.id);
        path.pop();
      } else if (onPath.has(predecessor)) {
        // The path runs against the links; people read it along them.
        return [...path.slice(path.findIndex((step) => step.id === predecessor)).map((step) => step.id), predecessor].toReversed();
      } else if (!finished.has(predecessor) && before.has(predecessor)) {
        onPath.add(predecessor);
        path.push({ id: predecessor, next: 0 });
      }
    }
  }
  return [];
}
