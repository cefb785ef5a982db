import { addDays, daysBetween, weekday, type Day } from '#platform/shared/calendar.ts';

/** From an hour of a day to a month of a year: what one step of the lower heading stands for. */
export const ZOOMS = ['hour', 'day', 'week', 'month'] as const;
export type Zoom = (typeof ZOOMS)[number];

/** Pixels of a day when a zoom is chosen. Between them the wheel goes freely. */
export const DAY_PIXELS: Readonly<Record<Zoom, number>> = { hour: 480, day: 36, week: 14, month: 4 };
const NARROWEST = 1.5;
const WIDEST = 960;

export const clampPixels = (pixels: number): number => Math.min(WIDEST, Math.max(NARROWEST, pixels));

/** What the headings say at this width of a day. */
export function zoomOf(dayPixels: number): Zoom {
  if (dayPixels >= 160) return 'hour';
  if (dayPixels >= 22) return 'day';
  return dayPixels >= 7 ? 'week' : 'month';
}

/** A stretch of days laid out from left to right. `to` is its last day. */
export interface Scale {
  readonly from: Day;
  readonly to: Day;
  readonly dayPixels: number;
  readonly width: number;
}

interface Dated {
  readonly startOn: Day | null;
  readonly endOn: Day | null;
}

/** The days that a chart shows: the campaign, every task, and some room on both sides. */
export function spanOf(tasks: readonly Dated[], campaign: { readonly startsOn: Day; readonly endsOn: Day }, room: number): { readonly from: Day; readonly to: Day } {
  let { startsOn: from, endsOn: to } = campaign;
  for (const { startOn, endOn } of tasks) {
    const [first, last] = [startOn ?? endOn, endOn ?? startOn];
    if (first !== null && first < from) from = first;
    if (last !== null && last > to) to = last;
  }
  return { from: addDays(from, -room), to: addDays(to, room) };
}

export const makeScale = (from: Day, to: Day, dayPixels: number): Scale => ({ from, to, dayPixels, width: (daysBetween(from, to) + 1) * dayPixels });

const MINUTES = 1_440;
const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** Where a day begins, or a time (`HH:MM`) of it stands. */
export const xOf = (scale: Scale, day: Day, clock: string | null = null): number => (daysBetween(scale.from, day) + (clock === null ? 0 : minutesOf(clock) / MINUTES)) * scale.dayPixels;

/** Where the line of today stands: at the present time where the zoom shows hours, else in the middle of the day. */
export const nowX = (scale: Scale, today: Day, now: { readonly day: Day; readonly clock: string }): number =>
  zoomOf(scale.dayPixels) === 'hour' ? xOf(scale, now.day, now.clock) : xOf(scale, today) + scale.dayPixels / 2;

export const dayAt = (scale: Scale, x: number): Day => addDays(scale.from, Math.floor(x / scale.dayPixels));

/** Pixels of a day with which these days fill a width. */
export const fitPixels = (from: Day, to: Day, width: number): number => clampPixels(width / (daysBetween(from, to) + 1));

/** One cell of a heading. `hour` is told in the lower heading of the closest zoom. */
export interface Tick {
  readonly x: number;
  readonly width: number;
  readonly day: Day;
  readonly hour?: number;
}

const HOUR_STEPS = [1, 2, 3, 6, 12] as const;
const LEAST_HOUR_WIDTH = 34;
const firstOf = { month: (day: Day): Day => `${day.slice(0, 7)}-01`, year: (day: Day): Day => `${day.slice(0, 4)}-01-01`, week: (day: Day): Day => addDays(day, -((weekday(day) + 6) % 7)), day: (day: Day): Day => day };
type Unit = keyof typeof firstOf;

function nextOf(unit: Unit, day: Day): Day {
  const [year = 0, month = 1] = day.split('-').map(Number);
  if (unit === 'day') return addDays(day, 1);
  if (unit === 'week') return addDays(day, 7);
  return unit === 'year' ? `${year + 1}-01-01` : new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}

function ticksOf(scale: Scale, unit: Unit, from: number, to: number): Tick[] {
  const ticks: Tick[] = [];
  const last = dayAt(scale, Math.min(to, scale.width - 1));
  for (let day = firstOf[unit](dayAt(scale, Math.max(0, from))); day <= last; day = nextOf(unit, day)) {
    const x = Math.max(0, xOf(scale, day));
    ticks.push({ x, width: Math.min(scale.width, xOf(scale, nextOf(unit, day))) - x, day });
  }
  return ticks;
}

function hourTicks(scale: Scale, from: number, to: number): Tick[] {
  const step = HOUR_STEPS.find((hours) => (scale.dayPixels * hours) / 24 >= LEAST_HOUR_WIDTH) ?? 12;
  const width = (scale.dayPixels * step) / 24;
  return ticksOf(scale, 'day', from, to).flatMap(({ x, day }) => Array.from({ length: 24 / step }, (_, index): Tick => ({ x: x + index * width, width, day, hour: index * step })));
}

/** The two lines of the heading between two places: days over hours, months over days or weeks, years over months. */
export function headingOf(scale: Scale, from: number, to: number): { readonly upper: readonly Tick[]; readonly lower: readonly Tick[] } {
  switch (zoomOf(scale.dayPixels)) {
    case 'hour':
      return { upper: ticksOf(scale, 'day', from, to), lower: hourTicks(scale, from, to) };
    case 'day':
      return { upper: ticksOf(scale, 'month', from, to), lower: ticksOf(scale, 'day', from, to) };
    case 'week':
      return { upper: ticksOf(scale, 'month', from, to), lower: ticksOf(scale, 'week', from, to) };
    case 'month':
      return { upper: ticksOf(scale, 'year', from, to), lower: ticksOf(scale, 'month', from, to) };
  }
}

/** Where a bar lies; a point in time has no width. */
export interface BarBox {
  readonly x: number;
  readonly width: number;
}

/** Undefined without days. A time of day ends the bar within its last day where the zoom shows hours. */
export function barOf(scale: Scale, task: Dated & { readonly milestone?: boolean; readonly dueTime?: string | null }): BarBox | undefined {
  const [first, last] = [task.startOn ?? task.endOn, task.endOn ?? task.startOn];
  if (first === null || last === null) return undefined;
  const x = xOf(scale, first);
  const clock = zoomOf(scale.dayPixels) === 'hour' && task.dueTime ? task.dueTime : null;
  if (task.milestone) return { x: clock ? xOf(scale, first, clock) : x + scale.dayPixels / 2, width: 0 };
  const end = clock ? xOf(scale, last, clock) : xOf(scale, addDays(last, 1));
  return { x, width: Math.max(2, end - x) };
}

/** The part of a list that must be drawn: in whole steps, so that it changes rarely while scrolling. */
export function windowOf(offset: number, extent: number, step: number, count: number): { readonly from: number; readonly to: number } {
  const from = Math.max(0, Math.floor(offset / step) - 1);
  return { from: Math.min(from, count), to: Math.min(count, Math.ceil((offset + extent) / step) + 1) };
}
