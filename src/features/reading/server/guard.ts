import { readingMessages, type UnreadableCode } from '../reading.messages.ts';
import { DEFAULT_LOCALE, type Locale } from '#platform/shared/messages.ts';
import type { JsonValue } from '../reading.contract.ts';

/** The bounds of one document. A file that crosses one is refused with a clear answer, never read in part. */
export const LIMITS = {
  /** Bytes of the file itself. */
  fileBytes: 20 * 1024 * 1024,
  /** Bytes that the parts which are read may unpack to, together. */
  unpackedBytes: 160 * 1024 * 1024,
  /** A part that unpacks to more than this many times its size, and to more than `ratioFromBytes`, is a bomb. Office XML stays below 100. */
  ratio: 250,
  ratioFromBytes: 8 * 1024 * 1024,
  zipEntries: 4000,
  xmlDepth: 200,
  rows: 20_000,
  cells: 400_000,
  /** Lines of a plain text: a table of 20,000 rows may have one cell a line. */
  lines: 200_000,
  /** A longer text in one cell is cut: a spreadsheet holds 32,767 characters. */
  cellCharacters: 32_767,
} as const;

/** A file that cannot be read as a document; `code` has a message in both languages that says what to do. */
export class DocumentUnreadable extends Error {
  readonly code: UnreadableCode;
  readonly data: { [key: string]: JsonValue };

  constructor(code: UnreadableCode, data: { [key: string]: JsonValue } = {}) {
    super(code);
    this.name = 'DocumentUnreadable';
    this.code = code;
    this.data = data;
  }
}

export function unreadableMessage(code: UnreadableCode, locale: Locale = DEFAULT_LOCALE): string {
  return readingMessages[locale].errors[code];
}

/** Counts rows and cells over all parts of one document. */
export class Tally {
  private rows = 0;
  private cells = 0;

  addRow(): void {
    this.rows += 1;
    if (this.rows > LIMITS.rows) throw new DocumentUnreadable('too-many-rows', { limit: LIMITS.rows });
  }

  addCell(): void {
    this.cells += 1;
    if (this.cells > LIMITS.cells) throw new DocumentUnreadable('too-many-cells', { limit: LIMITS.cells });
  }
}
