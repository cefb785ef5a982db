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

export type TypstRenderer = {
  /** Sets one document as PDF. @throws Error with Typst's own diagnostics, or on time-out. */
  render(document: TypstDocument): Promise<Buffer>;
  /** True while the compiler's process is up. */
  isRunning(): boolean;
  close(): Promise<void>;
};

type Waiting = { resolve(pdf: Buffer): void; reject(error: Error): void; timer: NodeJS.Timeout };

/**
 * Sets PDF outside of the server's process, started with the first document. A thread would do for the 60–150 ms that Typst
 * blocks, but leaves 80 MB behind after it ends (fonts, memoised layout); a process gives all of it back, and a crash in
 * native code takes no server with it. First document 0.4 s, then 5–100 ms.
 */
export function createTypst(options: TypstOptions): TypstRenderer {
  const { fontDirectories, coverageFont, idleMs = 30_000, timeoutMs = 60_000 } = options;
  const waiting = new Map<number, Waiting>();
  let child: ChildProcess | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last = 0;

  const stop = (): Promise<void> => {
    clearTimeout(idle);
    const leaving = child;
    child = undefined;
    if (!leaving || leaving.exitCode !== null || leaving.signalCode !== null) return Promise.resolve();
    return new Promise((resolve) => {
      leaving.ref();
      leaving.once('exit', () => resolve());
      leaving.kill('SIGKILL');
    });
  };

  const settle = (id: number): Waiting | undefined => {
    const entry = waiting.get(id);
    waiting.delete(id);
    clearTimeout(entry?.timer);
    if (waiting.size === 0 && child) {
      letGo(child);
      idle = setTimeout(() => void stop(), idleMs);
      idle.unref();
    }
    return entry;
  };

  const failAll = (error: Error): void => {
    for (const id of [...waiting.keys()]) settle(id)?.reject(error);
  };

  const start = (): ChildProcess => {
    const started = fork(fileURLToPath(new URL('./typst.process.ts', import.meta.url)), [], {
      env: { ...findingFonts(), TYPST_SET_UP: JSON.stringify({ fontDirectories, coverageFont }) },
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const leave = (error: Error): void => {
      if (child !== started) return;
      child = undefined;
      failAll(error);
    };
    started.on('message', ({ id, pdf, problem }: TypstAnswer) => {
      if (pdf) settle(id)?.resolve(Buffer.from(pdf));
      else settle(id)?.reject(new Error(problem));
    });
    started.on('error', leave);
    started.on('exit', (code, signal) => leave(new Error(`the PDF process left (${signal ?? `code ${code}`})`)));
    return started;
  };

  const giveUp = (id: number): void => {
    settle(id)?.reject(new Error(`setting the PDF took longer than ${timeoutMs} ms`));
    void stop();
    failAll(new Error('the PDF process was stopped because another document took too long'));
  };

  return {
    render({ root, main, data }) {
      clearTimeout(idle);
      child ??= start();
      child.ref();
      child.channel?.ref();
      const id = ++last;
      const job: TypstJob = { id, root, main, data: JSON.stringify(data) };
      return new Promise<Buffer>((resolve, reject) => {
        waiting.set(id, { resolve, reject, timer: setTimeout(() => giveUp(id), timeoutMs) });
        child?.send(job, (error) => error && settle(id)?.reject(error));
      });
    },
    isRunning: () => child !== undefined,
    async close() {
      await stop();
      failAll(new Error('the PDF process was closed'));
    },
  };
}

/** What the search for the machine's fonts reads, and none of the server's secrets. */
function findingFonts(): NodeJS.ProcessEnv {
  const names = ['PATH', 'HOME', 'XDG_DATA_HOME', 'XDG_DATA_DIRS', 'SystemRoot', 'LOCALAPPDATA', 'APPDATA'];
  return Object.fromEntries(names.map((name) => [name, process.env[name]]));
}

/** An idle compiler keeps no program alive. */
function letGo(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}
