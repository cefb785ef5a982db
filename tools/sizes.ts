import path from 'node:path';
import { isTestFile, lineAt, listSources, readSource, report, walk } from './source.ts';
import type { Source, Violation } from './source.ts';

/** Lines, the limit included. */
const FILE_LIMIT = 250;
const TEST_FILE_LIMIT = 600;
const FUNCTION_LIMIT = 60;

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

/** A file that a tool writes says so in its first comment; nobody reads it from top to bottom. */
function isGenerated({ syntax }: Source): boolean {
  const first = syntax.comments[0];
  return first !== undefined && first.start < 10 && /\bgenerated\b|do not edit/i.test(first.value);
}

function checkFile(source: Source): Violation[] {
  if (isGenerated(source)) return [];
  const { file, text, syntax } = source;
  const lineCount = text.trimEnd().split('\n').length;
  const limit = isTestFile(file) ? TEST_FILE_LIMIT : FILE_LIMIT;
  const found: Violation[] = [];
  if (lineCount > limit) found.push({ file, line: limit + 1, rule: 'file-size', sentence: `${lineCount} lines, at most ${limit}: this file has a part that wants a name.` });
  if (isTestFile(file)) return found;
  walk(syntax.program, (node) => {
    if (!FUNCTIONS.has(node.type)) return;
    const line = lineAt(text, node.start);
    const length = lineAt(text, node.end) - line + 1;
    if (length > FUNCTION_LIMIT) found.push({ file, line, rule: 'function-size', sentence: `${length} lines, at most ${FUNCTION_LIMIT}: this function has a part that wants a name.` });
  });
  return found;
}

/** Checks that files and functions stay short enough to be read in one go. */
export function checkSizes(root: string): { fileCount: number; violations: Violation[] } {
  const sources = listSources(root, ['src', 'e2e', 'bench', 'tools']).map((file) => readSource(root, file));
  const violations = sources.flatMap(checkFile);
  if (sources.length === 0) violations.push({ file: '.', line: 1, rule: 'coverage', sentence: 'The check saw no file.' });
  return { fileCount: sources.length, violations };
}

if (import.meta.main) {
  const { fileCount, violations } = checkSizes(path.resolve(import.meta.dirname, '..'));
  process.exitCode = report('sizes', `${fileCount} files seen`, violations);
}
