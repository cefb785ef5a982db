import {
  AMOUNT, BOUND_MORE, CLAUSE_SPLIT, CONDITION, COUNT_UNIT_TRIM, DEADLINE, DEADLINE_TAIL, DOUBLED, DOWN_WORD, GOAL_CONTEXT, GOAL_HEADING, GROWTH_CLAUSE, GROWTH_NOUN, INVERTED_CLAUSE, METRIC, MONEY_METRIC,
  METRIC_LEAD, METRIC_LEAD_PLACE, NOT_METRIC, OPENING, PLAIN_CLAUSE, RATIO_CLAUSE, REACH_CLAUSE, RESULT_CLAUSE, RESULT_CONTEXT, RESULT_HEADING, SENTENCE_END, UNIT_ALLOWED, YUAN_UNIT,
} from './reading.goal.vocabulary.ts';
import { roundYuan } from './reading.money.rules.ts';
import { headingText, normalize } from './reading.normal.rules.ts';
import { LIST_MARK } from './reading.normal.vocabulary.ts';
import { SCALES } from './reading.quantity.vocabulary.ts';
import type { GoalKind } from './reading.contract.ts';
import type { Doubt } from './reading.value.ts';

export interface GoalReading {
  text: string;
  metric: string;
  kind: GoalKind;
  value: number | null;
  unit: string;
  deadlineText?: string;
  doubt?: Doubt;
}

type Groups = { [name: string]: string | undefined };

/** Longer paragraphs are no lists of goals. */
const LONGEST_SENTENCE = 400;
const LONGEST_LINE = 8000;
/** No goal without a number, in digits of either width or as a doubling. */
const GOAL_SIGN = /[\d\uff10-\uff19\u7ffb]/;
const FOR_REAL = new RegExp(AMOUNT);

function scaled(number: string | undefined, scale: string | undefined): number {
  return roundYuan(Number((number ?? '').replaceAll(',', '')) * (scale ? (SCALES[scale.toLowerCase()] ?? 1) : 1));
}

/** Takes off, one by one, the words that lead to a metric. */
function withoutLead(text: string): string {
  let rest = text;
  for (let next = rest.replace(METRIC_LEAD, ''); next !== rest && next !== ''; next = rest.replace(METRIC_LEAD, '')) rest = next;
  return rest;
}

