import type { Day } from '#platform/shared/calendar.ts';
import type { TaskLink } from '../schedule.contract.ts';
import { clockOfTick, TICKS_PER_DAY, TICKS_PER_MINUTE } from './schedule.clock.rules.ts';
import type { MspdiLink, MspdiProject, MspdiTask } from './schedule.mspdi.plan.rules.ts';
import type { PlannedTask } from '../plan/schedule.planned.rules.ts';

/** A task of an MS Project file as one of ours, by whole days; ids are the file's own numbers. */
export interface ReadPlannedTask extends PlannedTask {
  readonly baseline: { readonly startOn: Day; readonly endOn: Day } | null;
}

const TYPES = ['FS', 'SS', 'FF', 'SF'] as const;
const [MSO, MFO, SNET] = [2, 3, 4] as const;
const LONGEST_LAG = 365;

const dayAt = (tick: number | undefined): Day | null => (tick === undefined ? null : clockOfTick(tick).slice(0, 10));
/** The last day of what ends at this time: midnight ends the day before. */
const lastDayAt = (tick: number | undefined): Day | null => (tick === undefined ? null : dayAt(tick % TICKS_PER_DAY === 0 ? tick - 1 : tick));

/** Whole days of a lag; parts of a day round away from none. */
function linkOf({ predecessorUid, type, lag, unit }: MspdiLink, { minutesPerDay, tasks }: MspdiProject): TaskLink {
  const isElapsed = unit === 'elapsed' || unit === 'elapsedPercent';
  const ticks = unit === 'percent' || unit === 'elapsedPercent' ? ((tasks.find((task) => task.uid === predecessorUid)?.duration ?? 0) * lag) / 100 : lag;
  const exact = ticks / (isElapsed ? TICKS_PER_DAY : minutesPerDay * TICKS_PER_MINUTE);
  const whole = Math.sign(exact) * Math.min(LONGEST_LAG, Math.ceil(Math.abs(exact) - 1e-9));
  return { predecessorId: String(predecessorUid), type: TYPES[type], lagDays: whole === 0 ? 0 : whole, lagUnit: isElapsed || whole === 0 ? 'day' : 'workday' };
}

const worksEveryDay = (project: MspdiProject, uid: number | undefined): boolean => {
  const calendar = project.calendars.get(uid ?? project.calendarUid);
  return calendar !== undefined && calendar.week.every((hours) => hours !== undefined && hours.length > 0);
};

const stateOf = (task: MspdiTask): PlannedTask['state'] => {
  if (!task.isActive) return 'cancelled';
  if (task.actualFinish !== undefined || task.percentComplete >= 100) return 'done';
  return task.actualStart !== undefined || task.percentComplete > 0 ? 'doing' : 'open';
};

/** The tasks of an MS Project file for a plan of ours. What it says by the hour is told by the day. */
export function plannedFromMspdi(project: MspdiProject): ReadPlannedTask[] {
  const open: MspdiTask[] = [];
  return project.tasks.filter((task) => task.uid !== 0).map((task) => {
    while ((open.at(-1)?.outlineLevel ?? 0) >= task.outlineLevel && open.length > 0) open.pop();
    const parent = open.at(-1);
    open.push(task);
    const isMilestone = task.isMilestone || (task.duration === 0 && !task.isSummary && task.start !== undefined);
    const startOn = dayAt(task.start);
    const asked = task.constraint === SNET ? dayAt(task.constraintAt) : null;
    return {
      id: String(task.uid), title: task.name, startOn, endOn: isMilestone ? startOn : lastDayAt(task.finish),
      links: task.links.map((link) => linkOf(link, project)),
      notBeforeOn: asked !== null && (startOn === null || asked > startOn) ? asked : null, dueOn: lastDayAt(task.deadline), fixed: task.constraint === MSO || task.constraint === MFO,
      milestone: isMilestone, parentId: parent ? String(parent.uid) : null, durationUnit: task.isElapsed || worksEveryDay(project, task.calendarUid) ? 'day' : 'workday', state: stateOf(task),
      baseline: task.baseline ? { startOn: dayAt(task.baseline.start) as Day, endOn: lastDayAt(task.baseline.finish) as Day } : null,
    };
  });
}
