import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { getMe } from '#features/account/account.contract.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import type { DayAction } from '../../work/schedule.day.rules.ts';
import type { MyDay } from '../../work/schedule.work.contract.ts';
import { flagUnsent } from './my-day-unsent.ts';

/** Why the server did not take an action; it waits for what the person decides. */
export interface Refusal {
  readonly code: string;
  /** The server's own sentence. */
  readonly title: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The bytes, not a Blob: some browsers lose what a stored Blob points to. */
export interface StoredPhoto {
  readonly bytes: ArrayBuffer;
  readonly type: string;
}

export type QueuedAction = DayAction & {
  /** Its place in the order; given by the database. */
  readonly seq: number;
  /** Attempts that ended in a broken server, not in a broken line. */
  readonly faults: number;
  readonly refusal: Refusal | null;
  readonly photo: StoredPhoto | null;
};
export type NewAction = Omit<QueuedAction, 'seq'>;

/** What was read last, so that the page opens without network. */
export interface KeptDay {
  readonly me: OutputOf<typeof getMe>;
  readonly day: MyDay;
}

interface MyDayDatabase extends DBSchema {
  queue: { key: number; value: QueuedAction };
  kept: { key: 'day'; value: KeptDay };
}

let opened: Promise<IDBPDatabase<MyDayDatabase>> | undefined;

async function database(): Promise<IDBPDatabase<MyDayDatabase>> {
  opened ??= openDB<MyDayDatabase>('muster-my-day', 1, {
    upgrade(db) {
      db.createObjectStore('queue', { keyPath: 'seq', autoIncrement: true });
      db.createObjectStore('kept');
    },
    // Another tab with a later version, or a browser that closed it: the next use opens it again.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    terminated: () => { opened = undefined; },
  });
  try {
    return await opened;
  } catch (error) {
    opened = undefined;
    throw error;
  }
}

/** In the order in which they were done; of this person alone. */
export async function listActions(personId: string): Promise<readonly QueuedAction[]> {
  const all = await (await database()).getAll('queue');
  flagUnsent(all.length > 0);
  return all.filter((action) => action.personId === personId);
}

export async function storeAction(action: NewAction): Promise<void> {
  flagUnsent(true);
  await (await database()).add('queue', action as QueuedAction);
}

export async function replaceAction(action: QueuedAction): Promise<void> {
  const transaction = (await database()).transaction('queue', 'readwrite');
  // Another tab may have sent it meanwhile: what is gone does not come back.
  if (await transaction.store.get(action.seq)) await transaction.store.put(action);
  await transaction.done;
}

export async function deleteAction(seq: number): Promise<void> {
  await (await database()).delete('queue', seq);
}

export async function keepDay(kept: KeptDay): Promise<void> {
  await (await database()).put('kept', kept, 'day');
}

export async function readKeptDay(): Promise<KeptDay | undefined> {
  return (await database()).get('kept', 'day');
}

/** What a person leaves behind when they sign out: nothing. Others' unsent actions stay. */
export async function forgetPerson(personId: string): Promise<void> {
  const db = await database();
  await db.delete('kept', 'day');
  for (const { seq } of await listActions(personId)) await db.delete('queue', seq);
  flagUnsent((await db.count('queue')) > 0);
}
