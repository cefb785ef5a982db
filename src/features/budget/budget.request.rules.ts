import type { Day } from '#platform/shared/calendar.ts';
import type { Cents } from '#platform/shared/money.ts';
import type { RequestKind } from './budget.draft.rules.ts';
import { purposeAgreement } from './budget.quantity.rules.ts';
import type { Question } from './budget.request.contract.ts';
import { isReserve } from './budget.rules.ts';

/** Which kind of approval a request goes through. */
export function approvalKindOf(kind: RequestKind): 'spending' | 'transfer' | 'reserve' | 'budget' {
  return kind === 'supplement' || kind === 'cut' ? 'budget' : kind;
}

/** What is free on the line once the request is granted. */
export function freeAfter(kind: RequestKind, freeCents: Cents, amountCents: Cents): Cents {
  return kind === 'supplement' ? freeCents + amountCents : freeCents - amountCents;
}

interface Fitted {
  readonly kind: RequestKind;
  readonly lineId: string;
  readonly toLineId: string | null;
  readonly causeKind: string | null;
  readonly cause: string;
}

/** The problem code of a request that makes no sense on its lines, before money is looked at. */
export function misfitOf(request: Fitted, line: { readonly category: string }, toLine: { readonly category: string } | null): 'budget.reserve_only' | 'budget.cause_needed' | 'budget.other_line_needed' | undefined {
  if (request.kind === 'transfer' && (toLine === null || request.toLineId === request.lineId)) return 'budget.other_line_needed';
  if (request.kind === 'reserve' && request.toLineId === request.lineId) return 'budget.other_line_needed';
  // P2.2: the reserve is drawn by its own kind of request, which names a cause.
  if (request.kind === 'reserve' && (request.causeKind === null || request.cause === '')) return 'budget.cause_needed';
  const fromReserve = isReserve(line);
  if ((request.kind === 'spending' || request.kind === 'transfer') && fromReserve) return 'budget.reserve_only';
  if (request.kind === 'reserve' && !fromReserve) return 'budget.reserve_only';
  return undefined;
}

interface Questioned {
  readonly kind: RequestKind;
  readonly purpose: string;
  readonly amountCents: Cents;
  readonly neededOn: Day | null;
  readonly similar: boolean;
  readonly category: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly standing: { readonly totalCents: Cents; readonly reserveCents: Cents } | null;
  readonly reserveFromPercent: number;
}

/** What is questioned, not refused: the person may know better and says so. */
export function questionsOf(asked: Questioned & { readonly today: Day }): readonly Question[] {
  const questions: Question[] = [];
  if (asked.neededOn !== null && (asked.neededOn < asked.startsOn || asked.neededOn > asked.endsOn)) questions.push('date_outside');
  if (asked.similar) questions.push('similar_request');
  if (purposeAgreement(asked.purpose, asked.amountCents)?.standing === 'differs') questions.push('quantities');
  if (asked.kind === 'cut' && asked.standing && isReserve(asked)) {
    const { totalCents, reserveCents } = asked.standing;
    if ((reserveCents - asked.amountCents) * 100 < (totalCents - asked.amountCents) * asked.reserveFromPercent) questions.push('reserve_below');
  }
  return questions;
}

/** What is questioned of an invoice: before or after the campaign, in the future, or older than the approval of its order. */
export function invoiceQuestions(invoice: { readonly issuedOn: Day; readonly startsOn: Day; readonly endsOn: Day; readonly today: Day; readonly approvedOn: Day | null }): readonly Question[] {
  const questions: Question[] = [];
  if (invoice.issuedOn < invoice.startsOn || invoice.issuedOn > invoice.endsOn) questions.push('date_outside');
  if (invoice.issuedOn > invoice.today) questions.push('date_future');
  if (invoice.approvedOn !== null && invoice.issuedOn < invoice.approvedOn) questions.push('before_approval');
  return questions;
}

/** The same invoice written with spaces, hyphens, small letters or full-width digits has one key. */
export function invoiceKey(number: string): string {
  return number.normalize('NFKC').toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
}
