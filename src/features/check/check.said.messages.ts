import { defineMessages } from '#platform/shared/messages.ts';
import { formatMoney } from '#platform/shared/money.ts';

/** What a finding carries; see `FindingData`. */
export type Data = Readonly<Record<string, unknown>>;

export const said = (data: Data, name: string): string => (typeof data[name] === 'string' || typeof data[name] === 'number' ? String(data[name]) : '');
export const figure = (data: Data, name: string): number => Number(data[name] ?? 0);
export const money = (data: Data, name: string): string => formatMoney(figure(data, name));
export const several = (data: Data, name: string): readonly string[] => (Array.isArray(data[name]) ? (data[name] as unknown[]).map(String) : []);
export const percent = (data: Data, name: string): string => `${(figure(data, name) * 100).toFixed(2).replace(/\.?0+$/, '')}%`;
export const number = (data: Data, name: string): string => new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 }).format(figure(data, name));

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const partsOf = (day: string): readonly [string, number, number] => [day.slice(0, 4), Number(day.slice(5, 7)), Number(day.slice(8, 10))];

/** Days and lists as a sentence says them. */
export const saidMessages = defineMessages(
  {
    day: (day: string) => (day === '' ? '未定' : `${partsOf(day)[1]}月${partsOf(day)[2]}日`),
    dayOfYear: (day: string) => (day === '' ? '未定' : `${partsOf(day)[0]}年${partsOf(day)[1]}月${partsOf(day)[2]}日`),
    list: (items: readonly string[]) => items.join('、'),
    quoted: (items: readonly string[]) => items.map((item) => `“${item}”`).join('、'),
    few: (items: readonly string[], most: number) => (items.length > most ? `${items.slice(0, most).map((item) => `“${item}”`).join('、')}等 ${items.length} 处` : items.map((item) => `“${item}”`).join('、')),
  },
  {
    day: (day) => (day === '' ? 'no day' : `${MONTHS[partsOf(day)[1] - 1] ?? ''} ${partsOf(day)[2]}`),
    dayOfYear: (day) => (day === '' ? 'no day' : `${MONTHS[partsOf(day)[1] - 1] ?? ''} ${partsOf(day)[2]}, ${partsOf(day)[0]}`),
    list: (items) => items.join(', '),
    quoted: (items) => items.map((item) => `“${item}”`).join(', '),
    few: (items, most) => (items.length > most ? `${items.slice(0, most).map((item) => `“${item}”`).join(', ')} and ${items.length - most} more` : items.map((item) => `“${item}”`).join(', ')),
  },
);
