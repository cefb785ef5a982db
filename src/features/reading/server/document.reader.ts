import type { SourceDocument } from '../reading.source.rules.ts';
import { understand } from '../reading.understand.rules.ts';
import type { Understanding, UnderstandOptions } from '../reading.contract.ts';
import { readDocx } from './docx.reader.ts';
import { DocumentUnreadable, LIMITS, Tally } from './guard.ts';
import { readText } from './text.reader.ts';
import { readXlsx } from './xlsx.reader.ts';
import { openZip } from './zip.reader.ts';

const starts = (bytes: Buffer, ...head: number[]): boolean => head.every((byte, place) => bytes[place] === byte);
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

/** An OLE container: an encrypted Office file, or the binary formats of before 2007 ([MS-CFB]). */
function refuseOle(bytes: Buffer): never {
  const encrypted = bytes.includes(utf16('EncryptedPackage')) || bytes.includes(utf16('EncryptionInfo'));
  throw new DocumentUnreadable(encrypted ? 'encrypted' : 'old-format');
}

function refuseOther(bytes: Buffer): void {
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) refuseOle(bytes);
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) throw new DocumentUnreadable('pdf');
  const picture = starts(bytes, 0x89, 0x50, 0x4e, 0x47) || starts(bytes, 0xff, 0xd8, 0xff) || starts(bytes, 0x47, 0x49, 0x46, 0x38) || starts(bytes, 0x42, 0x4d) && bytes.includes(0) || (starts(bytes, 0x52, 0x49, 0x46, 0x46) && bytes.includes('WEBP')) || bytes.subarray(4, 12).includes('ftypheic');
  if (picture) throw new DocumentUnreadable('picture');
  const packed = starts(bytes, 0x1f, 0x8b) || starts(bytes, 0x52, 0x61, 0x72, 0x21) || starts(bytes, 0x37, 0x7a, 0xbc, 0xaf) || starts(bytes, 0x42, 0x5a, 0x68) || starts(bytes, 0xfd, 0x37, 0x7a);
  if (packed) throw new DocumentUnreadable('archive');
  const head = bytes.subarray(0, 3000).toString('latin1');
  if (head.startsWith('{\\rtf')) throw new DocumentUnreadable('other-office');
  if (/<!DOCTYPE\s+(?!html)[^>]*[[\s]|<!ENTITY/i.test(head) && /^\s*(?:<\?xml|<!DOCTYPE)/i.test(head)) throw new DocumentUnreadable('unsafe-xml');
  if (/urn:schemas-microsoft-com:office:spreadsheet|<w:wordDocument|office\/word\/2003\/wordml|xmlPackage/.test(head) && /^\s*(?:\ufeff|\xef\xbb\xbf)?<\?xml/.test(head)) throw new DocumentUnreadable('old-format');
}

async function readZip(bytes: Buffer): Promise<SourceDocument> {
  const zip = await openZip(bytes);
  const has = (pattern: RegExp): boolean => zip.names.some((name) => pattern.test(name));
  const tally = new Tally();
  if (has(/^word\/document\d*\.xml$/i)) return readDocx(zip, tally);
  if (has(/^xl\/workbook\.xml$/i)) return readXlsx(zip, tally);
  if (has(/^EncryptedPackage$/i)) throw new DocumentUnreadable('encrypted');
  if (has(/^(?:ppt\/|xl\/workbook\.bin$|mimetype$|content\.xml$|index\/|Index\.zip$)/i)) throw new DocumentUnreadable('other-office');
  if (has(/^\[Content_Types\]\.xml$/i)) throw new DocumentUnreadable('damaged');
  throw new DocumentUnreadable(zip.names.length === 0 ? 'empty' : 'archive');
}

const KNOWN_NAMES: { [kind: string]: RegExp } = { docx: /\.(?:docx|docm|dotx|dotm)$/i, xlsx: /\.(?:xlsx|xlsm|xltx|xltm)$/i };

/** Says so when a file is not what its name promises; it is read as what it is. */
function remarkName(document: SourceDocument, name: string, isZip: boolean): SourceDocument {
  const claimed = Object.entries(KNOWN_NAMES).find(([, pattern]) => pattern.test(name))?.[0];
  const plainName = /\.(?:csv|tsv|txt|md|markdown|html?)$/i.test(name);
  const wrong = (claimed !== undefined && !isZip) || (plainName && isZip) || /\.(?:doc|xls|pdf|png|jpe?g|zip|rtf)$/i.test(name);
  return wrong ? { ...document, remarks: [...(document.remarks ?? []), { reason: 'other-format', text: name }] } : document;
}

/** Makes the neutral form of a file by its content, whatever its name says. Throws {@link DocumentUnreadable}. */
export async function readSource(bytes: Buffer, name: string): Promise<SourceDocument> {
  if (bytes.length > LIMITS.fileBytes) throw new DocumentUnreadable('too-large', { limit: LIMITS.fileBytes });
  if (bytes.length === 0) throw new DocumentUnreadable('empty');
  refuseOther(bytes);
  const isZip = starts(bytes, 0x50, 0x4b, 0x03, 0x04) || starts(bytes, 0x50, 0x4b, 0x05, 0x06) || starts(bytes, 0x50, 0x4b, 0x07, 0x08);
  const document = isZip ? await readZip(bytes) : readText(bytes, name);
  const swapped = isZip && ((/\.docx?$/i.test(name) && document.blocks.length > 0 && !(await isWord(bytes))) || (/\.xlsx?$/i.test(name) && (await isWord(bytes))));
  const remarked = remarkName(document, name, isZip);
  return swapped && !remarked.remarks?.some((remark) => remark.reason === 'other-format') ? { ...remarked, remarks: [...(remarked.remarks ?? []), { reason: 'other-format', text: name }] } : remarked;
}

async function isWord(bytes: Buffer): Promise<boolean> {
  return (await openZip(bytes)).names.some((entry) => /^word\/document\d*\.xml$/i.test(entry));
}

/**
 * Reads a document in this thread. For files of strangers use `readInWorker`, which bounds time and memory as well.
 * Throws {@link DocumentUnreadable} with a code that has a message in both languages.
 */
export async function readDocument(bytes: Uint8Array, name: string, options: UnderstandOptions = {}): Promise<Understanding> {
  const source = await readSource(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name);
  const understanding = understand(source, options);
  const nothing = understanding.tables.length === 0 && understanding.goals.length === 0 && understanding.aside.length === 0;
  if (nothing) throw new DocumentUnreadable('empty');
  return understanding;
}
