import { useInfiniteQuery } from '@tanstack/react-query';
import type { AnyOperation, OutputOf, RequestOf } from '#platform/shared/contract.ts';
import { callOperation } from './client.ts';
import { keyOf } from './query.ts';

interface PageOf {
  readonly next: string | number | null;
}

export interface Paged<Output> {
  /** The pages read so far; undefined until the first is here. */
  readonly pages: readonly Output[] | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
  readonly hasMore: boolean;
  readonly busy: boolean;
  readonly more: () => void;
}

/**
 * Reads a list page by page, for operations that answer `next` and take it back as the query parameter `cursor`
 * (`after` by default). Refreshes together with everything else; what is on screen stays while a filter changes.
 *
 * @example const list = usePaged(listCampaigns, { query: { q } }); list.pages?.flatMap((page) => page.campaigns)
 */
export function usePaged<Op extends AnyOperation>(operation: Op, input: RequestOf<Op>, cursor = 'after'): Paged<OutputOf<Op>> {
  const query = useInfiniteQuery({
    queryKey: [...keyOf(operation, input), 'paged'],
    initialPageParam: null as string | number | null,
    queryFn: ({ pageParam, signal }) => {
      const parts = input as { readonly query?: Readonly<Record<string, unknown>> };
      return callOperation(operation, { ...parts, query: { ...parts.query, ...(pageParam === null ? {} : { [cursor]: pageParam }) } } as RequestOf<Op>, { signal });
    },
    getNextPageParam: (last) => (last as PageOf).next,
    placeholderData: (previous) => previous,
  });
  return {
    pages: query.data?.pages,
    error: query.error,
    refetch: query.refetch,
    hasMore: query.hasNextPage,
    busy: query.isFetchingNextPage,
    more: () => void query.fetchNextPage(),
  };
}
