import { literalText, walk } from './source.ts';
import type { Source, SyntaxNode } from './source.ts';
import type { TextFault } from './caption-rules.ts';

const HAN = /\p{Script=Han}/u;

/** Words that stay as they are in a Chinese sentence: names of formats, products and measures. */
const PRODUCT_WORDS =
  /\b(Muster|Excel|WPS|Word|LibreOffice|PDF|xlsx|docx|csv|txt|md|zip|json|Markdown|OpenAPI|API|URL|ROI|CPA|CAC|CSAT|NPS|KOL|SMART|UTM|QR|ID|SHA|Ctrl|Cmd|Shift|Enter|Tab|Esc|Alt|Delete|English|https?|MB|KB|GB)\b/g;

/** Two words in a row that are not names: a sentence that nobody translated. */
const UNTRANSLATED = /[A-Za-z]{2,}[\s,]+[A-Za-z]{2,}/;

/** An English text may quote what stands in a Chinese document. */
const QUOTED = /“[^”]*”/g;

/** A command line is typed as it stands, in any language. */
const COMMAND = /^(npm|npx|node|muster) /;

type Leaf = { path: string; node: SyntaxNode };

function leavesOf(node: SyntaxNode | undefined, path: string): Leaf[] {
  if (node?.type !== 'ObjectExpression') return node ? [{ path, node }] : [];
  return (node['properties'] as SyntaxNode[]).flatMap((property) => {
    if (property.type !== 'Property') return [];
    const key = property['key'] as SyntaxNode;
    const name = String(key['name'] ?? key['value']);
    return leavesOf(property['value'] as SyntaxNode, path === '' ? name : `${path}.${name}`);
  });
}

/** Every literal text inside a leaf, also inside the functions that make a text. Keys that the text looks up do not count. */
function textsIn(node: SyntaxNode): string[] {
  const texts: string[] = [];
  walk(node, (child, parent) => {
    if (parent?.type === 'MemberExpression' || parent?.type === 'BinaryExpression' || child.type.startsWith('TS')) return false;
    const text = literalText(child);
    if (text !== undefined) texts.push(text);
    else if (child.type === 'TemplateElement') texts.push((child['value'] as { cooked: string }).cooked);
    return undefined;
  });
  return texts;
}

function isEmpty({ node }: Leaf): boolean {
  return literalText(node)?.trim() === '';
}

function chineseFaults(leaf: Leaf): string[] {
  if (isEmpty(leaf)) return [`zh-CN ${leaf.path} is empty.`];
  const text = textsIn(leaf.node).join('\u0000');
  if (COMMAND.test(text)) return [];
  const isForeign = !HAN.test(text) && UNTRANSLATED.test(text.replaceAll(PRODUCT_WORDS, ''));
  return isForeign ? [`zh-CN ${leaf.path} is not in Chinese.`] : [];
}

function englishFaults(leaf: Leaf): string[] {
  if (isEmpty(leaf)) return [`en ${leaf.path} is empty.`];
  // A language is offered under its own name.
  if (leaf.path.endsWith('zh-CN')) return [];
  return textsIn(leaf.node).some((text) => HAN.test(text.replaceAll(QUOTED, ''))) ? [`en ${leaf.path} still has Chinese in it.`] : [];
}

function keyFaults(chinese: readonly Leaf[], english: readonly Leaf[]): string[] {
  const zh = new Set(chinese.map(({ path }) => path));
  const en = new Set(english.map(({ path }) => path));
  const missing = (path: string, language: string) => `${path} is missing in ${language}.`;
  return [
    ...[...zh].filter((path) => !en.has(path)).map((path) => missing(path, 'en')),
    ...[...en].filter((path) => !zh.has(path)).map((path) => missing(path, 'zh-CN')),
  ];
}

/** Follows a name to the `const` of the same file that holds it, through `as const` and `satisfies`. */
function unwrap(node: SyntaxNode | undefined, constants: ReadonlyMap<string, SyntaxNode>): SyntaxNode | undefined {
  if (node?.type === 'TSAsExpression' || node?.type === 'TSSatisfiesExpression') return unwrap(node['expression'] as SyntaxNode, constants);
  if (node?.type === 'Identifier') return unwrap(constants.get(String(node['name'])), constants);
  return node;
}

/**
 * What is wrong with the trees that `defineMessages(chinese, english)` pairs: a key in one language only, an empty
 * text, Chinese left in the English tree, or an English sentence in the Chinese one.
 */
export function findMessageFaults({ syntax }: Source): TextFault[] {
  const constants = new Map<string, SyntaxNode>();
  const calls: SyntaxNode[] = [];
  walk(syntax.program, (node) => {
    if (node.type === 'VariableDeclarator' && node['init']) constants.set(String((node['id'] as SyntaxNode)['name']), node['init'] as SyntaxNode);
    if (node.type === 'CallExpression' && (node['callee'] as SyntaxNode)['name'] === 'defineMessages') calls.push(node);
  });
  const fault = (at: number, sentence: string): TextFault => ({ at, rule: 'messages', sentence });
  if (calls.length === 0) return [fault(0, 'A message file pairs both languages with defineMessages(chinese, english).')];
  return calls.flatMap((call) => {
    const [first, second] = call['arguments'] as SyntaxNode[];
    const chinese = leavesOf(unwrap(first, constants), '');
    const english = leavesOf(unwrap(second, constants), '');
    return [
      ...keyFaults(chinese, english).map((sentence) => fault(call.start, sentence)),
      ...chinese.flatMap((leaf) => chineseFaults(leaf).map((sentence) => fault(leaf.node.start, sentence))),
      ...english.flatMap((leaf) => englishFaults(leaf).map((sentence) => fault(leaf.node.start, sentence))),
    ];
  });
}
