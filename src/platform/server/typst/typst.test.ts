import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findUncovered, readCoverage } from './font.coverage.ts';
import { TypstRenderer } from './typst.ts';

const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'));
const coverageFont = join(fonts, '400Regular', 'NotoSansSC_400Regular.ttf');
const options = { fontDirectories: [join(fonts, '400Regular')], coverageFont };
let root = '';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'typst-'));
  await writeFile(join(root, 'page.typ'), '#json(bytes(sys.inputs.data)).text');
  await writeFile(join(root, 'broken.typ'), '#let a = \n#nothing-of-this-name');
  await writeFile(join(root, 'outside.typ'), '#read("../../../../../../etc/hostname")');
  await writeFile(join(root, 'endless.typ'), '#let f(n) = { let i = 0; while i < 1000000000 { i += 1; if calc.rem(i, 9000) == 0 { i -= 1; i += 1 } } }\n#for n in range(100000) { for m in range(100000) {} }');
});
afterAll(() => rm(root, { recursive: true }));

test('sets several documents, in the order asked, and leaves when idle', async () => {
  const typst = new TypstRenderer({ ...options, idleMs: 150 });
  const texts = ['一', '二', '三'];
  const pdfs = await Promise.all(texts.map((text) => typst.render({ root, main: 'page.typ', data: { text } })));
  for (const pdf of pdfs) expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(typst.isRunning()).toBe(true);
  for (let left = 40; left > 0 && typst.isRunning(); left -= 1) await sleep(50);
  expect(typst.isRunning()).toBe(false);
  expect((await typst.render({ root, main: 'page.typ', data: { text: '四' } })).length).toBeGreaterThan(1000);
  await typst.close();
});

test('reports a broken template and goes on with the next document', async () => {
  const typst = new TypstRenderer(options);
  await expect(typst.render({ root, main: 'broken.typ', data: {} })).rejects.toThrow(/typst: .*(expected|unknown)/);
  await expect(typst.render({ root, main: 'outside.typ', data: {} })).rejects.toThrow(/typst: /);
  expect((await typst.render({ root, main: 'page.typ', data: { text: '好' } })).length).toBeGreaterThan(1000);
  await typst.close();
});

test('gives up a document that does not end, and goes on with the next one', async () => {
  const typst = new TypstRenderer({ ...options, timeoutMs: 1500 });
  await expect(typst.render({ root, main: 'endless.typ', data: {} })).rejects.toThrow('longer than 1500 ms');
  expect((await typst.render({ root, main: 'page.typ', data: { text: '好' } })).length).toBeGreaterThan(1000);
  await typst.close();
});

test('knows which characters a font lacks', () => {
  const coverage = readCoverage(coverageFont);
  expect(findUncovered('abc 中文 〇 䶮㛃𬭼 ￥①', coverage)).toEqual([]);
  expect(findUncovered('李𠮷𠮷 🎉\u200D\uFE0F \u{10FFFD}', coverage)).toEqual(['𠮷', '🎉', '\u{10FFFD}']);
});
