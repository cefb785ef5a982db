import { defineMessages } from '#platform/shared/messages.ts';

/** Texts of the pages across campaigns: the list in its three forms, a new campaign, the scenarios. */
export const campaignWebMessages = defineMessages(
  {
    title: '活动', create: '新建活动',
    verdict: {
      none: '还没有活动。', filtered: (count: string) => `找到 ${count} 个活动。`,
      running: (count: number) => `${count} 个活动正在执行`, preparing: (count: number) => `${count} 个筹备中`, revised: (count: number) => `${count} 个正在修订方案`, submitted: (count: number) => `${count} 个等待审批`, reviewing: (count: number) => `${count} 个复盘中`, draft: (count: number) => `${count} 份草稿`,
      join: '，', end: '。', quiet: (count: string) => `共 ${count} 个活动，目前没有进行中的。`, more: (count: number) => `${count}+`,
    },
    views: { label: '查看方式', table: '列表', board: '看板', calendar: '日历' },
    filters: { label: '筛选活动', search: '搜索活动名称、主题或目标人群', stage: '阶段', allStages: '全部阶段', scenario: '场景', allScenarios: '全部场景', department: '部门', allDepartments: '全部部门', whose: '范围', all: '我能看到的', mine: '我参与的', period: '时间', allPeriods: '全部时间', clear: '清除筛选' },
    periods: { now: '正在进行', next30: '未来 30 天', last90: '过去 90 天', year: '今年', lastYear: '去年' },
    columns: { name: '活动', stage: '阶段', scenario: '场景', lead: '总负责人', department: '部门', period: '周期', budget: '预算', actual: '实际花费', tasks: '任务', yuan: '元' },
    noLead: '未指定', tasksDone: (done: number, all: number) => `${done} / ${all}`, tasksLabel: (name: string) => `“${name}”的任务完成`, onSite: (days: string) => `现场 ${days}`,
    more: '加载更多', loadedAll: (count: number) => `共 ${count} 个活动`, shown: (count: number) => `已显示 ${count} 个`,
    none: '没有符合条件的活动', noneHint: '换一个关键词，或清除筛选条件。',
    empty: '从第一个活动开始', emptyHint: '新建活动后，这里按阶段列出全部活动：从草稿、审批，到执行与归档。已有方案文档的，可以直接导入。',
    sample: { name: '秋季新品上市', second: '会员日客户回馈', lead: '陈婧', other: '刘洋' },
    board: { empty: '暂无', count: (count: number) => `${count} 个` },
    calendar: {
      month: '月份', previous: '上个月', next: '下个月', today: '本月', none: '这个月没有活动', noneHint: '看看其他月份，或新建一个活动。',
      holiday: '休', workday: '班', moreThat: (count: number) => `还有 ${count} 个`, bar: (name: string, days: string, stage: string) => `${name}，${days}，${stage}`, list: (title: string) => `${title}的活动`,
    },
    form: {
      title: '新建活动', lead: '填写基本信息即可开始，之后都可以修改。', how: '从哪里开始',
      blank: '从空白开始', blankHint: '先建好活动，再填写目标、预算和进度。', fromDocument: '从文档导入', fromDocumentHint: '已有方案、预算表或进度表：下一步上传 Word、Excel 或粘贴文字，核对后写入。',
      name: '活动名称', namePlaceholder: '例如：秋季新品上市', nameMissing: '请填写活动名称', scenario: '活动场景', scenarioPlaceholder: '请选择', scenarioMissing: '请选择活动场景',
      period: '活动周期', periodHint: '从前期筹备的第一天，到后期复盘的最后一天', periodMissing: '请选择活动周期的开始和结束日期', reversed: '结束日期不能早于开始日期',
      days: (days: number, working: number) => `共 ${days} 天，其中工作日 ${working} 天`, free: (days: string) => `含休息日：${days}`, uncovered: '国务院尚未公布这一年的放假安排，工作日按周一至周五估算。',
      evaluation: (day: string) => `结束后 3 个工作日内提交评估报告：${day} 前`,
      event: '现场日期', eventHint: '选填。活动现场举行的日子，在活动周期之内', eventOutside: '现场日期要在活动周期之内', leadPerson: '总负责人', leadHint: '默认是您自己', leadUnknown: '请从名单中选择总负责人', department: '所属部门', departmentHint: '同部门的人可以看到这个活动', noDepartment: '不属于任何部门',
      theme: '活动主题', themePlaceholder: '例如：秋日焕新，先人一步', audience: '目标人群', audiencePlaceholder: '例如：25–35 岁城市白领，关注新品与品质', submit: '新建活动', submitImport: '新建并导入文档', refused: '您的角色不能新建活动。如需新建，请联系管理员。',
    },
    company: {
      title: '公司', scenarios: '活动场景', scenariosHint: '新建活动时可选的场景。内置 5 种，可以增加自己的。', name: '场景名称', kind: '来源', builtIn: '内置', own: '本公司', add: '新增场景', addTitle: '新增活动场景', placeholder: '例如：校园招募', nameMissing: '请填写场景名称', added: (name: string) => `已新增场景“${name}”`, facts: '基本信息', companyName: '公司名称', timeZone: '时区',
    },
  },
  {
    title: 'Campaigns', create: 'New campaign',
    verdict: {
      none: 'No campaigns yet.', filtered: (count) => (count === '1' ? '1 campaign found.' : `${count} campaigns found.`),
      running: (count) => `${count} live`, preparing: (count) => `${count} preparing`, revised: (count) => `${count} in revision`, submitted: (count) => `${count} in approval`, reviewing: (count) => `${count} in review`, draft: (count) => (count === 1 ? '1 draft' : `${count} drafts`),
      join: ', ', end: '.', quiet: (count) => `${count} in all; none is under way.`, more: (count) => `${count}+`,
    },
    views: { label: 'View', table: 'List', board: 'Board', calendar: 'Calendar' },
    filters: { label: 'Filter campaigns', search: 'Search name, theme or audience', stage: 'Stage', allStages: 'All stages', scenario: 'Scenario', allScenarios: 'All scenarios', department: 'Department', allDepartments: 'All departments', whose: 'Whose', all: 'All I may see', mine: 'Mine', period: 'Period', allPeriods: 'Any time', clear: 'Clear the filters' },
    periods: { now: 'Under way', next30: 'Next 30 days', last90: 'Past 90 days', year: 'This year', lastYear: 'Last year' },
    columns: { name: 'Campaign', stage: 'Stage', scenario: 'Scenario', lead: 'Lead', department: 'Department', period: 'Period', budget: 'Budget', actual: 'Spent', tasks: 'Tasks', yuan: 'CNY' },
    noLead: 'Not named', tasksDone: (done, all) => `${done} / ${all}`, tasksLabel: (name) => `Tasks done of “${name}”`, onSite: (days) => `On site ${days}`,
    more: 'Load more', loadedAll: (count) => (count === 1 ? '1 campaign' : `${count} campaigns`), shown: (count) => `${count} shown`,
    none: 'No campaign matches', noneHint: 'Try another word, or clear the filters.',
    empty: 'Begin with the first campaign', emptyHint: 'Campaigns stand here by stage, from draft and approval to execution and archive. If you have a plan already, import it.',
    sample: { name: 'Autumn launch', second: 'Members’ day', lead: 'Chen Jing', other: 'Liu Yang' },
    board: { empty: 'None', count: (count) => String(count) },
    calendar: {
      month: 'Month', previous: 'Previous month', next: 'Next month', today: 'This month', none: 'No campaign in this month', noneHint: 'Look at another month, or make a campaign.',
      holiday: 'off', workday: 'work', moreThat: (count) => `${count} more`, bar: (name, days, stage) => `${name}, ${days}, ${stage}`, list: (title) => `Campaigns of ${title}`,
    },
    form: {
      title: 'New campaign', lead: 'A few facts are enough to begin; all can be changed later.', how: 'Begin with',
      blank: 'An empty campaign', blankHint: 'Make it first, then enter goals, budget and schedule.', fromDocument: 'A document', fromDocumentHint: 'You have a plan, a budget or a schedule: upload Word or Excel or paste text next, check it, then it is written.',
      name: 'Name', namePlaceholder: 'For example: Autumn launch', nameMissing: 'Enter a name', scenario: 'Scenario', scenarioPlaceholder: 'Choose', scenarioMissing: 'Choose a scenario',
      period: 'Period', periodHint: 'From the first day of preparation to the last of the review', periodMissing: 'Choose the first and the last day', reversed: 'The end must not be before the start',
      days: (days, working) => `${days} days, ${working} of them working days`, free: (days) => `Days off: ${days}`, uncovered: 'The holidays of that year are not announced yet; Monday to Friday are counted as working days.',
      evaluation: (day) => `The evaluation report is due within 3 working days after the end: by ${day}`,
      event: 'Days on site', eventHint: 'Optional. The days of the event itself, within the period', eventOutside: 'The days on site lie within the period', leadPerson: 'Campaign lead', leadHint: 'You, unless you choose someone else', leadUnknown: 'Choose the lead from the list', department: 'Department', departmentHint: 'People of the department see this campaign', noDepartment: 'No department',
      theme: 'Theme', themePlaceholder: 'For example: Fresh for autumn', audience: 'Target audience', audiencePlaceholder: 'For example: city professionals aged 25–35', submit: 'Create the campaign', submitImport: 'Create and import', refused: 'Your role cannot create campaigns. Ask an administrator if you need to.',
    },
    company: {
      title: 'Company', scenarios: 'Scenarios', scenariosHint: 'What a new campaign can be. Five are built in; add your own.', name: 'Scenario', kind: 'Origin', builtIn: 'Built in', own: 'Own', add: 'Add a scenario', addTitle: 'Add a scenario', placeholder: 'For example: Campus recruiting', nameMissing: 'Enter a name', added: (name) => `Scenario “${name}” was added`, facts: 'Facts', companyName: 'Company', timeZone: 'Time zone',
    },
  },
);
