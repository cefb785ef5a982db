import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import axe from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launchChromium } from './chromium.ts';
import { watchComplaints, takeComplaints } from './complaints.ts';

export { tolerate } from './complaints.ts';

export type PageOptions = {
  viewport?: 'desktop' | 'phone';
  locale?: 'zh-CN' | 'en';
  colorScheme?: 'light' | 'dark';
  /** Address that `page.goto('/path')` starts from. */
  baseURL?: string;
  /** Without network from the start (`page.context().setOffline(true)` changes it later). */
  offline?: boolean;
};

export type TestBrowser = {
  /** A fresh person at a fresh device: own cookies, own storage. */
  newPage(options?: PageOptions): Promise<Page>;
};

export type OpenBrowser = TestBrowser & {
  /** Every page that was opened, closed ones included. */
  pages(): readonly Page[];
  close(): Promise<void>;
};

const VIEWPORTS = {
  desktop: { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1, isMobile: false, hasTouch: false },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
} as const;

const OUTPUT = path.resolve(import.meta.dirname, '../test-output');
const STEP_TIMEOUT_MS = 20_000;

/** WCAG 2.2 at level AA, and everything below it. */
const WCAG_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

async function openPage(browser: Browser, options: PageOptions, watch: (page: Page) => void): Promise<Page> {
  const { viewport = 'desktop', locale = 'zh-CN', colorScheme = 'light', baseURL, offline = false } = options;
  const context = await browser.newContext({
    ...VIEWPORTS[viewport],
    locale: locale === 'en' ? 'en-US' : locale,
    colorScheme,
    offline,
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    acceptDownloads: true,
    permissions: ['clipboard-read', 'clipboard-write'],
    ...(baseURL === undefined ? {} : { baseURL }),
  });
  context.setDefaultTimeout(STEP_TIMEOUT_MS);
  // Before the first page: a page that the product opens by itself is watched like any other.
  context.on('page', watch);
  return context.newPage();
}

/** One Chromium process. In a test file prefer {@link useBrowser}, which also closes it and checks every page. */
export async function openBrowser(): Promise<OpenBrowser> {
  const browser = await launchChromium();
  const pages: Page[] = [];
  const watch = (page: Page) => {
    watchComplaints(page);
    pages.push(page);
  };
  return {
    newPage: (options = {}) => openPage(browser, options, watch),
    pages: () => pages,
    close: () => browser.close(),
  };
}

/**
 * For the top of a test file: one browser for the file. After each test every open page must have been quiet
 * (no console error, no failed request, no violation of the content security policy); a failed test leaves pictures
 * of its pages in `test-output/`.
 */
export function useBrowser(): TestBrowser {
  let open: OpenBrowser | undefined;
  beforeAll(async () => {
    open = await openBrowser();
  });
  afterEach(async ({ task }) => {
    const pages = open?.pages() ?? [];
    const complaints = pages.flatMap(takeComplaints);
    if (task.result?.state === 'fail' || complaints.length > 0) await shootFailure(task.name, pages);
    if (complaints.length > 0) throw new Error(`The pages complained:\n  ${complaints.join('\n  ')}`);
  });
  afterAll(async () => {
    await open?.close();
  });
  return {
    newPage(options) {
      if (!open) throw new Error('newPage() belongs inside a test or a hook: the browser is not open yet.');
      return open.newPage(options);
    },
  };
}

async function shootFailure(name: string, pages: readonly Page[]): Promise<void> {
  for (const [index, page] of pages.filter((each) => !each.isClosed()).entries()) {
    await picture(page, `failed-${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}-${index + 1}`, true).catch(() => undefined);
  }
}

/** The toast that says this. Of several on screen each has an undo of its own: the newest may not be there yet when the page already shows the change. */
export function toastOf(page: Page, text: string): Locator {
  return page.locator('section[aria-live="polite"] > div').filter({ hasText: text });
}

/** Waits until what the page asked for is there, fonts are loaded and every finite animation has ended, so that a picture or a check sees the final state. */
export async function settle(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector('[role="status"][aria-label]'));
  await page.evaluate(async () => {
    await document.fonts.ready;
    const finite = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.race([
      Promise.allSettled(finite.map((animation) => animation.finished)),
      new Promise((resolve) => setTimeout(resolve, 2_000)),
    ]);
  });
}

/** Pictures are for people who look at them: `MUSTER_PICTURES=1 npm test` takes them. No test compares one, and the two hundred of a run cost a minute. */
const WITH_PICTURES = process.env['MUSTER_PICTURES'] === '1';

/** Writes `test-output/<name>.png` when pictures are wanted. The whole page by default; `fullPage: false` is what fits the screen. */
export async function shoot(page: Page, name: string, options: { fullPage?: boolean } = {}): Promise<void> {
  if (WITH_PICTURES) await picture(page, name, options.fullPage ?? true);
}

async function picture(page: Page, name: string, fullPage: boolean): Promise<void> {
  await mkdir(OUTPUT, { recursive: true });
  await settle(page);
  await page.screenshot({ path: path.join(OUTPUT, `${name}.png`), fullPage, animations: 'disabled', caret: 'hide' });
}

/**
 * Fails with a readable list when the page has any violation of WCAG 2.2 AA that axe can find. Asked of one document several times, the engine is brought
 * along once; of what passes it tells one example per rule, which is enough to know that it looked.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await settle(page);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate((tags) => (window as unknown as { axe: typeof axe }).axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }), WCAG_TAGS);
  if (passes.length === 0) throw new Error(`axe looked at nothing on ${page.url()}: is the page empty?`);
  if (violations.length === 0) return;
  const list = violations.map((violation) => {
    const places = violation.nodes.map(
      (node) => `    ${node.target.join(' ')}\n      ${node.html.slice(0, 160)}\n      ${(node.failureSummary ?? '').replaceAll('\n', '\n      ')}`,
    );
    return `  ${violation.id} (${violation.impact ?? 'unknown'}): ${violation.help}\n${places.join('\n')}`;
  });
  throw new Error(`${violations.length} accessibility violations on ${page.url()}\n${list.join('\n')}`);
}
