import { defineMessages } from '#platform/shared/messages.ts';

/** Texts of the page of playbooks and of the editor of one. */
export const playbookEditMessages = defineMessages(
  {
    list: {
      title: '活动模板', verdict: (count: number, own: number) => `共 ${count} 个活动模板${own > 0 ? `，其中 ${own} 个是本公司的` : ''}。新建活动时选一个，目标、预算、分工、进度和预案一次写好。`,
      use: '新建活动', open: '查看', edit: '编辑', export: '导出', retire: '停用', restore: '恢复内置版本', import: '导入模板',
      columns: { name: '模板', scenario: '活动场景', contents: '内容', period: '周期', total: '预算', yuan: '元', origin: '来源', updated: '最近修改' },
      origins: { builtIn: '内置', edited: '本公司修改', own: '本公司' }, from: (campaign: string) => `来自“${campaign}”`,
      contents: (tasks: number, goals: number) => `${tasks} 项任务 · ${goals} 个目标`, days: (lead: number, event: number, tail: number) => `筹备 ${lead} 天 · 活动 ${event} 天 · 收尾 ${tail} 天`,
      more: (name: string) => `“${name}”的操作`,
      retireTitle: (name: string) => `停用“${name}”？`, retireText: '停用后新建活动时不再出现；已经用它建好的活动不受影响。', retired: (name: string) => `已停用“${name}”`,
      restoreTitle: (name: string) => `把“${name}”恢复为内置版本？`, restoreText: '本公司的修改会被放下，之后新建的活动用内置版本；已建好的活动不受影响。', restored: '已恢复内置版本', cancel: '取消',
    },
    import: {
      title: '导入活动模板', label: '活动模板文件', hint: '从“活动模板”页面导出的 .json 文件，最大 2 MB', scenario: '活动场景', choose: '请选择', again: '导入', done: (name: string) => `已导入“${name}”`, faults: '需要改正的地方', close: '关闭',
    },
    edit: {
      crumb: '活动模板', save: '保存', saved: '已保存', savedOwn: '已保存为本公司的版本', unsaved: '有未保存的修改', readOnly: '内置模板由管理层和管理员修改；您可以查看、导出，或用它新建活动。',
      builtInHint: '修改后保存为本公司的版本，随时可以恢复内置版本。', faults: (count: number) => `还有 ${count} 处需要改正，改好后才能保存：`, parts: '模板内容',
      tabs: { basics: '基本', goals: '目标', lines: '预算', team: '分工', tasks: '任务', channels: '渠道', materials: '物料', site: '现场', risks: '预案', survey: '问卷', data: '个人信息', sections: '正文' },
      name: '模板名称', scenario: '活动场景', summary: '简介', theme: '活动主题', audience: '目标人群', lead: '筹备天数（首日之前）', event: '活动天数', tail: '收尾天数（结束之后）', total: '参考预算（元）',
      whenHint: '日期写相对于活动的说法：D-14~D-7、D-1 18:00前、活动期间、活动最后一天、活动结束后3个工作日内。', placeholderHint: '只有公司自己知道的内容写成【产品名】这样，新建活动时会问。',
      shareHint: '比例以百分比计，合计 100%；渠道的比例是占所在科目的百分比。', afterHint: '前置任务写编号，可加关系和间隔：print、print SS、print FS+1个工作日。',
      dutiesOf: (group: string) => `${group}职责`, worksWith: (group: string) => `${group}怎样与其他组协作`, areas: '责任分工', section: (name: string) => `${name}（正文）`, ownSections: '自有章节', addSection: '添加章节', sectionTitle: '章节标题', sectionText: '正文', removeSection: (title: string) => `删除章节“${title}”`, sectionHint: '空行分段，“- ”开头是要点，“## ”开头是小标题。',
    },
    columns: {
      number: '序号', metric: '指标', kind: '类型', unit: '单位', direction: '方向', level: '级别', target: '建议目标值', due: '期限', measure: '衡量方式', reason: '理由', note: '备注',
      category: '预算科目', detail: '明细说明', share: '比例', percent: '%', owner: '负责人', reserve: '备用金', area: '工作', responsible: '负责 R', accountable: '批准 A', consulted: '咨询 C', informed: '知会 I',
      key: '编号', phase: '阶段', when: '时间', title: '任务内容', after: '前置任务', name: '名称', traits: '特征', needs: '需求', reach: '触达方式', channel: '渠道', content: '内容', persona: '人群', metricShort: '指标', targetShort: '目标值',
      spec: '规格', quantity: '数量', supplier: '供应商', day: '第几天', startTime: '开始', minutes: '时长（分钟）', step: '环节', place: '地点', hardStart: '准点', duty: '职责', staff: '人数', capacity: '容量',
      risk: '风险', riskKind: '类别', probability: '可能性', effect: '影响', trigger: '触发条件', prevention: '预防', response: '应对', question: '题目', questionKind: '题型', choices: '选项', required: '必填',
      item: '收集的信息', purpose: '用途', source: '来源', consent: '同意方式', keepUntil: '保存至', promotion: '阶段', total: '合计',
    },
    kinds: { count: '数量', money: '金额', rate: '比率', growth: '增长' }, directions: { up: '越高越好', down: '越低越好' }, truth: { yes: '是', no: '否' },
    wrongAfter: '请写任务编号，例如 print 或 print FS+1个工作日', wrongTime: '请写 24 小时制的时间，例如 09:30', wrongWhen: '读不出日期，请写成 D-7、活动期间 或 活动结束后3个工作日内',
    save: { action: '另存为活动模板', title: '另存为活动模板', name: '模板名称', nameMissing: '请填写模板名称', summary: '简介', summaryHint: '适合什么活动、规模多大，帮助同事选择', text: '日期改为相对活动首日和结束日，金额改为比例，姓名改为所在的组，实际结果记在目标的备注里。', submit: '保存为模板', done: '已保存为活动模板', open: '打开模板' },
  },
  {
    list: {
      title: 'Playbooks', verdict: (count, own) => `${count} playbooks${own > 0 ? `, ${own} of them your own` : ''}. Choose one for a new campaign: goals, budget, duties, schedule and contingency plan are written at once.`,
      use: 'New campaign', open: 'View', edit: 'Edit', export: 'Export', retire: 'Retire', restore: 'Back to the built-in version', import: 'Import a playbook',
      columns: { name: 'Playbook', scenario: 'Scenario', contents: 'Contents', period: 'Period', total: 'Budget', yuan: 'CNY', origin: 'Origin', updated: 'Last changed' },
      origins: { builtIn: 'Built in', edited: 'Own version', own: 'Own' }, from: (campaign) => `from “${campaign}”`,
      contents: (tasks, goals) => `${tasks} tasks · ${goals} goals`, days: (lead, event, tail) => `${lead} days before · ${event} of event · ${tail} after`,
      more: (name) => `Actions for “${name}”`,
      retireTitle: (name) => `Retire “${name}”?`, retireText: 'It is no longer offered for new campaigns; those made from it stay as they are.', retired: (name) => `“${name}” was retired`,
      restoreTitle: (name) => `Take “${name}” back to the built-in version?`, restoreText: 'Your company’s changes are put aside, and new campaigns use the built-in version; those made before stay as they are.', restored: 'The built-in version is back', cancel: 'Cancel',
    },
    import: {
      title: 'Import a playbook', label: 'Playbook file', hint: 'A .json file that was exported from this page, up to 2 MB', scenario: 'Scenario', choose: 'Choose', again: 'Import', done: (name) => `“${name}” was imported`, faults: 'What needs mending', close: 'Close',
    },
    edit: {
      crumb: 'Playbooks', save: 'Save', saved: 'Saved', savedOwn: 'Saved as your company’s version', unsaved: 'Unsaved changes', readOnly: 'Built-in playbooks are changed by management and administrators. You can read and export this one, or use it.',
      builtInHint: 'Your changes are saved as your company’s version; the built-in one can be taken back at any time.', faults: (count) => `${count} places need mending before it can be saved:`, parts: 'Contents of the playbook',
      tabs: { basics: 'Basics', goals: 'Goals', lines: 'Budget', team: 'Team', tasks: 'Tasks', channels: 'Channels', materials: 'Materials', site: 'On site', risks: 'Risks', survey: 'Survey', data: 'Personal data', sections: 'Text' },
      name: 'Name', scenario: 'Scenario', summary: 'Summary', theme: 'Theme', audience: 'Audience', lead: 'Days of preparation before D', event: 'Days of the event', tail: 'Days after its end', total: 'Budget it was made for (CNY)',
      whenHint: 'Tell days from the event: D-14~D-7, D-1, D+2; the Chinese words of the built-in playbooks are read too.', placeholderHint: 'Text in lenticular brackets is what only the company knows: it is asked for when the playbook is used.',
      shareHint: 'Shares are percents and add up to 100; those of channels are of their category.', afterHint: 'Tasks before, by key, with a relation and a lag: print, print SS, print FS+1wd.',
      dutiesOf: (group) => `${group}: duties`, worksWith: (group) => `${group}: works with the others`, areas: 'Areas of work', section: (name) => `${name} (text)`, ownSections: 'Own sections', addSection: 'Add a section', sectionTitle: 'Title', sectionText: 'Text', removeSection: (title) => `Delete the section “${title}”`, sectionHint: 'An empty line parts paragraphs; “- ” begins a point, “## ” a heading.',
    },
    columns: {
      number: 'No.', metric: 'Metric', kind: 'Kind', unit: 'Unit', direction: 'Direction', level: 'Level', target: 'Suggested target', due: 'Due', measure: 'Measured by', reason: 'Reason', note: 'Note',
      category: 'Category', detail: 'Detail', share: 'Share', percent: '%', owner: 'Owner', reserve: 'Reserve', area: 'Work', responsible: 'Responsible', accountable: 'Accountable', consulted: 'Consulted', informed: 'Informed',
      key: 'Key', phase: 'Phase', when: 'When', title: 'Task', after: 'After', name: 'Name', traits: 'Traits', needs: 'Needs', reach: 'Reached by', channel: 'Channel', content: 'Content', persona: 'Persona', metricShort: 'Metric', targetShort: 'Target',
      spec: 'Specification', quantity: 'Quantity', supplier: 'Supplier', day: 'Day', startTime: 'Start', minutes: 'Minutes', step: 'Step', place: 'Place', hardStart: 'Hard start', duty: 'Duty', staff: 'Staff', capacity: 'Capacity',
      risk: 'Risk', riskKind: 'Kind', probability: 'Probability', effect: 'Effect', trigger: 'Trigger', prevention: 'Prevention', response: 'Response', question: 'Question', questionKind: 'Kind', choices: 'Choices', required: 'Required',
      item: 'Collected', purpose: 'Purpose', source: 'Source', consent: 'Consent', keepUntil: 'Kept until', promotion: 'Phase', total: 'Total',
    },
    kinds: { count: 'Count', money: 'Money', rate: 'Rate', growth: 'Growth' }, directions: { up: 'Higher is better', down: 'Lower is better' }, truth: { yes: 'Yes', no: 'No' },
    wrongAfter: 'Write the keys of tasks, such as print or print FS+1wd', wrongTime: 'Write a time of 24 hours, such as 09:30', wrongWhen: 'No day can be read. Write D-7, D-14~D-7 or D+2',
    save: { action: 'Save as a playbook', title: 'Save as a playbook', name: 'Name', nameMissing: 'Enter a name', summary: 'Summary', summaryHint: 'For what kind and size of campaign, so that others can choose', text: 'Days become relative to the event, amounts become shares, people become their groups, and what was reached is noted with the goals.', submit: 'Save the playbook', done: 'Saved as a playbook', open: 'Open it' },
  },
);
export type PlaybookEditWords = (typeof playbookEditMessages)['zh-CN'];
