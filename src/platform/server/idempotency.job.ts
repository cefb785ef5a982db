import { forgetOldKeys } from './idempotency.ts';
import { defineJob } from './jobs/job.ts';

/** At night in China; a day that was missed needs no catching up. */
export const forgetKeys = defineJob({ name: 'platform.forgetKeys', cron: '40 19 * * *', run: async ({ db }) => void (await forgetOldKeys(db)) });
