import { Document, Footer, Packer, PageNumber, Paragraph, Table, TableCell, TextRun, type IBorderOptions, type ParagraphChild, type TableRow } from 'docx';
import type { Locale } from '#platform/shared/messages.ts';
import { writeMessages } from './document.write.messages.ts';
import { A4, PAPER } from './paper.ts';
import { plainText } from './plain.text.ts';

/** The text face of Chinese office documents (SimSun is 宋体, SimHei is 黑体): present in Windows, WPS and as a substitute elsewhere. */
export const SONG = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: 'SimSun' };
const HEI = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: 'SimHei' };

/** 1.8 cm, in twentieths of a point. */
export const MARGIN = 1020;
export const TEXT_WIDTH = A4.width - 2 * MARGIN;

const LINE: IBorderOptions = { style: 'single', size: 4, color: PAPER.line };
const RULE: IBorderOptions = { style: 'single', size: 8, color: PAPER.ink };
const NONE: IBorderOptions = { style: 'none', size: 0, color: 'auto' };

/** Sizes in half points: 21 is 五号, the size of body text in Chinese office documents. */
export type TextLook = { size?: number; bold?: boolean; italics?: boolean; underline?: boolean; color?: string; heading?: boolean };

/** Text as runs; a line end in it becomes a line break of Word. */
export function runs(text: string, look: TextLook = {}): ParagraphChild[] {
  const { size = 21, bold = false, italics = false, underline = false, color = PAPER.ink, heading = false } = look;
  return plainText(text)
    .split('\n')
    .map((line, index) => new TextRun({ text: line, size, bold, color, font: heading ? HEI : SONG, ...(italics ? { italics } : {}), ...(underline ? { underline: {} } : {}), ...(index > 0 ? { break: 1 } : {}) }));
}

export type CellLook = TextLook & {
  align?: 'left' | 'center' | 'right';
  columnSpan?: number;
  rowSpan?: number;
  fill?: string;
  width?: number;
};

export function cell(text: string, look: CellLook = {}): TableCell {
  const { align = 'left', columnSpan, rowSpan, fill, width } = look;
  return new TableCell({
    verticalAlign: 'center',
    margins: { top: 70, bottom: 70, left: 60, right: align === 'right' ? 110 : 60, marginUnitType: 'dxa' },
    ...(columnSpan ? { columnSpan } : {}),
    ...(rowSpan ? { rowSpan } : {}),
    ...(fill ? { shading: { type: 'clear', color: 'auto', fill } } : {}),
    ...(width ? { width: { size: width, type: 'dxa' } } : {}),
    children: [new Paragraph({ alignment: align, autoSpaceEastAsianText: false, children: runs(text, { size: 19, ...look }) })],
  });
}

/** A table with lines between its rows and no cages; widths are shares of the page's width. */
export function ruledTable(shares: readonly number[], rows: TableRow[]): Table {
  return new Table({
    rows,
    layout: 'fixed',
    columnWidths: widthsOf(shares, TEXT_WIDTH),
    width: { size: TEXT_WIDTH, type: 'dxa' },
    borders: { top: RULE, bottom: RULE, left: NONE, right: NONE, insideHorizontal: LINE, insideVertical: NONE },
  });
}

export function widthsOf(shares: readonly number[], width: number): number[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => Math.floor((share / sum) * width));
}

type ParagraphLook = TextLook & { after?: number; before?: number; align?: 'left' | 'center'; keepNext?: boolean };

export function paragraph(text: string, look: ParagraphLook = {}) {
  const { before = 0, after = 80, align = 'left', keepNext = false } = look;
  return new Paragraph({ alignment: align, keepNext, autoSpaceEastAsianText: false, spacing: { before, after, line: 340 }, children: runs(text, look) });
}

/** Sentences under a table. */
export function noteParagraphs(notes: readonly string[]) {
  return notes.map((note, index) => paragraph(note, { size: 19, color: PAPER.inkSoft, before: index === 0 ? 120 : 0, after: 40 }));
}

/** The head of a document: title and a line below it. */
export function titleBlock(title: string, subtitle?: string) {
  const heading = new Paragraph({
    heading: 'Title',
    alignment: 'center',
    spacing: { before: 0, after: subtitle ? 60 : 240 },
    children: runs(title, { size: 36, bold: true, heading: true }),
  });
  if (!subtitle) return [heading];
  return [heading, paragraph(subtitle, { size: 20, color: PAPER.inkSoft, align: 'center', after: 240 })];
}

export function sectionHeading(text: string) {
  return new Paragraph({
    heading: 'Heading1',
    keepNext: true,
    spacing: { before: 280, after: 120 },
    children: runs(text, { size: 24, bold: true, heading: true }),
  });
}

export type Block = Paragraph | Table;

type FileProperties = { title: string; author?: string; locale: Locale };

/** An A4 document with page numbers. */
export async function packDocument({ title, author, locale }: FileProperties, children: Block[]): Promise<Buffer> {
  const words = writeMessages[locale];
  const grey = { size: 17, color: PAPER.inkFaint, font: SONG };
  const [before = '', between = '', after = ''] = words.page('|', '|').split('|');
  const footer = new Footer({
    children: [
      new Paragraph({
        alignment: 'center',
        children: [
          new TextRun({ ...grey, children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after] }),
        ],
      }),
    ],
  });
  const file = new Document({
    title: plainText(title),
    creator: plainText(author ?? words.product),
    lastModifiedBy: words.product,
    styles: {
      default: {
        document: { run: { font: SONG, size: 21, color: PAPER.ink, language: { value: 'en-US', eastAsia: 'zh-CN' } } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: A4.width, height: A4.height },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN, footer: 567 },
          },
        },
        footers: { default: footer },
        children,
      },
    ],
  });
  return Packer.toBuffer(file);
}
