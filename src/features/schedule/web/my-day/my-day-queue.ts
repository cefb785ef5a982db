import type { QueryClient } from '@tanstack/react-query';
import { ClientProblem } from '#platform/web/client.ts';
import { leavesOpen } from '#platform/web/intent.ts';
import { keyOf } from '#platform/web/query.ts';
import { withActions } from '../../work/schedule.day.rules.ts';
import { listMyDay, type MyDay } from '../../work/schedule.work.contract.ts';
import { sendAction } from './my-day-send.ts';
import { deleteAction, listActions, replaceAction, storeAction, type NewAction, type QueuedAction } from './my-day-storage.ts';

export interface QueueState {
  /** Not taken by the server yet, in order. */
  readonly waiting: readonly QueuedAction[];
  /** The person must decide. */
  readonly refused: readonly QueuedAction[];
  readonly sending: boolean;
  /** Nothing goes out until the person has signed in again. */
  readonly signedOut: boolean;
}

const EMPTY: QueueState = { waiting: [], refused: [], sending: false, signedOut: false };
const RETRY_MS = [2_000, 5_000, 15_000, 30_000] as const;
/** A server that breaks on one action so often shall not hold up the others. */
const MOST_FAULTS = 4;
const LOCK = 'muster-my-day';

/** What was done on my day and is not on the server yet. It lives in the browser's database; this is its one reader and sender in a tab. */
class DayQueue {
  #state: QueueState = EMPTY;
  #personId = '';
  #queries: QueryClient | undefined;
  #running: Promise<void> | undefined;
  #again = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  readonly #listeners = new Set<() => void>();
  readonly #tabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(LOCK);

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
  readonly getState = (): QueueState => this.#state;

  /** Shows and sends what waits of this person. Calling it again is harmless. */
  async start(personId: string, queries: QueryClient): Promise<void> {
    this.#queries = queries;
    if (this.#personId === personId) return;
    this.#personId = personId;
    window.addEventListener('online', this.#now);
    document.addEventListener('visibilitychange', this.#now);
    this.#tabs?.addEventListener('message', () => void this.#load());
    await this.#load();
    this.#now();
  }

  /** Resolves when it is kept, which is when nothing can lose it any more. */
  async add(action: Omit<NewAction, 'refusal' | 'faults'>): Promise<void> {
    await storeAction({ ...action, refusal: null, faults: 0 });
    // A browser that is short of room asks first.
    void navigator.storage?.persist?.().catch(() => undefined);
    await this.#changed();
    this.#now();
  }

  /** Once more, after the person has looked; `change` is what they decided. */
  async retry(action: QueuedAction, change: Partial<QueuedAction> = {}): Promise<void> {
    // A new wish has a new key; the same one keeps its own.
    const isChanged = Object.keys(change).length > 0;
    await replaceAction({ ...action, ...change, ...(isChanged ? { id: crypto.randomUUID() } : {}), refusal: null, faults: 0 } as QueuedAction);
    await this.#changed();
    this.#now();
  }

  async discard(action: QueuedAction): Promise<void> {
    await deleteAction(action.seq);
    await this.#changed();
  }

  readonly #now = (): void => {
    if (document.visibilityState === 'hidden' && !navigator.onLine) return;
    this.#failures = 0;
    this.#send();
  };

  #send(): void {
    clearTimeout(this.#timer);
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = this.#inTurn().finally(() => {
      this.#running = undefined;
      if (this.#again) {
        this.#again = false;
        this.#send();
      }
    });
  }

  /** One tab sends at a time; the others look again later. Without locks two may send the same, which changes nothing. */
  async #inTurn(): Promise<void> {
    if (!this.#state.waiting.length) return;
    if (!('locks' in navigator)) return this.#drain();
    await navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => (lock ? this.#drain() : this.#later()));
  }

  async #drain(): Promise<void> {
    this.#set({ sending: true, signedOut: false });
    const campaigns = new Set<string>();
    try {
      for (;;) {
        const next = (await listActions(this.#personId)).find((action) => action.refusal === null);
        if (!next || !(await this.#sendOne(next))) break;
        campaigns.add(next.campaignId);
      }
    } catch {
      this.#later(); // the browser's database did not answer
    } finally {
      this.#set({ sending: false });
    }
    if (campaigns.size > 0) await this.#queries?.invalidateQueries({ predicate: ({ queryKey: [scope] }) => scope === '' || campaigns.has(String(scope)) });
  }

  /** Resolves to whether the next one may go. */
  async #sendOne(action: QueuedAction): Promise<boolean> {
    try {
      await sendAction(action);
    } catch (error) {
      return this.#unsent(action, error);
    }
    this.#failures = 0;
    // What is shown stays as it is until the server's own answer comes.
    this.#queries?.setQueryData<MyDay>(keyOf(listMyDay, {}), (day) => day && { ...day, tasks: [...withActions(day.tasks, [action])] });
    await deleteAction(action.seq);
    await this.#changed();
    return true;
  }

  async #unsent(action: QueuedAction, error: unknown): Promise<boolean> {
    const problem = error instanceof ClientProblem ? error : undefined;
    if (problem?.code === 'access.signed_out') {
      this.#set({ signedOut: true });
      return false;
    }
    const isOpen = leavesOpen(error) || problem?.status === 429 || problem?.status === 408;
    const isFault = isOpen && (problem?.status ?? 0) >= 500 && ![502, 503, 504].includes(problem?.status ?? 0);
    if (isOpen && (!isFault || action.faults + 1 < MOST_FAULTS)) {
      if (isFault) await replaceAction({ ...action, faults: action.faults + 1 });
      this.#later();
      return false;
    }
    await replaceAction({ ...action, refusal: { code: problem?.code ?? 'server.failed', title: problem?.title ?? '', data: problem?.data ?? {} } });
    await this.#changed();
    return true;
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#send(), RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)]);
    this.#failures += 1;
  }

  async #changed(): Promise<void> {
    await this.#load();
    this.#tabs?.postMessage('changed');
  }

  async #load(): Promise<void> {
    if (this.#personId === '') return;
    const all = await listActions(this.#personId);
    this.#set({ waiting: all.filter((action) => action.refusal === null), refused: all.filter((action) => action.refusal !== null) });
  }

  #set(change: Partial<QueueState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

export const dayQueue = new DayQueue();
