import type { PLAN_GAPS } from './plan.contract.ts';

export type PlanGap = { readonly code: (typeof PLAN_GAPS)[number]; readonly blocking: boolean };

interface PlanContent {
  readonly campaign: { readonly theme: string; readonly audience: string; readonly leadId: string | null; readonly eventFrom: string | null };
  readonly goals: readonly unknown[];
  readonly budget: readonly { readonly amountCents: number }[];
  readonly schedule: readonly unknown[];
}

/** What a plan lacks (P4.1). Goals, budget and schedule block a submission; the rest is said beside it. */
export function gapsOf(content: PlanContent): PlanGap[] {
  const gaps: PlanGap[] = [];
  const lack = (missing: boolean, code: PlanGap['code'], blocking: boolean) => {
    if (missing) gaps.push({ code, blocking });
  };
  lack(content.goals.length === 0, 'goals', true);
  lack(!content.budget.some((line) => line.amountCents > 0), 'budget', true);
  lack(content.schedule.length === 0, 'schedule', true);
  lack(content.campaign.leadId === null, 'lead', true);
  lack(content.campaign.theme === '', 'theme', false);
  lack(content.campaign.audience === '', 'audience', false);
  lack(content.campaign.eventFrom === null, 'event', false);
  return gaps;
}
