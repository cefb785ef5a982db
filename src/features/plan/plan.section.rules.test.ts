import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blocksOf, isSafeAddress, wordsOf } from './plan.section.rules.ts';

const shape = (text: string) => blocksOf(text).map((block) => `${block.type}${String(block.attrs?.['level'] ?? '')}:${wordsOf({ type: 'doc', content: [block] }).replaceAll('\n', '/')}`);

test.each([
  ['paragraphs', '第一段\n\n第二段', ['paragraph:第一段', 'paragraph:第二段']],
  ['a single line break keeps both lines', '上一行\n下一行', ['paragraph:上一行', 'paragraph:下一行']],
  ['points', '要点：\n- 甲\n* 乙\n• 丙', ['paragraph:要点：', 'bulletList:甲/乙/丙']],
  ['numbers', '1. 甲\n2、乙\n3) 丙', ['orderedList:甲/乙/丙']],
  ['an empty line parts lists', '- 甲\n\n- 乙', ['bulletList:甲', 'bulletList:乙']],
  ['headings', '# 一\n## 二\n### 三\n##### 五', ['heading2:一', 'heading2:二', 'heading3:三', 'heading3:五']],
  ['a year is no number of a list', '2025年10月1日开始', ['paragraph:2025年10月1日开始']],
  ['nothing', ' \n\n', []],
])('text as blocks: %s', (_, text, blocks) => {
  expect(shape(text)).toEqual(blocks);
});

test('no word of a text is lost on its way into blocks', () => {
  const line = fc.tuple(fc.constantFrom('', '- ', '## ', '1. ', '* ', '  '), fc.stringMatching(/^[一-龥]{1,6}$/), fc.constantFrom('\n', '\n\n', '\r\n')).map((parts) => parts.join(''));
  fc.assert(fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
    const text = lines.join('');
    expect(wordsOf({ type: 'doc', content: blocksOf(text) }).replaceAll('\n', '')).toBe((text.match(/[一-龥]/gu) ?? []).join(''));
  }));
});

test.each([
  ['https://example.com', true], ['HTTP://example.com', true], ['mailto:a@example.com', true], [' https://example.com', true],
  ['javascript:alert(1)', false], ['data:text/html,x', false], ['/campaigns', false], ['', false], [undefined, false],
])('an address to go to: %s', (address, safe) => {
  expect(isSafeAddress(address)).toBe(safe);
});
