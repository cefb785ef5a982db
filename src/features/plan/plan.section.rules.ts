/** Rich text as ProseMirror writes it in JSON; only what `NODES` and `MARKS` name. */
export interface RichNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly RichNode[];
  readonly text?: string;
  readonly marks?: readonly RichMark[];
}
export interface RichMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}
export interface RichText {
  readonly type: 'doc';
  readonly content: readonly RichNode[];
}

export const EMPTY_TEXT: RichText = { type: 'doc', content: [] };

/** What a section's text may be made of: the same in the editor, in the server's check and on paper. */
export const NODES: Readonly<Record<string, readonly string[]>> = {
  paragraph: [], heading: ['level'], bulletList: [], orderedList: ['start', 'type'], listItem: [], blockquote: [], hardBreak: [], horizontalRule: [],
};
export const MARKS: Readonly<Record<string, readonly string[]>> = { bold: [], italic: [], underline: [], link: ['href', 'target', 'rel', 'class', 'title'] };
/** Inside a section, whose own title is the first level. */
export const HEADING_LEVELS = [2, 3] as const;

/** True for an address that a person may be sent to from a document. */
export function isSafeAddress(href: unknown): boolean {
  return typeof href === 'string' && /^(https?:\/\/|mailto:)/i.test(href.trim());
}

/** The text of a node without marks. */
export function textOf(node: RichNode): string {
  if (node.type === 'hardBreak') return '\n';
  return node.text ?? (node.content ?? []).map(textOf).join('');
}

const LINE_NODES = new Set(['paragraph', 'heading']);

function linesOf(node: RichNode): string[] {
  if (LINE_NODES.has(node.type)) return [textOf(node)];
  return (node.content ?? []).flatMap(linesOf);
}

/** Everything that the text says, a block a line, for search and checks. */
export function wordsOf(content: RichText): string {
  return content.content.flatMap(linesOf).map((line) => line.trim()).filter(Boolean).join('\n');
}

const paragraph = (text: string): RichNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const listItem = (text: string): RichNode => ({ type: 'listItem', content: [paragraph(text)] });

/**
 * Plain text as blocks: an empty line parts paragraphs, `## ` and `### ` make headings, `- ` points and `1. ` numbers.
 * A single line break inside a paragraph parts it too: nothing of a line is lost.
 */
export function blocksOf(text: string): RichNode[] {
  const blocks: RichNode[] = [];
  for (const line of text.split(/\r?\n/).map((one) => one.trim())) {
    if (line === '') {
      blocks.push({ type: 'break' });
      continue;
    }
    const heading = /^(#{1,6})\s+(.+)$/.exec(line);
    const point = /^[-*•]\s+(.+)$/.exec(line);
    const numbered = /^\d{1,3}(?:[.)]\s+|[、）]\s*)(.+)$/.exec(line);
    if (heading) blocks.push({ type: 'heading', attrs: { level: (heading[1]?.length ?? 2) <= 2 ? 2 : 3 }, content: [{ type: 'text', text: heading[2] ?? '' }] });
    else if (point) append(blocks, 'bulletList', point[1] ?? '');
    else if (numbered) append(blocks, 'orderedList', numbered[1] ?? '');
    else blocks.push(paragraph(line));
  }
  return blocks.filter((block) => block.type !== 'break');
}

function append(blocks: RichNode[], type: 'bulletList' | 'orderedList', text: string): void {
  const last = blocks.at(-1);
  if (last?.type === type) blocks[blocks.length - 1] = { ...last, content: [...(last.content ?? []), listItem(text)] };
  else blocks.push({ type, ...(type === 'orderedList' ? { attrs: { start: 1 } } : {}), content: [listItem(text)] });
}
