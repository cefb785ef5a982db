import { accountRoutes } from '#features/account/server/account.routes.ts';
import type { AccountParts } from '#features/account/server/account.service.ts';
import { accountMessages } from '#features/account/account.messages.ts';
import { approvalMessages } from '#features/approval/approval.messages.ts';
import { approvalNoticeMessages } from '#features/approval/approval.notice.messages.ts';
import { approvalRouteMessages } from '#features/approval/approval.route.messages.ts';
import { loadApprovalFacts, remindApprovers } from '#features/approval/server/approval.api.ts';
import { approvalRouteRoutes } from '#features/approval/server/approval.route.routes.ts';
import { approvalRoutes } from '#features/approval/server/approval.routes.ts';
import { archiveMessages } from '#features/archive/archive.messages.ts';
import { archiveRoutes } from '#features/archive/server/archive.routes.ts';
import { briefingMessages } from '#features/briefing/briefing.messages.ts';
import { remindOfBriefings } from '#features/briefing/server/briefing.api.ts';
import { briefingReactions } from '#features/briefing/server/briefing.events.ts';
import { briefingRoutes } from '#features/briefing/server/briefing.routes.ts';
import { budgetMessages } from '#features/budget/budget.messages.ts';
import { budgetNoticeMessages } from '#features/budget/budget.notice.messages.ts';
import { budgetRequestMessages } from '#features/budget/budget.request.messages.ts';
import { budgetReactions } from '#features/budget/server/budget.events.ts';
import { budgetRequestRoutes } from '#features/budget/server/budget.request.routes.ts';
import { budgetRoutes } from '#features/budget/server/budget.routes.ts';
import { campaignMessages } from '#features/campaign/campaign.messages.ts';
import { loadCampaignFacts } from '#features/campaign/server/campaign.api.ts';
import { campaignRoutes } from '#features/campaign/server/campaign.routes.ts';
import { checkMessages } from '#features/check/check.messages.ts';
import { checkRoutes } from '#features/check/server/check.routes.ts';
import { importMessages } from '#features/document/document.import.messages.ts';
import { documentRoutes } from '#features/document/server/document.routes.ts';
import { evaluationMessages } from '#features/evaluation/evaluation.messages.ts';
import { evaluationReactions } from '#features/evaluation/server/evaluation.events.ts';
import { evaluationRoutes } from '#features/evaluation/server/evaluation.routes.ts';
import { goalMessages } from '#features/goal/goal.messages.ts';
import { goalRoutes } from '#features/goal/server/goal.routes.ts';
import { noticeMessages } from '#features/notice/notice.messages.ts';
import type { NoticeSentence, NoticeText } from '#features/notice/notice.rules.ts';
import { noticeJobs } from '#features/notice/server/notice.jobs.ts';
import { noticeRoutes } from '#features/notice/server/notice.routes.ts';
import type { NoticeParts } from '#features/notice/server/notice.service.ts';
import { planListMessages } from '#features/plan/plan.lists.messages.ts';
import { planCheckMessages } from '#features/plan/plan.check.messages.ts';
import { planMessages } from '#features/plan/plan.messages.ts';
import { planSectionMessages } from '#features/plan/plan.section.messages.ts';
import { planReactions } from '#features/plan/server/plan.events.ts';
import { planListRoutes } from '#features/plan/server/plan.lists.routes.ts';
import { planRoutes } from '#features/plan/server/plan.routes.ts';
import { planSectionRoutes } from '#features/plan/server/plan.section.routes.ts';
import { playbookMessages } from '#features/playbook/playbook.messages.ts';
import { loadPlaybookFacts } from '#features/playbook/server/playbook.api.ts';
import { playbookRoutes } from '#features/playbook/server/playbook.routes.ts';
import { portfolioRoutes } from '#features/portfolio/server/portfolio.routes.ts';
import { scheduleMessages } from '#features/schedule/schedule.messages.ts';
import { scheduleWorkMessages } from '#features/schedule/work/schedule.work.messages.ts';
import { remindOwners } from '#features/schedule/server/schedule.api.ts';
import { scheduleReactions } from '#features/schedule/server/schedule.events.ts';
import { calendarRoutes } from '#features/schedule/server/calendars/schedule.calendar.routes.ts';
import { scheduleRoutes } from '#features/schedule/server/schedule.routes.ts';
import { teamMessages } from '#features/team/team.messages.ts';
import { teamRoutes } from '#features/team/server/team.routes.ts';
import { forgetKeys } from '#platform/server/idempotency.job.ts';
import type { Job } from '#platform/server/jobs/job.ts';
import type { LiveHub } from '#platform/server/live.ts';
import type { Handler, Reaction, ScopeLoader } from '#platform/server/operation.ts';
import type { Locale } from '#platform/shared/messages.ts';
import { problemMessages } from '#platform/shared/problem.messages.ts';

