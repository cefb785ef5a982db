import { ownersIn } from '#features/team/team.owner.rules.ts';
import type { WorkTask } from '#features/team/team.workload.rules.ts';
import { addDays, daysBetween, type Day } from '#platform/shared/calendar.ts';
import { conflictKey, peopleConflicts, resourceConflicts, resourceKey, tasksIn, usesOf, type Conflict, type ConflictTask, type ResourceUse, type WorkFacts } from './schedule.conflict.rules.ts';
import { effectOfDelay, type DelayEffect } from '../plan/schedule.effect.rules.ts';
import { moveTasks } from '../plan/schedule.move.rules.ts';
import { analysePlan } from '../plan/schedule.plan.rules.ts';
import type { PlanCalendar, PlannedTask } from '../plan/schedule.planned.rules.ts';
import { phaseDays } from '../times/schedule.time.rules.ts';
import { workingDaysFrom, type CampaignDays, type Works } from '../times/schedule.when.rules.ts';

export type LevelTask = ConflictTask & PlannedTask;

export interface LevelInput {
  readonly tasks: readonly LevelTask[];
  readonly campaign: CampaignDays;
  readonly calendar: PlanCalendar;
  readonly works: Works;
  /** What other campaigns use of the same venues and equipment, also on days on which nothing of this one stands yet. */
  readonly elsewhere: readonly ResourceUse[];
  /** People, their tasks here and elsewhere, and their leave. */
  readonly people: WorkFacts;
}

/** A task put later so that a conflict is gone. `cost` is what else moves or breaks by it; null when nothing does. */
export interface Proposal {
  readonly conflict: Conflict;
  readonly taskId: string;
  readonly from: { readonly startOn: Day; readonly endOn: Day };
  readonly to: { readonly startOn: Day; readonly endOn: Day };
  /** How much later it begins, in calendar days. */
  readonly byDays: number;
  readonly cost: DelayEffect | null;
  /** In how many conflicts the task is; they all end by it. */
  readonly ends: number;
}

/** No place is looked for further away. */
const FARTHEST = 60;

/** Every conflict of the plan: things first, then people. */
export function conflictsOf({ tasks, campaign, elsewhere, people }: LevelInput): readonly Conflict[] {
  return [...resourceConflicts(usesOf(tasks, campaign), elsewhere), ...peopleConflicts({ ...people, tasks: placedWork(tasks, people.tasks) })];
}

/** What people have to do, on the days on which the plan has it now; what is done is done. */
function placedWork(tasks: readonly LevelTask[], work: readonly WorkTask[]): readonly WorkTask[] {
  const known = new Map(tasks.map((task) => [task.id, task]));
  return work.flatMap((one) => {
    const task = known.get(one.id);
    return task?.state === 'done' ? [] : [task ? { ...one, startOn: task.startOn, endOn: task.endOn } : one];
  });
}

type Days = Proposal['to'];

/** A task so many days later, as long as it is, in its own unit. */
function later(task: LevelTask, { startOn, endOn }: Days, by: number, works: Works): Days {
  if (task.durationUnit === 'day') return { startOn: addDays(startOn, by), endOn: addDays(endOn, by) };
  let length = 0;
  for (let day = startOn; day < endOn; day = addDays(day, 1)) if (works(addDays(day, 1))) length += 1;
  const start = workingDaysFrom(startOn, by, works);
  return { startOn: start, endOn: length === 0 ? start : workingDaysFrom(start, length, works) };
}

/** The last day on which a task of a phase may end: what is before the event stays before it, what is on its days stays on them. */
function lastDayFor({ phase }: LevelTask, { endOn }: Days, campaign: CampaignDays): Day {
  if (phase === 'retrospective' || campaign.eventFrom === null) return campaign.endsOn;
  if (phase === 'execution') return endOn < campaign.eventFrom ? addDays(campaign.eventFrom, -1) : phaseDays('execution', campaign).toOn;
  return endOn < campaign.eventFrom ? addDays(campaign.eventFrom, -1) : campaign.endsOn;
}

/** What is asked of a plan again and again while places are looked for. */
interface Plan extends LevelInput {
  readonly conflicts: readonly Conflict[];
  readonly uses: readonly ResourceUse[];
  readonly work: readonly WorkTask[];
  readonly ownersOf: ReadonlyMap<string, readonly string[]>;
  /** The last day on which a task may end; counted from where it stands, which may be before what it waits for. */
  readonly latestOf: (taskId: string) => Day | undefined;
}

function planOf(input: LevelInput): Plan {
  const work = placedWork(input.tasks, input.people.tasks);
  const analysis = analysePlan(input.tasks, input.calendar);
  return {
    ...input, work, conflicts: conflictsOf(input), uses: [...usesOf(input.tasks, input.campaign), ...input.elsewhere],
    ownersOf: new Map(work.map((one) => [one.id, ownersIn(one.ownerText, input.people.people, one.ownerId).userIds])),
    latestOf: (taskId) => analysis.tasks.get(taskId)?.lateFinish,
  };
}

