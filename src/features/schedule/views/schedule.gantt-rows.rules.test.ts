import { describe, expect, test } from 'vitest';
import { plainTask } from '../schedule.factory.ts';
import { arrowOf, crossesRows, drawnLinks, elbow, typeOfEnds } from './schedule.gantt-links.rules.ts';
import { ganttRows, partsOf, spanWithParts } from './schedule.gantt-rows.rules.ts';

const tasks = [
  plainTask('方案', { startOn: '2025-10-01', endOn: '2025-10-05' }),
  plainTask('物料', { startOn: '2025-10-06', endOn: '2025-10-06' }),
  plainTask('海报', { parentId: '物料', startOn: '2025-10-07', endOn: '2025-10-10' }),
  plainTask('布置', { phase: 'execution', startOn: '2025-10-15', endOn: null }),
  plainTask('礼品', { phase: 'execution', parentId: '物料', startOn: '2025-10-08', endOn: '2025-10-14' }),
];
const lines = (closed: readonly string[] = []) => ganttRows(tasks, new Set(closed)).map((row) => (row.kind === 'phase' ? `${row.phase} ${row.startOn}~${row.endOn}` : `${row.number} ${'>'.repeat(row.depth)}${row.task.title}`));

describe('the rows of the chart', () => {
  test('phases as headings, parts under what they belong to, numbered as in T2', () => {
    expect(lines()).toEqual(['preparation 2025-10-01~2025-10-14', '1 方案', '2 物料', '3 >海报', '5 >礼品', 'execution 2025-10-15~2025-10-15', '4 布置']);
  });

  test('what is folded hides what is beneath', () => {
    expect(lines(['物料', 'execution'])).toEqual(['preparation 2025-10-01~2025-10-14', '1 方案', '2 物料', 'execution 2025-10-15~2025-10-15']);
  });

  test('the days of a parent are those of its parts; a circle of parents falls apart', () => {
    expect(spanWithParts(tasks[1] as (typeof tasks)[number], partsOf(tasks))).toEqual({ startOn: '2025-10-07', endOn: '2025-10-14' });
    const circle = [plainTask('a', { parentId: 'b' }), plainTask('b', { parentId: 'a' }), plainTask('c', { parentId: 'gone' })];
    expect(partsOf(circle).size).toBe(0);
    expect(ganttRows(circle, new Set()).length).toBe(4);
  });
});

describe('links as elbow lines', () => {
  const early = { bar: { x: 0, width: 100 }, y: 17 };
  const late = { bar: { x: 200, width: 60 }, y: 85 };
  test.each([
    ['FS', early, late, [[100, 17], [109, 17], [109, 85], [200, 85]]],
    ['SS', early, late, [[0, 17], [-9, 17], [-9, 85], [200, 85]]],
    ['FF', early, late, [[100, 17], [269, 17], [269, 85], [260, 85]]],
    ['SF', late, early, [[200, 85], [191, 85], [191, 17], [100, 17]]],
    // The later one stands too early: round it, along the edge of its row.
    ['FS', late, { ...early, y: 119 }, [[260, 85], [269, 85], [269, 102], [-9, 102], [-9, 119], [0, 119]]],
    ['FS', { bar: { x: 50, width: 0 }, y: 17 }, late, [[58, 17], [67, 17], [67, 85], [200, 85]]],
  ] as const)('%s', (type, from, to, points) => {
    expect(elbow(type, from, to, 34)).toEqual(points);
  });

  test('the type follows from the ends, the arrow points along the line', () => {
    expect([typeOfEnds('end', 'start'), typeOfEnds('start', 'start'), typeOfEnds('end', 'end'), typeOfEnds('start', 'end')]).toEqual(['FS', 'SS', 'FF', 'SF']);
    expect(arrowOf([[0, 0], [10, 0]])).toBe('M10 0L5 -3.5L5 3.5Z');
    expect(arrowOf([[20, 0], [10, 0]])).toBe('M10 0L15 -3.5L15 3.5Z');
  });

  test('a line is drawn while any of its rows is', () => {
    const linked = [plainTask('a'), plainTask('b', { links: [{ predecessorId: 'a', type: 'FS', lagDays: 0, lagUnit: 'day' }, { predecessorId: 'folded', type: 'FS', lagDays: 0, lagUnit: 'day' }] })];
    const [line, ...others] = drawnLinks(linked, (id) => ({ a: 3, b: 40 })[id]);
    expect(others).toEqual([]);
    expect([crossesRows(line as never, 10, 20), crossesRows(line as never, 41, 60), crossesRows(line as never, 0, 3), crossesRows(line as never, 0, 4)]).toEqual([true, false, false, true]);
  });
});
