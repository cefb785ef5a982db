import { defineMessages } from '#platform/shared/messages.ts';

/** Words of the plan as a document (P4.1): cover, contents, the headings of its tables. */
export const planWriteMessages = defineMessages(
  {
    contents: '目录',
    cover: { scenario: '活动场景', period: '活动周期', event: '现场日期', lead: '总负责人', department: '主办部门', company: '主办单位', version: '版本', hash: '校验值', madeOn: '编制日期' },
    version: (number: number) => `第 ${number} 版`,
    noVersion: '未提交',
    marks: { draft: '草稿', waiting: '审批中', returned: '已退回', withdrawn: '已撤回' },
    stated: {
      draft: '草稿，未经核准，内容可能变动。', waiting: '本版正在审批，尚未核准。', returned: '本版已退回，不作为执行依据。', withdrawn: '本版已撤回，不作为执行依据。',
      approved: (number: number, name: string, day: string) => `第 ${number} 版已由${name}于 ${day} 核准。`,
    },
    facts: { name: '活动名称', theme: '活动主题', audience: '目标人群', period: '活动周期', event: '现场日期', phases: '推广阶段' },
    days: (count: number) => `共 ${count} 天`,
    phase: (name: string, days: string) => `${name} ${days}`,
    goals: { title: '活动目标表', headings: ['序号', '级别', '指标', '基线', '目标值', '截止日期', '负责人', '统计方式', '说明'], parts: '目标分解', partHeadings: ['指标', '分解项', '时间', '目标值'], noBaseline: '—' },
    matrix: { title: '渠道 × 阶段投入(元)', total: '合计', notHere: '—' },
    end: '结束',
    members: { title: '活动专项小组', headings: ['组别', '成员', '职责', '协作方式'] },
    total: '合计',
    join: '、',
    stop: '；',
    ordinal: (number: number, title: string) => `${numeral(number)}、${title}`,
    caption: (number: number, title: string) => `表 ${number}　${title}`,
    signatures: ['编制', '审核', '批准'],
    signDate: '日期',
  },
  {
    contents: 'Contents',
    cover: { scenario: 'Scenario', period: 'Period', event: 'Days on site', lead: 'Campaign lead', department: 'Department', company: 'Company', version: 'Version', hash: 'Hash', madeOn: 'Made on' },
    version: (number) => `Version ${number}`,
    noVersion: 'not submitted',
    marks: { draft: 'DRAFT', waiting: 'IN APPROVAL', returned: 'RETURNED', withdrawn: 'WITHDRAWN' },
    stated: {
      draft: 'A draft: not approved, and it may change.', waiting: 'This version is in approval and not approved yet.', returned: 'This version was returned; do not work by it.', withdrawn: 'This version was withdrawn; do not work by it.',
      approved: (number, name, day) => `Version ${number}, approved by ${name} on ${day}.`,
    },
    facts: { name: 'Campaign', theme: 'Theme', audience: 'Target audience', period: 'Period', event: 'Days on site', phases: 'Promotion' },
    days: (count) => (count === 1 ? '1 day' : `${count} days`),
    phase: (name, days) => `${name} ${days}`,
    goals: { title: 'Goals', headings: ['No.', 'Level', 'Metric', 'Baseline', 'Target', 'Due', 'Owner', 'Measured by', 'Note'], parts: 'Targets by part', partHeadings: ['Metric', 'Part', 'When', 'Target'], noBaseline: '—' },
    matrix: { title: 'Channels by phase (CNY)', total: 'Total', notHere: '—' },
    end: 'End',
    members: { title: 'Campaign team', headings: ['Group', 'Members', 'Duties', 'Works with'] },
    total: 'Total',
    join: ', ',
    stop: '; ',
    ordinal: (number, title) => `${number}. ${title}`,
    caption: (number, title) => `Table ${number}  ${title}`,
    signatures: ['Prepared by', 'Reviewed by', 'Approved by'],
    signDate: 'Date',
  },
);

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 to 99 as Chinese headings are numbered: 十二. */
function numeral(value: number): string {
  const tens = Math.floor(value / 10);
  return value < 10 ? (DIGITS[value] ?? '') : `${tens > 1 ? DIGITS[tens] : ''}十${DIGITS[value % 10]}`;
}
