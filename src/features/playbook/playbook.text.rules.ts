import { textOf, type RichNode, type RichText } from '#features/plan/plan.section.rules.ts';

const line = (node: RichNode): string => textOf(node).replaceAll(/\s*\n\s*/g, ' ').trim();

function blockText(node: RichNode): string {
  switch (node.type) {
    case 'heading': return `${node.attrs?.['level'] === 3 ? '###' : '##'} ${line(node)}`;
    case 'bulletList': return (node.content ?? []).map((item) => `- ${line(item)}`).join('\n');
    case 'orderedList': return (node.content ?? []).map((item, index) => `${index + 1}. ${line(item)}`).join('\n');
    case 'blockquote': return (node.content ?? []).map(blockText).join('\n\n');
    default: return line(node);
  }
}

/** The text of a section as a playbook keeps it: what `blocksOf` reads back. Bold, links and the like are left behind. */
export function plainText(content: RichText): string {
  return content.content.map(blockText).filter(Boolean).join('\n\n');
}
