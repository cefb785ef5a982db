import { readTexts } from './reading.messages.ts';
import type { Locale } from '#platform/shared/messages.ts';
import type { Question, ReadCell } from './reading.contract.ts';
import type { Doubt, Reading } from './reading.value.ts';

/** Gives a doubt its words. */
export function ask(doubt: Doubt, locale: Locale | undefined): Question {
  return { code: doubt.code, message: readTexts(locale).questions[doubt.code], ...(doubt.data ? { data: doubt.data } : {}) };
}

export function toCell(text: string, reading: Reading, locale: Locale | undefined): ReadCell {
  return { text, value: reading.value, ...(reading.unit ? { unit: reading.unit } : {}), ...(reading.doubt ? { question: ask(reading.doubt, locale) } : {}) };
}
