import { defineMessages } from '#platform/shared/messages.ts';

const zhMissing = { goals: '目标的实际值', costs: '预算的实际花费', highlights: '亮点', shortcomings: '不足' } as const;
const enMissing = { goals: 'actual values of the goals', costs: 'actual cost of the budget', highlights: 'highlights', shortcomings: 'shortcomings' };
type Missing = keyof typeof zhMissing;
const named = (data: Record<string, unknown>, names: Record<Missing, string>): string[] => (Array.isArray(data['missing']) ? (data['missing'] as Missing[]).map((one) => names[one]) : []);

export const evaluationMessages = defineMessages(
  {
    missing: zhMissing,
    reportTitle: (name: string) => `${name}活动效果评估报告`,
    problems: {
      'evaluation.in_approval': () => '评估报告正在审批或已核准，不能再改。如需修改，请先撤回或请审批人退回。',
      'evaluation.incomplete': (data: Record<string, unknown>) => `评估报告还不能提交，请先补齐：${named(data, zhMissing).join('、')}。`,
    },
    verdict: {
      goals: (reached: number, total: number) => `${total} 个目标达成 ${reached} 个`,
      noActuals: '目标的实际值还没有填写',
      under: (amount: string) => `花费比预算少 ${amount}`,
      over: (amount: string) => `花费超出预算 ${amount}`,
      even: '花费与预算相同',
      noCost: '还没有登记实际花费',
      schedule: (done: number, total: number) => `${total} 项任务完成 ${done} 项`,
      join: '，',
      end: '。',
    },
  },
  {
    missing: enMissing,
    reportTitle: (name) => `${name}: evaluation report`,
    problems: {
      'evaluation.in_approval': () => 'The report is in approval or approved and no longer changes. Withdraw it or have it returned first.',
      'evaluation.incomplete': (data) => `The report cannot be submitted yet. Please fill in ${named(data, enMissing).join(', ')}.`,
    },
    verdict: {
      goals: (reached, total) => `${reached} of ${total} goals reached`,
      noActuals: 'no actual values of the goals yet',
      under: (amount) => `${amount} under budget`,
      over: (amount) => `${amount} over budget`,
      even: 'cost equals the budget',
      noCost: 'no actual cost yet',
      schedule: (done, total) => `${done} of ${total} tasks done`,
      join: ', ',
      end: '.',
    },
  },
);
