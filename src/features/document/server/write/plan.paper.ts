import type { RichNode, RichText } from '#features/plan/plan.section.rules.ts';
import { isSafeAddress } from '#features/plan/plan.section.rules.ts';
import type { Seal } from './seal.ts';
import type { BudgetRow, ScheduleRow, SheetShape } from './tables.ts';

/** Facts, each under its label. */
export type MetaView = { label: string; text: string }[];

/** A stretch of text of one look; `href` '' where it is no link. A line end in it is one on paper. */
export type PaperRun = { text: string; bold: boolean; italic: boolean; underline: boolean; href: string };

export type PaperBlock =
  | { kind: 'heading'; level: 2 | 3; runs: PaperRun[] }
  | { kind: 'paragraph'; runs: PaperRun[] }
  | { kind: 'list'; ordered: boolean; start: number; items: PaperBlock[][] }
  | { kind: 'quote'; blocks: PaperBlock[] }
  | { kind: 'rule' }
  | { kind: 'facts'; facts: MetaView }
  | { kind: 'table'; caption: string; shape: SheetShape }
  /** T1 and T2 keep their own form. */
  | { kind: 'budget'; caption: string; lines: readonly BudgetRow[] }
  | { kind: 'schedule'; caption: string; tasks: readonly ScheduleRow[] };

/** The plan as it is set, in Word and as PDF alike (P4.1): finished texts, and no arithmetic left to do. */
export type PlanPaper = {
  /** The campaign's name. */
  title: string;
  company: string;
  lead: string;
  cover: MetaView;
  seal: Seal | null;
  /** Across the page while the version is not approved: 草稿; '' when it is. */
  mark: string;
  /** What the reader must know of the version, in one sentence. */
  stated: string;
  parts: readonly { title: string; blocks: readonly PaperBlock[] }[];
};

/** The text of a section on paper. What the editor does not make is left to its text. */
export function paperOf(content: RichText): PaperBlock[] {
  return content.content.flatMap(blockOf);
}

function blockOf(node: RichNode): PaperBlock[] {
  const children = node.content ?? [];
  switch (node.type) {
    case 'heading': return [{ kind: 'heading', level: node.attrs?.['level'] === 3 ? 3 : 2, runs: runsOf(children) }];
    case 'paragraph': return runsOf(children).length > 0 ? [{ kind: 'paragraph', runs: runsOf(children) }] : [];
    case 'bulletList': case 'orderedList': {
      const start = Number(node.attrs?.['start'] ?? 1);
      return [{ kind: 'list', ordered: node.type === 'orderedList', start: Number.isInteger(start) ? start : 1, items: children.map((item) => (item.content ?? []).flatMap(blockOf)) }];
    }
    case 'blockquote': return [{ kind: 'quote', blocks: children.flatMap(blockOf) }];
    case 'horizontalRule': return [{ kind: 'rule' }];
    default: return children.flatMap(blockOf);
  }
}

function runsOf(nodes: readonly RichNode[]): PaperRun[] {
  return nodes.flatMap((node) => {
    const text = node.type === 'hardBreak' ? '\n' : (node.text ?? '');
    if (text === '') return runsOf(node.content ?? []);
    const marks = node.marks ?? [];
    const has = (type: string): boolean => marks.some((mark) => mark.type === type);
    const href = marks.find((mark) => mark.type === 'link')?.attrs?.['href'];
    return [{ text, bold: has('bold'), italic: has('italic'), underline: has('underline'), href: isSafeAddress(href) ? String(href) : '' }];
  });
}
