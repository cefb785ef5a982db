import type { SourceBlock, SourceDocument, SourceRemark } from '../reading.source.rules.ts';
import { formatKind, type FormatKind } from './format.reader.ts';
import { DocumentUnreadable, LIMITS, type Tally } from './guard.ts';
import { SheetReader, tableOf, type Workbook } from './sheet.reader.ts';
import { readXmlPart } from './xml.reader.ts';
import type { ZipPackage } from './zip.reader.ts';

/** The names that programs give a sheet; they say nothing about its table. */
const DEFAULT_NAME = /^(?:sheet|\u5de5\u4f5c\u8868|table)\s*\d*$/i;

interface Sheet {
  name: string;
  part: string;
  hidden: boolean;
}

function resolvePart(target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

async function readRelations(zip: ZipPackage): Promise<Map<string, { target: string; type: string }>> {
  const relations = new Map<string, { target: string; type: string }>();
  await readXmlPart(zip, 'xl/_rels/workbook.xml.rels', {
    open: (name, attributes) => {
      // An outside reference is never followed.
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      relations.set(attributes['Id'] ?? '', { target: resolvePart(attributes['Target'] ?? ''), type: attributes['Type'] ?? '' });
    },
    close: () => undefined,
  });
  return relations;
}

async function readSheetList(zip: ZipPackage, remarks: SourceRemark[]): Promise<{ sheets: Sheet[]; epoch1904: boolean }> {
  const relations = await readRelations(zip);
  const sheets: Sheet[] = [];
  let epoch1904 = false;
  const found = await readXmlPart(zip, 'xl/workbook.xml', {
    open: (name, attributes) => {
      if (name === 'workbookPr') epoch1904 = attributes['date1904'] === '1' || attributes['date1904'] === 'true';
      if (name !== 'sheet') return;
      const relation = relations.get(attributes['id'] ?? '');
      const title = attributes['name'] ?? '';
      if (!relation) return;
      if (!relation.type.endsWith('/worksheet')) remarks.push({ reason: 'chart-sheet', text: title });
      else sheets.push({ name: title, part: relation.target, hidden: attributes['state'] === 'hidden' || attributes['state'] === 'veryHidden' });
    },
    close: () => undefined,
  });
  if (!found) throw new DocumentUnreadable('damaged');
  return { sheets, epoch1904 };
}

async function readStrings(zip: ZipPackage): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = 0;
  await readXmlPart(zip, 'xl/sharedStrings.xml', {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic += 1;
      if (name === 't') inText = phonetic === 0;
    },
    close: (name) => {
      if (name === 'si') {
        strings.push(text.slice(0, LIMITS.cellCharacters));
        if (strings.length > LIMITS.cells) throw new DocumentUnreadable('too-many-cells', { limit: LIMITS.cells });
      }
      if (name === 'rPh') phonetic -= 1;
      if (name === 't') inText = false;
    },
    text: (part) => {
      if (inText) text += part;
    },
  });
  return strings;
}

async function readFormats(zip: ZipPackage): Promise<FormatKind[]> {
  const codes = new Map<number, string>();
  const formats: FormatKind[] = [];
  let inCells = false;
  await readXmlPart(zip, 'xl/styles.xml', {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells && formats.length < 100_000) {
        const id = Number(attributes['numFmtId'] ?? 0);
        formats.push(formatKind(id, codes.get(id)));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}

async function readSheet(zip: ZipPackage, sheet: Sheet, book: Workbook, tally: Tally): Promise<SourceBlock[]> {
  const reader = new SheetReader(book, tally);
  const found = await readXmlPart(zip, sheet.part, { open: (name, attributes) => reader.open(name, attributes), close: (name) => reader.close(name), text: (text) => reader.text(text) });
  if (!found) throw new DocumentUnreadable('damaged');
  const rows = tableOf(reader);
  const single = rows.every((row) => row.filter((cell) => cell.text.trim() !== '').length <= 1);
  // A sheet of one column is text with one cell a line.
  if (single) return [...rows.flat().filter((cell) => cell.text.trim() !== '').map((cell) => ({ kind: 'text' as const, text: cell.text }))];
  return rows.length > 0 ? [{ kind: 'table', rows, ...(DEFAULT_NAME.test(sheet.name) ? {} : { title: sheet.name }) }] : [];
}

/** Reads every visible sheet of a workbook: stored values of formulas, dates by their serial and format, merged cells as spans. Nothing is calculated and nothing outside is fetched. */
export async function readXlsx(zip: ZipPackage, tally: Tally): Promise<SourceDocument> {
  const remarks: SourceRemark[] = [];
  if (zip.names.some((name) => /vbaProject\.bin$/i.test(name))) remarks.push({ reason: 'macros', text: 'vbaProject.bin' });
  const { sheets, epoch1904 } = await readSheetList(zip, remarks);
  const book: Workbook = { epoch1904, strings: await readStrings(zip), formats: await readFormats(zip) };
  const blocks: SourceBlock[] = [];
  for (const sheet of sheets) {
    if (sheet.hidden) remarks.push({ reason: 'hidden-sheet', text: sheet.name });
    else blocks.push(...(await readSheet(zip, sheet, book, tally)));
  }
  return { blocks, ...(remarks.length > 0 ? { remarks } : {}) };
}
