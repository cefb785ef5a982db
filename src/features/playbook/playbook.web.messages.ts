import { defineMessages } from '#platform/shared/messages.ts';
import type { UseWarning } from './playbook.warning.rules.ts';

type Said = { [C in UseWarning['code']]: (warning: Extract<UseWarning, { readonly code: C }>, day: (day: string) => string) => string };

const few = (names: readonly string[], more: (count: number) => string): string => (names.length > 3 ? more(names.length) : '');

const zhWarnings: Said = {
  started: ({ days, tasks }) => `按模板，筹备应在 ${days} 天前开始${tasks > 0 ? `，有 ${tasks} 项任务的日期已过` : ''}。可以推迟活动首日，或创建后压缩前期任务。`,
  uncovered: ({ year }) => `国务院尚未公布 ${year} 年的放假安排，这一年的工作日按周一至周五估算。`,
  restDays: ({ tasks }, day) => `${tasks.length} 项任务在休息日到期：${tasks.slice(0, 3).map((task) => `${task.title}（${day(task.day)}）`).join('、')}${few(tasks.map(({ title }) => title), (count) => `等 ${count} 项`)}。`,
  undated: ({ titles }) => `${titles.length} 项任务没有日期：${titles.slice(0, 3).join('、')}。创建后请在进度中补上。`,
  outside: ({ titles }) => `${titles.length} 项任务在活动周期之外：${titles.slice(0, 3).join('、')}。`,
  noTarget: ({ metrics }) => `${metrics.join('、')}没有目标值，不会写入。现在填上，或创建后在目标中补上。`,
  placeholders: ({ count }) => `还有 ${count} 处【】没有填写，会原样留在方案里，提交前的过审检查会提醒。`,
};
const enWarnings: Said = {
  started: ({ days, tasks }) => `By the playbook, preparation should have begun ${days} days ago${tasks > 0 ? `; the dates of ${tasks} tasks have passed` : ''}. Choose a later first day, or shorten the early tasks afterwards.`,
  uncovered: ({ year }) => `The holidays of ${year} are not announced yet; Monday to Friday are counted as working days.`,
  restDays: ({ tasks }, day) => `${tasks.length} tasks are due on days off: ${tasks.slice(0, 3).map((task) => `${task.title} (${day(task.day)})`).join(', ')}${few(tasks.map(({ title }) => title), (count) => `, ${count} in all`)}.`,
  undated: ({ titles }) => `${titles.length} tasks have no date: ${titles.slice(0, 3).join(', ')}. Add them in the schedule afterwards.`,
  outside: ({ titles }) => `${titles.length} tasks lie outside the campaign: ${titles.slice(0, 3).join(', ')}.`,
  noTarget: ({ metrics }) => `${metrics.join(', ')}: no target, so it will not be written. Enter one now, or later among the goals.`,
  placeholders: ({ count }) => `${count} placeholders are still open; they stay in the plan, and the check will remind you before it is submitted.`,
};

