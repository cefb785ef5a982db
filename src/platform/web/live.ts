import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';

/** How this page hears of other people's changes. `offline`: it has not for a while. */
export type LiveState = 'connecting' | 'live' | 'offline';

/** What the server tells: that something of a campaign (or of none) changed, never the content itself. */
export interface LiveNote {
  readonly campaignId: string | null;
  readonly kind: string;
  readonly subjectId?: string | null;
  readonly actorId?: string | null;
  /** Only for those who listen: nothing is asked again because of it. */
  readonly passing?: true;
}

const listeners = new Set<(note: LiveNote) => void>();

/** Hears every note of the campaign that the page follows; `resync` when some may have been missed. Returns how to stop. */
export function listenLive(listener: (note: LiveNote) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

const pass = (note: LiveNote): void => {
  for (const listen of listeners) listen(note);
};
const RESYNC: LiveNote = { campaignId: null, kind: 'resync' };

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** Notes that come close together become one refresh. */
const GATHER_MS = 120;
/** A hidden page lets go of its connection: a browser allows six per site over all its tabs. */
const HIDDEN_MS = 30_000;

/** One connection for the page; it reconnects by itself, more and more slowly. */
export class LiveConnection {
  readonly #queries: QueryClient;
  readonly #address: string;
  readonly #listeners = new Set<() => void>();
  #source: EventSource | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #hideTimer: ReturnType<typeof setTimeout> | undefined;
  #gather: ReturnType<typeof setTimeout> | undefined;
  #changed = new Set<string>();
  #attempts = 0;
  #stopped = true;
  #missed = false;
  state: LiveState = 'connecting';

  constructor(queries: QueryClient, campaignId: string | undefined) {
    this.#queries = queries;
    this.#address = campaignId ? `/api/live?campaignId=${campaignId}` : '/api/live';
  }

  start(): void {
    this.#stopped = false;
    document.addEventListener('visibilitychange', this.#onVisibility);
    window.addEventListener('online', this.#onOnline);
    this.#connect();
  }

  stop(): void {
    this.#stopped = true;
    document.removeEventListener('visibilitychange', this.#onVisibility);
    window.removeEventListener('online', this.#onOnline);
    clearTimeout(this.#timer);
    clearTimeout(this.#hideTimer);
    clearTimeout(this.#gather);
    this.#close();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #set(state: LiveState): void {
    if (this.state === state) return;
    this.state = state;
    for (const listener of this.#listeners) listener();
  }

  #close(): void {
    this.#source?.close();
    this.#source = undefined;
  }

  #connect(): void {
    if (this.#stopped || this.#source) return;
    const source = new EventSource(this.#address);
    this.#source = source;
    source.addEventListener('hello', () => {
      if (this.#missed) this.#resync();
      this.#missed = false;
      this.#attempts = 0;
      this.#set('live');
    });
    source.addEventListener('resync', () => this.#resync());
    source.addEventListener('change', (event: MessageEvent<string>) => {
      const note = JSON.parse(event.data) as LiveNote;
      pass(note);
      if (!note.passing) this.#note(note);
    });
    // For this person alone: what they are told hangs on no campaign, whichever one the page follows.
    source.addEventListener('notice', () => this.#note({ campaignId: null, kind: 'notice' }));
    source.addEventListener('error', () => this.#retry());
  }

  #resync(): void {
    void this.#queries.invalidateQueries();
    pass(RESYNC);
  }

  #retry(): void {
    this.#close();
    this.#missed = true;
    this.#attempts += 1;
    if (this.#attempts > 1 || !navigator.onLine) this.#set('offline');
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (this.#attempts - 1));
    clearTimeout(this.#timer);
    // Up to a quarter more, so that not all pages return in the same moment.
    this.#timer = setTimeout(() => this.#connect(), wait * (1 + Math.random() / 4));
  }

  #note(note: LiveNote): void {
    this.#changed.add(note.campaignId ?? '');
    this.#gather ??= setTimeout(() => {
      const changed = this.#changed;
      this.#changed = new Set();
      this.#gather = undefined;
      // Lists across campaigns hang on '' and may show any of them.
      void this.#queries.invalidateQueries({ predicate: (query) => query.queryKey[0] === '' || changed.has(String(query.queryKey[0])) });
    }, GATHER_MS);
  }

  readonly #onOnline = (): void => {
    this.#attempts = 0;
    clearTimeout(this.#timer);
    this.#connect();
  };

  readonly #onVisibility = (): void => {
    clearTimeout(this.#hideTimer);
    if (document.visibilityState === 'hidden') {
      this.#hideTimer = setTimeout(() => {
        this.#missed = true;
        clearTimeout(this.#timer);
        this.#close();
      }, HIDDEN_MS);
    } else this.#onOnline();
  };
}

/**
 * Keeps the page's data fresh while the component is mounted, and tells whether it does. The server names the changes
 * of the campaign that is followed; of all others a page learns only that something changed, so lists are asked again.
 */
export function useLive(campaignId: string | undefined): LiveState {
  const queries = useQueryClient();
  const connection = useMemo(() => new LiveConnection(queries, campaignId), [queries, campaignId]);
  useEffect(() => {
    connection.start();
    return () => connection.stop();
  }, [connection]);
  return useSyncExternalStore(connection.subscribe, () => connection.state);
}

function followNetwork(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** Whether the device believes to have a network. */
export const useOnline = (): boolean => useSyncExternalStore(followNetwork, () => navigator.onLine);
