import { reschedules, worksOnTasks, writesPlan, type CampaignFacts } from '#features/campaign/campaign.policy.ts';
import { memberFinder } from '#platform/server/db/member-named.ts';
import { applyRowChanges, type RowTable } from '#platform/server/db/rows.ts';
import type { ReadWork, Work } from '#platform/server/operation.ts';
import { dayIn } from '#platform/shared/calendar.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import { Problem } from '#platform/shared/problem.ts';
import type { RowChange } from '#platform/shared/rows.ts';
import type { editSchedule as editContract, listSchedule as listContract } from '../schedule.contract.ts';
import { taskRows } from './schedule.views.ts';

const TASKS: RowTable = {
  table: 'tasks',
  subject: 'task',
  columns: {
    phase: 'phase', whenText: 'when_text', startOn: 'start_on', endOn: 'end_on', dueTime: 'due_time', title: 'title', ownerText: 'owner_text', state: 'state', note: 'note',
  },
  empty: { phase: 'preparation', whenText: '', startOn: null, endOn: null, dueTime: null, title: '', ownerText: '', state: 'open', note: '' },
  together: [['whenText', 'startOn', 'endOn', 'dueTime']],
};
const WORK_FIELDS = new Set(['state', 'note']);

export async function listSchedule(work: ReadWork<CampaignFacts>): Promise<OutputOf<typeof listContract>> {
  const { actor, thing } = work;
  const today = dayIn(thing.timeZone);
  return {
    tasks: await taskRows(work.db, thing.id, today),
    today,
    can: { write: writesPlan(actor, thing) || reschedules(actor, thing), work: worksOnTasks(actor, thing) },
  };
}

export async function editSchedule(work: Work<CampaignFacts>, { body }: InputOf<typeof editContract>): Promise<OutputOf<typeof editContract>> {
  const writes = writesPlan(work.actor, work.thing) || reschedules(work.actor, work.thing);
  const member = memberFinder(work.db, work.thing.id);
  return applyRowChanges(work, TASKS, {
    check: (change) => {
      const isWork = change.type === 'update' && Object.keys(change.set).every((field) => WORK_FIELDS.has(field));
      if (!writes && !isWork) throw new Problem('schedule.only_state', 409);
    },
    checkRow: ({ title, startOn, endOn }) => {
      if (title === '') throw new Problem('schedule.title_needed', 400);
      if (typeof startOn === 'string' && typeof endOn === 'string' && endOn < startOn) throw new Problem('schedule.period_reversed', 400, { title });
    },
    derive: async (row) => ({ owner_id: await member(String(row['ownerText'])) }),
  }, body.changes as RowChange[]);
}
