import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import type { FrozenRow } from '../approval.content.rules.ts';
import { LIST_NAMES } from '../approval.plan.rules.ts';
import { approvalPlanMessages } from '../approval.plan.web.messages.ts';

/** A value of one of the plan's own tables, in words. */
export function useSaid(): (field: string, value: unknown) => string {
  const words = useMessages(approvalPlanMessages);
  const formats = useFormats();
  const values: Readonly<Record<string, string>> = words.values;
  return (field, value) => {
    if (value === null || value === undefined || value === '') return '—';
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    if (typeof value === 'number') return field === 'amountCents' ? formats.money(value) : formats.number(value);
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formats.day(text);
    return values[text] ?? text;
  };
}

/** A row of one of the plan's own tables without its name, field by field in one sentence; what is not filled in is left out. */
export function useRowText(): (list: string, row: FrozenRow) => string {
  const words = useMessages(approvalPlanMessages);
  const said = useSaid();
  const labels: Readonly<Record<string, string>> = words.fields;
  const isSaid = (value: unknown): boolean => value !== undefined && value !== null && value !== '' && value !== 0 && value !== false;
  return (list, row) => Object.keys(labels).filter((field) => field !== LIST_NAMES[list] && isSaid(row[field])).map((field) => words.text.label(labels[field] ?? field, said(field, row[field]))).join(words.text.join);
}
