/**
 * Opens the pages of its scope (my day) without network: the page itself and the assets that it needs, as one build made them.
 * It answers nothing else: no address of the API, no other page. A new build is a new worker with files of its own, which takes over at once;
 * with network the page always comes from the server.
 */

/** Written in by the build: what the page is made of, and the name of the build. */
declare const __OFFLINE_FILES__: readonly string[];
declare const __OFFLINE_VERSION__: string;

interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Waiting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface WorkerScope {
  readonly location: Location;
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Waiting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
}
declare const self: WorkerScope;

const PREFIX = 'muster-page-';
const NAME = `${PREFIX}${__OFFLINE_VERSION__}`;
const files = new Set(__OFFLINE_FILES__);
/** A line that is there in name only: the kept page is better than a white one. */
const PATIENCE_MS = 4_000;

async function install(): Promise<void> {
  const cache = await caches.open(NAME);
  const page = await fetch(self.registration.scope, { cache: 'no-store' });
  // While a new build is put in place, page and files may not fit each other: the next visit tries again.
  if (!page.ok || !(await page.clone().text()).includes(__OFFLINE_FILES__[0] ?? '')) throw new Error('The page is of another build.');
  await cache.addAll([...files]);
  await cache.put(self.registration.scope, page);
  await self.skipWaiting();
}

async function activate(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && name !== NAME) await caches.delete(name);
  await self.clients.claim();
}

/** From the server while it answers, else what is kept under the address. */
async function serverFirst(request: Request, address: string): Promise<Response> {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch (error) {
    const kept = await (await caches.open(NAME)).match(address);
    if (kept) return kept;
    throw error;
  }
}

/** The names of assets carry their hash, so what is kept is what the server has. */
async function openAsset(request: Request): Promise<Response> {
  return (await (await caches.open(NAME)).match(request.url)) ?? fetch(request);
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin || pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') event.respondWith(serverFirst(request, self.registration.scope));
  else if (files.has(pathname)) event.respondWith(pathname.startsWith('/assets/') ? openAsset(request) : serverFirst(request, request.url));
});

export {};
