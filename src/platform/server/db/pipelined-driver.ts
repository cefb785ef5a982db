import { PostgresDialect, PostgresDriver, type CompiledQuery, type DatabaseConnection, type Driver, type PostgresDialectConfig, type QueryResult } from 'kysely';
import pg from 'pg';
import { prepareValue } from 'pg/lib/utils.js';

/**
 * A write costs as many round trips as it waits for. Two of them carry nothing that the next step needs: BEGIN, and the last statement before COMMIT.
 * BEGIN is sent with the first query of the transaction, and a statement marked {@link WITH_COMMIT} with the COMMIT (or with the next query, if there is one: their order stays);
 * they leave in one write to the socket, and as soon as their texts are prepared in one message with one answer.
 * Measured on two cores: five writes to the socket became three, and a third more budget lines are created per second. A spending request, which came to seven
 * round trips and twelve answers, has four of them and five.
 */
export const WITH_COMMIT = '/* with commit */ ';
/** The same, behind all others that leave with it: for a row that many ask for, which is then locked for the COMMIT alone. */
export const LAST_WITH_COMMIT = '/* with commit, last */ ';

const isHeldBack = (text: string): boolean => text.startsWith(WITH_COMMIT) || text.startsWith(LAST_WITH_COMMIT);

/** Texts that came this often are prepared: parsed and planned once per connection. */
const PREPARE_AFTER = 3;
/** Lists of many lengths make many texts: only so many are remembered, and none that is very long. */
const MAX_STATEMENTS = 400;
const MAX_TEXT = 6_000;
const seen = new Map<string, { count: number; readonly name: string }>();

/** The name under which a statement is prepared, once it is worth it. */
function statementName(text: string): string | undefined {
  const known = seen.get(text);
  if (known) {
    known.count += 1;
    return known.count > PREPARE_AFTER ? known.name : undefined;
  }
  if (seen.size < MAX_STATEMENTS && text.length <= MAX_TEXT) seen.set(text, { count: 1, name: `m${seen.size}` });
  return undefined;
}

/** What of a query of the driver is used here; its types do not tell. */
interface WireQuery {
  submit(connection: WireConnection): Error | null;
  requiresPreparation(): boolean;
  handleCommandComplete(message: unknown, connection: WireConnection): void;
}
interface WireConnection {
  readonly stream: { cork(): void; uncork(): void };
  readonly parsedStatements: Readonly<Record<string, string | undefined>>;
  bind(what: object): void;
  execute(what: object): void;
}

/** A statement whose answer nobody reads: it waits for the next one of its connection, and the two are one message. */
interface Ahead {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

interface Asked {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly name: string | undefined;
}

/**
 * Sends statements and the one that they wait for with one Sync behind all: PostgreSQL answers once, where it would wake us for each.
 * The first that fails is the error of all; those behind it are skipped.
 */
function inOneMessage(ahead: readonly Ahead[], { text, values, name }: Asked): { readonly query: pg.Query; readonly answer: Promise<unknown> } {
  const { promise: answer, resolve, reject } = Promise.withResolvers<unknown>();
  const query = new pg.Query({ text, values: [...values], ...(name === undefined ? {} : { name }) }, (error: unknown, result: unknown) => {
    for (const one of ahead) if (error) one.reject(error); else one.resolve(NO_ANSWER);
    if (error) reject(error); else resolve(result);
  });
  const wire = query as unknown as WireQuery;
  const [submit, complete] = [wire.submit.bind(wire), wire.handleCommandComplete.bind(wire)];
  let open = ahead.length;
  wire.requiresPreparation = () => true; // a simple query would not be read any more after an error
  wire.submit = (connection) => {
    connection.stream.cork();
    try {
      const bound = ahead.map((one) => ({ portal: '', statement: one.name, values: one.values.map((value) => prepareValue(value)) }));
      for (const one of bound) {
        connection.bind(one);
        connection.execute({ portal: '', rows: 0 });
      }
      return submit(connection);
    } catch (error) {
      return error as Error;
    } finally {
      connection.stream.uncork();
    }
  };
  wire.handleCommandComplete = (message, connection) => {
    open -= 1;
    if (open < 0) complete(message, connection);
  };
  return { query, answer };
}

const NO_ANSWER = { command: '', rowCount: null, rows: [] };
const isAhead = (text: string): boolean => text === 'begin' || isHeldBack(text);

/**
 * What is asked at one moment leaves in one write to the socket, and BEGIN and what leaves with the COMMIT in one message with the query after it;
 * prepares what is asked again and again. (Each write wakes the backend's process, each answer wakes ours: on few cores that costs more than the bytes.)
 */
export class GatheringClient extends pg.Client {
  #held = false;
  #ahead: Ahead[] = [];

