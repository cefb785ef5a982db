import { headingCore, headingLikeness, readHeadings, titleKind, type HeadingReading } from './reading.heading.rules.ts';
import { climb, type Ladder } from './reading.ladder.rules.ts';
import { TABLE_TITLE } from './reading.notice.vocabulary.ts';
import { headingText, isSectionHeading, squeeze } from './reading.normal.rules.ts';

/** A table whose cells stand one a line: where it starts and ends in the lines, its columns and its rows. */
export interface FoundLadder {
  start: number;
  end: number;
  reading: HeadingReading;
  ladder: Ladder;
}

interface HeaderRun {
  /** Places of the lines of the run that are not blank. */
  places: number[];
}

/** How far a candidate heading is tried before the best one is followed to its end. */
const TRIAL_LINES = 90;
const WIDEST_RUN = 24;
/** A heading that starts below the first known word leaves that word out: it was a title. */
const LATE_START = 1.5;
/** A narrower heading finds rows in almost anything: each known word that it leaves out costs this share of the rows' score. */
const LEFT_OUT = 0.12;
const UNMATCHED = 1;

function valueLike(text: string): boolean {
  const plain = squeeze(text);
  return /^[-*\u25a1\u2611\u221a\u00a5]/.test(plain) || /^\d/.test(plain) || plain.length > 16 || /[\u3002;!]$/.test(plain);
}

/** The lines from `from` on that can be headings: at most one unknown between two known ones. */
function runAt(lines: string[], from: number): HeaderRun | undefined {
  const places: number[] = [];
  let known = 0;
  let unknown = 0;
  let lastKnown = 0;
  for (let place = from; place < lines.length && places.length < WIDEST_RUN; place += 1) {
    const line = lines[place] ?? '';
    if (line.trim() === '') continue;
    if (headingLikeness(line) === 'no') {
      unknown += 1;
      if (unknown > 1 || places.length === 0 || valueLike(line)) break;
    } else {
      known += 1;
      unknown = 0;
      lastKnown = places.length + 1;
    }
    places.push(place);
  }
  return known >= 2 ? { places: places.slice(0, lastKnown) } : undefined;
}

/** A line that names the table below it: a numbered heading, or the words of its kind. */
function namesTable(line: string, reading: HeadingReading): boolean {
  return isSectionHeading(line) || /^\s*\d{1,2}\s*[.\u3001]/.test(line) || titleKind(headingText(line)) === reading.kind;
}

/** Another table's heading that starts here, by its certain words; two columns need a title above or words that leave no doubt. */
function headerStart(lines: string[], place: number, own: string[]): HeadingReading | undefined {
  if (headingLikeness(lines[place] ?? '') !== 'exact') return undefined;
  const texts: string[] = [];
  for (let at = place; at < lines.length && texts.length < WIDEST_RUN; at += 1) {
    const line = lines[at] ?? '';
    if (line.trim() === '') continue;
    if (headingLikeness(line) !== 'exact') break;
    texts.push(line);
  }
  if (texts.length < 2 || texts.slice(0, own.length).join('\n') === own.join('\n')) return undefined;
  const above = place > 0 ? (lines[place - 1] ?? '') : '';
  const reading = readHeadings(texts, headingText(above));
  if (!reading || new Set(texts.map((text) => headingCore(text).core)).size !== texts.length) return undefined;
  const sure = texts.length > 2 ? reading.score >= 2.5 : reading.score >= 6 || (reading.known === 2 && namesTable(above, reading));
  return sure ? reading : undefined;
}

/** The lines that may be cells, without headings repeated at a page break; `map` leads back to the places in the text. */
function bodyLines(lines: string[], from: number, headers: string[], kind: HeadingReading, limit: number): { body: string[]; map: number[] } {
  const body: string[] = [];
  const map: number[] = [];
  // Headings repeated without end are no page breaks.
  const reach = limit * 4;
  for (let place = from; place < lines.length && body.length < limit && place - from < reach; place += 1) {
    const line = lines[place] ?? '';
    if (line === headers[0] && headers.every((header, at) => lines[place + at] === header)) {
      if (endsInTitle(body, kind)) {
        dropLast(body, map);
        break;
      }
      place += headers.length - 1;
      continue;
    }
    const next = headerStart(lines, place, headers);
    if (next) {
      // The title of the next table is no cell of this one.
      while (body.length > 0 && (body.at(-1) ?? '').trim() === '') dropLast(body, map);
      if (body.length > 0 && namesTable(body.at(-1) ?? '', next)) dropLast(body, map);
      break;
    }
    body.push(line);
    map.push(place);
  }
  return { body, map };
}

/** Under a title of its own a repeated heading starts another table of the same form: one a category. */
function endsInTitle(body: string[], kind: HeadingReading): boolean {
  const last = body.at(-1) ?? '';
  return body.length > 0 && (isSectionHeading(last) || (namesTable(last, kind) && (/^\s*\d/.test(last) || TABLE_TITLE.test(headingText(last)))) || /[:\uff1a]\s*$/.test(last));
}

