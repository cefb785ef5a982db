import { defineMessages } from '#platform/shared/messages.ts';

/** What stands before and after a bound, by its name. */
type Bounds = Readonly<Record<string, readonly string[]>>;
const zhBounds: Bounds = {
  from: ['最少', '天'], to: ['最多', '天'], workingDays: ['期限', '个工作日'], percent: ['上限', '%'], groups: ['最多', '个组'], daysBefore: ['提前', '天以内'],
  hours: ['提前', '小时'], slackDays: ['提前', '天'], months: ['最长', '个月'], days: ['间隔', '天'],
};
const enBounds: Bounds = {
  from: ['at least', 'days'], to: ['at most', 'days'], workingDays: ['within', 'working days'], percent: ['at most', '%'], groups: ['at most', 'groups'], daysBefore: ['within', 'days before'],
  hours: ['ahead', 'hours'], slackDays: ['before', 'days'], months: ['at most', 'months'], days: ['gap', 'days'],
};

/** 设置 → 检查规则. */
export const checkWebMessages = defineMessages(
  {
    title: '检查规则',
    verdict: (rules: number, off: number, changed: number) => `过审检查共 ${rules} 条规则${off > 0 ? `，停用 ${off} 条` : ''}${changed > 0 ? `，本公司改过 ${changed} 条` : '，都是出厂设置'}。“必须改”会拦住提交，“需说明”要写一句话，“建议”不影响提交。`,
    readOnly: '由管理员和管理层修改，您可以查看。',
    filters: { label: '筛选规则', search: '搜索规则或条款', severity: '程度', allSeverities: '全部程度', state: '状态', allStates: '全部', changed: '改过的', off: '停用的' },
    columns: { rule: '规则', clause: '条款', severity: '程度', bounds: '界限', on: '启用' },
    severityOf: (name: string) => `“${name}”的程度`,
    boundOf: (name: string, bound: string) => `“${name}”的${bound}`,
    switchOf: (name: string) => `启用“${name}”`,
    isOn: '启用',
    isOff: '停用',
    own: '（默认）',
    fixable: '可一键修复',
    essential: '提交的前提，不能停用',
    was: (value: string) => `默认 ${value}`,
    changedBy: (name: string, at: string) => `${name} ${at} 修改`,
    bounds: zhBounds,
    reserve: '备用金的上下限在“预算规则”里设置。',
    reserveLink: '去预算规则',
    saved: (name: string) => `已保存：${name}`,
    reset: '恢复默认',
    resetOf: (name: string) => `把“${name}”恢复默认`,
    wrong: (from: number, to: number) => `请填写 ${from} 到 ${to} 之间的整数`,
    none: '没有符合条件的规则',
    noneHint: '换一个词，或清除筛选。',
  },
  {
    title: 'Check rules',
    verdict: (rules, off, changed) => `The plan check has ${rules} rules${off > 0 ? `, ${off} of them off` : ''}${changed > 0 ? `; the company changed ${changed}` : ', all as they came'}. An error blocks a submission, a warning needs a sentence, a hint is advice.`,
    readOnly: 'Administrators and management change them; you can read them.',
    filters: { label: 'Filter the rules', search: 'Search rules or clauses', severity: 'Severity', allSeverities: 'Any severity', state: 'State', allStates: 'All', changed: 'Changed', off: 'Off' },
    columns: { rule: 'Rule', clause: 'Clause', severity: 'Severity', bounds: 'Bounds', on: 'On' },
    severityOf: (name) => `Severity of “${name}”`,
    boundOf: (name, bound) => `“${name}”: ${bound}`,
    switchOf: (name) => `“${name}” is on`,
    isOn: 'on',
    isOff: 'off',
    own: ' (default)',
    fixable: 'one-click fix',
    essential: 'A submission needs it; it stays on',
    was: (value) => `default ${value}`,
    changedBy: (name, at) => `changed by ${name}, ${at}`,
    bounds: enBounds,
    reserve: 'The bounds of the reserve are set in the budget rules.',
    reserveLink: 'Budget rules',
    saved: (name) => `Saved: ${name}`,
    reset: 'Reset',
    resetOf: (name) => `Reset “${name}”`,
    wrong: (from, to) => `A whole number from ${from} to ${to}`,
    none: 'No such rule',
    noneHint: 'Try another word, or clear the filters.',
  },
);
