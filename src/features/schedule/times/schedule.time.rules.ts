import { addDays, weekday, type Day } from '#platform/shared/calendar.ts';
import type { Relative } from '#features/reading/reading.relative.rules.ts';
import { noteTimes, whenTimes, type ClauseTime } from './schedule.clause.rules.ts';
import type { CalendarDay } from '../schedule.contract.ts';
import type { Phase } from '../schedule.rules.ts';
import { readTaskWhen, relativeOf, worksBy, type CampaignDays, type Works } from './schedule.when.rules.ts';

/** What of a task its times are told from. Days are where the task stands now, which may be elsewhere than its text said. */
export interface TimedTask {
  readonly title: string;
  readonly phase: Phase;
  readonly whenText: string;
  readonly note: string;
  readonly startOn: Day | null;
  readonly endOn: Day | null;
}

/** Where a time stands: in 时间节点, or in the note. `text` is what was read. */
interface Written {
  readonly source: 'when' | 'note';
  readonly text: string;
}

/** What a text of a task is. `relative` follows D-day, `fixed` names its days, the others say when on the days. */
export type TaskTime = Written & (
  | { readonly kind: 'relative'; readonly start: Relative; readonly end: Relative | null }
  | { readonly kind: 'fixed'; readonly startOn: Day | null; readonly endOn: Day | null }
  | ClauseTime
);

/** Everything that a task says of time: what 时间节点 is, and what it and the note say beyond the days. Nothing that cannot be read is guessed. */
export function taskTimes(task: TimedTask, campaign: CampaignDays, calendar: readonly CalendarDay[] = []): readonly TaskTime[] {
  return timesBy(task, campaign, worksBy(calendar));
}

function timesBy({ whenText, note }: TimedTask, campaign: CampaignDays, works: Works): readonly TaskTime[] {
  const written = { source: 'when' as const, text: whenText.trim() };
  const relative = written.text === '' ? undefined : relativeOf(written.text);
  const { startOn, endOn } = readTaskWhen(whenText, campaign, works);
  const days: readonly TaskTime[] = relative
    ? [{ ...written, kind: 'relative', start: relative.start, end: relative.end ?? null }]
    : startOn !== null || endOn !== null ? [{ ...written, kind: 'fixed', startOn, endOn }] : [];
  return [
    ...days,
    ...whenTimes(whenText, campaign, works).map((time): TaskTime => ({ ...written, ...time })),
    ...noteTimes(note, campaign, works).map((time): TaskTime => ({ source: 'note', ...time })),
  ];
}

/** Whether its days follow D-day. */
export const isRelative = (whenText: string): boolean => whenText.trim() !== '' && relativeOf(whenText) !== undefined;

/**
 * Something of a task at an hour of a day. `time` is null for a deadline without an hour, and for `提前2小时到岗` while the opening hour of the
 * day is not known: that is to be asked, not guessed. `at` is an hour, or hours (`until`), of the task itself.
 */
export interface Occurrence {
  readonly kind: 'deadline' | 'repeat' | 'arrive' | 'at';
  readonly time: string | null;
  readonly until: string | null;
  readonly label: string;
}

export interface DayFacts {
  readonly calendar?: readonly CalendarDay[];
  /** `HH:MM` at which the day begins on site ({@link openingOn}); unknown when null. */
  readonly opensAt?: string | null;
}

interface Window {
  readonly fromOn: Day;
  readonly toOn: Day;
}

const within = (day: Day, { fromOn, toOn }: Window): boolean => day >= fromOn && day <= toOn;
const ownDays = ({ startOn, endOn }: TimedTask): Window | undefined => {
  const [fromOn, toOn] = [startOn ?? endOn, endOn ?? startOn];
  return fromOn !== null && toOn !== null ? { fromOn, toOn } : undefined;
};

/** The days of a phase: what repeats without days of its own does so on them. On site that is the event. */
export function phaseDays(phase: Phase, { startsOn, endsOn, eventFrom, eventTo }: CampaignDays): Window {
  if (eventFrom === null) return { fromOn: startsOn, toOn: endsOn };
  const last = eventTo ?? eventFrom;
  if (phase === 'execution') return { fromOn: eventFrom, toOn: last };
  return phase === 'preparation' ? { fromOn: startsOn, toOn: addDays(eventFrom, -1) } : { fromOn: addDays(last, 1), toOn: endsOn };
}

