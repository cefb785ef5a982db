import { addDays, daysBetween, isDay } from '#platform/shared/calendar.ts';
import type { CellValue, ColumnKind } from './grid.types.ts';

const at = <T>(list: readonly T[], index: number): T | undefined => list[((index % list.length) + list.length) % list.length];

function constantStep(values: readonly number[]): number | undefined {
  const [first, second] = values;
  if (first === undefined || second === undefined) return undefined;
  const step = second - first;
  return values.every((value, index) => index === 0 || value - (values[index - 1] ?? 0) === step) ? step : undefined;
}

function dayStep(source: readonly CellValue[]): number | undefined {
  if (!source.every((value): value is string => typeof value === 'string' && isDay(value))) return undefined;
  if (source.length === 1) return 1;
  const [first = ''] = source;
  return constantStep(source.map((day) => daysBetween(first, day)));
}

/**
 * The value that a drag puts `offset` cells after the first source cell (negative: before it).
 * Days go on day by day, numbers in a row of equal steps go on with that step, everything else repeats: as in Excel.
 */
export function filledValue(source: readonly CellValue[], offset: number, kind: ColumnKind): CellValue {
  const [first = null] = source;
  if (kind === 'day') {
    const step = dayStep(source);
    if (step !== undefined && typeof first === 'string') return addDays(first, step * offset);
  }
  if ((kind === 'number' || kind === 'money') && source.every((value): value is number => typeof value === 'number')) {
    const step = constantStep(source);
    if (step !== undefined && typeof first === 'number') return first + step * offset;
  }
  return at(source, offset) ?? null;
}
