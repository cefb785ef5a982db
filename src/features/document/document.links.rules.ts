import { readLinks, type LinkError } from '#features/schedule/plan/schedule.link.rules.ts';
import type { TaskLink } from '#features/schedule/schedule.contract.ts';
import type { Adopted } from './document.contract.ts';

type ImportedTask = Adopted['schedule'][number];

/** How the tasks of an import name each other: by their number in the table, or by their place in it. */
function numbersOf(tasks: readonly ImportedTask[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const isNumbered = tasks.some((task) => task.number !== undefined);
  tasks.forEach((task, index) => {
    const number = task.number ?? (isNumbered ? undefined : String(index + 1));
    if (number !== undefined && !places.has(number)) places.set(number, index);
  });
  return places;
}

export interface ImportedLinks {
  /** By the place of the other task in the list. */
  readonly links: readonly (Omit<TaskLink, 'predecessorId'> & { readonly from: number })[];
  readonly parent: number | null;
  /** Pieces that lead to no task, and a parent that is none. They are told, and not written. */
  readonly lost: readonly (Pick<LinkError, 'piece' | 'code'> | { readonly code: 'parent'; readonly piece: string })[];
}

/** What each task of an import waits for and belongs to. */
export function importedLinks(tasks: readonly ImportedTask[]): readonly ImportedLinks[] {
  const places = numbersOf(tasks);
  return tasks.map((task, index) => {
    const { links, errors } = readLinks(task.before ?? '', { idOf: (number) => (places.has(number) ? String(places.get(number)) : undefined), self: String(index) });
    const parent = task.parent === undefined ? null : (places.get(task.parent) ?? null);
    const hasParent = parent !== null && parent !== index;
    return {
      links: links.map(({ predecessorId, ...link }) => ({ ...link, from: Number(predecessorId) })),
      parent: hasParent ? parent : null,
      lost: [...errors.map(({ piece, code }) => ({ piece, code })), ...(task.parent === undefined || hasParent ? [] : [{ code: 'parent' as const, piece: task.parent }])],
    };
  });
}
