import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { canReach, canRead, chooseAccount } from './account.ts';

const stranger = { uid: 64_001, gid: 64_001, name: 'stranger' };
let scratch: string;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'account-'));
  chmodSync(scratch, 0o755);
  mkdirSync(join(scratch, 'home', 'data'), { recursive: true });
});
afterEach(() => rmSync(scratch, { recursive: true }));

test.each([[0o700, false], [0o711, true], [0o755, true], [0o744, false]])('through a directory of mode %o: %s', (mode, reaches) => {
  chmodSync(join(scratch, 'home'), mode);
  expect(canReach(join(scratch, 'home', 'data'), stranger)).toBe(reaches);
});

test('the owner and the group have their own bits', () => {
  const { uid, gid } = statSync(scratch);
  chmodSync(join(scratch, 'home'), 0o700);
  expect(canReach(join(scratch, 'home', 'data'), { ...stranger, uid })).toBe(true);
  chmodSync(join(scratch, 'home'), 0o710);
  expect(canReach(join(scratch, 'home', 'data'), { ...stranger, gid })).toBe(true);
  chmodSync(join(scratch, 'home'), 0o701);
  expect(canReach(join(scratch, 'home', 'data'), { ...stranger, gid })).toBe(false);
});

test('to read is more than to reach', () => {
  chmodSync(join(scratch, 'home'), 0o711);
  expect(canRead(join(scratch, 'home'), stranger)).toBe(false);
  chmodSync(join(scratch, 'home'), 0o755);
  expect(canRead(join(scratch, 'home'), stranger)).toBe(true);
});

test('the server\'s own account will do, except for root, who never runs PostgreSQL', () => {
  const ownWillDo = chooseAccount(join(scratch, 'none')) === undefined;
  expect(ownWillDo).toBe(process.getuid?.() !== 0);
});

test.skipIf(process.getuid?.() !== 0)('root takes the owner of the data that is there, nobody for new data', () => {
  expect(chooseAccount(join(scratch, 'none'))?.uid).toBeGreaterThan(0);
  chownSync(join(scratch, 'home'), stranger.uid, stranger.gid);
  expect(chooseAccount(join(scratch, 'home'))).toMatchObject({ uid: stranger.uid, gid: stranger.gid });
});
