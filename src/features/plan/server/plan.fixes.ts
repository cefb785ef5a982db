import { editBudget } from '#features/budget/server/budget.api.ts';
import type { CampaignFacts } from '#features/campaign/campaign.policy.ts';
import { updateCampaign } from '#features/campaign/server/campaign.api.ts';
import type { CheckedPlan, Fix } from '#features/check/check.rules.ts';
import { editGoals, goalRows, saveGoalParts } from '#features/goal/server/goal.api.ts';
import { editSchedule } from '#features/schedule/server/schedule.api.ts';
import { newId } from '#platform/server/identity.ts';
import type { Work } from '#platform/server/operation.ts';
import { Problem } from '#platform/shared/problem.ts';
import type { RowChange } from '#platform/shared/rows.ts';
import { planCheckMessages } from '../plan.check.messages.ts';
import { editList } from './plan.lists.service.ts';

/** A campaign's work together with the plan that the finding was found in. */
interface Mending {
  readonly work: Work<CampaignFacts>;
  readonly plan: CheckedPlan;
}
type FixOf<K extends Fix['kind']> = Extract<Fix, { kind: K }>;

const written = ({ work }: Mending) => planCheckMessages[work.caller.locale].written;
const paramsOf = ({ work }: Mending) => ({ campaignId: work.thing.id });
const inserted = (fields: Readonly<Record<string, unknown>>): RowChange => ({ type: 'insert', id: newId(), fields });
const updated = (id: string, fields: Readonly<Record<string, unknown>>): RowChange => ({ type: 'update', id, set: Object.fromEntries(Object.entries(fields).map(([field, to]) => [field, { to }])) });

type Body<F extends (work: never, input: never) => unknown> = Parameters<F>[1] extends { readonly body: infer B } ? B : never;
const budget = (mending: Mending, changes: readonly RowChange[]) => editBudget(mending.work, { params: paramsOf(mending), body: { changes } as unknown as Body<typeof editBudget> });
const schedule = (mending: Mending, changes: readonly RowChange[]) => editSchedule(mending.work, { params: paramsOf(mending), body: { changes } as unknown as Body<typeof editSchedule> });
const goals = (mending: Mending, changes: readonly RowChange[]) => editGoals(mending.work, { params: paramsOf(mending), body: { changes } as unknown as Body<typeof editGoals> });

function leadName({ plan }: Mending): string {
  const lead = plan.team.find((member) => member.group === 'lead');
  if (!lead) throw new Problem('plan.fix_needs_lead', 409);
  return lead.name;
}

async function ownerLead(mending: Mending, { table, id }: FixOf<'owner_lead'>): Promise<unknown> {
  const change = [updated(id, { ownerText: leadName(mending) })];
  if (table === 'budget') return budget(mending, change);
  return table === 'schedule' ? schedule(mending, change) : editList(mending.work, table, change);
}

async function addReserve(mending: Mending, { amountCents }: FixOf<'add_reserve'>): Promise<unknown> {
  const lead = mending.plan.team.find((member) => member.group === 'lead');
  return budget(mending, [inserted({ ...written(mending).reserve, amountCents, ownerText: lead?.name ?? '' })]);
}

async function addTask(mending: Mending, { task, startOn, endOn }: FixOf<'add_task'>): Promise<unknown> {
  const phase = { setup: 'execution', daily: 'execution', arrival: 'execution', briefing: 'preparation', report: 'retrospective' }[task];
  return schedule(mending, [inserted({ ...written(mending).tasks[task], phase, startOn, endOn, dueTime: null, whenText: written(mending).days(startOn, endOn), state: 'open' })]);
}

async function moveTask(mending: Mending, { id, startOn, endOn }: FixOf<'move_task'>): Promise<unknown> {
  return schedule(mending, [updated(id, { startOn, endOn, whenText: written(mending).days(startOn ?? endOn, endOn) })]);
}

/** Before the first step of its day. */
async function addArrival(mending: Mending, { day, startTime }: FixOf<'add_arrival'>): Promise<unknown> {
  const { steps } = mending.plan;
  const first = steps.findIndex((step) => step.day === day);
  const change = { ...inserted({ ...written(mending).arrival, day, startTime, minutes: 60 }), afterId: steps[first - 1]?.id ?? null } as RowChange;
  return editList(mending.work, 'steps', [change]);
}

async function orderRisks(mending: Mending, { ids }: FixOf<'order_risks'>): Promise<unknown> {
  return editList(mending.work, 'risks', ids.map((id, index): RowChange => ({ type: 'move', id, afterId: ids[index - 1] ?? null })));
}

async function scaleParts(mending: Mending, { id, targets }: FixOf<'scale_parts'>): Promise<unknown> {
  const goal = (await goalRows(mending.work.db, mending.work.thing.id)).find((one) => one.id === id);
  const [first] = goal?.parts ?? [];
  if (!goal || !first) throw new Problem('plan.finding_gone', 409);
  const parts = goal.parts.map(({ name, fromOn, toOn, target }, index) => ({ name, fromOn, toOn, target: targets[index] ?? target }));
  return saveGoalParts(mending.work, { params: { ...paramsOf(mending), goalId: id }, body: { split: first.split, parts } });
}

/** Writes what a finding's fix says, through the operations by which a person would: each row is recorded and can be taken back. */
export async function applyFixOf(work: Work<CampaignFacts>, plan: CheckedPlan, fix: Fix): Promise<unknown> {
  const mending: Mending = { work, plan };
  const words = written(mending);
  switch (fix.kind) {
    case 'add_reserve': return addReserve(mending, fix);
    case 'set_amount': return budget(mending, [updated(fix.id, { amountCents: fix.amountCents })]);
    case 'owner_lead': return ownerLead(mending, fix);
    case 'add_task': return addTask(mending, fix);
    case 'move_task': return moveTask(mending, fix);
    case 'move_material': return editList(work, 'materials', [updated(fix.id, { dueOn: fix.dueOn })]);
    case 'add_arrival': return addArrival(mending, fix);
    case 'add_zones': return editList(work, 'zones', fix.zones.map((zone) => inserted({ ...words.zones[zone] })));
    case 'add_risks': return editList(work, 'risks', fix.kinds.map((kind) => inserted({ ...words.risks[kind], kind })));
    case 'order_risks': return orderRisks(mending, fix);
    case 'add_questions': return editList(work, 'questions', words.questions.map((question) => inserted({ ...question, required: question.kind !== 'text' })));
    case 'extend_campaign': return updateCampaign(work, { params: paramsOf(mending), body: { endsOn: fix.endsOn } });
    case 'scale_parts': return scaleParts(mending, fix);
    case 'goal_due': return goals(mending, [updated(fix.id, { dueOn: fix.dueOn })]);
  }
}
