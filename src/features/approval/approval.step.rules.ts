import type { ApprovalDetail } from './approval.contract.ts';

export type Step = ApprovalDetail['steps'][number];
export type Act = ApprovalDetail['acts'][number];

/**
 * Who decided a step, in order: an act names its step in words, and two steps may have the same name, so it is the step's by its time.
 * The act that closes one step opens the next in the same instant, hence the open end on the left.
 */
export function deedsOf(step: Pick<Step, 'name' | 'openedAt' | 'closedAt'>, acts: readonly Act[]): readonly Act[] {
  const from = step.openedAt === null ? Number.POSITIVE_INFINITY : Date.parse(step.openedAt);
  const to = step.closedAt === null ? Number.POSITIVE_INFINITY : Date.parse(step.closedAt);
  return acts.filter((act) => {
    const at = Date.parse(act.at);
    return (act.kind === 'approved' || act.kind === 'returned') && act.step === step.name && at > from && at <= to;
  });
}

/** The step that comes after the open one; undefined when the open one is the last. */
export function nextStep(steps: readonly Step[]): Step | undefined {
  const open = steps.findIndex((step) => step.state === 'open');
  return open === -1 ? undefined : steps.slice(open + 1).find((step) => step.state === 'pending');
}
