import { createContext, Suspense, useContext } from 'react';
import type { ComponentType, ReactNode } from 'react';
import type { ApprovalKind } from '../approval.route.rules.ts';

/** What stands beside the button, by kind. Later features know those facts, so the application fills this in. */
export type FactsByKind = { readonly [K in ApprovalKind]?: ComponentType<{ readonly approvalId: string; readonly short?: boolean }> };

const FactsContext = createContext<FactsByKind>({});

export function ApprovalFactsProvider({ facts, children }: { readonly facts: FactsByKind; readonly children: ReactNode }) {
  return <FactsContext value={facts}>{children}</FactsContext>;
}

/** The facts of one approval; nothing for a kind that has none. `short`: the one sentence for the second tap. */
export function ApprovalFacts({ kind, approvalId, short = false }: { readonly kind: ApprovalKind; readonly approvalId: string; readonly short?: boolean }) {
  const Facts = useContext(FactsContext)[kind];
  return Facts ? <Suspense fallback={null}><Facts approvalId={approvalId} short={short} /></Suspense> : null;
}
