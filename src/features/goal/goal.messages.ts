import { defineMessages } from '#platform/shared/messages.ts';

export const goalMessages = defineMessages(
  {
    problems: {
      'goal.frozen': () => '方案已提交或已核准，目标不能再改。如需调整，请先退回方案；执行中可以填写实际值。',
      'goal.metric_needed': () => '每个目标都要写明指标。',
    },
  },
  {
    problems: {
      'goal.frozen': () => 'The plan is submitted or approved, so goals no longer change. Have the plan returned first; actual values can be filled in while it runs.',
      'goal.metric_needed': () => 'Every goal needs a metric.',
    },
  },
);
