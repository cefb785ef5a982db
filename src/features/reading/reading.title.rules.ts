import { headingText, isSectionHeading, normalize, squeeze } from './reading.normal.rules.ts';
import { NOTE_ROW, TOTAL_WITH_AMOUNT } from './reading.row.vocabulary.ts';

/** Whether a line may name the table below it. */
export function isTitle(line: string): boolean {
  const plain = normalize(line);
  if (plain === '' || NOTE_ROW.test(plain) || TOTAL_WITH_AMOUNT.test(squeeze(line))) return false;
  const bare = headingText(line);
  return bare.length > 1 && bare.length <= 40 && !/[\u3002!?]$/.test(plain) && (isSectionHeading(line) || !/[,;]$/.test(plain));
}

/** Text with a blank line after every line (a page's paragraphs) without these; other blank lines may be empty cells and stay. */
export function unspaced(lines: string[]): string[] {
  const filled = lines.filter((line) => line.trim() !== '').length;
  const spaced = lines.filter((line, place) => line.trim() !== '' && (lines[place + 1] ?? '').trim() === '').length;
  if (filled < 4 || spaced < filled * 0.85) return lines;
  return lines.filter((line, place) => line.trim() !== '' || (lines[place - 1] ?? '').trim() === '');
}

/** What kind of number a heading has: two headings of one kind stand side by side. */
export function level(line: string): string {
  return normalize(line).replace(/[\p{Script=Han}\d]+.*$/u, '') + (/^#+/.exec(normalize(line))?.[0] ?? '') + (/^[(]/.test(normalize(line)) ? '(' : /^\d/.test(normalize(line)) ? '1' : '');
}
