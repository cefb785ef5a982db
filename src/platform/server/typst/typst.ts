import { BackgroundProcess } from '#platform/server/background/background-process.ts';
import type { TypstJob, TypstSetUp } from './typst.process.ts';

export type TypstDocument = {
  /** Directory that the template may read; nothing outside of it is reachable. */
  root: string;
  /** Template file inside `root`. */
  main: string;
  /** Reaches the template as JSON in `sys.inputs.data` and by no other way: text is never put into Typst source. */
  data: unknown;
};

/** `coverageFont`: full path of the font whose coverage decides which characters need a fallback. The machine's fonts are asked after `fontDirectories`. */
export type TypstOptions = TypstSetUp & { idleMs?: number; timeoutMs?: number };

/** Sets PDF by Typst, in a process of its own. First document 0.3 s, then 5–100 ms. */
export class TypstRenderer {
  readonly #process: BackgroundProcess<TypstJob, Uint8Array>;

  constructor({ fontDirectories, coverageFont, ...limits }: TypstOptions) {
    const setUp: TypstSetUp = { fontDirectories, coverageFont };
    this.#process = new BackgroundProcess({ module: new URL('./typst.process.ts', import.meta.url), setUp, ...limits });
  }

  /** Sets one document. @throws Error with Typst's own diagnostics, or on time-out. */
  async render({ root, main, data }: TypstDocument): Promise<Buffer> {
    return Buffer.from(await this.#process.run({ root, main, data: JSON.stringify(data) }));
  }

  isRunning(): boolean {
    return this.#process.isRunning();
  }

  close(): Promise<void> {
    return this.#process.close();
  }
}
