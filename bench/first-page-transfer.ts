import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { signInAdministrator } from '../e2e/accounts.ts';
import { openBrowser } from '../e2e/browser.ts';
import { startProduct } from '../e2e/server.ts';
import type { Bench, Figure } from './figure.ts';

/** Aim of the project: the scripts of a first page, gzip. */
const SCRIPT_AIM_KIB = 300;

type Weight = { scripts: number; styles: number; files: number };

function gzipKib(body: Buffer): number {
  return gzipSync(body).length / 1024;
}

/** Loads a page with an empty cache and weighs each script and style that the browser really asked for, as gzip. */
async function weigh(page: Page, address: string): Promise<Weight> {
  const bodies: Promise<{ kind: string; kib: number }>[] = [];
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  page.on('response', (response) => {
    const kind = response.request().resourceType();
    if (kind === 'script' || kind === 'stylesheet') bodies.push(response.body().then((body) => ({ kind, kib: gzipKib(body) })));
  });
  await page.goto(address, { waitUntil: 'load' });
  await page.getByRole('heading').first().waitFor();
  // Chunks that the page asks for by itself right after it stands belong to the first page.
  await page.waitForTimeout(1_000);
  const weights = await Promise.all(bodies);
  const sum = (kind: string) => weights.filter((weight) => weight.kind === kind).reduce((total, { kib }) => total + kib, 0);
  return { scripts: sum('script'), styles: sum('stylesheet'), files: weights.length };
}

/** React and its DOM renderer with one paragraph, built the same way: what no React page can go below. */
async function weighReactAlone(): Promise<number> {
  const entry = 'virtual:bare';
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      {
        name: 'bare',
        resolveId: (id) => (id === entry ? entry : undefined),
        load: (id) => (id === entry ? "import { createElement } from 'react';\nimport { createRoot } from 'react-dom/client';\ncreateRoot(document.body).render(createElement('p'));" : undefined),
      },
    ],
    build: { write: false, rolldownOptions: { input: entry } },
  });
  const outputs = [result].flat().flatMap((part) => ('output' in part ? part.output : []));
  return outputs.reduce((total, file) => total + (file.type === 'chunk' ? gzipKib(Buffer.from(file.code)) : 0), 0);
}

function figures(name: string, weight: Weight, bare: number): Figure[] {
  return [
    { what: `${name}: scripts`, value: weight.scripts, unit: 'KiB', aim: { atMost: SCRIPT_AIM_KIB }, bare: { what: 'react + react-dom', value: bare }, note: `${weight.files} files` },
    { what: `${name}: styles`, value: weight.styles, unit: 'KiB' },
  ];
}

export const bench: Bench = {
  purpose: 'gzip size of the scripts and styles that a browser loads for a first page, cache empty',
  async measure() {
    const bare = await weighReactAlone();
    const product = await startProduct();
    const browser = await openBrowser();
    try {
      const administrator = await browser.newPage({ baseURL: product.baseURL });
      await signInAdministrator(administrator, product.setupURL);
      const signedIn = await administrator.context().newPage();
      const workbench = await weigh(signedIn, '/');
      const stranger = await browser.newPage({ baseURL: product.baseURL });
      const signIn = await weigh(stranger, '/');
      return [...figures('sign-in', signIn, bare), ...figures('workbench', workbench, bare)];
    } finally {
      await browser.close();
      await product.stop();
    }
  },
};
