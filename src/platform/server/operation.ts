import type { Readable } from 'node:stream';
import type { Actor, Caller } from '#platform/shared/actor.ts';
import type { AnyOperation, InputOf, OutputOf, ThingOf } from '#platform/shared/contract.ts';
import { denied, notFound, type Problem, signedOut } from '#platform/shared/problem.ts';
import type { Database, Reader, Tx } from './db/database.ts';
import { appendEvents, type Change, type RecordedEvent } from './events.ts';
import { type Claim, claimOf, findAnswer, inTurn, keepAnswer } from './idempotency.ts';
import type { Log } from './log.ts';

/** A file to download. */
export interface FileAnswer {
  readonly name: string;
  readonly mediaType: string;
  readonly body: Buffer | Readable;
  /** Names these bytes: whoever has them already is told so (304), and may keep them for themselves. */
  readonly etag?: string;
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
  /** Tells the pages that follow the campaign, after the commit, what the log need not keep. They ask nothing again because of it but what listens for its kind. */
  tell(change: Change): void;
  /**
   * What it means to the person when the database refuses a statement of this transaction, also one that left with the COMMIT (`WITH_COMMIT`).
   * Runs after the rollback; undefined for an error that it does not know.
   */
  whenRefused(explain: Explain): void;
  /** A `Set-Cookie` line for the answer. */
  setCookie(line: string): void;
  readonly log: Log;
  /** Runs another operation inside this transaction, as another person and with their rights; its events are theirs. For what plays the parts of several people. */
  perform<Op extends AnyOperation>(handler: Handler, actor: Actor, input: InputOf<Op>): Promise<OutputOf<Op>>;
}

export type Explain = (error: unknown, db: Database) => Promise<Problem | undefined>;

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
  /** The `idempotency-key` header as it came. */
  readonly idempotencyKey?: string | undefined;
  /** Called when the answer is that of an earlier run of the same request. */
  readonly replayed: () => void;
  /** Checks and returns the input; runs after the permission is known, so that a stranger learns nothing of the form. */
  readonly parse: () => unknown;
}

/** Runs one operation: authorize → one transaction { load and lock the thing, check, write, append events } → answer. */
export async function perform(engine: Engine, handler: Handler, request: Request): Promise<unknown> {
  const { operation } = handler;
  if (operation.access.scope !== 'public' && !request.caller.actor) throw signedOut();
  if (operation.writes) return inTurn(engine.db, operation, request, () => write(engine, handler, request));
  const { thing, allowed } = await authorize(engine, operation, engine.db, request);
  if (!allowed) throw denied();
  return handler.run(workOn(engine, operation, engine.db, request, thing, []), request.parse());
}

/** What a write leaves behind for the case that it fails. */
interface Attempt {
  claim?: Claim | undefined;
  explain?: Explain;
}

async function write(engine: Engine, handler: Handler, request: Request): Promise<unknown> {
  const { operation } = handler;
  const recorded: RecordedEvent[] = [];
  const attempt: Attempt = {};
  let answer: unknown;
  try {
    answer = await engine.db.transaction().execute(async (tx) => {
      const { thing, allowed } = await authorize(engine, operation, tx, request);
      if (!allowed) {
        attempt.claim = claimOfDenied(operation, request);
        throw denied();
      }
      const input = request.parse();
      attempt.claim = claimOf(operation, request, input);
      const result: unknown = await handler.run(workOn(engine, operation, tx, request, thing, recorded, attempt), input);
      await appendEvents(tx, recorded.filter((event) => !event.passing));
      if (attempt.claim) await keepAnswer(tx, attempt.claim, result);
      return result;
    });
  } catch (error) {
    return earlierAnswer(engine, request, attempt, error);
  }
  if (recorded.length > 0) engine.committed(recorded);
  return answer;
}

/** A run that failed, on its key or because the work is already done, is answered as the earlier run of the same request was; any other fails. */
async function earlierAnswer(engine: Engine, request: Request, { claim, explain }: Attempt, error: unknown): Promise<unknown> {
  const kept = claim && (await findAnswer(engine.db, claim));
  if (!kept) throw (await explain?.(error, engine.db)) ?? error;
  request.replayed();
  return kept.answer;
}

/** Who sees the thing and may not do this may just have done it: a decision waits for nobody once it is taken. Their own answer is still theirs. */
function claimOfDenied(operation: AnyOperation, request: Request): Claim | undefined {
  try {
    return claimOf(operation, request, request.parse());
  } catch {
    return undefined; // the refusal tells nothing of the form
  }
}

interface Standing {
  readonly thing: unknown;
  /** False only for someone who sees the thing. */
  readonly allowed: boolean;
}

/** Throws for a person who may not know of the thing, or has no right in the company. */
async function authorize(engine: Engine, operation: AnyOperation, db: Reader, request: Request): Promise<Standing> {
  const { access } = operation;
  if (access.scope === 'public') return { thing: undefined, allowed: true };
  const actor = request.caller.actor as Actor;
  if (!('see' in access)) {
    if ('allow' in access && access.allow(actor)) return { thing: undefined, allowed: true };
    throw denied();
  }
  const load = engine.scopes[access.scope];
  if (!load) throw new Error(`no loader for scope ${access.scope}`);
  const thing = await load(db, request.params, actor, operation.writes ? (operation.exclusive ? 'alone' : 'share') : 'none');
  if (thing === undefined || !access.see(actor, thing)) throw notFound();
  return { thing, allowed: access.allow(actor, thing) };
}

function workOn(engine: Engine, operation: AnyOperation, db: Reader, request: Request, thing: unknown, recorded: RecordedEvent[], attempt: Attempt = {}): Work<unknown, never> {
  const work: Work<unknown, never> = {
    db: db as never,
    caller: request.caller,
    actor: request.caller.actor as Actor,
    thing,
    headers: request.headers,
    setCookie: request.setCookie,
    whenRefused(explain) {
      attempt.explain = explain;
    },
    log: engine.log,
    async record(change) {
      if (!operation.writes) throw new Error(`${operation.id} reads and may not record`);
      recorded.push({ ...change, actorId: work.actor?.userId ?? null, operation: operation.id });
      for (const react of engine.reactions[change.kind] ?? []) await react(work as Work<unknown>, change);
    },
    tell: (change) => void recorded.push({ ...change, actorId: work.actor?.userId ?? null, operation: operation.id, passing: true }),
    perform: (handler, actor, input) => performWithin(engine, handler, { ...request, caller: { ...request.caller, actor }, parse: () => input }, db, recorded, attempt) as never,
  };
  return work;
}

/** One operation as a part of another's transaction: the same permission and the same lock as if it came by itself. Its input is finished already. */
async function performWithin(engine: Engine, handler: Handler, request: Request, db: Reader, recorded: RecordedEvent[], attempt: Attempt): Promise<unknown> {
  const input = request.parse() as { readonly params?: Record<string, string> };
  const { thing, allowed } = await authorize(engine, handler.operation, db, { ...request, params: input.params ?? {} });
  if (!allowed) throw denied();
  return handler.run(workOn(engine, handler.operation, db, request, thing, recorded, attempt), input);
}
