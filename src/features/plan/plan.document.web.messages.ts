import { defineMessages } from '#platform/shared/messages.ts';

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const zhNumber = (value: number): string => (value < 10 ? digits[value] : `${value < 20 ? '' : digits[Math.floor(value / 10)]}十${digits[value % 10]}`) ?? '';

export const planDocumentWebMessages = defineMessages(
  {
    outline: '章节', outlineOpen: '选择章节', progress: (written: number, all: number) => `已写 ${written}/${all} 节`, written: '已写', unwritten: '还没有写', marks: (count: number) => `${count} 处需要修改`,
    ordinal: (number: number) => `${zhNumber(number)}、`,
    previous: '上一节', next: '下一节',
    teach: {
      theme: '一句话说清这次活动叫什么、主张什么，让每个小组对外说法一致。', period: '筹备、预热、现场、延续各从哪天到哪天，为什么选这几天。', goals: '目标从公司战略和市场现状怎么来，为什么是这个数。',
      audience: '这次要打动谁：他们是谁、在意什么、在哪里能遇到。', channels: '为什么选这些渠道，预热、爆发、延续各讲什么，投入向哪里倾斜。', process: '从进场到撤场怎么走，观众的动线是什么，哪个环节必须准点。',
      materials: '需要哪些物料、场地和设备，谁提供，怎么验收。', budget: '钱怎么分、为什么这样分，哪些可以调整，哪些不能动。', team: '各小组负责什么，怎么配合，信息在哪里同步。', schedule: '关键节点是哪些，哪一步晚了会影响全局。',
      risks: '最担心什么，出现什么信号就启动预案，由谁决定。', compliance: '收集哪些个人信息，宣传用语和抽奖规则怎么合规。', own: '写下这一节的内容。',
    },
    nothing: '这一节还没有内容。',
    sync: { saving: '正在保存…', saved: '已保存', savedBy: (name: string, ago: string) => `最近修改：${name} · ${ago}`, offline: '没有网络，已存在本机，连上后自动保存', frozen: '方案已提交，以下文字没有保存', gone: '这一节已被他人删除，以下文字没有保存', refused: '没有保存' },
    lost: { copy: '复制文字', copied: '已复制', failed: '浏览器不允许复制，请选中文字后按 Ctrl+C' },
    here: (name: string) => `${name}正在这一节`,
    toolbar: {
      label: '文字格式', heading: '标题', subheading: '小标题', bold: '加粗', italic: '斜体', underline: '下划线', bullets: '项目符号', numbers: '编号', quote: '引用', link: '链接', undo: '撤销', redo: '重做',
      linkTitle: '添加链接', linkAddress: '网址', linkHint: '以 https:// 开头', linkWrong: '请填写以 http:// 或 https:// 开头的网址', linkSet: '添加', linkRemove: '移除链接',
    },
    own: {
      add: '新增章节', addTitle: '新增章节', name: '章节名称', nameNeeded: '请填写章节名称', place: '位置', after: (name: string) => `“${name}”之后`, first: '最前面', create: '新增', actions: (name: string) => `“${name}”的操作`, rename: '改名', renameTitle: '给章节改名', save: '保存',
      up: '上移', down: '下移', remove: '删除', removed: (name: string) => `已删除“${name}”`,
    },
    facts: {
      name: '活动名称', theme: '主题', scenario: '场景', noTheme: '还没有写主题', edit: '修改基本信息', period: '活动周期', event: '现场日期', noEvent: '还没有定现场日期', days: (count: number) => `共 ${count} 天`, audience: '目标人群', phases: '推广阶段',
      metric: '指标', target: '目标值', note: '备注', category: '预算科目', detail: '明细说明', amount: '预算金额', owner: '负责人', share: '占比', group: '小组', people: '成员', phase: '阶段', when: '时间节点', task: '任务内容',
      goals: '目标', budget: '活动预算表', schedule: '活动执行进度表', team: '小组成员', total: '合计', editGoals: '编辑目标', editBudget: '编辑预算', editTeam: '编辑小组', editSchedule: '编辑进度', seeGoals: '查看目标', seeBudget: '查看预算', seeTeam: '查看小组', seeSchedule: '查看进度',
      noGoals: '还没有目标。', noBudget: '还没有预算。', noSchedule: '还没有任务。', noPeople: '未安排', duties: '职责', areas: '责任分工', raci: { area: '工作', responsible: '负责', accountable: '批准', consulted: '咨询', informed: '知会' }, more: (count: number) => `其余 ${count} 项`,
    },
    aside: { label: '检查与版本', hide: '收起检查与版本', show: '展开检查与版本' },
    verdict: { sections: (written: number, all: number) => `正文已写 ${written}/${all} 节。` },
  },
  {
    outline: 'Sections', outlineOpen: 'Choose a section', progress: (written, all) => `${written} of ${all} written`, written: 'written', unwritten: 'not written', marks: (count) => (count === 1 ? '1 finding' : `${count} findings`),
    ordinal: (number) => `${number}. `,
    previous: 'Previous', next: 'Next',
    teach: {
      theme: 'In one sentence: what the campaign is called and what it stands for, so that every group says the same.', period: 'From when to when are preparation, warm-up, the event and what follows, and why these days.', goals: 'How the goals follow from strategy and market, and why these figures.',
      audience: 'Whom to move: who they are, what they care for, where to meet them.', channels: 'Why these channels, what each phase says, and where the money goes.', process: 'How it runs from set-up to take-down, the way visitors take, what must start on time.',
      materials: 'What is needed, who provides it, how it is accepted.', budget: 'How the money is split and why, what may be cut and what may not.', team: 'Who does what, how the groups work together, where news is shared.', schedule: 'Which milestones matter, and which delay would hold up everything.',
      risks: 'What worries us most, by which sign it is known, who decides.', compliance: 'Which personal data is collected; how claims and prize draws keep to the law.', own: 'Write this section.',
    },
    nothing: 'Nothing is written here yet.',
    sync: { saving: 'Saving…', saved: 'Saved', savedBy: (name, ago) => `Last written by ${name} · ${ago}`, offline: 'No network: kept on this device and saved when it is back', frozen: 'The plan is submitted; these words are not saved', gone: 'Someone deleted this section; these words are not saved', refused: 'Not saved' },
    lost: { copy: 'Copy the text', copied: 'Copied', failed: 'The browser refused. Select the text and press Ctrl+C.' },
    here: (name) => `${name} is in this section`,
    toolbar: {
      label: 'Formatting', heading: 'Heading', subheading: 'Subheading', bold: 'Bold', italic: 'Italic', underline: 'Underline', bullets: 'Bullets', numbers: 'Numbers', quote: 'Quote', link: 'Link', undo: 'Undo', redo: 'Redo',
      linkTitle: 'Add a link', linkAddress: 'Address', linkHint: 'Begins with https://', linkWrong: 'Enter an address that begins with http:// or https://', linkSet: 'Add', linkRemove: 'Remove the link',
    },
    own: {
      add: 'Add a section', addTitle: 'Add a section', name: 'Name', nameNeeded: 'Enter a name', place: 'Place', after: (name) => `After “${name}”`, first: 'At the top', create: 'Add', actions: (name) => `Actions on “${name}”`, rename: 'Rename', renameTitle: 'Rename the section', save: 'Save',
      up: 'Move up', down: 'Move down', remove: 'Delete', removed: (name) => `“${name}” is deleted`,
    },
    facts: {
      name: 'Campaign', theme: 'Theme', scenario: 'Scenario', noTheme: 'No theme yet', edit: 'Edit the basics', period: 'Period', event: 'Days on site', noEvent: 'No days on site yet', days: (count) => (count === 1 ? '1 day' : `${count} days`), audience: 'Target audience', phases: 'Promotion',
      metric: 'Metric', target: 'Target', note: 'Note', category: 'Category', detail: 'Detail', amount: 'Budget', owner: 'Owner', share: 'Share', group: 'Group', people: 'Members', phase: 'Phase', when: 'When', task: 'Task',
      goals: 'Goals', budget: 'Budget', schedule: 'Schedule', team: 'Team', total: 'Total', editGoals: 'Edit goals', editBudget: 'Edit the budget', editTeam: 'Edit the team', editSchedule: 'Edit the schedule', seeGoals: 'See the goals', seeBudget: 'See the budget', seeTeam: 'See the team', seeSchedule: 'See the schedule',
      noGoals: 'No goals yet.', noBudget: 'No budget yet.', noSchedule: 'No tasks yet.', noPeople: 'nobody', duties: 'Duties', areas: 'Responsibilities', raci: { area: 'Work', responsible: 'Responsible', accountable: 'Accountable', consulted: 'Consulted', informed: 'Informed' }, more: (count) => `${count} more`,
    },
    aside: { label: 'Check and versions', hide: 'Hide check and versions', show: 'Show check and versions' },
    verdict: { sections: (written, all) => `${written} of ${all} sections are written. ` },
  },
);