/** The first and the last day on which a repetition may fall. */
export const repeatDays = (time: { readonly fromOn: Day | null; readonly toOn: Day | null }, task: TimedTask, campaign: CampaignDays): Window =>
  time.fromOn !== null && time.toOn !== null ? { fromOn: time.fromOn, toOn: time.toOn } : (ownDays(task) ?? phaseDays(task.phase, campaign));

function repeatsOn(time: Extract<ClauseTime, { kind: 'repeat' }>, day: Day, first: Day, works: Works): boolean {
  switch (time.every) {
    case 'day':
      return true;
    case 'workday':
      return works(day);
    case 'week':
      // `每周例会` names no day: it is on the weekday on which the task begins.
      return time.on.length > 0 ? time.on.includes(weekday(day)) : weekday(day) === weekday(first);
    case 'month':
      return Number(day.slice(8)) === (time.on[0] ?? Number(first.slice(8)));
    case 'quarter':
    case 'hour':
      return false;
  }
}

/** `HH:MM` so many minutes before; the first minute of the day where that lies on the day before. */
function minutesBefore(clock: string, minutes: number): string {
  const at = Math.max(0, Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)) - minutes);
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
}

function occurrenceOf(time: TaskTime, task: TimedTask, campaign: CampaignDays, day: Day, { opensAt = null }: DayFacts, works: Works): Occurrence | undefined {
  const own = ownDays(task);
  const label = 'label' in time && time.label !== '' ? time.label : task.title;
  switch (time.kind) {
    case 'repeat': {
      const window = repeatDays(time, task, campaign);
      if (!within(day, window) || !repeatsOn(time, day, window.fromOn, works)) return undefined;
      return { kind: time.by ? 'deadline' : 'repeat', time: time.time, until: time.until, label };
    }
    case 'deadline':
      return day === (time.day ?? own?.toOn) ? { kind: 'deadline', time: time.time, until: null, label } : undefined;
    case 'hours':
      return own && within(day, own) ? { kind: 'at', time: time.time, until: time.until, label } : undefined;
    case 'arrive':
      return within(day, own ?? phaseDays('execution', campaign)) ? { kind: 'arrive', time: opensAt === null ? null : minutesBefore(opensAt, time.minutes), until: null, label } : undefined;
    case 'relative':
    case 'fixed':
      return undefined;
  }
}

const byTime = (a: Occurrence, b: Occurrence): number => (a.time ?? '99').localeCompare(b.time ?? '99');

/** What of a task falls at which hour of a day, in the order of the hours. */
export function occurrencesOn(task: TimedTask, campaign: CampaignDays, day: Day, facts: DayFacts = {}): readonly Occurrence[] {
  const works = worksBy(facts.calendar ?? []);
  return timesBy(task, campaign, works).flatMap((time) => occurrenceOf(time, task, campaign, day, facts, works) ?? []).toSorted(byTime);
}

/** `HH:MM` at which a day begins on site: the first hour that a task of the execution has on it; null when none has one. */
export function openingOn(tasks: readonly TimedTask[], campaign: CampaignDays, day: Day): string | null {
  const onSite = tasks.filter((task) => task.phase === 'execution');
  const hours = onSite.flatMap((task) => occurrencesOn(task, campaign, day).flatMap(({ kind, time }) => (kind === 'at' && time !== null ? [time] : [])));
  return hours.toSorted()[0] ?? null;
}

/** What all the tasks of a campaign have at which hour of a day, with the opening hour that they tell of themselves. */
export function dayOccurrences<T extends TimedTask>(tasks: readonly T[], campaign: CampaignDays, day: Day, calendar: readonly CalendarDay[] = []): readonly (Occurrence & { readonly task: T })[] {
  const opensAt = openingOn(tasks, campaign, day);
  return tasks.flatMap((task) => occurrencesOn(task, campaign, day, { calendar, opensAt }).map((occurrence) => ({ ...occurrence, task }))).toSorted(byTime);
}
