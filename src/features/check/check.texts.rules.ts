import type { Where } from './check.rule.value.ts';
import type { CheckedPlan } from './check.value.ts';
import { FORBIDS, NAMES_THEM, type RestrictedWords } from './check.words.vocabulary.ts';

/** One text of the plan, and where it stands. `outward`: customers will read it. */
export interface PlanText {
  readonly text: string;
  readonly where: Where;
  readonly outward: boolean;
}

const ofRow = (where: Where, text: string, outward = false): PlanText => ({ text, where, outward });

/** Every text of the plan that a person wrote. */
export function textsOf(plan: CheckedPlan): readonly PlanText[] {
  const list = (part: string, id: string, field: string): Where => ({ page: 'plan', part, id, field });
  return [
    ofRow({ page: 'overview', field: 'theme' }, plan.campaign.theme, true),
    ofRow({ page: 'overview', field: 'audience' }, plan.campaign.audience),
    ...plan.goals.flatMap(({ id, metric, reason, measure }) => [ofRow({ page: 'goals', id, field: 'metric' }, metric), ofRow({ page: 'goals', id, field: 'measure' }, measure), ofRow({ page: 'goals', id, field: 'reason' }, reason)]),
    ...plan.budget.flatMap(({ id, detail, note }) => [ofRow({ page: 'budget', id, field: 'detail' }, detail), ofRow({ page: 'budget', id, field: 'note' }, note)]),
    ...plan.tasks.filter((task) => !task.cancelled).flatMap(({ id, title, note, ownerText }) => [ofRow({ page: 'schedule', id, field: 'title' }, title), ofRow({ page: 'schedule', id, field: 'note' }, note), ofRow({ page: 'schedule', id, field: 'ownerText' }, ownerText)]),
    ...plan.sections.map(({ id, key, words }) => ofRow({ page: 'plan', part: key, id }, words)),
    ...plan.personas.flatMap(({ id, traits, needs, reach }) => [traits, needs, reach].map((text) => ofRow(list('personas', id, 'traits'), text))),
    ...plan.channels.map(({ id, content }) => ofRow(list('channels', id, 'content'), content, true)),
    ...plan.materials.flatMap(({ id, name, spec }) => [ofRow(list('materials', id, 'name'), name), ofRow(list('materials', id, 'spec'), spec)]),
    ...plan.steps.map(({ id, title }) => ofRow(list('steps', id, 'title'), title)),
    ...plan.zones.flatMap(({ id, name, duty }) => [ofRow(list('zones', id, 'name'), name), ofRow(list('zones', id, 'duty'), duty)]),
    ...plan.risks.flatMap(({ id, risk, response, prevention }) => [risk, response, prevention].map((text) => ofRow(list('risks', id, 'response'), text))),
    ...plan.questions.flatMap(({ id, question, choices }) => [ofRow(list('questions', id, 'question'), question, true), ofRow(list('questions', id, 'choices'), choices, true)]),
  ].filter(({ text }) => text !== '');
}

/** So much of the text around a word is looked at. */
const NEAR = 40;

/** The restricted words in a text, each once, with the words around it; contexts in which they claim nothing are passed over. */
export function restrictedIn(text: string, { words, except }: RestrictedWords): readonly { readonly word: string; readonly around: string }[] {
  const passed = [...text.matchAll(except)].map((match) => [match.index, match.index + match[0].length] as const);
  const found = new Map<string, string>();
  for (const match of text.matchAll(words)) {
    const [from, to] = [match.index, match.index + match[0].length];
    const isPassed = passed.some(([start, end]) => start <= from && to <= end);
    if (isPassed || FORBIDS.test(text.slice(Math.max(0, from - NEAR), from)) || NAMES_THEM.test(text.slice(to, to + NEAR))) continue;
    if (!found.has(match[0])) found.set(match[0], `${from > 8 ? '…' : ''}${text.slice(Math.max(0, from - 8), to + 8).replaceAll('\n', ' ')}${to + 8 < text.length ? '…' : ''}`);
  }
  return [...found].map(([word, around]) => ({ word, around }));
}
