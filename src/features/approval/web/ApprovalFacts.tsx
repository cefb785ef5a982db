import { createContext, Suspense, useContext } from 'react';
import type { ComponentType, ReactNode } from 'react';
import type { ApprovalKind } from '../approval.route.rules.ts';

/** What stands beside the button, by kind. Later features know those facts, so the application fills this in. */
export type FactsByKind = { readonly [K in ApprovalKind]?: ComponentType<{ readonly approvalId: string }> };

const FactsContext = createContext<FactsByKind>({});

export function ApprovalFactsProvider({ facts, children }: { readonly facts: FactsByKind; readonly children: ReactNode }) {
  return <FactsContext value={facts}>{children}</FactsContext>;
}

/** The facts of one approval; nothing for a kind that has none. */
export function ApprovalFacts({ kind, approvalId }: { readonly kind: ApprovalKind; readonly approvalId: string }) {
  const Facts = useContext(FactsContext)[kind];
  return Facts ? <Suspense fallback={null}><Facts approvalId={approvalId} /></Suspense> : null;
}
