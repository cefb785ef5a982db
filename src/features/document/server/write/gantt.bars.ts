import type { PlanAnalysis } from '#features/schedule/plan/schedule.plan.rules.ts';
import { addDays } from '#platform/shared/calendar.ts';
import { linkWay, type Edges, type Point } from './gantt.links.ts';
import type { GanttRow } from './gantt.rows.ts';
import type { Scale } from './gantt.scale.ts';

export interface LinkView {
  readonly way: readonly Point[];
  readonly critical: boolean;
  /** The task stands earlier than the link allows. */
  readonly violated: boolean;
}

/** A milestone is drawn around the beginning of its day's middle, so its links leave from there. */
const HALF_MILESTONE = 5;

/** The links between the lines of one page; to a line that has no bar, or stands on another page, none is drawn. */
export function barLinks(rows: readonly GanttRow[], analysis: PlanAnalysis, scale: Scale, rowHeight: number): readonly LinkView[] {
  const edges = new Map<string, Edges>();
  rows.forEach((row, index) => {
    if (row.kind !== 'task') return;
    const from = row.task.startOn ?? row.task.endOn;
    const to = row.task.endOn ?? row.task.startOn;
    if (from === null || to === null) return;
    const left = scale.xOf(from);
    const right = scale.xOf(addDays(to < from ? from : to, 1));
    const middle = (left + right) / 2;
    edges.set(row.task.id, { ...(row.task.milestone ? { left: middle - HALF_MILESTONE, right: middle + HALF_MILESTONE } : { left, right }), y: (index + 0.5) * rowHeight });
  });
  const broken = new Set(analysis.violated.map(({ taskId, predecessorId, type }) => `${predecessorId} ${taskId} ${type}`));
  const isCritical = (id: string) => analysis.tasks.get(id)?.critical === true;
  return rows.flatMap((row) => (row.kind !== 'task' ? [] : row.task.links.flatMap((link): LinkView[] => {
    const [from, to] = [edges.get(link.predecessorId), edges.get(row.task.id)];
    if (!from || !to) return [];
    return [{ way: linkWay(from, to, link.type, rowHeight), critical: isCritical(link.predecessorId) && isCritical(row.task.id), violated: broken.has(`${link.predecessorId} ${row.task.id} ${link.type}`) }];
  })));
}
