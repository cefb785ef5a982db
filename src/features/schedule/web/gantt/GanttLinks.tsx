import { memo } from 'react';
import { arrowOf, crossesRows, DIAMOND, elbow, pathOf, type DrawnLink } from '../../views/schedule.gantt-links.rules.ts';
import { barOf, type BarBox } from '../../views/schedule.gantt.rules.ts';
import { BAR, MIDDLE, ROW, type GanttModel } from './gantt.model.ts';
import css from './gantt.module.css';

/** The bar of a row as it is drawn. */
export function boxAt(model: GanttModel, index: number): BarBox | undefined {
  const row = model.rows[index];
  return row?.kind === 'task' ? barOf(model.scale, { ...row.task, ...model.spanOf(row.task), milestone: row.task.milestone && !row.isParent }) : undefined;
}

const Line = memo(function Line({ one, model, chosen, showCritical }: { readonly one: DrawnLink; readonly model: GanttModel; readonly chosen: boolean; readonly showCritical: boolean }) {
  const [from, to] = [boxAt(model, one.from), boxAt(model, one.to)];
  if (!from || !to) return null;
  const points = elbow(one.link.type, { bar: from, y: one.from * ROW + MIDDLE }, { bar: to, y: one.to * ROW + MIDDLE }, ROW);
  const path = pathOf(points);
  const isCritical = (id: string): boolean => model.analysis.tasks.get(id)?.critical === true;
  const critical = showCritical && isCritical(one.taskId) && isCritical(one.link.predecessorId);
  const look = `${css['link']} ${critical ? css['criticalLink'] : ''} ${model.violated.has(one.key) ? css['violated'] : ''} ${chosen ? css['chosenLink'] : ''}`;
  return (
    <g className={look}>
      <path className={css['linkHit']} data-link={one.key} d={path} />
      <path className={css['linkLine']} d={path} />
      <path className={css['linkHead']} d={arrowOf(points)} />
    </g>
  );
});

/** The links that cross the rows on screen, as elbow lines of their type. */
export const GanttLinks = memo(function GanttLinks({ model, first, last, chosen, showCritical }: { readonly model: GanttModel; readonly first: number; readonly last: number; readonly chosen: string | undefined; readonly showCritical: boolean }) {
  return <g>{model.links.filter((one) => crossesRows(one, first, last)).map((one) => <Line key={one.key} one={one} model={model} chosen={chosen === one.key} showCritical={showCritical} />)}</g>;
});

/** What a bar can be held by while the pointer is on it: its two ends, and a dot at each to draw a link from. */
export function GanttHandles({ model, taskId }: { readonly model: GanttModel; readonly taskId: string }) {
  const index = model.rowOf.get(taskId);
  const row = index === undefined ? undefined : model.rows[index];
  const box = index === undefined ? undefined : boxAt(model, index);
  if (index === undefined || !box || row?.kind !== 'task') return null;
  const y = index * ROW;
  const half = box.width === 0 ? DIAMOND : 0;
  const [left, right] = [box.x - half, box.x + box.width + half];
  const grip = Math.min(7, box.width / 3);
  return (
    <g>
      {half > 0 || row.isParent ? null : (
        <>
          <rect className={css['handle']} data-grip="start" data-task={taskId} x={left} y={y + BAR.top} width={grip} height={BAR.height} />
          <rect className={css['handle']} data-grip="end" data-task={taskId} x={right - grip} y={y + BAR.top} width={grip} height={BAR.height} />
        </>
      )}
      <circle className={css['knob']} data-knob="start" data-task={taskId} cx={left - 9} cy={y + MIDDLE} r={4.5} />
      <circle className={css['knob']} data-knob="end" data-task={taskId} cx={right + 9} cy={y + MIDDLE} r={4.5} />
    </g>
  );
}
