import { useMemo } from 'react';
import type { Campaign } from '#features/campaign/campaign.contract.ts';
import { useLocale } from '#platform/web/i18n.tsx';
import { useOperation } from '#platform/web/query.ts';
import { metricOf } from '../goal.catalogue.rules.ts';
import { listMetrics, type MetricView, type MetricWords, type PastFigure } from '../goal.contract.ts';
import { pastOf, smartOf, type Smart, type SmartGoal } from '../goal.smart.rules.ts';

const NO_METRICS: readonly MetricView[] = [];
type Named = SmartGoal & { readonly metricKey?: string | null };

export interface Judge {
  readonly campaign: Campaign;
  /** Metrics that may be chosen: retired ones are left out. */
  readonly metrics: readonly MetricView[];
  readonly metricFor: (goal: { readonly metric: string; readonly metricKey?: string | null }) => MetricView | undefined;
  /** The words of a metric in the language of the page. */
  readonly wordsOf: (metric: MetricView) => MetricWords;
  readonly pastFor: (goal: Named) => PastFigure | null;
  readonly judge: (goal: Named) => Smart;
}

/** Everything that a goal is judged on, at hand while it is being typed. The name of the metric decides, not a key that was stored for an earlier name. */
export function useJudge(campaign: Campaign, past: readonly PastFigure[]): Judge {
  const all = useOperation(listMetrics, {}).data?.metrics ?? NO_METRICS;
  const locale = useLocale();
  return useMemo(() => {
    const wordsOf = (metric: MetricView) => (locale === 'en' ? metric.en : metric.zh);
    const metricFor = (goal: { readonly metric: string; readonly metricKey?: string | null }) => metricOf(goal, all);
    const pastFor = (goal: Named) => pastOf({ ...goal, metricKey: metricFor(goal)?.key ?? goal.metricKey ?? null }, past);
    const judge = (goal: Named) => {
      const metric = metricFor(goal);
      return smartOf(goal, { startsOn: campaign.startsOn, endsOn: campaign.endsOn, eventFrom: campaign.eventFrom, eventTo: campaign.eventTo, past: pastFor(goal), metric: metric ? { source: wordsOf(metric).source } : null });
    };
    return { campaign, metrics: all.filter((metric) => !metric.retired), metricFor, wordsOf, pastFor, judge };
  }, [campaign, past, all, locale]);
}
