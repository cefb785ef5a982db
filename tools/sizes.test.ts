import { expect, test } from 'vitest';
import { makeSampleTree } from './sample-tree.ts';
import { checkSizes } from './sizes.ts';

const lines = (count: number) => Array.from({ length: count }, (_, index) => `export const x${index} = ${index};`).join('\n');
const wide = (count: number) => `export const f = () => {\n${'  void 0;\n'.repeat(count - 2)}};`;

function rulesOf(file: string, text: string): string[] {
  return checkSizes(makeSampleTree({ [file]: text })).violations.map(({ rule }) => rule);
}

test.each([
  ['a file of 250 lines', 'src/a.ts', lines(250), []],
  ['a file of 251 lines', 'src/a.ts', lines(251), ['file-size']],
  ['a test of 600 lines', 'src/a.test.ts', lines(600), []],
  ['a test of 601 lines', 'src/a.test.ts', lines(601), ['file-size']],
  ['a function of 60 lines', 'src/a.ts', wide(60), []],
  ['a function of 61 lines', 'tools/a.ts', wide(61), ['function-size']],
  ['a generated file', 'src/a.ts', `// Generated from the database.\n${lines(400)}`, []],
])('%s', (_what, file, text, rules) => {
  expect(rulesOf(file, text)).toEqual(rules);
});

test('a tree without files fails instead of passing', () => {
  expect(rulesOf('readme.md', '')).toEqual(['coverage']);
});
