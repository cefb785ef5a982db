import { defineMessages } from '#platform/shared/messages.ts';

/** The ledger behind the figures, the versions of the budget, and the reserve by cause. */
export const ledgerWebMessages = defineMessages(
  {
    ledger: {
      title: '台账', text: '每一笔拨入、预留、承诺、花费都是一条分录，只增不改；更正和退款是新的分录。', filters: '筛选台账',
      line: '科目', allLines: '全部科目', bucket: '部分', allBuckets: '全部变动', clear: '清除筛选',
      columns: { at: '时间', entry: '分录', line: '科目', what: '说明', amount: '变动', by: '经手', yuan: '元' },
      moves: { in: '预算增加', out: '预算减少', arrow: (from: string, to: string) => `${from} → ${to}` },
      fromLine: (line: string) => `来自“${line}”`, toLine: (line: string) => `调给“${line}”`, supplement: '追加', cut: '核减',
      invoice: (number: string) => `发票 ${number}`, noNumber: '无号码', payee: (name: string) => `付给 ${name}`,
      sums: '符合条件的全部分录合计', more: '再显示一些', end: '已显示全部分录。', system: '系统', noReason: '方案核准',
      empty: '还没有分录', emptyText: '方案核准后，预算逐个科目拨入；此后每一笔预留、承诺、花费都记在这里，并能点开对应的申请、发票和附件。', none: '没有符合条件的分录', noneText: '换一个科目或部分，或清除筛选。',
    },
    versions: {
      title: '版本对比', text: '方案核准时的预算是基线；之后每次核准的调剂、追加、核减都是新的一版。', from: '从', to: '到', now: '现在', label: (number: number, kind: string, day: string) => `第 ${number} 版 · ${kind} · ${day}`, short: (number: number) => `第 ${number} 版`,
      kinds: { plan: '方案核准', transfer: '调剂', reserve: '动用备用金', supplement: '追加', cut: '核减' },
      standing: { added: '新增', removed: '已去掉', raised: '增加', lowered: '减少', reworded: '改了文字', same: '不变' },
      columns: { line: '科目', standing: '变化', by: '差额', yuan: '元' }, total: '合计',
      verdict: (from: string, to: string) => `从${from}到${to}，`, same: '逐个科目都没有变化。', changed: (count: number) => `${count} 个科目有变化：`,
      moved: (more: string, less: string) => `增加 ${more}，减少 ${less}，`, kept: '合计不变。', rose: (by: string) => `合计增加 ${by}。`, fell: (by: string) => `合计减少 ${by}。`,
      onlyChanged: '只看变化', all: '全部科目', show: '显示范围', because: '依据', approval: '审批', open: '查看审批', list: '各版的由来', number: '版本', when: '时间', who: '经手', amount: '合计', system: '系统',
      empty: '还没有版本', emptyText: '方案核准时，预算会固定为第 1 版，作为基线；之后的每次调整都可以和它逐个科目对比。',
    },
    reserve: {
      title: '备用金', share: (part: string, whole: string, share: string) => `${part} ÷ ${whole} = ${share}`,
      verdict: (planned: string, drawn: string, free: string) => `应急备用金 ${planned}，已动用 ${drawn}，还可用 ${free}`, untouched: (planned: string) => `应急备用金 ${planned}，还没有动用`, waiting: (amount: string) => `，${amount} 正在审批`, end: '。',
      planned: '核准时', now: '现在', inside: (from: string, to: string) => `在 ${from}–${to} 之内`, below: (from: string) => `低于 ${from}`, above: (to: string) => `高于 ${to}`, none: '预算里没有备用金科目', noneText: (from: string, to: string) => `建议留总额的 ${from}–${to} 作为应急备用金；可以从其他科目调剂，或申请追加。`,
      byCause: '按原因', cause: '原因', count: '次数', drawn: '已动用', waitingAmount: '已预留', yuan: '元', share2: '占已动用', total: '合计',
      draws: '每一次动用', amount: '金额', state: '状态', to: '补给科目', direct: '直接支出',
      empty: '还没有动用过备用金', emptyText: '发生突发情况、价格变动或经核准的调整时，写明原因申请动用；这里按原因汇总，每一次都能点开申请。', ask: '申请动用备用金',
    },
  },
  {
    ledger: {
      title: 'Ledger', text: 'Every allocation, reservation, commitment and cost is an entry; entries are added and never changed, corrections and refunds are new ones.', filters: 'Filter the ledger',
      line: 'Line', allLines: 'All lines', bucket: 'Part', allBuckets: 'All entries', clear: 'Clear filters',
      columns: { at: 'Time', entry: 'Entry', line: 'Line', what: 'What for', amount: 'Change', by: 'By', yuan: 'CNY' },
      moves: { in: 'into the budget', out: 'out of the budget', arrow: (from, to) => `${from} → ${to}` },
      fromLine: (line) => `from “${line}”`, toLine: (line) => `to “${line}”`, supplement: 'Supplement', cut: 'Cut',
      invoice: (number) => `Invoice ${number}`, noNumber: 'without number', payee: (name) => `to ${name}`,
      sums: 'Sum of all entries that match', more: 'Show more', end: 'These are all entries.', system: 'System', noReason: 'Plan approved',
      empty: 'No entries yet', emptyText: 'When the plan is approved, the budget is allocated line by line; every reservation, commitment and cost then stands here, with its request, invoice and files.', none: 'No entry matches', noneText: 'Choose another line or part, or clear the filters.',
    },
    versions: {
      title: 'Versions', text: 'The budget approved with the plan is the baseline; every approved transfer, supplement or cut makes a new version.', from: 'From', to: 'To', now: 'Now', label: (number, kind, day) => `Version ${number} · ${kind} · ${day}`, short: (number) => `version ${number}`,
      kinds: { plan: 'plan approved', transfer: 'transfer', reserve: 'draw on the reserve', supplement: 'supplement', cut: 'cut' },
      standing: { added: 'Added', removed: 'Gone', raised: 'Raised', lowered: 'Lowered', reworded: 'Reworded', same: 'Same' },
      columns: { line: 'Line', standing: 'Change', by: 'Difference', yuan: 'CNY' }, total: 'Total',
      verdict: (from, to) => `From ${from} to ${to}: `, same: 'no line has changed.', changed: (count) => `${count} ${count === 1 ? 'line has' : 'lines have'} changed: `,
      moved: (more, less) => `${more} more, ${less} less, `, kept: 'the total is the same.', rose: (by) => `the total is ${by} higher.`, fell: (by) => `the total is ${by} lower.`,
      onlyChanged: 'Only changes', all: 'All lines', show: 'Show', because: 'Because of', approval: 'Approval', open: 'Open', list: 'Where each version comes from', number: 'Version', when: 'When', who: 'By', amount: 'Total', system: 'System',
      empty: 'No version yet', emptyText: 'With the approval of the plan the budget becomes version 1, the baseline; every later change can be compared with it line by line.',
    },
    reserve: {
      title: 'Reserve', share: (part, whole, share) => `${part} ÷ ${whole} = ${share}`,
      verdict: (planned, drawn, free) => `Of the reserve of ${planned}, ${drawn} is drawn and ${free} is free`, untouched: (planned) => `The reserve of ${planned} is untouched`, waiting: (amount) => `, ${amount} in approval`, end: '.',
      planned: 'As approved', now: 'Now', inside: (from, to) => `inside ${from}–${to}`, below: (from) => `below ${from}`, above: (to) => `above ${to}`, none: 'The budget has no reserve line', noneText: (from, to) => `${from}–${to} of the total is advised as a contingency reserve; transfer it from other lines or ask for a supplement.`,
      byCause: 'By cause', cause: 'Cause', count: 'Times', drawn: 'Drawn', waitingAmount: 'Reserved', yuan: 'CNY', share2: 'Of what is drawn', total: 'Total',
      draws: 'Every draw', amount: 'Amount', state: 'State', to: 'For line', direct: 'spent directly',
      empty: 'The reserve was never drawn on', emptyText: 'For an incident, a change of price or an approved adjustment, ask for it and name the cause; the draws are summed by cause here, and each opens its request.', ask: 'Ask for the reserve',
    },
  },
);

export type LedgerWords = (typeof ledgerWebMessages)['zh-CN'];
