import { datesInDigits } from '#features/reading/reading.date.rules.ts';
import { FULL_WEEK, shared, workloadOf, type WorkFinding, type WorkloadInput } from '#features/team/team.workload.rules.ts';
import type { Day } from '#platform/shared/calendar.ts';
import { RESOURCE_COUNT, RESOURCES_APART } from './schedule.conflict.vocabulary.ts';
import type { TaskState } from '../schedule.rules.ts';
import { taskTimes, type TimedTask } from '../times/schedule.time.rules.ts';
import type { CampaignDays } from '../times/schedule.when.rules.ts';

export interface ConflictTask extends TimedTask {
  readonly id: string;
  readonly state: TaskState;
  readonly resourceText: string;
  readonly parentId: string | null;
}

interface Hours {
  readonly from: string;
  readonly until: string | null;
}

/** Something that is used on some days. `taskId` is null for a task that the reader may not see. */
export interface ResourceUse {
  readonly taskId: string | null;
  readonly title: string | null;
  /** Undefined for the campaign itself; null for one that the reader may not see. */
  readonly campaignName: string | null | undefined;
  readonly resources: readonly string[];
  readonly fromOn: Day;
  readonly toOn: Day;
  readonly hours: Hours | null;
  readonly parentId: string | null;
}

interface Place {
  readonly fromOn: Day;
  readonly toOn: Day;
}

export type Conflict = Place & (
  | { readonly kind: 'resource'; readonly name: string; readonly uses: readonly [ResourceUse, ResourceUse] }
  | { readonly kind: 'clash'; readonly userId: string; readonly taskIds: readonly [string, string] }
  | { readonly kind: 'elsewhere'; readonly userId: string; readonly taskId: string; readonly campaignName: string | null }
  | { readonly kind: 'away'; readonly userId: string; readonly taskId: string; readonly standInName: string | null }
);

/** The one name of a resource, however it is written: `投影仪 2台`, `投影仪×2`, `ＬＥＤ屏`. */
export const resourceKey = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').replace(RESOURCE_COUNT, '').toLowerCase();

/** Venues and equipment of a task, each once. */
export function resourcesIn(text: string): readonly string[] {
  const names = text.split(RESOURCES_APART).map((name) => name.trim()).filter((name) => resourceKey(name) !== '');
  return [...new Map(names.toReversed().map((name) => [resourceKey(name), name])).values()].toReversed();
}

/** The hours in which a task is at its place; a deadline is none. */
export function hoursOf(task: TimedTask, campaign: CampaignDays): Hours | null {
  if (!/\d/.test(datesInDigits(task.whenText))) return null;
  const hours = taskTimes({ ...task, note: '' }, campaign).find((time) => time.kind === 'hours');
  return hours?.kind === 'hours' ? { from: hours.time, until: hours.until } : null;
}

/** What the open tasks of a campaign use, and when. */
export function usesOf(tasks: readonly ConflictTask[], campaign: CampaignDays): readonly ResourceUse[] {
  return tasks.flatMap((task): ResourceUse[] => {
    const [fromOn, toOn] = [task.startOn ?? task.endOn, task.endOn ?? task.startOn];
    const resources = resourcesIn(task.resourceText);
    if (resources.length === 0 || fromOn === null || toOn === null || task.state === 'done' || task.state === 'cancelled') return [];
    return [{ taskId: task.id, title: task.title, campaignName: undefined, resources, fromOn, toOn, hours: hoursOf(task, campaign), parentId: task.parentId }];
  });
}

/** Two with hours of their own meet when one begins before the other has ended; where an end is not written, only when both begin together. */
function sameHours(a: Hours | null, b: Hours | null): boolean {
  if (a === null || b === null || a.from === b.from) return true;
  const [first, second] = a.from < b.from ? [a, b] : [b, a];
  return first.until !== null && second.from < first.until;
}

/** A part uses what the whole uses: that is no conflict. */
const isPartOf = (a: ResourceUse, b: ResourceUse): boolean => (a.parentId !== null && a.parentId === b.taskId) || (b.parentId !== null && b.parentId === a.taskId);

function meeting(a: ResourceUse, b: ResourceUse): Place | undefined {
  return sameHours(a.hours, b.hours) && !isPartOf(a, b) ? shared(a, b) : undefined;
}

/** Venues and equipment that are used twice at the same time: by two tasks here, or by one here and one of another campaign. */
export function resourceConflicts(own: readonly ResourceUse[], elsewhere: readonly ResourceUse[]): readonly Conflict[] {
  const byKey = new Map<string, { name: string; use: ResourceUse; isOwn: boolean }[]>();
  const add = (use: ResourceUse, isOwn: boolean): void => {
    for (const name of use.resources) {
      const key = resourceKey(name);
      byKey.set(key, [...(byKey.get(key) ?? []), { name, use, isOwn }]);
    }
  };
  for (const use of own) add(use, true);
  for (const use of elsewhere) add(use, false);
  return [...byKey.values()].flatMap((uses) => uses.flatMap((first, index) => uses.slice(index + 1).flatMap((second): Conflict[] => {
    const both = first.isOwn ? meeting(first.use, second.use) : undefined;
    return both ? [{ kind: 'resource', name: first.name, uses: [first.use, second.use], ...both }] : [];
  })));
}

function ofFinding(finding: WorkFinding): Conflict[] {
  switch (finding.kind) {
    case 'clash':
      return [{ kind: 'clash', userId: finding.userId, taskIds: finding.taskIds, fromOn: finding.fromOn, toOn: finding.toOn }];
    case 'elsewhere':
      return [{ kind: 'elsewhere', userId: finding.userId, taskId: finding.taskId, campaignName: finding.campaignName, fromOn: finding.fromOn, toOn: finding.toOn }];
    case 'away':
      return [{ kind: 'away', userId: finding.userId, taskId: finding.taskId, standInName: finding.standInName, fromOn: finding.fromOn, toOn: finding.toOn }];
    case 'over':
    case 'idle':
      return [];
  }
}

export type WorkFacts = Omit<WorkloadInput, 'limit'>;

/** People at two places at once, here or in another campaign, and tasks on days of leave: what the workload finds. */
export function peopleConflicts(facts: WorkFacts): readonly Conflict[] {
  return workloadOf({ ...facts, limit: FULL_WEEK }).findings.flatMap(ofFinding);
}

/** The tasks of this campaign that are in a conflict. */
export function tasksIn(conflict: Conflict): readonly string[] {
  switch (conflict.kind) {
    case 'resource':
      return conflict.uses.flatMap((use) => (use.campaignName === undefined && use.taskId !== null ? [use.taskId] : []));
    case 'clash':
      return conflict.taskIds;
    case 'elsewhere':
    case 'away':
      return [conflict.taskId];
  }
}

/** What a conflict is known by while its page is open. */
export const conflictKey = (conflict: Conflict): string =>
  [conflict.kind, conflict.kind === 'resource' ? resourceKey(conflict.name) : conflict.userId, ...tasksIn(conflict), conflict.fromOn, conflict.toOn].join(' ');
