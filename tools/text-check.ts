import path from 'node:path';
import { findCaptions } from './caption-rules.ts';
import { findMessageFaults } from './message-rules.ts';
import { isTestFile, lineAt, listSources, literalText, readSource, report, walk } from './source.ts';
import type { Source, SyntaxNode, Violation } from './source.ts';

/** Where Chinese may stand: texts that people read, and the words that an import recognises. */
const CHINESE_HOMES = /\.(messages|vocabulary|fixture|factory)\.tsx?$/;

const HAN = /\p{Script=Han}/u;
/** Punctuation that only Chinese text uses; a regular expression that reads input may name it. */
const CHINESE_PUNCTUATION = /[\u3001-\u301f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/;

/** The source with every comment blanked out, offsets unchanged. */
function withoutComments({ text, syntax }: Source): string {
  return blank(text, syntax.comments);
}

function blank(text: string, ranges: readonly { start: number; end: number }[]): string {
  let result = text;
  for (const { start, end } of ranges) {
    result = result.slice(0, start) + result.slice(start, end).replaceAll(/[^\n]/g, ' ') + result.slice(end);
  }
  return result;
}

function regularExpressions(source: Source): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  walk(source.syntax.program, (node) => {
    if (node.type === 'Literal' && node['regex']) ranges.push({ start: node.start, end: node.end });
  });
  return ranges;
}

/** `{ zh: '…', en: '…' }`: an operation's summary stands in the contract in both languages, side by side. */
function bilingualPairs(source: Source): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  walk(source.syntax.program, (node) => {
    if (node.type !== 'ObjectExpression') return;
    const texts = new Map((node['properties'] as SyntaxNode[]).map((property) => [String((property['key'] as SyntaxNode | undefined)?.['name']), literalText(property['value'])]));
    const english = texts.get('en');
    if (texts.size === 2 && texts.get('zh') && english && !HAN.test(english)) ranges.push({ start: node.start, end: node.end });
  });
  return ranges;
}

function findChinese(source: Source): Violation[] {
  const code = blank(withoutComments(source), source.file.endsWith('.contract.ts') ? bilingualPairs(source) : []);
  const lines = code.split('\n');
  const linesWithoutPatterns = blank(code, regularExpressions(source)).split('\n');
  return lines.flatMap((line, index) => {
    const isChinese = HAN.test(line) || CHINESE_PUNCTUATION.test(linesWithoutPatterns[index] ?? '');
    if (!isChinese) return [];
    return [{ file: source.file, line: index + 1, rule: 'chinese', sentence: 'Text belongs in a *.messages.ts file, words to recognise in a *.vocabulary.ts file.' }];
  });
}

function checkFile(source: Source): Violation[] {
  if (isTestFile(source.file)) return [];
  const found: Violation[] = CHINESE_HOMES.test(source.file) ? [] : findChinese(source);
  const place = ({ at, ...rest }: { at: number; rule: string; sentence: string }) => ({ file: source.file, line: lineAt(source.text, at), ...rest });
  if (source.file.endsWith('.tsx')) found.push(...findCaptions(source).map(place));
  if (source.file.endsWith('.messages.ts')) found.push(...findMessageFaults(source).map(place));
  return found;
}

export type TextResult = { fileCount: number; treeCount: number; violations: Violation[] };

/** Checks that every text a person reads is in the message files, in both languages. */
export function checkText(root: string): TextResult {
  const sources = listSources(root, ['src']).map((file) => readSource(root, file));
  const violations = sources.flatMap(checkFile);
  if (sources.length === 0) violations.push({ file: 'src', line: 1, rule: 'coverage', sentence: 'The check saw no file.' });
  const treeCount = sources.filter(({ file }) => file.endsWith('.messages.ts')).length;
  return { fileCount: sources.length, treeCount, violations };
}

if (import.meta.main) {
  const { fileCount, treeCount, violations } = checkText(path.resolve(import.meta.dirname, '..'));
  process.exitCode = report('text', `${fileCount} files and ${treeCount} message files seen`, violations);
}
