import { between, PLAIN, type WorkCalendar } from '../engine/schedule.calendar.rules.ts';
import { clockCalendar, clockOfTick, TICKS_PER_DAY, TICKS_PER_MINUTE, type ClockCalendar } from './schedule.clock.rules.ts';
import { compute, type Computed } from '../engine/schedule.engine.rules.ts';
import { CONSTRAINT, NONE, type Constraint, type LinkCode, type NetworkLink, type NetworkTask, type Prepared } from '../engine/schedule.network.rules.ts';
import { prepare } from '../engine/schedule.prepare.rules.ts';

/** What an MS Project XML file (mspdi) says of dates. Times are ticks of the file's clock, durations and lags ticks of work or of elapsed time. */
export interface MspdiProject {
  readonly name: string;
  readonly start: number;
  readonly finish: number | undefined;
  readonly scheduleFromStart: boolean;
  readonly minutesPerDay: number;
  /** Days of total slack up to which a task is critical. */
  readonly criticalSlackDays: number;
  readonly calendarUid: number;
  readonly calendars: ReadonlyMap<number, ClockCalendar>;
  readonly tasks: readonly MspdiTask[];
}

export interface MspdiLink {
  readonly predecessorUid: number;
  readonly type: LinkCode;
  readonly lag: number;
  readonly unit: 'work' | 'elapsed' | 'percent' | 'elapsedPercent';
}

export interface MspdiTask {
  readonly uid: number;
  /** The number of its row. */
  readonly id: number;
  readonly name: string;
  readonly outlineLevel: number;
  readonly isSummary: boolean;
  readonly isMilestone: boolean;
  readonly isManual: boolean;
  readonly isActive: boolean;
  readonly isExternal: boolean;
  readonly duration: number;
  readonly isElapsed: boolean;
  readonly remaining: number | undefined;
  readonly start: number | undefined;
  readonly finish: number | undefined;
  readonly actualStart: number | undefined;
  readonly actualFinish: number | undefined;
  readonly resume: number | undefined;
  readonly percentComplete: number;
  /** As the file numbers them: 0 as soon as possible … 7 finish no later than. */
  readonly constraint: number;
  readonly constraintAt: number | undefined;
  readonly deadline: number | undefined;
  readonly calendarUid: number | undefined;
  /** The calendar of whoever does most of the work, where that decides the dates. */
  readonly workerCalendarUid: number | undefined;
  readonly ignoresWorkerCalendar: boolean;
  readonly levelingDelay: number;
  readonly links: readonly MspdiLink[];
  readonly baseline: { readonly start: number; readonly finish: number } | undefined;
  /** What the file itself says of slack, in ticks, and of the critical path. */
  readonly stored: { readonly totalSlack: number | undefined; readonly freeSlack: number | undefined; readonly critical: boolean | undefined };
}

const CONSTRAINTS = Object.keys(CONSTRAINT) as Constraint[];
/** Exceptions are looked at from this long before the project's start to this long after. */
const DAYS_BEFORE = 3_660;
const DAYS_AFTER = 14_640;
/** Monday to Friday, 8:00–12:00 and 13:00–17:00: what a file without calendars means. */
const STANDARD_HOURS = [[8, 12], [13, 17]].map(([from = 0, to = 0]) => ({ from: from * 60 * TICKS_PER_MINUTE, to: to * 60 * TICKS_PER_MINUTE }));
const STANDARD: ClockCalendar = { week: [[], STANDARD_HOURS, STANDARD_HOURS, STANDARD_HOURS, STANDARD_HOURS, STANDARD_HOURS, []], exceptions: [], weeks: [] };

/** The calendars of a file as they are needed, each made once. */
class Calendars {
  readonly all: WorkCalendar[] = [PLAIN];
  private readonly indexes = new Map<string, number>();
  private readonly project: MspdiProject;

  constructor(project: MspdiProject) {
    this.project = project;
  }

  indexOf(uid: number, and?: number): number {
    const key = `${uid} ${and ?? ''}`;
    const known = this.indexes.get(key);
    if (known !== undefined) return known;
    const day = Math.floor(this.project.start / TICKS_PER_DAY);
    const named = (of: number): ClockCalendar => this.project.calendars.get(of) ?? this.project.calendars.get(this.project.calendarUid) ?? STANDARD;
    const index = this.all.push(clockCalendar(named(uid), { from: day - DAYS_BEFORE, to: day + DAYS_AFTER }, and === undefined ? undefined : named(and))) - 1;
    this.indexes.set(key, index);
    return index;
  }
}

/** The calendar in which slack and lags of a task are counted: its own, or the project's. */
const effectiveUid = (task: MspdiTask, project: MspdiProject): number => task.calendarUid ?? project.calendarUid;

function workCalendar(task: MspdiTask, project: MspdiProject, calendars: Calendars): number {
  if (task.isElapsed) return 0;
  const worker = task.ignoresWorkerCalendar && task.calendarUid !== undefined ? undefined : task.workerCalendarUid;
  if (worker === undefined) return calendars.indexOf(effectiveUid(task, project));
  return task.calendarUid === undefined ? calendars.indexOf(worker) : calendars.indexOf(task.calendarUid, worker);
}

