import { expect, test } from 'vitest';
import { fitsPassword, looksLikeEmail, safeReturn } from './account.form.rules.ts';

test.each([
  ['/campaigns/1/budget?view=board', '/campaigns/1/budget?view=board'], ['/', '/'], [undefined, '/'], ['', '/'],
  ['//evil.example', '/'], ['/\\evil.example', '/'], ['/\t/evil.example', '/'], ['/\n/evil.example', '/'], ['https://evil.example', '/'], ['javascript:alert(1)', '/'],
  ['/sign-in?next=/sign-in', '/'], ['/link/abc', '/'], ['/linked', '/linked'],
])('after sign-in %s leads to %s', (wanted, target) => {
  expect(safeReturn(wanted)).toBe(target);
});

test('an address needs a name, an @ and a domain with a dot', () => {
  expect(looksLikeEmail(' chen@yunshan.example ')).toBe(true);
  for (const text of ['', 'chen', 'chen@', '@yunshan.example', 'chen@yunshan', 'chen jing@yunshan.example']) expect(looksLikeEmail(text)).toBe(false);
});

test('ten characters make a password, nine do not', () => {
  expect(fitsPassword('1234567890')).toBe(true);
  expect(fitsPassword('123456789')).toBe(false);
});
