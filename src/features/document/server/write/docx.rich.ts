import { ExternalHyperlink, Paragraph, type IBorderOptions, type INumberingOptions, type ParagraphChild, type Table } from 'docx';
import { runs } from './docx.parts.ts';
import { PAPER } from './paper.ts';
import type { PaperBlock, PaperRun } from './plan.paper.ts';

type Text = Exclude<PaperBlock, { kind: 'facts' | 'table' | 'budget' | 'schedule' }>;

/** One level of a list moves in by 0.74 cm, two Chinese characters of body text. */
const STEP = 420;
const DEEPEST = 5;
const SIZES = { 2: 23, 3: 21 } as const;
const HEADINGS = { 2: 'Heading2', 3: 'Heading3' } as const;

/** How deep a paragraph stands, and the list whose item it begins. */
interface Place {
  readonly depth: number;
  readonly numbering?: { readonly reference: string; readonly level: number; readonly instance: number };
  readonly quoted?: boolean;
}

/** Turns rich text into paragraphs of Word; remembers the lists, each of which counts from its own start. */
export class RichWriter {
  readonly #starts = new Set<number>();
  #lists = 0;

  write(blocks: readonly PaperBlock[], table: (block: Exclude<PaperBlock, Text>) => readonly (Paragraph | Table)[], place: Place = { depth: 0 }): (Paragraph | Table)[] {
    return blocks.flatMap((block): readonly (Paragraph | Table)[] => {
      switch (block.kind) {
        case 'heading': return [heading(block)];
        case 'paragraph': return [paragraphOf(block.runs, place)];
        case 'rule': return [new Paragraph({ spacing: { before: 80, after: 160 }, border: { bottom: LINE }, children: [] })];
        case 'quote': return this.write(block.blocks, table, { depth: place.depth, quoted: true });
        case 'list': return this.#list(block, table, place);
        default: return table(block);
      }
    });
  }

  #list(block: Extract<PaperBlock, { kind: 'list' }>, table: Parameters<RichWriter['write']>[1], place: Place): (Paragraph | Table)[] {
    const level = Math.min(place.depth, DEEPEST);
    const reference = block.ordered ? `numbers-${String(block.start)}` : 'points';
    if (block.ordered) this.#starts.add(block.start);
    this.#lists += 1;
    const instance = this.#lists;
    // Only the first paragraph of an item has its sign; what follows in the item stands under it.
    return block.items.flatMap(([first, ...rest]) => [
      ...(first ? this.write([first], table, first.kind === 'paragraph' ? { depth: place.depth, numbering: { reference, level, instance } } : { depth: place.depth + 1 }) : []),
      ...this.write(rest, table, { depth: place.depth + 1 }),
    ]);
  }

  /** The kinds of lists that were used. */
  numbering(): INumberingOptions {
    const levels = (format: 'bullet' | 'decimal', text: (level: number) => string, start?: number) => Array.from({ length: DEEPEST + 1 }, (_, level) => ({
      level, format, text: text(level), ...(start === undefined ? {} : { start }), alignment: 'left' as const,
      style: { paragraph: { indent: { left: STEP * (level + 1), hanging: STEP } } },
    }));
    return { config: [{ reference: 'points', levels: levels('bullet', () => '•') }, ...[...this.#starts].map((start) => ({ reference: `numbers-${String(start)}`, levels: levels('decimal', (level) => `%${String(level + 1)}.`, start) }))] };
  }
}

const LINE: IBorderOptions = { style: 'single', size: 6, color: PAPER.line, space: 4 };

function heading({ level, runs: said }: Extract<PaperBlock, { kind: 'heading' }>): Paragraph {
  return new Paragraph({ heading: HEADINGS[level], keepNext: true, spacing: { before: 200, after: 80 }, children: said.flatMap((run) => runOf(run, { size: SIZES[level], bold: true, heading: true })) });
}

function paragraphOf(said: readonly PaperRun[], { depth, numbering, quoted }: Place): Paragraph {
  return new Paragraph({
    autoSpaceEastAsianText: false, spacing: { before: 0, after: numbering ? 60 : 120, line: 360 },
    ...(numbering ? { numbering } : depth > 0 ? { indent: { left: STEP * depth } } : {}),
    ...(quoted ? { indent: { left: STEP * depth + 240 }, border: { left: { ...LINE, size: 18, space: 8 } } } : {}),
    children: said.flatMap((run) => runOf(run, quoted ? { color: PAPER.inkSoft } : {})),
  });
}

function runOf(run: PaperRun, look: Parameters<typeof runs>[1]): ParagraphChild[] {
  const marks = { ...look, bold: run.bold || look?.bold === true, italics: run.italic, underline: run.underline || run.href !== '' };
  if (run.href === '') return runs(run.text, marks);
  return [new ExternalHyperlink({ link: run.href, children: runs(run.text, { ...marks, color: PAPER.indigo }) })];
}
