import { expect, test } from 'vitest';
import { gapsOf, isSamePlan } from './plan.rules.ts';

const campaign = { name: '秋季新品上市', theme: '焕新', audience: '白领', leadId: 'u', startsOn: '2025-10-01', endsOn: '2025-10-22', eventFrom: '2025-10-16', eventTo: '2025-10-18' };
const plan = {
  campaign,
  goals: [{ metric: '新品订单量', unit: '单', target: 2000, note: '' }],
  budget: [{ category: '物料制作费', detail: '海报', amountCents: 800_000, note: '' }],
  schedule: [{ title: '活动现场执行', startOn: '2025-10-16', endOn: '2025-10-18', dueTime: null, note: '' }],
};

test.each([
  ['nothing', {}, []],
  ['goals, budget and schedule block', { goals: [], budget: [], schedule: [] }, ['goals!', 'budget!', 'schedule!']],
  ['a budget of zero is none', { budget: [{ ...plan.budget[0], amountCents: 0 }] }, ['budget!']],
  ['a lead blocks', { campaign: { ...campaign, leadId: null } }, ['lead!']],
  ['the rest is advice', { campaign: { ...campaign, theme: '', audience: '', eventFrom: null } }, ['theme', 'audience', 'event']],
])('what is lacking: %s (P4.1)', (_, change, gaps) => {
  expect(gapsOf({ ...plan, ...change } as typeof plan).map((gap) => `${gap.code}${gap.blocking ? '!' : ''}`)).toEqual(gaps);
});

test.each([
  ['itself', plan, true],
  ['a note', { ...plan, budget: [{ ...plan.budget[0], note: '已到货' }] }, true],
  ['money', { ...plan, budget: [{ ...plan.budget[0], amountCents: 800_001 }] }, false],
  ['a date', { ...plan, schedule: [{ ...plan.schedule[0], endOn: '2025-10-19' }] }, false],
  ['a goal', { ...plan, goals: [{ ...plan.goals[0], target: 1999 }] }, false],
  ['the days on site', { ...plan, campaign: { ...campaign, eventTo: '2025-10-19' } }, false],
])('the approved plan against %s (P4.2)', (_, current, same) => {
  expect(isSamePlan(plan, current as typeof plan)).toBe(same);
});
