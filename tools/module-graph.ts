import { existsSync } from 'node:fs';
import path from 'node:path';
import { lineAt, listSources, literalText, readSource, walk } from './source.ts';
import type { Source } from './source.ts';

/** One import, re-export, dynamic import or `import('…')` type. */
export type Import = {
  specifier: string;
  line: number;
  /** Path relative to the root; undefined for a package or when nothing is there. */
  target: string | undefined;
  kind: 'file' | 'package' | 'builtin' | 'missing';
};

export type Module = Source & { imports: Import[] };
export type Graph = { modules: Map<string, Module>; edgeCount: number };

const SUBPATHS: Record<string, string> = { '#platform/': 'src/platform/', '#features/': 'src/features/', '#apps/': 'src/apps/' };

function findSpecifiers(source: Source): { specifier: string; start: number }[] {
  const { staticImports, staticExports } = source.syntax.module;
  const found = staticImports.map(({ moduleRequest, start }) => ({ specifier: moduleRequest.value, start }));
  for (const { entries, start } of staticExports) {
    const requested = entries.find((entry) => entry.moduleRequest)?.moduleRequest;
    if (requested) found.push({ specifier: requested.value, start });
  }
  walk(source.syntax.program, (node) => {
    if (node.type !== 'ImportExpression' && node.type !== 'TSImportType') return;
    const specifier = literalText(node['source']);
    if (specifier !== undefined) found.push({ specifier, start: node.start });
  });
  return found;
}

function resolve(root: string, from: string, specifier: string): Pick<Import, 'target' | 'kind'> {
  const clean = specifier.replace(/\?.*$/, '');
  const subpath = Object.keys(SUBPATHS).find((prefix) => clean.startsWith(prefix));
  let target: string | undefined;
  if (subpath) target = SUBPATHS[subpath] + clean.slice(subpath.length);
  else if (clean.startsWith('.')) target = path.posix.join(path.posix.dirname(from), clean);
  else return { target: undefined, kind: clean.startsWith('node:') ? 'builtin' : 'package' };
  return existsSync(path.join(root, target)) ? { target, kind: 'file' } : { target, kind: 'missing' };
}

/** Reads every module under `src` with its imports, types included. */
export function readGraph(root: string): Graph {
  const modules = new Map<string, Module>();
  let edgeCount = 0;
  for (const file of listSources(root, ['src'])) {
    const source = readSource(root, file);
    const imports = findSpecifiers(source).map(({ specifier, start }) => ({
      specifier,
      line: lineAt(source.text, start),
      ...resolve(root, file, specifier),
    }));
    edgeCount += imports.length;
    modules.set(file, { ...source, imports });
  }
  return { modules, edgeCount };
}

/** Groups of modules that import each other in a circle (strongly connected components of two or more; Tarjan 1972). */
export function findCycles(graph: Graph): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const cycles: string[][] = [];
  const lower = (file: string, value: number) => low.set(file, Math.min(low.get(file) ?? value, value));

  const connect = (file: string): void => {
    index.set(file, index.size);
    lower(file, index.size - 1);
    stack.push(file);
    onStack.add(file);
    for (const { target } of graph.modules.get(file)?.imports ?? []) {
      if (target === undefined || !graph.modules.has(target)) continue;
      if (!index.has(target)) {
        connect(target);
        lower(file, low.get(target) ?? 0);
      } else if (onStack.has(target)) lower(file, index.get(target) ?? 0);
    }
    if (low.get(file) !== index.get(file)) return;
    const members = stack.splice(stack.indexOf(file));
    for (const member of members) onStack.delete(member);
    const importsItself = graph.modules.get(file)?.imports.some(({ target }) => target === file) ?? false;
    if (members.length > 1 || importsItself) cycles.push(members);
  };

  for (const file of graph.modules.keys()) if (!index.has(file)) connect(file);
  return cycles;
}
