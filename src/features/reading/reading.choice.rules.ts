import {
  BOX_OPTION, CROSSED, FEEDBACK_STATES, FEEDBACK_TYPES, LEVEL_RANGE, LEVELS, PERCENT_DONE, PHASE_WORDS, PRIORITIES, SATISFACTION, SCALE_IN_HEADING, SCORE, STARS_EMPTY, STARS_FULL,
  STATE_WORDS, TICKED, UNTICKED, WORDED_STARS, type StateWord,
} from './reading.choice.vocabulary.ts';
import { isBlankMark, isPending, normalize, squeeze } from './reading.normal.rules.ts';
import { chineseNumber } from './reading.normal.vocabulary.ts';
import type { Reading } from './reading.value.ts';

function pick<T>(text: string, choices: [RegExp, T][]): T | undefined {
  return choices.find(([pattern]) => pattern.test(text))?.[1];
}

/** What each mark means by the heading's own legend, `完成情况(√完成 ×未完成)`; empty when one mark stands for all (T2). */
export function stateLegend(heading: string): Map<string, StateWord> {
  const legend = new Map<string, StateWord>();
  let marks = 0;
  for (const [, mark = '', word = ''] of normalize(heading).matchAll(BOX_OPTION)) {
    const state = pick(squeeze(word), STATE_WORDS);
    marks += 1;
    if (state) legend.set(squeeze(mark), state);
  }
  return legend.size === marks && marks > 1 ? legend : new Map<string, StateWord>();
}

/** `□未完成 ☑已完成 □延期`: the word behind the ticked box. */
function tickedOption(plain: string): StateWord | undefined | 'none' {
  const options = [...plain.matchAll(BOX_OPTION)];
  if (options.length === 0) return undefined;
  const ticked = options.filter(([, mark = '']) => TICKED.test(mark));
  if (ticked.length === 1) return pick(squeeze(ticked[0]?.[2] ?? ''), STATE_WORDS);
  return ticked.length === 0 ? 'none' : undefined;
}

/** Reads a state (T2): a box, a tick, a word, or a share done. Value: open · doing · done · delayed · cancelled. */
export function readState(text: string, legend: ReadonlyMap<string, StateWord> = new Map()): Reading {
  const plain = squeeze(text);
  const told = legend.get(plain);
  if (told) return { value: told };
  // A tick alone is done; a tick before a word (☑延期) is that word.
  if (TICKED.test(plain) && plain.length <= 3 && !/\p{Script=Han}{2}/u.test(plain)) return { value: 'done' };
  if (UNTICKED.test(normalize(text)) && plain.length <= 3 && !/[\p{Script=Han}]{2}/u.test(plain)) return { value: 'open' };
  if (isBlankMark(text)) return { value: null };
  if (isPending(text)) return { value: null, doubt: { code: 'pending' } };
  if (CROSSED.test(plain) && plain.length <= 2) return { value: 'open' };
  const percent = PERCENT_DONE.exec(plain);
  if (percent) {
    const share = Number(percent[1]);
    return { value: share >= 100 ? 'done' : share > 0 ? 'doing' : 'open' };
  }
  const option = tickedOption(normalize(text));
  // One box with its word is that word only when ticked: "□已完成" alone is not done.
  if (option === 'none') return { value: 'open' };
  const state = option ?? pick(plain, STATE_WORDS);
  return state ? { value: state } : { value: null, doubt: { code: 'unreadable' } };
}

/** 前期筹备 · 中期执行 · 后期复盘 (S2) as preparation · execution · retrospective; another phase keeps its name and asks. */
export function readPhase(text: string): Reading {
  if (isBlankMark(text)) return { value: null };
  const phase = pick(squeeze(text), PHASE_WORDS);
  return phase ? { value: phase } : { value: normalize(text), doubt: { code: 'phase-unknown' } };
}

/** 高 · 中 · 低 and their kin; a percentage or a score as a number; other words stay text. */
export function readLevel(text: string): Reading {
  if (isBlankMark(text)) return { value: null };
  if (isPending(text)) return { value: null, doubt: { code: 'pending' } };
  const plain = squeeze(text);
  const number = /^(\d+(?:\.\d+)?)(%?)$/.exec(plain);
  if (number) return { value: Number(number[1]), ...(number[2] ? { unit: '%' } : {}) };
  const parts = plain.split(LEVEL_RANGE);
  const level = plain.length <= 8 ? pick(plain, LEVELS) : undefined;
  if (level && parts.length > 1 && parts[1]) return { value: null, doubt: { code: 'range' } };
  return { value: level ?? normalize(text) };
}

function readChoice<T extends string>(text: string, choices: [RegExp, T][]): Reading {
  if (isBlankMark(text)) return { value: null };
  return { value: pick(squeeze(text), choices) ?? normalize(text) };
}

export function readPriority(text: string): Reading {
  return readChoice(text, PRIORITIES);
}

export function readFeedbackType(text: string): Reading {
  const option = ticked(text);
  return readChoice(option ?? text, FEEDBACK_TYPES);
}

export function readFeedbackState(text: string): Reading {
  const option = ticked(text);
  return readChoice(option ?? text, FEEDBACK_STATES);
}

function ticked(text: string): string | undefined {
  const options = [...normalize(text).matchAll(BOX_OPTION)].filter(([, mark = '']) => TICKED.test(mark));
  return options.length === 1 ? options[0]?.[2] : undefined;
}

/** The highest score that a heading names: `满意度(1-10分)` → 10. */
export function headingScaleOf(heading: string): number | undefined {
  const found = SCALE_IN_HEADING.exec(squeeze(heading));
  const top = found ? Number(found[2]) : undefined;
  return top === 3 || top === 4 || top === 5 || top === 7 || top === 10 || top === 100 ? top : undefined;
}

/** The scale of a column of scores: what its heading says, or the smallest usual one that holds every number in it. */
export function columnScale(heading: string, texts: string[]): number {
  const stated = headingScaleOf(heading);
  if (stated) return stated;
  const scores = texts.map((text) => Number(SCORE.exec(squeeze(text))?.[1] ?? 0));
  const top = Math.max(0, ...scores);
  return top > 10 ? 100 : top > 5 ? 10 : 5;
}

/** Reads a satisfaction (formats.md, Feedback words): the score, with its scale as the unit `/5`, `/10`, `/100` or `%`. */
export function readScore(text: string, scale = 5): Reading {
  if (isBlankMark(text)) return { value: null };
  if (isPending(text)) return { value: null, doubt: { code: 'pending' } };
  const plain = squeeze(ticked(text) ?? text);
  const full = [...text.matchAll(STARS_FULL)].length;
  const all = full + [...text.matchAll(STARS_EMPTY)].length;
  if (all > 0) return { value: full, unit: `/${Math.max(5, all)}` };
  const percent = /^(\d{1,3}(?:\.\d+)?)%$/.exec(plain);
  if (percent) return { value: Number(percent[1]), unit: '%' };
  const stars = WORDED_STARS.exec(plain);
  if (stars?.[1]) return { value: chineseNumber(stars[1]) ?? null, unit: '/5' };
  const score = SCORE.exec(plain);
  if (score) {
    const value = Number(score[1]);
    const top = score[2] ? Number(score[2]) : scale;
    return { value, unit: `/${top}`, ...(value > top ? { doubt: { code: 'unreadable' as const } } : {}) };
  }
  const worded = pick(plain, SATISFACTION);
  return worded ? { value: worded, unit: '/5' } : { value: null, doubt: { code: 'unreadable' } };
}
