import { expect, test } from 'vitest';
import { formatMeasure } from './measure.ts';

test.each([
  [2000, 'count', '单', '2,000 单'],
  [15, 'rate', '', '15%'],
  [15.5, 'rate', '%', '15.5%'],
  [0, 'count', '', '0'],
  [null, 'count', '单', '—'],
])('%s %s %s reads %s', (value, kind, unit, text) => {
  expect(formatMeasure(value, { kind, unit }, 'zh-CN')).toBe(text);
});
