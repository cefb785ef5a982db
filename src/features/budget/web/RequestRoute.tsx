import { useEffect, useState } from 'react';
import { getMe } from '#features/account/account.contract.ts';
import { tryRoute } from '#features/approval/approval.route.contract.ts';
import type { Campaign } from '#features/campaign/campaign.contract.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { useOperation } from '#platform/web/query.ts';
import type { Budget } from '../budget.contract.ts';
import { draftWebMessages } from '../budget.draft.web.messages.ts';
import type { RequestValues } from './useRequestDraft.ts';
import css from './request.module.css';

/** Long enough for the next digit of an amount. */
const PAUSE_MS = 400;

function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** Supplements and cuts change the budget itself. */
const routeKind = { spending: 'spending', transfer: 'transfer', reserve: 'reserve', supplement: 'budget', cut: 'budget' } as const;

export interface RequestRouteProps {
  readonly campaign: Campaign;
  readonly budget: Budget;
  readonly values: RequestValues;
  readonly amountCents: number | undefined;
}

/** Who will approve it, before it is submitted. */
export function RequestRoute({ campaign, budget, values, amountCents }: RequestRouteProps) {
  const words = useMessages(draftWebMessages).route;
  const formats = useFormats();
  const me = useOperation(getMe, {}).data;
  const cents = useSettled(amountCents);
  const category = budget.lines.find(({ id }) => id === values.lineId)?.category ?? '';
  const asks = me !== undefined && cents !== undefined && category !== '';
  const trial = useOperation(
    tryRoute,
    { query: { kind: routeKind[values.kind], amountCents: cents, category, campaignId: campaign.id, requesterId: me?.id, ...(campaign.departmentId ? { departmentId: campaign.departmentId } : {}) } },
    { enabled: asks },
  ).data;
  if (!trial) return null;
  const people = (step: (typeof trial.steps)[number]) => (step.people.length === 0 ? words.instead : formats.list(step.people.map(({ name, standIn }) => (standIn ? words.standIn(name, standIn) : name))));
  return (
    <div className={css['card']}>
      <h3>{words.title}</h3>
      {trial.steps.length === 0 ? <p>{words.none}</p> : <ol className={css['route']}>{trial.steps.map((step, index) => <li key={index}>{words.step(step.name, people(step))}</li>)}</ol>}
    </div>
  );
}
