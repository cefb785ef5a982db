import { literalText, walk } from './source.ts';
import type { Source, SyntaxNode } from './source.ts';

export type TextFault = { at: number; rule: string; sentence: string };

/** Attributes and settings whose value a person reads or hears. */
const READ_BY_PEOPLE = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'cancelText',
  'description',
  'emptyText',
  'label',
  'okText',
  'placeholder',
  'subTitle',
  'title',
  'tooltip',
]);

const LETTERS = /\p{L}/u;

function sentence(text: string): string {
  return `"${text.trim().slice(0, 40)}" is read by a person: take it from a *.messages.ts file.`;
}

/** Literal pieces that an expression can show: itself, both arms of a condition, the pieces of a template. */
function shownTexts(node: SyntaxNode | undefined | null): string[] {
  if (!node) return [];
  const text = literalText(node);
  if (text !== undefined) return [text];
  if (node.type === 'JSXExpressionContainer') return shownTexts(node['expression'] as SyntaxNode);
  if (node.type === 'ConditionalExpression') return [...shownTexts(node['consequent'] as SyntaxNode), ...shownTexts(node['alternate'] as SyntaxNode)];
  if (node.type === 'LogicalExpression') return shownTexts(node['right'] as SyntaxNode);
  if (node.type === 'TemplateLiteral') return (node['quasis'] as { value: { cooked: string } }[]).map((quasi) => quasi.value.cooked);
  return [];
}

function keyName(node: SyntaxNode | undefined): string {
  return String(node?.['name'] ?? node?.['value'] ?? '');
}

function captionOf(node: SyntaxNode, parent: SyntaxNode | undefined): string[] {
  if (node.type === 'JSXText') return [String(node['value'])];
  if (node.type === 'JSXExpressionContainer' && (parent?.type === 'JSXElement' || parent?.type === 'JSXFragment')) return shownTexts(node);
  if (node.type === 'JSXAttribute' && READ_BY_PEOPLE.has(keyName(node['name'] as SyntaxNode))) return shownTexts(node['value'] as SyntaxNode | null);
  if (node.type === 'Property' && parent?.type === 'ObjectExpression' && READ_BY_PEOPLE.has(keyName(node['key'] as SyntaxNode))) return shownTexts(node['value'] as SyntaxNode);
  return [];
}

/** Texts written into a page instead of taken from its messages, in any language. */
export function findCaptions({ syntax }: Source): TextFault[] {
  const faults: TextFault[] = [];
  walk(syntax.program, (node, parent) => {
    for (const text of captionOf(node, parent)) {
      if (LETTERS.test(text)) faults.push({ at: node.start, rule: 'caption', sentence: sentence(text) });
    }
  });
  return faults;
}
