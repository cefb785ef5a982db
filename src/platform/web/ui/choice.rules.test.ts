import { describe, expect, it } from 'vitest';
import { findChoice, lastPart, matchChoices, withPart } from './choice.rules.ts';

const people = [
  { value: 'u1', label: '陈婧', hint: '华东市场部', keywords: 'chen@example.com' },
  { value: 'u2', label: '李想', hint: '策划组' },
  { value: 'u3', label: '小李', hint: '执行组' },
];

describe('choices', () => {
  it('are found by every word, in name, hint or keywords; names that begin with it first', () => {
    expect(matchChoices(people, '李').map((one) => one.label)).toEqual(['李想', '小李']);
    expect(matchChoices(people, 'ＣＨＥＮ 华东').map((one) => one.value)).toEqual(['u1']);
    expect(matchChoices(people, '李 华东')).toEqual([]);
    expect(matchChoices(people, ' ')).toBe(people);
  });
  it('a text names one only as a whole', () => {
    expect(findChoice(people, ' 李想 ')?.value).toBe('u2');
    expect(findChoice(people, '李')).toBeUndefined();
    expect(findChoice(people, 'u3')?.label).toBe('小李');
  });
});

describe('several names in one text', () => {
  it('the last is the one that is being written', () => {
    expect(['', '李', '执行组、', '执行组, 李'].map(lastPart)).toEqual(['', '李', '', '李']);
  });
  it.each([
    ['', '李想', true, '李想'], ['李', '李想', true, '李想'], ['执行组、', '李想', true, '执行组、李想'], ['执行组,李', '李想', true, '执行组、李想'],
    ['执行组', '李想', false, '执行组、李想'], ['李想、执行组', '李想', false, '执行组、李想'],
  ])('%s and then %s (completes: %s)', (text, label, completes, expected) => expect(withPart(text, label, '、', completes)).toBe(expected));
});
