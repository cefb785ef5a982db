import { reschedules, worksOnTasks, writesPlan, type CampaignFacts } from '#features/campaign/campaign.policy.ts';
import { findCampaign } from '#features/campaign/server/campaign.api.ts';
import { sqlState, type Tx } from '#platform/server/db/database.ts';
import { memberFinder } from '#platform/server/db/member-named.ts';
import { applyRowChanges, type RowTable } from '#platform/server/db/rows.ts';
import type { ReadWork, Work } from '#platform/server/operation.ts';
import { dayIn } from '#platform/shared/calendar.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import { Problem } from '#platform/shared/problem.ts';
import type { RowChange } from '#platform/shared/rows.ts';
import type { editSchedule as editContract, listSchedule as listContract } from '../schedule.contract.ts';
import { UNPLANNED } from '../schedule.rules.ts';
import { isRelative } from '../times/schedule.time.rules.ts';
import { readTaskWhen, worksBy } from '../times/schedule.when.rules.ts';
import { memberLeave } from './schedule.leave.ts';
import { calendarDays, parentCycle, taskRows } from './schedule.views.ts';

const TASKS: RowTable = {
  table: 'tasks',
  subject: 'task',
  columns: {
    phase: 'phase', whenText: 'when_text', startOn: 'start_on', endOn: 'end_on', dueTime: 'due_time', title: 'title', ownerText: 'owner_text', state: 'state', note: 'note',
    milestone: 'milestone', fixed: 'fixed', notBeforeOn: 'not_before_on', dueOn: 'due_on', durationUnit: 'duration_unit', parentId: 'parent_id', resourceText: 'resource_text', deliverable: 'deliverable',
  },
  empty: { phase: 'preparation', whenText: '', startOn: null, endOn: null, dueTime: null, title: '', ownerText: '', state: 'open', note: '', ...UNPLANNED },
  together: [['whenText', 'startOn', 'endOn', 'dueTime']],
};
/** Of what a task names, only the one that it is a part of can be missing. */
const FOREIGN_KEY = '23503';
const WORK_FIELDS = new Set(['state', 'note']);

export async function listSchedule(work: ReadWork<CampaignFacts>): Promise<OutputOf<typeof listContract>> {
  const { actor, thing } = work;
  const today = dayIn(thing.timeZone);
  const [tasks, calendar, leave] = await Promise.all([taskRows(work.db, thing.id, today), calendarDays(work.db), memberLeave(work)]);
  return {
    tasks, today, calendar, leave,
    can: { write: writesPlan(actor, thing) || reschedules(actor, thing), work: worksOnTasks(actor, thing) },
  };
}

export async function editSchedule(work: Work<CampaignFacts>, { body }: InputOf<typeof editContract>): Promise<OutputOf<typeof editContract>> {
  const writes = writesPlan(work.actor, work.thing) || reschedules(work.actor, work.thing);
  const member = memberFinder(work.db, work.thing.id);
  const changes = await toldFromEvent(work, body.changes as RowChange[]);
  const outcomes = await applyRowChanges(work, TASKS, {
    check: (change) => {
      const isWork = change.type === 'update' && Object.keys(change.set).every((field) => WORK_FIELDS.has(field));
      if (!writes && !isWork) throw new Problem('schedule.only_state', 409);
    },
    checkRow: ({ title, startOn, endOn, notBeforeOn, dueOn }) => {
      if (title === '') throw new Problem('schedule.title_needed', 400);
      if (typeof startOn === 'string' && typeof endOn === 'string' && endOn < startOn) throw new Problem('schedule.period_reversed', 400, { title });
      if (typeof notBeforeOn === 'string' && typeof dueOn === 'string' && dueOn < notBeforeOn) throw new Problem('schedule.due_before_start', 400, { title });
    },
    derive: async (row) => ({ owner_id: await member(String(row['ownerText'])) }),
  }, changes).catch((error: unknown) => {
    throw sqlState(error) === FOREIGN_KEY ? new Problem('schedule.parent_unknown', 409) : error;
  });
  if (body.changes.some(namesParent)) await refuseParentCycle(work.db, work.thing.id);
  return outcomes;
}

/** A text that is told from the event means its days as the campaign has them now, whatever days the page thought that it had. */
async function toldFromEvent({ db, thing }: Work<CampaignFacts>, changes: readonly RowChange[]): Promise<readonly RowChange[]> {
  const textOf = (change: RowChange): unknown => (change.type === 'update' ? change.set['whenText']?.to : change.type === 'insert' ? change.fields['whenText'] : undefined);
  const isTold = (change: RowChange): boolean => isRelative(String(textOf(change) ?? ''));
  if (!changes.some(isTold)) return changes;
  const campaign = await findCampaign(db, thing.id);
  const works = worksBy(await calendarDays(db));
  return changes.map((change) => {
    if (!isTold(change)) return change;
    const { startOn, endOn } = readTaskWhen(String(textOf(change)), campaign, works);
    if (change.type === 'insert') return { ...change, fields: { ...change.fields, startOn, endOn } };
    if (change.type !== 'update') return change;
    // The days follow from the text: whether someone else has changed it meanwhile is told by the text alone.
    return { ...change, set: { ...change.set, startOn: { to: startOn }, endOn: { to: endOn } } };
  });
}

const namesParent = (change: InputOf<typeof editContract>['body']['changes'][number]): boolean =>
  (change.type === 'update' && change.set['parentId'] !== undefined) || (change.type === 'insert' && typeof change.fields.parentId === 'string');

async function refuseParentCycle(tx: Tx, campaignId: string): Promise<void> {
  const titles = await parentCycle(tx, campaignId);
  if (titles.length > 0) throw new Problem('schedule.parent_cycle', 409, { titles });
}
