import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { StartProblem } from '../start-problem.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { failureFrom, PROGRAM_ENVIRONMENT, programProblem, type Cluster } from './cluster.ts';

/** A running PostgreSQL, child of this process. */
export interface Postmaster {
  readonly pid: number;
  /** Settles when the process has ended, with the problem that it told of. */
  readonly ended: Promise<StartProblem>;
  /** Ends it as PostgreSQL's fast shutdown does: transactions roll back, everything is on disk. */
  stop(): Promise<void>;
}

/** Where PostgreSQL listens: a unix socket in `directory`, or (Windows) a port of the loopback address. */
export type Listening = { readonly kind: 'socket'; readonly directory: string } | { readonly kind: 'port'; readonly port: number };

export interface PostmasterOptions {
  readonly binaries: Binaries;
  readonly cluster: Cluster;
  readonly account: Account | undefined;
  readonly listening: Listening;
  readonly dataDir: string;
  /** Extra settings, such as `fsync=off` for tests. */
  readonly settings: readonly string[];
  /** Is told each line of PostgreSQL's log. */
  onLine(line: string): void;
}

/** How long a fast shutdown may take before it is forced; a forced one only costs a recovery at the next start. */
const STOP_MILLISECONDS = 15_000;

const LAST_WORDS_MILLISECONDS = 200;

const SETTINGS = [
  // LOG and FATAL but not ERROR: a refused insert is an answer to a person, and its text may hold personal data.
  'log_min_messages=log', 'log_min_error_statement=panic', 'log_checkpoints=off', 'log_line_prefix=', 'logging_collector=off', 'log_destination=stderr',
  'lc_messages=C', 'timezone=UTC', 'log_timezone=UTC', 'jit=off', 'huge_pages=off', 'unix_socket_permissions=0700', 'max_connections=60',
];

/**
 * Starts `postgres` itself (no pg_ctl) and waits until it takes connections, as long as a recovery needs.
 *
 * @throws StartProblem with what PostgreSQL said
 */
export async function startPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  const { account, listening } = options;
  const opened = options.cluster.open();
  const where = listening.kind === 'socket'
    ? ['listen_addresses=', `unix_socket_directories=${listening.directory}`]
    : ['listen_addresses=127.0.0.1', `port=${listening.port}`];
  const settings = [...SETTINGS, ...where, ...options.settings].flatMap((setting) => ['-c', setting]);
  let child: ChildProcess;
  try {
    child = spawn(options.binaries.postgres, ['-D', opened.path, ...settings], {
      // A session of its own: Ctrl-C in the terminal reaches the server alone, which then stops in order.
      detached: true, windowsHide: true, cwd: tmpdir(), env: PROGRAM_ENVIRONMENT,
      stdio: ['ignore', 'ignore', 'pipe', ...opened.descriptors],
      ...(account === undefined ? {} : { uid: account.uid, gid: account.gid }),
    });
  } catch (error) {
    throw programProblem(error as Error, account);
  } finally {
    opened.close();
  }
  return await followed(child, options);
}

async function followed(child: ChildProcess, { account, dataDir, onLine, binaries, cluster }: PostmasterOptions): Promise<Postmaster> {
  const said: string[] = [];
  let failed: StartProblem | undefined;
  const ended = new Promise<StartProblem>((resolve) => {
    child.once('error', (error) => { failed = programProblem(error, account); });
    const settle = (): void => {
      // Killed, it had no time for a last word: what it said before is not the reason.
      const reason = child.signalCode === null ? said.join('\n') : `${child.signalCode}\n${said.filter((line) => /FATAL|PANIC/.test(line)).join('\n')}`;
      resolve(failed ?? failureFrom(reason, dataDir));
    };
    child.once('close', settle);
    // Children of a killed postmaster may hold the pipe open for long: its last words have arrived by then.
    child.once('exit', () => setTimeout(settle, LAST_WORDS_MILLISECONDS).unref());
  });
  const ready = new Promise<void>((resolve) => {
    if (child.stderr === null) return;
    createInterface({ input: child.stderr }).on('line', (line) => {
      said.push(line);
      if (said.length > 40) said.shift();
      onLine(line);
      if (line.includes('database system is ready to accept connections')) resolve();
    });
  });
  const problem = await Promise.race([ready, ended]);
  if (problem instanceof StartProblem) throw problem;
  return { pid: child.pid ?? 0, ended, stop: () => stopChild(child, ended, binaries, cluster) };
}

async function stopChild(child: ChildProcess, ended: Promise<unknown>, binaries: Binaries, cluster: Cluster): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === 'win32') spawnSync(binaries.pgCtl, ['stop', '-D', cluster.directory, '-m', 'fast', '-W'], { windowsHide: true });
  else child.kill('SIGINT');
  const force = setTimeout(() => child.kill(process.platform === 'win32' ? 'SIGKILL' : 'SIGQUIT'), STOP_MILLISECONDS);
  await ended;
  clearTimeout(force);
}
