import type { Database } from '../db/database.ts';
import type { Log } from '../log.ts';
import type { Work } from '../operation.ts';

/** The wait before the next try is e^n seconds after n tries, at most six hours: this gives up after about a day. */
export const JOB_TRIES = 14;

export type JobPayload = Readonly<Record<string, unknown>>;

/** Like the work of an operation, without a person: the actor of what it records is null. */
export interface JobWork extends Work {
  /** The time that the job goes by; tests give their own. */
  readonly now: Date;
}

/** For a job that talks to the outside: a transaction must not stay open while it waits. */
export interface JobSteps {
  readonly now: Date;
  readonly db: Database;
  readonly log: Log;
  /** One step: a transaction with its events. What it records is told after its commit. */
  transaction<Answer>(step: (work: JobWork) => Promise<Answer>): Promise<Answer>;
}

interface JobBase {
  /** `feature.verbNoun`, unique. */
  readonly name: string;
  /** `minute hour day month weekday`, in UTC; absent: runs only when it is started. */
  readonly cron?: string;
  /** Occurrences of at most so long ago are made up for (once) after a time in which no server ran. Default 0. */
  readonly catchUpSeconds?: number;
}

/** Runs in one transaction, as an operation does; two runs of it wait for each other, also on two servers. */
export interface TransactionJob extends JobBase {
  readonly run: (work: JobWork, payload: JobPayload) => Promise<void>;
}

/** Makes its own transactions. Two runs may overlap (a second one is asked for while the first goes on): each must claim what it does. */
export interface StepsJob extends JobBase {
  readonly runSteps: (steps: JobSteps, payload: JobPayload) => Promise<void>;
}

export type Job = TransactionJob | StepsJob;

/**
 * Declares a job. It must be able to run again after it failed half-way: whatever it does besides its transaction may have happened already.
 * Of several servers on one database one does what is asked for or what the clock says.
 *
 * @example
 * export const remindApprovers = defineJob({ name: 'approval.remindApprovers', cron: '0 1 * * *', catchUpSeconds: 43_200, run: (work) => remindAll(work, work.now) });
 */
export const defineJob = <J extends Job>(job: J): J => job;