export interface Parts extends AccountParts, NoticeParts {
  readonly live: LiveHub;
}

/** Every operation of the product, in the order of the campaign's life. */
export function allHandlers(parts: Parts): readonly Handler[] {
  return [
    ...accountRoutes(parts), ...noticeRoutes(parts), ...approvalRoutes, ...approvalRouteRoutes, ...campaignRoutes(parts.live), ...goalRoutes, ...budgetRoutes, ...budgetRequestRoutes, ...teamRoutes, ...scheduleRoutes, ...calendarRoutes(parts), ...checkRoutes,
    ...planRoutes, ...planListRoutes, ...planSectionRoutes, ...playbookRoutes, ...documentRoutes(parts.sessions), ...briefingRoutes, ...evaluationRoutes, ...archiveRoutes, ...portfolioRoutes,
  ];
}

/** Everything that is done without a request: on a clock, or after a commit. */
export function allJobs(parts: NoticeParts): readonly Job[] {
  return [...noticeJobs(parts), remindApprovers, remindOwners, remindOfBriefings, forgetKeys];
}

/** How the thing that an operation is about is loaded, by the name of its scope. */
export const scopes: Readonly<Record<string, ScopeLoader>> = {
  campaign: (db, params, actor, lock) => loadCampaignFacts(db, params['campaignId'], actor, lock),
  playbook: (db, params, _actor, lock) => loadPlaybookFacts(db, params['playbookKey'], lock),
  approval: (db, params, actor, lock) => loadApprovalFacts(db, params['approvalId'], actor, lock),
};

/** What later features do when an earlier one's event is recorded. */
export const reactions: Readonly<Record<string, readonly Reaction[]>> = gather([budgetReactions, scheduleReactions, planReactions, briefingReactions, evaluationReactions]);

function gather(all: readonly Readonly<Record<string, Reaction>>[]): Record<string, Reaction[]> {
  const gathered: Record<string, Reaction[]> = {};
  for (const own of all) for (const [kind, react] of Object.entries(own)) (gathered[kind] ??= []).push(react);
  return gathered;
}

type Sentence = (data: Readonly<Record<string, unknown>>) => string;

function sentencesIn(locale: Locale): Readonly<Record<string, Sentence>> {
  return {
    ...problemMessages[locale].codes, ...accountMessages[locale].problems, ...noticeMessages[locale].problems, ...approvalMessages[locale].problems, ...approvalRouteMessages[locale].problems, ...campaignMessages[locale].problems,
    ...goalMessages[locale].problems, ...budgetMessages[locale].problems, ...budgetRequestMessages[locale].problems, ...teamMessages[locale].problems, ...scheduleMessages[locale].problems, ...scheduleWorkMessages[locale].problems,
    ...checkMessages[locale].problems, ...planMessages[locale].problems, ...planCheckMessages[locale].problems, ...planListMessages[locale].problems, ...planSectionMessages[locale].problems, ...playbookMessages[locale].problems, ...importMessages[locale].problems, ...briefingMessages[locale].problems, ...evaluationMessages[locale].problems, ...archiveMessages[locale].problems,
  };
}

/** The sentences of every problem code, in both languages. */
export const sentences: Readonly<Record<Locale, Readonly<Record<string, Sentence>>>> = { 'zh-CN': sentencesIn('zh-CN'), en: sentencesIn('en') };

export function sentenceOf(code: string, data: Readonly<Record<string, unknown>>, locale: Locale): string {
  const sentence = sentences[locale][code];
  if (!sentence) throw new Error(`no sentence for ${code}`);
  return sentence(data);
}

/** What people are told, by the code of the notice: each feature words its own, under `notices` of its messages. */
function noticesIn(locale: Locale): Readonly<Record<string, NoticeSentence>> {
  return { ...noticeMessages[locale].notices, ...approvalNoticeMessages[locale].notices, ...budgetNoticeMessages[locale].notices, ...scheduleWorkMessages[locale].notices, ...briefingMessages[locale].notices };
}

/** The sentences of every notice code, in both languages. */
export const noticeSentences: Readonly<Record<Locale, Readonly<Record<string, NoticeSentence>>>> = { 'zh-CN': noticesIn('zh-CN'), en: noticesIn('en') };

export function noticeSentence(code: string, data: Readonly<Record<string, unknown>>, locale: Locale): NoticeText {
  const sentence = noticeSentences[locale][code];
  if (!sentence) throw new Error(`no sentence for the notice ${code}`);
  return sentence(data);
}
