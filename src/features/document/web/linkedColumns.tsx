import { useMemo } from 'react';
import type { GridColumn } from '#platform/web/grid/grid.types.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { linkedMessages } from '../document.links.messages.ts';
import { importedLinks } from '../document.links.rules.ts';
import type { ReviewedTask } from '../document.review.rules.ts';
import { ReviewCell } from './ReviewCell.tsx';

const LINKED = ['before', 'parent', 'durationUnit', 'milestone', 'fixed', 'notBeforeOn', 'dueOn', 'resourceText', 'deliverable'] as const;

/** What a table says beyond T2 has its columns when it says it: nothing is written that is not shown. What leads to no task is asked about where it stands. */
export function useLinkedColumns(rows: readonly ReviewedTask[]): { readonly first: readonly GridColumn<ReviewedTask>[]; readonly rest: readonly GridColumn<ReviewedTask>[] } {
  const words = useMessages(linkedMessages);
  const lost = useMemo(() => {
    const found = importedLinks(rows);
    return new Map(rows.map((row, index) => [row.id, found[index]?.lost ?? []]));
  }, [rows]);
  const says = (field: (typeof LINKED)[number]) => rows.some((row) => row[field] !== undefined && row[field] !== null && row[field] !== false && row[field] !== '');
  const question = (row: ReviewedTask, isParent: boolean) => (lost.get(row.id) ?? []).filter(({ code }) => (code === 'parent') === isParent).map(({ code, piece }) => words.lost[code](piece)).join(words.stop) || undefined;
  const flag = (field: 'milestone' | 'fixed'): GridColumn<ReviewedTask> => ({ field, title: words.columns[field], kind: 'text', width: 84, readOnly: true, format: (_, row) => (row[field] === true ? words.yes : '') });
  const columns: Readonly<Record<(typeof LINKED)[number], GridColumn<ReviewedTask>>> = {
    before: { field: 'before', title: words.columns.before, kind: 'text', width: 140, maxLength: 400, render: (value, row) => <ReviewCell source={{ text: String(value ?? ''), question: question(row, false) }} shown={String(value ?? '')}>{String(value ?? '')}</ReviewCell> },
    parent: { field: 'parent', title: words.columns.parent, kind: 'text', width: 92, maxLength: 20, render: (value, row) => <ReviewCell source={{ text: String(value ?? ''), question: question(row, true) }} shown={String(value ?? '')}>{String(value ?? '')}</ReviewCell> },
    durationUnit: { field: 'durationUnit', title: words.columns.durationUnit, kind: 'choice', width: 100, choices: [{ value: 'day', label: words.units.day }, { value: 'workday', label: words.units.workday }] },
    milestone: flag('milestone'), fixed: flag('fixed'),
    notBeforeOn: { field: 'notBeforeOn', title: words.columns.notBeforeOn, kind: 'day', width: 120 }, dueOn: { field: 'dueOn', title: words.columns.dueOn, kind: 'day', width: 120 },
    resourceText: { field: 'resourceText', title: words.columns.resourceText, kind: 'text', width: 140, maxLength: 200 }, deliverable: { field: 'deliverable', title: words.columns.deliverable, kind: 'text', width: 140, maxLength: 200 },
  };
  // The lines of the grid are numbered too: the table's own numbers are shown where they differ.
  const isNumbered = rows.some((row, index) => row.number !== undefined && row.number !== String(index + 1));
  return {
    first: isNumbered ? [{ field: 'number', title: words.columns.number, kind: 'text', width: 64, readOnly: true }] : [],
    rest: LINKED.filter(says).map((field) => columns[field]),
  };
}
