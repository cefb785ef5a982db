import type { OutputOf } from '#platform/shared/contract.ts';
import type { listApprovals } from '../approval.contract.ts';

export type Lists = OutputOf<typeof listApprovals>;
/** A line of any of the three lists. */
export type ListRow = Lists['requested'][number] & { readonly forName?: string | null };

export const sumOf = (rows: readonly ListRow[]): number => rows.reduce((sum, row) => sum + (row.amountCents ?? 0), 0);
