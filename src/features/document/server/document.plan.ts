import { findCompany } from '#features/account/server/account.api.ts';
import { approvalsOf, findApproval } from '#features/approval/server/approval.api.ts';
import type { Approval } from '#features/approval/approval.contract.ts';
import { findCampaign, listScenarioRows } from '#features/campaign/server/campaign.api.ts';
import { approvedPlan, planContent, type PlanContent } from '#features/plan/server/plan.api.ts';
import type { Reader } from '#platform/server/db/database.ts';
import { dayIn } from '#platform/shared/calendar.ts';
import type { Locale } from '#platform/shared/messages.ts';
import { notFound } from '#platform/shared/problem.ts';
import { scheduleRows, sealOf } from './document.export.ts';
import { fullDay, periodText } from './write/day.text.ts';
import { writeMessages } from './write/document.write.messages.ts';
import { writeOffice } from './write/office.ts';
import { renderPdf } from './write/pdf.ts';
import { composeParts, type PlanText } from './write/plan.compose.ts';
import type { PlanPaper } from './write/plan.paper.ts';
import { planWriteMessages } from './write/plan.write.messages.ts';

type Campaign = Awaited<ReturnType<typeof findCampaign>>;

/** What is set: a frozen version, or the plan as it stands, which is that of a version while nothing in it has changed. */
interface Edition {
  readonly content: PlanText;
  readonly approval: Approval | undefined;
}

async function frozenEdition(db: Reader, campaignId: string, version: number): Promise<Edition> {
  const approval = (await approvalsOf(db, campaignId, 'plan')).find((one) => one.version === version);
  const content = approval ? ((await findApproval(db, approval.id))?.content as PlanContent | undefined) : undefined;
  if (!approval || !content) throw notFound();
  return { approval, content: { ...content, tasks: content.schedule.map((task) => ({ ...task, state: 'open' as const })) } };
}

async function presentEdition(db: Reader, campaign: Campaign): Promise<Edition> {
  const content = await planContent(db, campaign.id);
  const tasks = await scheduleRows(db, campaign.id, dayIn(campaign.timeZone));
  const approved = await approvedPlan(db, campaign.id, content);
  const waiting = campaign.stage === 'submitted' ? (await approvalsOf(db, campaign.id, 'plan'))[0] : undefined;
  return { content: { ...content, tasks }, approval: waiting ?? (approved?.changed ? undefined : approved?.approval) };
}

type Standing = keyof (typeof planWriteMessages)['zh-CN']['marks'] | 'approved';

const standingOf = (approval: Approval | undefined): Standing => (approval ? (approval.decision ?? 'waiting') : 'draft');

async function paperOfPlan(db: Reader, campaign: Campaign, { content, approval }: Edition, locale: Locale): Promise<PlanPaper> {
  const words = planWriteMessages[locale];
  const [company, scenarios] = await Promise.all([findCompany(db), listScenarioRows(db)]);
  const scenario = scenarios.find((one) => one.key === content.campaign.scenario);
  const standing = standingOf(approval);
  const seal = sealOf(approval, 'plan', campaign.timeZone);
  const { startsOn, endsOn, eventFrom, eventTo, leadName, departmentName, name } = content.campaign;
  const madeOn = approval ? dayIn(campaign.timeZone, new Date(approval.requestedAt)) : dayIn(campaign.timeZone);
  const cover = [
    [words.cover.scenario, (locale === 'en' ? scenario?.nameEn : scenario?.nameZh) ?? ''],
    [words.cover.period, periodText(startsOn, endsOn, locale)],
    [words.cover.event, eventFrom ? periodText(eventFrom, eventTo ?? eventFrom, locale) : ''],
    [words.cover.lead, leadName ?? ''],
    [words.cover.department, departmentName ?? ''],
    [words.cover.company, company?.name ?? ''],
    [words.cover.version, approval ? words.version(approval.version) : words.noVersion],
    [words.cover.madeOn, fullDay(madeOn, locale)],
    [words.cover.hash, approval?.sha256 ?? ''],
  ] as const;
  return {
    title: name, company: company?.name ?? '', lead: leadName ?? '', seal,
    cover: cover.filter(([, text]) => text !== '').map(([label, text]) => ({ label, text })),
    mark: standing === 'approved' ? '' : words.marks[standing],
    stated: standing === 'approved' && seal ? words.stated.approved(seal.version, seal.approvedBy, fullDay(seal.approvedOn, locale)) : words.stated[standing === 'approved' ? 'draft' : standing],
    parts: composeParts(content, locale),
  };
}

/**
 * The whole plan as a document to sign (P4.1): as it stands, or one of its frozen versions.
 * @throws Problem 404 when there is no such version
 */
export async function exportedPlan(db: Reader, campaignId: string, format: 'docx' | 'pdf', version: number | undefined, locale: Locale): Promise<{ readonly body: Buffer; readonly name: string }> {
  const campaign = await findCampaign(db, campaignId);
  const edition = version === undefined ? await presentEdition(db, campaign) : await frozenEdition(db, campaignId, version);
  const paper = await paperOfPlan(db, campaign, edition, locale);
  const body = format === 'pdf' ? await renderPdf('plan', paper, locale) : await writeOffice({ kind: 'plan', paper, locale });
  return { body, name: `${paper.title}-${writeMessages[locale].titles.plan}${edition.approval ? `-v${String(edition.approval.version)}` : ''}.${format}` };
}
