import { Logger, parseCronItem, run, type Runner, type TaskList } from 'graphile-worker';
import pg from 'pg';
import type { Engine } from '../operation.ts';
import { JOB_TRIES, type Job, type JobPayload } from './job.ts';
import { runJob } from './run-job.ts';

const AT_ONCE = 2;
/** A new job is heard of at once (LISTEN); only those that wait for their time are looked for. */
const POLL_MS = 15_000;

export interface WorkerParts {
  readonly pool: pg.Pool;
  readonly engine: Engine;
  readonly jobs: readonly Job[];
}

/** The queue's own connections: one listens, the others fetch and finish jobs. */
export function openQueuePool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: AT_ONCE + 2, idleTimeoutMillis: 30_000, application_name: 'muster-jobs' });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Makes or upgrades the queue's schema, then works until the runner is stopped or the database is gone. */
export async function startWorker({ pool, engine, jobs }: WorkerParts): Promise<Runner> {
  const { log } = engine;
  return run({
    pgPool: pool,
    concurrency: AT_ONCE,
    pollInterval: POLL_MS,
    noHandleSignals: true, // the process stops in its own order
    // What a job says of itself is logged where it runs; here only what becomes of the queue.
    logger: new Logger(({ jobId }) => (level, message) => {
      if (jobId === undefined && (level === 'error' || level === 'warning')) log.warn({ reason: message }, 'background jobs');
    }),
    taskList: Object.fromEntries(jobs.map((job) => [job.name, taskOf(engine, job)])) as TaskList,
    parsedCronItems: jobs.filter((job) => job.cron !== undefined).map((job) => parseCronItem({
      task: job.name,
      match: job.cron as string,
      // One key per job: it never waits twice. (No queue per job: the next in a queue would wait for the poll.)
      options: { backfillPeriod: (job.catchUpSeconds ?? 0) * 1_000, maxAttempts: JOB_TRIES, jobKey: job.name, jobKeyMode: 'replace' },
    })),
  });
}

function taskOf(engine: Engine, job: Job) {
  return async (payload: unknown, { job: { attempts, max_attempts: most } }: { job: { attempts: number; max_attempts: number } }): Promise<void> => {
    try {
      await runJob(engine, job, (payload ?? {}) as JobPayload, new Date());
    } catch (error) {
      engine.log.error({ job: job.name, attempt: attempts, err: error }, attempts < most ? 'job failed; it is tried again' : 'job failed and is given up');
      throw error;
    }
  };
}
