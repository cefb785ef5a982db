import { randomBytes, scryptSync } from 'node:crypto';
import type { Passwords } from '../session.ts';

/** The least that scrypt takes. The real ones take a tenth of a second each, and a test's company has ten people who set one and sign in with it. */
const COST = { N: 2, r: 1, p: 1 };
const keyOf = (password: string, salt: string): string => scryptSync(password.normalize('NFKC'), salt, 32, COST).toString('hex');

/** Salted hashes like the real ones, without their work. What people sign in with in the product is tested with the real ones. */
export const quickPasswords: Passwords = {
  hash: async (password) => {
    const salt = randomBytes(16).toString('hex');
    return `${salt}:${keyOf(password, salt)}`;
  },
  verify: async ({ hash, password }) => {
    const [salt = '', key] = hash.split(':');
    return keyOf(password, salt) === key;
  },
};
