import type { Cents } from '#platform/shared/money.ts';
import { isOrder, type RequestKind } from './budget.draft.rules.ts';

/** What an entry of the ledger moves; the parts that are left out stay as they are. */
export interface EntryDraft {
  readonly kind: 'transfer' | 'commit' | 'release' | 'supplement';
  readonly lineId: string;
  readonly amountCents: Cents;
  readonly allocated?: Cents;
  readonly reserved?: Cents;
  readonly committed?: Cents;
  readonly requestId: string;
  readonly otherLineId?: string | null;
  readonly causeKind?: string | null;
}

export interface MoneyRequest {
  readonly id: string;
  readonly kind: RequestKind;
  readonly lineId: string;
  readonly toLineId: string | null;
  readonly amountCents: Cents;
  readonly causeKind: string | null;
}

/** A supplement takes nothing from its line, so it holds nothing while it waits. */
export const holdsMoney = ({ kind }: Pick<MoneyRequest, 'kind'>): boolean => kind !== 'supplement';

/** The entries that follow a decision. Reserved money becomes committed, moves, leaves the budget, or returns to free. */
export function entriesOfOutcome(request: MoneyRequest, decision: 'approved' | 'returned' | 'withdrawn'): readonly EntryDraft[] {
  const { amountCents, lineId, toLineId, kind, id: requestId, causeKind } = request;
  const own = { lineId, amountCents, requestId, causeKind };
  const release: EntryDraft = { ...own, kind: 'release', reserved: -amountCents };
  if (decision !== 'approved') return holdsMoney(request) ? [release] : [];
  if (isOrder(request)) return [{ ...own, kind: 'commit', reserved: -amountCents, committed: amountCents }];
  if (kind === 'supplement') return [{ ...own, kind: 'supplement', allocated: amountCents }];
  if (kind === 'cut') return [release, { ...own, kind: 'supplement', allocated: -amountCents }];
  if (toLineId === null) throw new Error('a transfer needs another line');
  return [
    release,
    { ...own, kind: 'transfer', allocated: -amountCents, otherLineId: toLineId },
    { ...own, kind: 'transfer', lineId: toLineId, allocated: amountCents, otherLineId: lineId },
  ];
}
