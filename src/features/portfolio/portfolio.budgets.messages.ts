import { defineMessages } from '#platform/shared/messages.ts';

/** The workbook that finance takes away. */
export const budgetsFileMessages = defineMessages(
  {
    name: '全部活动预算',
    company: (name: string, day: string) => `${name} · 截至 ${day}`,
    departments: { sheet: '按部门', titled: '按部门' },
    campaigns: { sheet: '按活动', titled: '按活动' },
    planned: { sheet: '未核准', titled: '尚未核准的预算（不计入合计）' },
    columns: {
      number: '序号', department: '部门', campaign: '活动', stage: '阶段', lead: '总负责人', from: '开始', to: '结束', count: '活动数', lines: '科目数',
      baseline: '核准预算(元)', allocated: '现预算(元)', spent: '已花费(元)', committed: '已承诺(元)', reserved: '已预留(元)', free: '可用(元)', share: '占用率',
      waiting: '待审批(元)', unpaid: '待付款(元)', planned: '拟定预算(元)',
    },
    total: '合计',
    noDepartment: '未归部门',
    capped: (count: number) => `活动较多，本表列出前 ${count} 个；合计见“按部门”。`,
  },
  {
    name: 'Budgets of all campaigns',
    company: (name, day) => `${name} · as of ${day}`,
    departments: { sheet: 'By department', titled: 'By department' },
    campaigns: { sheet: 'By campaign', titled: 'By campaign' },
    planned: { sheet: 'Not approved', titled: 'Budgets that are not approved yet (not in the totals)' },
    columns: {
      number: 'No.', department: 'Department', campaign: 'Campaign', stage: 'Stage', lead: 'Lead', from: 'From', to: 'To', count: 'Campaigns', lines: 'Lines',
      baseline: 'Approved (CNY)', allocated: 'Budget now (CNY)', spent: 'Spent (CNY)', committed: 'Committed (CNY)', reserved: 'Reserved (CNY)', free: 'Free (CNY)', share: 'Used',
      waiting: 'Waiting (CNY)', unpaid: 'To pay (CNY)', planned: 'Planned (CNY)',
    },
    total: 'Total',
    noDepartment: 'No department',
    capped: (count) => `There are many campaigns: these are the first ${count}. The totals stand in “By department”.`,
  },
);
