import { parseDelimited } from './reading.csv.rules.ts';
import { readPeriod } from './reading.date.rules.ts';
import { fitOf } from './reading.fit.rules.ts';
import { WIDEST } from './reading.grid.rules.ts';
import { isKnownHeading, readHeadings } from './reading.heading.rules.ts';
import { AMOUNT_HEADERS, AMOUNT_LINE, BOX_LINE, LIST_HEADERS, LIST_OWNER, LIST_TAIL, LIST_WHEN, PIPE_SPLIT, PIPES, RULE_LINE } from './reading.lines.vocabulary.ts';
import { normalize } from './reading.normal.rules.ts';
import { LIST_MARK } from './reading.normal.vocabulary.ts';
import { readPeople } from './reading.people.rules.ts';
import { TOTAL_WITH_AMOUNT } from './reading.row.vocabulary.ts';
import { readRelative } from './reading.relative.rules.ts';
import type { SourceCell, SourceTable } from './reading.source.rules.ts';

export type LineSegment = { kind: 'lines'; lines: string[] } | { kind: 'table'; table: SourceTable };

/** Longer lines are prose. */
const LONGEST_LINE = 20_000;

const cell = (text: string): SourceCell => ({ text: text.trim() });

interface Taken {
  table: SourceTable;
  /** The first line after the table. */
  end: number;
}

