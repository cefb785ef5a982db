import { addDays } from '#platform/shared/calendar.ts';
import { lastDay } from './check.basics.rules.ts';
import type { CheckRule, Hit } from './check.rule.value.ts';
import { textsOf } from './check.texts.rules.ts';
import type { CheckedPlan } from './check.value.ts';
import { FAMILY, GUARDIAN, PERSONAL_DATA, SENSITIVE_DATA, SEPARATE_CONSENT } from './check.vocabulary.ts';

const at = (id: string, field: string) => ({ page: 'plan', part: 'data', id, field }) as const;
const PLACE = { page: 'plan', part: 'data' } as const;
/** The days of a month, for a bound that people think of in months. */
const MONTH_DAYS = 31;

/** The plan says that personal data is collected and lists none (PIPL Art. 17). */
function unlisted(plan: CheckedPlan): readonly Hit[] {
  if (plan.data.length > 0) return [];
  const found = textsOf(plan).flatMap(({ text, where }) => {
    const word = PERSONAL_DATA.exec(text)?.[0];
    return word === undefined ? [] : [{ word, where }];
  });
  const first = found[0];
  return first ? [{ where: first.where, key: 'unlisted', data: { word: first.word, count: found.length } }] : [];
}

function family(plan: CheckedPlan): readonly Hit[] {
  if (plan.data.length === 0 || plan.data.some(({ consent, item }) => GUARDIAN.test(consent) || GUARDIAN.test(item))) return [];
  const { theme, audience, name } = plan.campaign;
  const word = [name, theme, audience, ...plan.personas.flatMap((persona) => [persona.name, persona.traits])].map((text) => FAMILY.exec(text)?.[0]).find((found) => found !== undefined);
  return word === undefined ? [] : [{ where: PLACE, data: { word } }];
}

/** Personal data (PIPL): for what, with whose consent, until when. */
export const DATA_RULES: readonly CheckRule[] = [
  { id: 'D01', clause: 'P4.1', severity: 'warning', run: unlisted },
  { id: 'D02', clause: 'P4.1', severity: 'warning', run: ({ data }) => data.filter(({ purpose }) => purpose.trim() === '').map(({ id, item }) => ({ where: at(id, 'purpose'), data: { item } })) },
  { id: 'D03', clause: 'P4.1', severity: 'warning', run: ({ data }) => data.filter(({ consent }) => consent.trim() === '').map(({ id, item }) => ({ where: at(id, 'consent'), data: { item } })) },
  { id: 'D04', clause: 'R2.1', severity: 'warning', run: ({ data }) => data.filter(({ keepUntil }) => keepUntil === null).map(({ id, item }) => ({ where: at(id, 'keepUntil'), data: { item } })) },
  {
    id: 'D05', clause: 'R2.1', severity: 'hint', bounds: { months: { value: 24, from: 1, to: 120 } },
    run: (plan, { months = 24 }) => {
      const last = lastDay(plan);
      const limit = addDays(last, months * MONTH_DAYS);
      return plan.data.filter(({ keepUntil }) => keepUntil !== null && (keepUntil > limit || keepUntil < last))
        .map(({ id, item, keepUntil }) => ({ where: at(id, 'keepUntil'), data: { kind: (keepUntil ?? '') < last ? 'early' : 'long', item, keepUntil, last, months } }));
    },
  },
  {
    id: 'D06', clause: 'P4.1', severity: 'warning',
    run: ({ data }) => data.filter(({ item, consent }) => SENSITIVE_DATA.test(item) && !SEPARATE_CONSENT.test(consent)).map(({ id, item }) => ({ where: at(id, 'consent'), data: { item } })),
  },
  { id: 'D07', clause: 'P4.1', severity: 'hint', run: family },
];
