import type { ServerResponse } from 'node:http';
import pg from 'pg';
import type { RecordedEvent } from './events.ts';
import type { Log } from './log.ts';

const CHANNEL = 'muster_events';
const GATHER_MS = 25;
const HEARTBEAT_MS = 25_000;
const RECONNECT_MS = 1_000;
const MAX_PER_PERSON = 8;

/** What crosses the wire: enough to know what to ask again, never the content itself. */
export interface LiveNote {
  readonly campaignId: string | null;
  readonly kind: string;
  readonly subjectId: string | null;
  readonly actorId: string | null;
  /** For pages that listen for this kind; nothing else there changes. */
  readonly passing?: true;
}

/** Tells people, and nobody else, that something for them alone changed; they ask what it is. */
interface PersonalNote {
  readonly to: readonly string[];
}

/** A NOTIFY payload holds at most 8,000 bytes. */
const PAYLOAD_BYTES = 7_500;
/** An id is 39 bytes in JSON. */
const PEOPLE_PER_NOTE = 100;

interface Follower {
  readonly userId: string;
  /** What of a note this page may know; undefined for nothing. */
  readonly shown: (note: LiveNote) => LiveNote | undefined;
  readonly response: ServerResponse;
}

/**
 * Tells pages of changes: committed events are gathered for a moment and sent by NOTIFY, outside the transactions
 * (a NOTIFY inside one would make all commits wait for each other), and every server process passes them to its followers.
 */
export class LiveHub {
  readonly #databaseUrl: string;
  readonly #log: Log;
  readonly #followers = new Set<Follower>();
  readonly #listeners = new Set<(note: LiveNote) => void>();
  #waiting: (LiveNote | PersonalNote)[] = [];
  #client: pg.Client | undefined;
  #closed = false;
  #heartbeat: NodeJS.Timeout | undefined;

  constructor(databaseUrl: string, log: Log) {
    this.#databaseUrl = databaseUrl;
    this.#log = log;
  }

  async open(): Promise<void> {
    await this.#connect();
    this.#heartbeat = setInterval(() => {
      for (const follower of this.#followers) follower.response.write(': still here\n\n');
    }, HEARTBEAT_MS).unref();
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#databaseUrl, application_name: 'muster-live' });
    client.on('error', () => undefined);
    client.on('end', () => {
      this.#client = undefined;
      if (!this.#closed) setTimeout(() => this.#reconnect(), RECONNECT_MS).unref();
    });
    client.on('notification', (message) => {
      for (const note of JSON.parse(message.payload ?? '[]') as (LiveNote | PersonalNote)[]) this.#pass(note);
    });
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    this.#client = client;
  }

  #reconnect(): void {
    this.#connect().then(
      () => {
        // What was missed in between is unknown: everyone asks again.
        for (const follower of this.#followers) follower.response.write('event: resync\ndata: {}\n\n');
      },
      () => {
        if (!this.#closed) setTimeout(() => this.#reconnect(), RECONNECT_MS).unref();
      },
    );
  }

  /** Called after a commit. */
  publish(events: readonly RecordedEvent[]): void {
    this.#gather(events.map((event) => ({ campaignId: event.campaignId ?? null, kind: event.kind, subjectId: event.subject.id ?? null, actorId: event.actorId, ...(event.passing ? { passing: true } : {}) })));
  }

  /** Called after a commit that concerns these people alone: their pages hear `notice`, nobody else's hear anything. */
  tell(userIds: readonly string[]): void {
    const notes: PersonalNote[] = [];
    for (let i = 0; i < userIds.length; i += PEOPLE_PER_NOTE) notes.push({ to: userIds.slice(i, i + PEOPLE_PER_NOTE) });
    this.#gather(notes);
  }

  #gather(notes: readonly (LiveNote | PersonalNote)[]): void {
    if (notes.length === 0) return;
    if (this.#waiting.length === 0) setTimeout(() => void this.#send(), GATHER_MS).unref();
    this.#waiting.push(...notes);
  }

  async #send(): Promise<void> {
    const notes = this.#waiting;
    this.#waiting = [];
    try {
      if (!this.#client) throw new Error('not connected');
      for (const payload of payloadsOf(notes)) await this.#client.query('select pg_notify($1, $2)', [CHANNEL, payload]);
    } catch (error) {
      this.#log.warn({ reason: String(error) }, 'live notes passed on within this process only');
      for (const note of notes) this.#pass(note);
    }
  }

  #pass(note: LiveNote | PersonalNote): void {
    if ('to' in note) {
      for (const follower of this.#followers) if (note.to.includes(follower.userId)) follower.response.write('event: notice\ndata: {}\n\n');
      return;
    }
    for (const listen of this.#listeners) listen(note);
    for (const follower of this.#followers) {
      const shown = follower.shown(note);
      if (shown) follower.response.write(`event: change\ndata: ${JSON.stringify(shown)}\n\n`);
    }
  }

  listen(listener: (note: LiveNote) => void): void {
    this.#listeners.add(listener);
  }

  /** Streams notes to one page until it goes away. */
  follow(userId: string, shown: Follower['shown'], response: ServerResponse): void {
    const own = [...this.#followers].filter((follower) => follower.userId === userId);
    // The oldest page makes room for the newest; it falls back to asking when it is looked at again.
    if (own.length >= MAX_PER_PERSON) own[0]?.response.end();
    const follower: Follower = { userId, shown, response };
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    response.write('retry: 2000\nevent: hello\ndata: {}\n\n');
    this.#followers.add(follower);
    response.on('close', () => this.#followers.delete(follower));
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#heartbeat);
    for (const follower of this.#followers) follower.response.end();
    await this.#client?.end();
  }
}

/** The notes as JSON lists that each fit one NOTIFY. */
function payloadsOf(notes: readonly object[]): string[] {
  const payloads: string[] = [];
  let list = '';
  for (const note of notes) {
    const text = JSON.stringify(note);
    if (list !== '' && Buffer.byteLength(list) + Buffer.byteLength(text) > PAYLOAD_BYTES) {
      payloads.push(`[${list}]`);
      list = '';
    }
    list += list === '' ? text : `,${text}`;
  }
  return list === '' ? payloads : [...payloads, `[${list}]`];
}
