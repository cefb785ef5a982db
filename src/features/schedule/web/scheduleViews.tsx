import { lazy, type ComponentType } from 'react';
import type { ScheduleViewProps } from './schedule.view.ts';
import { ScheduleTable } from './ScheduleTable.tsx';

/** The words of the tabs are `tabs` of the views' messages. */
export type ScheduleViewKey = 'table' | 'gantt' | 'board' | 'calendar' | 'delays' | 'conflicts';

interface ScheduleView {
  readonly key: ScheduleViewKey;
  readonly View: ComponentType<ScheduleViewProps>;
}

const DelaysView = lazy(async () => ({ default: (await import('./DelaysPanel.tsx')).DelaysPanel }));
const ConflictsView = lazy(async () => ({ default: (await import('./ConflictsPanel.tsx')).ConflictsPanel }));

/** In the order of the tabs. All but T2 are loaded when they are opened. */
export const SCHEDULE_VIEWS: readonly [ScheduleView, ...ScheduleView[]] = [
  { key: 'table', View: ScheduleTable },
  { key: 'delays', View: DelaysView },
  { key: 'conflicts', View: ConflictsView },
];
