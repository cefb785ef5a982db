import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildWeb } from './web-build.ts';

let root: string;
let builds: number;

/** A small project of the same form: the real bundler builds it in a moment. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'web-build-'));
  builds = 0;
  mkdirSync(join(root, 'src/features/budget/server'), { recursive: true });
  symlinkSync(join(import.meta.dirname, '../../../node_modules'), join(root, 'node_modules'));
  file('package.json', '{ "type": "module" }');
  file('index.html', '<!doctype html><script type="module" src="/src/main.ts"></script>');
  file('src/main.ts', 'document.title = "one";');
  file('src/features/budget/server/store.ts', 'export const table = 1;');
  file('vite.config.ts', 'export default { build: { outDir: "dist/web" } };');
});
afterEach(() => rmSync(root, { recursive: true }));

const file = (name: string, text: string): void => writeFileSync(join(root, name), text);
const build = (signal = AbortSignal.timeout(60_000)): Promise<boolean> => buildWeb({ root, onBuild: () => { builds += 1; }, signal });

test('it builds when something of the pages changed, and only then', async () => {
  expect(await build()).toBe(true);
  expect(existsSync(join(root, 'dist/web/index.html'))).toBe(true);
  expect(await build()).toBe(false);

  utimesSync(join(root, 'src/main.ts'), new Date(), new Date(Date.now() + 5_000)); // a checkout, a copy
  file('src/features/budget/server/store.ts', 'export const table = 2;');
  file('src/main.test.ts', '// no page');
  expect(await build()).toBe(false);

  file('src/main.ts', 'document.title = "two";');
  expect(await build()).toBe(true);
  rmSync(join(root, 'dist/web'), { recursive: true });
  expect(await build()).toBe(true);
  expect(builds).toBe(3);
}, 60_000);

test('starts at the same time build once', async () => {
  expect((await Promise.all([build(), build(), build()])).filter(Boolean)).toHaveLength(1);
  expect(builds).toBe(1);
}, 60_000);

test('a build that was cut off leaves the pages that are there, and is made again', async () => {
  await build();
  file('src/main.ts', 'document.title = "two";');
  const cut = new AbortController();
  const first = buildWeb({ root, onBuild: () => cut.abort(), signal: cut.signal });
  await expect(first).rejects.toMatchObject({ name: 'AbortError' });
  expect(existsSync(join(root, 'dist/web/index.html'))).toBe(true);
  expect(await build()).toBe(true);
}, 60_000);

test('pages that do not compile are told with the place', async () => {
  file('src/main.ts', 'import { gone } from "./nowhere.ts"; gone();');
  await expect(build()).rejects.toMatchObject({ code: 'webBuildFailed', data: [expect.stringContaining('nowhere')] });
  file('src/main.ts', 'document.title = "mended";');
  expect(await build()).toBe(true);
}, 60_000);

test('without pages to build there is nothing to do', async () => {
  rmSync(join(root, 'vite.config.ts'));
  expect(await build()).toBe(false);
  expect(existsSync(join(root, 'dist'))).toBe(false);
});

test('the stamp is not among what is served', async () => {
  await build();
  expect(existsSync(join(root, 'dist/web.stamp.json'))).toBe(true);
  expect(readFileSync(join(root, 'dist/web/index.html'), 'utf8')).toContain('<script');
}, 60_000);
