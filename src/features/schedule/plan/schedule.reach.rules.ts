import type { PlannedTask } from './schedule.planned.rules.ts';

/**
 * The part of a plan from which `effectOfDelay` tells the same as from the whole, for tasks of which one comes later: everything that may go along,
 * what that waits for, D-day and the end of the plan. In the order of the plan.
 */
export function planAround<Task extends PlannedTask>(tasks: readonly Task[], ids: readonly string[], dDayTaskIds: readonly string[]): readonly Task[] {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const parts = Map.groupBy(tasks, (task) => task.parentId);
  const followers = new Map<string, Task[]>();
  for (const task of tasks) for (const { predecessorId } of task.links) followers.set(predecessorId, [...(followers.get(predecessorId) ?? []), task]);
  const partsOf = (task: Task): readonly Task[] => parts.get(task.id) ?? [];
  const parentOf = (task: Task): readonly Task[] => [byId.get(task.parentId ?? '')].filter((parent) => parent !== undefined);
  const before = (task: Task): readonly Task[] => task.links.flatMap(({ predecessorId }) => byId.get(predecessorId) ?? []);
  const moving = reached([...ids, ...dDayTaskIds].flatMap((id) => byId.get(id) ?? []), (task) => [...(followers.get(task.id) ?? []), ...partsOf(task), ...parentOf(task)]);
  // Where no task is D-day, the end of the plan is; parents have the days of their parts, a task without days those of what it waits for.
  const leaves = tasks.filter((task) => !parts.has(task.id) && !moving.has(task) && task.state !== 'cancelled');
  const last = leaves.reduce((day, task) => (lastDay(task) > day ? lastDay(task) : day), '');
  const ending = dDayTaskIds.length > 0 ? [] : leaves.filter((task) => lastDay(task) === last || lastDay(task) === '');
  // What is waited for stands still: its own days are enough, or those of its parts, or, without any, of what it waits for.
  const still = reached([...[...moving].flatMap(before), ...ending], (task) => [...partsOf(task), ...(lastDay(task) === '' ? before(task) : [])]);
  return tasks.filter((task) => moving.has(task) || still.has(task));
}

const lastDay = ({ startOn, endOn }: PlannedTask): string => endOn ?? startOn ?? '';

function reached<Task>(from: readonly Task[], next: (task: Task) => readonly Task[]): ReadonlySet<Task> {
  const found = new Set<Task>();
  const open = [...from];
  for (let task = open.pop(); task !== undefined; task = open.pop()) {
    if (found.has(task)) continue;
    found.add(task);
    open.push(...next(task));
  }
  return found;
}
