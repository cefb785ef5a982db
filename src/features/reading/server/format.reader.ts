import { addDays, type Day } from '#platform/shared/calendar.ts';

/** What a spreadsheet's number format makes of a number. */
export type FormatKind = 'general' | 'date' | 'datetime' | 'time' | 'percent' | 'grouped';

/** Built-in formats (ECMA-376 part 1, 18.8.30), with the East Asian dates 27–36 and 50–58. */
function builtIn(id: number): FormatKind {
  if (id === 9 || id === 10) return 'percent';
  if (id === 3 || id === 4 || (id >= 37 && id <= 44)) return 'grouped';
  if (id === 22) return 'datetime';
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id === 55 || id === 56) return 'time';
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return 'date';
  return 'general';
}

/** The kind of a number format by its id and, for a custom one, its code. */
export function formatKind(id: number, code: string | undefined): FormatKind {
  if (code === undefined) return builtIn(id);
  // Quoted text, escaped characters, colours and locales say nothing about the kind.
  const bare = (code.split(';')[0] ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').toLowerCase();
  if (bare.includes('%')) return 'percent';
  const day = /[yd]|(?<!:)m(?!:)/.test(bare.replace(/am\/pm|a\/p/g, ''));
  const time = /[hs]|am\/pm/.test(bare);
  if (day && !/[#0]/.test(bare)) return time && /[yd]/.test(bare) ? 'datetime' : time ? 'time' : 'date';
  if (time && !/[#0]/.test(bare)) return 'time';
  return /#,##|,0/.test(bare) ? 'grouped' : 'general';
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** A number without the noise of binary fractions: 15 digits are all that a spreadsheet keeps. */
export function plainNumber(value: number): string {
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  return text.includes('e') ? rounded.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 12 }) : text;
}

/** The day and the time of a serial number; `epoch1904` is an old Mac workbook's setting. */
export function serialToDay(serial: number, epoch1904: boolean): { day: Day; time: string | undefined } | undefined {
  if (!(serial >= 0 && serial < 2_958_466)) return undefined;
  const minutes = Math.round((serial - Math.floor(serial)) * 1440);
  const whole = Math.floor(serial) + (minutes === 1440 ? 1 : 0);
  // The 1900 system counts a 29 February 1900 that never was, so days from March 1900 on start at 1899-12-30.
  const day = addDays(epoch1904 ? '1904-01-01' : '1899-12-30', whole);
  const left = minutes % 1440;
  return { day, time: left === 0 ? undefined : `${pad(Math.floor(left / 60))}:${pad(left % 60)}` };
}

/** The text that the cell shows, near enough to recognise it, and the exact day behind a date. */
export function showNumber(value: number, kind: FormatKind, epoch1904: boolean): { text: string; day?: Day } {
  const date = kind === 'date' || kind === 'datetime' || kind === 'time' ? serialToDay(value, epoch1904) : undefined;
  if (date && kind === 'time' && value < 1) return { text: date.time ?? '00:00' };
  if (date && value >= 1) return { text: date.time ? `${date.day} ${date.time}` : date.day, day: date.day };
  if (kind === 'percent') return { text: `${plainNumber(value * 100)}%` };
  if (kind === 'grouped') return { text: value.toLocaleString('en-US', { maximumFractionDigits: 6 }) };
  return { text: plainNumber(value) };
}
