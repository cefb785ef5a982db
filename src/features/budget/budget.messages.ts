import { defineMessages } from '#platform/shared/messages.ts';
import { formatMoney } from '#platform/shared/money.ts';

type Data = Readonly<Record<string, unknown>>;

export const budgetMessages = defineMessages(
  {
    problems: {
      'budget.frozen': () => '方案已提交或已核准，预算表不能再直接修改，只能写备注。需要用款请提交申请；金额要变，请申请调剂、追加或核减。',
      'budget.opening_overspent': ({ line, overCents }: Data) => `“${String(line)}”登记的实际花费已超出预算 ${formatMoney(Number(overCents))}，请先调整这一项的预算或实际花费。`,
      'budget.rules_order': () => '备用金比例的下限不能高于上限，预警线要从低到高填写。',
    },
  },
  {
    problems: {
      'budget.frozen': () => 'The plan is submitted or approved, so the table takes notes only. To spend, submit a request; to change amounts, ask for a transfer, a supplement or a cut.',
      'budget.opening_overspent': ({ line, overCents }) => `The recorded cost of “${String(line)}” is over its budget by ${formatMoney(Number(overCents))}, so the plan cannot go on. Mend this line first.`,
      'budget.rules_order': () => 'The lower bound of the reserve is not above the upper one, and warnings go from low to high.',
    },
  },
);
