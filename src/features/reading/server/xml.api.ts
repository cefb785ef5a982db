// For formats of later features that are XML: the same bounds as for Office files.
export { DocumentUnreadable, LIMITS, unreadableMessage } from './guard.ts';
export { decodeText } from './text.reader.ts';
export { parseXml } from './xml.reader.ts';
