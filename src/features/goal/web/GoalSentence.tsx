import { formatMeasure, formatTarget } from '#platform/shared/measure.ts';
import { useFormats, useLocale, useMessages } from '#platform/web/i18n.tsx';
import type { GoalFields } from '../goal.contract.ts';
import { absoluteTarget } from '../goal.rules.ts';
import { goalWebMessages } from '../goal.web.messages.ts';
import css from './goal.module.css';

/** The goal in one sentence: 品牌搜索量：基线 12,000（9月百度指数）→ 目标 15,600（+30%），10月31日前达成. */
export function GoalSentence({ goal }: { readonly goal: Pick<GoalFields, 'metric' | 'kind' | 'unit' | 'direction' | 'target' | 'baseline' | 'baselineSource' | 'dueOn'> }) {
  const words = useMessages(goalWebMessages).sentence;
  const formats = useFormats();
  const locale = useLocale();
  const { metric, kind, baseline, baselineSource, target, dueOn } = goal;
  const stated = formatTarget(target, goal, locale);
  const absolute = absoluteTarget(goal);
  const said =
    target === 0 && goal.direction === 'up' ? words.open(metric)
    : kind === 'growth' && baseline !== null ? words.growth(metric, formats.number(baseline), baselineSource, formats.number(absolute), stated)
    : kind !== 'growth' && baseline !== null ? words.from(metric, formatMeasure(baseline, goal, locale), baselineSource, stated)
    : words.plain(metric, stated);
  return <p className={css['sentence']}>{said}{dueOn && target > 0 ? words.due(formats.day(dueOn)) : null}</p>;
}
