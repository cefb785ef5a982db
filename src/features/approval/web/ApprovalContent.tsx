import type { ReactNode } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import { readPlan, readReport, readRequest } from '../approval.content.rules.ts';
import type { ApprovalDetail } from '../approval.contract.ts';
import { approvalWebMessages } from '../approval.web.messages.ts';
import { PlanDifferences, ReportDifferences, RequestDifferences, type Than } from './Differences.tsx';
import { PlanContent } from './PlanContent.tsx';
import { ReportContent } from './ReportContent.tsx';
import { RequestContent } from './RequestContent.tsx';

/** What has been mended since it was returned, and what is different from the version that was approved before. */
export function ApprovalDifferences({ approval: { content, previous, returned } }: { readonly approval: ApprovalDetail }): ReactNode {
  const words = useMessages(approvalWebMessages).difference;
  const approved = previous === null || previous === undefined ? null : <Difference before={previous} after={content} than={{ title: words.title, none: words.none }} />;
  if (!returned) return approved;
  const { version, by, reason } = returned;
  const than = { title: words.returnedTitle(version), none: words.returnedNone(version), why: reason ? words.returnedWhy(by ?? '', reason) : undefined };
  return <><Difference before={returned.content} after={content} than={than} />{approved}</>;
}

function Difference({ before, after, than }: { readonly before: unknown; readonly after: unknown; readonly than: Than }): ReactNode {
  const plan = readPlan(after);
  if (plan) return <PlanDifferences before={readPlan(before)} after={plan} than={than} />;
  const report = readReport(after);
  if (report) return <ReportDifferences before={readReport(before)} after={report} than={than} />;
  const request = readRequest(after);
  return request ? <RequestDifferences before={readRequest(before)} after={request} than={than} /> : null;
}

/** What was frozen, by its kind. */
export function ApprovalContent({ approval: { content, title } }: { readonly approval: ApprovalDetail }): ReactNode {
  const words = useMessages(approvalWebMessages);
  const plan = readPlan(content);
  if (plan) return <PlanContent plan={plan} />;
  const report = readReport(content);
  if (report) return <ReportContent report={report} />;
  const request = readRequest(content);
  return request ? <RequestContent request={request} title={title} /> : <Section><p>{words.content.unknown}</p></Section>;
}
