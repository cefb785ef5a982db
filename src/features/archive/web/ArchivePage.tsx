import { getCampaign, type Campaign } from '#features/campaign/campaign.contract.ts';
import { campaignMessages } from '#features/campaign/campaign.messages.ts';
import { getEvaluation } from '#features/evaluation/evaluation.contract.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { useParam } from '#platform/web/navigation.tsx';
import { useAction, useOperation } from '#platform/web/query.ts';
import { together } from '#platform/web/together.ts';
import { Button, LinkButton } from '#platform/web/ui/Button.tsx';
import { ConfirmAction } from '#platform/web/ui/Dialog.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import { Page } from '#platform/web/ui/Page.tsx';
import { Loaded } from '#platform/web/ui/States.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { useDownload } from '#platform/web/useDownload.ts';
import { archiveCampaign, getArchive } from '../archive.contract.ts';
import { archiveWebMessages } from '../archive.web.messages.ts';
import { ArchivedFiles } from './ArchivedFiles.tsx';
import { ArchivePlan } from './ArchivePlan.tsx';
import { HowToVerify } from './HowToVerify.tsx';

interface ArchiveFacts {
  readonly campaign: Campaign;
  readonly found: OutputOf<typeof getArchive>;
  readonly evaluation: OutputOf<typeof getEvaluation>;
}

/** 归档: what will be kept, and once it is kept: the files, their hashes, and how anyone can check them (R2.1). */
export function ArchivePage() {
  const params = { campaignId: useParam('campaignId') };
  const query = together<ArchiveFacts & Record<string, unknown>>({
    campaign: useOperation(getCampaign, { params }),
    found: useOperation(getArchive, { params }),
    evaluation: useOperation(getEvaluation, { params }),
  });
  return <Loaded query={query} lines={8}>{(facts) => <ArchiveView facts={facts} />}</Loaded>;
}

function ArchiveView({ facts }: { readonly facts: ArchiveFacts }) {
  const words = useMessages(archiveWebMessages);
  const { campaign, found } = facts;
  return (
    <Page
      title={words.title}
      crumbs={[{ label: campaign.name, to: `/campaigns/${campaign.id}` }, { label: words.part }]}
      seal={found.archive ? <StateTag tone="done">{words.archived}</StateTag> : null}
      verdict={useVerdict(facts)}
      actions={<Actions facts={facts} />}
    >
      {found.archive ? <ArchivedFiles archive={found.archive} /> : <ArchivePlan />}
      <HowToVerify />
    </Page>
  );
}

function useVerdict({ campaign, found, evaluation }: ArchiveFacts): string {
  const words = useMessages(archiveWebMessages).verdict;
  const { stages } = useMessages(campaignMessages);
  const formats = useFormats();
  const { archive } = found;
  if (archive) return words.done(formats.dateTime(archive.createdAt), archive.createdBy, archive.files.length, formats.fileSize(archive.size));
  if (campaign.stage === 'cancelled') return words.cancelled;
  if (campaign.stage !== 'reviewing') return words.early(stages[campaign.stage]);
  if (found.ready) return words.ready;
  if (evaluation.reportState === 'approved' && found.open.waiting + found.open.orders > 0) return words.open(found.open.waiting, found.open.orders);
  return evaluation.reportState === 'outdated' ? words.outdated : words.waiting;
}

function Actions({ facts: { campaign, found, evaluation } }: { readonly facts: ArchiveFacts }) {
  const words = useMessages(archiveWebMessages);
  const toast = useToast();
  const { busy, download } = useDownload();
  const archive = useAction(archiveCampaign);
  if (found.archive) return <Button kind="primary" icon="download" busy={busy !== undefined} onClick={() => download(`/api/campaigns/${campaign.id}/archive.zip`)}>{words.download}</Button>;
  if (campaign.stage !== 'reviewing') return null;
  if (evaluation.reportState === 'approved' && found.open.waiting + found.open.orders > 0) return <LinkButton to={`/campaigns/${campaign.id}/budget/requests`}>{words.toRequests}</LinkButton>;
  if (!found.can.archive) return found.ready ? <span>{words.act.notYours}</span> : <LinkButton to={`/campaigns/${campaign.id}/evaluation`}>{words.toReport}</LinkButton>;
  const run = async () => {
    await archive.mutateAsync({ params: { campaignId: campaign.id } });
    toast.show({ text: words.act.done });
  };
  return <ConfirmAction kind="primary" label={words.act.label} title={words.act.title} onConfirm={run}><p>{words.act.text}</p></ConfirmAction>;
}
