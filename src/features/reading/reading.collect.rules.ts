import { readGoals, type GoalReading } from './reading.goal.rules.ts';
import { expand, filledTexts } from './reading.grid.rules.ts';
import { titleKind } from './reading.heading.rules.ts';
import { nextLadder } from './reading.ladders.rules.ts';
import { segmentLines } from './reading.lines.rules.ts';
import type { AsideReason } from './reading.messages.ts';
import { notedScale } from './reading.money.rules.ts';
import { headingText, isSectionHeading, normalize, squeeze } from './reading.normal.rules.ts';
import { isNotice } from './reading.notice.rules.ts';
import { TABLE_CAPTION, TABLE_TITLE } from './reading.notice.vocabulary.ts';
import { NOTE_ROW, TOTAL_WITH_AMOUNT } from './reading.row.vocabulary.ts';
import type { SourceDocument, SourceTable } from './reading.source.rules.ts';
import { continuation, tablesInGrid, type FoundTable } from './reading.table.rules.ts';
import { isTitle, level, unspaced } from './reading.title.rules.ts';

export type Part = { kind: 'table'; found: FoundTable } | { kind: 'total'; text: string } | { kind: 'said'; text: string } | { kind: 'heading'; text: string } | { kind: 'aside'; reason: AsideReason; text: string };

export interface Collected {
  parts: Part[];
  goals: GoalReading[];
}

const LONGEST_ASIDE = 2000;
/** A title stands within a few lines of its table. */
const TITLE_REACH = 4;
/** Before a line that became a table's title: no prose any more, but what stands between it and the table is still its section. */
const TAKEN = '\u0001';
/** A text with more runs of headings than this is no document; the rest stays prose. */
const MOST_TRIES = 1500;

class Collector {
  readonly parts: Part[] = [];
  readonly goals: GoalReading[] = [];
  /** Lines since the last table that may still become a title, a unit or prose. */
  private recent: string[] = [];
  private readonly seenGoals = new Set<string>();
  private section = '';
  private heading = '';
  private before: FoundTable | undefined;

  private aside(reason: AsideReason, text: string): void {
    this.parts.push({ kind: 'aside', reason, text: text.slice(0, LONGEST_ASIDE) });
  }

  /** The line that names the table below, marked as no prose any more. */
  private takeTitle(lines: string[]): string {
    for (let back = 1; back <= Math.min(TITLE_REACH, lines.length); back += 1) {
      const line = lines.at(-back) ?? '';
      if (!isTitle(line)) continue;
      lines[lines.length - back] = TAKEN + line;
      return line;
    }
    return '';
  }

  private takeScale(lines: string[]): number | undefined {
    const near = lines.slice(-TITLE_REACH).findLastIndex((line) => line.length < 200 && notedScale(line) !== undefined);
    if (near < 0) return undefined;
    const place = Math.max(0, lines.length - TITLE_REACH) + near;
    const scale = notedScale(lines[place] ?? '');
    if (squeeze(lines[place] ?? '').length < 16 && !isSectionHeading(lines[place] ?? '')) lines.splice(place, 1);
    return scale;
  }

  private settle(): void {
    const lines = this.recent;
    this.recent = [];
    lines.forEach((line, place) => this.readProse(line, lines.slice(place + 1, place + 3)));
  }

  /** A heading of a table without one: nothing, or the next heading of its own level, follows. */
  private isEmptyTitle(line: string, rest: string[], last: boolean): boolean {
    if (!isSectionHeading(line) || !TABLE_TITLE.test(headingText(line)) || !titleKind(headingText(line))) return false;
    const next = rest.find((text) => text.trim() !== '');
    return next === undefined ? last : isSectionHeading(next) && level(next) === level(line);
  }

  private readProse(line: string, rest: string[], last = false): void {
    if (line.startsWith(TAKEN)) {
      this.parts.push({ kind: 'heading', text: line.slice(TAKEN.length) });
      return;
    }
    const section = isSectionHeading(line);
    if (this.isEmptyTitle(line, rest, last)) {
      this.aside('empty-table', line);
      return;
    }
    const short = normalize(line).length <= 16 && !/[\d\u3002,;]/.test(normalize(line));
    if (section) this.section = line;
    if (section || short) this.heading = line;
    if (TOTAL_WITH_AMOUNT.test(squeeze(line)) && this.before?.reading.kind === 'budget') {
      this.parts.push({ kind: 'total', text: line });
      return;
    }
    const goals = readGoals(line, { heading: this.heading, section: this.section });
    if (goals.length > 0) {
      this.addGoals(goals);
      this.parts.push({ kind: 'said', text: line });
    } else this.aside(NOTE_ROW.test(normalize(line)) && this.before ? 'note' : 'prose', line);
  }

  /** A document names its goals more than once; each is proposed once. */
  private addGoals(goals: GoalReading[]): void {
    for (const goal of goals) {
      const key = [goal.metric, goal.kind, goal.value, goal.unit].join('\n');
      if (!this.seenGoals.has(key)) this.goals.push(goal);
      this.seenGoals.add(key);
    }
  }

