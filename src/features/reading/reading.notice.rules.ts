import { NOTICE_NUMBER, NOTICES, NOT_NOTICE } from './reading.notice.vocabulary.ts';
import { normalize } from './reading.normal.rules.ts';

/** A line of the hosting site, the printer or the editor, and none of the document (formats.md, Damage). */
export function isNotice(line: string): boolean {
  if (line.length > 1200) return false;
  const plain = normalize(line).replace(NOTICE_NUMBER, '');
  if (plain === '' || NOT_NOTICE.test(plain)) return false;
  return plain.length <= 600 && NOTICES.some((pattern) => pattern.test(plain));
}
