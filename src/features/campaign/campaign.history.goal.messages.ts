import { defineMessages } from '#platform/shared/messages.ts';

interface Told {
  readonly name: string;
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
}

/** Goals beyond their rows: parts of a target, and the company's catalogue of metrics. */
export const goalHistory = defineMessages(
  {
    sentences: {
      goal_split: ({ name, after }: Told) => (after['count'] === '0' ? `取消了目标“${name}”的分解` : `把目标“${name}”按${after['split'] ?? ''}分成 ${after['count'] ?? ''} 份`),
      metric_created: ({ after }: Told) => `在指标库新增了“${after['name'] ?? ''}”`,
      metric_changed: ({ after }: Told) => `修改了指标库的“${after['name'] ?? ''}”`,
      metric_retired: ({ after }: Told) => `停用了指标“${after['name'] ?? ''}”`,
      metric_restored: ({ after }: Told) => `恢复了指标“${after['name'] ?? ''}”`,
    },
    fields: { level: '级别', baseline: '基线', baselineSource: '基线来源', measure: '统计方式', actualNumerator: '分子', actualDenominator: '分母' },
    values: { level: { key: '关键', supporting: '支撑' }, split: { phase: '阶段', channel: '渠道', week: '周', day: '天', own: '自定的部分' } },
  },
  {
    sentences: {
      goal_split: ({ name, after }) => (after['count'] === '0' ? `took back the split of “${name}”` : `split “${name}” into ${after['count'] ?? ''} (${after['split'] ?? ''})`),
      metric_created: ({ after }) => `added the metric “${after['name'] ?? ''}” to the catalogue`,
      metric_changed: ({ after }) => `changed the metric “${after['name'] ?? ''}” in the catalogue`,
      metric_retired: ({ after }) => `retired the metric “${after['name'] ?? ''}”`,
      metric_restored: ({ after }) => `took back the metric “${after['name'] ?? ''}”`,
    },
    fields: { level: 'Level', baseline: 'Baseline', baselineSource: 'Source of the baseline', measure: 'Measured by', actualNumerator: 'Numerator', actualDenominator: 'Denominator' },
    values: { level: { key: 'key', supporting: 'supporting' }, split: { phase: 'phases', channel: 'channels', week: 'weeks', day: 'days', own: 'own parts' } },
  },
);
