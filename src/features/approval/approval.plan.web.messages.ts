import { defineMessages } from '#platform/shared/messages.ts';

/** Words of a plan's text and tables as an approver compares them. The features that keep them come later than approvals, so their names stand here. */
export const approvalPlanMessages = defineMessages(
  {
    export: '导出方案', formats: { pdf: 'PDF 文件', docx: 'Word 文件' },
    check: {
      title: '过审检查', answered: (count: number) => `${count} 项提醒，提交人作了说明`, clean: '没有需要说明的问题。', hints: (count: number) => `另有 ${count} 条建议`, answer: '说明', unanswered: '没有说明',
    },
    text: { title: '方案正文与表格', characters: (count: number) => `${count} 字`, rows: (count: number) => `${count} 项`, label: (label: string, value: string) => `${label}：${value}`, join: '；' },
    sections: '正文', lists: '方案中的表格', parts: '目标分解',
    marked: { added: '新增文字', removed: '删除文字' },
    counts: { sections: (count: number) => `正文 ${count} 节`, lists: (count: number) => `表格 ${count} 行`, parts: (count: number) => `目标分解 ${count} 处` },
    names: {
      theme: '活动主题', period: '活动周期', goals: '活动目标', audience: '目标人群', channels: '渠道策略', process: '流程设计', materials: '物料与资源', budget: '活动预算', team: '组织分工', schedule: '执行进度', risks: '应急预案', compliance: '合规',
    },
    listNames: { personas: '目标人群', channels: '渠道排期', materials: '物料清单', steps: '现场流程', zones: '现场分区', risks: '应急预案', questions: '反馈问卷', data: '个人信息清单' },
    fields: {
      name: '名称', channel: '渠道', title: '环节', risk: '风险', question: '题目', item: '收集的信息',
      traits: '特征', needs: '在意什么', reach: '在哪里能遇到', phase: '阶段', startOn: '开始', endOn: '结束', content: '内容', persona: '人群', category: '预算科目', amountCents: '投入', metric: '指标', target: '目标值',
      spec: '规格', quantity: '数量', unit: '单位', supplier: '供应方', dueOn: '到位日期', day: '第几天', startTime: '开始时间', minutes: '时长（分钟）', place: '地点', hardStart: '准点开始', duty: '职责', staff: '值守人数', capacity: '容纳人数',
      kind: '类别', probability: '可能性', effect: '影响', trigger: '触发信号', prevention: '预防措施', response: '应对', choices: '选项', required: '必答', purpose: '用途', source: '在哪里收集', consent: '同意方式', keepUntil: '保存至',
    },
    values: {
      warmup: '预热', burst: '爆发', sustain: '延续', low: '低', medium: '中', high: '高', crowd: '人流过多', equipment: '设备故障', complaint: '用户投诉', weather: '天气', supply: '物料供应', people: '人员', opinion: '舆情', compliance: '合规', money: '资金', other: '其他',
      single: '单选', multiple: '多选', rating: '评分', nps: 'NPS 推荐度', text: '文字',
    },
    yes: '是', no: '否',
  },
  {
    export: 'Export the plan', formats: { pdf: 'PDF file', docx: 'Word file' },
    check: {
      title: 'Plan check', answered: (count) => (count === 1 ? '1 warning, answered by whoever submitted' : `${count} warnings, answered by whoever submitted`), clean: 'No warning that needs an answer.', hints: (count) => (count === 1 ? 'and 1 piece of advice' : `and ${count} pieces of advice`), answer: 'Answer', unanswered: 'No answer',
    },
    text: { title: 'Text and tables of the plan', characters: (count) => `${count} characters`, rows: (count) => (count === 1 ? '1 row' : `${count} rows`), label: (label, value) => `${label}: ${value}`, join: '; ' },
    sections: 'Text', lists: 'Tables of the plan', parts: 'Targets by part',
    marked: { added: 'added', removed: 'removed' },
    counts: { sections: (count) => `text in ${count} ${count === 1 ? 'section' : 'sections'}`, lists: (count) => `tables in ${count} ${count === 1 ? 'row' : 'rows'}`, parts: (count) => `targets by part in ${count}` },
    names: {
      theme: 'Theme', period: 'Period', goals: 'Goals', audience: 'Target audience', channels: 'Channel strategy', process: 'Process design', materials: 'Materials and resources', budget: 'Budget', team: 'Team and duties', schedule: 'Schedule', risks: 'Contingency plan', compliance: 'Compliance',
    },
    listNames: { personas: 'Personas', channels: 'Channels by phase', materials: 'List of materials', steps: 'Run sheet', zones: 'Zones', risks: 'Contingency plan', questions: 'Survey', data: 'Personal data' },
    fields: {
      name: 'Name', channel: 'Channel', title: 'Step', risk: 'Risk', question: 'Question', item: 'Collected',
      traits: 'Traits', needs: 'What they care for', reach: 'Where to meet them', phase: 'Phase', startOn: 'Start', endOn: 'End', content: 'Content', persona: 'Persona', category: 'Budget line', amountCents: 'Cost', metric: 'Metric', target: 'Target',
      spec: 'Specification', quantity: 'Quantity', unit: 'Unit', supplier: 'Supplier', dueOn: 'Due', day: 'Day', startTime: 'Starts at', minutes: 'Minutes', place: 'Place', hardStart: 'Hard start', duty: 'Duty', staff: 'Staff', capacity: 'Capacity',
      kind: 'Kind', probability: 'Probability', effect: 'Effect', trigger: 'Sign', prevention: 'Prevention', response: 'Response', choices: 'Choices', required: 'Required', purpose: 'Purpose', source: 'Where', consent: 'Consent', keepUntil: 'Kept until',
    },
    values: {
      warmup: 'Warm-up', burst: 'Burst', sustain: 'Sustain', low: 'Low', medium: 'Medium', high: 'High', crowd: 'Crowding', equipment: 'Equipment failure', complaint: 'Complaints', weather: 'Weather', supply: 'Supply', people: 'Staff', opinion: 'Public opinion', compliance: 'Compliance', money: 'Money', other: 'Other',
      single: 'One choice', multiple: 'Several choices', rating: 'Rating', nps: 'NPS', text: 'Text',
    },
    yes: 'Yes', no: 'No',
  },
);
