import { describe, expect, test } from 'vitest';
import { editOf, joinActs, reverseOf, settled, wireEdits, withActs, type Act } from './schedule.act.rules.ts';
import type { TaskLink } from '../schedule.contract.ts';
import { plainTask } from '../schedule.factory.ts';
import { planCalendar } from './schedule.planned.rules.ts';
import { worksBy } from '../times/schedule.when.rules.ts';
import { actOf, asksFirst, proposeMove } from './schedule.proposal.rules.ts';

const link = (predecessorId: string): TaskLink => ({ predecessorId, type: 'FS', lagDays: 0, lagUnit: 'day' });
const campaign = { startsOn: '2025-10-01', endsOn: '2025-10-22', eventFrom: '2025-10-16', eventTo: '2025-10-18' };
const tasks = [
  plainTask('到货', { whenText: '10月13日-14日', startOn: '2025-10-13', endOn: '2025-10-14' }),
  plainTask('布置', { phase: 'execution', whenText: 'D-1', startOn: '2025-10-15', endOn: '2025-10-15', links: [link('到货')], ownerText: '*专员' }),
  plainTask('现场', { phase: 'execution', whenText: '10月16日-18日', startOn: '2025-10-16', endOn: '2025-10-18', links: [link('布置')] }),
  plainTask('报告', { phase: 'retrospective', whenText: '10月25日', startOn: '2025-10-25', endOn: '2025-10-25', links: [link('现场')] }),
];
const propose = (id: string, startOn: string, endOn: string) => proposeMove(tasks, [{ id, startOn, endOn }], planCalendar(), campaign);

describe('what a move would do', () => {
  test('two days later: the set-up goes along, D-day does not give way and is told', () => {
    const proposal = propose('到货', '2025-10-15', '2025-10-16');
    expect(proposal.along.map(({ id, to }) => [id, to.startOn])).toEqual([['布置', '2025-10-17']]);
    expect(proposal.blocked).toEqual([{ id: '现场', reason: 'dDay', byDays: 2 }]);
    expect(asksFirst(proposal)).toBe(true);
    // D-1 stays what it was: told from D.
    expect(actOf(tasks, proposal, campaign, worksBy([]), 'together').edits.map(({ taskId, after }) => [taskId, after.whenText, after.startOn])).toEqual([['到货', '10月15日-16日', '2025-10-15'], ['布置', 'D+1', '2025-10-17']]);
    expect(actOf(tasks, proposal, campaign, worksBy([]), 'alone').edits.map(({ taskId }) => taskId)).toEqual(['到货']);
  });

  test('where there is slack nothing else moves and nobody is asked', () => {
    expect(asksFirst(propose('报告', '2025-10-27', '2025-10-27'))).toBe(false);
    expect(asksFirst(propose('到货', '2025-10-11', '2025-10-12'))).toBe(false);
  });
});

describe('acts', () => {
  const act: Act = { edits: [editOf(tasks[0] as never, { startOn: '2025-10-14', title: '到货' }) as never], links: [{ taskId: '布置', before: [link('到货')], after: [] }] };

  test('only what changes is kept, and taken back whole', () => {
    expect(act.edits).toEqual([{ taskId: '到货', before: { startOn: '2025-10-13' }, after: { startOn: '2025-10-14' } }]);
    expect(editOf(tasks[0] as never, { title: '到货' })).toBeUndefined();
    expect(withActs(withActs(tasks, [act]), [reverseOf(act)])).toEqual(tasks);
    expect(withActs(tasks, [act])[1]?.links).toEqual([]);
    expect(wireEdits(act)).toEqual([{ type: 'update', id: '到货', set: { startOn: { from: '2025-10-13', to: '2025-10-14' } } }]);
  });

  test('of two acts on one task the first says what was there', () => {
    const second: Act = { edits: [{ taskId: '到货', before: { startOn: '2025-10-14', note: '' }, after: { startOn: '2025-10-20', note: 'x' } }], links: [{ taskId: '布置', before: [], after: [link('现场')] }] };
    expect(joinActs(act, second)).toEqual({ edits: [{ taskId: '到货', before: { startOn: '2025-10-13', note: '' }, after: { startOn: '2025-10-20', note: 'x' } }], links: [{ taskId: '布置', before: [link('到货')], after: [link('现场')] }] });
  });

  test('what someone else has changed is not counted as done, and told by name', () => {
    const { saved, refused } = settled(act, { edits: [{ id: '到货', status: 'conflict', conflicts: [{ field: 'startOn', current: '2025-10-12', by: '刘洋' }] }], links: [{ id: '布置', status: 'ok', conflicts: [] }] });
    expect(saved).toEqual({ edits: [], links: act.links });
    expect(refused).toEqual([{ taskId: '到货', status: 'conflict', by: '刘洋' }]);
  });
});
