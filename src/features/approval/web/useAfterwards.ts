import { useMessages } from '#platform/web/i18n.tsx';
import { useRefresh } from '#platform/web/query.ts';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { readRequest } from '../approval.content.rules.ts';
import type { ApprovalDetail } from '../approval.contract.ts';
import { approvalMessages } from '../approval.messages.ts';
import { approvalWebMessages } from '../approval.web.messages.ts';

/** What follows every act on a request: it is said, and what hangs on the campaign is read again. */
export function useAfterwards(approval: ApprovalDetail): (text: string) => Promise<void> {
  const toast = useToast();
  const refresh = useRefresh();
  return async (text) => {
    toast.show({ text });
    await refresh(approval.campaignId);
  };
}

/** What the request is, in the words of its kind: `用款申请 v1`. */
export function useNameOf(approval: ApprovalDetail): string {
  const words = useMessages(approvalWebMessages).seal;
  const { kinds, requests } = useMessages(approvalMessages);
  const request = readRequest(approval.content);
  return words.version(request ? requests[request.request] : kinds[approval.kind], approval.version);
}
