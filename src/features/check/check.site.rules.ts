import { addDays, daysBetween } from '#platform/shared/calendar.ts';
import { categoryFits } from '#features/approval/approval.route.rules.ts';
import { minutesOf, workingDayUntil } from './check.days.rules.ts';
import { setUpDay } from './check.milestones.rules.ts';
import { namesIn } from './check.owners.rules.ts';
import type { CheckRule, Hit } from './check.rule.value.ts';
import type { CheckedPlan } from './check.value.ts';
import { ZONES } from './check.vocabulary.ts';

const at = (part: 'materials' | 'steps' | 'zones' | 'questions', id: string, field: string) => ({ page: 'plan', part, id, field }) as const;
const isEvent = ({ campaign }: CheckedPlan): boolean => campaign.eventFrom !== null;

/** Materials that arrive when the venue is already being set up leave no room for a rejected delivery (E1.1). */
function noSlack(plan: CheckedPlan, slackDays: number): readonly Hit[] {
  const setUp = setUpDay(plan);
  if (setUp === null) return [];
  const limit = addDays(setUp, -slackDays);
  return plan.materials.flatMap(({ id, name, dueOn }) => (dueOn !== null && dueOn > limit
    ? [{ where: at('materials', id, 'dueOn'), data: { name, dueOn, setUp, limit, slackDays }, fix: { kind: 'move_material', id, dueOn: workingDayUntil(limit, plan.ownDays) } }]
    : []));
}

/** One person in two steps at the same time. */
function twoPlaces({ steps }: CheckedPlan): readonly Hit[] {
  const timed = steps.flatMap((step) => (step.startTime !== null && (step.minutes ?? 0) > 0 ? [{ ...step, from: minutesOf(step.startTime), to: minutesOf(step.startTime) + (step.minutes ?? 0), people: namesIn(step.ownerText) }] : []));
  return timed.flatMap((step, index) => timed.slice(index + 1).flatMap((other) => {
    const person = step.people.find((name) => other.people.includes(name));
    const meets = other.day === step.day && other.from < step.to && step.from < other.to;
    return person !== undefined && meets ? [{ where: at('steps', other.id, 'ownerText'), key: step.id, data: { person, first: step.title, second: other.title, day: step.day, startTime: other.startTime } }] : [];
  }));
}

function zonesMissing(plan: CheckedPlan): readonly Hit[] {
  if (!isEvent(plan)) return [];
  const zones = (Object.keys(ZONES) as (keyof typeof ZONES)[]).filter((zone) => !plan.zones.some(({ name, duty }) => ZONES[zone].test(name) || ZONES[zone].test(duty)));
  return zones.length > 0 ? [{ where: { page: 'plan', part: 'zones' }, data: { zones }, fix: { kind: 'add_zones', zones } }] : [];
}

function daysWithout({ campaign, steps }: CheckedPlan): readonly Hit[] {
  if (campaign.eventFrom === null || campaign.eventTo === null || steps.length === 0) return [];
  const count = daysBetween(campaign.eventFrom, campaign.eventTo) + 1;
  const from = campaign.eventFrom;
  const days = Array.from({ length: Math.min(count, 60) }, (_, index) => index + 1).filter((day) => !steps.some((step) => step.day === day));
  return days.length > 0 ? [{ where: { page: 'plan', part: 'steps' }, data: { days: days.map((day) => addDays(from, day - 1)) } }] : [];
}

