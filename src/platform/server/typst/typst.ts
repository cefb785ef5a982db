import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TypstAnswer, TypstJob } from './typst.process.ts';

export type TypstDocument = {
  /** Directory that the template may read; nothing outside of it is reachable. */
  root: string;
  /** Template file inside `root`. */
  main: string;
  /** Reaches the template as JSON in `sys.inputs.data` and by no other way: text is never put into Typst source. */
  data: unknown;
};

export type TypstOptions = {
  /** Directories with .ttf/.otf files. The fonts of the machine are asked after them. */
  fontDirectories: readonly string[];
  /** Full path of the font whose coverage decides which characters need a fallback. */
  coverageFont: string;
  /** The process leaves after so long without work (ms), so that an idle server carries no compiler. */
  idleMs?: number;
  /** A document that takes longer is given up (ms). */
  timeoutMs?: number;
};

type Waiting = { resolve(pdf: Buffer): void; reject(error: Error): void; timer: NodeJS.Timeout };

/**
 * Sets PDF outside of the server's process, started with the first document. A thread would do for the 60–150 ms that Typst
 * blocks, but leaves 80 MB behind after it ends (fonts, memoised layout); a process gives all of it back, and a crash in
 * native code takes no server with it. First document 0.3 s, then 5–100 ms.
 */
export class TypstRenderer {
  readonly #options: Required<TypstOptions>;
  readonly #waiting = new Map<number, Waiting>();
  #child: ChildProcess | undefined;
  #idle: NodeJS.Timeout | undefined;
  #last = 0;

  constructor(options: TypstOptions) {
    this.#options = { idleMs: 30_000, timeoutMs: 60_000, ...options };
  }

  /** Sets one document as PDF. @throws Error with Typst's own diagnostics, or on time-out. */
  render({ root, main, data }: TypstDocument): Promise<Buffer> {
    clearTimeout(this.#idle);
    const child = (this.#child ??= this.#start());
    child.ref();
    child.channel?.ref();
    const id = ++this.#last;
    const job: TypstJob = { id, root, main, data: JSON.stringify(data) };
    return new Promise<Buffer>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, timer: setTimeout(() => this.#giveUp(id), this.#options.timeoutMs) });
      child.send(job, (error) => error && this.#settle(id)?.reject(error));
    });
  }

  /** True while the compiler's process is up. */
  isRunning(): boolean {
    return this.#child !== undefined;
  }

  /** Ends the process at once; documents still waiting are rejected. The next document starts another. */
  async close(): Promise<void> {
    const ended = this.#stop();
    this.#failAll(new Error('the PDF process was closed'));
    await ended;
  }

  #start(): ChildProcess {
    const { fontDirectories, coverageFont } = this.#options;
    const child = fork(fileURLToPath(new URL('./typst.process.ts', import.meta.url)), [], {
      env: { ...findingFonts(), TYPST_SET_UP: JSON.stringify({ fontDirectories, coverageFont }) },
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const leave = (error: Error): void => {
      if (this.#child !== child) return;
      this.#child = undefined;
      this.#failAll(error);
    };
    child.on('message', ({ id, pdf, problem }: TypstAnswer) => {
      if (pdf) this.#settle(id)?.resolve(Buffer.from(pdf));
      else this.#settle(id)?.reject(new Error(problem));
    });
    child.on('error', leave);
    child.on('exit', (code, signal) => leave(new Error(`the PDF process left (${signal ?? `code ${code}`})`)));
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

  /** An idle compiler keeps no program alive, and leaves after a while. */
  #rest(): void {
    this.#child?.unref();
    this.#child?.channel?.unref();
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => void this.#stop(), this.#options.idleMs);
    this.#idle.unref();
  }

  #giveUp(id: number): void {
    this.#settle(id)?.reject(new Error(`setting the PDF took longer than ${this.#options.timeoutMs} ms`));
    void this.#stop();
    this.#failAll(new Error('the PDF process was stopped because another document took too long'));
  }

  #failAll(error: Error): void {
    for (const id of [...this.#waiting.keys()]) this.#settle(id)?.reject(error);
  }
}

/** What the search for the machine's fonts reads, and none of the server's secrets. */
function findingFonts(): NodeJS.ProcessEnv {
  const names = ['PATH', 'HOME', 'XDG_DATA_HOME', 'XDG_DATA_DIRS', 'SystemRoot', 'LOCALAPPDATA', 'APPDATA'];
  return Object.fromEntries(names.map((name) => [name, process.env[name]]));
}
