import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { DocumentUnreadable, LIMITS } from './guard.ts';
import type { ZipPackage } from './zip.reader.ts';

/** Names come without their prefix: strict and transitional OOXML, and any producer's prefixes, read alike. */
export interface XmlHandler {
  open: (name: string, attributes: { [name: string]: string }) => void;
  close: (name: string) => void;
  text?: (text: string) => void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function makeParser(handler: XmlHandler): SaxesParser {
  const parser = new SaxesParser({ fragment: false });
  let depth = 0;
  // A DTD is where entity bombs and outside references live; an Office part never has one.
  parser.on('doctype', () => {
    throw new DocumentUnreadable('unsafe-xml');
  });
  parser.on('error', (error) => {
    throw /entity/i.test(error.message) ? new DocumentUnreadable('unsafe-xml') : new DocumentUnreadable('damaged');
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > LIMITS.xmlDepth) throw new DocumentUnreadable('too-deep');
    const attributes: { [name: string]: string } = Object.create(null) as { [name: string]: string };
    for (const [name, value] of Object.entries(tag.attributes)) attributes[local(name)] ??= value as string;
    handler.open(local(tag.name), attributes);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    handler.close(local(tag.name));
  });
  if (handler.text) parser.on('text', handler.text);
  if (handler.text) parser.on('cdata', handler.text);
  return parser;
}

/** Streams one part of an Office file through a SAX handler; false when there is no such part. */
export async function readXmlPart(zip: ZipPackage, name: string, handler: XmlHandler): Promise<boolean> {
  const parser = makeParser(handler);
  let decoder: TextDecoder | undefined;
  let started = false;
  const found = await zip.read(name, (chunk) => {
    decoder ??= new TextDecoder(chunk[0] === 0xff && chunk[1] === 0xfe ? 'utf-16le' : chunk[0] === 0xfe && chunk[1] === 0xff ? 'utf-16be' : 'utf-8');
    const text = decoder.decode(chunk, { stream: true });
    started ||= text !== '';
    parser.write(text);
  });
  if (found && started) parser.close();
  return found;
}

/** Parses a text of XML under the same bounds. Throws {@link DocumentUnreadable}. */
export function parseXml(text: string, handler: XmlHandler): void {
  const parser = makeParser(handler);
  parser.write(text);
  parser.close();
}
