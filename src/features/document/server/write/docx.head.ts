import { Paragraph, Table, TableCell, TableRow, type IBorderOptions, type ITableCellBorders } from 'docx';
import { cell, paragraph, runs, TEXT_WIDTH, widthsOf } from './docx.parts.ts';
import { PAPER } from './paper.ts';
import type { SealView } from './pdf.views.ts';
import type { MetaView } from './plan.paper.ts';

const NONE: IBorderOptions = { style: 'none', size: 0, color: 'auto' };
const NO_BORDERS: Required<Pick<ITableCellBorders, 'top' | 'bottom' | 'left' | 'right'>> = { top: NONE, bottom: NONE, left: NONE, right: NONE };
export const NO_LINES = { ...NO_BORDERS, insideHorizontal: NONE, insideVertical: NONE };
const CHOP: IBorderOptions = { style: 'single', size: 20, color: PAPER.seal };

/** Width of the chop: 4 cm. */
export const SEAL_WIDTH = 2300;

type Head = { kind: string; title: string; seal: SealView | null };

/** Kind of document and title, with the seal of the approved version beside them. */
export function headTable({ kind, title, seal }: Head) {
  const widths = seal ? [TEXT_WIDTH - SEAL_WIDTH, SEAL_WIDTH] : [TEXT_WIDTH];
  const heading = new Paragraph({ heading: 'Title', spacing: { before: 40, after: 0 }, children: runs(title, { size: 40, bold: true, heading: true }) });
  const left = new TableCell({
    borders: NO_BORDERS,
    verticalAlign: 'center',
    width: { size: widths[0] ?? TEXT_WIDTH, type: 'dxa' },
    margins: { left: 0, right: 200, marginUnitType: 'dxa' },
    children: [paragraph(kind, { size: 19, color: PAPER.inkSoft, after: 0 }), heading],
  });
  return new Table({
    layout: 'fixed',
    borders: NO_LINES,
    columnWidths: widths,
    width: { size: TEXT_WIDTH, type: 'dxa' },
    rows: [new TableRow({ cantSplit: true, children: seal ? [left, sealCell(seal)] : [left] })],
  });
}

export function sealCell({ lines }: SealView) {
  const [what = '', approved = '', by = '', on = ''] = lines;
  const line = (text: string, size: number, bold: boolean) =>
    new Paragraph({ alignment: 'center', spacing: { before: 0, after: 0 }, children: runs(text, { size, bold, color: PAPER.seal, heading: true }) });
  return new TableCell({
    borders: { top: CHOP, bottom: CHOP, left: CHOP, right: CHOP },
    verticalAlign: 'center',
    width: { size: SEAL_WIDTH, type: 'dxa' },
    margins: { top: 80, bottom: 80, left: 60, right: 60, marginUnitType: 'dxa' },
    children: [line(what, 19, true), line(approved, 30, true), line(`${by} ${on}`, 15, false)],
  });
}

/** The facts of the campaign, label above value. */
export function metaTable(meta: MetaView) {
  const columns = 4;
  const widths = widthsOf([1, 1.4, 1, 1], TEXT_WIDTH);
  const rows = [];
  for (let at = 0; at < meta.length; at += columns) {
    const entries = Array.from({ length: columns }, (_, offset) => meta[at + offset] ?? { label: '', text: '' });
    rows.push(
      new TableRow({
        cantSplit: true,
        children: entries.map(
          ({ label, text }, index) =>
            new TableCell({
              width: { size: widths[index] ?? 0, type: 'dxa' },
              margins: { top: 60, bottom: 60, left: 0, right: 100, marginUnitType: 'dxa' },
              children: [paragraph(label, { size: 17, color: PAPER.inkSoft, after: 0 }), paragraph(text, { size: 20, after: 0 })],
            }),
        ),
      }),
    );
  }
  const line: IBorderOptions = { style: 'single', size: 4, color: PAPER.line };
  return new Table({
    rows,
    layout: 'fixed',
    columnWidths: widths,
    width: { size: TEXT_WIDTH, type: 'dxa' },
    borders: { ...NO_LINES, top: line, bottom: line },
  });
}

/** Where the people sign whose names stand under the document. */
export function signOff(labels: readonly string[]) {
  const widths = widthsOf(labels.flatMap(() => [1.6, 2]), TEXT_WIDTH);
  const ruled: IBorderOptions = { style: 'single', size: 4, color: PAPER.inkFaint };
  const cells = labels.flatMap((label, index) => [
    cell(label, { size: 19, color: PAPER.inkSoft, align: 'right', width: widths[index * 2] ?? 0 }),
    new TableCell({ borders: { ...NO_BORDERS, bottom: ruled }, width: { size: widths[index * 2 + 1] ?? 0, type: 'dxa' }, children: [paragraph('', { before: 400, after: 0 })] }),
  ]);
  return new Table({
    layout: 'fixed',
    borders: NO_LINES,
    columnWidths: widths,
    width: { size: TEXT_WIDTH, type: 'dxa' },
    rows: [new TableRow({ cantSplit: true, height: { value: 900, rule: 'atLeast' }, children: cells })],
  });
}
