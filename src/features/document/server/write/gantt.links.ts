import type { LinkType } from '#features/schedule/plan/schedule.planned.rules.ts';

/** A bar as links know it: its edges and its middle line. */
export interface Edges {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

export type Point = readonly [x: number, y: number];

/** How far a link leaves a bar before it turns. */
const OUT = 4;

/**
 * The way of a link in right angles: out of the side that its type says, down or up between the rows, and in at the side that it says.
 * Where the other side lies behind, it goes back along the edge of the row.
 */
export function linkWay(from: Edges, to: Edges, type: LinkType, rowHeight: number): readonly Point[] {
  const outward = type === 'FS' || type === 'FF' ? 1 : -1;
  const inward = type === 'FS' || type === 'SS' ? -1 : 1;
  const start: Point = [outward > 0 ? from.right : from.left, from.y];
  const end: Point = [inward < 0 ? to.left : to.right, to.y];
  const out = start[0] + outward * OUT;
  const into = end[0] + inward * OUT;
  if (outward === -inward && (into - out) * outward >= 0) return [start, [out, start[1]], [out, end[1]], end];
  if (outward === inward) {
    const side = outward > 0 ? Math.max(out, into) : Math.min(out, into);
    return [start, [side, start[1]], [side, end[1]], end];
  }
  const between = end[1] + (end[1] > start[1] ? -rowHeight / 2 : rowHeight / 2);
  return [start, [out, start[1]], [out, between], [into, between], [into, end[1]], end];
}