const MATERIAL_RULES: readonly CheckRule[] = [
  { id: 'M01', clause: 'E1.1', severity: 'hint', run: (plan) => (isEvent(plan) && plan.materials.length === 0 ? [{ where: { page: 'plan', part: 'materials' } }] : []) },
  { id: 'M02', clause: 'E1.1', severity: 'warning', fixable: true, bounds: { slackDays: { value: 1, from: 0, to: 30 } }, run: (plan, { slackDays = 1 }) => noSlack(plan, slackDays) },
  { id: 'M03', clause: 'E1.1', severity: 'warning', run: ({ materials }) => materials.filter(({ dueOn }) => dueOn === null).map(({ id, name }) => ({ where: at('materials', id, 'dueOn'), data: { name } })) },
  { id: 'M04', clause: 'E1.1', severity: 'warning', run: ({ materials }) => materials.filter(({ quantity }) => quantity === null || quantity === 0).map(({ id, name }) => ({ where: at('materials', id, 'quantity'), data: { name } })) },
  {
    id: 'M05', clause: 'E1.1', severity: 'hint', fixable: true,
    run: ({ materials }) => materials.filter(({ ownerText }) => ownerText.trim() === '').map(({ id, name }) => ({ where: at('materials', id, 'ownerText'), data: { name }, fix: { kind: 'owner_lead', table: 'materials', id } })),
  },
  {
    id: 'M06', clause: 'P2.1', severity: 'hint',
    run: ({ materials, budget }) => materials.filter(({ category }) => category !== '' && budget.length > 0 && !budget.some((line) => categoryFits(category, line.category)))
      .map(({ id, name, category }) => ({ where: at('materials', id, 'category'), data: { name, category } })),
  },
];

const ONSITE_RULES: readonly CheckRule[] = [
  { id: 'O01', clause: 'E3.2', severity: 'warning', run: (plan) => (isEvent(plan) && plan.steps.length === 0 ? [{ where: { page: 'plan', part: 'steps' }, data: { eventFrom: plan.campaign.eventFrom, eventTo: plan.campaign.eventTo } }] : []) },
  { id: 'O02', clause: 'E3.2', severity: 'warning', run: twoPlaces },
  { id: 'O03', clause: 'E3.1', severity: 'warning', fixable: true, run: zonesMissing },
  {
    id: 'O04', clause: 'E3.1', severity: 'warning',
    run: ({ zones }) => zones.filter(({ staff, ownerText }) => (staff === null || staff === 0) && ownerText.trim() === '').map(({ id, name }) => ({ where: at('zones', id, 'staff'), data: { name } })),
  },
  { id: 'O05', clause: 'E3.2', severity: 'hint', run: daysWithout },
  {
    id: 'O06', clause: 'E3.3', severity: 'warning', fixable: true,
    run: (plan) => (isEvent(plan) && plan.questions.length === 0 ? [{ where: { page: 'plan', part: 'questions' }, fix: { kind: 'add_questions' } }] : []),
  },
  {
    id: 'O07', clause: 'E3.3', severity: 'warning',
    run: ({ questions }) => questions.filter(({ kind, choices }) => (kind === 'single' || kind === 'multiple') && choices.split(/[\n、,，;；/|]/u).filter((choice) => choice.trim() !== '').length < 2)
      .map(({ id, question }) => ({ where: at('questions', id, 'choices'), data: { question } })),
  },
  {
    id: 'O08', clause: 'E3.2', severity: 'hint', fixable: true,
    run: ({ steps }) => steps.filter(({ ownerText }) => ownerText.trim() === '').map(({ id, title }) => ({ where: at('steps', id, 'ownerText'), data: { title }, fix: { kind: 'owner_lead', table: 'steps', id } })),
  },
  { id: 'O09', clause: 'E3.2', severity: 'hint', run: ({ steps }) => steps.filter(({ startTime }) => startTime === null).map(({ id, title, day }) => ({ where: at('steps', id, 'startTime'), data: { title, day } })) },
  { id: 'O10', clause: 'E3.2', severity: 'hint', run: (plan) => (isEvent(plan) && plan.zones.length > 0 && plan.zones.every(({ capacity }) => capacity === null) ? [{ where: { page: 'plan', part: 'zones' }, data: { count: plan.zones.length } }] : []) },
];

export const SITE_RULES: readonly CheckRule[] = [...MATERIAL_RULES, ...ONSITE_RULES];
