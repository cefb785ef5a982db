import { campaignMessages } from '#features/campaign/campaign.messages.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { LinkButton } from '#platform/web/ui/Button.tsx';
import { Banner } from '#platform/web/ui/Banner.tsx';
import type { Evaluation } from '../evaluation.contract.ts';
import { evaluationMessages } from '../evaluation.messages.ts';
import { evaluationWebMessages } from '../evaluation.web.messages.ts';
import css from './evaluation.module.css';
import type { EvaluationFacts } from './useEvaluationFacts.ts';

/** How the report stands, and what it still lacks with the way to each. */
export function ReportState({ facts: { campaign, evaluation } }: { readonly facts: EvaluationFacts }) {
  const words = useMessages(evaluationWebMessages);
  const { stages } = useMessages(campaignMessages);
  const formats = useFormats();
  const latest = evaluation.approvals[0];
  if (campaign.stage === 'archived') return null;
  if (campaign.stage !== 'reviewing') return <div className={css['state']}><Banner>{words.notYet(stages[campaign.stage])}</Banner></div>;
  return (
    <div className={css['state']}>
      {evaluation.reportState === 'returned' && latest?.decision === 'returned' ? <Banner tone="warn">{words.returnedBecause(latest.decidedBy ?? '', latest.reason ?? '')}</Banner> : null}
      {evaluation.reportState === 'outdated' ? <Banner tone="warn">{words.outdated}</Banner> : null}
      {evaluation.reportState === 'waiting' && latest ? (
        <Banner tone="doing" action={<LinkButton small to={`/approvals/${latest.id}`}>{words.seeApproval}</LinkButton>}>{words.waitingFor(latest.requestedBy, formats.dateTime(latest.requestedAt))}</Banner>
      ) : null}
      {evaluation.can.write ? <Missing missing={evaluation.missing} /> : null}
    </div>
  );
}

function Missing({ missing }: { readonly missing: Evaluation['missing'] }) {
  const words = useMessages(evaluationWebMessages).missing;
  const names = useMessages(evaluationMessages).missing;
  if (missing.length === 0) return <Banner tone="done">{words.none}</Banner>;
  return (
    <p className={css['missing']}>
      <span>{words.title}</span>
      {missing.map((code) => <a key={code} href={`#evaluation-${code}`}>{names[code]}</a>)}
    </p>
  );
}
