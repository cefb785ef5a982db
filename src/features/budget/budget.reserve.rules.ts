import type { Cents } from '#platform/shared/money.ts';

interface Draw<Cause extends string> {
  readonly causeKind: Cause;
  readonly amountCents: Cents;
  readonly state: string;
}

export interface CauseSum<Cause extends string> {
  readonly cause: Cause;
  readonly draws: number;
  /** Approved. */
  readonly drawnCents: Cents;
  /** In approval. */
  readonly waitingCents: Cents;
}

/** Draws on the contingency reserve by their cause (P2.2), the largest first. What was returned or withdrawn took nothing and is not counted. */
export function drawsByCause<Cause extends string>(draws: readonly Draw<Cause>[]): { readonly causes: readonly CauseSum<Cause>[]; readonly drawnCents: Cents; readonly waitingCents: Cents } {
  const sums = new Map<Cause, CauseSum<Cause>>();
  for (const { causeKind, amountCents, state } of draws) {
    const isDrawn = state === 'approved' || state === 'closed';
    if (!isDrawn && state !== 'submitted') continue;
    const sum = sums.get(causeKind) ?? { cause: causeKind, draws: 0, drawnCents: 0, waitingCents: 0 };
    sums.set(causeKind, { ...sum, draws: sum.draws + 1, drawnCents: sum.drawnCents + (isDrawn ? amountCents : 0), waitingCents: sum.waitingCents + (isDrawn ? 0 : amountCents) });
  }
  const causes = [...sums.values()].toSorted((a, b) => b.drawnCents - a.drawnCents || b.waitingCents - a.waitingCents);
  return { causes, drawnCents: causes.reduce((sum, one) => sum + one.drawnCents, 0), waitingCents: causes.reduce((sum, one) => sum + one.waitingCents, 0) };
}
