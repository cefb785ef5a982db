import type { ClipboardEvent } from 'react';
import { useToast } from '../ui/Toast.tsx';
import { planCells } from './change.rules.ts';
import { readClipboard, toHtml, toTsv } from './clipboard.rules.ts';
import { drawnSpan } from './merge.rules.ts';
import { planPaste } from './paste.rules.ts';
import type { Area, Selection } from './selection.rules.ts';
import type { GridCommands } from './useGridCommands.ts';
import type { GridEditor } from './useGridEditor.ts';
import type { GridModel } from './useGridModel.ts';

function copyArea(model: GridModel, area: Area, data: DataTransfer): void {
  const window = { start: area.top, end: Math.min(area.bottom, model.rows.length - 1) };
  const rows = Array.from({ length: window.end - window.start + 1 }, (_, index) => window.start + index);
  const cols = Array.from({ length: area.right - area.left + 1 }, (_, index) => area.left + index);
  const block = rows.map((row) => cols.map((col) => model.textAt(row, col)));
  const spans = rows.map((row) => cols.map((col) => drawnSpan(model.span(row, col), row, window)));
  data.setData('text/plain', toTsv(block));
  data.setData('text/html', toHtml(block, spans));
}

/** Copy, cut and paste of the selected cells; while a cell is edited the clipboard belongs to its text. */
export function useGridClipboard(model: GridModel, commands: GridCommands, editor: GridEditor, select: (next: Selection) => void) {
  const toast = useToast();
  const copy = (event: ClipboardEvent): boolean => {
    if (editor.editing || commands.area.top >= model.rows.length) return false;
    event.preventDefault();
    copyArea(model, commands.area, event.clipboardData);
    return true;
  };
  const paste = (event: ClipboardEvent) => {
    if (editor.editing || model.readOnly) return;
    event.preventDefault();
    const block = readClipboard({ text: event.clipboardData.getData('text/plain'), html: event.clipboardData.getData('text/html') });
    const { inputs, area } = planPaste(block, commands.area, model.columns);
    const plan = planCells(model.view, inputs);
    model.changes.apply(plan);
    select({ active: { row: area.top, col: area.left }, corner: { row: area.bottom, col: area.right } });
    if (plan.cells + plan.aside < 2) return;
    const text = [model.words.pasted(plan.cells, plan.inserted), plan.aside > 0 ? model.words.pastedAside(plan.aside) : ''].filter(Boolean).join(' ');
    const undo = () => model.changes.takeBack(plan.changes);
    toast.show(plan.changes.length > 0 ? { key: 'grid', text, undo } : { key: 'grid', text });
  };
  return {
    onCopy: (event: ClipboardEvent) => void copy(event),
    onCut: (event: ClipboardEvent) => {
      if (copy(event)) commands.clear();
    },
    onPaste: paste,
  };
}
