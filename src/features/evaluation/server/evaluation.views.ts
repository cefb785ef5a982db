import { approvalsOf } from '#features/approval/server/approval.api.ts';
import { totalsOf } from '#features/budget/budget.rules.ts';
import { budgetLines, openMoney } from '#features/budget/server/budget.api.ts';
import { findCampaign } from '#features/campaign/server/campaign.api.ts';
import { goalRows } from '#features/goal/server/goal.api.ts';
import { onTimeRate } from '#features/schedule/work/schedule.delay.rules.ts';
import { latestBaseline, taskRows } from '#features/schedule/server/schedule.api.ts';
import { companyDays } from '#platform/server/db/company-days.ts';
import type { Reader } from '#platform/server/db/database.ts';
import { dayIn } from '#platform/shared/calendar.ts';
import type { Evaluation } from '../evaluation.contract.ts';
import { costVariance, countReached, isSettled, reportDue } from '../evaluation.rules.ts';
import { findJudgement } from './evaluation.store.ts';

export type EvaluationContent = Omit<Evaluation, 'can' | 'reportState'>;

/** Actual beside target and budget, from the campaign's own rows: every figure here is one of theirs or a sum of them. */
export async function evaluationOf(db: Reader, campaignId: string): Promise<EvaluationContent> {
  const campaign = await findCampaign(db, campaignId);
  const today = dayIn(campaign.timeZone);
  const goals = await goalRows(db, campaignId);
  const lines = await budgetLines(db, campaignId);
  const tasks = await taskRows(db, campaignId, today);
  const judgement = await findJudgement(db, campaignId);
  const approvals = await approvalsOf(db, campaignId, 'evaluation');
  const { amountCents, actualCents } = totalsOf(lines);
  const settled = isSettled(campaign.stage);
  const counted = tasks.filter((task) => task.state !== 'cancelled');
  const missing: Evaluation['missing'] = [];
  if (goals.some((goal) => goal.actual === null)) missing.push('goals');
  // A line that was never drawn on is no gap; a budget of which nothing at all was spent is one.
  if (actualCents === null && amountCents > 0) missing.push('costs');
  if (judgement.highlights === '') missing.push('highlights');
  if (judgement.shortcomings === '') missing.push('shortcomings');
  return {
    goals,
    goalsReached: countReached(goals),
    budget: {
      amountCents, actualCents, missing: lines.filter((line) => line.actualCents === null).length, open: await openMoney(db, campaignId),
      lines: lines.map((line) => ({ category: line.category, amountCents: line.amountCents, actualCents: line.actualCents, varianceCents: costVariance(line, settled) })),
    },
    schedule: {
      total: counted.length,
      done: counted.filter((task) => task.state === 'done').length,
      delayed: counted.filter((task) => task.effectiveState === 'delayed').length,
      cancelled: tasks.length - counted.length,
      ...onTimeRate(tasks, (await latestBaseline(db, campaignId)).endOn, today, campaign.timeZone),
    },
    ...reportDue(campaign, await companyDays(db)),
    today,
    judgement: { ...judgement },
    approvals,
    missing,
  };
}
