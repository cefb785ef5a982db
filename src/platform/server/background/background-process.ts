import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Answer, Order } from './serve-jobs.ts';

export type BackgroundOptions = {
  /** The module that the process runs; it calls `serveJobs`. */
  module: URL;
  /** Handed to the process as `MUSTER_SET_UP`, in JSON. */
  setUp?: unknown;
  /** The process leaves after so long without work (ms), so that an idle server carries none of it. Default 30 s. */
  idleMs?: number;
  /** A job that takes longer is given up (ms). Default 60 s. */
  timeoutMs?: number;
};

type Waiting = { resolve(result: unknown): void; reject(error: Error): void; timer: NodeJS.Timeout };

/**
 * Work that would block the server's event loop or leave it fat, in a process of its own that starts with the first job,
 * takes one job after the other and leaves when idle. A thread would do for the blocking, but leaves 80 MB behind after a
 * PDF (fonts, memoised layout), and a crash in native code would take the server with it; a process gives all of it back.
 */
export class BackgroundProcess<Job, Result> {
  readonly #options: Required<BackgroundOptions>;
  readonly #waiting = new Map<number, Waiting>();
  #child: ChildProcess | undefined;
  #idle: NodeJS.Timeout | undefined;
  #last = 0;

  constructor(options: BackgroundOptions) {
    this.#options = { setUp: {}, idleMs: 30_000, timeoutMs: 60_000, ...options };
  }

  /** Does one job. @throws Error with what the job threw, or when it takes too long, or when the process ends. */
  run(job: Job): Promise<Result> {
    clearTimeout(this.#idle);
    const child = (this.#child ??= this.#start());
    child.ref();
    child.channel?.ref();
    const id = ++this.#last;
    const order: Order<Job> = { id, job };
    return new Promise<Result>((resolve, reject) => {
      const settled = (result: unknown): void => resolve(result as Result);
      this.#waiting.set(id, { resolve: settled, reject, timer: setTimeout(() => this.#giveUp(id), this.#options.timeoutMs) });
      child.send(order, (error) => error && this.#settle(id)?.reject(error));
    });
  }

  /** True while the process is up. */
  isRunning(): boolean {
    return this.#child !== undefined;
  }

  /** Ends the process at once; jobs still waiting are rejected. The next job starts another. */
  async close(): Promise<void> {
    const ended = this.#stop();
    this.#failAll('the background process was closed');
    await ended;
  }

  #start(): ChildProcess {
    const child = fork(fileURLToPath(this.#options.module), [], {
      env: { ...harmlessEnvironment(), MUSTER_SET_UP: JSON.stringify(this.#options.setUp) },
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const leave = (reason: string): void => {
      if (this.#child !== child) return;
      this.#child = undefined;
      this.#failAll(`the background process left (${reason})`);
    };
    child.on('message', ({ id, result, problem }: Answer) => {
      if (problem === undefined) this.#settle(id)?.resolve(result);
      else this.#settle(id)?.reject(new Error(problem));
    });
    child.on('error', (error) => leave(error.message));
    child.on('exit', (code, signal) => leave(signal ?? `code ${code}`));
    return child;
  }

  #stop(): Promise<void> {
    clearTimeout(this.#idle);
    const leaving = this.#child;
    this.#child = undefined;
    if (!leaving || leaving.exitCode !== null || leaving.signalCode !== null) return Promise.resolve();
    return new Promise((resolve) => {
      leaving.ref();
      leaving.once('exit', () => resolve());
      leaving.kill('SIGKILL');
    });
  }

  #settle(id: number): Waiting | undefined {
    const entry = this.#waiting.get(id);
    this.#waiting.delete(id);
    clearTimeout(entry?.timer);
    if (this.#waiting.size === 0) this.#rest();
    return entry;
  }

  /** An idle process keeps no program alive, and leaves after a while. */
  #rest(): void {
    this.#child?.unref();
    this.#child?.channel?.unref();
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => void this.#stop(), this.#options.idleMs);
    this.#idle.unref();
  }

  #giveUp(id: number): void {
    this.#settle(id)?.reject(new Error(`the job took longer than ${this.#options.timeoutMs} ms`));
    void this.#stop();
    this.#failAll('the background process was stopped because another job took too long');
  }

  #failAll(reason: string): void {
    for (const id of [...this.#waiting.keys()]) this.#settle(id)?.reject(new Error(reason));
  }
}

/** What the search for the machine's fonts and for temporary files reads, and none of the server's secrets. */
function harmlessEnvironment(): NodeJS.ProcessEnv {
  const names = ['PATH', 'HOME', 'TMPDIR', 'TZ', 'XDG_DATA_HOME', 'XDG_DATA_DIRS', 'SystemRoot', 'LOCALAPPDATA', 'APPDATA', 'TEMP'];
  return Object.fromEntries(names.map((name) => [name, process.env[name]]));
}
