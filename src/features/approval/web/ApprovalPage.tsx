import type { ReactNode } from 'react';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Link, useParam } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import { Hash } from '#platform/web/ui/Hash.tsx';
import { Seal, StateTag } from '#platform/web/ui/Marks.tsx';
import { Page, Section } from '#platform/web/ui/Page.tsx';
import { Loaded } from '#platform/web/ui/States.tsx';
import { readPlan, readReport, totalOf, type FrozenPlan, type FrozenReport } from '../approval.content.rules.ts';
import { getApproval, type ApprovalDetail } from '../approval.contract.ts';
import { approvalMessages } from '../approval.messages.ts';
import { approvalWebMessages } from '../approval.web.messages.ts';
import css from './approval.module.css';
import { Decision } from './Decision.tsx';
import { PlanContent } from './PlanContent.tsx';
import { PlanDifferences, ReportDifferences } from './Differences.tsx';
import { ReportContent } from './ReportContent.tsx';

/** One request on one screen: what, how much, when, what is different, and the decision at the thumb. */
export function ApprovalPage() {
  const approvalId = useParam('approvalId');
  return <Loaded query={useOperation(getApproval, { params: { approvalId } })} lines={8}>{(approval) => <ApprovalView approval={approval} />}</Loaded>;
}

function ApprovalView({ approval }: { readonly approval: ApprovalDetail }) {
  const words = useMessages(approvalWebMessages);
  const { kinds } = useMessages(approvalMessages);
  const formats = useFormats();
  return (
    <Page
      title={approval.title}
      crumbs={[{ label: words.list.title, to: '/approvals' }, { label: words.seal.version(kinds[approval.kind], approval.version) }]}
      seal={<ApprovalSeal approval={approval} />}
      meta={[words.meta.asked(approval.requestedBy, formats.dateTime(approval.requestedAt)), <Link key="campaign" to={`/campaigns/${approval.campaignId}`}>{words.decision.toCampaign}</Link>]}
      verdict={<Verdict approval={approval} />}
    >
      <Decision approval={approval} />
      {approval.note ? <p className={css['note']}><b>{words.decision.note}</b>{approval.note}</p> : null}
      <Content approval={approval} />
      <p className={css['hash']}>{words.meta.hash} <Hash value={approval.sha256} /></p>
      {approval.can.decide || approval.can.withdraw ? <div className={css['below']} /> : null}
    </Page>
  );
}

function ApprovalSeal({ approval }: { readonly approval: ApprovalDetail }) {
  const words = useMessages(approvalWebMessages).seal;
  const { decisions } = useMessages(approvalMessages);
  const formats = useFormats();
  const name = words[approval.kind];
  if (approval.decision === 'approved') return <Seal lines={[words.version(name, approval.version), words.approved]} label={words.label(name, approval.version, approval.decidedBy ?? '', formats.dateTime(approval.decidedAt))} />;
  if (approval.decision) return <StateTag tone={approval.decision === 'returned' ? 'late' : 'off'}>{decisions[approval.decision]}</StateTag>;
  return <StateTag tone="doing">{words.version(name, approval.version)}</StateTag>;
}

function Content({ approval }: { readonly approval: ApprovalDetail }): ReactNode {
  const words = useMessages(approvalWebMessages);
  if (approval.kind === 'plan') {
    const [plan, previous] = [readPlan(approval.content), readPlan(approval.previous)];
    if (plan) return <><PlanDifferences before={previous} after={plan} /><PlanContent plan={plan} /></>;
  } else {
    const [report, previous] = [readReport(approval.content), readReport(approval.previous)];
    if (report) return <>{previous ? <ReportDifferences before={previous} after={report} /> : null}<ReportContent report={report} /></>;
  }
  return <Section><p>{words.content.unknown}</p></Section>;
}

function Verdict({ approval }: { readonly approval: ApprovalDetail }): ReactNode {
  const plan = approval.kind === 'plan' ? readPlan(approval.content) : undefined;
  const report = approval.kind === 'evaluation' ? readReport(approval.content) : undefined;
  if (plan) return <PlanVerdict plan={plan} previous={readPlan(approval.previous)} />;
  return report ? <ReportVerdict report={report} /> : null;
}

function PlanVerdict({ plan, previous }: { readonly plan: FrozenPlan; readonly previous: FrozenPlan | undefined }) {
  const words = useMessages(approvalWebMessages).verdict;
  const formats = useFormats();
  const total = totalOf(plan.budget);
  const change = previous ? total - totalOf(previous.budget) : undefined;
  const compared = change === undefined ? words.first : change === 0 ? words.same : change > 0 ? words.more(formats.money(change)) : words.less(formats.money(-change));
  return <>{words.plan(formats.money(total), formats.days(plan.campaign.startsOn, plan.campaign.endsOn), plan.goals.length, plan.schedule.length)}{words.join}{change ? <em>{compared}</em> : compared}{words.end}</>;
}

function ReportVerdict({ report }: { readonly report: FrozenReport }) {
  const words = useMessages(approvalWebMessages).verdict;
  const formats = useFormats();
  const { amountCents, actualCents } = report.budget;
  const variance = (actualCents ?? 0) - amountCents;
  return (
    <>
      {words.report(report.goalsReached, report.goals.length)}{words.join}{words.cost(formats.money(actualCents), formats.money(amountCents))}
      {variance === 0 ? null : <>{words.join}{variance > 0 ? <em>{words.over(formats.money(variance))}</em> : words.under(formats.money(-variance))}</>}{words.end}
    </>
  );
}
