import type { FieldIssue } from '#platform/shared/problem.ts';
import type { RowChange, RowOutcomes } from '#platform/shared/rows.ts';
import type { CellValue, ChangeOutcome, GridChange } from './grid.types.ts';

export interface WireBatch {
  readonly changes: readonly RowChange[];
  /** For each change of the grid, the place of its wire change; -1 where nothing had to be sent. */
  readonly positions: readonly number[];
}

/** The grid's changes as `rowChanges` takes them: the cells of one row become one update, unknown fields stay behind. */
export function wireChanges(changes: readonly GridChange[], fields: readonly string[]): WireBatch {
  const wire: RowChange[] = [];
  const updates = new Map<string, { readonly position: number; readonly set: Record<string, { from: CellValue; to: CellValue }> }>();
  const known = new Set(fields);
  const add = (change: RowChange) => wire.push(change) - 1;
  const positions = changes.map((change): number => {
    switch (change.kind) {
      case 'insert':
        return add({ type: 'insert', id: change.rowId, afterId: change.afterId, fields: Object.fromEntries(Object.entries(change.values).filter(([field]) => known.has(field))) });
      case 'delete':
        return add({ type: 'delete', id: change.rowId });
      case 'move':
        return add({ type: 'move', id: change.rowId, afterId: change.afterId });
      case 'set': {
        if (!known.has(change.field)) return -1;
        const present = updates.get(change.rowId);
        const set = present?.set ?? {};
        const position = present?.position ?? add({ type: 'update', id: change.rowId, set });
        updates.set(change.rowId, { position, set });
        set[change.field] = { from: change.from, to: change.to };
        return position;
      }
    }
  });
  return { changes: wire, positions };
}

export function outcomesOf(changes: readonly GridChange[], positions: readonly number[], answer: RowOutcomes): readonly ChangeOutcome[] {
  return changes.map((change, index): ChangeOutcome => {
    const outcome = answer.outcomes[positions[index] ?? -1];
    if (!outcome || outcome.status === 'ok') return { status: 'ok' };
    if (outcome.status === 'gone') return { status: 'gone' };
    if (change.kind !== 'set') return { status: 'gone' };
    const conflict = outcome.conflicts.find((one) => one.field === change.field);
    if (!conflict) return { status: 'ok' };
    return { status: 'conflict', current: conflict.current as CellValue, by: conflict.by ?? undefined };
  });
}

/**
 * The changes that a validation answer names, with its sentences: `body.changes.3.set.amountCents.to` is the cell
 * amountCents of wire change 3; an issue of a whole change concerns all its cells.
 */
export function refusedChanges(changes: readonly GridChange[], positions: readonly number[], issues: readonly FieldIssue[]): ReadonlyMap<number, string> {
  const refused = new Map<number, string>();
  for (const issue of issues) {
    const match = /(?:^|\.)changes\.(\d+)(?:\.set\.([^.]+))?/.exec(issue.path);
    if (!match) continue;
    const position = Number(match[1]);
    changes.forEach((change, index) => {
      if (positions[index] !== position || refused.has(index)) return;
      if (match[2] === undefined || (change.kind === 'set' && change.field === match[2])) refused.set(index, issue.message);
    });
  }
  return refused;
}
