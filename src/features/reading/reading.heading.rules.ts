import { HEADING_NOISE, HEADINGS, TITLE_KINDS, type FieldType } from './reading.heading.vocabulary.ts';
import { matrixFields } from './reading.matrix.rules.ts';
import { normalize, squeeze } from './reading.normal.rules.ts';
import { TABLE_KINDS, type TableKind } from './reading.contract.ts';

/** A column after its heading is understood. `field` is `other:<heading>` for a heading that no word knows. */
export interface Column {
  header: string;
  field: string;
  type: FieldType;
}

export interface HeadingReading {
  kind: TableKind;
  columns: Column[];
  score: number;
  /** How many headings were recognised. */
  known: number;
}

interface Known {
  field: string;
  weight: number;
  rank: number;
}

/** A word that every kind has says little about the kind; the amount of a budget stands in other tables too. */
const COMMON = new Set(['number', 'note', 'owner']);
const COMMON_WEIGHT = 0.3;
const STRONG = 3;
const AMOUNT_WEIGHT = 2;

const latinBare = (word: string): string => word.toLowerCase().replace(/[-_ ]/g, '');

function indexKind(kind: TableKind): Map<string, Known[]> {
  const index = new Map<string, Known[]>();
  const owners = new Set(HEADINGS.budget['owner']?.plain);
  Object.entries(HEADINGS[kind]).forEach(([field, words], order) => {
    [...words.strong, ...words.plain].forEach((word, place) => {
      const strong = place < words.strong.length;
      const common = COMMON.has(field) || (!strong && owners.has(word));
      const strongWeight = kind === 'budget' && field === 'amount' ? AMOUNT_WEIGHT : STRONG;
      const known = { field, weight: common ? COMMON_WEIGHT : strong ? strongWeight : 1, rank: order * 100 + place };
      const bare = latinBare(word);
      index.set(bare, [...(index.get(bare) ?? []), known]);
    });
  });
  return index;
}

const INDEX = new Map(TABLE_KINDS.map((kind) => [kind, indexKind(kind)] as const));
const EVERY_WORD = new Set([...INDEX.values()].flatMap((index) => [...index.keys()]));

/** The words of a heading without its unit, options or marks: `预算金额（元）` → `预算金额`; and what stood in the brackets. */
export function headingCore(text: string): { core: string; hint: string } {
  let told = cores.get(text);
  if (!told) {
    told = cutHeading(text);
    if (cores.size > 4000) cores.clear();
    cores.set(text, told);
  }
  return told;
}

const cores = new Map<string, { core: string; hint: string }>();

function cutHeading(text: string): { core: string; hint: string } {
  const plain = squeeze(text).replace(/[\u3010[]/g, '(').replace(/[\u3011\]]/g, ')');
  const open = plain.indexOf('(');
  const bare = open > 0 ? plain.slice(0, open) + plain.slice(plain.lastIndexOf(')') + 1 || plain.length) : plain;
  // The letter of 负责(R) is all that tells it from a 负责人.
  const letter = /\(([raci])\)/i.exec(plain)?.[1] ?? '';
  const core = latinBare(`${bare.replace(HEADING_NOISE, '').replace(/[:;,.\u3001]+$/, '')}${letter}`);
  return { core, hint: open > 0 ? plain.slice(open + 1, plain.lastIndexOf(')') > open ? plain.lastIndexOf(')') : undefined) : '' };
}

interface Match extends Known {
  header: number;
  score: number;
}

const alternatives = (core: string): string[] => {
  const unitless = core.replace(/(?:\/|\u5355\u4f4d:?)?(?:[\u4e07\u5343\u4ebf]?\u5143|rmb|[\u00a5\uffe5]|%)$/, '');
  const parts = core.split(/[/\u3001&]|\u53ca|\u4e0e|\u548c/).filter((part) => part.length > 1);
  return [...new Set([core, unitless, ...(parts.length > 1 ? parts : [])])].filter(Boolean);
};

