import { useCallback, useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';
import { linkCycle } from '../../plan/schedule.link.rules.ts';
import type { Task, TaskLink } from '../../schedule.contract.ts';
import type { Grip } from '../../views/schedule.drag.rules.ts';
import { typeOfEnds } from '../../views/schedule.gantt-links.rules.ts';
import type { Desk } from '../desk.ts';
import { HEAD, ROW, type GanttModel } from './gantt.model.ts';
import { boxAt } from './GanttLinks.tsx';
import { pullTask, type Pull } from '../pull.ts';

/** A link that is being drawn: from the end of a bar to the pointer, and onto a bar when it is over one. */
export interface Drawing {
  readonly kind: 'link';
  readonly task: Task;
  readonly from: 'start' | 'end';
  readonly x: number;
  readonly y: number;
  readonly target: { readonly task: Task; readonly link: TaskLink; readonly refused: 'exists' | readonly string[] | null } | null;
}

export type Held = Pull | Drawing;

interface Grab {
  readonly pointerId: number;
  readonly x: number;
  readonly scroll: number;
  readonly task: Task;
  readonly hold: { readonly grip: Grip } | { readonly knob: 'start' | 'end' };
  moved: boolean;
}

/** Less is a click. */
const SLOP = 4;
const EDGE = 28;
const EDGE_STEP = 14;

function circleOf(tasks: readonly Task[], from: Task, to: Task): readonly string[] | null {
  const cycle = linkCycle(tasks.map((task) => ({ id: task.id, predecessors: [...task.links.map((link) => link.predecessorId), ...(task.id === to.id ? [from.id] : [])] })));
  const titles = new Map(tasks.map((task) => [task.id, task.title]));
  return cycle.length > 0 ? cycle.map((id) => titles.get(id) ?? '') : null;
}

function targetOf(desk: Desk, model: GanttModel, from: Task, knob: 'start' | 'end', x: number, y: number): Drawing['target'] {
  const index = Math.floor(y / ROW);
  const row = model.rows[index];
  const box = boxAt(model, index);
  if (row?.kind !== 'task' || !box || row.task.id === from.id || x < box.x - 24 || x > box.x + box.width + 24) return null;
  const end = x <= box.x + box.width / 2 ? 'start' : 'end';
  const link: TaskLink = { predecessorId: from.id, type: typeOfEnds(knob, end), lagDays: 0, lagUnit: 'day' };
  const exists = row.task.links.some((one) => one.predecessorId === from.id);
  return { task: row.task, link, refused: exists ? 'exists' : circleOf(desk.tasks, from, row.task) };
}

interface Hands {
  readonly desk: Desk;
  readonly model: GanttModel;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly listWidth: number;
  readonly onClick: (taskId: string) => void;
  readonly onPull: (pull: Pull) => void;
  readonly onLink: (drawing: Drawing) => void;
}

/** At an edge the chart follows the pointer; a bar that was taken hold of there only once the pointer has gone over it. */
function followEdge(node: HTMLElement, x: number, grabbedAt: number, listWidth: number): void {
  const box = node.getBoundingClientRect();
  const [left, right] = [box.left + listWidth, box.right];
  if (x > right - (grabbedAt > right - EDGE ? 0 : EDGE)) node.scrollLeft += EDGE_STEP;
  else if (x < left + (grabbedAt < left + EDGE ? 0 : EDGE)) node.scrollLeft -= EDGE_STEP;
}

/** The bar under the pointer, and what of it is taken hold of. */
function grabOf(event: PointerEvent<Element>, model: GanttModel, scroll: number): Grab | undefined {
  const node = (event.target as Element).closest<SVGElement>('[data-task]');
  const row = node ? model.rows[model.rowOf.get(node.dataset['task'] ?? '') ?? -1] : undefined;
  if (!node || row?.kind !== 'task' || event.button !== 0 || event.pointerType === 'touch') return undefined;
  const knob = node.dataset['knob'] as 'start' | 'end' | undefined;
  return { pointerId: event.pointerId, x: event.clientX, scroll, task: row.task, hold: knob ? { knob } : { grip: (node.dataset['grip'] ?? 'move') as Grip }, moved: false };
}

/** What is in the hand once the pointer is there; the same as before when nothing new is under it. */
function heldAt(event: PointerEvent<Element>, grab: Grab, { desk, model, scroller, listWidth }: Hands, shown: Held | undefined): Held | undefined {
  const node = scroller.current;
  if (!node) return shown;
  if ('knob' in grab.hold) {
    const box = node.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left - listWidth + node.scrollLeft, event.clientY - box.top - HEAD + node.scrollTop];
    return { kind: 'link', task: grab.task, from: grab.hold.knob, x, y, target: targetOf(desk, model, grab.task, grab.hold.knob, x, y) };
  }
  const days = Math.round((event.clientX - grab.x + node.scrollLeft - grab.scroll) / model.scale.dayPixels);
  return shown?.kind === 'pull' && shown.days === days ? shown : pullTask(desk, grab.task, grab.hold.grip, days, model.spanOf(grab.task));
}

/** The pointer on the bars. A touch scrolls; only mouse and pen pull. What is asked of the engine is asked once per day that is crossed. */
export function useGanttDrag(hands: Hands) {
  const [held, setHeld] = useState<Held>();
  const grab = useRef<Grab>(undefined);
  const latest = useRef(hands);
  const shown = useRef<Held>(undefined);
  useEffect(() => {
    latest.current = hands;
  });
  const show = useCallback((next: Held | undefined) => {
    shown.current = next;
    setHeld(next);
  }, []);
  const stop = useCallback(() => {
    grab.current = undefined;
    show(undefined);
  }, [show]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && grab.current) stop();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [stop]);

  const onPointerDown = useCallback((event: PointerEvent<Element>) => {
    const { model, scroller } = latest.current;
    grab.current = grabOf(event, model, scroller.current?.scrollLeft ?? 0);
    if (grab.current) event.currentTarget.setPointerCapture(event.pointerId);
  }, []);

  const onPointerMove = useCallback((event: PointerEvent<Element>) => {
    const held = grab.current;
    const { desk, scroller, listWidth } = latest.current;
    if (!held || !scroller.current || !desk.canPlan || held.pointerId !== event.pointerId) return;
    if (!held.moved && Math.abs(event.clientX - held.x) < SLOP && 'grip' in held.hold) return;
    held.moved = true;
    followEdge(scroller.current, event.clientX, held.x, listWidth);
    const next = heldAt(event, held, latest.current, shown.current);
    if (next !== shown.current) show(next);
  }, [show]);

  const onPointerUp = useCallback((event: PointerEvent<Element>) => {
    const held = grab.current;
    if (!held || held.pointerId !== event.pointerId) return;
    const last = shown.current;
    stop();
    if (!held.moved) latest.current.onClick(held.task.id);
    else if (last?.kind === 'pull' && last.days !== 0) latest.current.onPull(last);
    else if (last?.kind === 'link' && last.target) latest.current.onLink(last);
  }, [stop]);
  return { held, handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: stop } };
}
