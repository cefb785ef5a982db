import type { CampaignFacts } from '#features/campaign/campaign.policy.ts';
import { standIns } from '#features/team/server/team.api.ts';
import { awayOn, isOwner } from '#features/team/team.rules.ts';
import type { Reader } from '#platform/server/db/database.ts';
import type { ReadWork } from '#platform/server/operation.ts';
import { addDays, dayIn } from '#platform/shared/calendar.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import { dDayTasks } from '../../plan/schedule.proposal.rules.ts';
import { planAround } from '../../plan/schedule.reach.rules.ts';
import type { CalendarDay, Task } from '../../schedule.contract.ts';
import { effectiveState } from '../../schedule.rules.ts';
import { openingOn, phaseDays, taskTimes } from '../../times/schedule.time.rules.ts';
import { isLinked } from '../../work/schedule.foresight.rules.ts';
import type { listMyDay as listContract, MyTask } from '../../work/schedule.work.contract.ts';
import { movesByPostponing, tellsOfWork } from '../../work/schedule.work.policy.ts';
import { calendarDays, taskRows } from '../schedule.views.ts';
import * as views from './schedule.work.views.ts';

/** An event of a year is none. */
const MOST_OPENINGS = 400;

type Out = OutputOf<typeof listContract>;

export async function listMyDay({ db, actor }: ReadWork): Promise<Out> {
  const rows = await views.candidateTasks(db, actor.userId);
  const own = rows.filter((task) => isOwner(task, { userId: actor.userId, groups: task.groups, name: actor.name })).map((task) => ({ ...task, standsInFor: null }));
  const mine = [...own, ...await stoodInFor(db, actor.userId, new Set(own.map(({ id }) => id)))].toSorted(byDate);
  const tasks = mine.slice(0, views.MOST_TASKS).map(({ stage, groups, ...task }): MyTask => {
    // What is listed belongs to running campaigns, or to one whose approved plan is written again.
    const facts: CampaignFacts = { id: task.campaignId, name: task.campaignName, stage, groups, departmentId: null, createdBy: '', timeZone: task.timeZone, startsOn: task.startsOn, endsOn: task.endsOn, approvedOnce: true };
    return { ...task, effectiveState: effectiveState(task, dayIn(task.timeZone)), can: { work: tellsOfWork(actor, facts), move: movesByPostponing(actor, facts) } };
  });
  const calendar = await calendarDays(db);
  const campaigns: Theirs[] = [];
  for (const [campaignId, own] of Map.groupBy(tasks, (task) => task.campaignId)) {
    const [first] = own;
    if (first) campaigns.push({ campaignId, first, own, all: await taskRows(db, campaignId, dayIn(first.timeZone)) });
  }
  return {
    personId: actor.userId, asOf: new Date().toISOString(), tasks, more: mine.length > views.MOST_TASKS,
    openings: openingsFor(campaigns, calendar), calendar, plans: campaigns.flatMap(planFor),
  };
}

type Candidate = views.CandidateTask & { readonly standsInFor: string | null };

const byDate = (a: Candidate, b: Candidate): number => (a.endOn ?? '9999').localeCompare(b.endOn ?? '9999') || a.position - b.position || a.id.localeCompare(b.id);

/** The tasks of those for whom the person stands in today, in campaigns whose team the person is in too: there they may do them. What is theirs already (`own`) stays theirs. */
async function stoodInFor(db: Reader, userId: string, own: ReadonlySet<string>): Promise<readonly Candidate[]> {
  const now = dayIn('UTC');
  // Today is another day east and west of here: each campaign's own counts.
  const absences = (await standIns(db, addDays(now, -1), addDays(now, 1))).filter(({ standInId }) => standInId === userId);
  if (absences.length === 0) return [];
  const groupsOf = await views.groupsByCampaign(db, userId);
  const found = new Map<string, Candidate>();
  for (const absence of absences) {
    for (const { groups: theirs, ...task } of await views.candidateTasks(db, absence.userId)) {
      const groups = groupsOf.get(task.campaignId);
      const isTheirs = awayOn([absence], dayIn(task.timeZone)).length > 0 && isOwner(task, { userId: absence.userId, groups: theirs, name: absence.name });
      if (groups && isTheirs && !own.has(task.id) && !found.has(task.id)) found.set(task.id, { ...task, groups, standsInFor: absence.name });
    }
  }
  return [...found.values()];
}

/** One of the person's campaigns: their own tasks in it, and all. */
interface Theirs {
  readonly campaignId: string;
  readonly first: MyTask;
  readonly own: readonly MyTask[];
  readonly all: readonly Task[];
}

/** When the days of an event begin on site, of the campaigns in which one of the tasks asks somebody to be there before. */
function openingsFor(campaigns: readonly Theirs[], calendar: readonly CalendarDay[]): Out['openings'] {
  const found: Out['openings'] = [];
  for (const { campaignId, first, own, all } of campaigns) {
    if (!own.some((task) => taskTimes(task, task, calendar).some(({ kind }) => kind === 'arrive'))) continue;
    const { fromOn, toOn } = phaseDays('execution', first);
    for (let day = fromOn; day <= toOn && found.length < MOST_OPENINGS; day = addDays(day, 1)) {
      const time = openingOn(all, first, day);
      if (time !== null) found.push({ campaignId, day, time });
    }
  }
  return found;
}

/** What a delay of one of the person's open tasks is told from; nothing where none of them hangs together with another. */
function planFor({ campaignId, first, own, all }: Theirs): Out['plans'] {
  const linked = own.filter((task) => task.state !== 'done' && isLinked(task, all)).map(({ id }) => id);
  if (linked.length === 0) return [];
  const dDayTaskIds = dDayTasks(all, first).map(({ id }) => id);
  const tasks = planAround(all, linked, dDayTaskIds).map(({ id, title, startOn, endOn, notBeforeOn, dueOn, fixed, milestone, parentId, durationUnit, state, links }) =>
    ({ id, title, startOn, endOn, notBeforeOn, dueOn, fixed, milestone, parentId, durationUnit, state, links }));
  return [{ campaignId, dDayTaskIds, tasks }];
}
