import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { useSearch } from '../navigation.tsx';
import { at } from './selection.rules.ts';
import type { GridModel } from './useGridModel.ts';
import type { Select } from './useGridSelection.ts';

/** The row that `?row=…` of the address asks for, once this grid has it; each asking is answered once. */
function useAskedRow(model: GridModel, arrive: (index: number, rowId: string, field: string | undefined) => void): void {
  const [search] = useSearch();
  const { row: asked, field } = search;
  const answered = useRef<string | undefined>(undefined);
  const index = asked === undefined ? -1 : model.rows.findIndex((row) => row.id === asked);
  useEffect(() => {
    if (asked === undefined || index === -1 || answered.current === `${asked} ${field}`) return undefined;
    // A page that opens takes the focus to its heading first.
    const frame = requestAnimationFrame(() => {
      answered.current = `${asked} ${field}`;
      arrive(index, asked, field);
    });
    return () => cancelAnimationFrame(frame);
  });
}

/** Leads to the cell that the address names (`?row=…&field=…`): where a finding of a check is mended. */
export function useAskedCell(model: GridModel, select: Select, input: RefObject<HTMLTextAreaElement | null>): void {
  useAskedRow(model, (index, rowId, field) => {
    select(at(index, Math.max(0, model.columns.findIndex((column) => column.field === field))), rowId);
    input.current?.focus({ preventScroll: true });
  });
}

/** The same for the cards of a phone. */
export function useAskedCard(model: GridModel): void {
  useAskedRow(model, (_index, rowId) => document.querySelector(`[data-row-id="${CSS.escape(rowId)}"]`)?.scrollIntoView({ block: 'center' }));
}
