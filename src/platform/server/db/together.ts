import type { RawBuilder } from 'kysely';
import type { Reader } from './database.ts';

type RowsOf<Queries> = { -readonly [Place in keyof Queries]: Queries[Place] extends RawBuilder<infer Row> ? Row[] : never };

/**
 * The rows of several queries that do not need each other's answers, in one round trip. They see what the transaction has done before,
 * and run in their order. (Awaiting them one by one, or with `Promise.all`, is one round trip each: a transaction hands out its connection to one at a time.)
 *
 * @example
 * const [[line], similar] = await together(work.db, [findLine(lineId), findSimilar(asked)]);
 */
export function together<const Queries extends readonly RawBuilder<unknown>[]>(db: Reader, queries: Queries): Promise<RowsOf<Queries>> {
  const compiled = queries.map((query) => query.compile(db));
  return db.getExecutor().provideConnection(async (connection) => {
    const answers = await Promise.all(compiled.map((query) => connection.executeQuery(query)));
    return answers.map((answer) => answer.rows) as RowsOf<Queries>;
  });
}
