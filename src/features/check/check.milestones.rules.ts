import { addDays, addWorkingDays } from '#platform/shared/calendar.ts';
import { lastDay, REPORT_DAYS } from './check.basics.rules.ts';
import { clockOf, endOf, hoursOf, liveTasks, minutesOf, startOf, taskAt, workingDayUntil } from './check.days.rules.ts';
import type { CheckRule, Hit } from './check.rule.value.ts';
import type { CheckedPlan, CheckedTask } from './check.value.ts';
import * as words from './check.vocabulary.ts';

const named = (plan: CheckedPlan, pattern: RegExp): readonly CheckedTask[] => liveTasks(plan).filter((task) => pattern.test(task.title));

/** The last day on which the venue is set up: what materials have to be there for. */
export function setUpDay(plan: CheckedPlan): string | null {
  const { eventFrom } = plan.campaign;
  if (eventFrom === null) return null;
  const days = named(plan, words.SETUP).flatMap((task) => endOf(task) ?? []).filter((day) => day <= eventFrom).toSorted((a, b) => a.localeCompare(b));
  return days.at(-1) ?? addDays(eventFrom, -1);
}

function setUp(plan: CheckedPlan, daysBefore: number): readonly Hit[] {
  const { eventFrom } = plan.campaign;
  if (eventFrom === null || liveTasks(plan).length === 0) return [];
  const before = addDays(eventFrom, -1);
  const tasks = named(plan, words.SETUP).filter((task) => endOf(task) !== null);
  const isOnTime = tasks.some((task) => (endOf(task) ?? '') >= addDays(eventFrom, -daysBefore) && (startOf(task) ?? '9999') <= before && (endOf(task) ?? '') <= before)
    || plan.steps.some((step) => step.day <= 0 && step.day > -daysBefore && words.SETUP.test(step.title));
  if (isOnTime) return [];
  const task = tasks.toSorted((a, b) => (endOf(a) ?? '').localeCompare(endOf(b) ?? '')).at(-1);
  if (!task) return [{ where: { page: 'schedule' }, key: 'missing', data: { kind: 'missing', eventFrom, before, daysBefore }, fix: { kind: 'add_task', task: 'setup', startOn: before, endOn: before } }];
  const day = endOf(task);
  const startOn = task.startOn !== null && task.startOn > before ? before : task.startOn;
  return [{ where: taskAt(task.id, 'whenText'), data: { kind: day !== null && day > before ? 'late' : 'early', title: task.title, day, eventFrom, before, daysBefore }, fix: { kind: 'move_task', id: task.id, startOn, endOn: before } }];
}

/** A task that says how long ahead the staff is there: 提前2小时到岗. */
function saysHours(plan: CheckedPlan, hours: number): boolean {
  return liveTasks(plan).some(({ title, note }) => {
    const said = words.HOURS_AHEAD.exec(`${title} ${note}`);
    return said?.[1] !== undefined && hoursOf(said[1]) >= hours && words.ARRIVAL.test(`${title} ${note}`);
  });
}

function arrival(plan: CheckedPlan, hours: number): readonly Hit[] {
  const { eventFrom } = plan.campaign;
  if (eventFrom === null || (plan.steps.length === 0 && liveTasks(plan).length === 0)) return [];
  const timed = plan.steps.flatMap((step) => (step.day >= 1 && step.startTime !== null ? [{ ...step, at: minutesOf(step.startTime) }] : []));
  const days = [...new Set(timed.map((step) => step.day))].toSorted((a, b) => a - b);
  const where = { page: 'plan', part: 'steps' } as const;
  const short = days.flatMap((day) => {
    const steps = timed.filter((step) => step.day === day).toSorted((a, b) => a.at - b.at);
    const opening = steps.find((step) => words.OPENING.test(step.title));
    const first = steps[0];
    if (!opening || !first || opening.at - first.at >= hours * 60) return [];
    return [{ where: { ...where, id: opening.id }, key: `day${day}`, data: { kind: 'short', day, opening: opening.startTime, title: opening.title, first: first.startTime, hours }, fix: { kind: 'add_arrival', day, startTime: clockOf(opening.at - hours * 60) } } as const];
  });
  const isSaid = saysHours(plan, hours) || timed.some((step) => words.OPENING.test(step.title) || words.ARRIVAL.test(step.title));
  if (isSaid) return short;
  const first = timed.toSorted((a, b) => a.day - b.day || a.at - b.at)[0];
  const fix = first ? ({ kind: 'add_arrival', day: first.day, startTime: clockOf(first.at - hours * 60) } as const) : ({ kind: 'add_task', task: 'arrival', startOn: eventFrom, endOn: eventFrom } as const);
  return [{ where: first ? where : { page: 'schedule' }, key: 'missing', data: { kind: 'missing', hours, eventFrom }, fix }];
}

