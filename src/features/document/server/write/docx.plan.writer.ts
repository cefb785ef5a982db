import { Document, Footer, Header, Packer, PageNumber, Paragraph, Table, TableCell, TableOfContents, TableRow, TextRun, type IBorderOptions, type ISectionOptions } from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import { TextWatermark } from 'docx/watermarks';
import type { Locale } from '#platform/shared/messages.ts';
import { writeMessages } from './document.write.messages.ts';
import { NO_LINES, sealCell, SEAL_WIDTH } from './docx.head.ts';
import { cell, MARGIN, noteParagraphs, paragraph, runs, sectionHeading, SONG, TEXT_WIDTH, widthsOf, type Block } from './docx.parts.ts';
import { RichWriter } from './docx.rich.ts';
import { shapeTable } from './docx.writer.ts';
import { A4, PAPER } from './paper.ts';
import { viewSeal } from './pdf.views.ts';
import { plainText } from './plain.text.ts';
import type { PaperBlock, PlanPaper } from './plan.paper.ts';
import { planWriteMessages } from './plan.write.messages.ts';
import { shapeBudget, shapeSchedule, type SheetShape } from './tables.ts';

const LINE: IBorderOptions = { style: 'single', size: 4, color: PAPER.line };
/** A value of the cover that is longer than this stands under it: the hash. */
const LONG = 40;
/** Pages of more rows are counted by Word when it opens the file: 4,000 rows would cost 18 s here. */
const MOST_COUNTED = 1_000;

/** The whole plan as a Word document (P4.1): a cover, the contents with their pages, numbered sections, lines to sign. */
export async function writePlan(paper: PlanPaper, locale: Locale): Promise<Buffer> {
  const words = writeMessages[locale];
  const rich = new RichWriter();
  const body = paper.parts.flatMap((part): Block[] => [sectionHeading(part.title), ...rich.write(part.blocks, (block) => tableOf(block, locale))]);
  const own = planWriteMessages[locale];
  const contents = new TableOfContents(own.contents, { hyperlink: true, headingStyleRange: '1-1' });
  const file = new Document({
    title: plainText(`${paper.title} ${words.titles.plan}`), creator: plainText(paper.lead === '' ? words.product : paper.lead), lastModifiedBy: words.product,
    // The faces of Chinese office documents are not in the tables that pages are counted with: a near guess, which Word mends when it updates the contents.
    ...(rowsOf(paper) > MOST_COUNTED ? {} : { pageNumbers: estimatePageNumbersWith({ guess: true }) }),
    styles: { default: { document: { run: { font: SONG, size: 21, color: PAPER.ink, language: { value: 'en-US', eastAsia: 'zh-CN' } } } } },
    numbering: rich.numbering(),
    sections: [
      { properties: { page: page() }, headers: { default: watermark(paper) }, children: cover(paper, locale) },
      { properties: { page: page(1) }, headers: { default: header(paper, locale) }, footers: { default: footer(locale) }, children: [paragraph(own.contents, { size: 30, bold: true, heading: true, after: 200 }), contents, new Paragraph({ pageBreakBefore: true, spacing: { before: 0, after: 0, line: 20, lineRule: 'exact' }, children: [] }), ...body, signatures(locale)] },
    ],
  });
  return Packer.toBuffer(file);
}

const rowsOf = ({ parts }: PlanPaper): number => parts.flatMap((part) => part.blocks)
  .reduce((sum, block) => sum + (block.kind === 'table' ? block.shape.rows.length : block.kind === 'budget' ? block.lines.length : block.kind === 'schedule' ? block.tasks.length : 0), 0);

type PageOptions = NonNullable<NonNullable<ISectionOptions['properties']>['page']>;

const page = (start?: number): PageOptions => ({
  size: { width: A4.width, height: A4.height },
  margin: { top: MARGIN + 250, bottom: MARGIN, left: MARGIN, right: MARGIN, header: 567, footer: 567 },
  ...(start === undefined ? {} : { pageNumbers: { start } }),
});

/** A Chinese character of the watermark is as high as wide, in points; Latin letters keep the library's proportions. */
const MARK = 140;
const marks = ({ mark }: PlanPaper) => {
  const square = /\p{Script=Han}/u.test(mark) ? { width: MARK * mark.length, height: MARK } : {};
  return mark === '' ? [] : [new TextWatermark({ text: mark, font: 'SimHei', color: 'C9C9C9', opacity: 0.35, ...square })];
};
const watermark = (paper: PlanPaper): Header => new Header({ children: [new Paragraph({ children: marks(paper) })] });

function header(paper: PlanPaper, locale: Locale): Header {
  const look = { size: 17, color: PAPER.inkFaint } as const;
  return new Header({
    children: [new Paragraph({
      border: { bottom: { ...LINE, space: 4 } }, tabStops: [{ type: 'right', position: TEXT_WIDTH }],
      children: [...runs(`${paper.title} · ${writeMessages[locale].titles.plan}`.replaceAll('\n', ' '), look), new TextRun({ text: '\t', size: 17 }), ...runs(paper.mark === '' ? paper.stated : paper.mark, { ...look, color: paper.mark === '' ? PAPER.inkFaint : PAPER.rose }), ...marks(paper)],
    })],
  });
}

