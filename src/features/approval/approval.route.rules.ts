import { squeeze } from '#features/reading/reading.normal.rules.ts';
import type { OrgRole } from '#platform/shared/actor.ts';
import { STEP_NAMES } from './approval.route.vocabulary.ts';

/** Everything that goes through the one engine (P2.3, P4.2, E1.1, E4.2, R1.1). */
export const APPROVAL_KINDS = ['plan', 'budget', 'spending', 'transfer', 'reserve', 'material', 'adjustment', 'evaluation'] as const;
export type ApprovalKind = (typeof APPROVAL_KINDS)[number];

/** Who decides a step: anyone of a role, the campaign's lead, the head of the campaign's department, or one person. */
export type Approver = { type: 'role'; role: OrgRole } | { type: 'lead' } | { type: 'head' } | { type: 'person'; userId: string };

export interface RouteStep {
  name: string;
  approver: Approver;
  /** One of those who may, or every one of them. */
  mode: 'any' | 'all';
  /** Working days that the step may take; null: no deadline. */
  dueDays: number | null;
  /** Who is asked when it takes longer. */
  escalate: Approver | null;
}

/** One row of the authority matrix. Both ends of the band belong to it, in cents; null is open. */
export interface Route {
  id: string;
  kind: ApprovalKind;
  /** '' fits every category. */
  category: string;
  /** null fits every department. */
  departmentId: string | null;
  fromCents: number | null;
  toCents: number | null;
  steps: readonly RouteStep[];
  position: number;
  revision: number;
}

/** What an approval is asked for. `amountCents` null: it is not about money. */
export interface RouteQuestion {
  readonly kind: ApprovalKind;
  readonly amountCents: number | null;
  readonly category: string;
  readonly departmentId: string | null;
}

export const STEPS_MAXIMUM = 12;
/** A name of one character fits no other name by being part of it: every category contains 费. */
const SHORTEST_PART = 2;

/** What happens where no route fits: management decides (P4.2). */
export const FALLBACK_STEPS: readonly RouteStep[] = [{ name: STEP_NAMES.ratify, approver: { type: 'role', role: 'management' }, mode: 'any', dueDays: 2, escalate: null }];

function plainCategory(text: string): string {
  return squeeze(text).toLowerCase();
}

/** Equal in one width and without spaces, or one is part of the other (线上推广 and 线上推广费). A route's '' takes all. */
export function categoryFits(ofRoute: string, asked: string): boolean {
  const own = plainCategory(ofRoute);
  if (own === '') return true;
  const other = plainCategory(asked);
  if (own === other) return true;
  return Math.min(own.length, other.length) >= SHORTEST_PART && (own.includes(other) || other.includes(own));
}

/** Both ends belong to the band. A band says something about money, so it never takes what has no amount. */
export function bandFits(band: { readonly fromCents: number | null; readonly toCents: number | null }, amountCents: number | null): boolean {
  if (band.fromCents === null && band.toCents === null) return true;
  if (amountCents === null) return false;
  return amountCents >= (band.fromCents ?? 0) && (band.toCents === null || amountCents <= band.toCents);
}

export function routeFits(route: Route, asked: RouteQuestion): boolean {
  return route.kind === asked.kind
    && categoryFits(route.category, asked.category)
    && (route.departmentId === null || route.departmentId === asked.departmentId)
    && bandFits(route, asked.amountCents);
}

export function inOrder<R extends { readonly position: number; readonly id: string }>(routes: readonly R[]): R[] {
  return routes.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

/** The first route, in order of position, that fits. Undefined: {@link FALLBACK_STEPS} hold. */
export function routeFor(routes: readonly Route[], asked: RouteQuestion): Route | undefined {
  return inOrder(routes).find((route) => routeFits(route, asked));
}

/** The ids of the people whom steps name, each once. */
export function peopleIn(steps: readonly RouteStep[]): string[] {
  const named = steps.flatMap((step) => [step.approver, step.escalate]).flatMap((approver) => (approver?.type === 'person' ? [approver.userId] : []));
  return [...new Set(named)];
}
