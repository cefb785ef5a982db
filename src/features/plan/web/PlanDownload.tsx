import { useMessages } from '#platform/web/i18n.tsx';
import { DownloadMenu } from '#platform/web/ui/DownloadMenu.tsx';
import { planWebMessages } from '../plan.web.messages.ts';

/** The whole plan as it stands, as a document to read and to sign. */
export function PlanDownload({ campaignId }: { readonly campaignId: string }) {
  const words = useMessages(planWebMessages).download;
  return <DownloadMenu label={words.label} items={(['pdf', 'docx'] as const).map((format) => ({ label: words[format], hint: `.${format}`, address: `/api/campaigns/${campaignId}/export/plan.${format}` }))} />;
}