function whatHappened(task: MspdiTask): Partial<NetworkTask> {
  const { actualStart, actualFinish, start, finish } = task;
  const isDone = actualFinish !== undefined || task.percentComplete >= 100;
  const begun = actualStart ?? start;
  const ended = actualFinish ?? finish;
  if (isDone && begun !== undefined && ended !== undefined) return { placed: { start: begun, finish: ended }, done: true };
  if ((task.isManual || task.isExternal) && start !== undefined && finish !== undefined) return { placed: { start, finish } };
  if (actualStart === undefined) return {};
  const remaining = task.remaining ?? task.duration;
  const goesOn = task.resume !== undefined && remaining < task.duration;
  return { started: { start: actualStart, resume: goesOn ? (task.resume as number) : actualStart, remaining: goesOn ? remaining : task.duration } };
}

function networkTask(task: MspdiTask, parent: number | undefined, project: MspdiProject, calendars: Calendars): NetworkTask {
  const named = CONSTRAINTS[task.constraint] ?? 'asap';
  const needsDate = named !== 'asap' && named !== 'alap';
  const constraint = needsDate && task.constraintAt === undefined ? 'asap' : named;
  const delay = task.links.length === 0 && task.levelingDelay > 0 && !needsDate ? project.start + task.levelingDelay : undefined;
  return {
    calendar: workCalendar(task, project, calendars), duration: task.duration, parent, inactive: !task.isActive,
    slackCalendar: task.isElapsed ? 0 : calendars.indexOf(effectiveUid(task, project)),
    constraint, at: needsDate ? task.constraintAt : undefined, deadline: task.deadline, notBefore: delay, ...whatHappened(task),
  };
}

/** A summary takes what is indented beneath it; row 0 stands for the project and is no parent. */
function parentsOf(tasks: readonly MspdiTask[]): (number | undefined)[] {
  const open: number[] = [];
  return tasks.map(({ outlineLevel }, index) => {
    while (open.length > 0 && (tasks[open.at(-1) as number]?.outlineLevel ?? 0) >= outlineLevel) open.pop();
    const parent = open.at(-1);
    open.push(index);
    return parent;
  });
}

function networkLink(link: MspdiLink, to: number, tasks: readonly MspdiTask[], indexOf: ReadonlyMap<number, number>, lagCalendar: number): NetworkLink[] {
  const from = indexOf.get(link.predecessorUid);
  if (from === undefined) return [];
  const isShare = link.unit === 'percent' || link.unit === 'elapsedPercent';
  const lag = isShare ? Math.round(((tasks[from]?.duration ?? 0) * link.lag) / 100) : link.lag;
  return [{ from, to, type: link.type, lag, lagCalendar: link.unit === 'elapsed' || link.unit === 'elapsedPercent' || (isShare && tasks[from]?.isElapsed === true) ? 0 : lagCalendar }];
}

export interface MspdiPlan {
  readonly tasks: readonly MspdiTask[];
  readonly prepared: Prepared;
  readonly result: Computed;
  /** In days of the project's MinutesPerDay. */
  readonly duration: number;
  readonly finish: string | null;
}

/** Computes the dates of an MS Project file as Microsoft Project does: loose ends of days, lags in the calendar of the task that waits, summary links passed on. */
export function planMspdi(project: MspdiProject): MspdiPlan {
  const tasks = project.tasks.filter((task) => task.uid !== 0);
  const calendars = new Calendars(project);
  const projectCalendar = calendars.indexOf(project.calendarUid);
  const parents = parentsOf(tasks);
  const indexOf = new Map(tasks.map((task, index) => [task.uid, index]));
  const prepared = prepare({
    tasks: tasks.map((task, index) => networkTask(task, parents[index], project, calendars)),
    links: tasks.flatMap((task, to) => task.links.flatMap((link) => networkLink(link, to, tasks, indexOf, calendars.indexOf(effectiveUid(task, project))))),
    calendars: calendars.all, start: project.start, loose: true, criticalSlack: project.criticalSlackDays * project.minutesPerDay * TICKS_PER_MINUTE,
    finish: project.scheduleFromStart ? undefined : project.finish,
  });
  const result = compute(prepared);
  const first = tasks.reduce((least, _, index) => (result.earlyStart[index] === NONE ? least : Math.min(least, result.earlyStart[index] as number)), project.start);
  const work = result.finish === NONE ? 0 : between(calendars.all[projectCalendar] as WorkCalendar, first, result.finish);
  return { tasks, prepared, result, duration: days(work, project), finish: result.finish === NONE ? null : clockOfTick(result.finish) };
}

/** Ticks in days of the project; at most four digits behind the point. */
export const days = (ticks: number, { minutesPerDay }: Pick<MspdiProject, 'minutesPerDay'>): number => Math.round((ticks / TICKS_PER_MINUTE / minutesPerDay) * 10_000) / 10_000;
