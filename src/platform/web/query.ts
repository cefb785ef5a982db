import { useState } from 'react';
import { MutationCache, QueryCache, QueryClient, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { Problem } from '#platform/shared/problem.ts';
import type { AnyOperation, OutputOf, RequestOf } from '#platform/shared/contract.ts';
import { callOperation } from './client.ts';
import { IntentKeeper } from './intent.ts';

const FRESH_MS = 15_000;
const RETRIES = 2;

/** A refusal stays a refusal: only the network and a broken server are tried again. */
function worthRetrying(count: number, error: unknown): boolean {
  if (count >= RETRIES) return false;
  return !(error instanceof Problem) || error.status === 0 || error.status >= 500;
}

/** `onSignedOut` is called when the server no longer knows who is asking. */
export function makeQueryClient(onSignedOut: () => void = () => undefined): QueryClient {
  const onError = (error: unknown) => {
    if (error instanceof Problem && error.code === 'access.signed_out') onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { staleTime: FRESH_MS, retry: worthRetrying, retryDelay: (attempt) => 500 * 2 ** attempt, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

interface WithParams {
  readonly params?: Readonly<Record<string, unknown>>;
}

/**
 * The key under which an answer is kept: `[campaignId | '', operation id, input]`.
 * The campaign comes first so that a live event can refresh all that hangs on one campaign.
 */
export function keyOf<Op extends AnyOperation>(operation: Op, input: RequestOf<Op>): readonly unknown[] {
  const campaignId = (input as WithParams).params?.['campaignId'];
  return [typeof campaignId === 'string' ? campaignId : '', operation.id, input];
}

/** For prefetching and loaders. */
export function operationQuery<Op extends AnyOperation>(operation: Op, input: RequestOf<Op>) {
  return queryOptions<OutputOf<Op>, Error>({ queryKey: keyOf(operation, input), queryFn: ({ signal }) => callOperation(operation, input, { signal }) });
}

/** Reads an operation. `enabled: false` waits. */
export function useOperation<Op extends AnyOperation>(operation: Op, input: RequestOf<Op>, options: { readonly enabled?: boolean } = {}): UseQueryResult<OutputOf<Op>, Error> {
  return useQuery({ ...operationQuery(operation, input), enabled: options.enabled ?? true });
}

/** Refreshes what was read under a campaign, and what hangs on none: lists across campaigns. `all` refreshes everything. */
export function useRefresh(): (campaignId?: string) => Promise<void> {
  const queries = useQueryClient();
  return (campaignId) =>
    campaignId === 'all' ? queries.invalidateQueries() : queries.invalidateQueries({ predicate: (query) => query.queryKey[0] === (campaignId ?? '') || query.queryKey[0] === '' });
}

/**
 * Runs a writing operation, then refreshes what hangs on its campaign and the lists across campaigns. A second click while it runs
 * does nothing, and an attempt after a lost answer is the same request to the server ({@link IntentKeeper}).
 *
 * @example
 * const approve = useAction(approvePlan);
 * await approve.mutateAsync({ params: { campaignId } });
 */
export function useAction<Op extends AnyOperation>(operation: Op): UseMutationResult<OutputOf<Op>, Error, RequestOf<Op>> {
  const refresh = useRefresh();
  const [keeper] = useState(() => new IntentKeeper());
  return useMutation<OutputOf<Op>, Error, RequestOf<Op>>({
    mutationFn: (input) => keeper.run(input, (idempotencyKey) => callOperation(operation, input, { idempotencyKey })),
    onSuccess: async (_, input) => {
      const campaignId = (input as WithParams).params?.['campaignId'];
      await refresh(typeof campaignId === 'string' ? campaignId : undefined);
    },
  });
}
