import { addDays, daysBetween, isWorkingDay, weekday, type Day, type OwnDays } from '#platform/shared/calendar.ts';

export type ScaleUnit = 'day' | 'week' | 'month';

/** Where the days of a plan stand on paper, in points from the left of the chart. */
export interface Scale {
  readonly unit: ScaleUnit;
  readonly from: Day;
  /** The last day, included. */
  readonly to: Day;
  readonly dayWidth: number;
  readonly width: number;
  /** The left edge of a day. */
  xOf(day: Day): number;
}

/** A chart is at least as wide as the sheet is wide beside its table, and at most as a page may be: 200 inches, of which the table takes some. */
const NARROWEST = 560;
const WIDEST = 13_400;
/** Days up to which a unit is told by, and the points that a day then takes at least. */
const UNITS: readonly { readonly unit: ScaleUnit; readonly days: number; readonly dayWidth: number }[] = [
  { unit: 'day', days: 75, dayWidth: 15 }, { unit: 'week', days: 430, dayWidth: 4.6 }, { unit: 'month', days: Infinity, dayWidth: 1.7 },
];

/** The scale for a plan from its first to its last day: by days up to ten weeks, by weeks up to fourteen months, else by months. */
export function scaleFor(first: Day, last: Day): Scale {
  const days = daysBetween(first, last) + 1;
  const { unit, dayWidth: least } = UNITS.find((one) => days <= one.days) ?? { unit: 'month' as const, dayWidth: 1.7 };
  const margin = unit === 'day' ? 1 : unit === 'week' ? 4 : 10;
  const from = addDays(first, -margin);
  const to = addDays(last, margin);
  const shown = daysBetween(from, to) + 1;
  const dayWidth = Math.min(Math.max(least, NARROWEST / shown), WIDEST / shown);
  return { unit, from, to, dayWidth, width: shown * dayWidth, xOf: (day) => daysBetween(from, day) * dayWidth };
}

/** Runs of days that are not worked, as [x, width]. Where a day is a hair, only what is longer than a weekend is shown. */
export function restsOf(scale: Scale, own: OwnDays): readonly (readonly [number, number])[] {
  const runs: { from: Day; days: number }[] = [];
  let open: { from: Day; days: number } | undefined;
  for (let day = scale.from; day <= scale.to; day = addDays(day, 1)) {
    if (isWorkingDay(day, own)) {
      open = undefined;
      continue;
    }
    if (!open) runs.push((open = { from: day, days: 0 }));
    open.days += 1;
  }
  return runs.filter(({ days }) => scale.unit !== 'month' || days > 2).map(({ from, days }) => [scale.xOf(from), days * scale.dayWidth]);
}

/** A mark of the axis: where it begins, how wide it is, and the day it is named after. */
export interface AxisMark {
  readonly x: number;
  readonly width: number;
  readonly day: Day;
}

function marks(scale: Scale, isStart: (day: Day) => boolean): readonly AxisMark[] {
  const starts: Day[] = [];
  for (let day = scale.from; day <= scale.to; day = addDays(day, 1)) if (day === scale.from || isStart(day)) starts.push(day);
  return starts.map((day, index) => {
    const x = scale.xOf(day);
    const next = starts[index + 1];
    return { x, width: (next ? scale.xOf(next) : scale.width) - x, day };
  });
}

/** Months over days and weeks, years over months. */
export const upperMarks = (scale: Scale): readonly AxisMark[] => marks(scale, scale.unit === 'month' ? (day) => day.endsWith('-01-01') : (day) => day.endsWith('-01'));

/** Days, Mondays, or the first days of months. */
export const lowerMarks = (scale: Scale): readonly AxisMark[] =>
  marks(scale, { day: () => true, week: (day: Day) => weekday(day) === 1, month: (day: Day) => day.endsWith('-01') }[scale.unit]);
