import type { RowChange, RowOutcomes } from '#platform/shared/rows.ts';
import type { PlanningFields, Task, TaskLink } from '../schedule.contract.ts';

type Fields = Partial<PlanningFields>;

/** Fields of one task, before and after an act of a person. */
export interface TaskEdit {
  readonly taskId: string;
  readonly before: Fields;
  readonly after: Fields;
}

export interface LinkEdit {
  readonly taskId: string;
  readonly before: readonly TaskLink[];
  readonly after: readonly TaskLink[];
}

/** What a person did outside the grid, whole: it is saved, taken back and done again as one. */
export interface Act {
  readonly edits: readonly TaskEdit[];
  readonly links: readonly LinkEdit[];
}

export const isEmptyAct = ({ edits, links }: Act): boolean => edits.length === 0 && links.length === 0;

/** Only the fields that become other ones; undefined when none does. */
export function editOf(task: Task, wanted: Fields): TaskEdit | undefined {
  const changed = Object.entries(wanted).filter(([name, value]) => value !== task[name as keyof Task]);
  if (changed.length === 0) return undefined;
  return { taskId: task.id, before: Object.fromEntries(changed.map(([name]) => [name, task[name as keyof Task]])) as Fields, after: Object.fromEntries(changed) as Fields };
}

export const reverseOf = ({ edits, links }: Act): Act => ({
  edits: edits.map(({ taskId, before, after }) => ({ taskId, before: after, after: before })),
  links: links.map(({ taskId, before, after }) => ({ taskId, before: after, after: before })),
});

/** The edits as the server takes them: each field with what the person saw. */
export const wireEdits = ({ edits }: Act): readonly RowChange[] =>
  edits.map(({ taskId, before, after }) => ({ type: 'update', id: taskId, set: Object.fromEntries(Object.entries(after).map(([name, to]) => [name, { from: before[name as keyof Fields], to }])) }));

export const wireLinks = ({ links }: Act) => links.map(({ taskId, before, after }) => ({ taskId, from: [...before], to: [...after] }));

/** The tasks as they are once these acts are saved. */
export function withActs(tasks: readonly Task[], acts: readonly Act[]): readonly Task[] {
  if (acts.length === 0) return tasks;
  const edits = new Map<string, Fields>();
  const links = new Map<string, readonly TaskLink[]>();
  for (const act of acts) {
    for (const { taskId, after } of act.edits) edits.set(taskId, { ...edits.get(taskId), ...after });
    for (const { taskId, after } of act.links) links.set(taskId, after);
  }
  return tasks.map((task) => {
    const [fields, after] = [edits.get(task.id), links.get(task.id)];
    return fields || after ? { ...task, ...fields, links: [...(after ?? task.links)] } : task;
  });
}

/** A task that was not changed: someone else has changed it (`by` names them when known) or deleted it. */
export interface Refusal {
  readonly taskId: string;
  readonly status: 'gone' | 'conflict';
  readonly by: string | null;
}

type Outcomes = RowOutcomes['outcomes'];

/** What of an act was saved, and what was not. Of a task in conflict nothing counts as saved: the rest of it can be taken back by hand only. */
export function settled(act: Act, outcomes: { readonly edits: Outcomes; readonly links: Outcomes }): { readonly saved: Act; readonly refused: readonly Refusal[] } {
  const refused = [...outcomes.edits, ...outcomes.links].flatMap(({ id, status, conflicts }): Refusal[] => (status === 'ok' ? [] : [{ taskId: id, status, by: conflicts[0]?.by ?? null }]));
  const isOk = (list: Outcomes) => (_: unknown, index: number): boolean => (list[index]?.status ?? 'ok') === 'ok';
  return { saved: { edits: act.edits.filter(isOk(outcomes.edits)), links: act.links.filter(isOk(outcomes.links)) }, refused };
}

/** Two acts as one: of a task in both, what was there before the first and what is there after the second. */
export function joinActs(first: Act, second: Act): Act {
  const edits = new Map(first.edits.map((edit) => [edit.taskId, edit]));
  for (const edit of second.edits) {
    const known = edits.get(edit.taskId);
    edits.set(edit.taskId, known ? { taskId: edit.taskId, before: { ...edit.before, ...known.before }, after: { ...known.after, ...edit.after } } : edit);
  }
  const links = new Map(first.links.map((edit) => [edit.taskId, edit]));
  for (const edit of second.links) links.set(edit.taskId, { ...edit, before: links.get(edit.taskId)?.before ?? edit.before });
  return { edits: [...edits.values()], links: [...links.values()] };
}
