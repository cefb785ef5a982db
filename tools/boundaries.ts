import { globSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { FEATURE_ORDER } from './feature-order.ts';
import { findCycles, readGraph } from './module-graph.ts';
import type { Graph, Module } from './module-graph.ts';
import { IMPORT_RULES, placeOf } from './boundary-rules.ts';
import { findShapeFaults } from './shape-rules.ts';
import { report } from './source.ts';
import type { Violation } from './source.ts';

export type BoundaryResult = { moduleCount: number; edgeCount: number; violations: Violation[] };

function checkImports(module: Module): Violation[] {
  const from = placeOf(module.file);
  return module.imports.flatMap((link) => {
    const to = link.target === undefined ? undefined : placeOf(link.target);
    return IMPORT_RULES.flatMap(({ rule, check }) => {
      const sentence = check(from, link, to, module);
      return sentence === undefined ? [] : [{ file: module.file, line: link.line, rule, sentence }];
    });
  });
}

function checkCycles(graph: Graph): Violation[] {
  return findCycles(graph).map((members) => ({
    file: members[0] ?? '',
    line: 1,
    rule: 'cycle',
    sentence: `These modules import each other in a circle: ${members.toSorted().join(' · ')}.`,
  }));
}

function checkFeatureFolders(root: string): Violation[] {
  const known: readonly string[] = FEATURE_ORDER;
  const features = path.join(root, 'src/features');
  const folders = globSync('*', { cwd: features, withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders
    .filter(({ name }) => !known.includes(name))
    .map(({ name }) => ({ file: `src/features/${name}`, line: 1, rule: 'feature-order', sentence: `"${name}" has no place in tools/feature-order.ts.` }));
}

/** Counts the files by a walk of its own, so that a graph that saw too little cannot pass. */
function countFiles(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name)).length;
}

/** Checks the import rules of ARCHITECTURE.md on the tree under `root/src`, types included. */
export function checkBoundaries(root: string): BoundaryResult {
  const graph = readGraph(root);
  const violations = [...graph.modules.values()].flatMap((module) => [
    ...checkImports(module),
    ...findShapeFaults(module).map((finding) => ({ file: module.file, ...finding })),
  ]);
  violations.push(...checkCycles(graph), ...checkFeatureFolders(root));
  const fileCount = countFiles(path.join(root, 'src'));
  if (graph.modules.size < fileCount || fileCount === 0) {
    violations.push({ file: 'src', line: 1, rule: 'coverage', sentence: `The check saw ${graph.modules.size} modules, but there are ${fileCount} files.` });
  }
  return { moduleCount: graph.modules.size, edgeCount: graph.edgeCount, violations };
}

if (import.meta.main) {
  const { moduleCount, edgeCount, violations } = checkBoundaries(path.resolve(import.meta.dirname, '..'));
  process.exitCode = report('boundaries', `${moduleCount} modules and ${edgeCount} imports seen`, violations);
}
