import { callOperation, ClientProblem } from '#platform/web/client.ts';
import { useLocale } from '#platform/web/i18n.tsx';
import type { SaveChanges } from '#platform/web/grid/ChangeStore.ts';
import type { ChangeOutcome, GridChange } from '#platform/web/grid/grid.types.ts';
import { useRowsOperation } from '#platform/web/grid/useRowsOperation.ts';
import { problemText } from '#platform/web/problem-text.ts';
import { useRefresh } from '#platform/web/query.ts';
import { editSchedule, linkTasks, taskFields, type Task } from '../schedule.contract.ts';
import { linksOfValue, linksValue } from '../views/schedule.link-cell.rules.ts';

const FIELDS = Object.keys(taskFields.shape);
const BEFORE = 'before';

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

type Links = (GridChange & { readonly kind: 'set' }) | (GridChange & { readonly kind: 'insert' });

const setsLinks = (change: GridChange): change is GridChange & { readonly kind: 'set' } => change.kind === 'set' && change.field === BEFORE;
/** A row that comes back with what it waited for, or was pasted with it. */
const bringsLinks = (change: GridChange): change is GridChange & { readonly kind: 'insert' } => change.kind === 'insert' && linksOfValue(change.values[BEFORE]).length > 0;

const wire = (change: Links) =>
  change.kind === 'set' ? { taskId: change.rowId, from: [...linksOfValue(change.from)], to: [...linksOfValue(change.to)] } : { taskId: change.rowId, to: [...linksOfValue(change.values[BEFORE])] };

/** 前置任务 of several rows in one call. A circle is told at each cell of it that was written. */
async function saveLinks(campaignId: string, changes: readonly Links[], word: (error: unknown) => string): Promise<readonly ChangeOutcome[]> {
  if (changes.length === 0) return [];
  try {
    const { outcomes } = await callOperation(linkTasks, { params: { campaignId }, body: { changes: changes.map(wire) } });
    return outcomes.map(({ status, conflicts }): ChangeOutcome => {
      if (status !== 'conflict') return { status };
      return { status, current: linksValue((conflicts[0]?.current ?? []) as Task['links']), by: conflicts[0]?.by ?? undefined };
    });
  } catch (error) {
    if (!(error instanceof ClientProblem) || error.status < 400 || error.status >= 500 || error.status === 401 || error.status === 429) throw error;
    return changes.map(() => ({ status: 'invalid', message: word(error) }));
  }
}

/** `onChange` of the schedule's grid. What tasks wait for goes an own way: it is set whole, and a circle is refused by name. */
export function useScheduleSave(campaignId: string, tasks: readonly Task[]): SaveChanges {
  const save = useRowsOperation(editSchedule, campaignId, FIELDS);
  const refresh = useRefresh();
  const locale = useLocale();
  return async (changes) => {
    const word = (error: unknown): string => problemText(error, locale);
    const set = await saveLinks(campaignId, changes.filter(setsLinks), word);
    const linked = new Map(changes.filter(setsLinks).map((change, index): [GridChange, ChangeOutcome] => [change, set[index] ?? { status: 'ok' }]));
    const groups = withPhase(changes, tasks);
    const outcomes = await save(groups.flat());
    const brought = changes.filter(bringsLinks);
    if (brought.length > 0) {
      await saveLinks(campaignId, brought, word);
      await refresh(campaignId);
    }
    let end = 0;
    // The last outcome of a group is that of the change itself.
    return groups.map((group, index) => {
      end += group.length;
      return linked.get(changes[index] as GridChange) ?? outcomes[end - 1] ?? { status: 'ok' };
    });
  };
}
