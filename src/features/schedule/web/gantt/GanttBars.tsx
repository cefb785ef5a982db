import { memo, type CSSProperties } from 'react';
import { addDays, type Day } from '#platform/shared/calendar.ts';
import type { Task } from '../../schedule.contract.ts';
import { DIAMOND } from '../../views/schedule.gantt-links.rules.ts';
import type { TaskRowOf } from '../../views/schedule.gantt-rows.rules.ts';
import { barOf, xOf, type BarBox, type Scale } from '../../views/schedule.gantt.rules.ts';
import type { PlanDates } from '../../plan/schedule.plan.rules.ts';
import type { TaskState } from '../../schedule.rules.ts';
import { BAR, MIDDLE, ROW, type GanttModel } from './gantt.model.ts';
import css from './gantt.module.css';

/** The state as a sign in the bar: colour is never the only one. */
const GLYPH: Readonly<Record<TaskState, string>> = {
  open: '', doing: 'M3.5 2.500L9 6 3.500 9.500Z', done: 'M2 6.300l2.700 2.700L10 3.500', delayed: 'M6 2.500v3.800l2.300 1.400M6 11A5 5 0 1 0 6 1a5 5 0 0 0 0 10z', cancelled: 'M3 3l6 6M9 3l-6 6',
};
/** A Chinese sign at the size of the labels, and room at both sides. */
const SIGN = 12;
const LABEL_ROOM = 30;

const isFinished = (state: TaskState): boolean => state === 'done' || state === 'cancelled';
const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2000 ? SIGN : SIGN * 0.58), 0);

function diamond(x: number, y: number, half: number): string {
  return `M${x - half} ${y}L${x} ${y - half}L${x + half} ${y}L${x} ${y + half}Z`;
}

function bracket({ x, width }: BarBox, y: number): string {
  const [top, end] = [y + BAR.top + 2, x + Math.max(width, 8)];
  return `M${x} ${top + 12}V${top}H${end}V${top + 12}L${end - 6} ${top + 6}H${x + 6}Z`;
}

/** How late it may still be: from its end to its latest one. */
function Slack({ box, dates, scale, y }: { readonly box: BarBox; readonly dates: PlanDates; readonly scale: Scale; readonly y: number }) {
  const from = box.x + box.width + (box.width === 0 ? DIAMOND : 0);
  const to = xOf(scale, addDays(dates.lateFinish, 1));
  if (to <= from + 2) return null;
  return <path className={css['slack']} d={`M${from} ${y + MIDDLE}H${to}M${to} ${y + MIDDLE - 4}v8`} />;
}

function Baseline({ box, y, milestone }: { readonly box: BarBox; readonly y: number; readonly milestone: boolean }) {
  if (milestone) return <path className={css['baselineMark']} d={diamond(box.x, y + MIDDLE, DIAMOND - 1)} />;
  return <rect className={css['baselineMark']} x={box.x} y={y + BAR.top + BAR.height + 2} width={box.width} height={4} rx={2} />;
}

function Label({ task, box, tail, y }: { readonly task: Task; readonly box: BarBox; readonly tail: number; readonly y: number }) {
  const text = task.ownerText;
  const inside = box.width >= widthOf(text) + LABEL_ROOM;
  if (text === '') return null;
  const x = inside ? box.x + (GLYPH[task.effectiveState] ? 20 : 8) : Math.max(box.x + box.width + (box.width === 0 ? DIAMOND : 0), tail) + 6;
  if (!inside) return <text className={css['outside']} x={x} y={y + MIDDLE + 4}>{text}</text>;
  // Of a bar that begins left of the view the name stays in sight, as far as the bar goes.
  const place = { '--at': x - 8, '--most': Math.max(0, box.x + box.width - 8 - widthOf(text) - x) } as CSSProperties;
  return <text className={css['inside']} style={place} x={x} y={y + MIDDLE + 4}>{text}</text>;
}

interface BarProps {
  readonly row: TaskRowOf;
  readonly y: number;
  readonly model: GanttModel;
  readonly showCritical: boolean;
}

function Body({ row: { task, isParent }, box, y }: { readonly row: TaskRowOf; readonly box: BarBox; readonly y: number }) {
  const state = css[task.effectiveState];
  if (isParent) return <path className={css['bracket']} data-grip="move" data-task={task.id} d={bracket(box, y)} />;
  if (task.milestone) return <path className={`${css['bar']} ${state ?? ''}`} data-grip="move" data-task={task.id} d={diamond(box.x, y + MIDDLE, DIAMOND)} />;
  return <rect className={`${css['bar']} ${state ?? ''}`} data-grip="move" data-task={task.id} x={box.x} y={y + BAR.top} width={box.width} height={BAR.height} rx={Math.min(4, box.width / 2)} />;
}

