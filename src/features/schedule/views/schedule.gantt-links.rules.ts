import type { Task, TaskLink } from '../schedule.contract.ts';
import type { BarBox } from './schedule.gantt.rules.ts';

type LinkType = TaskLink['type'];
type End = 'start' | 'end';

/** Which end of the earlier bar waits on which end of the later one. */
export const ENDS: Readonly<Record<LinkType, { readonly from: End; readonly to: End }>> = {
  FS: { from: 'end', to: 'start' }, SS: { from: 'start', to: 'start' }, FF: { from: 'end', to: 'end' }, SF: { from: 'start', to: 'end' },
};

/** The type of a link that is drawn from one end of a bar to an end of another. */
export const typeOfEnds = (from: End, to: End): LinkType => (from === 'end' ? (to === 'start' ? 'FS' : 'FF') : to === 'start' ? 'SS' : 'SF');

/** How far a line runs on before it turns. */
const STUB = 9;

export interface LinkPoint {
  readonly bar: BarBox;
  /** The middle of the bar. */
  readonly y: number;
}

/** Half of a milestone's diamond, which has no width of its own. */
export const DIAMOND = 8;
const edge = ({ bar }: LinkPoint, end: End): number => (bar.width === 0 ? bar.x + (end === 'end' ? DIAMOND : -DIAMOND) : end === 'end' ? bar.x + bar.width : bar.x);

/** The corners of an elbow line from the end of one bar to the end of another. */
export function elbow(type: LinkType, from: LinkPoint, to: LinkPoint, rowHeight: number): readonly (readonly [number, number])[] {
  const ends = ENDS[type];
  const [x1, x2] = [edge(from, ends.from), edge(to, ends.to)];
  const out = x1 + (ends.from === 'end' ? STUB : -STUB);
  const into = x2 + (ends.to === 'start' ? -STUB : STUB);
  const sameSide = (ends.from === 'end') === (ends.to === 'end');
  if (sameSide) {
    const x = ends.from === 'end' ? Math.max(out, into) : Math.min(out, into);
    return [[x1, from.y], [x, from.y], [x, to.y], [x2, to.y]];
  }
  const fits = ends.from === 'end' ? into >= out : into <= out;
  if (fits) return [[x1, from.y], [out, from.y], [out, to.y], [x2, to.y]];
  // No room between the two: round the later bar, along the edge of its row.
  const y = to.y + (to.y >= from.y ? -rowHeight / 2 : rowHeight / 2);
  return [[x1, from.y], [out, from.y], [out, y], [into, y], [into, to.y], [x2, to.y]];
}

export const pathOf = (points: readonly (readonly [number, number])[]): string => points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`).join('');

/** The head of the arrow at the last corner, pointing where the line goes. */
export function arrowOf(points: readonly (readonly [number, number])[]): string {
  const [x, y] = points.at(-1) ?? [0, 0];
  const [before] = points.at(-2) ?? [x];
  const back = before <= x ? -5 : 5;
  return `M${x} ${y}L${x + back} ${y - 3.5}L${x + back} ${y + 3.5}Z`;
}

export interface DrawnLink {
  readonly key: string;
  readonly taskId: string;
  readonly link: TaskLink;
  /** Rows of the two bars. */
  readonly from: number;
  readonly to: number;
}

export const linkKey = (taskId: string, link: Pick<TaskLink, 'predecessorId'>): string => `${link.predecessorId}>${taskId}`;

/** Every link whose two bars have a row, once for all scrolling. */
export function drawnLinks(tasks: readonly Task[], rowOf: (taskId: string) => number | undefined): readonly DrawnLink[] {
  return tasks.flatMap((task) => task.links.flatMap((link): DrawnLink[] => {
    const [from, to] = [rowOf(link.predecessorId), rowOf(task.id)];
    return from === undefined || to === undefined ? [] : [{ key: linkKey(task.id, link), taskId: task.id, link, from, to }];
  }));
}

export const crossesRows = ({ from, to }: DrawnLink, first: number, last: number): boolean => Math.min(from, to) < last && Math.max(from, to) >= first;
