import type { Stage } from '#features/campaign/campaign.rules.ts';
import { addDays, daysBetween, instantIn, type Day } from '#platform/shared/calendar.ts';
import type { CalendarDay } from '../schedule.contract.ts';
import type { Phase, TaskState } from '../schedule.rules.ts';
import { occurrencesOn, phaseDays, repeatDays, taskTimes, type Occurrence } from '../times/schedule.time.rules.ts';
import type { CampaignDays } from '../times/schedule.when.rules.ts';

/** What a calendar is told of a task. */
export interface FeedTask {
  readonly id: string;
  readonly title: string;
  readonly phase: Phase;
  readonly whenText: string;
  readonly startOn: Day | null;
  readonly endOn: Day | null;
  readonly dueTime: string | null;
  readonly milestone: boolean;
  readonly ownerText: string;
  readonly state: TaskState;
  readonly note: string;
  readonly deliverable: string;
  readonly resourceText: string;
  /** How often it was changed since it was made, and when last. */
  readonly revisions: number;
  readonly changedAt: string;
  readonly createdAt: string;
}

/** One entry of a calendar: whole days with an exclusive end (RFC 5545 §3.6.1), or a moment, to its end where it has one. */
export type FeedEntry = {
  readonly uid: string;
  readonly role: 'task' | 'deadline' | 'occurrence';
  /** What it is about within the task; empty when it is the task itself. */
  readonly label: string;
} & ({ readonly kind: 'days'; readonly from: Day; readonly until: Day } | { readonly kind: 'moment'; readonly at: Date; readonly end: Date | null });

/** Something of a task on a day, at an hour of it or at none. */
export interface DatedOccurrence extends Occurrence {
  readonly on: Day;
}

/** No repetition is followed further than this from its first day. */
const LONGEST_DAYS = 400;

/**
 * What of a task falls on which day: `每日21:00复盘`, `10月22日提交`, `提前2小时到岗` where the opening hour is known.
 * A task whose texts say nothing beyond its days is asked for no day at all.
 */
export function datedOccurrences(task: FeedTask, campaign: CampaignDays, calendar: readonly CalendarDay[], opensOn: (day: Day) => string | null): readonly DatedOccurrence[] {
  const days = new Set<Day>();
  const addRange = (from: Day | null, to: Day | null) => {
    const first = from ?? to;
    const last = to ?? from;
    if (first !== null && last !== null) for (let day = first, count = 0; day <= last && count < LONGEST_DAYS; day = addDays(day, 1), count += 1) days.add(day);
  };
  for (const time of taskTimes(task, campaign, calendar)) {
    if (time.kind === 'repeat') addRange(...spanOf(repeatDays(time, task, campaign)));
    else if (time.kind === 'deadline') addRange(time.day ?? task.endOn ?? task.startOn, null);
    else if (time.kind === 'hours') addRange(task.startOn, task.endOn);
    else if (time.kind === 'arrive') addRange(...(task.startOn === null && task.endOn === null ? spanOf(phaseDays('execution', campaign)) : [task.startOn, task.endOn] as const));
  }
  return [...days].toSorted().flatMap((on) => occurrencesOn(task, campaign, on, { calendar, opensAt: opensOn(on) }).map((occurrence) => ({ ...occurrence, on })));
}

const spanOf = ({ fromOn, toOn }: { readonly fromOn: Day; readonly toOn: Day }): readonly [Day, Day] => [fromOn, toOn];

/** Names an entry for ever, whatever moves: a calendar program recognises it by that. */
const uidOf = (taskId: string, part = ''): string => `${taskId}${part === '' ? '' : `-${part}`}@muster`;

/** What is said a second time is left out: the column of the time and the text may tell the same deadline, and `每日复盘` without an hour is each of the task's days anyway. */
function worthTelling(task: FeedTask, last: Day | null, occurrences: readonly DatedOccurrence[]): readonly DatedOccurrence[] {
  const dueOfColumn: readonly DatedOccurrence[] = task.dueTime === null || last === null ? [] : [{ kind: 'deadline', on: last, time: task.dueTime, until: null, label: task.title }];
  const told = new Set<string>();
  const own = daysBetween(task.startOn ?? last ?? '', last ?? '') + 1;
  const hourless = occurrences.filter(({ kind, time }) => kind === 'repeat' && time === null).length;
  return [...occurrences, ...dueOfColumn].filter((one) => {
    if (one.kind === 'arrive' && one.time === null) return false;
    if (one.time === null && one.kind === 'deadline' && one.on === last && one.label === task.title) return false;
    if (one.time === null && one.kind === 'repeat' && last !== null && hourless >= own) return false;
    const key = one.kind === 'deadline' ? `${one.on} ${one.time}` : `${one.kind} ${one.on} ${one.time} ${one.label}`;
    return !told.has(key) && told.add(key) !== undefined;
  });
}

/**
 * The entries of a task. One day with its own hour, or an hour by which it is to be done, is that moment; otherwise the days are whole days, and each moment stands beside them.
 * What repeats is one entry each time: a rule of repetition would need the zone's own rules in the file, and is read differently by each program.
 */
export function entriesOf(task: FeedTask, timeZone: string, occurrences: readonly DatedOccurrence[] = []): readonly FeedEntry[] {
  const from = task.startOn ?? task.endOn;
  const last = task.endOn ?? task.startOn;
  const told = worthTelling(task, last, occurrences);
  const sole = from !== null && from === last ? told.find((one) => one.on === from && one.time !== null && (one.kind === 'deadline' || one.kind === 'at') && one.label === task.title) : undefined;
  const entries: FeedEntry[] = [];
  if (from !== null && last !== null && !sole) entries.push({ uid: uidOf(task.id), role: 'task', label: '', kind: 'days', from, until: addDays(last < from ? from : last, 1) });
  const counts = new Map<string, number>();
  for (const one of told) {
    const place = `${one.on}-${one.kind}`;
    const count = (counts.get(place) ?? 0) + 1;
    counts.set(place, count);
    entries.push(entryOf(one, one === sole ? uidOf(task.id) : uidOf(task.id, count === 1 ? place : `${place}-${count}`), task, timeZone));
  }
  return entries;
}

function entryOf({ kind, on, time, until, label: said }: DatedOccurrence, uid: string, task: FeedTask, timeZone: string): FeedEntry {
  const label = said === task.title ? '' : said;
  const role = kind === 'deadline' ? 'deadline' : kind === 'at' ? 'task' : 'occurrence';
  if (time === null) return { uid, role, label, kind: 'days', from: on, until: addDays(on, 1) };
  const at = instantIn(timeZone, on, time);
  // `22:00-02:00` ends on the day after.
  return { uid, role, label, kind: 'moment', at, end: until === null ? null : instantIn(timeZone, until <= time ? addDays(on, 1) : on, until) };
}

export type FeedStatus = 'tentative' | 'confirmed' | 'cancelled';

/** A plan that nobody has approved yet is a proposal; what is called off is said to be, so that programs strike it out. */
export function statusOf(state: TaskState, stage: Stage, approvedOnce: boolean): FeedStatus {
  if (state === 'cancelled' || stage === 'cancelled') return 'cancelled';
  return (stage === 'draft' || stage === 'submitted') && !approvedOnce ? 'tentative' : 'confirmed';
}

/** A text that a calendar file may hold: line ends as `\n`, no other control characters, no halves of a pair. */
export const calendarText = (text: string): string => text.toWellFormed().replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000B-\u001F\u007F]/g, ' ');
