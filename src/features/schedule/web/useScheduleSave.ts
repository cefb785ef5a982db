import type { GridChange } from '#platform/web/grid/grid.types.ts';
import type { SaveChanges } from '#platform/web/grid/ChangeStore.ts';
import { useRowsOperation } from '#platform/web/grid/useRowsOperation.ts';
import { editSchedule, taskFields, type Task } from '../schedule.contract.ts';

const FIELDS = Object.keys(taskFields.shape);

/** A task that is dragged among those of another phase joins that phase: otherwise it would jump back to its own. */
function withPhase(changes: readonly GridChange[], tasks: readonly Task[]): readonly (readonly GridChange[])[] {
  const phaseOf = (id: string | null) => tasks.find((task) => task.id === id)?.phase;
  return changes.map((change) => {
    if (change.kind !== 'move') return [change];
    const from = phaseOf(change.rowId);
    const to = change.afterId === null ? tasks[0]?.phase : phaseOf(change.afterId);
    return from && to && from !== to ? [{ kind: 'set', rowId: change.rowId, field: 'phase', from, to }, change] : [change];
  });
}

/** `onChange` of the schedule's grid. */
export function useScheduleSave(campaignId: string, tasks: readonly Task[]): SaveChanges {
  const save = useRowsOperation(editSchedule, campaignId, FIELDS);
  return async (changes) => {
    const groups = withPhase(changes, tasks);
    const outcomes = await save(groups.flat());
    let end = 0;
    // The last outcome of a group is that of the change itself.
    return groups.map((group) => outcomes[(end += group.length) - 1] ?? { status: 'ok' });
  };
}
