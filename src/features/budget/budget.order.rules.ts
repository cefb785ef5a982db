import { readMoney } from '#features/reading/reading.money.rules.ts';
import { daysBetween, type Day } from '#platform/shared/calendar.ts';
import { MAX_CENTS, type Cents } from '#platform/shared/money.ts';
import type { REQUEST_STATES } from './budget.request.contract.ts';

export type RequestState = (typeof REQUEST_STATES)[number];

/** What people call a request by: 123 → `S-000123`. */
export const requestCode = (number: number): string => `S-${String(number).padStart(6, '0')}`;

/**
 * An amount as people write it: `12,000`, `¥1,500.50`, `1.5万`. Undefined for what is not one sum in whole 分: a price per unit, a range, a sum that
 * is still open.
 */
export function readAmount(text: string): Cents | undefined {
  const { yuan, unit, doubt } = readMoney(text);
  if (yuan === null || doubt || (unit !== undefined && unit !== 'CNY')) return undefined;
  const cents = Math.round(yuan * 100);
  return cents > 0 && cents <= MAX_CENTS && Math.abs(cents - yuan * 100) < 1e-6 ? cents : undefined;
}

interface Bill {
  readonly state: 'submitted' | 'accepted' | 'rejected' | 'voided';
  readonly amountCents: Cents;
  readonly payment: object | null;
}

interface Order {
  readonly state: RequestState;
  readonly amountCents: Cents;
  readonly spentCents: Cents;
  readonly openCents: Cents;
  readonly invoices: readonly Bill[];
}

export interface OrderStanding {
  /** Invoices that wait for finance, and accepted ones that are not paid. */
  readonly toCheckCents: Cents;
  readonly toPayCents: Cents;
  /** What further invoices may come to: still committed, and not on an invoice that waits. */
  readonly leftCents: Cents;
  /** Of a running order: what the payee gave back, which is free on the line again. */
  readonly refundedCents: Cents;
}

const sum = (bills: readonly Bill[]): Cents => bills.reduce((total, { amountCents }) => total + amountCents, 0);

/** How far an order has come between its approval and its end (申请 → 执行 → 核销 → 结清). */
export function orderStanding({ state, amountCents, spentCents, openCents, invoices }: Order): OrderStanding {
  const toCheckCents = sum(invoices.filter((bill) => bill.state === 'submitted'));
  const toPayCents = sum(invoices.filter((bill) => bill.state === 'accepted' && bill.payment === null));
  const running = state === 'approved';
  return { toCheckCents, toPayCents, leftCents: running ? Math.max(0, openCents - toCheckCents) : 0, refundedCents: running ? Math.max(0, amountCents - spentCents - openCents) : 0 };
}

export const ORDER_STEPS = ['ask', 'execute', 'settle', 'close'] as const;
export type OrderStep = (typeof ORDER_STEPS)[number];

/** The step that an order is at; `close` only once it is closed. */
export function orderStep({ state, invoices }: Pick<Order, 'state' | 'invoices'>): OrderStep {
  if (state === 'closed') return 'close';
  if (state !== 'approved') return 'ask';
  return invoices.some((bill) => bill.state === 'submitted' || bill.state === 'accepted') ? 'settle' : 'execute';
}

interface Payable extends Bill {
  readonly recordedAt: string;
  readonly checkedAt: string | null;
}

/** Since when an invoice waits for finance: to be checked since it was recorded, to be paid since it was accepted. */
export const waitsSince = (bill: Payable): string => (bill.state === 'accepted' ? (bill.checkedAt ?? bill.recordedAt) : bill.recordedAt);

/** What is to check and what is to pay, each the oldest first. */
export function sortPayables<P extends Payable>(bills: readonly P[]): { readonly toCheck: readonly P[]; readonly toPay: readonly P[] } {
  const oldest = (list: readonly P[]) => list.toSorted((a, b) => waitsSince(a).localeCompare(waitsSince(b)));
  return { toCheck: oldest(bills.filter((bill) => bill.state === 'submitted')), toPay: oldest(bills.filter((bill) => bill.state === 'accepted' && bill.payment === null)) };
}

/** Whole days between two days; 0 for today, never negative. */
export const ageInDays = (since: Day, today: Day): number => Math.max(0, daysBetween(since, today));

/** A short name for every line of T1: its category, with the detail where several lines share one or it has none. */
export function nameLines(lines: readonly { readonly id: string; readonly category: string; readonly detail: string }[]): ReadonlyMap<string, string> {
  const counts = Map.groupBy(lines, ({ category }) => category);
  return new Map(lines.map(({ id, category, detail }) => [id, (counts.get(category)?.length ?? 0) > 1 || category === '' ? [category, detail].filter(Boolean).join(' · ') : category]));
}
