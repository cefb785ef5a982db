import { isSettled, verdictOf } from '../evaluation.rules.ts';
import { findCampaign } from '#features/campaign/server/campaign.api.ts';
import { documentHead, documentLines, scheduleRows, sealOf, writeEvaluationDocx, renderPdf, DOCX_TYPE, PDF_TYPE } from '#features/document/server/document.api.ts';
import type { Reader } from '#platform/server/db/database.ts';
import type { Locale } from '#platform/shared/messages.ts';
import { reportState } from './evaluation.state.ts';
import { evaluationOf } from './evaluation.views.ts';

/** 《活动效果评估报告》 as PDF or Word; carries the seal while the latest report is approved and unchanged since. */
export async function evaluationReport(db: Reader, campaignId: string, locale: Locale, format: 'pdf' | 'docx'): Promise<{ mediaType: string; body: Buffer }> {
  const campaign = await findCampaign(db, campaignId);
  const view = await evaluationOf(db, campaignId);
  const latest = (await reportState(db, campaignId)) === 'approved' ? view.approvals[0] : undefined;
  const data = {
    head: await documentHead(db, campaign, locale, view.today, sealOf(latest, 'evaluation', campaign.timeZone)),
    verdict: verdictOf(view, locale),
    goals: view.goals,
    lines: await documentLines(db, campaignId),
    settled: isSettled(campaign.stage),
    tasks: await scheduleRows(db, campaignId, view.today),
    dueOn: view.dueOn,
    submittedOn: null,
    highlights: view.judgement.highlights,
    shortcomings: view.judgement.shortcomings,
    nextSteps: view.judgement.nextSteps,
  };
  return format === 'pdf' ? { mediaType: PDF_TYPE, body: await renderPdf('evaluation', data, locale) } : { mediaType: DOCX_TYPE, body: await writeEvaluationDocx(data, locale) };
}
