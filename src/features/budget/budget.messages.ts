import { defineMessages } from '#platform/shared/messages.ts';

export const budgetMessages = defineMessages(
  {
    problems: {
      'budget.frozen': () => '方案已提交或已核准，预算不能再改。执行中可以登记实际花费、备注；如需调整预算，请先退回方案。',
    },
  },
  {
    problems: {
      'budget.frozen': () => 'The plan is submitted or approved, so the budget no longer changes. Actual cost and notes can be recorded; to change amounts, have the plan returned first.',
    },
  },
);
