import { addWorkingDays, type Day } from '#platform/shared/calendar.ts';
import { Problem } from '#platform/shared/problem.ts';
import { decidersOf } from '../approval.decider.rules.ts';
import { FALLBACK_STEPS, routeFor, type ApprovalKind, type RouteStep } from '../approval.route.rules.ts';
import type { Circumstances } from './approval.circumstances.views.ts';

export function stepsFor(around: Circumstances, asked: { readonly kind: ApprovalKind; readonly amountCents: number | null; readonly category: string }): readonly RouteStep[] {
  return routeFor(around.routes, { ...asked, departmentId: around.departmentId })?.steps ?? FALLBACK_STEPS;
}

/** A row of those who decide a step: one person, or one role when anyone of it may. */
export interface NewAssignee {
  readonly userId: string | null;
  readonly role: string | null;
  readonly source: 'route' | 'instead' | 'escalated';
}

/**
 * Who decides a step that opens now. A role of which anyone may decide stays a role, so that a colleague who joins tomorrow can decide too.
 * @throws approval.no_approver when neither the step's own approvers nor management can.
 */
export function assigneesOf(step: Pick<RouteStep, 'name' | 'mode' | 'approver'>, around: Circumstances, requesterId: string): readonly NewAssignee[] {
  const { people, instead } = decidersOf(step.approver, { ...around, requesterId });
  if (people.length === 0) throw new Problem('approval.no_approver', 409, { step: step.name });
  if (instead) return [{ userId: null, role: 'management', source: 'instead' }];
  if (step.approver.type === 'role' && step.mode === 'any') return [{ userId: null, role: step.approver.role, source: 'route' }];
  return people.map((person) => ({ userId: person.id, role: null, source: 'route' }));
}

/** The last working day, by the company's calendar, that a step may take; null without a deadline. */
export function dueDayOf({ today, ownDays }: Circumstances, dueDays: number | null): Day | null {
  return dueDays === null ? null : addWorkingDays(today, dueDays, new Map(Object.entries(ownDays)));
}
