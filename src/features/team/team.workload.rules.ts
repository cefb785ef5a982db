import type { Part } from '#features/campaign/campaign.rules.ts';
import { addDays, daysBetween, isWorkingDay, ownDays, weekday, type Day, type OwnDays } from '#platform/shared/calendar.ts';
import { isMeant, ownersIn, type OwnerTerm, type TeamPerson } from './team.owner.rules.ts';

/** A task as the workload sees it. Cancelled ones are left out before. */
export interface WorkTask {
  readonly id: string;
  readonly title: string;
  /** `execution` is work on site. */
  readonly phase: Part;
  readonly startOn: Day | null;
  readonly endOn: Day | null;
  /** `HH:MM`. */
  readonly dueTime: string | null;
  readonly ownerId: string | null;
  readonly ownerText: string;
}

export interface AwayDays {
  readonly userId: string;
  readonly fromOn: Day;
  readonly toOn: Day;
  readonly standInName: string | null;
}

/** A task of a member in another campaign; its name is null for a reader who may not see that campaign. */
export interface TaskElsewhere {
  readonly userId: string;
  readonly campaignName: string | null;
  readonly phase: Part;
  readonly startOn: Day;
  readonly endOn: Day;
  /** The person's own name stands at it. */
  readonly named: boolean;
}

/** More than this in a week is an overload: two tasks on each of five days. */
export const FULL_WEEK = 10;
const MOST_WEEKS = 60;

export interface Week {
  readonly fromOn: Day;
  readonly toOn: Day;
}

export interface Load extends Week {
  /** Days × tasks: two tasks on one day are two. */
  readonly days: number;
  readonly elsewhere: number;
  readonly taskIds: readonly string[];
  readonly over: boolean;
  /** In two places at once on a day of this week. */
  readonly clash: boolean;
  /** `work`: away, and a task falls on these days. */
  readonly away: 'no' | 'free' | 'work';
}

export interface PersonLoad {
  readonly person: TeamPerson;
  readonly days: number;
  /** Tasks without a day. */
  readonly undated: number;
  readonly tasks: number;
  readonly weeks: readonly Load[];
}

export type WorkFinding =
  | { readonly kind: 'clash'; readonly userId: string; readonly fromOn: Day; readonly toOn: Day; readonly tasks: readonly [string, string]; readonly taskIds: readonly [string, string] }
  | { readonly kind: 'elsewhere'; readonly userId: string; readonly fromOn: Day; readonly toOn: Day; readonly task: string; readonly taskId: string; readonly campaignName: string | null }
  | { readonly kind: 'away'; readonly userId: string; readonly fromOn: Day; readonly toOn: Day; readonly task: string; readonly taskId: string; readonly standInName: string | null }
  | { readonly kind: 'over'; readonly userId: string; readonly fromOn: Day; readonly toOn: Day; readonly days: number }
  | { readonly kind: 'idle'; readonly userId: string };

export interface Workload {
  readonly weeks: readonly Week[];
  readonly people: readonly PersonLoad[];
  readonly findings: readonly WorkFinding[];
}

export interface WorkloadInput {
  readonly people: readonly TeamPerson[];
  readonly tasks: readonly WorkTask[];
  readonly absences: readonly AwayDays[];
  readonly elsewhere: readonly TaskElsewhere[];
  readonly startsOn: Day;
  readonly endsOn: Day;
  /** The company's own days over the national calendar. */
  readonly calendar?: readonly { readonly day: Day; readonly works: boolean }[];
  /** Days of tasks in a week above which a person is overloaded. */
  readonly limit: number;
}

interface Span {
  readonly fromOn: Day;
  readonly toOn: Day;
}

/** The days that two spans share. */
export function shared(a: Span, b: Span): Span | undefined {
  const fromOn = a.fromOn > b.fromOn ? a.fromOn : b.fromOn;
  const toOn = a.toOn < b.toOn ? a.toOn : b.toOn;
  return fromOn <= toOn ? { fromOn, toOn } : undefined;
}

