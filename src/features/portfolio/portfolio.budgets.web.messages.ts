import { defineMessages } from '#platform/shared/messages.ts';

/** 预算总览: the budgets of all campaigns side by side. */
export const budgetsMessages = defineMessages(
  {
    title: '预算总览',
    verdict: {
      sum: (campaigns: number, money: string, share: string) => `${campaigns} 个活动，已核准 ${money}，已花费 ${share}`,
      unspent: (campaigns: number, money: string) => `${campaigns} 个活动，已核准 ${money}，尚无花费`,
      full: (count: number, percent: number) => `，${count} 个活动占用已达 ${percent}%`, near: (count: number, percent: number) => `，${count} 个活动占用已达 ${percent}%`,
      calm: (percent: number) => `，没有活动的占用达到 ${percent}%`, end: '。',
      waiting: (count: number, money: string) => `${count} 项申请共 ${money} 等待审批`, unpaid: (count: number, money: string) => `${count} 张发票共 ${money} 待付款`, join: '，',
      planned: (count: number, money: string) => `另有 ${count} 个活动的 ${money} 尚未核准，不计在内。`,
    },
    views: { label: '查看方式', departments: '按部门', campaigns: '按活动' },
    filters: {
      label: '筛选预算', search: '搜索活动名称、主题或目标人群', state: '阶段', running: '进行中', closed: '已结束', all: '全部（含已结束）',
      department: '部门', allDepartments: '全部部门', noDepartment: '未归部门', period: '时间', allPeriods: '全部时间', clear: '清除筛选', sort: '排序', order: { up: '从小到大', down: '从大到小' },
    },
    periods: { now: '正在进行', next30: '未来 30 天', last90: '过去 90 天', year: '今年', lastYear: '去年' },
    export: '导出 Excel',
    whole: { bar: '已核准预算的去向', waiting: '待审批', unpaid: '待付款', requests: (count: number) => `${count} 项申请`, invoices: (count: number) => `${count} 张发票`, toPay: '去付款' },
    parts: { spent: '已花费', committed: '已承诺', reserved: '已预留', free: '可用' },
    partsHint: '已承诺：已核准、尚未核销的用款；已预留：已提交、等待审批的用款所占的额度。',
    table: {
      departments: '各部门的预算', campaigns: '各活动的预算', department: '部门', campaign: '活动', count: '活动', bar: '去向', allocated: '预算', spent: '已花费', committed: '已承诺', reserved: '已预留', free: '可用',
      share: '占用率', waiting: '待审批', unpaid: '待付款', yuan: '元', total: '合计', startsOn: '开始日期', name: '名称',
      barOf: (name: string, allocated: string, parts: string) => `${name}：预算 ${allocated}，${parts}`, part: (label: string, amount: string) => `${label} ${amount}`, comma: '，',
    },
    warned: (percent: number) => `≥${percent}%`, lines: (count: number, percent: number) => `${count} 个科目 ≥${percent}%`, campaignsAt: (count: number, percent: number) => `${count} 个 ≥${percent}%`,
    changed: (planned: string, delta: string) => `核准 ${planned}，调整 ${delta}`,
    noDepartment: '未归部门', noLead: '未指定总负责人',
    planned: { title: '尚未核准', hint: '方案还在起草或审批，金额是拟定的，不计入合计。', campaign: '活动', stage: '阶段', period: '周期', lines: '科目', amount: '拟定预算', empty: '没有尚未核准的预算。' },
    more: '加载更多', all: (count: number) => `共 ${count} 个活动`, shown: (count: number) => `已显示 ${count} 个`,
    none: '没有符合条件的预算', noneHint: '换一个关键词，或清除筛选条件。',
    empty: '进行中的活动还没有已核准的预算', emptyHint: '方案核准后，活动的预算自动列在这里：核准了多少、已花费多少、还能用多少、哪些快用完了。', toEnded: '看看已结束的', toApprovals: '去审批',
    sample: { first: '华东市场部', second: '品牌部' },
    refused: { title: '预算总览只对财务、管理层和管理员开放', text: '您参与的活动，预算在各活动的“预算”页查看。', back: '查看我的活动' },
  },
  {
    title: 'Budgets',
    verdict: {
      sum: (campaigns, money, share) => `${campaigns === 1 ? '1 campaign' : `${campaigns} campaigns`}, ${money} approved, ${share} spent`,
      unspent: (campaigns, money) => `${campaigns === 1 ? '1 campaign' : `${campaigns} campaigns`}, ${money} approved, nothing spent yet`,
      full: (count, percent) => (count === 1 ? `; 1 campaign has used ${percent}%` : `; ${count} campaigns have used ${percent}%`), near: (count, percent) => (count === 1 ? `; 1 campaign has used ${percent}%` : `; ${count} campaigns have used ${percent}%`),
      calm: (percent) => `; no campaign has used ${percent}%`, end: '. ',
      waiting: (count, money) => (count === 1 ? `1 request of ${money} waits for approval` : `${count} requests of ${money} wait for approval`), unpaid: (count, money) => (count === 1 ? `1 invoice of ${money} is to be paid` : `${count} invoices of ${money} are to be paid`), join: ', ',
      planned: (count, money) => (count === 1 ? `The ${money} of 1 more campaign are not approved yet and not counted.` : `The ${money} of ${count} more campaigns are not approved yet and not counted.`),
    },
    views: { label: 'View', departments: 'By department', campaigns: 'By campaign' },
    filters: {
      label: 'Filter budgets', search: 'Search name, theme or audience', state: 'Stage', running: 'Running', closed: 'Ended', all: 'All, ended ones too',
      department: 'Department', allDepartments: 'All departments', noDepartment: 'No department', period: 'Period', allPeriods: 'Any time', clear: 'Clear the filters', sort: 'Sort by', order: { up: 'ascending', down: 'descending' },
    },
    periods: { now: 'Under way', next30: 'Next 30 days', last90: 'Past 90 days', year: 'This year', lastYear: 'Last year' },
    export: 'Export to Excel',
    whole: { bar: 'Where the approved money is', waiting: 'In approval', unpaid: 'To pay', requests: (count) => (count === 1 ? '1 request' : `${count} requests`), invoices: (count) => (count === 1 ? '1 invoice' : `${count} invoices`), toPay: 'Pay' },
    parts: { spent: 'Spent', committed: 'Committed', reserved: 'Reserved', free: 'Free' },
    partsHint: 'Committed: approved, and not invoiced yet. Reserved: taken by requests that wait for their approval.',
    table: {
      departments: 'Budgets of the departments', campaigns: 'Budgets of the campaigns', department: 'Department', campaign: 'Campaign', count: 'Campaigns', bar: 'Split', allocated: 'Budget', spent: 'Spent', committed: 'Committed', reserved: 'Reserved', free: 'Free',
      share: 'Used', waiting: 'Waiting', unpaid: 'To pay', yuan: '¥', total: 'Total', startsOn: 'Start', name: 'Name',
      barOf: (name, allocated, parts) => `${name}: budget ${allocated}, ${parts}`, part: (label, amount) => `${label} ${amount}`, comma: ', ',
    },
    warned: (percent) => `≥${percent}%`, lines: (count, percent) => (count === 1 ? `1 line ≥${percent}%` : `${count} lines ≥${percent}%`), campaignsAt: (count, percent) => `${count} ≥${percent}%`,
    changed: (planned, delta) => `approved ${planned}, since ${delta}`,
    noDepartment: 'No department', noLead: 'No lead named',
    planned: { title: 'Not approved yet', hint: 'Their plans are being written or in approval; the amounts are wishes and not counted.', campaign: 'Campaign', stage: 'Stage', period: 'Period', lines: 'Lines', amount: 'Planned', empty: 'No budget waits for its approval.' },
    more: 'Load more', all: (count) => (count === 1 ? '1 campaign' : `${count} campaigns`), shown: (count) => `${count} shown`,
    none: 'No budget matches', noneHint: 'Try another word, or clear the filters.',
    empty: 'No running campaign has an approved budget yet', emptyHint: 'Once a plan is approved, its budget stands here: how much was approved, how much is spent, how much is free, and what is nearly used up.', toEnded: 'Look at ended ones', toApprovals: 'Go to the approvals',
    sample: { first: 'East China marketing', second: 'Brand' },
    refused: { title: 'The budgets of all campaigns are for finance, management and administrators', text: 'The budget of a campaign you are on stands on its own budget page.', back: 'See my campaigns' },
  },
);

export type BudgetsWords = (typeof budgetsMessages)['zh-CN'];
