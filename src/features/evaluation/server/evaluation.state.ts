import { findApproval } from '#features/approval/server/approval.api.ts';
import type { Reader } from '#platform/server/db/database.ts';
import type { Evaluation } from '../evaluation.contract.ts';
import { isSameReport } from '../evaluation.rules.ts';
import { evaluationOf, type EvaluationContent } from './evaluation.views.ts';

/** How the latest report stands: `outdated` when figures or judgement have changed since it was approved. */
export async function reportState(db: Reader, campaignId: string): Promise<Evaluation['reportState']> {
  return stateOf(db, await evaluationOf(db, campaignId));
}

/** The same for a view that is at hand. */
export async function stateOf(db: Reader, view: EvaluationContent): Promise<Evaluation['reportState']> {
  const latest = view.approvals[0];
  if (!latest) return 'none';
  if (latest.decision === null) return 'waiting';
  if (latest.decision !== 'approved') return 'returned';
  const frozen = (await findApproval(db, latest.id))?.content as EvaluationContent;
  return isSameReport(frozen, view) ? 'approved' : 'outdated';
}
