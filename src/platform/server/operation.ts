import type { Readable } from 'node:stream';
import type { Actor, Caller } from '#platform/shared/actor.ts';
import type { AnyOperation, InputOf, OutputOf, ThingOf } from '#platform/shared/contract.ts';
import { denied, notFound, signedOut } from '#platform/shared/problem.ts';
import type { Database, Reader, Tx } from './db/database.ts';
import { appendEvents, type Change, type RecordedEvent } from './events.ts';
import type { Log } from './log.ts';

/** A file to download. */
export interface FileAnswer {
  readonly name: string;
  readonly mediaType: string;
  readonly body: Buffer | Readable;
}

/** What a handler works with. `Db` is a transaction for a write, the pool for a read. */
export interface Work<Thing = undefined, Db = Tx> {
  readonly db: Db;
  readonly caller: Caller;
  /** The person; only public operations may lack one, and those use `caller.actor`. */
  readonly actor: Actor;
  readonly thing: Thing;
  readonly headers: Headers;
  /** Appends to the event log when the handler has finished, in the same transaction. Reactions of later features run at once. */
  record(change: Change): Promise<void>;
  /** A `Set-Cookie` line for the answer. */
  setCookie(line: string): void;
  readonly log: Log;
}

export type ReadWork<Thing = undefined> = Work<Thing, Database>;

export interface Upload {
  readonly upload: { readonly name: string; readonly bytes: Buffer };
}

type AnswerOf<Op extends AnyOperation> = Op['response'] extends 'file' ? FileAnswer : OutputOf<Op>;

export interface Handler {
  readonly operation: AnyOperation;
  // oxlint-disable-next-line typescript/no-explicit-any -- a list of handlers of every shape; `handle` checks each one
  readonly run: (work: any, input: any) => Promise<any>;
}

/** Binds a contract's operation to the service function that carries it out. */
export function handle<Op extends AnyOperation>(
  operation: Op,
  run: (work: Work<ThingOf<Op>, Op['method'] extends 'GET' ? Database : Tx>, input: InputOf<Op>) => Promise<AnswerOf<Op>>,
): Handler {
  return { operation, run };
}

/** How the thing is held until the transaction ends: not at all (a read), with others, or alone. */
export type Lock = 'none' | 'share' | 'alone';
/** Loads the thing that an operation's access is decided on; `lock` holds it until the transaction ends. */
export type ScopeLoader = (db: Reader, params: Record<string, string>, actor: Actor, lock: Lock) => Promise<unknown>;
/** What later features do when an earlier one's event is recorded, in the same transaction. */
export type Reaction = (work: Work<unknown>, event: Change) => Promise<void>;

export interface Engine {
  readonly db: Database;
  readonly scopes: Readonly<Record<string, ScopeLoader>>;
  readonly reactions: Readonly<Record<string, readonly Reaction[]>>;
  readonly log: Log;
  /** Called after the commit with what was recorded. */
  readonly committed: (events: readonly RecordedEvent[]) => void;
}

export interface Request {
  readonly caller: Caller;
  readonly headers: Headers;
  readonly params: Record<string, string>;
  readonly setCookie: (line: string) => void;
  /** Checks and returns the input; runs after the permission is known, so that a stranger learns nothing of the form. */
  readonly parse: () => unknown;
}

/** Runs one operation: authorize → one transaction { load and lock the thing, check, write, append events } → answer. */
export async function perform(engine: Engine, handler: Handler, request: Request): Promise<unknown> {
  const { operation } = handler;
  if (operation.access.scope !== 'public' && !request.caller.actor) throw signedOut();
  if (!operation.writes) {
    const thing = await authorize(engine, operation, engine.db, request);
    return handler.run(workOn(engine, operation, engine.db, request, thing, []), request.parse());
  }
  const recorded: RecordedEvent[] = [];
  const answer = await engine.db.transaction().execute(async (tx) => {
    const thing = await authorize(engine, operation, tx, request);
    const result: unknown = await handler.run(workOn(engine, operation, tx, request, thing, recorded), request.parse());
    await appendEvents(tx, recorded);
    return result;
  });
  if (recorded.length > 0) engine.committed(recorded);
  return answer;
}

async function authorize(engine: Engine, operation: AnyOperation, db: Reader, request: Request): Promise<unknown> {
  const { access } = operation;
  if (access.scope === 'public') return undefined;
  const actor = request.caller.actor as Actor;
  if (!('see' in access)) {
    if ('allow' in access && access.allow(actor)) return undefined;
    throw denied();
  }
  const load = engine.scopes[access.scope];
  if (!load) throw new Error(`no loader for scope ${access.scope}`);
  const thing = await load(db, request.params, actor, operation.writes ? (operation.exclusive ? 'alone' : 'share') : 'none');
  if (thing === undefined || !access.see(actor, thing)) throw notFound();
  if (!access.allow(actor, thing)) throw denied();
  return thing;
}

function workOn(engine: Engine, operation: AnyOperation, db: Reader, request: Request, thing: unknown, recorded: RecordedEvent[]): Work<unknown, never> {
  const work: Work<unknown, never> = {
    db: db as never,
    caller: request.caller,
    actor: request.caller.actor as Actor,
    thing,
    headers: request.headers,
    setCookie: request.setCookie,
    log: engine.log,
    async record(change) {
      if (!operation.writes) throw new Error(`${operation.id} reads and may not record`);
      recorded.push({ ...change, actorId: work.actor?.userId ?? null, operation: operation.id });
      for (const react of engine.reactions[change.kind] ?? []) await react(work as Work<unknown>, change);
    },
  };
  return work;
}
