import { expect, test } from 'vitest';
import { blocksOf } from '../plan.section.rules.ts';
import { mergeUpdate, writeBlocks, type Merged } from './plan.section.state.ts';

function merged(outcome: Merged) {
  if (outcome.outcome !== 'merged') throw new Error(outcome.outcome);
  return outcome;
}
const write = (state: Uint8Array | null, text: string, replace: boolean) => merged(writeBlocks(state, blocksOf(text), { replace }));

test('adopted text stands behind what was written, or in its place', () => {
  const first = write(null, '## 打法\n- 预热\n- 爆发', false);
  expect(first.next.content.content).toMatchObject([
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: '打法' }] },
    { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ text: '预热' }] }] }, { type: 'listItem' }] },
  ]);
  expect(write(first.next.state, '1. 延续', false).next.words).toBe('打法\n预热\n爆发\n延续');
  expect(write(first.next.state, '重写', true).next.words).toBe('重写');
});

test('who has the section open gets what was adopted as an update like any other', () => {
  const first = write(null, '第一段', false);
  const second = write(first.next.state, '第二段', false);
  const behind = merged(mergeUpdate(first.next.state, second.updates[0] as Buffer));
  expect(behind.next.words).toBe('第一段\n第二段');
  expect(mergeUpdate(behind.next.state, second.updates[0] as Buffer).outcome).toBe('same');
});
