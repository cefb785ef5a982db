import { lazy } from 'react';
import type { FactsByKind } from '#features/approval/web/ApprovalFacts.tsx';

const MoneyFacts = lazy(async () => ({ default: (await import('#features/budget/web/MoneyFacts.tsx')).MoneyFacts }));

/** What stands beside the approver's button, from features that approval must not know. Loaded with the first page that shows it. */
export const approvalFacts: FactsByKind = { spending: MoneyFacts, transfer: MoneyFacts, reserve: MoneyFacts, budget: MoneyFacts };
