import type { CampaignFacts } from '#features/campaign/campaign.policy.ts';
import { ownersIn, peopleOf } from '#features/team/team.owner.rules.ts';
import { memberRows } from '#features/team/server/team.api.ts';
import { notify } from '#features/notice/server/notice.api.ts';
import type { ReadWork, Work } from '#platform/server/operation.ts';
import { dayIn, type Day } from '#platform/shared/calendar.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import { Problem } from '#platform/shared/problem.ts';
import { daysLate, delayStanding, isOvertaken, onTimeRate, toldAt, type DelayKind } from '../../work/schedule.delay.rules.ts';
import { rewriteWhen } from '../../times/schedule.rewrite.rules.ts';
import { worksBy } from '../../times/schedule.when.rules.ts';
import type * as contract from '../../work/schedule.work.contract.ts';
import { asksOwners, hasDelays, movesByPostponing, tellsOfWork } from '../../work/schedule.work.policy.ts';
import { editSchedule } from '../schedule.service.ts';
import { calendarDays, taskRows } from '../schedule.views.ts';
import * as store from './schedule.work.store.ts';
import * as views from './schedule.work.views.ts';

type In<Name extends keyof typeof contract> = InputOf<(typeof contract)[Name]>;
type Out<Name extends keyof typeof contract> = OutputOf<(typeof contract)[Name]>;

/** @throws `schedule.task_gone` */
export async function heldTask(work: Work<CampaignFacts>, taskId: string): Promise<store.HeldTask> {
  const task = await store.holdTask(work.db, work.thing.id, taskId);
  if (!task) throw new Problem('schedule.task_gone', 404);
  return task;
}

export async function setTaskState(work: Work<CampaignFacts>, { params, body }: In<'setTaskState'>): Promise<Out<'setTaskState'>> {
  const task = await heldTask(work, params.taskId);
  const { from, to } = body;
  if (isOvertaken(from, task.state, to)) {
    const [conflict] = (await change(work, task.id, { state: { from, to } })).outcomes[0]?.conflicts ?? [];
    throw new Problem('schedule.state_overtaken', 409, { title: task.title, state: task.state, by: conflict?.by ?? '' });
  }
  if (task.state === to) return { state: to };
  await change(work, task.id, { state: { to } });
  const now = new Date();
  const at = toldAt(body.at, now);
  if (to === 'done' && at < now) await store.storeDoneAt(work.db, task.id, at);
  return { state: to };
}

/** Through the grid's own way, so that conflicts, history and live updates are the same. */
const change = (work: Work<CampaignFacts>, id: string, set: Record<string, { from?: unknown; to: unknown }>) =>
  editSchedule(work, { params: { campaignId: work.thing.id }, body: { changes: [{ type: 'update', id, set }] } });

export async function postponeTask(work: Work<CampaignFacts>, { params, body }: In<'postponeTask'>): Promise<Out<'postponeTask'>> {
  const task = await heldTask(work, params.taskId);
  if (task.state === 'done' || task.state === 'cancelled') throw new Problem('schedule.task_closed', 409, { title: task.title, state: task.state });
  const { toEndOn } = body;
  if (toEndOn !== null && ((task.endOn !== null && toEndOn <= task.endOn) || (task.startOn !== null && toEndOn < task.startOn))) throw new Problem('schedule.not_later', 400, { title: task.title, endOn: task.endOn ?? task.startOn });
  const moved = toEndOn !== null && body.move && movesByPostponing(work.actor, work.thing);
  const isNew = await tell(work, task, { ...body, kind: moved ? 'postponed' : 'foreseen', toEndOn });
  if (!isNew) return { id: body.id, moved };
  if (moved) await moveEnd(work, task, toEndOn);
  else if (delayStanding(task, dayIn(work.thing.timeZone)) === undefined) await change(work, task.id, { state: { to: 'delayed' } });
  return { id: body.id, moved };
}

/** Its own last day, and what is written of it; what was foreseen as late is open again. */
async function moveEnd(work: Work<CampaignFacts>, task: store.HeldTask, toEndOn: Day): Promise<void> {
  const days = await views.campaignDays(work.db, work.thing.id);
  const startOn = task.startOn ?? task.endOn ?? toEndOn;
  const whenText = task.whenText === '' ? '' : rewriteWhen(task.whenText, task, { startOn, endOn: toEndOn }, days, worksBy(await calendarDays(work.db)));
  await change(work, task.id, { startOn: { to: startOn }, endOn: { to: toEndOn }, whenText: { to: whenText }, ...(task.state === 'delayed' ? { state: { to: 'open' } } : {}) });
}

export async function explainDelay(work: Work<CampaignFacts>, { params, body }: In<'explainDelay'>): Promise<Out<'explainDelay'>> {
  const task = await heldTask(work, params.taskId);
  if (delayStanding(task, dayIn(work.thing.timeZone)) === undefined) throw new Problem('schedule.not_late', 409, { title: task.title });
  await tell(work, task, { ...body, kind: 'explained', toEndOn: null });
  return { id: body.id };
}

interface ToldDelay extends Pick<In<'explainDelay'>['body'], 'id' | 'cause' | 'reason' | 'at'> {
  readonly kind: DelayKind;
  readonly toEndOn: Day | null;
}

