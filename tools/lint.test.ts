import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeSampleTree } from './sample-tree.ts';

/** Runs the project's own lint rules on one file, with types. */
function lint(file: string, text: string): string[] {
  const root = makeSampleTree({ [file]: text, 'tsconfig.json': '{ "compilerOptions": { "strict": true, "target": "es2024", "module": "esnext", "jsx": "react-jsx" } }' });
  const project = path.resolve(import.meta.dirname, '..');
  const { stdout } = spawnSync(path.join(project, 'node_modules/.bin/oxlint'), ['-c', path.join(project, '.oxlintrc.json'), '--format', 'json', '.'], { cwd: root, encoding: 'utf8' });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string }[] };
  return diagnostics.map(({ code }) => code);
}

/** One rule per source of rules: that the types are read, that the plugins are on, that the core is strict. */
test.each([
  ['typescript(no-floating-promises)', 'a.ts', 'export function run(): void {\n  Promise.resolve(1);\n}\n'],
  ['typescript(no-misused-promises)', 'a.ts', 'export const wait = async (): Promise<boolean> => true;\nexport const x = (): number => {\n  if (wait()) return 1;\n  return 2;\n};\n'],
  ['typescript(no-unsafe-member-access)', 'a.ts', 'export const x = (JSON.parse("1") as any).y;\n'],
  ['typescript(no-non-null-assertion)', 'a.ts', 'export const x = (y: string | undefined): string => y!;\n'],
  ['eslint(no-console)', 'a.ts', 'console.log(1);\n'],
  ['eslint(eqeqeq)', 'a.ts', 'export const x = (y: number): boolean => y == 1;\n'],
  ['import(no-default-export)', 'a.ts', 'export default 1;\n'],
  ['unicorn(prefer-node-protocol)', 'a.ts', "import fs from 'fs';\nexport const x = fs;\n"],
  ['react-hooks(rules-of-hooks)', 'A.tsx', 'declare const useState: () => number;\nexport function A({ on }: { on: boolean }): number {\n  if (on) return useState();\n  return 1;\n}\n'],
  ['vitest(no-focused-tests)', 'a.test.ts', 'import { test } from "vitest";\ntest.only("x", () => {});\n'],
])('%s is found', (rule, file, text) => {
  expect(lint(file, text)).toContain(rule);
});

test('a sound file has no finding', () => {
  expect(lint('a.ts', 'export const double = (value: number): number => value * 2;\n')).toEqual([]);
});