/** Whether nothing that the task needs, and nobody who does it, is needed elsewhere on these days. */
function finder(task: LevelTask, { campaign, people, uses, work, ownersOf }: Plan): (days: Days) => boolean {
  const keys = new Set(usesOf([task], campaign).flatMap((use) => use.resources.map(resourceKey)));
  const others = uses.filter((use) => use.taskId !== task.id && use.resources.some((name) => keys.has(resourceKey(name))));
  const owners = new Set(ownersOf.get(task.id) ?? []);
  const sharing = work.filter((one) => one.id === task.id || ownersOf.get(one.id)?.some((id) => owners.has(id)));
  const own = people.people.filter((person) => owners.has(person.userId));
  return ({ startOn, endOn }) => {
    const use = usesOf([{ ...task, startOn, endOn }], campaign);
    // The task stands first, so that each pair is one of its own.
    if (use.some((one) => others.some((other) => resourceConflicts([one], [other]).length > 0))) return false;
    if (own.length === 0) return true;
    const near = sharing.flatMap((one) => (one.id === task.id ? [{ ...one, startOn, endOn }] : touches(one, startOn, endOn) ? [one] : []));
    return !peopleConflicts({ ...people, tasks: near, startsOn: startOn, endsOn: endOn }).some((conflict) => tasksIn(conflict).includes(task.id));
  };
}

function touches({ startOn, endOn }: WorkTask, from: Day, to: Day): boolean {
  const [first, last] = [startOn ?? endOn, endOn ?? startOn];
  return first !== null && last !== null && first <= to && last >= from;
}

/** The first place for one task: free, and at no cost where there is one; else the first free place at a cost. */
function placeFor({ conflict, ends }: Pick<Proposal, 'conflict' | 'ends'>, task: LevelTask, input: Plan): Proposal | undefined {
  if (task.startOn === null || task.endOn === null) return undefined;
  const from = { startOn: task.startOn, endOn: task.endOn };
  const last = lastDayFor(task, from, input.campaign);
  const isFree = finder(task, input);
  const latest = input.latestOf(task.id);
  let costly: Proposal | undefined;
  for (let by = 1; by <= FARTHEST; by += 1) {
    const to = later(task, from, by, input.works);
    if (to.endOn > last) break;
    if (!isFree(to)) continue;
    const moved = [{ id: task.id, ...to }];
    const { changes, blocked } = moveTasks(input.tasks, moved, input.calendar);
    const proposal = { conflict, ends, taskId: task.id, from, to, byDays: daysBetween(from.startOn, to.startOn) };
    const isWithinSlack = latest !== undefined && to.endOn <= latest;
    if (isWithinSlack && changes.length === 0 && blocked.length === 0) return { ...proposal, cost: null };
    costly ??= { ...proposal, cost: effectOfDelay(input.tasks, moved, input.calendar, input.tasks.filter((one) => one.fixed).map((one) => one.id)) };
    // What is beyond the slack does not get cheaper further away.
    if (!isWithinSlack) break;
  }
  return costly;
}

const cheaper = (a: Proposal, b: Proposal): number =>
  Number(a.cost !== null) - Number(b.cost !== null) || (a.cost?.dDay.brokenByDays ?? 0) - (b.cost?.dDay.brokenByDays ?? 0) || b.ends - a.ends || a.byDays - b.byDays;

/** What begun, is done, fixed or has no days is not put anywhere else. */
const isMovable = (task: LevelTask): boolean => !task.fixed && (task.state === 'open' || task.state === 'delayed') && task.startOn !== null && task.endOn !== null;

/** How to end one conflict by putting one task later; undefined where no task can be. */
function proposeFor(conflict: Conflict, plan: Plan): Proposal | undefined {
  const candidates = tasksIn(conflict).flatMap((id) => plan.tasks.filter((task) => task.id === id && isMovable(task)));
  return candidates.flatMap((task) => placeFor({ conflict, ends: plan.conflicts.filter((one) => tasksIn(one).includes(task.id)).length }, task, plan) ?? []).toSorted(cheaper)[0];
}

/** So many conflicts are worked on at once: nobody reads more, and those that are gone make room. */
export const MOST_CONFLICTS = 20;

/** One proposal for each of the first conflicts, each by itself. */
export function proposals(input: LevelInput): ReadonlyMap<string, Proposal> {
  const plan = planOf(input);
  return new Map(plan.conflicts.slice(0, MOST_CONFLICTS).flatMap((conflict): [string, Proposal][] => {
    const proposal = proposeFor(conflict, plan);
    return proposal ? [[conflictKey(conflict), proposal]] : [];
  }));
}

/** All that can be levelled at no cost, one after the other: each knows of those before it. */
export function levelAll(input: LevelInput): readonly Proposal[] {
  const taken = new Map<string, Proposal>();
  const tried = new Set<string>();
  let now = input;
  for (let round = 0; round < MOST_CONFLICTS; round += 1) {
    const plan = planOf(now);
    const conflict = plan.conflicts.find((one) => !tried.has(conflictKey(one)));
    if (!conflict) break;
    tried.add(conflictKey(conflict));
    const proposal = proposeFor(conflict, plan);
    if (!proposal || proposal.cost !== null) continue;
    // A task that gives way twice is told once, from where it stands.
    const from = taken.get(proposal.taskId)?.from ?? proposal.from;
    taken.set(proposal.taskId, { ...proposal, from, byDays: daysBetween(from.startOn, proposal.to.startOn) });
    now = { ...now, tasks: now.tasks.map((task) => (task.id === proposal.taskId ? { ...task, ...proposal.to } : task)) };
  }
  return [...taken.values()];
}