/** R1.1: for an event that ends on 18 October that is 22 October in 2025, 23 October in 2024 and 21 October in 2026. */
function report(plan: CheckedPlan, workingDays: number): readonly Hit[] {
  if (liveTasks(plan).length === 0) return [];
  const last = lastDay(plan);
  const dueOn = addWorkingDays(last, workingDays, plan.ownDays);
  const data = { last, dueOn, workingDays };
  const tasks = named(plan, words.REPORT).filter((task) => endOf(task) === null || (endOf(task) ?? '') >= last);
  if (tasks.length === 0) return [{ where: { page: 'schedule' }, key: 'missing', data: { kind: 'missing', ...data }, fix: { kind: 'add_task', task: 'report', startOn: addWorkingDays(last, 1, plan.ownDays), endOn: dueOn } }];
  const ends = tasks.map((task) => endOf(task) ?? last);
  if (ends.some((day) => day <= dueOn)) return [];
  const task = tasks[0];
  if (!task) return [];
  const startOn = task.startOn !== null && task.startOn > dueOn ? dueOn : task.startOn;
  return [{ where: taskAt(task.id, 'endOn'), data: { kind: 'late', title: task.title, day: endOf(task), ...data }, fix: { kind: 'move_task', id: task.id, startOn, endOn: dueOn } }];
}

function briefing(plan: CheckedPlan): readonly Hit[] {
  if (liveTasks(plan).length === 0 || named(plan, words.BRIEFING).length > 0) return [];
  const { eventFrom, startsOn, endsOn } = plan.campaign;
  const wanted = workingDayUntil(addDays(eventFrom ?? endsOn, -7), plan.ownDays);
  const day = wanted < startsOn ? startsOn : wanted;
  return [{ where: { page: 'schedule' }, data: { day }, fix: { kind: 'add_task', task: 'briefing', startOn: day, endOn: day } }];
}

function daily(plan: CheckedPlan): readonly Hit[] {
  const isDaily = liveTasks(plan).some(({ title, note }) => words.DAILY.test(title) || words.DAILY.test(note));
  if (liveTasks(plan).length === 0 || isDaily) return [];
  const { eventFrom, eventTo, startsOn, endsOn } = plan.campaign;
  return [{ where: { page: 'schedule' }, fix: { kind: 'add_task', task: 'daily', startOn: eventFrom ?? startsOn, endOn: eventTo ?? endsOn } }];
}

/** What has to happen on or near a certain day (E3.1, E4.1, R1.1, P4.3). */
export const MILESTONE_RULES: readonly CheckRule[] = [
  { id: 'S09', clause: 'E3.1', severity: 'warning', fixable: true, bounds: { daysBefore: { value: 1, from: 1, to: 14 } }, run: (plan, { daysBefore = 1 }) => setUp(plan, daysBefore) },
  { id: 'S10', clause: 'E3.1', severity: 'warning', fixable: true, bounds: { hours: { value: 2, from: 1, to: 8 } }, run: (plan, { hours = 2 }) => arrival(plan, hours) },
  { id: 'S11', clause: 'R1.1', severity: 'warning', fixable: true, bounds: { workingDays: REPORT_DAYS }, run: (plan, { workingDays = REPORT_DAYS.value }) => report(plan, workingDays) },
  { id: 'S12', clause: 'E4.1', severity: 'warning', fixable: true, run: daily },
  { id: 'S13', clause: 'P4.3', severity: 'hint', fixable: true, run: briefing },
  {
    id: 'S14', clause: 'E1.1', severity: 'hint',
    run: (plan) => (plan.materials.length > 0 && !liveTasks(plan).some(({ title, note }) => words.ACCEPTANCE.test(`${title} ${note}`)) ? [{ where: { page: 'schedule' }, data: { count: plan.materials.length } }] : []),
  },
  {
    id: 'S15', clause: 'E1.2', severity: 'hint',
    run: (plan) => {
      const texts = [...liveTasks(plan).map(({ title, note }) => `${title} ${note}`), ...plan.steps.map(({ title }) => title)];
      return plan.campaign.eventFrom !== null && !texts.some((text) => words.POWER_AND_NETWORK.test(text)) ? [{ where: { page: 'schedule' } }] : [];
    },
  },
];
