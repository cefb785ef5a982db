import { z } from 'zod';
import { isDay } from './calendar.ts';
import { MAX_CENTS } from './money.ts';

/** The small schemas that contracts are made of. Texts are trimmed and bounded, so that no input is without a limit. */
export const idField = z.uuid();
export const text = (maximum: number) => z.string().trim().max(maximum);
export const requiredText = (maximum: number) => z.string().trim().min(1).max(maximum);
export const dayField = z.string().refine(isDay, { params: { field: 'day' } });
/** A day that the company works or rests on other than the national calendar says. */
export const ownDayField = z.object({ day: dayField, works: z.boolean() });
export const timeField = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const centsField = z.int().min(0).max(MAX_CENTS);
/**
 * Bounds of a password, in characters: the form, the operation and the sign-in library hold to the same.
 * Longer is better than stranger, so no kinds of characters are demanded (NIST SP 800-63B §3.1.1.2).
 */
export const PASSWORD_MINIMUM = 10;
export const PASSWORD_MAXIMUM = 128;
export const emailField = z.string().trim().toLowerCase().pipe(z.email().max(254));
export const campaignParams = z.object({ campaignId: idField });

export const done = z.object({});
