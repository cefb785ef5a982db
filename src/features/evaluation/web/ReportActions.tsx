import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { useAction } from '#platform/web/query.ts';
import { Button, LinkButton } from '#platform/web/ui/Button.tsx';
import { ConfirmAction } from '#platform/web/ui/Dialog.tsx';
import { DownloadMenu } from '#platform/web/ui/DownloadMenu.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { submitEvaluation } from '../evaluation.contract.ts';
import { evaluationMessages } from '../evaluation.messages.ts';
import { evaluationWebMessages } from '../evaluation.web.messages.ts';
import type { EvaluationFacts } from './useEvaluationFacts.ts';

/** 下载报告, 提交报告, 去归档. */
export function ReportActions({ facts: { campaign, evaluation } }: { readonly facts: EvaluationFacts }) {
  const words = useMessages(evaluationWebMessages);
  const at = `/api/campaigns/${campaign.id}/evaluation/report`;
  return (
    <>
      <DownloadMenu label={words.download} items={[{ label: words.pdf, address: `${at}.pdf` }, { label: words.docx, address: `${at}.docx` }]} />
      {evaluation.can.submit ? <SubmitReport facts={{ campaign, evaluation }} /> : null}
      {evaluation.can.archive ? <LinkButton kind="primary" to={`/campaigns/${campaign.id}/archive`}>{words.toArchive}</LinkButton> : null}
    </>
  );
}

function SubmitReport({ facts: { campaign, evaluation } }: { readonly facts: Pick<EvaluationFacts, 'campaign' | 'evaluation'> }) {
  const words = useMessages(evaluationWebMessages).submit;
  const names = useMessages(evaluationMessages).missing;
  const formats = useFormats();
  const toast = useToast();
  const submit = useAction(submitEvaluation);
  if (evaluation.missing.length > 0) {
    return <Button kind="primary" disabled title={words.blocked(formats.list(evaluation.missing.map((code) => names[code])))}>{words.action}</Button>;
  }
  const run = async () => {
    const made = await submit.mutateAsync({ params: { campaignId: campaign.id } });
    toast.show({ text: words.done(made.number) });
  };
  return <ConfirmAction kind="primary" label={words.action} title={words.title} onConfirm={run}><p>{words.text}</p></ConfirmAction>;
}