/** Keeps a delay with its reason and tells the lead. Resolves to whether it is new. */
async function tell(work: Work<CampaignFacts>, task: store.HeldTask, { id, kind, cause, reason, toEndOn, at }: ToldDelay): Promise<boolean> {
  const campaignId = work.thing.id;
  const told = { kind, cause, reason, fromEndOn: task.endOn, toEndOn };
  if (!(await store.insertDelay(work.db, { ...told, id, campaignId, taskId: task.id, by: work.actor.userId, at: toldAt(at, new Date()) }))) return false;
  await work.record({ kind: 'task.delay_told', campaignId, subject: { type: 'task', id: task.id }, after: { delayKind: kind, delayCause: cause, ...(reason === '' ? {} : { reason }), ...(toEndOn === null ? {} : { endOn: toEndOn }) } });
  const leads = (await memberRows(work.db, campaignId)).filter((member) => member.group === 'lead').map((member) => member.userId);
  await notify(work, {
    to: { users: leads }, code: 'schedule.delay_told', topic: 'task', link: `/campaigns/${campaignId}/schedule?view=delays`, campaignId, subjectId: task.id,
    data: { campaign: work.thing.name, title: task.title, by: work.actor.name, ...told },
  });
  return true;
}

export async function askAboutDelay(work: Work<CampaignFacts>, { params, body }: In<'askAboutDelay'>): Promise<Out<'askAboutDelay'>> {
  const task = await heldTask(work, params.taskId);
  const today = dayIn(work.thing.timeZone);
  if (delayStanding(task, today) === undefined) throw new Problem('schedule.not_late', 409, { title: task.title });
  const owners = ownersIn(task.ownerText, peopleOf(await memberRows(work.db, work.thing.id)), task.ownerId).userIds.filter((id) => id !== work.actor.userId);
  if (owners.length === 0) throw new Problem('schedule.nobody_to_ask', 409, { title: task.title, owner: task.ownerText });
  await notify(work, {
    to: { users: owners }, code: 'schedule.delay_asked', topic: 'task', link: `/my-day?task=${task.id}`, campaignId: work.thing.id, subjectId: task.id,
    data: { campaign: work.thing.name, title: task.title, by: work.actor.name, days: daysLate(task, today), text: body.text },
  });
  await work.record({ kind: 'task.delay_asked', campaignId: work.thing.id, subject: { type: 'task', id: task.id }, after: { people: owners.length } });
  return { asked: owners.length };
}

export async function getTaskTrace({ db, thing }: ReadWork<CampaignFacts>, { params }: In<'getTaskTrace'>): Promise<Out<'getTaskTrace'>> {
  const task = (await taskRows(db, thing.id, dayIn(thing.timeZone))).some(({ id }) => id === params.taskId);
  if (!task) throw new Problem('schedule.task_gone', 404);
  return { delays: await views.delaysOfTask(db, params.taskId), reports: await views.reportsOfTask(db, params.taskId) };
}

export async function listDelays({ db, thing, actor }: ReadWork<CampaignFacts>): Promise<Out<'listDelays'>> {
  const today = dayIn(thing.timeZone);
  // Before the plan is approved no day has passed, and of a cancelled campaign none matters any more.
  const tasks = hasDelays(thing) ? await taskRows(db, thing.id, today) : [];
  const delays = await views.latestDelays(db, thing.id);
  const team = peopleOf(await memberRows(db, thing.id));
  const names = new Map(team.map(({ userId, name }) => [userId, name]));
  const baseline = await views.latestBaseline(db, thing.id);
  const late = tasks.flatMap((task): contract.DelayedTask[] => {
    const standing = delayStanding(task, today);
    if (standing === undefined) return [];
    const { userIds: owners, terms } = ownersIn(task.ownerText, team, task.ownerId);
    const told = delays.get(task.id);
    return [{
      taskId: task.id, title: task.title, phase: task.phase, ownerText: task.ownerText, state: task.state, endOn: task.endOn, standing, daysLate: daysLate(task, today),
      owners: ownerNames(task.ownerText, owners.flatMap((id) => names.get(id) ?? []), terms.some(({ kind }) => kind === 'everyone')), mine: owners.includes(actor.userId),
      expectedOn: told?.toEndOn && (task.endOn === null || told.toEndOn > task.endOn) ? told.toEndOn : null, cause: told?.cause ?? null, reason: told?.reason ?? '', toldBy: told?.toldBy ?? null, toldAt: told?.toldAt ?? null,
    }];
  });
  const listed = new Set(late.map(({ taskId }) => taskId));
  return {
    today, tasks: late.toSorted((a, b) => b.daysLate - a.daysLate), settled: tasks.filter(({ id }) => delays.has(id) && !listed.has(id)).length,
    onTime: { ...onTimeRate(tasks, baseline.endOn, today, thing.timeZone), baselineVersion: baseline.version },
    can: { explain: tellsOfWork(actor, thing), ask: asksOwners(actor, thing) },
  };
}

/** A task of the whole team is one owner, 全员: not one row per person. */
function ownerNames(text: string, names: readonly string[], isEveryone: boolean): string[] {
  if (isEveryone) return [text];
  return names.length > 0 || text === '' ? [...names] : [text];
}
