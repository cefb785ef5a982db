import { useEffect, useState, type RefObject } from 'react';
import { windowOf } from '../../views/schedule.gantt.rules.ts';
import { HEAD, ROW } from './gantt.model.ts';

/** What is drawn: rows by index, the time by pixels of the chart. */
export interface GanttWindow {
  readonly first: number;
  readonly last: number;
  readonly left: number;
  readonly right: number;
}

/** Rows and pixels by which the drawn part moves: scrolling within a step draws nothing. */
const ROW_STEP = 12;
const PIXEL_STEP = 600;

const same = (a: GanttWindow, b: GanttWindow): boolean => a.first === b.first && a.last === b.last && a.left === b.left && a.right === b.right;

/** Follows the scrolling of the chart; `listWidth` lies over its left part. */
export function useGanttWindow(scroller: RefObject<HTMLDivElement | null>, rowCount: number, width: number, listWidth: number): { readonly window: GanttWindow; readonly viewWidth: number } {
  const [drawn, setDrawn] = useState<GanttWindow>({ first: 0, last: Math.min(rowCount, 3 * ROW_STEP), left: 0, right: 3 * PIXEL_STEP });
  const [viewWidth, setViewWidth] = useState(0);
  useEffect(() => {
    const node = scroller.current;
    if (!node) return undefined;
    const measure = () => {
      // How much lies left of the view: what stays in sight is placed by it without drawing anew.
      node.style.setProperty('--seen', String(node.scrollLeft));
      const rows = windowOf(node.scrollTop, node.clientHeight - HEAD, ROW_STEP * ROW, Math.ceil(rowCount / ROW_STEP));
      const across = windowOf(node.scrollLeft, node.clientWidth - listWidth, PIXEL_STEP, Math.ceil(width / PIXEL_STEP));
      const next = { first: rows.from * ROW_STEP, last: Math.min(rowCount, rows.to * ROW_STEP), left: across.from * PIXEL_STEP, right: Math.min(width, across.to * PIXEL_STEP) };
      setDrawn((now) => (same(now, next) ? now : next));
      setViewWidth(Math.max(0, node.clientWidth - listWidth));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    node.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      node.removeEventListener('scroll', measure);
    };
  }, [scroller, rowCount, width, listWidth]);
  return { window: drawn, viewWidth };
}
