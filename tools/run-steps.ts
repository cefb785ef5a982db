import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { resultFile } from './steps.ts';
import type { Step } from './steps.ts';

export type Outcome = { passed: number; failed: number; seconds: number; output: string; note: string };

/** Two cores are what the smallest build machine has. */
const CORES = 2;

type Counts = { numPassedTests: number; numFailedTests: number; numTotalTests: number };

function readCounts(root: string, name: string): Counts | undefined {
  try {
    return JSON.parse(readFileSync(path.join(root, resultFile(name)), 'utf8')) as Counts;
  } catch {
    return undefined;
  }
}

/** Turns an exit code and the counts on disk into a result. A step that saw no test has failed, whatever it exited with. */
export function judge(step: Pick<Step, 'counts'>, exitCode: number | null, counts: Counts | undefined): Pick<Outcome, 'passed' | 'failed' | 'note'> {
  if (step.counts === 'step') return exitCode === 0 ? { passed: 1, failed: 0, note: '' } : { passed: 0, failed: 1, note: '' };
  const { numPassedTests: passed = 0, numFailedTests: failed = 0, numTotalTests: total = 0 } = counts ?? {};
  if (total === 0) return { passed: 0, failed: 1, note: 'no test was seen' };
  const left = total - passed - failed;
  const note = `${total} tests${left > 0 ? `, ${left} not run` : ''}`;
  // A file that does not even load has no failed test of its own.
  return { passed, failed: exitCode === 0 ? failed : Math.max(failed, 1), note };
}

function execute(step: Step, root: string): Promise<Outcome> {
  const [command = '', ...parameters] = step.command;
  const program = command === 'node' ? process.execPath : path.join(root, 'node_modules/.bin', command);
  const started = performance.now();
  rmSync(path.join(root, resultFile(step.name)), { force: true });
  const environment = {
    ...process.env,
    PATH: `${path.join(root, 'node_modules/.bin')}${path.delimiter}${process.env['PATH'] ?? ''}`,
    NO_COLOR: '1',
  };
  return new Promise((resolve) => {
    const child = spawn(program, parameters, { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    const chunks: Buffer[] = [];
    let reason = '';
    const kill = () => {
      // The whole group: a test runner has workers, a database and a browser below it.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    };
    const timer = setTimeout(() => {
      reason = `stopped after ${step.minutes} minutes`;
      kill();
    }, step.minutes * 60_000);
    process.once('exit', kill);
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    const finish = (exitCode: number | null, text: string) => {
      clearTimeout(timer);
      process.removeListener('exit', kill);
      const result = judge(step, exitCode, step.counts === 'tests' ? readCounts(root, step.name) : undefined);
      resolve({ ...result, note: reason || result.note, seconds: (performance.now() - started) / 1000, output: `${Buffer.concat(chunks).toString('utf8')}${text}` });
    };
    child.once('error', (error) => {
      finish(null, error.message);
    });
    child.once('close', (code) => {
      finish(code, '');
    });
  });
}

/**
 * Runs the steps in their order, as many at once as the cores allow, and tells `tell` about each that is done.
 * A step whose need has failed is not run and counts as one failure.
 */
export async function runSteps(steps: readonly Step[], root: string, tell: (step: Step, outcome: Outcome) => void): Promise<Outcome[]> {
  const waiting = [...steps];
  const running = new Map<string, { cores: number; done: Promise<void> }>();
  const outcomes = new Map<string, Outcome>();
  const finish = (step: Step, outcome: Outcome) => {
    running.delete(step.name);
    outcomes.set(step.name, outcome);
    tell(step, outcome);
  };
  const isBusy = (step: Step) => [...running.values()].reduce((sum, { cores }) => sum + cores, 0) + step.cores > CORES;
  const isBlocked = (step: Step) => (step.needs ?? []).some((name) => !outcomes.has(name));

  while (waiting.length > 0 || running.size > 0) {
    const next = waiting[0];
    if (!next || isBusy(next) || isBlocked(next)) {
      await Promise.race([...running.values()].map(({ done }) => done));
      continue;
    }
    waiting.shift();
    const missing = (next.needs ?? []).filter((name) => (outcomes.get(name)?.failed ?? 1) > 0);
    if (missing.length > 0) finish(next, { passed: 0, failed: 1, seconds: 0, output: '', note: `not run: ${missing.join(', ')} failed` });
    else running.set(next.name, { cores: next.cores, done: execute(next, root).then((outcome) => finish(next, outcome)) });
  }
  return [...outcomes.values()];
}
