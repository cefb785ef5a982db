import { afterAll, describe, expect, test } from 'vitest';
import { largeGantt, smallGantt, tinyGantt } from './gantt.fixture.ts';
import { linkWay } from './gantt.links.ts';
import { ganttRows } from './gantt.rows.ts';
import { lowerMarks, restsOf, scaleFor, upperMarks } from './gantt.scale.ts';
import { viewGantt } from './gantt.view.ts';
import { closePdf, renderPdf } from './pdf.ts';
import { readPdf } from './pdf.text.fixture.ts';

afterAll(closePdf);
const tight = (text: string): string => text.replace(/[\s\u200B]+/g, '');

describe('the scale', () => {
  test.each([
    ['2025-10-01', '2025-10-22', 'day'], ['2025-10-01', '2025-12-13', 'day'], ['2025-03-01', '2025-12-31', 'week'], ['2024-01-01', '2026-12-31', 'month'],
  ] as const)('%s to %s is told by the %s', (first, last, unit) => {
    const scale = scaleFor(first, last);
    expect(scale.unit).toBe(unit);
    expect(scale.xOf(first)).toBeGreaterThan(0);
    expect(scale.xOf(last) + scale.dayWidth).toBeLessThan(scale.width);
    for (const marks of [upperMarks(scale), lowerMarks(scale)]) expect(marks.reduce((sum, mark) => sum + mark.width, 0)).toBeCloseTo(scale.width);
  });

  test('fifty years still fit on a page that readers open', () => expect(scaleFor('2000-01-01', '2049-12-31').width).toBeLessThan(13_500));

  test('what is not worked follows 调休 and the company: the first week of October is one run, 20 October is free once the company says so', () => {
    const scale = scaleFor('2025-10-01', '2025-10-22');
    const days = (own: ReadonlyMap<string, boolean>) => restsOf(scale, own).map(([x, width]) => [Math.round(x / scale.dayWidth), Math.round(width / scale.dayWidth)]);
    // 30 September is at 0; 11 October, a Saturday, is worked.
    expect(days(new Map())).toEqual([[1, 8], [12, 1], [18, 2]]);
    expect(days(new Map([['2025-10-20', false]]))).toEqual([[1, 8], [12, 1], [18, 3]]);
  });
});

describe('links go in right angles', () => {
  const [early, late] = [{ left: 0, right: 40, y: 9 }, { left: 100, right: 140, y: 45 }];
  test.each([
    ['FS', early, late, [40, 9], [100, 45]], ['SS', early, late, [0, 9], [100, 45]], ['FF', early, late, [40, 9], [140, 45]], ['SF', early, late, [0, 9], [140, 45]], ['FS', late, early, [140, 45], [0, 9]],
  ] as const)('%s', (type, from, to, start, end) => {
    const way = linkWay(from, to, type, 18);
    expect([way[0], way.at(-1)]).toEqual([start, end]);
    for (const [index, [x, y]] of way.entries()) if (index > 0) expect([x, y].filter((value, axis) => value === way[index - 1]?.[axis]).length).toBeGreaterThanOrEqual(1);
    // It comes in from outside: the arrowhead points at the bar.
    const inward = Math.sign((way.at(-1)?.[0] ?? 0) - (way.at(-2)?.[0] ?? 0));
    expect(inward).toBe(type === 'FS' || type === 'SS' ? 1 : -1);
  });
});

test('parts stand under what they are parts of, each once, also when parents go round in a circle', () => {
  const rows = ganttRows(smallGantt.tasks).flatMap((row) => (row.kind === 'task' ? [[row.number, row.depth, row.isParent]] : []));
  expect(rows.slice(0, 4)).toEqual([[1, 0, false], [2, 0, true], [3, 1, false], [4, 1, false]]);
  expect(rows).toHaveLength(smallGantt.tasks.length);
});

describe('the page', () => {
  test('says what is critical, late, done, without dates, and what does not fit', () => {
    const view = viewGantt(smallGantt, 'zh-CN');
    expect(view.verdict).toBe('共 12 项任务，已完成 1 项，关键路径上有 8 项，最后一项 2025年10月22日结束，1 项延期。');
    const rows = view.pages[0]?.rows.filter((row) => row.kind === 'task') as { title: string; period: string; bar: { tone: string; late: string } | null }[];
    const called = (title: string) => rows.find((row) => row.title === title);
    expect([called('活动方案审批与团队分工')?.bar?.tone, called('物料设计与制作')?.bar?.tone, called('物料设计与制作')?.bar?.late, called('快闪路演')?.bar?.tone]).toEqual(['done', 'critical', '延期', 'cancelled']);
    expect([called('直播切片剪辑')?.period, called('直播切片剪辑')?.bar]).toEqual(['未排期', null]);
    const [a, b] = [smallGantt.tasks[0]!, smallGantt.tasks[1]!];
    const circle = { ...smallGantt, tasks: [{ ...a, state: 'open' as const, links: [{ predecessorId: b.id, type: 'FS' as const, lagDays: 0, lagUnit: 'day' as const }] }, { ...b, links: [{ predecessorId: a.id, type: 'FS' as const, lagDays: 0, lagUnit: 'day' as const }] }] };
    expect(viewGantt(circle, 'zh-CN').notes[0]).toMatch(/互相等待/);
  });

  test.each([['small', smallGantt, 'zh-CN'], ['small', smallGantt, 'en'], ['tiny', tinyGantt, 'zh-CN'], ['of 300 tasks', largeGantt, 'zh-CN']] as const)('%s is one sheet with every task on it (%s)', async (_, data, locale) => {
    const { pages, title } = readPdf(await renderPdf('gantt', data, locale));
    expect(pages).toHaveLength(1);
    expect(title).toBe(`${data.title} · ${locale === 'en' ? 'Gantt chart' : '甘特图'}`);
    const text = tight(pages.join(''));
    for (const { title: task } of data.tasks) expect(text).toContain(tight(task).slice(0, 12));
  });

  test('a text is never markup', async () => {
    const nasty = '#panic("x") $x$ *b* \\ @ref <l> = h';
    const text = tight(readPdf(await renderPdf('gantt', { ...tinyGantt, title: nasty, tasks: tinyGantt.tasks.map((task) => ({ ...task, title: nasty })) }, 'zh-CN')).pages.join(''));
    expect(text.split(tight(nasty)).length - 1).toBeGreaterThanOrEqual(2);
  });
});
