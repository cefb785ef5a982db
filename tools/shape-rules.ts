import { isTestFile, lineAt, literalText, walk } from './source.ts';
import type { SyntaxNode } from './source.ts';
import type { Module } from './module-graph.ts';

export type Finding = { line: number; rule: string; sentence: string };

const DRAWERS = /^(utils?|helpers?|libs?|common|misc|stuff)$/i;

/** SQL lives in store and views; the platform's own tables have it in `platform/server`. */
const SQL_HOMES = [/\.store\.ts$/, /\.views\.ts$/, /^src\/platform\/server\//];
const QUERY_STARTS = new Set(['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'replaceInto']);
const SQL_TEXT = /^\s*(select\s.+\sfrom\s|insert\s+into\s|update\s+\S+\s+set\s|delete\s+from\s|with\s+\S+\s+as\s*\()/is;

function findDrawers(file: string): Finding[] {
  const words = file
    .replace(/\.tsx?$/, '')
    .split(/[/.\-_]|(?<=[a-z])(?=[A-Z])/)
    .filter((word) => DRAWERS.test(word));
  return words.map((word) => ({ line: 1, rule: 'drawer', sentence: `"${word}" is a drawer, not a name: say what the thing is about.` }));
}

/** An api is the one door that may pass on what it opens, name by name. */
function findBarrel(module: Module): Finding[] {
  const isIndex = /\/index\.tsx?$/.test(module.file);
  const isDoor = module.file.endsWith('.api.ts');
  const body = module.syntax.program.body;
  const passesOn = body.length > 0 && body.every((node) => (node.type === 'ExportNamedDeclaration' && node.source && !isDoor) || node.type === 'ExportAllDeclaration');
  return isIndex || passesOn ? [{ line: 1, rule: 'barrel', sentence: 'A barrel hides where things live: import from the file itself.' }] : [];
}

function findDefaultExports(module: Module): Finding[] {
  return module.syntax.module.staticExports
    .filter(({ entries }) => entries.some(({ exportName }) => exportName.kind === 'Default' || exportName.name === 'default'))
    .map(({ start }) => ({ line: lineAt(module.text, start), rule: 'default-export', sentence: 'Export by name: a thing has one name everywhere.' }));
}

function memberName(callee: unknown): string | undefined {
  const node = callee as SyntaxNode;
  return node.type === 'MemberExpression' ? ((node['property'] as SyntaxNode)['name'] as string | undefined) : undefined;
}

function isSql(node: SyntaxNode): boolean {
  if (node.type === 'TaggedTemplateExpression') {
    const tag = node['tag'] as SyntaxNode;
    return tag['name'] === 'sql' || (tag.type === 'MemberExpression' && (tag['object'] as SyntaxNode)['name'] === 'sql');
  }
  if (node.type === 'CallExpression') return QUERY_STARTS.has(memberName(node['callee']) ?? '');
  if (node.type === 'TemplateLiteral') return SQL_TEXT.test((node['quasis'] as { value: { raw: string } }[]).map((quasi) => quasi.value.raw).join('?'));
  return SQL_TEXT.test(literalText(node) ?? '');
}

function findSql(module: Module): Finding[] {
  if (isTestFile(module.file) || SQL_HOMES.some((home) => home.test(module.file))) return [];
  const lines = new Set<number>();
  walk(module.syntax.program, (node) => {
    if (isSql(node)) lines.add(lineAt(module.text, node.start));
  });
  return [...lines].map((line) => ({ line, rule: 'sql', sentence: 'SQL belongs in a store (a change) or in views (a screen).' }));
}

function findEnums(module: Module): Finding[] {
  const findings: Finding[] = [];
  walk(module.syntax.program, (node) => {
    if (node.type === 'TSEnumDeclaration') findings.push({ line: lineAt(module.text, node.start), rule: 'enum', sentence: 'Write a union of literals and a const array.' });
  });
  return findings;
}

/** What one module must not be or contain, whatever it imports (architecture rules 7 and 9). */
export function findShapeFaults(module: Module): Finding[] {
  return [...findDrawers(module.file), ...findBarrel(module), ...findDefaultExports(module), ...findEnums(module), ...findSql(module)];
}
