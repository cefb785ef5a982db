import { addDays, daysBetween, type Day } from '#platform/shared/calendar.ts';
import type { Cents } from '#platform/shared/money.ts';
import type { Pace } from '../budget.contract.ts';

/** The chart's own square; the drawing stretches it to its place. */
export const SIDE = 1000;
/** Room above the highest value, so that its line and label are seen. */
const HEADROOM = 1.12;

type Layer = 'spent' | 'committed' | 'reserved';
interface Point { readonly x: number; readonly spent: Cents; readonly committed: Cents; readonly reserved: Cents }

export interface Burn {
  readonly from: Day;
  readonly to: Day;
  /** Areas from the bottom up, as SVG paths in a square of {@link SIDE}. */
  readonly layers: readonly { readonly layer: Layer; readonly path: string }[];
  readonly evenPath: string;
  /** From today's cost to the forecast; null after the end and before anything is known. */
  readonly projectedPath: string | null;
  /** Shares of the width, and of the height from the top. */
  readonly todayX: number | null;
  readonly ceilingY: number;
  readonly finalY: number | null;
  /** Cost of today, with and without what is held; where even spending would be is the rules'. */
  readonly spentCents: Cents;
  readonly heldCents: Cents;
}

/** A step line: a value holds until the next one. */
function steps(points: readonly Point[], end: number, valueOf: (point: Point) => number): readonly (readonly [number, number])[] {
  return points.flatMap((point, index) => {
    const value = valueOf(point);
    return [[point.x, value], [points[index + 1]?.x ?? end, value]] as const;
  });
}

/** The burn chart of one budget: cumulated cost with commitments and reservations on top, against time. Pure, so that it can be looked at without a screen. */
export function burnOf(pace: Pace, finalCents: Cents | null): Burn {
  const first = pace.points[0]?.on ?? pace.startsOn;
  const last = pace.points.at(-1)?.on ?? pace.endsOn;
  const from = first < pace.startsOn ? first : pace.startsOn;
  const to = last > pace.endsOn ? last : pace.endsOn;
  const days = daysBetween(from, to) + 1;
  const xOf = (day: Day): number => Math.min(1, Math.max(0, daysBetween(from, day) / days));
  const points = [{ x: 0, spent: 0, committed: 0, reserved: 0 }, ...pace.points.map((point): Point => ({ x: xOf(point.on), spent: point.spentCents, committed: point.committedCents, reserved: point.reservedCents }))];
  const now = points.at(-1) ?? { x: 0, spent: 0, committed: 0, reserved: 0 };
  const held = (point: Point) => point.spent + point.committed + point.reserved;
  const top = Math.max(1, pace.allocatedCents, finalCents ?? 0, ...points.map(held)) * HEADROOM;
  const end = xOf(addDays(pace.today, 1));
  const at = (x: number, cents: Cents) => `${Math.round(x * SIDE)} ${Math.round((1 - cents / top) * SIDE)}`;
  const area = (lower: (point: Point) => number, upper: (point: Point) => number) =>
    `M${[...steps(points, end, upper), ...steps(points, end, lower).toReversed()].map(([x, value]) => at(x, value)).join('L')}Z`;
  const isOver = pace.today >= to;
  return {
    from, to,
    layers: [
      { layer: 'spent', path: area(() => 0, (point) => point.spent) },
      { layer: 'committed', path: area((point) => point.spent, (point) => point.spent + point.committed) },
      { layer: 'reserved', path: area((point) => point.spent + point.committed, held) },
    ],
    evenPath: `M${at(xOf(pace.startsOn), 0)}L${at(xOf(addDays(pace.endsOn, 1)), pace.allocatedCents)}`,
    projectedPath: finalCents === null || isOver ? null : `M${at(end, now.spent)}L${at(1, finalCents)}`,
    todayX: pace.today < from || isOver ? null : end,
    ceilingY: 1 - pace.allocatedCents / top,
    finalY: finalCents === null || isOver ? null : 1 - finalCents / top,
    spentCents: now.spent, heldCents: held(now),
  };
}
