import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AnyOperation } from '#platform/shared/contract.ts';
import { COMMON_PROBLEMS } from '#platform/shared/problem.ts';
import { allHandlers, type Parts, sentences } from './features.ts';

const FEATURES = join(import.meta.dirname, '../../features');

/** Every operation that a contract file declares, whether or not anything serves it. */
async function declaredOperations(): Promise<AnyOperation[]> {
  const found: AnyOperation[] = [];
  for (const file of readdirSync(FEATURES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.contract.ts'))) {
    const contract = (await import(join(FEATURES, file))) as Record<string, unknown>;
    for (const value of Object.values(contract)) if (isOperation(value)) found.push(value);
  }
  return found;
}

function isOperation(value: unknown): value is AnyOperation {
  return typeof value === 'object' && value !== null && 'access' in value && 'path' in value;
}

const declared = await declaredOperations();
// The routes only hold on to their parts; nothing runs here.
const served = allHandlers({} as Parts).map((handler) => handler.operation);

describe('the operation list', () => {
  test('is what the contracts declare: each operation is served once', () => {
    expect(declared.length).toBeGreaterThan(45);
    expect(served.map((operation) => operation.id).sort()).toEqual(declared.map((operation) => operation.id).sort());
  });

  test('has no two operations with one id or one address', () => {
    expect(new Set(served.map((operation) => operation.id)).size).toBe(served.length);
    expect(new Set(served.map((operation) => `${operation.method} ${operation.path.replaceAll(/:\w+/g, ':')}`)).size).toBe(served.length);
  });

  test.each(declared.map((operation) => [operation.id, operation] as const))('%s is named by its feature, described in both languages and words its problems', (id, operation) => {
    expect(id).toMatch(/^[a-z]+\.[a-z][A-Za-z]+$/);
    expect(operation.summary.zh).toMatch(/\p{Script=Han}/u);
    expect(operation.summary.en).toMatch(/^[A-Z][^\p{Script=Han}]+$/u);
    for (const code of [...operation.errors, ...COMMON_PROBLEMS]) {
      for (const locale of ['zh-CN', 'en'] as const) expect(sentences[locale][code]?.({}), `${code} ${locale}`).toBeTruthy();
    }
  });

  test('honours keys only where an answer can be kept for someone: writes in JSON by a signed-in person', () => {
    const idempotent = declared.filter((operation) => operation.idempotent);
    expect(idempotent.map((operation) => operation.id)).toContain('campaign.createCampaign');
    for (const { id, writes, response, access } of idempotent) expect([id, writes, response, access.scope === 'public']).toEqual([id, true, 'json', false]);
  });

  test('knows a sentence in both languages for each code, and no code is unknown to every operation', () => {
    const used = new Set([...declared.flatMap((operation) => [...operation.errors]), ...COMMON_PROBLEMS]);
    expect(Object.keys(sentences['zh-CN']).sort()).toEqual([...used].sort());
    expect(Object.keys(sentences.en).sort()).toEqual([...used].sort());
  });
});
