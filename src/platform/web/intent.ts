import { Problem } from '#platform/shared/problem.ts';

interface Latest {
  readonly input: string;
  readonly key: string;
  /** While it runs; afterwards, only one that ended without a definite answer is kept. */
  running?: Promise<unknown> | undefined;
}

/** True when nobody knows whether the server did it: the network, a time-out, a broken server. A refusal is an answer. */
export function leavesOpen(error: unknown): boolean {
  return !(error instanceof Problem) || error.status === 0 || error.status >= 500;
}

/** Equal for equal inputs. A file is known by what tells it from another one of the same name. */
function printOf(input: unknown): string {
  return JSON.stringify(input, (_, value: unknown) => (value instanceof File ? [value.name, value.size, value.lastModified] : value)) ?? '';
}

/**
 * One intent of a person, one idempotency key. The same thing asked again while it runs is the same request (a second click);
 * asked again after an attempt that ended without a definite answer it goes with the same key, so that the server does it once.
 * After a success, a refusal, or for another input the key is a fresh one.
 */
export class IntentKeeper {
  readonly #freshKey: () => string;
  #latest: Latest | undefined;

  constructor(freshKey: () => string = () => crypto.randomUUID()) {
    this.#freshKey = freshKey;
  }

  /** Sends `input` under the key of its intent; `send` is not called for a second click. */
  run<Answer>(input: unknown, send: (key: string) => Promise<Answer>): Promise<Answer> {
    const print = printOf(input);
    const before = this.#latest?.input === print ? this.#latest : undefined;
    if (before?.running) return before.running as Promise<Answer>;
    const intent: Latest = { input: print, key: before?.key ?? this.#freshKey() };
    const running = this.#follow(intent, send);
    intent.running = running;
    this.#latest = intent;
    return running;
  }

  async #follow<Answer>(intent: Latest, send: (key: string) => Promise<Answer>): Promise<Answer> {
    const settle = (open: boolean) => {
      intent.running = undefined;
      if (!open && this.#latest === intent) this.#latest = undefined;
    };
    await Promise.resolve(); // `run` has noted the intent before it can settle
    try {
      const answer = await send(intent.key);
      settle(false);
      return answer;
    } catch (error) {
      settle(leavesOpen(error));
      throw error;
    }
  }
}