function fuzzyMatches(core: string, index: Map<string, Known[]>): { known: Known; score: number }[] {
  if (core.length < 3 || core.length > 14 || /[\d\u3002!?,;:\u3001]/.test(core)) return [];
  const found: { known: Known; score: number; length: number }[] = [];
  for (const [word, all] of index) {
    if (word.length < 2 || word.length >= core.length) continue;
    const score = core.endsWith(word) ? 0.75 : core.startsWith(word) ? 0.5 : 0;
    if (score > 0) for (const known of all) found.push({ known, score, length: word.length });
  }
  return found.sort((left, right) => right.score - left.score || right.length - left.length).slice(0, 6);
}

function matchesOf(core: string, header: number, index: Map<string, Known[]>): Match[] {
  const matches: Match[] = [];
  alternatives(core).forEach((word, place) => {
    for (const known of index.get(word) ?? []) matches.push({ ...known, header, score: place === 0 ? 1 : 0.9 });
  });
  if (matches.length > 0) return matches;
  return fuzzyMatches(core, index).map(({ known, score }) => ({ ...known, header, score }));
}

function titleBonus(title: string, kind: TableKind): number {
  const hits = TITLE_KINDS.filter(([pattern]) => pattern.test(title)).map(([, named]) => named);
  if (!hits.includes(kind)) return 0;
  return hits[0] === kind ? 2.5 : 1.5;
}

function assign(cores: string[], kind: TableKind): Match[] {
  const index = INDEX.get(kind) ?? new Map<string, Known[]>();
  const all = cores.flatMap((core, header) => (core ? matchesOf(core, header, index) : []));
  all.sort((left, right) => right.score - left.score || right.weight - left.weight || left.rank - right.rank);
  const taken = new Set<string>();
  const chosen = new Map<number, Match>();
  for (const match of all) {
    if (taken.has(match.field) || chosen.has(match.header)) continue;
    taken.add(match.field);
    chosen.set(match.header, match);
  }
  return [...chosen.values()];
}

/** What each kind cannot do without; else two common words (日期, 说明) would make a table of anything. */
const CORE: Record<TableKind, string[][]> = {
  budget: [['amount', 'actual', 'unitPrice']],
  schedule: [['task', 'phase'], ['when', 'start', 'end', 'state', 'owner', 'duration', 'task']],
  team: [['group', 'role', 'duty'], ['duty', 'people', 'headcount', 'role']],
  areas: [['area'], ['responsible'], ['accountable', 'consulted', 'informed']],
  materials: [['item'], ['quantity', 'specification', 'supplier', 'due', 'status', 'received', 'amount', 'left']],
  channels: [['channel']],
  metrics: [['metric', 'dimension', 'target'], ['target', 'actual', 'attainment', 'definition', 'baseline', 'source']],
  risk: [['risk', 'response']],
  feedback: [['content', 'suggestion', 'satisfaction', 'type', 'result', 'status', 'channel', 'time'], ['user', 'contact', 'content', 'suggestion', 'satisfaction', 'number', 'time']],
  goals: [['goal', 'metric']],
  approval: [['approver', 'amountBand', 'comment', 'step', 'role']],
};

function readAs(kind: TableKind, headers: string[], cores: string[], title: string): HeadingReading {
  const matches = assign(cores, kind);
  const fields = new Set(matches.map((match) => match.field));
  const bonus = titleBonus(title, kind);
  const strong = matches.some((match) => match.weight >= AMOUNT_WEIGHT);
  const complete = CORE[kind].every((group) => group.some((field) => fields.has(field))) && (strong || bonus > 0 || kind === 'schedule');
  const unknown = cores.filter(Boolean).length - matches.length;
  const score = complete ? matches.reduce((sum, match) => sum + match.weight * match.score, 0) + bonus - unknown * 0.5 : 0;
  const byHeader = new Map(matches.map((match) => [match.header, match.field]));
  const named = new Set<string>();
  const columns = headers.map((header, place) => {
    const own = normalize(header).replace(/\s+/g, ' ');
    // Two columns of one heading, or of none, stay apart by their place.
    const field = byHeader.get(place) ?? (own === '' || named.has(own) ? `other:${own}${place + 1}` : `other:${own}`);
    named.add(own);
    return { header, field, type: HEADINGS[kind][field]?.type ?? 'text' };
  });
  return { kind, columns, score, known: matches.length };
}

