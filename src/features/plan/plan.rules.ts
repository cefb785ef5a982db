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

interface Frozen {
  readonly campaign: Readonly<Record<'name' | 'theme' | 'audience' | 'startsOn' | 'endsOn' | 'eventFrom' | 'eventTo', string | null>>;
  readonly goals: readonly { readonly metric: string; readonly unit: string; readonly target: number }[];
  readonly budget: readonly { readonly category: string; readonly detail: string; readonly amountCents: number }[];
  readonly schedule: readonly { readonly title: string; readonly startOn: string | null; readonly endOn: string | null; readonly dueTime: string | null }[];
}

/**
 * True while the plan says what the approved version says: an approval never silently covers a later change (P4.2).
 * Notes, owners and the team are not compared: they are kept up while the campaign runs.
 */
export function isSamePlan(approved: Frozen, current: Frozen): boolean {
  const essence = ({ campaign, goals, budget, schedule }: Frozen) => JSON.stringify([
    [campaign.name, campaign.theme, campaign.audience, campaign.startsOn, campaign.endsOn, campaign.eventFrom, campaign.eventTo],
    goals.map(({ metric, unit, target }) => [metric, unit, target]),
    budget.map(({ category, detail, amountCents }) => [category, detail, amountCents]),
    schedule.map(({ title, startOn, endOn, dueTime }) => [title, startOn, endOn, dueTime]),
  ]);
  return essence(approved) === essence(current);
}
