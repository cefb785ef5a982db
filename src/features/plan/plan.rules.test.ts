import { expect, test } from 'vitest';
import { isSamePlan } from './plan.rules.ts';

const campaign = { name: '秋季新品上市', theme: '焕新', audience: '白领', leadId: 'u', startsOn: '2025-10-01', endsOn: '2025-10-22', eventFrom: '2025-10-16', eventTo: '2025-10-18' };
const plan = {
  campaign,
  goals: [{ metric: '新品订单量', unit: '单', target: 2000, note: '' }],
  budget: [{ category: '物料制作费', detail: '海报', amountCents: 800_000, note: '' }],
  schedule: [{ title: '活动现场执行', startOn: '2025-10-16', endOn: '2025-10-18', dueTime: null, note: '' }],
};

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

const risk = { risk: '人流过多', response: '限流', ownerText: '执行组', note: '' };
const whole = {
  ...plan,
  goals: [{ metric: '新品订单量', unit: '单', target: 2000, note: '', level: 'key', ownerText: '刘洋', parts: [{ name: '预热', target: 500 }] }],
  sections: [{ key: 'theme', title: '', words: '焕新' }, { key: 'own', title: '合作说明', words: '' }],
  lists: { risks: [risk], channels: [] },
};

test.each([
  ['itself', whole, true],
  ['the order of a row’s fields', { ...whole, lists: { channels: [], risks: [{ note: '', ownerText: '执行组', response: '限流', risk: '人流过多' }] } }, true],
  ['an owner and a note', { ...whole, lists: { ...whole.lists, risks: [{ ...risk, ownerText: '应急组', note: '已演练' }] } }, true],
  ['a response to a risk', { ...whole, lists: { ...whole.lists, risks: [{ ...risk, response: '分流' }] } }, false],
  ['a new channel', { ...whole, lists: { ...whole.lists, channels: [{ channel: '公众号' }] } }, false],
  ['a sentence', { ...whole, sections: [{ key: 'theme', title: '', words: '焕新登场' }] }, false],
  ['a part of a target', { ...whole, goals: [{ ...whole.goals[0], parts: [{ name: '预热', target: 600 }] }] }, false],
])('an approved plan with text and tables against %s (P4.2)', (_, current, same) => {
  expect(isSamePlan(whole, current as typeof whole)).toBe(same);
});

test('a version that was frozen with less is compared by what it had', () => {
  expect(isSamePlan(plan, whole)).toBe(true);
  expect(isSamePlan(plan, { ...whole, goals: [{ ...whole.goals[0], target: 1 }] })).toBe(false);
});
