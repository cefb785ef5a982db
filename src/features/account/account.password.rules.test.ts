import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passwordField } from './account.contract.ts';
import { PASSWORD_MAXIMUM, PASSWORD_MINIMUM } from '#platform/shared/field.ts';
import { holdsPersonal, passwordStrength } from './account.password.rules.ts';

describe('password rules', () => {
  test('the bounds that pages show are the ones that the contract checks', () => {
    expect(passwordField.safeParse('x'.repeat(PASSWORD_MINIMUM)).success).toBe(true);
    expect(passwordField.safeParse('x'.repeat(PASSWORD_MINIMUM - 1)).success).toBe(false);
    expect(passwordField.safeParse('x'.repeat(PASSWORD_MAXIMUM)).success).toBe(true);
    expect(passwordField.safeParse('x'.repeat(PASSWORD_MAXIMUM + 1)).success).toBe(false);
  });

  test.each([
    ['short', 'weak'], ['1234567890', 'weak'], ['aaaaaaaaaaaaaaaa', 'weak'], ['qwertyuiop', 'weak'], ['passwordpassword', 'weak'],
    ['harbor-mint', 'fair'], ['correct horse battery', 'strong'], ['秋天的第一杯奶茶谁来买单', 'strong'], ['Kx7!mQ2#vLp9', 'strong'],
  ])('%s is %s', (password, strength) => {
    expect(passwordStrength(password)).toBe(strength);
  });

  test('a name or address inside is found, whatever its case; one letter is no name', () => {
    expect(holdsPersonal('hello-ChenJing-2025', ['chenjing@demo.example'])).toBe(true);
    expect(holdsPersonal('陈婧的密码很长很长', ['陈婧'])).toBe(true);
    expect(holdsPersonal('a long sentence', ['a', ''])).toBe(false);
    expect(passwordStrength('correct ChenJing battery', ['chenjing@demo.example'])).toBe('weak');
  });

  test('more characters never make a password weaker than its repeats do: appending fresh characters keeps strong strong', () => {
    fc.assert(fc.property(fc.string({ minLength: 0, maxLength: 20 }), (text) => {
      expect(['weak', 'fair', 'strong']).toContain(passwordStrength(text));
      expect(passwordStrength(`Kx7!mQ2#vLp9${text}`)).not.toBe('weak');
    }));
  });
});
