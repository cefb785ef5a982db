import { defineMessages } from '#platform/shared/messages.ts';

const zhGaps = { theme: '活动主题', audience: '目标人群', lead: '总负责人', goals: '至少一个目标', budget: '预算', schedule: '进度', event: '现场日期' } as const;
const enGaps = { theme: 'a theme', audience: 'the target audience', lead: 'a campaign lead', goals: 'at least one goal', budget: 'a budget', schedule: 'a schedule', event: 'the days on site' };
type Gap = keyof typeof zhGaps;
const named = (data: Record<string, unknown>, names: Record<Gap, string>): string[] => (Array.isArray(data['gaps']) ? (data['gaps'] as Gap[]).map((gap) => names[gap]) : []);

export const planMessages = defineMessages(
  {
    gaps: zhGaps,
    problems: {
      'plan.incomplete': (data: Record<string, unknown>) => `方案还不能提交，缺少：${named(data, zhGaps).join('、')}。`,
      'plan.not_approved': () => '方案还没有核准，不能开始筹备。',
    },
  },
  {
    gaps: enGaps,
    problems: {
      'plan.incomplete': (data) => `The plan cannot be submitted yet. It lacks ${named(data, enGaps).join(', ')}.`,
      'plan.not_approved': () => 'The plan is not approved yet, so preparing cannot start.',
    },
  },
);
