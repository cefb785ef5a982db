import type { Task, TaskLink } from '../schedule.contract.ts';
import { linkText, readLinks, type LagText, type LinkError } from '../plan/schedule.link.rules.ts';

/** What a task waits for as one value of a cell: by the ids of the tasks, so that it means the same when rows have moved. */
export const linksValue = (links: readonly TaskLink[]): string => (links.length === 0 ? '' : JSON.stringify(links.map((link) => [link.predecessorId, link.type, link.lagDays, link.lagUnit])));

export function linksOfValue(value: unknown): readonly TaskLink[] {
  if (typeof value !== 'string' || value === '') return [];
  return (JSON.parse(value) as readonly [string, TaskLink['type'], number, TaskLink['lagUnit']][]).map(([predecessorId, type, lagDays, lagUnit]) => ({ predecessorId, type, lagDays, lagUnit }));
}

/** Each task with its `before`: the value of 前置任务 in the grid. */
export const withLinksValue = (tasks: readonly Task[]): readonly (Task & { readonly before: string })[] => tasks.map((task) => ({ ...task, before: linksValue(task.links) }));

/** Reads and writes 前置任务 by the numbers of the rows as they stand. */
export function linkCells(tasks: readonly Task[], lagText: LagText) {
  const numbers = new Map(tasks.map((task, index) => [task.id, index + 1]));
  return {
    text: (value: unknown): string => linkText(linksOfValue(value), (id) => numbers.get(id), lagText),
    /** The value of the cell, or what is wrong with the text. Two tasks are linked once. */
    read: (text: string, self: string): { readonly value: string } | { readonly wrong: LinkError } => {
      const { links, errors } = readLinks(text, { idOf: (number) => tasks[Number(number) - 1]?.id, self });
      const twice = links.find((link, index) => links.findIndex((one) => one.predecessorId === link.predecessorId) < index);
      const [wrong] = errors;
      if (wrong) return { wrong };
      if (twice) return { wrong: { code: 'duplicate', piece: String(numbers.get(twice.predecessorId) ?? '') } };
      return { value: linksValue(links.toSorted((a, b) => (numbers.get(a.predecessorId) ?? 0) - (numbers.get(b.predecessorId) ?? 0))) };
    },
  };
}
