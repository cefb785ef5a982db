import { expect, test } from 'vitest';
import { offlineFiles } from './plugin.ts';

const chunk = (fileName: string, more: object = {}) => ({ type: 'chunk' as const, fileName, moduleIds: [], imports: [], ...more });
const bundleOf = (entry: string, more: object = {}) => ({
  worker: chunk('offline-worker.js', { code: 'const v = __OFFLINE_VERSION__; const files = new Set(__OFFLINE_FILES__);' }),
  [entry]: chunk(entry, { moduleIds: ['/src/apps/web/main.tsx'], imports: ['assets/shared.js'], viteMetadata: { importedCss: new Set(['assets/index.css']), importedAssets: new Set() } }),
  'assets/shared.js': chunk('assets/shared.js', { imports: [entry] }),
  'assets/day.js': chunk('assets/day.js', { moduleIds: ['/src/features/schedule/web/my-day/MyDayPage.tsx', '/src/features/schedule/web/my-day/my-day-kept.ts', '/src/features/schedule/web/my-day/my-day-queue.ts'], imports: ['assets/shared.js', 'assets/sheet.js'] }),
  'assets/sheet.js': chunk('assets/sheet.js'),
  'assets/other.js': chunk('assets/other.js', { moduleIds: ['/src/features/budget/web/BudgetPage.tsx'] }),
  ...more,
});
function written(bundle: ReturnType<typeof bundleOf>): string {
  offlineFiles().generateBundle.handler({}, bundle);
  return (bundle.worker as { code?: string }).code ?? '';
}

test('the worker is told the files of the page, the entry first, and no other page', () => {
  const code = written(bundleOf('assets/index-1.js'));
  expect(code).toContain('["/assets/index-1.js","/assets/index.css","/assets/shared.js","/assets/day.js","/assets/sheet.js","/theme-boot.js","/mark.svg"]');
  expect(code).not.toContain('other.js');
});

test('another build is another worker; the same build is the same', () => {
  expect(written(bundleOf('assets/index-1.js'))).toBe(written(bundleOf('assets/index-1.js')));
  const version = (code: string) => /const v = "([0-9a-f]+)"/.exec(code)?.[1];
  expect(version(written(bundleOf('assets/index-1.js')))).not.toBe(version(written(bundleOf('assets/index-2.js'))));
});

test('a build that lacks what the page needs, or whose worker imports something, fails', () => {
  expect(() => written(bundleOf('assets/index-1.js', { 'assets/day.js': chunk('assets/day.js') }))).toThrow('MyDayPage');
  expect(() => written(bundleOf('assets/index-1.js', { worker: chunk('offline-worker.js', { code: 'x', imports: ['assets/shared.js'] }) }))).toThrow('may import nothing');
});
