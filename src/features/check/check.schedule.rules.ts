import { addDays, holidayOf, isWorkingDay, type OwnDays } from '#platform/shared/calendar.ts';
import { endOf, lagged, liveTasks, startOf, taskAt, workingDayBefore } from './check.days.rules.ts';
import type { CheckRule, Fix, Hit } from './check.rule.value.ts';
import type { CheckedPlan, CheckedTask } from './check.value.ts';

const isInEvent = ({ campaign }: CheckedPlan, day: string): boolean =>
  campaign.eventFrom !== null && day >= addDays(campaign.eventFrom, -1) && day <= (campaign.eventTo ?? campaign.eventFrom);

/** Work after the event is put off to the next working day, work before it is brought forward. */
function onWorkingDay({ campaign, ownDays }: CheckedPlan, task: CheckedTask, end: string): Fix {
  let day = workingDayBefore(end, ownDays);
  const isAfter = task.phase === 'retrospective' || day < campaign.startsOn;
  if (isAfter) for (day = end; !isWorkingDay(day, ownDays); ) day = addDays(day, 1);
  return { kind: 'move_task', id: task.id, startOn: task.startOn !== null && task.startOn > day ? day : task.startOn, endOn: day };
}

function daysOff(plan: CheckedPlan): readonly Hit[] {
  return liveTasks(plan).flatMap((task) => {
    const end = endOf(task);
    if (end === null || isWorkingDay(end, plan.ownDays) || isInEvent(plan, end)) return [];
    const fix = onWorkingDay(plan, task, end);
    return [{ where: taskAt(task.id, 'endOn'), data: { title: task.title, day: end, holidayZh: holidayOf(end)?.zh ?? '', holidayEn: holidayOf(end)?.en ?? '', company: isWorkingDay(end), to: fix.kind === 'move_task' ? fix.endOn : end }, fix }];
  });
}

function outside(plan: CheckedPlan): readonly Hit[] {
  const { startsOn, endsOn } = plan.campaign;
  return liveTasks(plan).flatMap((task) => {
    const [start, end] = [startOf(task), endOf(task)];
    const isOutside = (start !== null && start < startsOn) || (end !== null && end > endsOn);
    return isOutside ? [{ where: taskAt(task.id, 'whenText'), data: { title: task.title, start, end, startsOn, endsOn } }] : [];
  });
}

type Link = CheckedTask['links'][number];

/** The day on which a task may begin (or end) at the earliest, because of one that comes before it. */
function earliest(before: CheckedTask, { type, lagDays, lagUnit }: Link, own: OwnDays | undefined): string | null {
  const from = type === 'FS' || type === 'FF' ? endOf(before) : startOf(before);
  return from === null ? null : lagged(from, lagDays, lagUnit, own);
}

function order(plan: CheckedPlan): readonly Hit[] {
  const tasks = new Map(liveTasks(plan).map((task) => [task.id, task]));
  return [...tasks.values()].flatMap((task) => task.links.flatMap((link) => {
    const before = tasks.get(link.predecessorId);
    const limit = before ? earliest(before, link, plan.ownDays) : null;
    const isStart = link.type === 'FS' || link.type === 'SS';
    const day = isStart ? startOf(task) : endOf(task);
    if (!before || limit === null || day === null || day >= limit) return [];
    return [{ where: taskAt(task.id, isStart ? 'startOn' : 'endOn'), key: before.id, data: { title: task.title, before: before.title, day, limit, type: link.type } }];
  }));
}

/** Preparation after the event has begun, retrospective work before it is over. */
function phaseAgainstDays(plan: CheckedPlan): readonly Hit[] {
  const { eventFrom, eventTo } = plan.campaign;
  if (eventFrom === null) return [];
  return liveTasks(plan).flatMap((task) => {
    const [start, end] = [startOf(task), endOf(task)];
    const late = task.phase === 'preparation' && start !== null && start >= eventFrom;
    const early = task.phase === 'retrospective' && end !== null && end < (eventTo ?? eventFrom);
    return late || early ? [{ where: taskAt(task.id, 'phase'), data: { title: task.title, phase: task.phase, day: late ? start : end, eventFrom, eventTo: eventTo ?? eventFrom } }] : [];
  });
}

export const SCHEDULE_RULES: readonly CheckRule[] = [
  { id: 'S01', clause: 'P4.1', severity: 'error', essential: true, run: (plan) => (liveTasks(plan).length > 0 ? [] : [{ where: { page: 'schedule' } }]) },
  {
    id: 'S02', clause: 'T2', severity: 'warning',
    run: (plan) => liveTasks(plan).filter((task) => endOf(task) === null).map((task) => ({ where: taskAt(task.id, 'whenText'), data: { title: task.title, whenText: task.whenText } })),
  },
  {
    id: 'S03', clause: 'T2', severity: 'warning', fixable: true,
    run: (plan) => liveTasks(plan).filter((task) => task.ownerText.trim() === '').map((task) => ({ where: taskAt(task.id, 'ownerText'), data: { title: task.title }, fix: { kind: 'owner_lead', table: 'schedule', id: task.id } })),
  },
  { id: 'S04', clause: 'T2', severity: 'warning', run: outside },
  { id: 'S05', clause: 'T2', severity: 'warning', fixable: true, run: daysOff },
  { id: 'S06', clause: 'T2', severity: 'warning', run: order },
  { id: 'S07', clause: 'T2', severity: 'hint', run: phaseAgainstDays },
  {
    id: 'S08', clause: 'S2', severity: 'warning',
    run: (plan) => {
      const tasks = liveTasks(plan);
      const phases = (['preparation', 'execution', 'retrospective'] as const).filter((phase) => !tasks.some((task) => task.phase === phase));
      return tasks.length > 0 && phases.length > 0 ? [{ where: { page: 'schedule' }, data: { phases } }] : [];
    },
  },
];
