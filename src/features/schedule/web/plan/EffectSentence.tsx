import { useMemo } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import { useOperation } from '#platform/web/query.ts';
import { getBaseline } from '../../baseline/schedule.baseline.contract.ts';
import { baselineSummary } from '../../baseline/schedule.baseline.rules.ts';
import type { Task } from '../../schedule.contract.ts';
import { scheduleEffectMessages } from '../../plan/schedule.effect.web.messages.ts';
import type { DelayEffect } from '../../plan/schedule.effect.rules.ts';
import { scheduleCalendar } from '../../plan/schedule.leave.rules.ts';
import { dDayBrokenBy } from '../../plan/schedule.proposal.rules.ts';
import { baselineSentence, effectSentence } from '../../plan/schedule.sentence.rules.ts';
import type { ScheduleViewProps } from '../schedule.view.ts';

interface Props {
  readonly effect: DelayEffect;
  readonly tasks: readonly Pick<Task, 'id' | 'title'>[];
  /** The effect was asked for tasks that are D-day; else the sentence tells of the end of the plan. */
  readonly named?: boolean;
}

/** What a move or a delay does, as a sentence: 物料到货晚 2 天，场地布置顺延，D 日不变，余量 0 天。 */
export function EffectSentence({ effect, tasks, named = true }: Props) {
  const words = useMessages(scheduleEffectMessages);
  const titles = useMemo(() => new Map(tasks.map((task) => [task.id, task.title])), [tasks]);
  return effectSentence(effect, (id) => titles.get(id) ?? '', words, named);
}

/** Now against the schedule that was approved, after another sentence; nothing before the first approval. */
export function BaselineSentence({ campaign, schedule }: ScheduleViewProps) {
  const words = useMessages(scheduleEffectMessages);
  const baseline = useOperation(getBaseline, { params: { campaignId: campaign.id } }).data?.baseline;
  const brokenBy = useMemo(() => (baseline ? dDayBrokenBy(schedule.tasks, campaign, scheduleCalendar(schedule)) : 0), [baseline, campaign, schedule]);
  if (!baseline) return null;
  return words.baseline.follow(baselineSentence(baselineSummary(schedule.tasks, baseline, campaign), words, brokenBy));
}
