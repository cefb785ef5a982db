import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { daysBetween, type Day } from '#platform/shared/calendar.ts';
import type { Task } from '../../schedule.contract.ts';
import type { Desk } from '../desk.ts';
import { pullTask, type Pull } from '../pull.ts';

interface Grab {
  readonly pointerId: number;
  readonly task: Task;
  readonly day: Day;
  readonly x: number;
  readonly y: number;
  moved: boolean;
}

const SLOP = 4;
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 7, ArrowUp: -7 };

const dayUnder = (x: number, y: number): Day | undefined =>
  document.elementsFromPoint(x, y).find((node): node is HTMLElement => node instanceof HTMLElement && node.dataset['day'] !== undefined)?.dataset['day'];

function useEscape(stop: () => void): void {
  useEffect(() => {
    const onEscape = (event: globalThis.KeyboardEvent) => {
      if (event.key === 'Escape') stop();
    };
    window.addEventListener('keydown', onEscape);
    return () => window.removeEventListener('keydown', onEscape);
  }, [stop]);
}

/** Tasks pulled to other days by pointer or keys, with the preview of what goes along. */
export function useCalendarPull(desk: Desk, onPull: (pull: Pull) => void) {
  const [pull, setPull] = useState<Pull>();
  const [byKeys, setByKeys] = useState(false);
  const grab = useRef<Grab>(undefined);
  const dropped = useRef(false);
  const stop = useCallback(() => {
    grab.current = undefined;
    setPull(undefined);
  }, []);
  useEscape(stop);

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const id = (event.target as HTMLElement).closest<HTMLElement>('[data-pull]')?.dataset['pull'];
    const task = desk.tasks.find((one) => one.id === id);
    const day = dayUnder(event.clientX, event.clientY);
    dropped.current = false;
    if (!task || !day || !desk.canPlan || event.button !== 0 || event.pointerType === 'touch') return;
    grab.current = { pointerId: event.pointerId, task, day, x: event.clientX, y: event.clientY, moved: false };
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const held = grab.current;
    if (!held || held.pointerId !== event.pointerId) return;
    if (!held.moved && Math.hypot(event.clientX - held.x, event.clientY - held.y) < SLOP) return;
    if (!held.moved) event.currentTarget.setPointerCapture(event.pointerId);
    held.moved = true;
    const day = dayUnder(event.clientX, event.clientY);
    const days = day ? daysBetween(held.day, day) : 0;
    setByKeys(false);
    setPull((now) => (now?.task === held.task && now.days === days ? now : pullTask(desk, held.task, 'move', days)));
  };
  const onPointerUp = () => {
    dropped.current = grab.current?.moved === true;
    if (dropped.current && pull && pull.days !== 0) onPull(pull);
    if (grab.current) stop();
  };
  /** A pull that ends on a bar is no press of it. */
  const onClickCapture = (event: { stopPropagation: () => void; preventDefault: () => void }) => {
    if (!dropped.current) return;
    dropped.current = false;
    event.stopPropagation();
    event.preventDefault();
  };
  const onKey = (event: KeyboardEvent, task: Task) => {
    const step = STEPS[event.key];
    const own = pull?.task.id === task.id ? pull : undefined;
    if (step !== undefined && desk.canPlan) {
      event.preventDefault();
      const days = (own?.days ?? 0) + step;
      setByKeys(true);
      setPull(days === 0 ? undefined : pullTask(desk, task, 'move', days));
    } else if (event.key === 'Enter' && own) {
      event.preventDefault();
      stop();
      onPull(own);
    }
  };
  return { pull, byKeys, onKey, handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: stop, onClickCapture } };
}
