import { setTimeout as sleep } from 'node:timers/promises';
import { serveJobs } from './serve-jobs.ts';

export type FixtureJob = { do: 'say'; text: string; afterMs?: number } | { do: 'throw' } | { do: 'crash' } | { do: 'environment' };

/** A process of odd jobs, run as a real process by the tests. */
serveJobs<FixtureJob, { greeting: string }>(({ greeting }) => async (job) => {
  if (job.do === 'throw') throw new Error('no such thing');
  if (job.do === 'crash') process.kill(process.pid, 'SIGKILL');
  if (job.do === 'environment') return Object.keys(process.env);
  if (job.do !== 'say') return sleep(60_000);
  await sleep(job.afterMs ?? 0);
  return `${greeting} ${job.text}`;
});
