import { inflateSync } from 'node:zlib';

type PdfObject = { head: string; stream: string };

function readObjects(pdf: Buffer): Map<string, PdfObject> {
  const source = pdf.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const [, id = '', body = ''] of source.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const at = body.indexOf('stream\n');
    const head = at < 0 ? body : body.slice(0, at);
    const raw = at < 0 ? '' : body.slice(at + 7, body.lastIndexOf('\nendstream'));
    const packed = head.includes('/FlateDecode') && !head.includes('/Length1');
    objects.set(id, { head, stream: packed ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1') : raw });
  }
  return objects;
}

function utf16(hex: string): string {
  const bytes = Buffer.from(hex, 'hex');
  return Buffer.from(bytes).swap16().toString('utf16le');
}

/** Glyph number to text, by the font's own ToUnicode table. */
function readGlyphs(objects: Map<string, PdfObject>, font: string): Map<number, string> {
  const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font)?.head ?? '')?.[1] ?? '';
  const pairs = (objects.get(table)?.stream ?? '').matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gm);
  return new Map([...pairs].map(([, glyph = '', text = '']) => [Number.parseInt(glyph, 16), utf16(text)]));
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescape(literal: string): string {
  return literal.replace(/\\(?:([0-7]{1,3})|([\s\S]))/g, (_, octal: string | undefined, one: string) =>
    octal ? String.fromCharCode(Number.parseInt(octal, 8)) : (escapes[one] ?? one),
  );
}

/** A literal string's end: parentheses inside of it are balanced or escaped. */
function literalEnd(content: string, from: number): number {
  let depth = 1;
  let at = from;
  for (; depth > 0; at += 1) {
    if (content[at] === '\\') at += 1;
    else if (content[at] === '(') depth += 1;
    else if (content[at] === ')') depth -= 1;
  }
  return at;
}

function readStream(content: string, fonts: Map<string, Map<number, string>>): string {
  let glyphs = new Map<number, string>();
  let text = '';
  const take = (bytes: Buffer): void => {
    for (let at = 0; at + 1 < bytes.length; at += 2) text += glyphs.get(bytes.readUInt16BE(at)) ?? '\uFFFD';
  };
  const token = /\/(F\d+) [\d.]+ Tf|(\()|<([0-9A-Fa-f]+)>|\b(ET)\b/g;
  for (let match = token.exec(content); match; match = token.exec(content)) {
    const [, font, literal, hex] = match;
    if (font) glyphs = fonts.get(font) ?? glyphs;
    else if (hex) take(Buffer.from(hex, 'hex'));
    else if (literal) {
      const from = token.lastIndex;
      token.lastIndex = literalEnd(content, from);
      take(Buffer.from(unescape(content.slice(from, token.lastIndex - 1)), 'latin1'));
    } else text += ' ';
  }
  return text;
}

export type PdfReading = { pages: string[]; title: string; author: string };

/** The text of each page of a PDF set by Typst, through its fonts' ToUnicode tables, and the file's title and author. */
export function readPdf(pdf: Buffer): PdfReading {
  const objects = readObjects(pdf);
  const heads = [...objects.values()].map((object) => object.head);
  const info = heads.find((head) => head.includes('/Creator')) ?? '';
  const named = (key: string): string => {
    const [, hex = '', plain = ''] = new RegExp(`/${key} (?:<([0-9A-F]+)>|\\(([^)]*)\\))`).exec(info) ?? [];
    return hex ? utf16(hex).replace('\uFEFF', '') : plain;
  };
  const fonts = new Map<string, Map<number, string>>();
  for (const head of heads.filter((entry) => entry.includes('/Font <<'))) {
    for (const [, name = '', id = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) fonts.set(name, readGlyphs(objects, id));
  }
  const pages = heads.filter((head) => /\/Type \/Page\b(?!s)/.test(head)).map((head) => readStream(objects.get(/\/Contents (\d+)/.exec(head)?.[1] ?? '')?.stream ?? '', fonts));
  return { pages, title: named('Title'), author: named('Author') };
}
