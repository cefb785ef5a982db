import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, tolerate, useBrowser } from './browser.ts';
import { takeComplaints } from './complaints.ts';

/** What the other journeys rely on: that a faulty page is noticed. The page here is sound until a test breaks it. */
const SOUND = '<!doctype html><html lang="zh-CN"><head><title>点兵</title><link rel="icon" href="/icon.svg"></head><body><main><h1>活动预算表</h1><p>合计 46,000</p></main></body></html>';
const CSP = "default-src 'self'; script-src 'self'";

const browser = useBrowser();
const server = createServer((request, response) => {
  response.statusCode = request.url === '/' || request.url === '/icon.svg' ? 200 : 404;
  response.setHeader('content-type', request.url === '/icon.svg' ? 'image/svg+xml' : 'text/html; charset=utf-8').setHeader('content-security-policy', CSP);
  response.end(request.url === '/icon.svg' ? '<svg xmlns="http://www.w3.org/2000/svg"/>' : SOUND);
});
let baseURL = '';

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  baseURL = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
});
afterAll(() => {
  server.close();
});

async function open(): Promise<Page> {
  const page = await browser.newPage({ baseURL });
  await page.goto('/');
  return page;
}

/** Runs in the page and waits until a consequence begins with `line`, or until the patience is over; then a moment longer, for what comes along with it. */
async function complaintsAfter(page: Page, code: string, line: string, patienceMs = 10_000): Promise<string[]> {
  const complaints: string[] = [];
  const found = () => line !== '' && complaints.some((complaint) => complaint.startsWith(line));
  await page.evaluate(code).catch(() => undefined);
  for (const end = Date.now() + patienceMs; !found() && Date.now() < end; complaints.push(...takeComplaints(page))) await page.waitForTimeout(50);
  await page.waitForTimeout(200);
  return [...complaints, ...takeComplaints(page)];
}

test('a sound page is accessible and quiet, and Chinese has a font', async () => {
  const page = await open();
  await expectAccessible(page);
  // Without a font each Chinese character is the same box as a character that no font has.
  const inks = await page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (!context) return [];
    context.font = '40px sans-serif';
    return ['点', '兵', '\u{10fffd}'].map((text) => {
      context.clearRect(0, 0, 60, 60);
      context.fillText(text, 5, 45);
      return context.getImageData(0, 0, 60, 60).data.join('');
    });
  });
  expect(new Set(inks).size).toBe(3);
});

test.each([
  ['a console error', "console.error('spoilt')", 'console spoilt'],
  ['an error nobody caught', "setTimeout(() => { throw new Error('spoilt') })", 'page error Error: spoilt'],
  ['a missing file', "fetch('/missing')", '404 GET /missing'],
  ['a script that the policy forbids', "document.body.append(Object.assign(document.createElement('script'), { textContent: '1' }))", 'blocked '],
  ['a request to somebody else', "location.assign('http://example.com/')", 'failed GET http://example.com/'],
])('%s is noticed', async (_what, code, line) => {
  const complaints = await complaintsAfter(await open(), code, line);
  expect(complaints.some((complaint) => complaint.startsWith(line)), complaints.join('\n')).toBe(true);
});

test('a complaint that was announced is not held against the page', async () => {
  const page = await open();
  tolerate(page, /^404 GET \/missing$/);
  expect(await complaintsAfter(page, "fetch('/missing')", '', 300)).toEqual([]);
});

test.each([
  ['grey on white', "document.querySelector('p').style.color = '#ccc'", 'color-contrast'],
  ['a button without a name', "document.querySelector('main').append(document.createElement('button'))", 'button-name'],
  ['a page without a language', "document.documentElement.removeAttribute('lang')", 'html-has-lang'],
])('%s is an accessibility violation', async (_what, code, rule) => {
  const page = await open();
  await page.evaluate(code);
  await expect(expectAccessible(page)).rejects.toThrow(rule);
});
