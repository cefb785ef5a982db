import type { Locale } from '#platform/shared/messages.ts';
import { readTexts } from './reading.messages.ts';
import type { JsonValue, ReadTable, ReadTotal, Understanding } from './reading.contract.ts';

/** Nested values as `name: value` pairs, without the marks of JSON. */
function plain(value: JsonValue): string {
  if (value === null) return '—';
  if (Array.isArray(value)) return value.map(plain).join('; ');
  if (typeof value !== 'object') return String(value);
  return Object.entries(value).map(([name, part]) => `${name}: ${plain(part)}`).join(', ');
}

function shown(value: JsonValue, unit: string | undefined): string {
  return unit && value !== null ? `${plain(value)} ${unit}` : plain(value);
}

const amount = (value: number | null): string => (value === null ? '—' : value.toLocaleString('en-US'));

function totalLine(total: ReadTotal, locale: Locale): string {
  return readTexts(locale).summary.total(amount(total.stated), amount(total.computed), total.agrees);
}

function describeTable(table: ReadTable, locale: Locale): string[] {
  const words = readTexts(locale);
  const header = new Map(table.fields.map((field, place) => [field, table.headers[place] ?? field]));
  const lines = [words.summary.table(words.kinds[table.kind], table.title || words.summary.unnamed, table.rows.length)];
  table.rows.forEach((row, place) => {
    lines.push(`  ${place + 1}.`);
    for (const [field, cell] of Object.entries(row.cells)) {
      lines.push(`     ${words.summary.cell(header.get(field) ?? field, cell.text.replaceAll('\n', ' '), shown(cell.value, cell.unit))}`);
      if (cell.question) lines.push(`     ${words.summary.question(cell.question.message)}`);
    }
  });
  for (const subtotal of table.subtotals ?? []) lines.push(`  ${subtotal.text}: ${totalLine(subtotal, locale)}`);
  if (table.total) lines.push(`  ${totalLine(table.total, locale)}`);
  return [...lines, ''];
}

/** An understanding as a person reads it on a terminal. */
export function describe(understanding: Understanding, locale: Locale): string {
  const words = readTexts(locale).summary;
  const lines = understanding.tables.flatMap((table) => describeTable(table, locale));
  if (understanding.goals.length > 0) {
    lines.push(words.goals);
    for (const goal of understanding.goals) {
      lines.push(`  ${goal.text} → ${goal.metric} ${shown(goal.value, goal.unit)} (${goal.kind})`);
      if (goal.question) lines.push(`     ${words.question(goal.question.message)}`);
    }
    lines.push('');
  }
  if (lines.length === 0) lines.push(words.nothing, '');
  if (understanding.aside.length > 0) {
    lines.push(words.aside);
    for (const { message, text } of understanding.aside) lines.push(`  [${message}] ${text.replaceAll('\n', ' / ').slice(0, 120)}`);
  }
  return lines.join('\n').trimEnd();
}
