import type { RouteFields } from '../approval.route.contract.ts';
import type { ApprovalKind, Approver, RouteStep } from '../approval.route.rules.ts';
import type { OrgRole } from '#platform/shared/actor.ts';

/** One step as the form holds it: texts and keys of choices. */
export interface StepDraft {
  readonly key: string;
  readonly name: string;
  /** `lead`, `head`, `role:finance`, `person:<id>`, or '' while nobody is chosen. */
  readonly approver: string;
  readonly mode: RouteStep['mode'];
  readonly dueDays: string;
  readonly escalate: string;
}

export interface RouteDraft {
  readonly kind: ApprovalKind;
  readonly category: string;
  readonly departmentId: string;
  readonly band: string;
  readonly steps: readonly StepDraft[];
}

export const fieldsOf = ({ kind, category, departmentId, fromCents, toCents, steps }: RouteFields): RouteFields => ({ kind, category, departmentId, fromCents, toCents, steps });

export function approverKey(approver: Approver | null): string {
  if (!approver) return '';
  if (approver.type === 'role') return `role:${approver.role}`;
  return approver.type === 'person' ? `person:${approver.userId}` : approver.type;
}

export function approverOf(key: string): Approver | null {
  const [type, value = ''] = key.split(':');
  if (type === 'lead' || type === 'head') return { type };
  if (type === 'role') return { type, role: value as OrgRole };
  return type === 'person' ? { type, userId: value } : null;
}

export const stepDraft = (step: RouteStep): StepDraft => ({
  key: crypto.randomUUID(), name: step.name, approver: approverKey(step.approver), mode: step.mode, dueDays: step.dueDays === null ? '' : String(step.dueDays), escalate: approverKey(step.escalate),
});

export const emptyStep = (name: string): StepDraft => ({ key: crypto.randomUUID(), name, approver: '', mode: 'any', dueDays: '1', escalate: '' });

/** The steps as they are sent; undefined while one has no approver. */
export function stepsOf(drafts: readonly StepDraft[]): RouteStep[] | undefined {
  const steps = drafts.flatMap((draft): RouteStep[] => {
    const approver = approverOf(draft.approver);
    if (!approver) return [];
    return [{ name: draft.name.trim(), approver, mode: approver.type === 'role' ? draft.mode : 'any', dueDays: draft.dueDays.trim() === '' ? null : Number(draft.dueDays), escalate: approverOf(draft.escalate) }];
  });
  return steps.length === drafts.length ? steps : undefined;
}

export const isDueDays = (text: string): boolean => text.trim() === '' || (/^\d{1,2}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 60);
