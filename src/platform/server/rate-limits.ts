import type pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '#platform/shared/problem.ts';

/** Points per seconds, and how long a key is closed after them. Failed sign-ins count per person and address, and per person from anywhere; mails that a person sends themselves. */
const LIMITS = {
  signIn: { points: 8, duration: 900, blockDuration: 900 },
  signInAccount: { points: 40, duration: 3_600, blockDuration: 900 },
  reset: { points: 5, duration: 3_600, blockDuration: 3_600 },
  setup: { points: 20, duration: 3_600, blockDuration: 600 },
  link: { points: 60, duration: 3_600, blockDuration: 600 },
  // A calendar of several programs, each of which asks every five minutes; and addresses that lead nowhere, by who asks.
  feed: { points: 120, duration: 3_600, blockDuration: 0 },
  feedUnknown: { points: 120, duration: 3_600, blockDuration: 600 },
  noticeTrial: { points: 10, duration: 3_600, blockDuration: 600 },
} as const;
export type LimitName = keyof typeof LIMITS;

export interface RateLimits {
  /** Throws `request.too_many` when the key is closed; takes nothing. */
  check(name: LimitName, key: string): Promise<void>;
  /** Takes a point. Throws `request.too_many` when there is none left. */
  take(name: LimitName, key: string): Promise<void>;
  forgive(name: LimitName, key: string): Promise<void>;
}

/** Counters live in the database, so that a restart or a second process does not reset them. */
export function openRateLimits(pool: pg.Pool): RateLimits {
  const limiters = Object.fromEntries(
    Object.entries(LIMITS).map(([name, limit]) => [name, new RateLimiterPostgres({ storeClient: pool, tableName: 'rate_limits', tableCreated: true, keyPrefix: name, ...limit })]),
  ) as Record<LimitName, RateLimiterPostgres>;
  const tooMany = (milliseconds: number) => new Problem('request.too_many', 429, { retryAfterSeconds: Math.max(1, Math.ceil(milliseconds / 1_000)) });
  return {
    async check(name, key) {
      const state = await limiters[name].get(key);
      if (state && state.consumedPoints > LIMITS[name].points) throw tooMany(state.msBeforeNext);
    },
    async take(name, key) {
      await limiters[name].consume(key).catch((error: unknown) => {
        throw error instanceof RateLimiterRes ? tooMany(error.msBeforeNext) : error;
      });
    },
    async forgive(name, key) {
      await limiters[name].delete(key);
    },
  };
}
