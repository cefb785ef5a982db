import { describe, expect, test } from 'vitest';
import { boardLanes, neighbourState } from './schedule.board.rules.ts';
import { actOfDraft, circleOfDraft, draftOf, faultOf, parentChoices } from './schedule.drawer.rules.ts';
import type { TaskLink } from '../schedule.contract.ts';
import { plainTask } from '../schedule.factory.ts';
import { linkCells, linksOfValue, linksValue } from './schedule.link-cell.rules.ts';
import { addMonths, agendaOf, layWeek, weeksOf } from './schedule.month.rules.ts';

const link = (predecessorId: string, type: TaskLink['type'] = 'FS', lagDays = 0): TaskLink => ({ predecessorId, type, lagDays, lagUnit: 'day' });
const tasks = [
  plainTask('a', { startOn: '2025-10-01', endOn: '2025-10-05', ownerText: '*经理' }),
  plainTask('b', { startOn: '2025-10-06', endOn: '2025-10-14', ownerText: '*专员', state: 'doing', position: 1 }),
  plainTask('c', { startOn: '2025-10-08', endOn: '2025-10-08', ownerText: '*专员', phase: 'execution', parentId: 'b', position: 2 }),
  plainTask('d', { ownerText: '', position: 3 }),
];

describe('看板', () => {
  test('by state; what is due first stands first, what has no day last', () => {
    const [lane] = boardLanes(tasks, 'none');
    expect([lane?.cells.open.map((task) => task.id), lane?.cells.doing.map((task) => task.id), lane?.count]).toEqual([['a', 'c', 'd'], ['b'], 4]);
  });
  test('lanes by owner, the busiest first and nobody last; by phase in their order', () => {
    expect(boardLanes(tasks, 'owner').map(({ key, count }) => [key, count])).toEqual([['*专员', 2], ['*经理', 1], ['', 1]]);
    expect(boardLanes(tasks.toReversed(), 'phase').map(({ key }) => key)).toEqual(['preparation', 'execution']);
  });
  test('the arrows stop at the edges', () => {
    expect([neighbourState('open', 1), neighbourState('open', -1), neighbourState('cancelled', 1)]).toEqual(['doing', 'open', 'cancelled']);
  });
});

describe('日历', () => {
  test('the weeks of a month, from Monday', () => {
    expect(weeksOf('2025-10')).toEqual(['2025-09-29', '2025-10-06', '2025-10-13', '2025-10-20', '2025-10-27']);
    expect([addMonths('2025-12', 1), addMonths('2025-01', -1)]).toEqual(['2026-01', '2024-12']);
  });
  test('each bar in the first line that is free; what finds none is counted by day', () => {
    const week = layWeek(tasks, '2025-10-06', 2);
    expect(week.bars.map(({ task, from, to, line, goesOn }) => [task.id, from, to, line, goesOn.before, goesOn.after])).toEqual([['b', 0, 6, 0, false, true], ['c', 2, 2, 1, false, false]]);
    expect(layWeek(tasks, '2025-10-06', 1).hidden).toEqual([0, 0, 1, 0, 0, 0, 0]);
    expect(layWeek(tasks, '2025-10-13', 2).bars.map(({ goesOn }) => goesOn)).toEqual([{ before: true, after: false }]);
  });
  test('for a phone: what begins and what is due, day by day', () => {
    expect(agendaOf(tasks, '2025-10').map(({ day, entries }) => `${day} ${entries.map(({ task, kind }) => `${task.id} ${kind}`).join(' ')}`)).toEqual(['2025-10-01 a begins', '2025-10-05 a ends', '2025-10-06 b begins', '2025-10-08 c one', '2025-10-14 b ends']);
  });
});

describe('前置任务 in a cell', () => {
  const cells = linkCells(tasks, (days) => (days > 0 ? `+${days}` : String(days)));
  test.each([['1', '1'], ['2ss-1、1', '1, 2SS-1'], ['', ''], ['-', ''], ['１FS+2', '1FS+2']])('“%s” reads back as “%s”', (text, again) => {
    const read = cells.read(text, 'd');
    expect('value' in read ? cells.text(read.value) : read.wrong).toBe(again);
  });
  test.each([['9', 'unknown'], ['4', 'itself'], ['甲', 'text'], ['1, 1SS', 'duplicate'], ['1FS+400', 'lag']])('“%s” is refused: %s', (text, code) => {
    expect(cells.read(text, 'd')).toMatchObject({ wrong: { code } });
  });
  test('the value names tasks, not rows', () => {
    expect(linksOfValue(linksValue([link('b', 'SS', 2)]))).toEqual([link('b', 'SS', 2)]);
    expect(linkCells(tasks.toReversed(), String).text(linksValue([link('a')]))).toBe('4');
  });
});

describe('the drawer of a task', () => {
  const task = tasks[1] as (typeof tasks)[number];
  test('saves what changed, and moves the task when its days did', () => {
    expect(actOfDraft(task, draftOf(task))).toEqual({ act: { edits: [], links: [] }, moved: [] });
    expect(actOfDraft(task, { ...draftOf(task), deliverable: '清单', endOn: '2025-10-15', links: [link('a')] })).toEqual({
      act: { edits: [{ taskId: 'b', before: { endOn: '2025-10-14', deliverable: '' }, after: { endOn: '2025-10-15', deliverable: '清单' } }], links: [{ taskId: 'b', before: [], after: [link('a')] }] },
      moved: [{ id: 'b', startOn: '2025-10-06', endOn: '2025-10-15' }],
    });
  });
  test.each([[{ title: ' ' }, 'titleNeeded'], [{ endOn: '2025-10-01' }, 'reversed'], [{ notBeforeOn: '2025-10-09', dueOn: '2025-10-08' }, 'bounds'], [{}, null]] as const)('%j is %s', (patch, fault) => {
    expect(faultOf({ ...draftOf(task), ...patch })).toBe(fault);
  });
  test('a circle is named before it is sent; nothing beneath a task can be above it', () => {
    const linked = [plainTask('x', { links: [link('y')] }), plainTask('y')];
    expect(circleOfDraft(linked, 'y', [link('x')])).toHaveLength(3);
    expect(circleOfDraft(linked, 'y', [])).toEqual([]);
    expect(parentChoices(tasks, 'b').map(({ id }) => id)).toEqual(['a', 'd']);
  });
});
