import { lazy, type ComponentType } from 'react';
import type { ScheduleViewProps } from './schedule.view.ts';
import { ScheduleTable } from './ScheduleTable.tsx';

/** The words of the tabs are `tabs` of the views' messages. */
export type ScheduleViewKey = 'table' | 'gantt' | 'board' | 'calendar' | 'delays' | 'conflicts';

interface ScheduleView {
  readonly key: ScheduleViewKey;
  readonly View: ComponentType<ScheduleViewProps>;
}

const GanttView = lazy(async () => ({ default: (await import('./gantt/GanttView.tsx')).GanttView }));
const BoardView = lazy(async () => ({ default: (await import('./board/BoardView.tsx')).BoardView }));
const CalendarView = lazy(async () => ({ default: (await import('./calendar/CalendarView.tsx')).CalendarView }));
const DelaysPanel = lazy(async () => ({ default: (await import('./delays/DelaysPanel.tsx')).DelaysPanel }));
const ConflictsPanel = lazy(async () => ({ default: (await import('./conflicts/ConflictsPanel.tsx')).ConflictsPanel }));

/** In the order of the tabs. All but T2 are loaded when they are opened. */
export const SCHEDULE_VIEWS: readonly [ScheduleView, ...ScheduleView[]] = [
  { key: 'table', View: ScheduleTable },
  { key: 'gantt', View: GanttView },
  { key: 'board', View: BoardView },
  { key: 'calendar', View: CalendarView },
  { key: 'delays', View: DelaysPanel },
  { key: 'conflicts', View: ConflictsPanel },
];
