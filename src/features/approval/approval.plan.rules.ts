import type { FrozenPlan, FrozenRow } from './approval.content.rules.ts';
import { pair, type Changed } from './approval.difference.rules.ts';
import { wordDifference, type Piece } from './approval.words.rules.ts';

/** A section whose text is not that of the earlier version. */
export interface SectionChange {
  /** `own` for a section of the campaign's own, which its title names. */
  readonly key: string;
  readonly title: string;
  readonly state: 'added' | 'removed' | 'changed';
  readonly pieces: readonly Piece[];
}

/** A row of one of the plan's tables that was added, removed, or changed in some fields. */
export interface RowChange {
  readonly list: string;
  readonly name: string;
  /** The phase of a channel, which tells its rows apart. */
  readonly phase: string;
  readonly state: 'added' | 'removed' | 'changed';
  readonly fields: readonly Changed<unknown>[];
  /** As it is now; empty for a row that was removed. */
  readonly row: FrozenRow;
}

/** The plan's own tables in their order, with the field that names a row of each. */
export const LIST_NAMES: Readonly<Record<string, string>> = { personas: 'name', channels: 'channel', materials: 'name', steps: 'title', zones: 'name', risks: 'risk', questions: 'question', data: 'item' };
/** What is kept up while the campaign runs and is no change of the plan. */
const KEPT_UP = new Set(['note', 'ownerText']);

const stateOf = (one: { readonly before?: unknown; readonly after?: unknown }): RowChange['state'] => (one.before === undefined ? 'added' : one.after === undefined ? 'removed' : 'changed');

/** The sections whose words changed, in the order of the plan; none where the earlier version was frozen before there was a text. */
export function sectionChanges(before: FrozenPlan, after: FrozenPlan): SectionChange[] {
  if (!before.sections || !after.sections) return [];
  const written = (plan: FrozenPlan) => (plan.sections ?? []).filter((section) => section.words !== '');
  return pair(written(before), written(after), ({ key, title }) => `${key}\n${title}`).flatMap((one) => {
    const [was, is] = [one.before?.words ?? '', one.after?.words ?? ''];
    const { key = 'own', title = '' } = one.after ?? one.before ?? {};
    return was === is ? [] : [{ key, title, state: stateOf(one), pieces: wordDifference(was, is) }];
  });
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The rows of the plan's tables that are not what they were; tables that the earlier version did not have are left aside. */
export function listChanges(before: FrozenPlan, after: FrozenPlan): RowChange[] {
  return Object.entries(LIST_NAMES).flatMap(([list, naming]) => {
    const [was, is] = [before.lists?.[list], after.lists?.[list]];
    if (!was || !is) return [];
    const nameOf = (row: FrozenRow): string => `${text(row[naming])}\n${list === 'channels' ? text(row['phase']) : ''}`;
    return pair(was, is, nameOf).flatMap((one): RowChange[] => {
      const [name = '', phase = ''] = one.name.split('\n');
      const state = stateOf(one);
      const fields = state === 'changed' ? changedFields(one.before ?? {}, one.after ?? {}) : [];
      return state === 'changed' && fields.length === 0 ? [] : [{ list, name, phase, state, fields, row: one.after ?? {} }];
    });
  });
}

function changedFields(before: FrozenRow, after: FrozenRow): Changed<unknown>[] {
  return Object.keys(before).filter((field) => !KEPT_UP.has(field) && JSON.stringify(before[field]) !== JSON.stringify(after[field])).map((field) => ({ name: field, before: before[field] ?? null, after: after[field] ?? null }));
}
