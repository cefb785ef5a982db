import { expect, it } from 'vitest';
import { terminalLocale } from './terminal-locale.ts';

it.each([
  [{}, 'zh-CN'],
  [{ LANG: 'en_US.UTF-8' }, 'en'],
  [{ LC_ALL: '', LANG: 'en_GB' }, 'en'],
  [{ LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }, 'zh-CN'],
  [{ LC_MESSAGES: 'en_US', LANG: 'zh_CN' }, 'en'],
  [{ LANG: 'C.UTF-8' }, 'zh-CN'],
] as const)('%j speaks %s', (env, locale) => {
  expect(terminalLocale(env)).toBe(locale);
});
