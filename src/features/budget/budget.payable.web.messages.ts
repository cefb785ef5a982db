import { defineMessages } from '#platform/shared/messages.ts';

/** Finance's desk, and the facts beside an approver's button. */
export const payableWebMessages = defineMessages(
  {
    title: '财务待办', tabs: '财务待办', toCheck: '待核销', toPay: '待付款',
    verdict: {
      check: (count: number, sum: string, days: number) => `${count} 张发票待核销，共 ${sum}${days > 0 ? `，最早一张等了 ${days} 天` : ''}；`, noCheck: '没有待核销的发票；',
      pay: (count: number, sum: string, days: number) => `${count} 张待付款，共 ${sum}${days > 0 ? `，最早一张等了 ${days} 天` : ''}。`, noPay: '没有待付款的发票。',
    },
    age: (days: number) => (days === 0 ? '今天' : `${days} 天前`),
    order: (code: string, line: string) => `${code} · ${line}`,
    left: (order: string, spent: string, left: string) => `核准 ${order}，已核销 ${spent}，还剩 ${left}`, over: (amount: string) => `超出核准金额 ${amount}`, leftPaid: (order: string, spent: string) => `核准 ${order}，已核销 ${spent}`,
    invoice: (name: string, day: string) => `${name}，${day} 开具`, noFile: '没有原件', explained: (text: string) => `说明：${text}`,
    own: '自己登记的发票由其他财务核销。',
    emptyCheck: '没有待核销的发票', emptyCheckText: '小组登记发票后出现在这里：收款方、金额、核准了多少、还剩多少，原件可以直接打开。',
    emptyPay: '没有待付款的发票', emptyPayText: '核销过的发票出现在这里，可以一次付清几张。',
    select: (name: string) => `选择 ${name}`, selectAll: '全选', day: '付款日期', reference: '流水号（可不填）', dayMissing: '请填写付款日期。',
    payOne: '标记已付款', pay: (count: number, sum: string) => `标记 ${count} 张已付款，共 ${sum}`, payNone: '选择要付款的发票',
    paying: (done: number, count: number) => `正在标记 ${done} / ${count}`, stop: '停止', stopped: (done: number, count: number) => `已停止：标记了 ${done} 张，其余 ${count} 张没有动`, paid: (count: number) => `已标记 ${count} 张付款`, failed: (count: number) => `${count} 张没有成功，原因写在各行`,
  },
  {
    title: 'Payables', tabs: 'Payables', toCheck: 'To check', toPay: 'To pay',
    verdict: {
      check: (count, sum, days) => `${count} ${count === 1 ? 'invoice' : 'invoices'} to check, ${sum}${days > 0 ? `, the oldest for ${days} ${days === 1 ? 'day' : 'days'}` : ''}; `, noCheck: 'No invoice to check; ',
      pay: (count, sum, days) => `${count} to pay, ${sum}${days > 0 ? `, the oldest for ${days} ${days === 1 ? 'day' : 'days'}` : ''}.`, noPay: 'none to pay.',
    },
    age: (days) => (days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`),
    order: (code, line) => `${code} · ${line}`,
    left: (order, spent, left) => `${order} approved, ${spent} settled, ${left} left`, over: (amount) => `${amount} over the approved amount`, leftPaid: (order, spent) => `${order} approved, ${spent} settled`,
    invoice: (name, day) => `${name}, issued ${day}`, noFile: 'No original', explained: (text) => `Explanation: ${text}`,
    own: 'Someone else in finance accepts what you recorded.',
    emptyCheck: 'No invoice to check', emptyCheckText: 'Invoices that the teams record appear here: payee, amount, what was approved and what is left, with the original to open.',
    emptyPay: 'No invoice to pay', emptyPayText: 'Accepted invoices appear here; several can be paid at once.',
    select: (name) => `Select ${name}`, selectAll: 'Select all', day: 'Paid on', reference: 'Reference (optional)', dayMissing: 'Enter the day of payment.',
    payOne: 'Mark as paid', pay: (count, sum) => `Mark ${count} as paid, ${sum}`, payNone: 'Select what to pay',
    paying: (done, count) => `Marking ${done} / ${count}`, stop: 'Stop', stopped: (done, count) => `Stopped: ${done} marked, ${count} left alone`, paid: (count) => `${count} marked as paid`, failed: (count) => `${count} did not work; see the rows`,
  },
);

export const factsWebMessages = defineMessages(
  {
    title: '审批依据',
    leaves: (amount: string) => `核准后，这个科目还可用 ${amount}。`, leavesMove: (line: string, amount: string, to: string, after: string) => `核准后，“${line}”还可用 ${amount}，“${to}”可用 ${after}。`, leavesPlus: (line: string, amount: string) => `核准后，“${line}”可用 ${amount}。`,
    grows: (before: string, after: string, share: string) => `预算总额将由 ${before} 增至 ${after}（+${share}）。`, shrinks: (before: string, after: string) => `预算总额将由 ${before} 减至 ${after}。`,
    line: (name: string, owner: string) => (owner ? `${name}（负责人 ${owner}）` : name), total: '全部预算',
    freeNow: '可用', freeAfter: '核准后', allocated: '额度', used: '已花费与已承诺',
    waiting: (count: number, amount: string) => `同一科目另有 ${count} 项在审批，共 ${amount}`, holder: (code: string, purpose: string, name: string) => `${code} ${purpose}（${name}）`,
    payee: (name: string) => `与“${name}”的往来`, payeeSum: (orders: number, amount: string, spent: string) => `${orders} 笔，核准 ${amount}，核销 ${spent}`, payeeNew: '首次合作，没有往来记录。',
    history: '这个科目最近的申请', open: '查看申请',
  },
  {
    title: 'Facts',
    leaves: (amount) => `Approving leaves ${amount} free on this line.`, leavesMove: (line, amount, to, after) => `Approving leaves ${amount} free on “${line}” and ${after} on “${to}”.`, leavesPlus: (line, amount) => `Approving makes ${amount} free on “${line}”.`,
    grows: (before, after, share) => `The total budget grows from ${before} to ${after} (+${share}). `, shrinks: (before, after) => `The total budget shrinks from ${before} to ${after}. `,
    line: (name, owner) => (owner ? `${name} (owner ${owner})` : name), total: 'The whole budget',
    freeNow: 'Free', freeAfter: 'After', allocated: 'Allocated', used: 'Spent and committed',
    waiting: (count, amount) => `${count} more on the same line in approval, ${amount}`, holder: (code, purpose, name) => `${code} ${purpose} (${name})`,
    payee: (name) => `With “${name}”`, payeeSum: (orders, amount, spent) => `${orders} ${orders === 1 ? 'order' : 'orders'}, ${amount} approved, ${spent} settled`, payeeNew: 'Never worked with before.',
    history: 'Latest requests on this line', open: 'See the request',
  },
);
