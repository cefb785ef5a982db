import { setTimeout as sleep } from 'node:timers/promises';
import type { Runner } from 'graphile-worker';
import type pg from 'pg';
import type { Engine } from '../operation.ts';
import { JOB_TRIES, type Job, type JobPayload } from './job.ts';
import { runJob } from './run-job.ts';

/** The first second after the start belongs to the people who wait for their page. */
const START_MS = 1_000;
/** After the database was gone. */
const AGAIN_MS = 5_000;
const CLOSE_MS = 4_000;

export interface JobsOptions {
  readonly databaseUrl: string;
  readonly engine: Engine;
  readonly jobs: readonly Job[];
}

/**
 * Work that no request waits for. The queue and the clock are graphile-worker's, in a schema of its own that it makes by itself;
 * a job is one row there, so of several servers on one database one does it. A failed job is tried again, later and later.
 */
export class Jobs {
  readonly #options: JobsOptions;
  readonly #byName: ReadonlyMap<string, Job>;
  readonly #stop = new AbortController();
  readonly #asked = new Map<string, JobPayload>();
  #runner: Runner | undefined;
  #running: Promise<void> | undefined;

  constructor(options: JobsOptions) {
    this.#options = options;
    this.#byName = new Map(options.jobs.map((job) => [job.name, job]));
    if (this.#byName.size !== options.jobs.length) throw new Error('two jobs have one name');
  }

  /** Begins to work, a moment later and beside everything else. */
  open(): void {
    this.#running ??= this.#keepRunning();
  }

  /** Has a job done soon, once for all that ask before it begins; while there is no queue, as soon as there is one. */
  start(name: string, payload: JobPayload = {}): void {
    this.#find(name);
    if (!this.#runner) {
      this.#asked.set(name, payload);
      return;
    }
    this.#runner.addJob(name, payload, { jobKey: name, maxAttempts: JOB_TRIES }).catch((error: unknown) => this.#options.engine.log.warn({ job: name, reason: String(error) }, 'job not started'));
  }

  /** Does a job at once, here: for the command line and for tests, which give their own time. */
  async runNow(name: string, { now = new Date(), payload = {} }: { readonly now?: Date; readonly payload?: JobPayload } = {}): Promise<void> {
    await runJob(this.#options.engine, this.#find(name), payload, now);
  }

  /** Waits for what is being done, for a while: what is cut off is done again by the next server. */
  async close(): Promise<void> {
    this.#stop.abort();
    const runner = this.#runner;
    if (runner) await Promise.race([runner.stop().catch(() => undefined), sleep(CLOSE_MS, undefined, { ref: false })]);
    await this.#running;
  }

  #find(name: string): Job {
    const job = this.#byName.get(name);
    if (!job) throw new Error(`no job named ${name}`);
    return job;
  }

  async #keepRunning(): Promise<void> {
    const { engine, databaseUrl, jobs } = this.#options;
    const { signal } = this.#stop;
    await sleep(START_MS, undefined, { ref: false, signal }).catch(() => undefined);
    while (!signal.aborted) {
      let pool: pg.Pool | undefined;
      try {
        const { openQueuePool, startWorker } = await import('./worker.ts');
        pool = openQueuePool(databaseUrl);
        this.#runner = await startWorker({ pool, engine, jobs });
        if (signal.aborted) await this.#runner.stop().catch(() => undefined);
        for (const [name, payload] of this.#asked) this.start(name, payload);
        this.#asked.clear();
        await this.#runner.promise;
      } catch (error) {
        if (!signal.aborted) engine.log.warn({ reason: String(error) }, 'background jobs stopped; they begin again');
      }
      this.#runner = undefined;
      await pool?.end().catch(() => undefined);
      if (!signal.aborted) await sleep(AGAIN_MS, undefined, { ref: false, signal }).catch(() => undefined);
    }
  }
}