const Bar = memo(function Bar({ row, y, model, showCritical }: BarProps) {
  const { task, isParent } = row;
  const { scale, analysis, linked, baseline } = model;
  const box = barOf(scale, { ...task, ...model.spanOf(task), milestone: task.milestone && !isParent });
  const before = baseline.get(task.id);
  const beforeBox = before ? barOf(scale, { ...before, milestone: task.milestone }) : undefined;
  const dates = linked.has(task.id) && !isParent && !isFinished(task.effectiveState) ? analysis.tasks.get(task.id) : undefined;
  const critical = showCritical && dates?.critical === true;
  const tail = dates && dates.totalSlack > 0 ? xOf(scale, addDays(dates.lateFinish, 1)) + 2 : 0;
  const glyph = !isParent && box && box.width >= 18 ? GLYPH[task.effectiveState] : '';
  return (
    <g className={task.fixed ? css['fixed'] : undefined} data-bar={task.id}>
      {beforeBox ? <Baseline box={beforeBox} y={y} milestone={task.milestone} /> : null}
      {box && dates && dates.totalSlack > 0 ? <Slack box={box} dates={dates} scale={scale} y={y} /> : null}
      {box ? <g className={`${css[task.effectiveState] ?? ''} ${critical ? css['critical'] : ''}`}>
        <Body row={row} box={box} y={y} />
        {glyph ? <path className={css['glyph']} d={glyph} transform={`translate(${box.x + 5} ${y + BAR.top + 3})`} /> : null}
        {isParent ? null : <Label task={task} box={box} tail={tail} y={y} />}
      </g> : null}
    </g>
  );
});

/** The bars of the rows on screen. */
export const GanttBars = memo(function GanttBars({ model, first, last, showCritical }: { readonly model: GanttModel; readonly first: number; readonly last: number; readonly showCritical: boolean }) {
  return (
    <g>
      {model.rows.slice(first, last).map((row, index) => {
        const y = (first + index) * ROW;
        if (row.kind === 'task') return <Bar key={row.key} row={row} y={y} model={model} showCritical={showCritical} />;
        const box = barOf(model.scale, row);
        return box ? <rect key={row.key} className={css['phaseBar']} x={box.x} y={y + MIDDLE - 2} width={box.width} height={4} rx={2} /> : null;
      })}
    </g>
  );
});

/** Where a bar would be: drawn while it is pulled, for it and for all that goes along. */
export interface Ghost {
  readonly id: string;
  readonly startOn: Day;
  readonly endOn: Day;
  readonly leads: boolean;
}

export function GanttGhosts({ model, ghosts, blocked }: { readonly model: GanttModel; readonly ghosts: readonly Ghost[]; readonly blocked: ReadonlySet<string> }) {
  return (
    <g>
      {ghosts.map((ghost) => {
        const index = model.rowOf.get(ghost.id);
        const row = index === undefined ? undefined : model.rows[index];
        if (index === undefined || row?.kind !== 'task') return null;
        const y = index * ROW;
        const box = barOf(model.scale, { startOn: ghost.startOn, endOn: ghost.endOn, milestone: row.task.milestone });
        if (!box) return null;
        const look = `${css['ghost']} ${ghost.leads ? css['leads'] : ''}`;
        if (box.width === 0) return <path key={ghost.id} className={look} d={diamond(box.x, y + MIDDLE, DIAMOND)} />;
        return <rect key={ghost.id} className={look} x={box.x} y={y + BAR.top} width={box.width} height={BAR.height} rx={4} />;
      })}
      {[...blocked].map((id) => {
        const index = model.rowOf.get(id);
        const row = index === undefined ? undefined : model.rows[index];
        const box = row?.kind === 'task' ? barOf(model.scale, { ...row.task, ...model.spanOf(row.task) }) : undefined;
        return index === undefined || !box ? null : <rect key={id} className={css['blocked']} x={box.x - 3 - (box.width === 0 ? DIAMOND : 0)} y={index * ROW + BAR.top - 3} width={Math.max(box.width, box.width === 0 ? 2 * DIAMOND : 0) + 6} height={BAR.height + 6} rx={6} />;
      })}
    </g>
  );
}
