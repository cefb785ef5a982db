import { defineMessages } from '#platform/shared/messages.ts';

/** 设置 → 预算规则 */
export const budgetSettingsMessages = defineMessages(
  {
    title: '预算规则',
    verdict: (from: string, to: string, warn: readonly string[]) => `应急备用金应占预算总额的 ${from}–${to}；科目用到 ${warn.join('、')} 时提醒。`,
    readOnly: '由管理员和财务修改。',
    reserve: { title: '应急备用金', text: '占预算总额的比例，总额包含备用金本身。低于或高于这个范围时，预算页会说明应留多少。', from: '下限（%）', to: '上限（%）' },
    warn: { title: '预算提醒', text: '已花费、已承诺、已预留合计达到预算的这些比例时，在预算页标出，并通知总负责人和科目负责人。最高一档按紧急标出。', level: (number: number) => `第 ${number} 档（%）`, add: '添加一档', remove: (percent: string) => `删除 ${percent}% 这一档` },
    save: '保存', saved: '预算规则已保存',
    errors: { percent: '请填写 0 到 100 的整数。', warnPercent: '请填写 1 到 100 的整数。', order: '上限不能低于下限。', rising: '每一档要比前一档高。' },
  },
  {
    title: 'Budget rules',
    verdict: (from, to, warn) => `The contingency reserve is to be ${from}–${to} of the total; a line warns at ${warn.join(', ')} of its budget.`,
    readOnly: 'Administrators and finance change these.',
    reserve: { title: 'Contingency reserve', text: 'Its share of the total, the reserve included. Outside these bounds the budget page says what would be inside.', from: 'At least (%)', to: 'At most (%)' },
    warn: { title: 'Warnings', text: 'When what is spent, committed and reserved reaches these shares of a line, the budget page marks it and the lead and the owner of the line are told. The highest is marked as urgent.', level: (number) => `Level ${number} (%)`, add: 'Add a level', remove: (percent) => `Delete the level of ${percent}%` },
    save: 'Save', saved: 'Budget rules saved',
    errors: { percent: 'Enter a whole number from 0 to 100.', warnPercent: 'Enter a whole number from 1 to 100.', order: 'The upper bound may not be below the lower one.', rising: 'Each level must be above the one before.' },
  },
);
