import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#platform/shared/calendar.ts';
import { barOf, clampPixels, dayAt, fitPixels, headingOf, makeScale, nowX, spanOf, windowOf, xOf, zoomOf } from './schedule.gantt.rules.ts';

const scale = makeScale('2025-10-01', '2025-10-22', 36);

describe('days from left to right', () => {
  test.each([
    [{ startOn: '2025-10-01', endOn: '2025-10-05' }, { x: 0, width: 180 }],
    [{ startOn: '2025-10-15', endOn: '2025-10-15' }, { x: 504, width: 36 }],
    [{ startOn: null, endOn: '2025-10-02' }, { x: 36, width: 36 }],
    [{ startOn: '2025-10-16', endOn: '2025-10-16', milestone: true }, { x: 558, width: 0 }],
    [{ startOn: '2025-10-15', endOn: '2025-10-15', dueTime: '18:00' }, { x: 504, width: 36 }],
    [{ startOn: null, endOn: null }, undefined],
  ])('%j is drawn at %j', (task, box) => {
    expect(barOf(scale, task)).toEqual(box);
  });

  test('where hours are shown, a time of day ends the bar, and is where a milestone stands', () => {
    const hours = makeScale('2025-10-15', '2025-10-16', 480);
    expect(barOf(hours, { startOn: '2025-10-15', endOn: '2025-10-15', dueTime: '18:00' })).toEqual({ x: 0, width: 360 });
    expect(barOf(hours, { startOn: '2025-10-16', endOn: '2025-10-16', dueTime: '12:00', milestone: true })).toEqual({ x: 720, width: 0 });
  });

  test('today stands in the middle of its day, and at the present time where hours are shown', () => {
    const now = { day: '2025-10-16', clock: '06:00' };
    expect(nowX(scale, '2025-10-16', now)).toBe(15 * 36 + 18);
    expect(nowX(makeScale('2025-10-15', '2025-10-16', 480), '2025-10-16', now)).toBe(600);
  });

  test('a place is in the day whose beginning lies before it', () => {
    fc.assert(fc.property(fc.integer({ min: -400, max: 4_000 }), fc.double({ min: 1.5, max: 960, noNaN: true }), fc.double({ min: 0, max: 0.98, noNaN: true }), (days, pixels, part) => {
      const day = addDays('2025-01-01', days);
      const any = makeScale('2025-01-01', '2025-12-31', pixels);
      expect(dayAt(any, xOf(any, day) + (part + 0.01) * pixels)).toBe(day);
    }));
  });

  test('the chart holds the campaign and every task, with room', () => {
    const tasks = [{ startOn: '2025-09-20', endOn: '2025-10-02' }, { startOn: null, endOn: '2025-11-03' }, { startOn: null, endOn: null }];
    expect(spanOf(tasks, { startsOn: '2025-10-01', endsOn: '2025-10-22' }, 7)).toEqual({ from: '2025-09-13', to: '2025-11-10' });
  });

  test('fitting fills the width', () => {
    expect(makeScale('2025-10-01', '2025-10-22', fitPixels('2025-10-01', '2025-10-22', 880)).width).toBe(880);
    expect([clampPixels(0.1), clampPixels(5_000)]).toEqual([1.5, 960]);
  });
});

describe('the two lines of the heading', () => {
  test.each([[480, 'hour', '2025-10-01', 264], [36, 'day', '2025-10-01', 22], [14, 'week', '2025-09-29', 4], [4, 'month', '2025-10-01', 1]] as const)('a day of %d pixels is told by the %s', (pixels, zoom, first, count) => {
    const at = makeScale('2025-10-01', '2025-10-22', pixels);
    const { upper, lower } = headingOf(at, 0, at.width);
    expect([zoomOf(pixels), lower[0]?.day, lower.length]).toEqual([zoom, first, count]);
    // Neither line has a gap, nor reaches beyond the chart.
    for (const line of [upper, lower]) line.forEach((tick, index) => expect(tick.x).toBeCloseTo(index === 0 ? 0 : (line[index - 1]?.x ?? 0) + (line[index - 1]?.width ?? 0), 6));
    expect((lower.at(-1)?.x ?? 0) + (lower.at(-1)?.width ?? 0)).toBeCloseTo(at.width, 6);
  });
});

test('what is drawn covers what is seen, in whole steps', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 100, max: 1_000 }), fc.integer({ min: 0, max: 200 }), (offset, extent, count) => {
    const { from, to } = windowOf(offset, extent, 408, count);
    expect(from).toBeLessThanOrEqual(Math.min(count, Math.floor(offset / 408)));
    expect(to).toBeGreaterThanOrEqual(Math.min(count, Math.ceil((offset + extent) / 408)));
    expect(to - from).toBeLessThanOrEqual(Math.ceil(extent / 408) + 3);
  }));
});
