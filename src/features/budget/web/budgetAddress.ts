import type { Bucket } from '../budget.standing.rules.ts';

/** Addresses inside the budget of one campaign. */
export const budgetAddress = {
  page: (campaignId: string, tab?: string) => `/campaigns/${campaignId}/budget${tab ? `?tab=${tab}` : ''}`,
  /** The entries behind one figure; without a line of all lines, without a bucket all of them. */
  ledger: (campaignId: string, lineId: string | null, bucket: Bucket | null) =>
    `/campaigns/${campaignId}/budget?${new URLSearchParams([['tab', 'ledger'], ...(lineId ? [['line', lineId]] : []), ...(bucket ? [['bucket', bucket]] : [])]).toString()}`,
  requests: (campaignId: string, state?: string) => `/campaigns/${campaignId}/budget/requests${state ? `?state=${state}` : ''}`,
  request: (campaignId: string, requestId: string) => `/campaigns/${campaignId}/budget/requests/${requestId}`,
  newRequest: (campaignId: string, kind: string, lineId?: string) => `/campaigns/${campaignId}/budget/requests/new?kind=${kind}${lineId ? `&line=${lineId}` : ''}`,
  file: (campaignId: string, fileId: string) => `/api/campaigns/${campaignId}/budget/files/${fileId}`,
} as const;