/** The kind of table that a row of headings names, and the field of each column; undefined when they name none. */
export function readHeadings(headers: string[], title = ''): HeadingReading | undefined {
  const key = [title, ...headers].join('\n');
  if (known.has(key)) return known.get(key);
  const reading = judge(headers, title);
  if (known.size > 2000) known.clear();
  known.set(key, reading);
  return reading;
}

const known = new Map<string, HeadingReading | undefined>();

function judge(headers: string[], title: string): HeadingReading | undefined {
  const cores = headers.map((header) => headingCore(header).core);
  const filled = cores.filter(Boolean).length;
  if (filled < 2) return undefined;
  const matrix = matrixOf(headers, cores);
  if (matrix) return matrix;
  const readings = TABLE_KINDS.map((kind) => readAs(kind, headers, cores, squeeze(title)));
  const best = readings.reduce((top, reading) => (reading.score > top.score ? reading : top));
  return best.score >= 1.8 && best.known >= 2 && best.known * 2 >= filled ? best : undefined;
}

/** A matrix of responsibilities whose headings are the people: no word of a heading tells its kind. */
function matrixOf(headers: string[], cores: string[]): HeadingReading | undefined {
  if (cores.some((core) => core === '')) return undefined;
  const words = (field: string): string[] => [...(HEADINGS.areas[field]?.strong ?? []), ...(HEADINGS.areas[field]?.plain ?? [])];
  const fieldOf = (header: string): string | undefined => ['area', 'number', 'note'].find((field) => words(field).includes(cores[headers.indexOf(header)] ?? ''));
  // 负责人 and 执行部门 are headings of other tables, though they name people too.
  const isTaken = (header: string): boolean => EVERY_WORD.has(cores[headers.indexOf(header)] ?? '');
  const fields = matrixFields(headers, fieldOf, isTaken);
  return fields && { kind: 'areas', score: 2, known: fields.length, columns: headers.map((header, place) => ({ header, field: fields[place] ?? '', type: HEADINGS.areas[fields[place] ?? '']?.type ?? 'text' })) };
}

/** The kind that a title alone names: a table whose lines are missing. */
export function titleKind(title: string): TableKind | undefined {
  return TITLE_KINDS.find(([pattern]) => pattern.test(squeeze(title)))?.[1];
}

/** Whether a text is exactly a heading that some kind of table has. */
export function isKnownHeading(text: string): boolean {
  return text.length <= 40 && alternatives(headingCore(text).core).some((word) => EVERY_WORD.has(word));
}

const memo = new Map<string, 'exact' | 'fuzzy' | 'no'>();

/** Whether a line could be a heading of any kind of table. */
export function headingLikeness(text: string): 'exact' | 'fuzzy' | 'no' {
  if (text.length > 40) return 'no';
  const told = memo.get(text);
  if (told) return told;
  const { core } = headingCore(text);
  const exact = isKnownHeading(text);
  const fuzzy = !exact && TABLE_KINDS.some((kind) => fuzzyMatches(core, INDEX.get(kind) ?? new Map()).some((match) => match.score > 0.5));
  const likeness = exact ? 'exact' : fuzzy ? 'fuzzy' : 'no';
  if (memo.size > 4000) memo.clear();
  memo.set(text, likeness);
  return likeness;
}