/** Texts of the pages that start a campaign. */
export const playbookWebMessages = defineMessages(
  {
    start: {
      title: '新建活动', campaigns: '活动',
      lead: '选一个活动模板，回答几个问题，目标、预算、分工、进度、渠道、物料和应急预案就都有了；之后每一项都可以改。',
      playbooks: '选择活动模板', other: '或者', manage: '管理活动模板',
      facts: (tasks: number, goals: number, weeks: string) => `${tasks} 项任务 · ${goals} 个目标 · 前后 ${weeks}`,
      weeks: (weeks: number) => `${weeks} 周`, days: (days: number) => `${days} 天`,
      own: '本公司', edited: '本公司修改',
      blank: '空白活动', blankHint: '只建活动，目标、预算和进度自己填。',
      document: '从文档导入', documentHint: '已有 Word、Excel 方案或表格：建好活动后上传，核对后写入。',
      refused: '您的角色不能新建活动。如需新建，请联系管理员。',
    },
    use: {
      questions: '只需要您回答', name: '活动名称', namePlaceholder: '例如：中秋到店有礼', nameMissing: '请填写活动名称',
      first: '活动首日（D 日）', firstHint: (day: string) => `今天开始筹备，最早可以定在 ${day}`, takeFirst: (day: string) => `定在 ${day}`, firstMissing: '请选择活动首日',
      length: '活动天数', lengthWrong: '请填写 1–366 的整数',
      total: '预算总额（元）', totalHint: (amount: string) => `模板按 ${amount} 元编制，比例不变`, totalWrong: '请填写金额，最多两位小数，例如 200000',
      lead: '总负责人', leadUnknown: '请从名单中选择总负责人', department: '所属部门', noDepartment: '不属于任何部门',
      targets: '目标值', targetsHint: '灰色的是模板的建议值，直接改；空着的目标不会写入。', targetOf: (metric: string) => `${metric}的目标值`, targetWrong: '请填写不小于 0 的数字', asked: '请填写',
      words: '模板里要您填的内容', wordsHint: '会写进方案正文、渠道和预案等处；不填的原样保留。',
      submit: '创建活动', created: (name: string) => `已从模板建好“${name}”`,
    },
    preview: {
      title: '预览', waiting: '选好活动首日，这里按真实日历排出每一天：调休、节假日和到期的任务。',
      verdict: (start: string, event: string, end: string, days: number) => `${start}开始筹备，${event}活动，${end}收尾，前后 ${days} 天。`,
      contents: (tasks: number, goals: number, total: string) => `${tasks} 项任务、${goals} 个目标，预算 ${total}。`,
      warnings: '请留意', calendar: '日历', tasks: '任务与日期', budget: '预算拆分', lists: (parts: string) => `一并写入：${parts}。`,
      rest: '休', work: '班',
      day: (day: string, mark: string, going: number, due: string) => `${day}${mark ? `，${mark}` : ''}，${going} 项任务进行中${due ? `，到期：${due}` : ''}`,
      restDay: '休息日', workDay: '调休上班', eventDay: '活动日', going: (count: number) => `${count} 项`,
      legend: { event: '活动日', rest: '休息日', due: '当天到期的任务数' },
      columns: { when: '时间节点', title: '任务内容', owner: '负责人', category: '预算科目', share: '比例', amount: '金额', yuan: '元' },
      parts: {
        personas: (count: number) => `目标人群 ${count} 类`, channels: (count: number) => `渠道排期 ${count} 条`, materials: (count: number) => `物料 ${count} 项`, steps: (count: number) => `现场流程 ${count} 步`, zones: (count: number) => `现场分区 ${count} 个`,
        risks: (count: number) => `应急预案 ${count} 条`, questions: (count: number) => `问卷 ${count} 题`, data: (count: number) => `个人信息 ${count} 项`, areas: (count: number) => `责任分工 ${count} 项`, sections: (count: number) => `方案正文 ${count} 节`,
      },
      warning: zhWarnings,
    },
  },
  {
    start: {
      title: 'New campaign', campaigns: 'Campaigns',
      lead: 'Choose a playbook and answer a few questions: goals, budget, team, schedule, channels, materials and contingency plan are there at once, and all of it can be changed.',
      playbooks: 'Choose a playbook', other: 'Or', manage: 'Manage playbooks',
      facts: (tasks, goals, weeks) => `${tasks} tasks · ${goals} goals · ${weeks} in all`,
      weeks: (weeks) => `${weeks} weeks`, days: (days) => `${days} days`,
      own: 'Own', edited: 'Own version',
      blank: 'An empty campaign', blankHint: 'Make the campaign only; enter goals, budget and schedule yourself.',
      document: 'A document', documentHint: 'You have a plan or tables in Word or Excel: make the campaign, upload, check, then it is written.',
      refused: 'Your role cannot create campaigns. Ask an administrator if you need to.',
    },
    use: {
      questions: 'Only these are left', name: 'Name', namePlaceholder: 'For example: Mid-autumn gifts', nameMissing: 'Enter a name',
      first: 'First day of the event (D)', firstHint: (day) => `If preparation begins today, ${day} is the earliest`, takeFirst: (day) => `Take ${day}`, firstMissing: 'Choose the first day of the event',
      length: 'Days of the event', lengthWrong: 'Enter a whole number from 1 to 366',
      total: 'Total budget (CNY)', totalHint: (amount) => `The playbook was made for ${amount}; the shares stay`, totalWrong: 'Enter an amount with two decimals at most, such as 200000',
      lead: 'Campaign lead', leadUnknown: 'Choose the lead from the list', department: 'Department', noDepartment: 'No department',
      targets: 'Targets', targetsHint: 'Grey figures are the playbook’s; change them as you like. A goal without a target is left out.', targetOf: (metric) => `Target of ${metric}`, targetWrong: 'Enter a number, 0 or more', asked: 'Enter',
      words: 'What the playbook asks you', wordsHint: 'Goes into the plan’s text, channels and risks; what you leave open stays as it is.',
      submit: 'Create the campaign', created: (name) => `“${name}” was made from the playbook`,
    },
    preview: {
      title: 'Preview', waiting: 'Choose the first day of the event: every day then stands here on the real calendar, with holidays and what is due.',
      verdict: (start, event, end, days) => `Preparation from ${start}, event ${event}, done by ${end}: ${days} days in all. `,
      contents: (tasks, goals, total) => `${tasks} tasks, ${goals} goals, a budget of ${total}.`,
      warnings: 'Please note', calendar: 'Calendar', tasks: 'Tasks and days', budget: 'Budget', lists: (parts) => `Written as well: ${parts}.`,
      rest: 'off', work: 'work',
      day: (day, mark, going, due) => `${day}${mark ? `, ${mark}` : ''}, ${going} tasks going on${due ? `, due: ${due}` : ''}`,
      restDay: 'day off', workDay: 'worked in exchange', eventDay: 'event', going: (count) => String(count),
      legend: { event: 'Event', rest: 'Day off', due: 'Tasks due that day' },
      columns: { when: 'When', title: 'Task', owner: 'Owner', category: 'Category', share: 'Share', amount: 'Amount', yuan: 'CNY' },
      parts: {
        personas: (count) => `${count} personas`, channels: (count) => `${count} channels`, materials: (count) => `${count} materials`, steps: (count) => `${count} steps of the run sheet`, zones: (count) => `${count} zones`,
        risks: (count) => `${count} risks`, questions: (count) => `${count} survey questions`, data: (count) => `${count} items of personal data`, areas: (count) => `${count} areas of work`, sections: (count) => `${count} sections of text`,
      },
      warning: enWarnings,
    },
  },
);
export type PlaybookWebWords = (typeof playbookWebMessages)['zh-CN'];
