import { defineMessages } from '#platform/shared/messages.ts';

export const planListsWebMessages = defineMessages(
  {
    number: '序号',
    total: '合计',
    yuan: '元',
    yes: '是',
    no: '否',
    separator: '、',
    wide: '铺满编辑',
    back: '返回方案',
    personas: {
      title: '目标人群', hint: '每类人群一行，渠道和内容都按它来选', name: '人群', traits: '特征', needs: '在意什么', reach: '在哪里能遇到', note: '备注',
    },
    channels: {
      title: '渠道排期', hint: '同一渠道在不同阶段各写一行', matrix: '各渠道在三个阶段的投入（元）', channel: '渠道', phase: '阶段', startOn: '开始', endOn: '结束', content: '内容', persona: '人群', category: '预算科目', amount: '投入',
      metric: '指标', target: '目标值', owner: '负责人', note: '备注', days: (count: number) => `${count} 天`, noDays: '未定日期', rowTotal: '小计',
      names: ['公众号', '短视频平台', '社群', '朋友圈广告', '线下门店', '展会', '商圈地推', 'KOL 合作', '电梯广告', '短信'],
    },
    materials: {
      title: '物料清单', hint: '制作类和租赁类都写在这里，到位日期至少早于布置前一天', name: '物料', spec: '规格', quantity: '数量', unit: '单位', category: '预算科目', supplier: '供应方', dueOn: '到位日期', owner: '负责人', note: '验收要求',
      units: ['张', '本', '个', '套', '份', '台', '块', '件', '箱', '米'],
    },
    steps: {
      title: '现场流程', hint: '写开始时间或时长，其余由系统推算；第 0 天是活动前一天', day: '第几天', startTime: '开始', endTime: '结束', minutes: '时长', minutesUnit: '分钟', step: '环节', place: '地点', owner: '负责人', hardStart: '准点开始', note: '口令与备注',
      dayName: (day: number, date: string) => (date ? `第 ${day} 天 ${date}` : `第 ${day} 天`), overlap: (end: string) => `上一环节 ${end} 才结束，请核对时间`, notTime: '请写成 09:30 这样的时间',
    },
    zones: { title: '现场分区', hint: '签到区、体验区、咨询台、应急组等，各写几人值守', name: '区域', duty: '职责', staff: '值守人数', capacity: '容纳人数', owner: '负责人', note: '备注', names: ['签到区', '体验区', '咨询台', '应急组', '舞台区', '兑奖区', '休息区', '物料区'] },
    risks: {
      title: '风险与应对', hint: '写清出现什么信号、谁来做什么', risk: '风险', kind: '类别', probability: '可能性', effect: '影响', trigger: '触发信号', prevention: '预防措施', response: '应对', owner: '负责人', note: '备注',
      matrix: '风险分布：可能性 × 影响', cell: (probability: string, effect: string, names: string) => `可能性${probability}、影响${effect}：${names}`, none: '没有风险',
    },
    questions: { title: '反馈问卷', hint: '现场扫码填写，三五题即可', question: '题目', kind: '题型', choices: '选项', choicesHint: '用顿号分开', required: '必答', note: '备注' },
    data: {
      title: '个人信息清单', hint: '收集任何个人信息都要写明用途、同意方式和保存期限', item: '收集的信息', purpose: '用途', source: '在哪里收集', consent: '同意方式', keepUntil: '保存至', owner: '负责人', note: '备注',
      items: ['姓名', '手机号', '微信号', '收货地址', '生日', '照片或视频'],
    },
  },
  {
    number: 'No.',
    total: 'Total',
    yuan: 'yuan',
    yes: 'Yes',
    no: 'No',
    separator: ', ',
    wide: 'Edit at full width',
    back: 'Back to the plan',
    personas: { title: 'Personas', hint: 'One row each; channels and content follow from them', name: 'Persona', traits: 'Traits', needs: 'What they care for', reach: 'Where to meet them', note: 'Note' },
    channels: {
      title: 'Channels by phase', hint: 'A channel has one row for each phase it runs in', matrix: 'What each channel costs in the three phases (yuan)', channel: 'Channel', phase: 'Phase', startOn: 'Start', endOn: 'End', content: 'Content', persona: 'Persona', category: 'Budget line', amount: 'Cost',
      metric: 'Metric', target: 'Target', owner: 'Owner', note: 'Note', days: (count) => (count === 1 ? '1 day' : `${count} days`), noDays: 'no dates yet', rowTotal: 'Sum',
      names: ['Official account', 'Short video', 'Communities', 'Moments ads', 'Stores', 'Trade show', 'Street promotion', 'KOL', 'Elevator ads', 'Text message'],
    },
    materials: {
      title: 'List of materials', hint: 'Made or hired; due at the latest one day before the set-up', name: 'Material', spec: 'Specification', quantity: 'Quantity', unit: 'Unit', category: 'Budget line', supplier: 'Supplier', dueOn: 'Due', owner: 'Owner', note: 'Acceptance',
      units: ['sheets', 'copies', 'pieces', 'sets', 'units', 'boxes', 'boards', 'items', 'cases', 'm'],
    },
    steps: {
      title: 'Run sheet', hint: 'Give a start or a length, the rest is computed; day 0 is the day before', day: 'Day', startTime: 'Start', endTime: 'End', minutes: 'Length', minutesUnit: 'min', step: 'Step', place: 'Place', owner: 'Owner', hardStart: 'Hard start', note: 'Cue and note',
      dayName: (day, date) => (date ? `Day ${day}, ${date}` : `Day ${day}`), overlap: (end) => `The step before ends at ${end}`, notTime: 'Write a time such as 09:30',
    },
    zones: { title: 'Zones', hint: 'Check-in, try-out, information desk, emergency team and so on, each with its staff', name: 'Zone', duty: 'Duty', staff: 'Staff', capacity: 'Capacity', owner: 'Owner', note: 'Note', names: ['Check-in', 'Try-out', 'Information desk', 'Emergency team', 'Stage', 'Prizes', 'Rest area', 'Store'] },
    risks: {
      title: 'Risks and responses', hint: 'Say by which sign it is known and who does what', risk: 'Risk', kind: 'Kind', probability: 'Probability', effect: 'Effect', trigger: 'Sign', prevention: 'Prevention', response: 'Response', owner: 'Owner', note: 'Note',
      matrix: 'Risks by probability and effect', cell: (probability, effect, names) => `Probability ${probability}, effect ${effect}: ${names}`, none: 'no risk',
    },
    questions: { title: 'Survey', hint: 'Filled in on site by QR code; three to five questions will do', question: 'Question', kind: 'Kind', choices: 'Choices', choicesHint: 'parted by commas', required: 'Required', note: 'Note' },
    data: {
      title: 'Personal data', hint: 'Whatever is collected needs a purpose, a consent and a date until which it is kept', item: 'Collected', purpose: 'Purpose', source: 'Where', consent: 'Consent', keepUntil: 'Kept until', owner: 'Owner', note: 'Note',
      items: ['Name', 'Mobile number', 'WeChat id', 'Address', 'Birthday', 'Photo or video'],
    },
  },
);
export type PlanListsWords = (typeof planListsWebMessages)['zh-CN'];
