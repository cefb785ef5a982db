import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Caller } from '#platform/shared/actor.ts';
import type { AnyOperation } from '#platform/shared/contract.ts';
import { problemMessages } from '#platform/shared/problem.messages.ts';
import { invalid, Problem } from '#platform/shared/problem.ts';
import type { Database, Reader, Tx } from './db/database.ts';
import { WITH_COMMIT } from './db/pipelined-driver.ts';

/** The header that tells a repeat of a request from a second one. */
export const KEY_HEADER = 'idempotency-key';
/** Printable ASCII. Eight characters are the least that is not hit by chance. */
const KEY_PATTERN = /^[\x20-\x7e]{8,200}$/;
const KEEP_DAYS = 7;
/** An operation that answers more than this is not one to be marked `idempotent`. */
const LARGEST_ANSWER = 1024 * 1024;

/** One request of one person, told apart from every other one. */
export interface Claim {
  readonly actorId: string;
  readonly key: string;
  readonly operation: string;
  /** SHA-256 of the checked input. */
  readonly inputHash: Buffer;
}

export interface KeptAnswer {
  readonly answer: unknown;
}

interface Keyed {
  readonly caller: Caller;
  /** The header as it came. */
  readonly idempotencyKey?: string | undefined;
}

/** The key, where the operation honours one and a person stands behind it. */
function keyOf(operation: AnyOperation, { caller, idempotencyKey }: Keyed): string | undefined {
  return operation.idempotent && caller.actor ? idempotencyKey : undefined;
}

/**
 * What a request that carries a key is known by; undefined for one that carries none.
 *
 * @throws `request.invalid` for a key of another form
 */
export function claimOf(operation: AnyOperation, request: Keyed, input: unknown): Claim | undefined {
  const key = keyOf(operation, request);
  if (key === undefined) return undefined;
  if (!KEY_PATTERN.test(key)) throw invalid([{ path: KEY_HEADER, message: problemMessages[request.caller.locale].fields.format }]);
  return { actorId: request.caller.actor?.userId ?? '', key, operation: operation.id, inputHash: hashOf(input) };
}

/** The bytes of an upload are hashed as they are: as JSON they would be four times as long. */
function hashOf(input: unknown): Buffer {
  const { upload, ...parts } = input as { readonly upload?: { readonly name: string; readonly bytes: Buffer } };
  const hash = createHash('sha256').update(JSON.stringify({ ...parts, name: upload?.name }));
  return (upload ? hash.update(upload.bytes) : hash).digest();
}

/**
 * Keeps the answer in the transaction of the change, as its last statement: it leaves with the COMMIT and costs no round trip.
 * Of two equal requests at one moment the second waits here for the first, fails on the key, and takes back what it did.
 */
export async function keepAnswer(tx: Tx, claim: Claim, answer: unknown): Promise<void> {
  const text = JSON.stringify(answer ?? null);
  if (text.length > LARGEST_ANSWER) throw new Error(`${claim.operation} answers ${text.length} characters, too many to keep`);
  await sql`${sql.raw(WITH_COMMIT)}insert into idempotency_keys (actor_id, key, operation, input_hash, answer)
    values (${claim.actorId}, ${claim.key}, ${claim.operation}, ${claim.inputHash}, ${text}::jsonb)`.execute(tx);
}

/**
 * The answer of the earlier run, if there was one.
 *
 * @throws `request.key_reused` when the key came with another operation or another input
 */
export async function findAnswer(db: Database, claim: Claim): Promise<KeptAnswer | undefined> {
  const kept = await db.selectFrom('idempotency_keys').select(['operation', 'input_hash', 'answer'])
    .where('actor_id', '=', claim.actorId).where('key', '=', claim.key).executeTakeFirst();
  if (!kept) return undefined;
  if (kept.operation !== claim.operation || !kept.input_hash.equals(claim.inputHash)) throw new Problem('request.key_reused', 422);
  return { answer: kept.answer ?? undefined };
}

/** Deletes the answers that nobody will ask for again; returns how many. For a daily job. */
export async function forgetOldKeys(db: Reader): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('idempotency_keys').where('created_at', '<', sql<string>`now() - make_interval(days => ${KEEP_DAYS})`).executeTakeFirst();
  return Number(numDeletedRows);
}

const running = new WeakMap<Database, Map<string, Promise<unknown>>>();

/**
 * Lets the requests of one person with one key run one after the other. The database alone sees to it that they change something once;
 * here a repeat waits for the first one's end, so that it cannot be refused by what the first one is just overcoming and
 * leave the person believing that nothing was done. It holds no connection while it waits.
 */
export async function inTurn<T>(db: Database, operation: AnyOperation, request: Keyed, run: () => Promise<T>): Promise<T> {
  const key = keyOf(operation, request);
  if (key === undefined) return run();
  const turns = running.get(db) ?? new Map<string, Promise<unknown>>();
  running.set(db, turns);
  const name = `${request.caller.actor?.userId ?? ''} ${key}`;
  const mine = (turns.get(name) ?? Promise.resolve()).then(run, run);
  turns.set(name, mine);
  try {
    return await mine;
  } finally {
    if (turns.get(name) === mine) turns.delete(name);
  }
}
