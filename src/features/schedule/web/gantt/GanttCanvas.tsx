import { useMemo, useState, type PointerEvent } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import { DIAMOND } from '../../views/schedule.gantt-links.rules.ts';
import { ganttMessages } from '../../views/schedule.gantt.web.messages.ts';
import { nowX, xOf, zoomOf } from '../../views/schedule.gantt.rules.ts';
import type { Desk } from '../desk.ts';
import { HEAD, MIDDLE, ROW, type GanttModel } from './gantt.model.ts';
import { GanttBars, GanttGhosts, type Ghost } from './GanttBars.tsx';
import { GanttGround } from './GanttHead.tsx';
import { boxAt, GanttHandles, GanttLinks } from './GanttLinks.tsx';
import type { Drawing, Held } from './useGanttDrag.ts';
import type { GanttWindow } from './useGanttWindow.ts';
import { useNow } from './useNow.ts';
import css from './gantt.module.css';

export interface GanttCanvasProps {
  readonly desk: Desk;
  readonly model: GanttModel;
  readonly window: GanttWindow;
  readonly listWidth: number;
  readonly held: Held | undefined;
  readonly showCritical: boolean;
  readonly chosen: string | undefined;
  readonly onChoose: (key: string | undefined) => void;
  readonly handlers: {
    readonly onPointerDown: (event: PointerEvent<Element>) => void;
    readonly onPointerMove: (event: PointerEvent<Element>) => void;
    readonly onPointerUp: (event: PointerEvent<Element>) => void;
    readonly onPointerCancel: () => void;
  };
}

function DrawnLine({ drawing, model }: { readonly drawing: Drawing; readonly model: GanttModel }) {
  const index = model.rowOf.get(drawing.task.id) ?? 0;
  const box = boxAt(model, index);
  if (!box) return null;
  const half = box.width === 0 ? DIAMOND : 0;
  const x = drawing.from === 'end' ? box.x + box.width + half : box.x - half;
  return <path className={`${css['drawing']} ${drawing.target?.refused ? css['refused'] : ''}`} d={`M${x} ${index * ROW + MIDDLE}L${drawing.x} ${drawing.y}`} />;
}

const ghostsOf = (held: Held | undefined): { readonly ghosts: readonly Ghost[]; readonly blocked: ReadonlySet<string> } => {
  if (held?.kind !== 'pull') return { ghosts: [], blocked: new Set() };
  const { along, parents, blocked } = held.proposal;
  return { ghosts: [{ ...held.to, leads: true }, ...along.map(({ id, to }) => ({ id, ...to, leads: false }))].filter(({ id }) => !parents.some((parent) => parent.id === id)), blocked: new Set(blocked.map(({ id }) => id)) };
};

/** The bars and their links. It is a picture: what it says stands in the rows for those who do not see it. */
export function GanttCanvas({ desk, model, window, listWidth, held, showCritical, chosen, onChoose, handlers }: GanttCanvasProps) {
  const words = useMessages(ganttMessages);
  const [hot, setHot] = useState<string>();
  const { campaign, schedule } = desk;
  const { scale } = model;
  const now = useNow(campaign.timeZone, zoomOf(scale.dayPixels) === 'hour');
  const marks = useMemo(() => (campaign.eventFrom ? [{ day: campaign.eventFrom, label: words.dDay }] : []), [campaign.eventFrom, words]);
  const top = window.first * ROW;
  const height = (window.last - window.first) * ROW;
  const { ghosts, blocked } = ghostsOf(held);
  const holds = held?.kind === 'link' ? held.task.id : hot;
  const onPointerOver = (event: PointerEvent<Element>) => {
    const id = (event.target as Element).closest<SVGElement>('[data-task], [data-bar]');
    setHot(id?.dataset['task'] ?? id?.dataset['bar']);
  };
  const onPointerDown = (event: PointerEvent<Element>) => {
    onChoose((event.target as SVGElement).dataset['link']);
    handlers.onPointerDown(event);
  };
  return (
    <svg
      aria-hidden="true" className={`${css['bars']} ${desk.canPlan ? css['canPull'] : ''} ${held?.kind === 'pull' ? css['pulling'] : ''}`}
      style={{ left: listWidth + window.left, top: HEAD + top, width: window.right - window.left, height }}
      viewBox={`${window.left} ${top} ${window.right - window.left} ${height}`} width={window.right - window.left} height={height}
      onPointerOver={onPointerOver} onPointerLeave={() => setHot(undefined)} {...handlers} onPointerDown={onPointerDown}
    >
      <g transform={`translate(0 ${top})`}><GanttGround scale={scale} left={window.left} right={window.right} height={height} today={nowX(scale, schedule.today, now)} marks={marks} companyDays={desk.companyDays} /></g>
      <GanttLinks model={model} first={window.first} last={window.last} chosen={chosen} showCritical={showCritical} />
      <GanttBars model={model} first={window.first} last={window.last} showCritical={showCritical} />
      {marks.map(({ day, label }) => <text key={day} className={css['dDayLabel']} x={xOf(scale, day) + 4} y={top + 11}>{label}</text>)}
      {holds && desk.canPlan ? <GanttHandles model={model} taskId={holds} /> : null}
      <GanttGhosts model={model} ghosts={ghosts} blocked={blocked} />
      {held?.kind === 'link' ? <DrawnLine drawing={held} model={model} /> : null}
    </svg>
  );
}
