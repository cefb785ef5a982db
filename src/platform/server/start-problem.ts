import { startProblemMessages } from './start-problem.messages.ts';
import type { Locale } from '#platform/shared/messages.ts';

type Sentences = (typeof startProblemMessages)['zh-CN'];
export type StartProblemCode = keyof Sentences;
type DataOf<C extends StartProblemCode> = Parameters<Sentences[C]>;

/**
 * A reason why the server cannot start or cannot go on, that the person at the terminal can remove.
 * It ends as one sentence that says what to do; everything else thrown at start is a bug and keeps its stack.
 */
export class StartProblem extends Error {
  readonly code: StartProblemCode;
  /** What the sentence was made with, in its order. */
  readonly data: readonly unknown[];
  readonly #sentences: Record<Locale, string>;

  private constructor(code: StartProblemCode, data: readonly unknown[], sentences: Record<Locale, string>, cause: unknown) {
    super(`${code}: ${sentences.en}`, { cause });
    this.name = 'StartProblem';
    this.code = code;
    this.data = data;
    this.#sentences = sentences;
  }

  static of<C extends StartProblemCode>(code: C, data: DataOf<C>, cause?: unknown): StartProblem {
    const say = (locale: Locale): string =>
      (startProblemMessages[locale][code] as (...parts: DataOf<C>) => string)(...data);
    return new StartProblem(code, data, { 'zh-CN': say('zh-CN'), en: say('en') }, cause);
  }

  sentence(locale: Locale): string {
    return this.#sentences[locale];
  }
}

/**
 * The problem behind a file system error at `path` (disk full, no right to write, read-only), or the error itself
 * when it is none that a person can remove.
 */
export function fileProblem(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'ENOSPC' || code === 'EDQUOT') return StartProblem.of('diskFull', [path], error);
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return StartProblem.of('notWritable', [path], error);
  if (code === 'ENOTDIR' || code === 'EEXIST') return StartProblem.of('notADirectory', [path], error);
  return error;
}
