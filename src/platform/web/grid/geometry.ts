import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';
import type { Area } from './selection.rules.ts';

/** Every row has this height (px), so that a place on screen can be computed without looking at the row. */
export const ROW_HEIGHT = 37;

export interface Geometry {
  /** Left edge of each column, then the right edge of the last; px within the table. */
  readonly edges: readonly number[];
  readonly head: number;
  readonly width: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export function boxOf(geometry: Geometry, area: Area): Box {
  const left = geometry.edges[area.left] ?? 0;
  const right = geometry.edges[area.right + 1] ?? geometry.width;
  return { left, width: right - left, top: geometry.head + area.top * ROW_HEIGHT, height: (area.bottom - area.top + 1) * ROW_HEIGHT };
}

const none: Geometry = { edges: [], head: 0, width: 0 };
const equal = (a: Geometry, b: Geometry) => a.head === b.head && a.width === b.width && a.edges.length === b.edges.length && a.edges.every((edge, index) => edge === b.edges[index]);

function measure(table: HTMLTableElement): Geometry {
  const cells = [...(table.tHead?.rows[0]?.cells ?? [])].slice(1);
  const last = cells.at(-1);
  const edges = [...cells.map((cell) => cell.offsetLeft), last ? last.offsetLeft + last.offsetWidth : 0];
  return { edges, head: table.tHead?.offsetHeight ?? 0, width: table.offsetWidth };
}

/** The columns' places, followed through every change of size. */
export function useGeometry(table: RefObject<HTMLTableElement | null>, columns: number): Geometry {
  const [geometry, setGeometry] = useState(none);
  useLayoutEffect(() => {
    const element = table.current;
    if (!element) return undefined;
    const update = () => setGeometry((now) => {
      const next = measure(element);
      return equal(now, next) ? now : next;
    });
    update();
    const observer = new ResizeObserver(update);
    observer.observe(element);
    return () => observer.disconnect();
  }, [table, columns]);
  return geometry;
}

/** Below this many rows all are drawn; above it only those near the screen. */
export const WINDOW_FROM = 150;
const OVERSCAN = 12;

export interface RowWindow {
  /** First and last row drawn, included. */
  readonly start: number;
  readonly end: number;
}

/** The rows to draw, from where the grid's own scroll container stands. */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, count: number): RowWindow {
  const [first, setFirst] = useState(0);
  const [visible, setVisible] = useState(40);
  const windowed = count > WINDOW_FROM;
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || !windowed) return undefined;
    const update = () => {
      // In steps of four rows: scrolling within a step draws nothing again.
      setFirst(Math.floor(element.scrollTop / ROW_HEIGHT / 4) * 4);
      setVisible(Math.ceil(element.clientHeight / ROW_HEIGHT));
    };
    update();
    element.addEventListener('scroll', update, { passive: true });
    return () => element.removeEventListener('scroll', update);
  }, [scroller, windowed]);
  if (!windowed) return { start: 0, end: count - 1 };
  return { start: Math.max(0, first - OVERSCAN), end: Math.min(count - 1, first + visible + OVERSCAN) };
}
