import { defineJob, type JobWork } from '#platform/server/jobs/job.ts';
import { companyDays } from '#platform/server/db/company-days.ts';
import { isWorkingDay } from '#platform/shared/calendar.ts';
import type { Approver } from '../approval.route.rules.ts';
import { assigneesOf } from './approval.circumstances.ts';
import { circumstancesOf, withPerson } from './approval.circumstances.views.ts';
import { dueSteps, storeEscalation, storeReminder, waitingAssignees, type DueStep } from './approval.deadlines.store.ts';
import { tellAssignees } from './approval.notices.ts';
import { insertAct } from './approval.store.ts';

/** Reminds on the day on which a step is due and on every working day after it; when it is late, asks those whom the route names for that. */
export const remindApprovers = defineJob({
  name: 'approval.remindApprovers', cron: '5 * * * *', catchUpSeconds: 3_600,
  run: async (work) => remindAndEscalate(work, work.now),
});

export async function remindAndEscalate(work: JobWork, now: Date): Promise<void> {
  const own = await companyDays(work.db);
  for (const due of await dueSteps(work.db, now)) {
    if (!isWorkingDay(due.today, own)) continue;
    if (due.today > due.dueOn && due.escalate && !due.escalated) await escalate(work, due, due.escalate);
    else await remind(work, due);
  }
}

async function remind(work: JobWork, due: DueStep): Promise<void> {
  const waiting = await waitingAssignees(work.db, due.stepId);
  await storeReminder(work.db, due.stepId, due.today);
  await insertAct(work.db, { approvalId: due.id, stepId: due.stepId, kind: 'reminded', by: null });
  await tellAssignees(work, due, due.step, waiting, 'approval.reminded', { dueOn: due.dueOn });
}

async function escalate(work: JobWork, due: DueStep, to: Approver): Promise<void> {
  const around = await withPerson(work.db, await circumstancesOf(work.db, due.campaignId, due.kind), to);
  const added = assigneesOf({ name: due.step, mode: 'any', approver: to }, around, due.requestedById);
  await storeEscalation(work.db, due.stepId, due.today, added);
  await insertAct(work.db, { approvalId: due.id, stepId: due.stepId, kind: 'escalated', by: null });
  await work.record({ kind: 'approval.escalated', campaignId: due.campaignId, subject: { type: 'approval', id: due.id }, after: { stepId: due.stepId } });
  await tellAssignees(work, due, due.step, added, 'approval.escalated', { dueOn: due.dueOn });
}
