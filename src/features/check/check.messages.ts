import { smartMessages } from '#features/goal/goal.smart.messages.ts';
import type { SmartCode } from '#features/goal/goal.smart.rules.ts';
import { defineMessages, type Locale } from '#platform/shared/messages.ts';
import { basicsWords } from './check.basics.messages.ts';
import { moneyWords } from './check.money.messages.ts';
import { promotionWords } from './check.promotion.messages.ts';
import { safetyWords } from './check.safety.messages.ts';
import { said, type Data } from './check.said.messages.ts';
import { scheduleWords } from './check.schedule.messages.ts';

/** What is wrong with a letter of SMART, in the words of the goals. */
function letter(data: Data, locale: Locale): { readonly what: string; readonly mend: string } {
  return smartMessages[locale].failed[said(data, 'code') as SmartCode](data as Parameters<(typeof smartMessages)['zh-CN']['failed'][SmartCode]>[0]);
}

const zhLetter = { what: (d: Data) => `“${said(d, 'metric')}”：${letter(d, 'zh-CN').what}`, mend: (d: Data) => letter(d, 'zh-CN').mend };
const enLetter = { what: (d: Data) => `“${said(d, 'metric')}”: ${letter(d, 'en').what}`, mend: (d: Data) => letter(d, 'en').mend };

const zh = 'zh-CN';

/** Every rule's name, and what a finding of it says: what is wrong, and how to mend it. */
export const checkMessages = defineMessages(
  {
    rules: {
      ...basicsWords[zh], ...moneyWords[zh], ...scheduleWords[zh], ...promotionWords[zh].rules, ...safetyWords[zh],
      G03: { name: '目标具体（S）', ...zhLetter }, G04: { name: '目标可衡量（M）', ...zhLetter }, G05: { name: '目标可达成（A）', ...zhLetter }, G06: { name: '目标与策略相关（R）', ...zhLetter }, G07: { name: '目标有时限（T）', ...zhLetter },
    },
    severities: { error: '必须改', warning: '需说明', hint: '建议' },
    subjects: { P: '基本信息', G: '目标', B: '预算', T: '小组', S: '进度', C: '渠道', M: '物料', O: '现场', R: '应急预案', D: '个人信息', W: '广告用语' },
    problems: {
      'check.rule_unknown': () => '没有这条检查规则，可能是页面已过期，请刷新后重试。',
      'check.rule_fixed': () => '这条规则是提交方案的前提，不能停用或降级。',
      'check.bound_outside': (data: Data) => `请填写 ${said(data, 'from')} 到 ${said(data, 'to')} 之间的整数。`,
      'check.bounds_order': () => '下限不能高于上限。',
    },
  },
  {
    rules: {
      ...basicsWords.en, ...moneyWords.en, ...scheduleWords.en, ...promotionWords.en.rules, ...safetyWords.en,
      G03: { name: 'Specific goals (S)', ...enLetter }, G04: { name: 'Measurable goals (M)', ...enLetter }, G05: { name: 'Achievable goals (A)', ...enLetter }, G06: { name: 'Relevant goals (R)', ...enLetter }, G07: { name: 'Time-bound goals (T)', ...enLetter },
    },
    severities: { error: 'Must be mended', warning: 'Needs a sentence', hint: 'Advice' },
    subjects: { P: 'Basics', G: 'Goals', B: 'Budget', T: 'Team', S: 'Schedule', C: 'Channels', M: 'Materials', O: 'On site', R: 'Contingency plan', D: 'Personal data', W: 'Advertising words' },
    problems: {
      'check.rule_unknown': () => 'There is no such rule; the page may be out of date. Reload it and try again.',
      'check.rule_fixed': () => 'A plan cannot be submitted without this rule: it is neither switched off nor softened.',
      'check.bound_outside': (data) => `Enter a whole number from ${said(data, 'from')} to ${said(data, 'to')}.`,
      'check.bounds_order': () => 'The lower bound is not above the upper one.',
    },
  },
);

interface RuleWords {
  readonly name: string;
  readonly what: (data: Data) => string;
  readonly mend: (data: Data) => string;
}

/** The words of a rule by its id. */
export function ruleWords(rule: string, locale: Locale): RuleWords {
  const words = (checkMessages[locale].rules as Readonly<Record<string, RuleWords>>)[rule];
  if (!words) throw new Error(`no words for the rule ${rule}`);
  return words;
}
