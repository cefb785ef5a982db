import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { noticeSentence, noticeSentences } from './features.ts';

const FEATURES = join(import.meta.dirname, '../../features');

/** The codes that features send: what stands behind `code:` where something is notified. */
function sentCodes(): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const file of readdirSync(FEATURES, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('server') && name.endsWith('.ts') && !name.endsWith('.test.ts'))) {
    const source = readFileSync(join(FEATURES, file), 'utf8');
    // One's own trial is written without `notify`, which leaves the doer out.
    if (!/\bnotify\(|'notice\.trial'/.test(source)) continue;
    for (const [, named = ''] of source.matchAll(/\bcode: ([^,\n}]+)/g)) for (const [, code = ''] of named.matchAll(/'([a-z]+\.[a-z_]+)'/g)) codes.add(code);
  }
  return codes;
}

describe('notices', () => {
  test('have a sentence in both languages for each code that is sent', () => {
    const sent = [...sentCodes()];
    expect(sent).toContain('notice.trial');
    expect(sent.filter((code) => !noticeSentences['zh-CN'][code] || !noticeSentences.en[code])).toEqual([]);
    expect(Object.keys(noticeSentences['zh-CN']).sort()).toEqual(Object.keys(noticeSentences.en).sort());
  });

  test('are worded even when a fact is missing: an old notice is still read', () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      for (const code of Object.keys(noticeSentences[locale])) expect(noticeSentence(code, {}, locale).title, `${code} ${locale}`).toBeTruthy();
    }
  });

  test('of a code that nobody words are a mistake of the sender', () => {
    expect(() => noticeSentence('nobody.words', {}, 'zh-CN')).toThrow('nobody.words');
  });
});