/** Whether the one who stands in is away too on a day of an absence. */
export function isStandInAway(absence: Span & { readonly standInId: string | null }, absences: readonly (Span & { readonly userId: string })[]): boolean {
  return absences.some((other) => other.userId === absence.standInId && shared(absence, other) !== undefined);
}

const spanOf = ({ startOn, endOn }: Pick<WorkTask, 'startOn' | 'endOn'>): Span | undefined => {
  const fromOn = startOn ?? endOn;
  const toOn = endOn ?? startOn;
  return fromOn !== null && toOn !== null ? { fromOn, toOn } : undefined;
};

const daysIn = ({ fromOn, toOn }: Span): Day[] => Array.from({ length: daysBetween(fromOn, toOn) + 1 }, (_, index) => addDays(fromOn, index));

/**
 * The days on which a task is worked on: working days by the Chinese calendar and the company's own days; every day on site, where the work is when the customers are;
 * every day, too, when it lies wholly on days off, since someone has to come then.
 */
export function workDays(phase: Part, span: Span, own?: OwnDays): readonly Day[] {
  const days = daysIn(span);
  if (phase === 'execution') return days;
  const working = days.filter((day) => isWorkingDay(day, own));
  return working.length > 0 ? working : days;
}

/** Weeks from Monday to Sunday that cover the days from the first to the last. */
export function weeksOf(fromOn: Day, toOn: Day): readonly Week[] {
  const monday = addDays(fromOn, -((weekday(fromOn) + 6) % 7));
  const count = Math.min(MOST_WEEKS, Math.floor(daysBetween(monday, toOn) / 7) + 1);
  return Array.from({ length: Math.max(1, count) }, (_, index) => ({ fromOn: addDays(monday, 7 * index), toOn: addDays(monday, 7 * index + 6) }));
}

interface OwnTask {
  readonly task: WorkTask;
  readonly span: Span | undefined;
  readonly days: readonly Day[];
  /** The person's own name stands at it. */
  readonly byName: boolean;
  /** The person's own name stands at it, or they are all that its owner means. */
  readonly named: boolean;
}

/** One person is all that the owner means; 全员 and a group still without people are not, or a team of one would be in two places at once. */
const isAlone = (userIds: readonly string[], terms: readonly OwnerTerm[], team: readonly TeamPerson[]): boolean =>
  userIds.length === 1 && terms.every((term) => term.kind !== 'everyone' && (term.kind === 'name' || team.some((person) => isMeant(term, person))));

function tasksOf(person: TeamPerson, { tasks, people }: WorkloadInput, calendar: OwnDays): OwnTask[] {
  return tasks.flatMap((task) => {
    const { userIds, named, terms } = ownersIn(task.ownerText, people, task.ownerId);
    if (!userIds.includes(person.userId)) return [];
    const span = spanOf(task);
    return [{ task, span, days: span ? workDays(task.phase, span, calendar) : [], byName: named.includes(person.userId), named: named.includes(person.userId) || isAlone(userIds, terms, people) }];
  });
}

/** Two tasks on site are at the same time unless each has an hour of its own. */
const sameTime = (a: WorkTask, b: WorkTask): boolean => a.dueTime === null || b.dueTime === null || a.dueTime === b.dueTime;

/**
 * Two tasks on site on one day, here or in another campaign, of which both are the person's alone (P3.2). Between two that only name their
 * group nothing is said: a group shares out its tasks among helpers too, and too much of it is an overload.
 */
function clashesOf({ userId }: TeamPerson, own: readonly OwnTask[], { elsewhere }: WorkloadInput): WorkFinding[] {
  const onSite = own.filter(({ task, span, named }) => named && span && task.phase === 'execution');
  const here = onSite.flatMap((first, index) => onSite.slice(index + 1).flatMap((second): WorkFinding[] => {
    const both = (first.byName || second.byName) && first.span && second.span && sameTime(first.task, second.task) ? shared(first.span, second.span) : undefined;
    return both ? [{ kind: 'clash', userId, ...both, tasks: [first.task.title, second.task.title], taskIds: [first.task.id, second.task.id] }] : [];
  }));
  const there = elsewhere.filter((other) => other.userId === userId && other.named && other.phase === 'execution');
  return [...here, ...onSite.flatMap(({ task, span }) => there.flatMap((other): WorkFinding[] => {
    const both = span ? shared(span, { fromOn: other.startOn, toOn: other.endOn }) : undefined;
    return both ? [{ kind: 'elsewhere', userId, ...both, task: task.title, taskId: task.id, campaignName: other.campaignName }] : [];
  }))];
}

