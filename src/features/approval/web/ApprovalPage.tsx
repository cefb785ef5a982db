import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Link, useParam } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import { Hash } from '#platform/web/ui/Hash.tsx';
import { Seal, StateTag } from '#platform/web/ui/Marks.tsx';
import { Page } from '#platform/web/ui/Page.tsx';
import { Loaded } from '#platform/web/ui/States.tsx';
import { readPlan, readRequest } from '../approval.content.rules.ts';
import { getApproval, type ApprovalDetail } from '../approval.contract.ts';
import { dueOf } from '../approval.list.rules.ts';
import { approvalListMessages } from '../approval.list.web.messages.ts';
import { approvalMessages } from '../approval.messages.ts';
import { deedsOf } from '../approval.step.rules.ts';
import { approvalWebMessages } from '../approval.web.messages.ts';
import css from './approval.module.css';
import { ApprovalContent, ApprovalDifferences } from './ApprovalContent.tsx';
import { ApprovalFacts } from './ApprovalFacts.tsx';
import { ApprovalRecord } from './ApprovalRecord.tsx';
import { ApprovalVerdict } from './ApprovalVerdict.tsx';
import { CheckAnswers } from './CheckAnswers.tsx';
import { Decision } from './Decision.tsx';
import { PlanDownload } from './PlanDownload.tsx';
import { StepList } from './StepList.tsx';
import { useToday } from './useToday.ts';

/** One request on one screen: what, how much, by whom, what is different, and the decision at the thumb (P4.2). */
export function ApprovalPage() {
  const approvalId = useParam('approvalId');
  return <Loaded query={useOperation(getApproval, { params: { approvalId } })} lines={8}>{(approval) => <ApprovalView key={approval.id} approval={approval} />}</Loaded>;
}

function ApprovalView({ approval }: { readonly approval: ApprovalDetail }) {
  const words = useMessages(approvalWebMessages);
  const { kinds, requests } = useMessages(approvalMessages);
  const formats = useFormats();
  const request = readRequest(approval.content);
  const plan = approval.kind === 'plan' ? readPlan(approval.content) : undefined;
  const what = words.seal.version(request ? requests[request.request] : kinds[approval.kind], approval.version);
  const campaign = approval.title === approval.campaignName ? words.meta.toCampaign : approval.campaignName;
  return (
    <Page
      title={approval.title}
      crumbs={[{ label: words.list, to: '/approvals' }, { label: what }]}
      seal={<ApprovalSeal approval={approval} />}
      meta={[words.meta.asked(approval.requestedBy, formats.dateTime(approval.requestedAt)), request?.number ? words.meta.number(request.number) : null, <Link key="campaign" to={`/campaigns/${approval.campaignId}`}>{campaign}</Link>]}
      verdict={<ApprovalVerdict approval={approval} />}
      actions={plan ? <PlanDownload approval={approval} /> : null}
    >
      <div className={css['layout']}>
        <div className={css['decide']}><Decision approval={approval} />{plan ? <CheckAnswers plan={plan} /> : null}</div>
        <div className={css['main']}>
          {approval.note && approval.note !== request?.explanation ? <p className={css['note']}><b>{words.meta.note}</b>{approval.note}</p> : null}
          <ApprovalDifferences approval={approval} />
          <ApprovalFacts kind={approval.kind} approvalId={approval.id} />
          <ApprovalContent approval={approval} />
          <p className={css['hash']}>{words.meta.hash} <Hash value={approval.sha256} /></p>
        </div>
        <div className={css['side']}>
          <StepList approval={approval} />
          <ApprovalRecord approval={approval} />
        </div>
      </div>
    </Page>
  );
}

/** The seal names version, person and time, and who passed each of several steps. */
function ApprovalSeal({ approval }: { readonly approval: ApprovalDetail }) {
  const words = useMessages(approvalWebMessages).seal;
  const { decisions } = useMessages(approvalMessages);
  const list = useMessages(approvalListMessages);
  const formats = useFormats();
  const { today } = useToday();
  const name = words[approval.kind];
  const { decision, step, version } = approval;
  if (decision !== 'approved') {
    if (decision) return <StateTag tone={decision === 'returned' ? 'late' : 'off'}>{decisions[decision]}</StateTag>;
    if (!step) return <StateTag tone="doing">{words.version(name, version)}</StateTag>;
    const due = dueOf(step.dueOn, today);
    const said = list.step(step.number, step.count, step.name);
    return due?.state === 'late' ? <StateTag tone="late">{said} · {list.due.late(due.days, formats.day(due.on))}</StateTag> : <StateTag tone="doing">{said}</StateTag>;
  }
  const passed = approval.steps.filter((one) => one.state === 'passed');
  const deeds = passed.flatMap((one) => deedsOf(one, approval.acts).map((deed) => words.step(one.name, deed.by ?? '', formats.dateTime(deed.at))));
  const label = words.label(name, version, approval.decidedBy ?? '', formats.dateTime(approval.decidedAt)) + (passed.length > 1 ? words.passed(deeds.join(words.comma)) : '');
  return <Seal lines={[words.version(name, version), words.approved]} label={label} />;
}
