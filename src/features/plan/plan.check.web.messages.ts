import type { Fix, FixTask } from '#features/check/check.rules.ts';
import { defineMessages } from '#platform/shared/messages.ts';
import { formatMoney } from '#platform/shared/money.ts';

type Fixes = { readonly [K in Fix['kind']]: (fix: Extract<Fix, { kind: K }>) => string };

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const zhDay = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
const enDay = (day: string): string => `${MONTHS[Number(day.slice(5, 7)) - 1] ?? ''} ${Number(day.slice(8))}`;
const zhDays = (from: string, to: string): string => (from === to ? zhDay(from) : `${zhDay(from)}至${zhDay(to)}`);
const enDays = (from: string, to: string): string => (from === to ? enDay(from) : `${enDay(from)} to ${enDay(to)}`);
const zhTasks: Record<FixTask, string> = { setup: '布置调试', report: '评估报告', daily: '每日日报', briefing: '宣贯会', arrival: '提前到岗' };
const enTasks: Record<FixTask, string> = { setup: 'the set-up', report: 'the report', daily: 'the daily report', briefing: 'the briefing', arrival: 'the arrival' };

const zhFixes: Fixes = {
  add_reserve: ({ amountCents }) => `增加备用金 ${formatMoney(amountCents)}`,
  set_amount: ({ amountCents }) => `改为 ${formatMoney(amountCents)}`,
  owner_lead: () => '由总负责人负责',
  add_task: ({ task, startOn, endOn }) => `增加任务：${zhTasks[task]}（${zhDays(startOn, endOn)}）`,
  move_task: ({ endOn }) => `移到 ${zhDay(endOn)}`,
  move_material: ({ dueOn }) => `改为 ${zhDay(dueOn)}到货`,
  add_arrival: ({ startTime }) => `增加 ${startTime} 到岗`,
  add_zones: () => '补上这些区域',
  add_risks: () => '补上标准预案',
  order_risks: () => '按等级重新排列',
  add_questions: () => '采用标准问卷',
  extend_campaign: ({ endsOn }) => `周期延长到 ${zhDay(endsOn)}`,
  scale_parts: () => '按比例重新分解',
  goal_due: ({ dueOn }) => `截止日定为 ${zhDay(dueOn)}`,
};
const enFixes: Fixes = {
  add_reserve: ({ amountCents }) => `Add a reserve of ${formatMoney(amountCents)}`,
  set_amount: ({ amountCents }) => `Change to ${formatMoney(amountCents)}`,
  owner_lead: () => 'Give it to the lead',
  add_task: ({ task, startOn, endOn }) => `Add ${enTasks[task]} (${enDays(startOn, endOn)})`,
  move_task: ({ endOn }) => `Move to ${enDay(endOn)}`,
  move_material: ({ dueOn }) => `Have it by ${enDay(dueOn)}`,
  add_arrival: ({ startTime }) => `Add the arrival at ${startTime}`,
  add_zones: () => 'Add these zones',
  add_risks: () => 'Add the standard responses',
  order_risks: () => 'Order by weight',
  add_questions: () => 'Take the standard survey',
  extend_campaign: ({ endsOn }) => `Extend to ${enDay(endsOn)}`,
  scale_parts: () => 'Split again in proportion',
  goal_due: ({ dueOn }) => `Due on ${enDay(dueOn)}`,
};

/** The panel of 过审检查 and the part of the submission that answers it. */
export const planCheckWebMessages = defineMessages(
  {
    title: '过审检查',
    summary: {
      clear: (rules: number) => `${rules} 条规则全部通过。`,
      found: (error: number, warning: number, hint: number) => [error > 0 ? `${error} 项必须改` : '', warning > 0 ? `${warning} 项需说明` : '', hint > 0 ? `${hint} 项建议` : ''].filter(Boolean).join('，'),
      passed: (passed: number, rules: number) => `；${rules} 条规则通过 ${passed} 条。`,
    },
    groups: { error: '必须改', warning: '需说明', hint: '建议' },
    about: { error: '改好后才能提交。', warning: '能改的先改；不改的，提交时写一句说明，审批人会看到。', hint: '供参考，不影响提交。' },
    count: (count: number) => `${count} 项`,
    more: (count: number) => `再看 ${count} 项`,
    less: '收起',
    open: { overview: '改基本信息', goals: '看目标', budget: '看预算', team: '看小组', schedule: '看进度', plan: '看方案' },
    clause: (clause: string) => `标准 ${clause}`,
    fixes: zhFixes,
    fixed: (name: string) => `已修复：${name}`,
    settings: '检查规则',
    answers: {
      title: '对检查提醒的说明',
      text: (count: number) => `过审检查有 ${count} 类提醒还没有解决。逐条写明原因，或写一句对其余各项都适用的说明；说明会随这一版一起给审批人看。`,
      all: '统一说明',
      allHint: '没有单独说明的各项都用这一句。例如：首次试办，规模小，按简化方案执行。',
      own: (name: string) => `对“${name}”的说明`,
      missing: '请写一句统一说明，或在下面逐条说明。',
      add: '单独说明',
      addFor: (name: string) => `单独说明“${name}”`,
      rest: (count: number) => `等 ${count} 处`,
    },
  },
  {
    title: 'Plan check',
    summary: {
      clear: (rules) => `All ${rules} rules hold.`,
      found: (error, warning, hint) => [error > 0 ? `${error} must be mended` : '', warning > 0 ? `${warning} need a sentence` : '', hint > 0 ? `${hint} ${hint === 1 ? 'piece' : 'pieces'} of advice` : ''].filter(Boolean).join(', '),
      passed: (passed, rules) => `; ${passed} of ${rules} rules hold.`,
    },
    groups: { error: 'Must be mended', warning: 'Needs a sentence', hint: 'Advice' },
    about: { error: 'The plan cannot be submitted before.', warning: 'Mend what can be mended; for the rest, write a sentence when you submit. The approver reads it.', hint: 'For consideration; it does not hold up the submission.' },
    count: (count) => `${count}`,
    more: (count) => `${count} more`,
    less: 'Show fewer',
    open: { overview: 'Edit the basics', goals: 'See the goals', budget: 'See the budget', team: 'See the team', schedule: 'See the schedule', plan: 'See the plan' },
    clause: (clause) => `Standard ${clause}`,
    fixes: enFixes,
    fixed: (name) => `Mended: ${name}`,
    settings: 'Rules of the check',
    answers: {
      title: 'What you say to the warnings',
      text: (count) => `${count} kinds of warnings are open. Answer each, or write one sentence that holds for the rest; the approver reads it with this version.`,
      all: 'One sentence for all',
      allHint: 'Used for every warning without its own. For example: a first small trial, run by a simpler plan.',
      own: (name) => `On “${name}”`,
      missing: 'Write one sentence for all, or answer each below.',
      add: 'Answer this one',
      addFor: (name) => `Answer “${name}” by itself`,
      rest: (count) => `${count} in all`,
    },
  },
);
