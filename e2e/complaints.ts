import type { ConsoleMessage, Page, Request, Response } from 'playwright-core';

/** What a page complained about since the last look, one line each. */
const complaints = new WeakMap<Page, string[]>();
const tolerances = new WeakMap<Page, RegExp[]>();

/** A failed response is recorded by its own listener, with method and path; the browser's copy of it says less. */
const DUPLICATE = /^Failed to load resource: the server responded with a status/;

/** Leaving a page, closing an event stream and starting a download all abort a request; that is no fault. */
const HARMLESS_FAILURES = new Set(['net::ERR_ABORTED']);

function pathOf(url: string): string {
  try {
    const { pathname, search, host } = new URL(url);
    return host === '' ? url.slice(0, 100) : `${pathname}${search}`;
  } catch {
    return url.slice(0, 100);
  }
}

/** Starts collecting. Each line begins with what happened: `console`, `page error`, `blocked`, `failed`, or a status such as `404 GET /path`. */
export function watchComplaints(page: Page): void {
  if (complaints.has(page)) return;
  const lines: string[] = [];
  complaints.set(page, lines);
  page.on('console', (message: ConsoleMessage) => {
    if (message.type() !== 'error' || DUPLICATE.test(message.text())) return;
    const kind = /Content Security Policy|Content-Security-Policy/i.test(message.text()) ? 'blocked' : 'console';
    lines.push(`${kind} ${message.text().slice(0, 600)} (on ${pathOf(page.url())})`);
  });
  page.on('pageerror', (error) => {
    lines.push(`page error ${(error.stack ?? error.message).slice(0, 600)} (on ${pathOf(page.url())})`);
  });
  page.on('requestfailed', (request: Request) => {
    const reason = request.failure()?.errorText ?? 'unknown';
    if (!HARMLESS_FAILURES.has(reason)) lines.push(`failed ${request.method()} ${request.url().slice(0, 200)} ${reason}`);
  });
  page.on('response', (response: Response) => {
    if (response.status() >= 400) lines.push(`${response.status()} ${response.request().method()} ${pathOf(response.url())}`);
  });
}

/**
 * Names a complaint that the test means to cause, by its line, for example `tolerate(page, /^401 POST \/api\/sign-in/)`.
 * Holds for the rest of the page's life.
 */
export function tolerate(page: Page, line: RegExp): void {
  tolerances.set(page, [...(tolerances.get(page) ?? []), line]);
}

/** Returns and forgets the page's complaints that nobody expected. */
export function takeComplaints(page: Page): string[] {
  const expected = tolerances.get(page) ?? [];
  const lines = complaints.get(page)?.splice(0) ?? [];
  return lines.filter((line) => !expected.some((pattern) => pattern.test(line)));
}
