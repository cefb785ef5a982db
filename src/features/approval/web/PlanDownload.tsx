import { useMessages } from '#platform/web/i18n.tsx';
import { DownloadMenu } from '#platform/web/ui/DownloadMenu.tsx';
import type { ApprovalDetail } from '../approval.contract.ts';
import { approvalPlanMessages } from '../approval.plan.web.messages.ts';

/** The frozen version as a document, to be read away from the screen or put on file. */
export function PlanDownload({ approval: { campaignId, version } }: { readonly approval: ApprovalDetail }) {
  const words = useMessages(approvalPlanMessages);
  return <DownloadMenu label={words.export} items={(['pdf', 'docx'] as const).map((format) => ({ label: words.formats[format], hint: `.${format}`, address: `/api/campaigns/${campaignId}/export/plan.${format}?version=${String(version)}` }))} />;
}
