import { BLANK_MARK, PENDING_MARK } from './reading.normal.vocabulary.ts';
import { readLevel, readPhase, readScore, readState } from './reading.choice.rules.ts';
import { FEEDBACK_STATES, FEEDBACK_TYPES, LEVELS, PHASE_LIKE, PRIORITIES } from './reading.choice.vocabulary.ts';
import { DATE_ONLY, WITHIN_TAIL } from './reading.date.vocabulary.ts';
import { readPeriod } from './reading.date.rules.ts';
import type { FieldType } from './reading.heading.vocabulary.ts';
import { readMoney } from './reading.money.rules.ts';
import { MONEY_SIGN } from './reading.money.vocabulary.ts';
import { LONGEST_VALUE, normalize, squeeze } from './reading.normal.rules.ts';
import { readPeople } from './reading.people.rules.ts';
import { CONTACT, DEPARTMENT, EVERYONE, GROUP, ROLE, SURNAMES, WHO } from './reading.people.vocabulary.ts';
import { readQuantity } from './reading.quantity.rules.ts';
import { readDuration, readRelative, readRepeat } from './reading.relative.rules.ts';
import { CATEGORY_LIKE, ROW_NUMBER } from './reading.row.vocabulary.ts';

/**
 * How well a text fits a column, about -3 to 2. Where a document gives one cell a line, the cells that fit decide where a row breaks
 * and which cell a merge has taken away.
 */
type Fit = (text: string, plain: string) => number;

const BLANK_FIT = 0.3;

function dateFit(text: string, plain: string): number {
  if (plain.length > 40) return -2;
  const period = readPeriod(text);
  if (period && (period.start ?? period.end ?? period.fuzzy)) return (DATE_ONLY.test(plain) ? 2 : 0.9) - Math.max(0, plain.length - 24) * 0.1;
  if (readRelative(text)) return 1.6;
  if (period && !period.monthless) return DATE_ONLY.test(plain) ? 1.4 : 0.6;
  if (readRepeat(text)) return 0.8;
  const bare = plain.replace(WITHIN_TAIL, '');
  return bare !== plain && readDuration(bare) ? 1.4 : -1.8;
}

function moneyFit(text: string, plain: string): number {
  const reading = readMoney(text);
  // An amount has few words beside its number; a name with a number in it has many.
  const words = plain.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (words > 2 && reading.yuan !== null && !MONEY_SIGN.test(plain)) return -0.6;
  if (reading.yuan !== null || reading.doubt?.code === 'range') return 1.6;
  return reading.doubt?.code === 'unreadable' ? -2.2 : 1;
}

function quantityFit(text: string, plain: string): number {
  if (/^\d+(?:\.\d+)?$/.test(plain)) return 1.2;
  const reading = readQuantity(text);
  if (reading.doubt?.code === 'range') return 1.2;
  return reading.value === null ? -1.8 : Array.isArray(reading.value) ? 0.6 : 1.3;
}

function peopleFit(text: string, plain: string): number {
  const bare = plain.replace(/^\*/, '');
  if (ROLE.test(bare) || EVERYONE.test(bare)) return plain.startsWith('*') ? 2 : 1.8;
  if (plain.length > 30 || /\d/.test(plain)) return -1.8;
  const reading = readPeople(text);
  if (reading.value === null || typeof reading.value !== 'object' || Array.isArray(reading.value)) return -1.5;
  if (reading.value['kind'] !== 'person') return 1.2;
  return plain.length <= 4 && SURNAMES.includes(plain[0] ?? '?') ? 1 : 0.2;
}

function textFit(text: string, plain: string): number {
  if (/^\d+(?:[.,]\d+)*$/.test(plain)) return -0.9;
  if (/^[\p{So}\p{Sm}[\]xX\s]{1,3}$/u.test(plain)) return -2.2;
  const bare = plain.replace(/^\*/, '');
  if (ROLE.test(bare) || EVERYONE.test(bare)) return -0.9;
  if (plain.length <= 16 && dateFit(text, plain) > 1.3) return -0.5;
  if (plain.length <= 12 && /\d/.test(plain) && readMoney(text).yuan !== null) return -0.3;
  return CATEGORY_LIKE.test(plain) ? 0.9 : 0.6;
}

function statedState(text: string, plain: string): number {
  if (plain.length > 24) return -2.5;
  return readState(text).value === null ? -2.2 : 2;
}

const choiceFit = (patterns: [RegExp, unknown][]): Fit => (_text, plain) => (plain.length <= 8 && patterns.some(([pattern]) => pattern.test(plain)) ? 1.6 : -0.8);

const FITS: Record<FieldType, Fit> = {
  number: (_text, plain) => (ROW_NUMBER.test(plain) ? 1.6 : -2),
  text: textFit,
  group: (text, plain) => (GROUP.test(plain) || DEPARTMENT.test(plain) || ROLE.test(plain.replace(/^\*/, '')) ? 1.8 : textFit(text, plain) - 0.3),
  contact: (_text, plain) => (CONTACT.test(plain) ? 1.6 : -0.8),
  depends: (text, plain) => (/^[\d,\u3001;.fs+-]{1,12}$/i.test(plain) ? 0.9 : textFit(text, plain)),
  who: (text, plain) => (WHO.test(plain) || (plain.length <= 4 && SURNAMES.includes(plain[0] ?? '?')) ? 1.4 : plain.length <= 6 ? 0.7 : textFit(text, plain) - 0.4),
  money: moneyFit,
  quantity: quantityFit,
  rate: (_text, plain) => (/^[\d.]+%$/.test(plain) ? 1.8 : /^[\d.]+$/.test(plain) ? 0.8 : -1.8),
  period: dateFit,
  day: dateFit,
  people: peopleFit,
  state: statedState,
  phase: (text, plain) => (plain.length > 14 || /^\*|\d/.test(plain) ? -2 : readPhase(text).doubt ? -0.6 : PHASE_LIKE.test(plain) ? 2 : 0.8),
  measure: (_text, plain) => (/\d/.test(plain) && plain.length <= 20 ? 1.2 : -0.8),
  level: (text, plain) => (plain.length <= 6 && (typeof readLevel(text).value === 'number' || LEVELS.some(([pattern]) => pattern.test(plain))) ? 1.7 : -0.8),
  score: (text) => (readScore(text, 100).value === null ? -1.8 : 1.6),
  'feedback-type': choiceFit(FEEDBACK_TYPES),
  'feedback-state': choiceFit(FEEDBACK_STATES),
  priority: choiceFit(PRIORITIES),
  duration: (text) => (readDuration(text) ? 1.4 : -1.8),
  band: (_text, plain) => (/\d/.test(plain) ? 1.2 : -0.5),
};

const memo = new Map<string, number>();

/** The fit of a text in a column of the type; blank marks fit everywhere. */
export function fitOf(text: string, type: FieldType): number {
  const key = `${type} ${text}`;
  const told = memo.get(key);
  if (told !== undefined) return told;
  const plain = squeeze(text);
  let fit: number;
  if (plain === '') fit = 0.1;
  else if (BLANK_MARK.test(plain) || PENDING_MARK.test(plain)) fit = BLANK_FIT;
  else if (plain.length > LONGEST_VALUE) fit = type === 'text' ? 0.2 : -3;
  else fit = FITS[type](normalize(text), plain);
  if (memo.size > 20_000) memo.clear();
  memo.set(key, fit);
  return fit;
}
