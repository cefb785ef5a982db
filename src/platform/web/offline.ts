/** The worker is written by the build; see `apps/web/offline/`. */
const WORKER = '/offline-worker.js';

/** Has the browser open a page of this address without network, too. Other pages are not touched. Nothing where the browser cannot (no HTTPS). */
export function keepPageOffline(path: string): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // The page works without it while there is network; the next visit tries again.
  void navigator.serviceWorker.register(WORKER, { scope: path }).catch(() => undefined);
}
