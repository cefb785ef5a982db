import { useCallback, useMemo, useState } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import { useSearch } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { EmptyState } from '#platform/web/ui/States.tsx';
import { ganttMessages } from '../../views/schedule.gantt.web.messages.ts';
import { getBaseline } from '../../baseline/schedule.baseline.contract.ts';
import { useDesk } from '../desk.ts';
import type { BaselineDays } from './gantt.model.ts';
import { GanttChart } from './GanttChart.tsx';
import type { ScheduleViewProps } from '../schedule.view.ts';

/** The schedule as bars over time, and under them the days of the version that was approved last. */
export function GanttView({ campaign }: ScheduleViewProps) {
  const words = useMessages(ganttMessages).empty;
  const desk = useDesk();
  const baseline = useOperation(getBaseline, { params: { campaignId: campaign.id } }).data?.baseline;
  const [, setSearch] = useSearch();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const days = useMemo(() => new Map((baseline?.tasks ?? []).map(({ taskId, startOn, endOn }): [string, BaselineDays] => [taskId, { startOn, endOn }])), [baseline]);
  const onFold = useCallback((key: string) => setClosed((now) => (now.has(key) ? new Set([...now].filter((one) => one !== key)) : new Set([...now, key]))), []);
  if (desk.tasks.length === 0) return <EmptyState title={words.title} actions={<Button kind="primary" onClick={() => setSearch({ view: undefined })}>{words.open}</Button>}>{words.text}</EmptyState>;
  return <GanttChart desk={desk} closed={closed} onFold={onFold} baseline={days} />;
}
