import type { ReactNode } from 'react';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { freeAfter, readPlan, readReport, readRequest, totalOf, type FrozenPlan, type FrozenReport, type FrozenRequest } from '../approval.content.rules.ts';
import type { ApprovalDetail } from '../approval.contract.ts';
import { approvalMessages } from '../approval.messages.ts';
import { approvalWebMessages } from '../approval.web.messages.ts';

/** What, how much and by whom, in one sentence made from what was frozen. */
export function ApprovalVerdict({ approval }: { readonly approval: ApprovalDetail }): ReactNode {
  const words = useMessages(approvalWebMessages).verdict;
  const { kinds } = useMessages(approvalMessages);
  const formats = useFormats();
  const plan = approval.kind === 'plan' ? readPlan(approval.content) : undefined;
  if (plan) return <PlanVerdict plan={plan} previous={readPlan(approval.previous)} version={approval.version} />;
  const report = approval.kind === 'evaluation' ? readReport(approval.content) : undefined;
  if (report) return <ReportVerdict report={report} />;
  const request = readRequest(approval.content);
  if (request) return <RequestVerdict request={request} by={approval.requestedBy} open={approval.decision === null} />;
  const what = kinds[approval.kind];
  return <>{approval.amountCents === null ? words.plain(approval.requestedBy, what) : words.amount(approval.requestedBy, what, formats.money(approval.amountCents))}{words.end}</>;
}

function PlanVerdict({ plan, previous, version }: { readonly plan: FrozenPlan; readonly previous: FrozenPlan | undefined; readonly version: number }) {
  const words = useMessages(approvalWebMessages).verdict;
  const formats = useFormats();
  const total = totalOf(plan.budget);
  const change = previous ? total - totalOf(previous.budget) : undefined;
  const compared = change === undefined ? (version === 1 ? words.first : words.again(version)) : change === 0 ? words.same : change > 0 ? words.more(formats.money(change)) : words.less(formats.money(-change));
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

function RequestVerdict({ request, by, open }: { readonly request: FrozenRequest; readonly by: string; readonly open: boolean }) {
  const words = useMessages(approvalWebMessages).verdict;
  const formats = useFormats();
  const amount = formats.money(request.amountCents);
  const { line, toLine, payee } = request;
  const asked = {
    spending: () => [words.spending(by, amount, line.name), payee ? words.payee(payee) : ''],
    transfer: () => [words.transfer(by, amount, line.name, toLine?.name ?? '')],
    reserve: () => [words.reserve(by, amount), toLine ? words.reserveFor(toLine.name) : payee ? words.payee(payee) : ''],
    supplement: () => [words.supplement(by, amount, line.name)],
    cut: () => [words.cut(by, amount, line.name)],
  }[request.request]();
  // What is free now stands in the facts beside the button; here only what was true when it was asked and is worth a warning.
  const { lineCents } = freeAfter(request);
  return <>{asked.filter(Boolean).join(words.comma)}{open && lineCents < 0 ? <>{words.comma}<em>{words.exceeds(formats.money(-lineCents))}</em></> : null}{words.end}</>;
}
