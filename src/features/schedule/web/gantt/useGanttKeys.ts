import { useCallback, useState, type KeyboardEvent } from 'react';
import type { Desk } from '../desk.ts';
import type { GanttModel } from './gantt.model.ts';
import { pullTask, type Pull } from '../pull.ts';

interface Keys {
  readonly desk: Desk;
  readonly model: GanttModel;
  readonly active: string | undefined;
  readonly onActive: (key: string) => void;
  readonly onFold: (key: string) => void;
  readonly onPull: (pull: Pull) => void;
}

const PAGE = 12;

/** ↑↓ choose a row, ←→ pull its bar by a day (with Shift its end), Enter does it or opens the task, Escape lets go. */
export function useGanttKeys({ desk, model, active, onActive, onFold, onPull }: Keys) {
  const [pull, setPull] = useState<Pull>();
  const letGo = useCallback(() => setPull(undefined), []);
  const go = (to: number) => {
    const row = model.rows[Math.max(0, Math.min(model.rows.length - 1, to))];
    letGo();
    if (row) onActive(row.key);
  };
  const shift = (by: number, stretch: boolean) => {
    const row = model.rows[model.rowOf.get(active ?? '') ?? -1];
    if (row?.kind === 'phase') {
      if (row.open === by < 0) onFold(row.key);
      return;
    }
    if (row?.kind !== 'task' || !desk.canPlan) return;
    const grip = stretch && !row.task.milestone && !row.isParent ? 'end' : 'move';
    const days = (pull?.task.id === row.task.id && pull.grip === grip ? pull.days : 0) + by;
    setPull(days === 0 ? undefined : pullTask(desk, row.task, grip, days, model.spanOf(row.task)));
  };
  const enter = () => {
    const row = model.rows[model.rowOf.get(active ?? '') ?? -1];
    if (pull) {
      letGo();
      onPull(pull);
    } else if (row?.kind === 'phase') onFold(row.key);
    else if (row) desk.openTask(row.key);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = model.rowOf.get(active ?? '') ?? -1;
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(at + 1), ArrowUp: () => go(at - 1), PageDown: () => go(at + PAGE), PageUp: () => go(at - PAGE), Home: () => go(0), End: () => go(model.rows.length - 1),
      ArrowRight: () => shift(1, event.shiftKey), ArrowLeft: () => shift(-1, event.shiftKey), Enter: enter, ...(pull ? { Escape: letGo } : {}),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return { pull, onKeyDown, onBlur: letGo };
}