function cleanMetric(text: string): string {
  return withoutLead(withoutLead(text).replace(METRIC_LEAD_PLACE, '')).replace(/["\u201c\u201d\u300c\u300d()\s]+/g, '').replace(/[\u7684:\uff1a]+$/, '');
}

function unitOf(text: string | undefined): string {
  let unit = text ?? '';
  if (unit === '\uff05') return '%';
  while (unit !== '' && !UNIT_ALLOWED.test(unit) && unit !== '%') unit = COUNT_UNIT_TRIM.test(unit) ? unit.replace(COUNT_UNIT_TRIM, '') : unit.slice(0, -1);
  return unit;
}

interface Amount {
  value: number | null;
  unit: string;
  doubt?: Doubt;
}

function amountOf(found: Groups, clause: string): Amount {
  if (found['low'] && found['high']) {
    const from = scaled(found['low'], found['lowScale'] ?? found['highScale']);
    const to = scaled(found['high'], found['highScale']);
    return { value: null, unit: unitOf(found['rangeUnit']), doubt: { code: 'range', data: { from, to } } };
  }
  const about = BOUND_MORE.test(clause) || found['more'] !== undefined;
  return { value: scaled(found['number'], found['scale']), unit: unitOf(found['unit']), ...(about ? { doubt: { code: 'approximate' as const } } : {}) };
}

function kindOf(amount: Amount, growing: boolean, metric: string): { kind: GoalKind; unit: string } {
  if (amount.unit === '%') return { kind: growing ? 'growth' : 'rate', unit: '%' };
  if (amount.unit.endsWith(YUAN_UNIT)) return { kind: 'money', unit: 'CNY' };
  if (amount.unit === '' && MONEY_METRIC.test(metric)) return { kind: 'money', unit: 'CNY' };
  return { kind: 'count', unit: amount.unit };
}

function goal(clause: string, metric: string, amount: Amount, growing: boolean): GoalReading | undefined {
  const name = cleanMetric(metric);
  if (name.length < 2 || name.length > 20 || NOT_METRIC.test(name)) return undefined;
  const { kind, unit } = kindOf(amount, growing || (GROWTH_NOUN.test(name) && amount.unit === '%'), name);
  return { text: clause, metric: name, kind, value: amount.value, unit, ...(amount.doubt ? { doubt: amount.doubt } : {}) };
}

function readSpecial(clause: string, bare: string): GoalReading | undefined {
  const ratio = RATIO_CLAUSE.exec(bare)?.groups;
  if (ratio?.['metric'] && ratio['left']) {
    const value = ratio['right'] ? Number(ratio['right']) / Number(ratio['left']) : Number(ratio['left']);
    return { text: clause, metric: cleanMetric(ratio['metric']), kind: 'count', value: roundYuan(value), unit: '' };
  }
  const doubled = DOUBLED.exec(bare)?.groups;
  if (doubled?.['metric'] && METRIC.test(doubled['metric'])) {
    return goal(clause, doubled['metric'], { value: /\u4e24/.test(doubled['word'] ?? '') ? 300 : 100, unit: '%' }, true);
  }
  const inverted = INVERTED_CLAUSE.exec(bare)?.groups;
  if (inverted?.['verb'] && inverted['tail'] && inverted['unit'] && METRIC.test(inverted['tail'])) {
    return goal(clause, inverted['verb'] + inverted['tail'], amountOf(inverted, bare), false);
  }
  return undefined;
}

function readGrowth(clause: string, bare: string): GoalReading | undefined {
  const found = GROWTH_CLAUSE.exec(bare)?.groups;
  if (!found?.['metric'] || !METRIC.test(found['metric'])) return undefined;
  const amount = amountOf(found, bare);
  const to = found['to'] !== undefined;
  const down = DOWN_WORD.test(found['verb'] ?? '');
  const value = down && !to && amount.value !== null && amount.unit === '%' ? -amount.value : amount.value;
  return goal(clause, found['metric'], { ...amount, value }, !to);
}

/** Reads one clause as a goal; `trusted` when a heading says that goals are listed here, so that any metric is taken. */
function readClause(text: string, trusted: boolean): GoalReading | undefined {
  const clause = text.trim().replace(LIST_MARK, '');
  if (RESULT_CLAUSE.test(clause) || CONDITION.test(clause)) return undefined;
  const opened = withoutLead(clause);
  const deadline = DEADLINE.exec(opened);
  const tail = deadline ? null : DEADLINE_TAIL.exec(opened);
  const deadlineText = deadline?.[1] ?? (tail && tail.index > 0 ? tail[1] : undefined);
  let bare = deadline ? withoutLead(opened.slice(deadline[0].length)) : opened;
  if (tail && tail.index > 0) bare = opened.slice(0, tail.index);
  // What led to the metric may be its verb: 吸引观众 names a count of visitors as 观众 does.
  const read = readSpecial(clause, clause) ?? readSpecial(clause, bare) ?? (FOR_REAL.test(bare) ? (readGrowth(clause, bare) ?? readStated(clause, bare, trusted)) : undefined);
  return read && deadlineText ? { ...read, deadlineText } : read;
}

function readStated(clause: string, bare: string, trusted: boolean): GoalReading | undefined {
  for (const pattern of [REACH_CLAUSE, PLAIN_CLAUSE]) {
    const found = pattern.exec(bare)?.groups;
    if (!found?.['metric'] || /\d/.test(found['metric'])) continue;
    if (!METRIC.test(found['metric']) && !(trusted && pattern === REACH_CLAUSE)) continue;
    const amount = amountOf(found, bare);
    // "转化率5" may be anything; "NPS≥50" and "播放量100万" are clear enough.
    if (amount.unit === '' && amount.value !== null && !trusted && pattern !== REACH_CLAUSE && !found['scale']) continue;
    const read = goal(clause, found['metric'], amount, false);
    if (read) return read;
  }
  return undefined;
}

/** Where goals are looked for: the heading above and the goals that stand in a clearly marked place. */
export interface GoalPlace {
  heading: string;
  section?: string;
}

function isResult(sentence: string, place: GoalPlace): boolean {
  if (GOAL_CONTEXT.test(sentence.replace(/\u76ee\u6807(?:\u503c|\u4eba\u7fa4|\u5ba2\u6237|\u7528\u6237|\u8fdb\u5ea6)/g, '')) && !RESULT_CONTEXT.test(sentence)) return false;
  if (RESULT_CONTEXT.test(sentence)) return true;
  return GOAL_HEADING.test(place.heading) ? false : RESULT_HEADING.test(headingText(place.heading)) || RESULT_HEADING.test(headingText(place.section ?? ''));
}

/**
 * Finds goals in prose (P1.1, P1.3): `新品销量提升50%`, `新品订单量2000单`, `用户复购率达15%`. Results and examples of results
 * (`转化率高达20%`, `销量目标完成120%`, `低于预算15%`) and shares of a budget (`占总预算10%-15%`) are none.
 */
export function readGoals(line: string, place: GoalPlace): GoalReading[] {
  const goals: GoalReading[] = [];
  if (line.length > LONGEST_LINE || !GOAL_SIGN.test(line)) return goals;
  for (const sentence of normalize(line).split(SENTENCE_END)) {
    if (sentence.length < 4 || sentence.length > LONGEST_SENTENCE || isResult(sentence, place)) continue;
    const trusted = GOAL_HEADING.test(headingText(place.heading)) || /^.{0,12}\u76ee\u6807/.test(sentence);
    for (const part of sentence.split(CLAUSE_SPLIT)) {
      if (!part) continue;
      const clause = part.replace(OPENING, '').replace(/[)"\u201d\u300d]?\u7b49?[)"\u201d\u300d]*$/, '');
      const read = readClause(clause, trusted) ?? (clause === part ? undefined : readClause(part.replace(/[)]$/, ''), trusted));
      if (read) goals.push(read);
    }
  }
  return goals;
}
