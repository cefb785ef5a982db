import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';

export type Syntax = ReturnType<typeof parseSync>;

/** One parsed source file. `file` is relative to the root, with `/`. */
export type Source = { file: string; text: string; syntax: Syntax };

/** A finding, printed as `file:line rule sentence`. */
export type Violation = { file: string; line: number; rule: string; sentence: string };

/** A node of the syntax tree, as far as the checks look at it. */
export type SyntaxNode = { type: string; start: number; end: number } & Record<string, unknown>;

const SOURCE_PATTERN = '**/*.{ts,tsx}';

/** Every `.ts` and `.tsx` file under the given folders, sorted, relative to `root`. */
export function listSources(root: string, folders: readonly string[]): string[] {
  return folders
    .flatMap((folder) => globSync(`${folder}/${SOURCE_PATTERN}`, { cwd: root }))
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !file.includes('node_modules/'))
    .toSorted();
}

/** @throws Error that names the file when it has a syntax error: a file that cannot be read must not pass as clean. */
export function readSource(root: string, file: string): Source {
  const text = readFileSync(path.join(root, file), 'utf8');
  const syntax = parseSync(file, text, { lang: file.endsWith('.tsx') ? 'tsx' : 'ts' });
  const error = syntax.errors[0];
  if (error) throw new Error(`${file}: ${error.message}`);
  return { file, text, syntax };
}

export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** Tests, what they are built from, and the gallery that shows the parts of the page with invented data. Nothing of it is shipped. */
export function isTestFile(file: string): boolean {
  return /\.test\.tsx?$/.test(file) || file.startsWith('e2e/') || /\/(testing|gallery)\//.test(file) || /\.(factory|fixture)\.tsx?$/.test(file);
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

/** Calls `visit` for the node and everything below it, parents first. Returning `false` skips what is below. */
export function walk(node: unknown, visit: (node: SyntaxNode, parent: SyntaxNode | undefined) => boolean | void, parent?: SyntaxNode): void {
  if (Array.isArray(node)) {
    for (const item of node) walk(item, visit, parent);
    return;
  }
  if (!isNode(node)) return;
  if (visit(node, parent) === false) return;
  for (const [key, value] of Object.entries(node)) {
    if (key !== 'type' && typeof value === 'object' && value !== null) walk(value, visit, node);
  }
}

/** The text of a string literal or of a template without expressions; undefined for anything else. */
export function literalText(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  if (node.type !== 'TemplateLiteral') return undefined;
  const quasis = node['quasis'] as { value: { cooked: string } }[];
  return quasis.length === 1 ? quasis[0]?.value.cooked : undefined;
}

/** Prints the findings and a summary line; returns the exit code. */
export function report(name: string, seen: string, violations: readonly Violation[]): number {
  for (const { file, line, rule, sentence } of violations) console.log(`${file}:${line} ${rule} ${sentence}`);
  console.log(`${name}: ${seen}, ${violations.length === 0 ? 'no violation' : `${violations.length} violation${violations.length === 1 ? '' : 's'}`}`);
  return violations.length === 0 ? 0 : 1;
}
