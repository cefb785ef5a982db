import { expect, it } from 'vitest';
import { readState } from './schedule.state.rules.ts';

it.each([
  ['□', 'open'], ['☐', 'open'], ['[ ]', 'open'], ['', 'open'], ['-', 'open'], ['未完成', 'open'], ['□未完成', 'open'],
  ['☑', 'done'], ['√', 'done'], ['[x]', 'done'], ['［Ｘ］', 'done'], ['已完成', 'done'], ['☑ 已完成', 'done'], ['Done', 'done'],
  ['延期', 'delayed'], ['□延期', 'delayed'], ['☑延期', 'delayed'], ['进行中', 'doing'], ['取消', 'cancelled'], ['也许', undefined], ['完成一半', undefined],
] as const)('%s is %s', (text, state) => {
  expect(readState(text)).toBe(state);
});
