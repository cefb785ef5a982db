import { defineMessages } from '#platform/shared/messages.ts';

/** The sections of the plan document (P4.1) by name, on screen, on paper and in the history. */
export const planSectionMessages = defineMessages(
  {
    names: {
      theme: '活动主题', period: '活动周期', goals: '活动目标', audience: '目标人群', channels: '渠道策略', process: '流程设计', materials: '物料与资源',
      budget: '活动预算', team: '组织分工', schedule: '执行进度', risks: '应急预案', compliance: '合规',
    },
    problems: {
      'plan.section_gone': () => '这一节已被他人删除。请复制您写下的内容，再新增一节粘贴进去。',
      'plan.section_fixed': () => '标准章节不能改名或删除，可以不写内容。',
      'plan.section_full': () => '这一节太长了，请拆成两节。',
      'plan.text_unreadable': () => '这段文字没有保存成功，请刷新页面后再试；您写下的内容还在编辑框里，请先复制。',
      'plan.text_behind': () => '这段文字与服务器上的不连续，请重新发送全部内容。',
      'plan.too_many_sections': () => '自定义章节最多 40 个，请合并后再新增。',
    },
  },
  {
    names: {
      theme: 'Theme', period: 'Period', goals: 'Goals', audience: 'Target audience', channels: 'Channel strategy', process: 'Process design', materials: 'Materials and resources',
      budget: 'Budget', team: 'Team and duties', schedule: 'Schedule', risks: 'Contingency plan', compliance: 'Compliance',
    },
    problems: {
      'plan.section_gone': () => 'Someone deleted this section. Copy what you wrote, then add a section and paste it there.',
      'plan.section_fixed': () => 'The standard sections keep their names and places. Leave one empty if it is not needed.',
      'plan.section_full': () => 'This section has grown too long. Split it in two.',
      'plan.text_unreadable': () => 'This text could not be saved. Copy what you wrote, reload the page and try again.',
      'plan.text_behind': () => 'This text builds on words that the server does not have. Send the whole text again.',
      'plan.too_many_sections': () => 'A plan holds up to 40 sections of your own. Merge some before adding another.',
    },
  },
);
