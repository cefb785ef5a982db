import { TICKS_PER_DAY, TICKS_PER_MINUTE, tickOfClock } from '../../files/schedule.clock.rules.ts';
import type { MspdiLink, MspdiProject, MspdiTask } from '../../files/schedule.mspdi.plan.rules.ts';
import { FF, FS, SF, SS, type LinkCode } from '../../engine/schedule.network.rules.ts';
import { readCalendars } from './schedule.mspdi.calendars.ts';
import { childrenOf, flagOf, parseTree, textOf, wholeOf, type Element } from './schedule.mspdi.xml.ts';

const DURATION = /^(-?)P(?:(\d+)D)?T?(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?$/;

/** `PT16H30M0S` in ticks. Days of such a duration have 24 hours. */
function durationOf(element: Element, name: string): number | undefined {
  const [whole, sign, dayCount = 0, hours = 0, minutes = 0, seconds = 0] = DURATION.exec(textOf(element, name) ?? '') ?? [];
  if (whole === undefined) return undefined;
  const ticks = Math.round(Number(dayCount) * TICKS_PER_DAY + (Number(hours) * 60 + Number(minutes)) * TICKS_PER_MINUTE + Number(seconds) / 6);
  return Math.min(ticks, 1_000_000_000) * (sign === '-' ? -1 : 1);
}

/** DurationFormat and LagFormat: even numbers up to 12, 20, and these plus 32 (estimated) are elapsed; 19 and 51 are percent. */
const isElapsed = (format: number): boolean => [4, 6, 8, 10, 12, 20].includes(format % 32);
const isPercent = (format: number): boolean => format % 32 === 19 || format % 32 === 20;
const LINK_TYPES: readonly LinkCode[] = [FF, FS, SF, SS];

function linkOf(element: Element): MspdiLink[] {
  const predecessorUid = wholeOf(element, 'PredecessorUID');
  if (predecessorUid === undefined) return [];
  const format = wholeOf(element, 'LagFormat') ?? 7;
  const unit = isPercent(format) ? (isElapsed(format) ? 'elapsedPercent' : 'percent') : isElapsed(format) ? 'elapsed' : 'work';
  return [{ predecessorUid, type: LINK_TYPES[wholeOf(element, 'Type') ?? 1] ?? FS, lag: wholeOf(element, 'LinkLag') ?? 0, unit }];
}

/** The calendar of the person with the most work on each task, of tasks whose duration follows from who does them. */
function workerCalendars(project: Element): Map<number, number> {
  const calendars = new Map(childrenOf(project, 'Resources', 'Resource').flatMap((resource) => {
    const uid = wholeOf(resource, 'UID');
    const calendar = wholeOf(resource, 'CalendarUID');
    // Type 1 is a person or a machine; what is only used up has no hours.
    return uid === undefined || calendar === undefined || calendar < 0 || (wholeOf(resource, 'Type') ?? 1) !== 1 ? [] : [[uid, calendar] as const];
  }));
  const most = new Map<number, { work: number; calendar: number }>();
  for (const assignment of childrenOf(project, 'Assignments', 'Assignment')) {
    const task = wholeOf(assignment, 'TaskUID');
    const calendar = calendars.get(wholeOf(assignment, 'ResourceUID') ?? -1);
    const work = durationOf(assignment, 'Work') ?? 0;
    if (task === undefined || calendar === undefined || Number(textOf(assignment, 'Units') ?? '1') <= 0) continue;
    if (work > (most.get(task)?.work ?? -1)) most.set(task, { work, calendar });
  }
  return new Map([...most].map(([task, { calendar }]) => [task, calendar]));
}

const FIXED_DURATION = 1;
const positive = (value: number | undefined): number | undefined => (value !== undefined && value > 0 ? value : undefined);

/** The first of the eleven baselines that a file may hold. */
function baselineOf(element: Element): MspdiTask['baseline'] {
  const kept = element.children.find((one) => one.name === 'Baseline' && (wholeOf(one, 'Number') ?? 0) === 0);
  const start = kept && tickOfClock(textOf(kept, 'Start'));
  const finish = kept && tickOfClock(textOf(kept, 'Finish'));
  return start === undefined || finish === undefined ? undefined : { start, finish };
}

function taskOf(element: Element, workers: ReadonlyMap<number, number>): MspdiTask[] {
  const uid = wholeOf(element, 'UID');
  if (uid === undefined || flagOf(element, 'IsNull')) return [];
  const at = (name: string): number | undefined => tickOfClock(textOf(element, name));
  return [{
    uid, id: wholeOf(element, 'ID') ?? uid, name: textOf(element, 'Name') ?? '', outlineLevel: wholeOf(element, 'OutlineLevel') ?? 1,
    isSummary: flagOf(element, 'Summary') ?? false, isMilestone: flagOf(element, 'Milestone') ?? false, isManual: flagOf(element, 'Manual') ?? false,
    isActive: flagOf(element, 'Active') ?? true, isExternal: flagOf(element, 'ExternalTask') ?? false,
    duration: Math.max(0, durationOf(element, 'Duration') ?? 0), isElapsed: isElapsed(wholeOf(element, 'DurationFormat') ?? 7), remaining: durationOf(element, 'RemainingDuration'),
    start: at('Start'), finish: at('Finish'), actualStart: at('ActualStart'), actualFinish: at('ActualFinish'), resume: at('Resume'), percentComplete: wholeOf(element, 'PercentComplete') ?? 0,
    constraint: wholeOf(element, 'ConstraintType') ?? 0, constraintAt: at('ConstraintDate'), deadline: at('Deadline'),
    calendarUid: positive(wholeOf(element, 'CalendarUID')), workerCalendarUid: wholeOf(element, 'Type') === FIXED_DURATION ? undefined : workers.get(uid),
    ignoresWorkerCalendar: flagOf(element, 'IgnoreResourceCalendar') ?? false, levelingDelay: wholeOf(element, 'LevelingDelay') ?? 0,
    links: element.children.filter((one) => one.name === 'PredecessorLink').flatMap(linkOf),
    baseline: baselineOf(element),
    stored: { totalSlack: wholeOf(element, 'TotalSlack'), freeSlack: wholeOf(element, 'FreeSlack'), critical: flagOf(element, 'Critical') },
  }];
}

/** Reads an MS Project XML file. Throws {@link NotMspdi}, or `DocumentUnreadable` for XML that is damaged or hostile (DTD, entities, depth). */
export function readMspdi(text: string): MspdiProject {
  const project = parseTree(text);
  const workers = workerCalendars(project);
  const tasks = childrenOf(project, 'Tasks', 'Task').flatMap((element) => taskOf(element, workers));
  const earliest = tasks.reduce<number | undefined>((least, { start }) => (start === undefined ? least : Math.min(start, least ?? start)), undefined);
  return {
    name: textOf(project, 'Name') ?? '', start: tickOfClock(textOf(project, 'StartDate')) ?? earliest ?? 0, finish: tickOfClock(textOf(project, 'FinishDate')),
    scheduleFromStart: flagOf(project, 'ScheduleFromStart') ?? true, minutesPerDay: positive(wholeOf(project, 'MinutesPerDay')) ?? 480, criticalSlackDays: wholeOf(project, 'CriticalSlackLimit') ?? 0,
    calendarUid: wholeOf(project, 'CalendarUID') ?? 1, calendars: readCalendars(project), tasks,
  };
}
