import { expect, test } from 'vitest';
import { deedsOf, nextStep, type Act, type Step } from './approval.step.rules.ts';

const at = (minute: number) => `2025-10-08T02:${String(minute).padStart(2, '0')}:00.000Z`;
const act = (kind: Act['kind'], step: string, by: string, minute: number): Act => ({ kind, step, by, forName: null, to: null, words: '', at: at(minute) });
const step = (name: string, state: Step['state'], opened: number | null, closed: number | null): Step => ({
  id: name, name, mode: 'any', state, openedAt: opened === null ? null : at(opened), closedAt: closed === null ? null : at(closed), dueOn: null, approver: { type: 'role', role: 'finance' }, assignees: [],
});

test('two steps of one name keep their own deeds: what closes the first opens the second', () => {
  const acts = [act('approved', '审批', '王芳', 5), act('commented', '审批', '李想', 6), act('approved', '审批', '孙丽', 9)];
  expect(deedsOf(step('审批', 'passed', 0, 5), acts).map((deed) => deed.by)).toEqual(['王芳']);
  expect(deedsOf(step('审批', 'passed', 5, 9), acts).map((deed) => deed.by)).toEqual(['孙丽']);
  expect(deedsOf(step('审批', 'pending', null, null), acts)).toEqual([]);
});

test('an open step for everyone shows who has agreed so far', () => {
  expect(deedsOf(step('会签', 'open', 5, null), [act('approved', '会签', '周正', 7)]).map((deed) => deed.by)).toEqual(['周正']);
});

test('the next step is the one after the open one', () => {
  const steps = [step('审核', 'passed', 0, 5), step('审批', 'open', 5, null), step('核准', 'pending', null, null)];
  expect(nextStep(steps)?.name).toBe('核准');
  expect(nextStep(steps.slice(0, 2))).toBeUndefined();
  expect(nextStep([])).toBeUndefined();
});
