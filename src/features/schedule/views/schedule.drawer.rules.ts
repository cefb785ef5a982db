import { editOf, type Act } from '../plan/schedule.act.rules.ts';
import type { PlanningFields, Task, TaskLink } from '../schedule.contract.ts';
import { linkCycle } from '../plan/schedule.link.rules.ts';
import type { MovedTask } from '../plan/schedule.move.rules.ts';

/** What a person has typed into the drawer of a task: its planning fields whole, and what it waits for. */
export interface TaskDraft extends PlanningFields {
  readonly links: readonly TaskLink[];
}

export const draftOf = ({ phase, whenText, startOn, endOn, dueTime, title, ownerText, state, note, milestone, fixed, notBeforeOn, dueOn, durationUnit, parentId, resourceText, deliverable, links }: Task): TaskDraft =>
  ({ phase, whenText, startOn, endOn, dueTime, title, ownerText, state, note, milestone, fixed, notBeforeOn, dueOn, durationUnit, parentId, resourceText, deliverable, links });

export type DraftFault = 'titleNeeded' | 'reversed' | 'bounds';

export function faultOf({ title, startOn, endOn, notBeforeOn, dueOn }: TaskDraft): DraftFault | null {
  if (title.trim() === '') return 'titleNeeded';
  if (startOn !== null && endOn !== null && endOn < startOn) return 'reversed';
  return notBeforeOn !== null && dueOn !== null && dueOn < notBeforeOn ? 'bounds' : null;
}

const written = (links: readonly TaskLink[]): string => links.map((link) => [link.predecessorId, link.type, link.lagDays, link.lagDays === 0 ? '' : link.lagUnit].join(' ')).toSorted((a, b) => a.localeCompare(b)).join();

/** The act that saves a draft, and where the task then stands when its days are other ones: others may have to follow. */
export function actOfDraft(task: Task, { links, ...fields }: TaskDraft): { readonly act: Act; readonly moved: readonly MovedTask[] } {
  const edit = editOf(task, fields);
  const linkEdit = written(links) === written(task.links) ? [] : [{ taskId: task.id, before: task.links, after: links }];
  const [startOn, endOn] = [fields.startOn ?? fields.endOn, fields.endOn ?? fields.startOn];
  const moves = startOn !== null && endOn !== null && (startOn !== (task.startOn ?? task.endOn) || endOn !== (task.endOn ?? task.startOn));
  return { act: { edits: edit ? [edit] : [], links: linkEdit }, moved: moves ? [{ id: task.id, startOn, endOn }] : [] };
}

/** The titles of the circle that these links would close; empty without one. */
export function circleOfDraft(tasks: readonly Task[], taskId: string, links: readonly TaskLink[]): readonly string[] {
  const cycle = linkCycle(tasks.map((task) => ({ id: task.id, predecessors: (task.id === taskId ? links : task.links).map((link) => link.predecessorId) })));
  const titles = new Map(tasks.map((task) => [task.id, task.title]));
  return cycle.map((id) => titles.get(id) ?? '');
}

/** Tasks that may be what this one belongs to: not itself, and nothing beneath it. */
export function parentChoices(tasks: readonly Task[], taskId: string): readonly Task[] {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  return tasks.filter((task) => {
    const seen = new Set<string>();
    for (let at: string | null = task.id; at !== null && !seen.has(at); at = byId.get(at)?.parentId ?? null) {
      if (at === taskId) return false;
      seen.add(at);
    }
    return true;
  });
}
