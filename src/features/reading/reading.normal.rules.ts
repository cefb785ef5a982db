import { BLANK_MARK, HEADING_NUMBER, LIST_MARK, PENDING_MARK, SECTION_HEADING } from './reading.normal.vocabulary.ts';

/** Longer texts are prose: no value reader looks at them, so that no pattern meets unbounded input. */
export const LONGEST_VALUE = 240;

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\u2500\u2501]+/g;
const WAVES = /[\u301c\u223c\u02dc\u2053]/g;

/** One form for what is written in many: full-width digits and punctuation, dashes, waves, odd spaces. For reading only; the text shown stays as it was. */
export function normalize(text: string): string {
  return text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(DASHES, '-')
    .replace(WAVES, '~')
    .replace(/[ \t\u00a0\u3000]+/g, ' ')
    .trim();
}

/** As {@link normalize}, without any white space: for numbers and headings, where `负 责 人` is `负责人`. */
export function squeeze(text: string): string {
  return normalize(text).replace(/\s+/g, '');
}

/** Empty, or a mark that says so: `-`, `/`, `无`. */
export function isBlankMark(text: string): boolean {
  const plain = squeeze(text);
  return plain === '' || BLANK_MARK.test(plain);
}

export function isPending(text: string): boolean {
  return PENDING_MARK.test(squeeze(text));
}

/** A heading without its number, marks and closing colon: `(一)活动预算表：` → `活动预算表`. */
export function headingText(text: string): string {
  let plain = normalize(text).replace(/^#{1,6}\s*/, '').replace(/^\*\*(.*?)\*\*:?$/, '$1').replace(/[*_]{2}/g, '');
  plain = plain.replace(LIST_MARK, '');
  for (let round = 0; round < 2; round += 1) plain = plain.replace(HEADING_NUMBER, '');
  return plain.replace(/[:;,.\u3002]+$/, '').trim();
}

export function isSectionHeading(text: string): boolean {
  const plain = normalize(text);
  return plain.length <= 60 && SECTION_HEADING.test(plain) && !/[\u3002;]$/.test(plain);
}
