import { describe, expect, test } from 'vitest';
import { Problem } from '#platform/shared/problem.ts';
import { IntentKeeper, leavesOpen } from './intent.ts';

const lost = new Problem('network.failed', 0);
const broken = new Problem('server.failed', 500);
const refused = new Problem('budget.exceeds', 409);

/** A keeper, the keys that it sent, and what becomes of each attempt in turn. */
function keeperOf(...outcomes: readonly (Error | 'done')[]) {
  let count = 0;
  const sent: string[] = [];
  const keeper = new IntentKeeper(() => `key${(count += 1)}`);
  const ask = (input: unknown) =>
    keeper.run(input, (key) => {
      sent.push(key);
      const outcome = outcomes[sent.length - 1] ?? 'done';
      return outcome === 'done' ? Promise.resolve(key) : Promise.reject(outcome);
    }).catch(() => 'failed');
  return { sent, ask };
}

describe('one intent has one key', () => {
  test.each([
    ['the network failed', lost, ['key1', 'key1']],
    ['the server broke', broken, ['key1', 'key1']],
    ['the answer could not be read', new TypeError('terminated'), ['key1', 'key1']],
    ['it was refused', refused, ['key1', 'key2']],
    ['it was done', 'done' as const, ['key1', 'key2']],
  ])('asked again after %s', async (_what, outcome, keys) => {
    const { sent, ask } = keeperOf(outcome);
    await ask({ body: { amountCents: 100 } });
    await ask({ body: { amountCents: 100 } });
    expect(sent).toEqual(keys);
  });

  test('another input is another intent, and the first one is not taken up again after it', async () => {
    const { sent, ask } = keeperOf(lost, 'done', 'done');
    await ask({ amountCents: 100 });
    await ask({ amountCents: 200 });
    await ask({ amountCents: 100 });
    expect(sent).toEqual(['key1', 'key2', 'key3']);
  });

  test('as often as it takes', async () => {
    const { sent, ask } = keeperOf(lost, broken, lost, 'done', 'done');
    for (let attempt = 0; attempt < 5; attempt += 1) await ask('x');
    expect(sent).toEqual(['key1', 'key1', 'key1', 'key1', 'key2']);
  });

  test('two files of one name are told apart', async () => {
    const { sent, ask } = keeperOf(lost, lost, lost);
    const file = (text: string) => new File([text], 'invoice.pdf', { lastModified: 1 });
    await ask({ file: file('a') });
    await ask({ file: file('a') });
    await ask({ file: file('ab') });
    expect(sent).toEqual(['key1', 'key1', 'key2']);
  });
});

describe('a second click', () => {
  test('on what is running sends nothing and gets its answer', async () => {
    const { sent, ask } = keeperOf();
    expect(await Promise.all([ask('x'), ask('x'), ask('x')])).toEqual(['key1', 'key1', 'key1']);
    expect(sent).toEqual(['key1']);
  });

  test('there, back and there again are three intents: the last click counts', async () => {
    const { sent, ask } = keeperOf();
    await Promise.all([ask('on'), ask('off'), ask('on')]);
    expect(sent).toEqual(['key1', 'key2', 'key3']);
  });

  test('an earlier intent that ends late takes nothing from the one after it', async () => {
    let end: (reason: Error) => void = () => undefined;
    const sent: string[] = [];
    let count = 0;
    const keeper = new IntentKeeper(() => `key${(count += 1)}`);
    const slow = keeper.run('a', () => new Promise((_, reject) => { end = reject; })).catch(() => undefined);
    await keeper.run('b', (key) => { sent.push(key); return Promise.reject(lost); }).catch(() => undefined);
    end(refused);
    await slow;
    await keeper.run('b', (key) => { sent.push(key); return Promise.resolve(); });
    expect(sent).toEqual(['key2', 'key2']);
  });
});

test('what leaves an intent open', () => {
  expect([lost, broken, new Problem('x', 503), new DOMException('', 'AbortError'), new Error('x')].map(leavesOpen)).toEqual([true, true, true, true, true]);
  expect([refused, new Problem('x', 400), new Problem('x', 429), new Problem('request.key_reused', 422)].map(leavesOpen)).toEqual([false, false, false, false]);
});
