import * as Y from 'yjs';
import { Problem } from '#platform/shared/problem.ts';

/** Where in the shared document the text lies, the same as on the server. */
export const TEXT_FIELD = 'text';

/** How the words of this page stand to those of the server. `frozen`: the plan is no draft any more; `gone`: the section was deleted; `refused`: see `reason`. */
export type SyncState = 'saved' | 'saving' | 'offline' | 'frozen' | 'gone' | 'refused';

/** What was written and has not arrived, kept in the browser: a closed window loses nothing. */
export interface Stash {
  read(): Uint8Array | undefined;
  write(update: Uint8Array | undefined): void;
}

export interface SyncWire {
  /** Merges an update on the server; answers the revision that has it. */
  send(update: Uint8Array): Promise<number>;
  /** What came after a revision. */
  since(revision: number): Promise<{ readonly revision: number; readonly updates: readonly Uint8Array[] }>;
}

interface Start {
  readonly state: Uint8Array | null;
  readonly revision: number;
}

/** Typing is gathered this long before it is sent; who types on and on is sent anyway after the second. */
const GATHER_MS = 800;
const LONGEST_GATHER_MS = 2_500;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 15_000;

const REMOTE = Symbol('remote');
const mayPass = (problem: Problem): boolean => problem.status === 0 || problem.status >= 500 || [401, 408, 429].includes(problem.status);

/**
 * One section's text, shared with the other writers through the server. Whatever is typed goes into the document at once; it is sent in the order
 * typed, again and again until it has arrived, and an update that arrives twice changes nothing. What others wrote is fetched by `pull`.
 */
export class SectionSync {
  readonly doc = new Y.Doc();
  readonly #wire: SyncWire;
  readonly #stash: Stash;
  readonly #listeners = new Set<() => void>();
  #revision: number;
  #pending: Uint8Array[] = [];
  #sending = false;
  #pulling: Promise<void> | undefined;
  #pullAgain = false;
  #waitingSince = 0;
  #retries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;
  state: SyncState = 'saved';
  /** The server's sentence when it refused. */
  reason = '';

  constructor(start: Start, wire: SyncWire, stash: Stash) {
    this.#wire = wire;
    this.#stash = stash;
    this.#revision = start.revision;
    if (start.state) Y.applyUpdate(this.doc, start.state, REMOTE);
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== REMOTE) this.#keep(update);
    });
    const kept = stash.read();
    if (kept) this.#restore(kept);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getState = (): SyncState => this.state;

  /** True while words are here that the server does not have. */
  get isAhead(): boolean {
    return this.#pending.length > 0 || this.#sending;
  }

  /** Begins or goes on; the page shows the section. */
  start(): void {
    this.#stopped = false;
    if (this.#pending.length > 0) this.#soon(0);
  }

  /** The page goes away: what is left is sent once more. */
  stop(): void {
    void this.flush();
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  #set(state: SyncState): void {
    if (this.state === state) return;
    this.state = state;
    for (const listener of this.#listeners) listener();
  }

  #restore(kept: Uint8Array): void {
    try {
      Y.applyUpdate(this.doc, kept);
    } catch {
      this.#stash.write(undefined); // no update of ours
    }
    // Words that had arrived before the window closed change nothing and need not be sent.
    if (this.#pending.length === 0) this.#stash.write(undefined);
  }

  #keep(update: Uint8Array): void {
    this.#pending.push(update);
    this.#stash.write(Y.mergeUpdates(this.#pending));
    if (this.state === 'frozen' || this.state === 'gone') return;
    if (this.state !== 'offline') this.#set('saving');
    this.#waitingSince ||= Date.now();
    this.#soon(Math.min(GATHER_MS, Math.max(0, this.#waitingSince + LONGEST_GATHER_MS - Date.now())));
  }

  #soon(wait: number): void {
    clearTimeout(this.#timer);
    if (!this.#stopped) this.#timer = setTimeout(() => void this.flush(), wait);
  }

  /** Sends what is waiting, now. */
  async flush(): Promise<void> {
    if (this.#sending || this.#pending.length === 0 || this.state === 'frozen' || this.state === 'gone') return;
    clearTimeout(this.#timer);
    this.#sending = true;
    this.#waitingSince = 0;
    const count = this.#pending.length;
    try {
      const revision = await this.#wire.send(Y.mergeUpdates(this.#pending));
      this.#pending.splice(0, count);
      this.#retries = 0;
      if (revision === this.#revision + 1) this.#revision = revision;
      else if (revision > this.#revision) void this.pull();
      this.#stash.write(this.#pending.length > 0 ? Y.mergeUpdates(this.#pending) : undefined);
      this.#set(this.#pending.length > 0 ? 'saving' : 'saved');
    } catch (error) {
      this.#failed(error);
    } finally {
      this.#sending = false;
    }
    if (this.#pending.length > 0) this.#soon(this.#pause());
  }

  #pause(): number {
    return this.#retries === 0 ? GATHER_MS : Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (this.#retries - 1));
  }

  #failed(error: unknown): void {
    this.#retries += 1;
    if (!(error instanceof Problem) || mayPass(error)) return this.#set('offline');
    if (error.code === 'plan.text_behind' && this.#retries === 1) {
      // The server lacks what this builds on, as after a restored backup: it is given everything.
      this.#pending = [Y.encodeStateAsUpdate(this.doc)];
      return undefined;
    }
    this.reason = error.message;
    return this.#set(error.status === 403 ? 'frozen' : error.code === 'plan.section_gone' || error.status === 404 ? 'gone' : 'refused');
  }

  /** Someone else wrote, or a while was spent without a network: fetches what is new, and sends what waits. */
  pull(): Promise<void> {
    if (this.#pulling) {
      this.#pullAgain = true;
      return this.#pulling;
    }
    this.#pulling = this.#fetch().finally(() => {
      this.#pulling = undefined;
      if (this.#pullAgain) {
        this.#pullAgain = false;
        void this.pull();
      }
    });
    return this.#pulling;
  }

  async #fetch(): Promise<void> {
    try {
      const { revision, updates } = await this.#wire.since(this.#revision);
      if (updates.length > 0) this.doc.transact(() => {
        for (const update of updates) Y.applyUpdate(this.doc, update, REMOTE);
      }, REMOTE);
      this.#revision = revision;
    } catch (error) {
      if (error instanceof Problem && error.code === 'plan.section_gone') this.#set('gone');
      // Everything else passes: the next note or the next focus asks again.
    }
    if (this.#pending.length > 0 && this.state === 'offline') this.#soon(0);
  }

  /** The plan is a draft again: what could not be sent goes now. */
  thaw(): void {
    if (this.state !== 'frozen') return;
    this.#retries = 0;
    this.#set(this.#pending.length > 0 ? 'saving' : 'saved');
    this.#soon(0);
  }
}
