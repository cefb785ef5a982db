import { defineMessages } from '#platform/shared/messages.ts';

export const planMessages = defineMessages(
  {
    problems: {
      'plan.not_approved': () => '方案还没有核准，不能开始筹备。',
    },
  },
  {
    problems: {
      'plan.not_approved': () => 'The plan is not approved yet, so preparing cannot start.',
    },
  },
);
