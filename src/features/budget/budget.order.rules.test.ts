import { expect, test } from 'vitest';
import { ageInDays, orderStanding, orderStep, readAmount, requestCode, sortPayables } from './budget.order.rules.ts';

test('a request is called by its number', () => {
  expect([requestCode(7), requestCode(123), requestCode(1_234_567)]).toEqual(['S-000007', 'S-000123', 'S-1234567']);
});

test.each([
  ['12,000', 1_200_000], ['¥1,500.50', 150_050], ['1.5万', 1_500_000], ['１２００', 120_000], ['0.01', 1], [' 6000元 ', 600_000],
  ['', undefined], ['-', undefined], ['0', undefined], ['-100', undefined], ['200元/人/天', undefined], ['1,500-3,200', undefined], ['按实报销', undefined], ['0.001', undefined], ['$100', undefined], ['99999999999', undefined],
])('the amount %s is %s', (text, cents) => {
  expect(readAmount(text)).toBe(cents);
});

const bill = (state: 'submitted' | 'accepted' | 'rejected' | 'voided', amountCents: number, paid = false) => ({ state, amountCents, payment: paid ? {} : null });
const invoices = [bill('accepted', 500_000, true), bill('accepted', 300_000), bill('submitted', 100_000), bill('rejected', 900_000), bill('voided', 700_000)];

test('an order: what waits for finance, what is to pay, and what further invoices may come to', () => {
  const order = { state: 'approved', amountCents: 1_200_000, spentCents: 800_000, openCents: 400_000, invoices } as const;
  expect(orderStanding(order)).toEqual({ toCheckCents: 100_000, toPayCents: 300_000, leftCents: 300_000, refundedCents: 0 });
  expect(orderStanding({ ...order, spentCents: 750_000 }).refundedCents).toBe(50_000);
  expect(orderStanding({ ...order, state: 'closed', openCents: 0 }).leftCents).toBe(0);
});

test.each([
  ['draft', [], 'ask'], ['submitted', [], 'ask'], ['returned', [], 'ask'], ['approved', [], 'execute'], ['approved', [bill('rejected', 1)], 'execute'], ['approved', [bill('submitted', 1)], 'settle'], ['closed', [bill('accepted', 1)], 'close'],
] as const)('an order that is %s stands at its step', (state, bills, step) => {
  expect(orderStep({ state, invoices: bills })).toBe(step);
});

test('what waits for finance stands in two lists, the oldest first', () => {
  const at = (id: string, state: 'submitted' | 'accepted', recordedAt: string, checkedAt: string | null = null) => ({ id, ...bill(state, 1), recordedAt, checkedAt });
  const { toCheck, toPay } = sortPayables([at('a', 'submitted', '2025-10-03T00:00:00Z'), at('b', 'submitted', '2025-10-01T00:00:00Z'), at('c', 'accepted', '2025-09-01T00:00:00Z', '2025-10-04T00:00:00Z'), at('d', 'accepted', '2025-10-01T00:00:00Z', '2025-10-02T00:00:00Z')]);
  expect(toCheck.map(({ id }) => id)).toEqual(['b', 'a']);
  expect(toPay.map(({ id }) => id)).toEqual(['d', 'c']);
  expect([ageInDays('2025-10-01', '2025-10-04'), ageInDays('2025-10-04', '2025-10-04'), ageInDays('2025-10-05', '2025-10-04')]).toEqual([3, 0, 0]);
});