function dropLast(body: string[], map: number[]): void {
  body.pop();
  map.pop();
}

interface Candidate {
  found: boolean;
  start: number;
  headers: string[];
  bodyStart: number;
  reading: HeadingReading;
  score: number;
}

/**
 * What a candidate costs for the certain words of the run that it leaves out. A first word that the whole run has no column for
 * is the table's title (活动目标 above 目标 · 衡量标准 · …) and costs nothing.
 */
function leftOut(lines: string[], run: HeaderRun, from: number, to: number, reading: HeadingReading): { share: number; late: number } {
  const exact = run.places.map((place) => headingLikeness(lines[place] ?? '') === 'exact');
  const whole = from > 0 ? readHeadings(run.places.slice(0, to).map((place) => lines[place] ?? '')) : undefined;
  const titled = from > 0 && unmatched(reading) === 0 && (!whole || unmatched(whole) > 0);
  const before = titled ? 0 : exact.slice(0, from).filter(Boolean).length;
  return { share: LEFT_OUT * (before + exact.slice(to).filter(Boolean).length), late: before * LATE_START };
}

function unmatched(reading: HeadingReading): number {
  return reading.columns.filter((column) => column.field.startsWith('other:')).length;
}

/** A word that only resembles a heading may be the first cell below it; one that resembles none even more so. */
function doubtful(headers: string[]): number {
  return headers.reduce((sum, header) => sum + { exact: 0, fuzzy: 0.7, no: 1.5 }[headingLikeness(header)], 0);
}

/** Where a heading may end: the last few words of the run, and the end of its certain words. */
function endsOf(lines: string[], run: HeaderRun, from: number): number[] {
  const last = run.places.length;
  const unsure = run.places.findIndex((place, at) => at >= from && headingLikeness(lines[place] ?? '') !== 'exact');
  const ends = new Set([last, last - 1, last - 2, last - 3, last - 4, unsure]);
  return [...ends].filter((end) => end >= from + 2);
}

function candidates(lines: string[], run: HeaderRun, title: string): Candidate[] {
  const found: Candidate[] = [];
  for (let from = 0; from <= Math.min(2, run.places.length - 2); from += 1) {
    for (const to of endsOf(lines, run, from)) {
      const places = run.places.slice(from, to);
      const headers = places.map((place) => lines[place] ?? '');
      const above = from > 0 ? (lines[run.places[from - 1] ?? 0] ?? title) : title;
      const reading = readHeadings(headers, above);
      if (headingLikeness(headers.at(-1) ?? '') === 'no') continue;
      const distinct = new Set(headers.map((header) => headingCore(header).core)).size === headers.length;
      const named = headers.length > 2 || (reading && titleKind(above) === reading.kind) || (reading?.score ?? 0) >= 6;
      if (!reading || !distinct || !named) continue;
      const bodyStart = (places.at(-1) ?? 0) + 1;
      const { body } = bodyLines(lines, bodyStart, headers, reading, TRIAL_LINES);
      const trial = climb(body, reading.columns);
      const { share, late } = leftOut(lines, run, from, to, reading);
      const score = reading.score - doubtful(headers) - UNMATCHED * unmatched(reading) + trial.score * (1 - share) - late;
      found.push({ found: trial.rows.length > 0, start: places[0] ?? 0, headers, bodyStart, reading, score });
    }
  }
  return found;
}

/** How many runs of headings are still tried in this text. */
export interface Tries {
  left: number;
}

/** The first table of one cell per line at or after `from`. */
export function nextLadder(lines: string[], from: number, titleBefore: (place: number) => string, tries: Tries): FoundLadder | undefined {
  for (let place = from; place < lines.length && tries.left > 0; place += 1) {
    const line = lines[place] ?? '';
    if (line.trim() === '' || headingLikeness(line) === 'no') continue;
    const run = runAt(lines, place);
    if (!run) continue;
    tries.left -= 1;
    const best = candidates(lines, run, titleBefore(place)).reduce<Candidate | undefined>((top, one) => (!top || one.score > top.score ? one : top), undefined);
    if (!best) continue;
    const { body, map } = bodyLines(lines, best.bodyStart, best.headers, best.reading, best.found ? Number.POSITIVE_INFINITY : 0);
    const ladder = climb(body, best.reading.columns);
    const certain = best.reading.known >= 3 && best.headers.every((header) => !isSectionHeading(header));
    if (ladder.rows.length === 0 && !certain) continue;
    const end = ladder.length > 0 ? (map[ladder.length - 1] ?? best.bodyStart) + 1 : best.bodyStart;
    return { start: best.start, end, reading: best.reading, ladder };
  }
  return undefined;
}
