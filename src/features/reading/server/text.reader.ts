import iconv from 'iconv-lite';
import { detectDelimiter, parseDelimited } from '../reading.csv.rules.ts';
import { looksLikeHtml, readHtml } from '../reading.html.rules.ts';
import type { SourceDocument } from '../reading.source.rules.ts';
import { DocumentUnreadable, LIMITS } from './guard.ts';

/** UTF-16 without a byte order mark: every second byte of mostly ASCII text is zero; Chinese text has its high bytes in 4E–9F. */
function guessUtf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 4096 - (bytes.length % 2 && bytes.length < 4096 ? 1 : 0));
  const high = (from: number): number => {
    let count = 0;
    for (let place = from; place < sample.length; place += 2) {
      const byte = sample[place] ?? 0;
      if (byte === 0 || byte === 0x30 || byte === 0xff || (byte >= 0x4e && byte <= 0x9f)) count += 1;
    }
    return count / Math.max(1, Math.ceil((sample.length - from) / 2));
  };
  const zeros = sample.filter((byte) => byte === 0).length;
  if (zeros === 0 || zeros > sample.length * 0.6) return undefined;
  const [even, odd] = [high(0), high(1)];
  if (odd > 0.9 && odd > even + 0.2) return 'utf-16le';
  if (even > 0.9 && even > odd + 0.2) return 'utf-16be';
  return undefined;
}

function controlShare(text: string): number {
  const sample = text.slice(0, 20_000);
  // Control characters tell a binary file from a text.
  const bad = sample.match(/[\u0000-\u0008\u000e-\u001f\u007f\ufffd\ue000-\uf8ff]/g)?.length ?? 0;
  return bad / Math.max(1, sample.length);
}

/** The text of a file by its byte order mark, else UTF-16 by its zeros, UTF-8 when it is valid, GB18030 when that leaves nothing odd, Big5 at last. */
export function decodeText(bytes: Buffer): string {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : guessUtf16(bytes);
  if (marked) return checked(iconv.decode(bytes, marked));
  try {
    return checked(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof DocumentUnreadable) throw error;
  }
  const candidates = ['gb18030', 'big5', 'utf-8'].map((encoding) => iconv.decode(bytes, encoding));
  const best = candidates.reduce((top, text) => (controlShare(text) < controlShare(top) - 0.001 ? text : top));
  return checked(best);
}

function checked(text: string): string {
  if (controlShare(text) > 0.02 || text.slice(0, 1000).includes('\u0000\u0000')) throw new DocumentUnreadable('binary');
  return text.replace(/^\ufeff/, '').replaceAll('\u0000', '');
}

function countLines(text: string): number {
  let lines = 1;
  for (let place = text.indexOf('\n'); place >= 0 && lines <= LIMITS.lines; place = text.indexOf('\n', place + 1)) lines += 1;
  return lines;
}

/** Reads CSV by the delimiter it uses; undefined when its lines are no table. */
export function readCsv(text: string): SourceDocument | undefined {
  const stated = /^sep=(.)\r?\n/i.exec(text);
  const body = stated ? text.slice(stated[0].length) : text;
  const delimiter = stated?.[1] ?? detectDelimiter(body);
  if (!delimiter) return undefined;
  const { rows, tooMany } = parseDelimited(body, delimiter, LIMITS.rows + 1);
  if (tooMany) throw new DocumentUnreadable('too-many-rows', { limit: LIMITS.rows });
  if (rows.reduce((sum, row) => sum + row.length, 0) > LIMITS.cells) throw new DocumentUnreadable('too-many-cells', { limit: LIMITS.cells });
  const cut = (cell: string): { text: string } => ({ text: cell.slice(0, LIMITS.cellCharacters).trim() });
  return { blocks: [{ kind: 'table', rows: rows.map((row) => row.map(cut)), ragged: true }] };
}

/** Reads text by its content: HTML under any name, CSV by its name or its even delimiters, else lines of text or Markdown. */
export function readText(bytes: Buffer, name: string): SourceDocument {
  const text = decodeText(bytes);
  if (text.trim() === '') throw new DocumentUnreadable('empty');
  const delimited = /\.(?:csv|tsv|xls|xlsx)$/i.test(name);
  if (looksLikeHtml(text) && !/\.(?:md|markdown)$/i.test(name)) {
    const page = readHtml(text, LIMITS.cells);
    if (!page) throw new DocumentUnreadable('too-many-cells', { limit: LIMITS.cells });
    return page;
  }
  if (delimited) {
    const table = readCsv(text);
    if (table) return table;
  }
  if (countLines(text) > LIMITS.lines) throw new DocumentUnreadable('too-many-rows', { limit: LIMITS.rows });
  return { blocks: [{ kind: 'text', text }] };
}
