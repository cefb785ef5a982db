import type { CheckRule, Hit, Severity } from './check.rule.value.ts';
import { restrictedIn, textsOf } from './check.texts.rules.ts';
import type { CheckedPlan } from './check.value.ts';
import * as vocabulary from './check.words.vocabulary.ts';

/** One finding for each text in which restricted words stand; `inward` is what they weigh where no customer reads them. */
function found(plan: CheckedPlan, words: vocabulary.RestrictedWords, inward?: Severity): readonly Hit[] {
  return textsOf(plan).flatMap(({ text, where, outward }, index) => {
    const restricted = restrictedIn(text, words);
    if (restricted.length === 0) return [];
    const data = { words: restricted.map(({ word }) => word), around: restricted[0]?.around ?? '' };
    return [{ where, data, key: `${where.field ?? where.part ?? where.page}:${where.id === undefined ? index : ''}`, ...(inward && !outward ? { severity: inward } : {}) }];
  });
}

/** Words of advertising (广告法 and beside it): outward texts weigh more than the plan's own. */
export const WORDS_RULES: readonly CheckRule[] = [
  { id: 'W01', clause: 'P4.1', severity: 'error', run: (plan) => found(plan, vocabulary.NAMED_IN_LAW, 'warning') },
  { id: 'W02', clause: 'P4.1', severity: 'warning', run: (plan) => found(plan, vocabulary.ABSOLUTE, 'hint') },
  { id: 'W03', clause: 'P4.1', severity: 'warning', run: (plan) => found(plan, vocabulary.PROMISE) },
  { id: 'W04', clause: 'P4.1', severity: 'warning', run: (plan) => found(plan, vocabulary.MEDICAL) },
  { id: 'W05', clause: 'P4.1', severity: 'warning', run: (plan) => found(plan, vocabulary.FINANCIAL) },
  { id: 'W06', clause: 'P4.1', severity: 'warning', run: (plan) => found(plan, vocabulary.EDUCATION) },
  { id: 'W07', clause: 'P4.1', severity: 'hint', run: (plan) => found(plan, vocabulary.PRICE) },
  { id: 'W08', clause: 'P4.1', severity: 'warning', run: (plan) => found(plan, vocabulary.STATE) },
  { id: 'W09', clause: 'P4.1', severity: 'warning', run: (plan) => found(plan, vocabulary.DISPARAGING) },
];
