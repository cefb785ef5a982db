import { normalize, squeeze } from '#features/reading/reading.normal.rules.ts';
import { EVERY_BAND, readBand, type Band } from './approval.band.rules.ts';
import {
  CHAIN_JOINT, HEADINGS, INFORMED_WORD, LEGEND, NOTHING, NUMBERED, PROSE_JOINT, PROSE_START, REQUESTER_WORD, STEP_RANKS, STEP_WORD, STEP_WORDS_AT_END, STEP_WORDS_AT_START, TICK, WORD_JOINT,
} from './approval.matrix.vocabulary.ts';

export interface CellStep {
  readonly reading: 'step';
  /** ① is 1; null: no number stands there. */
  readonly order: number | null;
  /** As written (审核); '' when only a mark stands there. */
  readonly name: string;
  readonly band: Band;
}

export type CellMeaning = CellStep | { readonly reading: 'empty' | 'requester' | 'informed' } | { readonly reading: 'unread'; readonly doubt: 'cell' | 'limit' };

const LONGEST_CELL = 40;
const LONGEST_ROLE = 20;
const HIGHEST_ORDER = 20;

/** A band that says something: neither blank nor "every amount". */
export function statedBand(text: string, scale = 1): Band | undefined {
  const band = readBand(text, scale);
  return band && (band.fromCents !== null || band.toCents !== null) ? band : undefined;
}

/** What the signs of a matrix stand for, from the notes around it: `△审核 ▲审批 ○备案`. */
export function legendOf(texts: readonly string[]): ReadonlyMap<string, string> {
  const legend = new Map<string, string>();
  for (const text of texts) {
    for (const [, sign = '', words = ''] of text.slice(0, 500).matchAll(LEGEND)) {
      const word = [4, 3, 2, 1].map((length) => words.slice(0, length)).find((part) => STEP_WORD.test(part) || INFORMED_WORD.test(part) || REQUESTER_WORD.test(part));
      if (word) legend.set(sign, word);
    }
  }
  return legend;
}

function wordsMeaning(text: string, order: number | null, band: Band): CellMeaning {
  const words = text.split(WORD_JOINT).filter((word) => word !== '');
  const steps = words.filter((word) => STEP_WORD.test(word));
  if (words.length === 0 || words.some((word) => !STEP_WORD.test(word) && !INFORMED_WORD.test(word) && !REQUESTER_WORD.test(word))) return { reading: 'unread', doubt: 'cell' };
  if (steps.length > 0) return { reading: 'step', order, name: steps.join('/'), band };
  return { reading: words.some((word) => REQUESTER_WORD.test(word)) ? 'requester' : 'informed' };
}

/** `审核(>5万)`: the step and the amounts for which it holds. `审核(2)`: its number. */
function splitNote(plain: string, scale: number): { text: string; band: Band; order: number | null } {
  const note = /^([^()]*)\(([^()]+)\)$/.exec(plain);
  const [, text = '', inner = ''] = note ?? [];
  if (!note) return { text: plain, band: EVERY_BAND, order: null };
  if (/^\d{1,2}$/.test(inner)) return { text, band: EVERY_BAND, order: Number(inner) };
  const band = statedBand(inner, scale);
  return band ? { text, band, order: null } : { text: plain, band: EVERY_BAND, order: null };
}

/** One cell in the column of a role: ①, 2, √, 审核, ②审批, 备案, ③(>5万). `scale`: 10000 where amounts are in 万元. */
export function readCell(text: string, legend: ReadonlyMap<string, string> = new Map(), scale = 1): CellMeaning {
  const plain = squeeze(text).toLowerCase();
  const meant = legend.get(plain);
  if (meant !== undefined) return wordsMeaning(meant, null, EVERY_BAND);
  if (plain === '' || NOTHING.test(plain)) return { reading: 'empty' };
  if (plain.length > LONGEST_CELL) return { reading: 'unread', doubt: 'cell' };
  if (!/^\(?\d{1,2}\)?$/.test(plain) && statedBand(plain)) return { reading: 'unread', doubt: 'limit' };
  const note = splitNote(plain, scale);
  const numbered = NUMBERED.exec(note.text) ?? /^(.*?)(\d{1,2})$/.exec(note.text);
  const leading = numbered !== null && /^\d/.test(numbered[1] ?? '');
  const order = note.order ?? (numbered ? Number(leading ? numbered[1] : numbered[2]) : null);
  const rest = numbered ? ((leading ? numbered[2] : numbered[1]) ?? '') : note.text;
  if (order !== null && (order < 1 || order > HIGHEST_ORDER)) return { reading: 'unread', doubt: 'cell' };
  const ticked = rest.replace(/^[√✓✔]/, '');
  const mark = legend.get(rest) ?? ticked;
  if (mark === '' || TICK.test(rest)) return order === null && rest === '' && note.band === EVERY_BAND ? { reading: 'empty' } : { reading: 'step', order, name: '', band: note.band };
  return wordsMeaning(mark, order, note.band);
}

export interface ChainLink {
  readonly role: string;
  readonly name: string;
  readonly band: Band;
}

function linkOf(part: string, scale: number): ChainLink | 'skipped' | undefined {
  const note = /^([^()]*)\(([^()]+)\)$/.exec(part.replace(/^(?:\(?\d{1,2}\)?[.、:)]*)(?=\D)/, ''));
  const inner = note?.[2] ?? '';
  const band = statedBand(inner, scale) ?? EVERY_BAND;
  const wordInside = STEP_WORD.test(inner) || INFORMED_WORD.test(inner) ? inner : '';
  const bare = (note && (band !== EVERY_BAND || wordInside !== '') ? (note[1] ?? '') : part.replace(/^(?:\(?\d{1,2}\)?[.、:)]*)(?=\D)/, '')).replace(PROSE_START, '');
  const end = STEP_WORDS_AT_END.exec(bare);
  const start = end ? null : STEP_WORDS_AT_START.exec(bare);
  const role = (end?.[1] ?? start?.[2] ?? bare).replace(/^[:]|[:]$/g, '');
  const name = wordInside || (end?.[2] ?? start?.[1] ?? '');
  if (role === '' || role.length > LONGEST_ROLE || /\d/.test(role)) return undefined;
  if (HEADINGS.requester.test(role) || INFORMED_WORD.test(name) || REQUESTER_WORD.test(name)) return 'skipped';
  return { role, name, band };
}

/** A cell that names the roles themselves: `部门经理审核→财务→总经理核准`. Undefined when a part of it is not understood. */
export function readChain(text: string, scale = 1): ChainLink[] | undefined {
  if (text.length > 200) return undefined;
  const parts = normalize(text).split(CHAIN_JOINT).flatMap((part) => squeeze(part).split(PROSE_JOINT)).filter((part) => part !== '');
  const links = parts.map((part) => linkOf(part, scale));
  if (links.some((link) => link === undefined)) return undefined;
  return links.filter((link): link is ChainLink => link !== 'skipped' && link !== undefined);
}

/** 审核 before 审批 before 核准; a mark without a word stays between. */
export function rankOf(name: string): number {
  return STEP_RANKS.find(([pattern]) => pattern.test(name))?.[1] ?? 1;
}
