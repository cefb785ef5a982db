import { useCallback } from 'react';
import type { SaveChanges } from '#platform/web/grid/ChangeStore.ts';
import type { CellValue, ChangeOutcome, GridChange } from '#platform/web/grid/grid.types.ts';
import { useRowsOperation } from '#platform/web/grid/useRowsOperation.ts';
import * as contract from '../plan.lists.contract.ts';
import type { PlanListName, PlanLists } from '../plan.lists.contract.ts';
import { EMPTY_ROWS } from '../plan.lists.rules.ts';

const OPERATIONS = {
  personas: contract.editPersonas, channels: contract.editChannels, materials: contract.editMaterials, steps: contract.editSteps,
  zones: contract.editZones, risks: contract.editRisks, questions: contract.editQuestions, data: contract.editData,
} as const;

/** A grid's cells are texts and numbers: yes and no, and the day of a step, are chosen by a word. */
const TRUTHS = new Set(['hardStart', 'required']);
const NUMBERED = new Set(['day']);

type Values = Readonly<Record<string, CellValue>>;

function sent(field: string, value: CellValue): CellValue {
  if (TRUTHS.has(field)) return (value === 'yes') as never;
  return NUMBERED.has(field) ? Number(value) : value;
}

function shown(field: string, value: unknown): CellValue {
  if (TRUTHS.has(field)) return value === true ? 'yes' : 'no';
  return NUMBERED.has(field) ? String(value) : (value as CellValue);
}

const each = (values: Values, turn: (field: string, value: CellValue) => CellValue): Values => Object.fromEntries(Object.entries(values).map(([field, value]) => [field, turn(field, value)]));

/** A row as the grid holds it. */
export type ListRow = Values & { readonly id: string };

export function gridRows<L extends PlanListName>(rows: PlanLists[L]): readonly ListRow[] {
  return rows.map((row) => each(row as unknown as Values, shown) as ListRow);
}

/** What a new row of a list starts with. */
export function blankRow(list: PlanListName): Values {
  return each(EMPTY_ROWS[list] as unknown as Values, shown);
}

function wired(change: GridChange): GridChange {
  if (change.kind === 'set') return { ...change, from: sent(change.field, change.from), to: sent(change.field, change.to) };
  if (change.kind === 'insert' || change.kind === 'delete') return { ...change, values: each(change.values, sent) };
  return change;
}

/** `onChange` of a list's grid. */
export function useListSave(list: PlanListName, campaignId: string): SaveChanges {
  const save = useRowsOperation(OPERATIONS[list], campaignId, Object.keys(EMPTY_ROWS[list]));
  return useCallback(async (changes: readonly GridChange[]): Promise<readonly ChangeOutcome[]> => {
    const outcomes = await save(changes.map(wired));
    return outcomes.map((outcome, index) => {
      const change = changes[index];
      return outcome.status === 'conflict' && change?.kind === 'set' ? { ...outcome, current: shown(change.field, outcome.current) } : outcome;
    });
  }, [save]);
}