function markdownCell(text: string): SourceCell {
  return cell(text.replaceAll('\\|', '|').replace(/<br\s*\/?>/gi, '\n').replaceAll('&nbsp;', ' ').replace(/^\s*(\*\*|__|`)(.*?)\1\s*$/, '$2'));
}

/** Rows drawn with pipes or box lines, with or without outer ones. */
function takePipes(lines: string[], from: number): Taken | undefined {
  const rows: SourceCell[][] = [];
  let end = from;
  let ruled = false;
  for (; end < lines.length; end += 1) {
    const line = lines[end] ?? '';
    if (RULE_LINE.test(line) && line.trim() !== '') {
      ruled = true;
      continue;
    }
    if (!PIPES.test(line)) break;
    const parts = line.slice(0, LONGEST_LINE).trim().split(PIPE_SPLIT, WIDEST);
    if (parts[0]?.trim() === '' && parts.length > 1) parts.shift();
    if (parts.length > 1 && parts.at(-1)?.trim() === '') parts.pop();
    rows.push(parts.map(markdownCell));
  }
  const wide = rows.filter((row) => row.length > 1).length;
  return rows.length > 1 && wide > 1 && (ruled || wide === rows.length) ? { table: { kind: 'table', rows, ragged: true }, end } : undefined;
}

const hasTab = (line: string | undefined): boolean => line?.includes('\t') ?? false;

/** Rows pasted from a spreadsheet: tabs, quoted cells with line breaks, and lone cells (titles, groups) between them. */
function takeTabs(lines: string[], from: number): Taken | undefined {
  if (!hasTab(lines[from])) return undefined;
  let end = from;
  let open = false;
  for (; end < lines.length; end += 1) {
    const line = lines[end] ?? '';
    if (!open && !hasTab(line) && !(line.trim() !== '' && hasTab(lines[end + 1]) && hasTab(lines[end - 1]))) break;
    const opens = (line.match(/(?:^|\t)"(?!")/g) ?? []).length;
    const closes = (line.match(/(?<!")"(?=\t|$)/g) ?? []).length;
    open = open ? closes <= opens : opens > closes;
    if (end - from > 40 && open && !hasTab(line)) break;
  }
  const { rows } = parseDelimited(lines.slice(from, end).join('\n'), '\t');
  if (rows.length < 2) return undefined;
  return { table: { kind: 'table', rows: rows.map((row) => row.map(cell)), ragged: true }, end };
}

const SPLITS: [RegExp, number][] = [
  [/\s{2,}|\u3000+/, 2],
  [/\s+/, 3],
  [/[,\uff0c]/, 3],
  [/[;\uff1b]/, 3],
  [/\s*[/\uff0f]\s*/, 3],
];

/** Joins what a single space has cut inside a cell, until the row has no more cells than the heading. */
function joinCells(parts: string[], types: Parameters<typeof fitOf>[1][]): string[] {
  const cells = [...parts];
  while (cells.length > types.length) {
    let best = { place: cells.length - 2, score: -Infinity };
    for (let place = 0; place + 1 < cells.length; place += 1) {
      const joined = [...cells.slice(0, place), `${cells[place]} ${cells[place + 1]}`, ...cells.slice(place + 2)];
      const score = joined.slice(0, types.length).reduce((sum, text, at) => sum + fitOf(text, types[at] ?? 'text') - (text.includes(' ') && types[at] !== 'text' ? 0.5 : 0), 0);
      if (score > best.score) best = { place, score };
    }
    cells.splice(best.place, 2, `${cells[best.place]} ${cells[best.place + 1]}`);
  }
  return cells;
}

/** Rows whose cells stand apart by spaces, commas or slashes, under a line that reads as headings. */
function takeSpaced(lines: string[], from: number, title: string): Taken | undefined {
  const first = (lines[from] ?? '').trim();
  if (first.length > 160) return undefined;
  for (const [split, least] of SPLITS) {
    const headers = first.split(split).filter(Boolean);
    if (headers.length < least || headers.some((header) => header.length > 24)) continue;
    if (headers.filter(isKnownHeading).length * 2 < headers.length) continue;
    const reading = readHeadings(headers, title);
    if (!reading || reading.known < Math.max(2, Math.ceil(headers.length * 0.7))) continue;
    const types = reading.columns.map((column) => column.type);
    const comma = !split.test(' ');
    const rows: SourceCell[][] = [headers.map(cell)];
    let end = from + 1;
    for (; end < lines.length; end += 1) {
      const line = (lines[end] ?? '').trim();
      const parts = comma ? splitAtMarks(line, split, headers.length) : line.split(split).filter(Boolean);
      if (parts.length < 2) break;
      rows.push(joinCells(parts, types).map(cell));
    }
    if (rows.length > 1) return { table: { kind: 'table', rows, ragged: true }, end };
  }
  return undefined;
}

/** Quotes are kept together; a comma between three digits groups a number (`8,000`) unless the plain cut gives the row its cells. */
function splitAtMarks(line: string, split: RegExp, width: number): string[] {
  const plain = line.includes('"') ? (parseDelimited(line, ',').rows[0] ?? []) : line.split(split);
  if (plain.length === width) return plain;
  const kept = line.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '\u0001');
  return kept.split(split).map((part) => part.replaceAll('\u0001', ','));
}

interface ListItem {
  state: string;
  task: string;
  when: string;
  owner: string;
}

/** `- [x] 10月5日 物料制作(张经理)`: state, task, and the date and owner that stand before or after it. */
function readItem(box: string, text: string): ListItem {
  const item: ListItem = { state: box, task: normalize(text), when: '', owner: '' };
  const lead = LIST_WHEN.exec(item.task);
  if (lead?.[1] && lead[0].length < item.task.length) {
    item.when = lead[1].trim();
    item.task = item.task.slice(lead[0].length);
  }
  const named = LIST_OWNER.exec(item.task);
  if (named?.[1]) item.owner = named[1].trim();
  const tail = LIST_TAIL.exec(item.task);
  const parts = (tail?.[1] ?? tail?.[2] ?? '').split(/[,;\u3001]/).map((part) => part.trim());
  let used = parts.length > 0;
  for (const part of parts) {
    const plain = part.replace(/^[^:]{1,5}:\s*/, '');
    if (!plain) used = false;
    else if (!item.when && (readRelative(plain) ?? hasDay(plain))) item.when = plain;
    else if (!item.owner && fitOf(plain, 'people') >= 1) item.owner = plain;
    else if (item.owner !== plain || readPeople(plain).value === null) used = false;
  }
  if (tail && used) item.task = item.task.slice(0, tail.index).trim();
  return item;
}

function hasDay(text: string): boolean {
  const period = readPeriod(text);
  return period?.start !== undefined || period?.end !== undefined;
}

/** A list of `- [ ]` boxes is a schedule of one task a line. */
function takeBoxes(lines: string[], from: number): Taken | undefined {
  const items: ListItem[] = [];
  let end = from;
  for (; end < lines.length; end += 1) {
    const line = lines[end] ?? '';
    const match = BOX_LINE.exec(line);
    if (!match?.[1] || !match[2]) {
      if (line.trim() === '' && items.length > 0 && BOX_LINE.test(lines[end + 1] ?? '')) continue;
      break;
    }
    items.push(readItem(match[1], match[2]));
  }
  if (items.length === 0 || (items.length === 1 && !/\[/.test(lines[from] ?? ''))) return undefined;
  const fields = (['state', 'task', 'when', 'owner'] as const).filter((field) => field === 'state' || items.some((item) => item[field] !== ''));
  const rows = [fields.map((field) => cell(LIST_HEADERS[field])), ...items.map((item) => fields.map((field) => cell(item[field])))];
  return { table: { kind: 'table', rows }, end };
}

/** `1. 场地费：12,000元` line by line: a budget written as a list. */
function takeAmounts(lines: string[], from: number): Taken | undefined {
  const rows: SourceCell[][] = [];
  let end = from;
  for (; end < lines.length; end += 1) {
    const line = normalize(lines[end] ?? '').replace(LIST_MARK, '');
    const found = AMOUNT_LINE.exec(line)?.groups;
    const total = TOTAL_WITH_AMOUNT.test(line);
    if (!found?.['name'] || !found['amount'] || (rows.length === 0 && total)) break;
    rows.push([cell(found['name']), cell(found['amount']), cell(found['note'] ?? '')]);
    if (total) {
      end += 1;
      break;
    }
  }
  if (rows.length < 2) return undefined;
  return { table: { kind: 'table', rows: [AMOUNT_HEADERS.map(cell), ...rows] }, end };
}

/** Cuts lines of text into drawn tables, check lists, and the lines between them. */
export function segmentLines(lines: string[]): LineSegment[] {
  const segments: LineSegment[] = [];
  let kept: string[] = [];
  const flush = (): void => {
    if (kept.length > 0) segments.push({ kind: 'lines', lines: kept });
    kept = [];
  };
  for (let place = 0; place < lines.length; ) {
    const line = lines[place] ?? '';
    const title = kept.slice(-3).findLast((text) => text.trim() !== '') ?? '';
    const taken = line.length > LONGEST_LINE || line.trim() === '' ? undefined :
      (PIPES.test(line) || (RULE_LINE.test(line) && PIPES.test(lines[place + 1] ?? '')) ? takePipes(lines, place) : undefined) ??
      takeTabs(lines, place) ??
      takeBoxes(lines, place) ??
      takeAmounts(lines, place) ??
      takeSpaced(lines, place, title);
    if (!taken) {
      kept.push(line);
      place += 1;
      continue;
    }
    flush();
    segments.push({ kind: 'table', table: taken.table });
    place = taken.end;
  }
  flush();
  return segments;
}