function footer(locale: Locale): Footer {
  const [before = '', between = '', after = ''] = writeMessages[locale].page('|', '|').split('|');
  const look = { size: 17, color: PAPER.inkFaint, font: SONG };
  return new Footer({ children: [new Paragraph({ alignment: 'center', children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES_IN_SECTION, after].map((part) => new TextRun({ ...look, children: [part] })) })] });
}

function cover(paper: PlanPaper, locale: Locale): Block[] {
  const short = paper.cover.filter((fact) => fact.text.length <= LONG);
  const long = paper.cover.filter((fact) => fact.text.length > LONG);
  const seal = viewSeal(paper.seal, locale);
  return [
    paragraph(paper.company, { size: 24, color: PAPER.inkSoft, before: 2600, after: 240 }),
    new Paragraph({ heading: 'Title', spacing: { before: 0, after: 160 }, children: runs(paper.title, { size: 60, bold: true, heading: true }) }),
    new Paragraph({ spacing: { before: 0, after: 700 }, border: { bottom: { style: 'single', size: 24, color: PAPER.indigo, space: 18 } }, indent: { right: 7200 }, children: runs(writeMessages[locale].titles.plan, { size: 36, bold: true, heading: true, color: PAPER.indigo }) }),
    factTable(short.map(({ label, text }) => [label, text]), 22, false),
    paragraph('', { before: 1400, after: 0 }),
    ...(seal ? [new Table({
      layout: 'fixed', alignment: 'right', borders: NO_LINES, columnWidths: [SEAL_WIDTH], width: { size: SEAL_WIDTH, type: 'dxa' }, rows: [new TableRow({ cantSplit: true, children: [sealCell(seal)] })],
    })] : []),
    paragraph(paper.stated, { size: 20, bold: seal !== null, before: 300, after: 60 }),
    ...long.map(({ label, text }) => paragraph(`${label} ${text}`, { size: 15, color: PAPER.inkFaint, after: 0 })),
  ];
}

/** Labels beside what they say. */
function factTable(facts: readonly (readonly string[])[], size: number, ruled: boolean): Table {
  const widths = widthsOf([2.2, 10], TEXT_WIDTH);
  return new Table({
    layout: 'fixed', columnWidths: widths, width: { size: TEXT_WIDTH, type: 'dxa' }, borders: ruled ? { ...NO_LINES, top: LINE, bottom: LINE } : NO_LINES,
    rows: facts.map(([label = '', text = '']) => new TableRow({ cantSplit: true, children: [cell(label, { size, color: PAPER.inkSoft, width: widths[0] ?? 0 }), cell(text, { size, width: widths[1] ?? 0 })] })),
  });
}

function tableOf(block: Extract<PaperBlock, { kind: 'facts' | 'table' | 'budget' | 'schedule' }>, locale: Locale): Block[] {
  switch (block.kind) {
    case 'facts': return [factTable(block.facts.map(({ label, text }) => [label, text]), 20, true), spacer()];
    case 'table': return captioned(block.caption, block.shape);
    case 'budget': return captioned(block.caption, shapeBudget({ lines: block.lines, locale }));
    case 'schedule': return captioned(block.caption, shapeSchedule({ tasks: block.tasks, locale }));
  }
}

const spacer = (): Paragraph => new Paragraph({ spacing: { before: 0, after: 60 }, children: [] });

function captioned(caption: string, shape: SheetShape): Block[] {
  return [paragraph(caption, { size: 20, bold: true, heading: true, before: 200, after: 100, keepNext: true }), shapeTable(shape), ...noteParagraphs(shape.notes ?? []), spacer()];
}

/** Where the people sign, and on which day. */
function signatures(locale: Locale): Table {
  const words = planWriteMessages[locale];
  const widths = widthsOf(words.signatures.flatMap(() => [1.6, 2]), TEXT_WIDTH);
  const ruled: IBorderOptions = { style: 'single', size: 4, color: PAPER.inkFaint };
  const row = (labels: readonly string[]): TableRow => new TableRow({
    cantSplit: true, height: { value: 760, rule: 'atLeast' },
    children: labels.flatMap((label, index) => [
      cell(label, { size: 19, color: PAPER.inkSoft, align: 'right', width: widths[index * 2] ?? 0 }),
      new TableCell({ borders: { ...NO_LINES, bottom: ruled }, width: { size: widths[index * 2 + 1] ?? 0, type: 'dxa' }, children: [paragraph('', { before: 300, after: 0 })] }),
    ]),
  });
  return new Table({ layout: 'fixed', borders: NO_LINES, columnWidths: widths, width: { size: TEXT_WIDTH, type: 'dxa' }, rows: [row(words.signatures), row(words.signatures.map(() => words.signDate))] });
}