  // oxlint-disable-next-line typescript/no-explicit-any -- the driver's own signature has a dozen overloads
  override query(...args: any[]): any {
    const asked = askedFor(args);
    if (asked?.name !== undefined && isAhead(asked.text) && this.#wire.parsedStatements[asked.name] === asked.text) return this.#wait({ ...asked, name: asked.name });
    this.#gather();
    const ahead = this.#ahead.splice(0);
    if (asked && ahead.length > 0) {
      const { query, answer } = inOneMessage(ahead, asked);
      super.query(query);
      return answer;
    }
    for (const one of ahead) this.#ask(one).then(one.resolve, one.reject);
    return asked ? this.#ask(asked) : super.query(...(args as [string]));
  }

  get #wire(): WireConnection {
    return (this as unknown as { connection: WireConnection }).connection;
  }

  #ask({ name, text, values }: Asked): Promise<unknown> {
    return name === undefined ? super.query(text, [...values]) : super.query({ name, text, values: [...values] });
  }

  #wait(asked: Asked & { readonly name: string }): Promise<unknown> {
    if (this.#ahead.length === 0) setImmediate(() => {
      if (this.#ahead.length > 0) this.#gather();
      for (const one of this.#ahead.splice(0)) this.#ask(one).then(one.resolve, one.reject);
    }); // for a transaction that asks nothing yet
    return new Promise((resolve, reject) => this.#ahead.push({ ...asked, resolve, reject }));
  }

  #gather(): void {
    if (this.#held) return;
    const { stream } = this.#wire;
    this.#held = true;
    stream.cork();
    process.nextTick(() => {
      this.#held = false;
      stream.uncork();
    });
  }
}

/** A statement with values, as Kysely asks it; the driver's other ways to ask pass as they are. */
function askedFor(args: readonly unknown[]): Asked | undefined {
  const [text, values] = args;
  if (args.length !== 2 || typeof text !== 'string' || !Array.isArray(values)) return undefined;
  return { text, values, name: statementName(text) };
}

type Run = (query: CompiledQuery) => Promise<QueryResult<unknown>>;
interface Held {
  readonly run: Run;
  readonly waiting: CompiledQuery[];
  /** What made the transaction fail. */
  failure: Error | undefined;
}

/** PostgreSQL's answer to whatever is asked in a transaction that has failed already. */
const ABORTED = '25P02';

/**
 * Runs a query so that its error says why. What is asked side by side leaves together: the cause may be the error of another one, whose answer is read in the same
 * moment and whose promise may settle later.
 */
async function runIn(held: Held, run: Run, query: CompiledQuery): Promise<QueryResult<unknown>> {
  try {
    return await run(query);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== ABORTED) {
      if (error instanceof Error) held.failure ??= error;
      throw error;
    }
    await new Promise((resolve) => setImmediate(resolve));
    throw held.failure ?? error;
  }
}

/** Sends what was held back and the query after it at once. What fails first is the error: it says more than those that it makes fail. */
async function send({ run, waiting }: Held, query: CompiledQuery): Promise<QueryResult<unknown>> {
  if (waiting.length === 0) return run(query);
  const isLast = (one: CompiledQuery): boolean => one.sql.startsWith(LAST_WITH_COMMIT);
  const held = waiting.splice(0);
  const before = [...held.filter((one) => !isLast(one)), ...held.filter(isLast)].map((one) => run(one));
  const answer = run(query);
  answer.catch(() => undefined);
  await Promise.all(before);
  return answer;
}

class PipelinedDriver extends PostgresDriver {
  readonly #held = new WeakMap<DatabaseConnection, Held>();

  override async acquireConnection(options?: Parameters<PostgresDriver['acquireConnection']>[0]): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection(options);
    if (this.#held.has(connection)) return connection;
    const run = connection.executeQuery.bind(connection) as Run;
    const held: Held = { run: (query) => runIn(held, run, query), waiting: [], failure: undefined };
    this.#held.set(connection, held);
    connection.executeQuery = (async (query: CompiledQuery) => {
      if (!isHeldBack(query.sql)) return send(held, query);
      held.waiting.push(query);
      return { rows: [] };
    }) as DatabaseConnection['executeQuery'];
    return connection;
  }

  /** A BEGIN that fails makes the queries after it fail. */
  override async beginTransaction(connection: DatabaseConnection, settings: Parameters<PostgresDriver['beginTransaction']>[1]): Promise<void> {
    const held = this.#held.get(connection);
    if (held) held.failure = undefined;
    super.beginTransaction(connection as never, settings).catch(() => undefined);
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    this.#held.get(connection)?.waiting.splice(0);
    await super.rollbackTransaction(connection as never);
  }
}

export class PipelinedDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;

  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new PipelinedDriver(this.#config);
  }
}