  private foundAll(tables: FoundTable[], scale: number | undefined): void {
    for (const found of tables) {
      const own = found.scale === 1 && scale !== undefined ? { ...found, scale } : found;
      this.parts.push({ kind: 'table', found: own });
      this.before = own;
    }
  }

  private tailContinues(table: SourceTable): boolean {
    if (!this.before || this.recent.some((line) => line.trim() !== '')) return false;
    const more = continuation(table, this.before);
    if (!more) return false;
    const part = this.parts.findLast((one) => one.kind === 'table');
    if (part?.kind !== 'table') return false;
    part.found = { ...part.found, rows: [...part.found.rows, ...more.rows], notes: [...part.found.notes, ...more.notes] };
    this.before = part.found;
    return true;
  }

  addTable(table: SourceTable): void {
    const lines = this.recent.filter((line) => line.trim() !== '');
    const caption = TABLE_CAPTION.test(normalize(lines.at(-1) ?? '')) ? lines.at(-1) : undefined;
    const scale = this.takeScale(lines);
    const title = table.title ?? lines.slice(-TITLE_REACH).findLast(isTitle) ?? '';
    const { tables, leftovers } = tablesInGrid(table, title);
    if (tables.length === 0) {
      if (this.tailContinues(table)) return;
      if (caption !== undefined) this.recent = this.recent.slice(0, this.recent.lastIndexOf(caption));
      this.settle();
      this.addUnknown(table, title, caption);
      return;
    }
    if (tables.some((found) => found.title === title)) this.takeTitle(lines);
    this.recent = lines;
    this.settle();
    this.foundAll(tables, scale);
    for (const text of leftovers) this.leftover(text);
  }

  private leftover(text: string): void {
    if (isNotice(text)) this.aside('notice', text);
    else this.readProse(text, []);
  }

  /** A table of no kind, often the plan itself as a form (活动目标 | …): its cells may still hold goals. */
  private addUnknown(table: SourceTable, title: string, caption?: string): void {
    const rows = expand(table).map(filledTexts).filter((row) => row.length > 0);
    if (rows.length === 0) {
      if (caption !== undefined) this.aside('empty-table', caption);
      return;
    }
    const texts = rows.flat();
    if (rows.every((row) => row.length === 1)) {
      this.addLines(caption === undefined ? texts : [caption, ...texts]);
      return;
    }
    for (const row of rows) {
      row.forEach((text, place) => {
        for (const line of text.split('\n')) this.addGoals(readGoals(line, { heading: place > 0 ? (row[place - 1] ?? '') : '', section: title }));
      });
    }
    this.aside('unknown-table', [...(caption === undefined ? [] : [caption]), ...rows.map((row) => row.join(' | '))].join('\n'));
  }

  addLines(all: string[]): void {
    const lines = unspaced(all).filter((line) => {
      if (!isNotice(line)) return true;
      this.aside('notice', line);
      return false;
    });
    for (const segment of segmentLines(lines)) {
      if (segment.kind === 'table') this.addTable(segment.table);
      else this.addPlain(segment.lines);
    }
  }

  private keep(lines: string[], from: number, to: number): void {
    for (let place = from; place < to; place += 1) if ((lines[place] ?? '').trim() !== '') this.recent.push(lines[place] ?? '');
  }

  private addPlain(lines: string[]): void {
    let from = 0;
    const tries = { left: MOST_TRIES };
    while (from < lines.length) {
      const start = from;
      const titleBefore = (place: number): string =>
        [...this.recent.slice(-2 * TITLE_REACH), ...lines.slice(Math.max(start, place - 2 * TITLE_REACH), place)].filter((line) => line.trim() !== '').slice(-TITLE_REACH).findLast(isTitle) ?? '';
      const next = nextLadder(lines, from, titleBefore, tries);
      if (!next) break;
      this.keep(lines, from, next.start);
      const scale = this.takeScale(this.recent);
      const title = this.takeTitle(this.recent);
      this.settle();
      this.foundAll([{ title, reading: next.reading, rows: next.ladder.rows, notes: [], scale: 1 }], scale);
      from = next.end;
    }
    this.keep(lines, from, lines.length);
  }

  finish(): Collected {
    const lines = this.recent;
    this.recent = [];
    lines.forEach((line, place) => this.readProse(line, lines.slice(place + 1, place + 3), true));
    return { parts: this.parts, goals: this.goals };
  }
}

/** Walks through a document and collects its tables, still unread, its goals, and what is neither, in the document's order. */
export function collect(document: SourceDocument): Collected {
  const collector = new Collector();
  let lines: string[] = [];
  for (const block of document.blocks) {
    if (block.kind === 'text') {
      // A heading by its style is no cell of a table that stands one cell a line.
      if (block.level !== undefined) {
        collector.addLines(lines);
        collector.addLines([block.text]);
        lines = [];
        continue;
      }
      // A list of hundreds of thousands of lines must not be spread into one call.
      for (const line of block.text.split(/\r\n|\r|\n/)) lines.push(line);
      continue;
    }
    collector.addLines(lines);
    lines = [];
    collector.addTable(block);
  }
  collector.addLines(lines);
  return collector.finish();
}
