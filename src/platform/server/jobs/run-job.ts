import { sql } from 'kysely';
import { DEFAULT_LOCALE } from '#platform/shared/messages.ts';
import type { Tx } from '../db/database.ts';
import { appendEvents, type RecordedEvent } from '../events.ts';
import type { Engine } from '../operation.ts';
import type { Job, JobPayload, JobWork } from './job.ts';

/** Runs one job now. Its events name the job as their operation. */
export async function runJob(engine: Engine, job: Job, payload: JobPayload, now: Date): Promise<void> {
  const transaction = async <Answer>(step: (work: JobWork) => Promise<Answer>): Promise<Answer> => {
    const recorded: RecordedEvent[] = [];
    const answer = await engine.db.transaction().execute(async (tx) => {
      const result = await step(workOf(engine, job, tx, recorded, now));
      await appendEvents(tx, recorded.filter((event) => !event.passing));
      return result;
    });
    if (recorded.length > 0) engine.committed(recorded);
    return answer;
  };
  if ('run' in job) {
    await transaction(async (work) => {
      await sql`select pg_advisory_xact_lock(hashtext(${`job ${job.name}`}))`.execute(work.db);
      await job.run(work, payload);
    });
  } else await job.runSteps({ now, db: engine.db, log: engine.log, transaction }, payload);
}

function workOf(engine: Engine, job: Job, tx: Tx, recorded: RecordedEvent[], now: Date): JobWork {
  const work: JobWork = {
    db: tx, now, log: engine.log, thing: undefined,
    caller: { actor: undefined, locale: DEFAULT_LOCALE, address: '' },
    actor: undefined as never, // nobody asked; whoever reads it must know that a job may be at work
    headers: new Headers(),
    whenRefused: () => undefined, // nobody reads it: the error is logged as it is
    setCookie: () => { throw new Error(`${job.name} answers nobody`); },
    perform: () => { throw new Error(`${job.name} acts for nobody`); },
    tell: (change) => void recorded.push({ ...change, actorId: null, operation: job.name, passing: true }),
    async record(change) {
      recorded.push({ ...change, actorId: null, operation: job.name });
      for (const react of engine.reactions[change.kind] ?? []) await react(work, change);
    },
  };
  return work;
}
