import { PASSWORD_MINIMUM } from '#platform/shared/field.ts';

export type PasswordStrength = 'weak' | 'fair' | 'strong';

/** Bits below which a password is guessed soon, and above which length has done its work. */
const FAIR_BITS = 40;
const STRONG_BITS = 64;

const classes: readonly (readonly [RegExp, number])[] = [[/[a-z]/, 26], [/[A-Z]/, 26], [/\d/, 10], [/[^\p{L}\p{N}]/u, 32], [/[^\u0020-\u007e]/, 2_000]];
const RUNS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'password', 'admin'];

/** True when the password holds the person's name or the part of their address before the @ (three characters or more; two in Chinese). */
export function holdsPersonal(password: string, personal: readonly string[]): boolean {
  const text = password.toLowerCase();
  return personal.some((word) => {
    const part = (word.split('@')[0] ?? '').trim().toLowerCase();
    return (part.length >= 3 || /^\p{Script=Han}{2}$/u.test(part)) && text.includes(part);
  });
}

/** How many characters follow from the ones before: repeats, and steps of the alphabet, of digits or of a keyboard row. */
function predictable(text: string): number {
  let count = 0;
  for (let at = 2; at < text.length; at += 1) {
    const three = text.slice(at - 2, at + 1).toLowerCase();
    const back = [...three].reverse().join('');
    const repeated = three[0] === three[1] && three[1] === three[2];
    if (repeated || RUNS.some((run) => run.includes(three) || run.includes(back))) count += 1;
  }
  return count;
}

/**
 * A rough strength in bits (characters that are no surprise count little), as one of three words. Advice only: the server asks
 * for the length alone.
 */
export function passwordStrength(password: string, personal: readonly string[] = []): PasswordStrength {
  const alphabet = classes.reduce((sum, [pattern, size]) => (pattern.test(password) ? sum + size : sum), 0);
  const characters = [...password];
  const repeats = characters.length - new Set(characters).size;
  const surprising = Math.max(0, characters.length - predictable(password) - repeats / 2);
  const bits = surprising * Math.log2(Math.max(2, alphabet));
  if (password.length < PASSWORD_MINIMUM || bits < FAIR_BITS || holdsPersonal(password, personal)) return 'weak';
  return bits < STRONG_BITS ? 'fair' : 'strong';
}