/** Tasks that are the person's alone on days on which they are away. */
function absencesOf({ userId }: TeamPerson, own: readonly OwnTask[], { absences }: WorkloadInput): WorkFinding[] {
  return absences.filter((absence) => absence.userId === userId).flatMap((absence) =>
    own.flatMap(({ task, days, named }): WorkFinding[] => {
      const missed = named ? days.filter((day) => day >= absence.fromOn && day <= absence.toOn) : [];
      const [fromOn, toOn] = [missed[0], missed.at(-1)];
      return fromOn && toOn ? [{ kind: 'away', userId, fromOn, toOn, task: task.title, taskId: task.id, standInName: absence.standInName }] : [];
    }));
}

function weekOf(week: Week, userId: string, own: readonly OwnTask[], clashes: readonly WorkFinding[], input: WorkloadInput, calendar: OwnDays): Load {
  const within = (day: Day): boolean => day >= week.fromOn && day <= week.toOn;
  const busy = own.filter(({ days }) => days.some(within));
  const days = busy.reduce((sum, one) => sum + one.days.filter(within).length, 0);
  const elsewhere = input.elsewhere.filter((other) => other.userId === userId)
    .reduce((sum, other) => sum + workDays(other.phase, { fromOn: other.startOn, toOn: other.endOn }, calendar).filter(within).length, 0);
  const away = input.absences.filter((absence) => absence.userId === userId && shared(absence, week));
  const isMissed = away.some((absence) => busy.some((one) => one.days.some((day) => within(day) && day >= absence.fromOn && day <= absence.toOn)));
  return {
    ...week, days, elsewhere, taskIds: busy.map(({ task }) => task.id), over: days + elsewhere > input.limit,
    clash: clashes.some((clash) => clash.kind !== 'idle' && shared(clash, week)),
    away: away.length === 0 ? 'no' : isMissed ? 'work' : 'free',
  };
}

/** Who has how much to do in which week, and what does not fit: two places at once, away, too much, nothing (P3.2). */
export function workloadOf(input: WorkloadInput): Workload {
  const calendar = ownDays(input.calendar ?? []);
  const spans = input.tasks.flatMap((task) => spanOf(task) ?? []);
  const weeks = weeksOf([input.startsOn, ...spans.map((span) => span.fromOn)].toSorted()[0] ?? input.startsOn, [input.endsOn, ...spans.map((span) => span.toOn)].toSorted().at(-1) ?? input.endsOn);
  const loads = input.people.map((person) => {
    const own = tasksOf(person, input, calendar);
    const clashes = clashesOf(person, own, input);
    const load: PersonLoad = {
      person, tasks: own.length, undated: own.filter(({ span }) => !span).length, days: own.reduce((sum, one) => sum + one.days.length, 0),
      weeks: weeks.map((week) => weekOf(week, person.userId, own, clashes, input, calendar)),
    };
    return { load, findings: [...clashes, ...absencesOf(person, own, input)] };
  });
  const people = loads.map(({ load }) => load);
  return { weeks, people, findings: [...loads.flatMap(({ findings }) => findings), ...overloads(people), ...idlers(people, input)] };
}

const overloads = (people: readonly PersonLoad[]): WorkFinding[] =>
  people.flatMap(({ person, weeks }) => weeks.filter((week) => week.over).map(({ fromOn, toOn, days, elsewhere }): WorkFinding => ({ kind: 'over', userId: person.userId, fromOn, toOn, days: days + elsewhere })));

/** Nobody is idle before the first task is there. */
const idlers = (people: readonly PersonLoad[], { tasks }: WorkloadInput): WorkFinding[] =>
  tasks.length === 0 ? [] : people.filter((one) => one.tasks === 0).map(({ person }): WorkFinding => ({ kind: 'idle', userId: person.userId }));
