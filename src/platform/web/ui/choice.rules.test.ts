import { describe, expect, it } from 'vitest';
import { findChoice, matchChoices } from './choice.rules.ts';

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
