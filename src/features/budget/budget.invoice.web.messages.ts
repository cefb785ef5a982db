import { defineMessages } from '#platform/shared/messages.ts';

/** Invoices of an order: recording, checking, paying, reversing; refunds. */
export const invoiceWebMessages = defineMessages(
  {
    title: '发票与收据', record: '登记发票', refund: '登记退款',
    none: '还没有发票', noneText: (left: string) => `拿到发票后登记在这里，可以分几次；还可登记 ${left}。`, noneClosed: '这项申请没有登记过发票。',
    kinds: { invoice: '发票', receipt: '收据' }, kind: '凭证',
    states: { submitted: '待核销', accepted: '已核销', rejected: '已退回', voided: '已冲正' }, paid: '已付款', toPay: '待付款',
    recorded: (name: string, at: string) => `${name} ${at} 登记`, checked: (name: string, at: string) => `${name} ${at} 核销`, rejectedBy: (name: string, at: string, reason: string) => `${name} ${at} 退回：${reason}`, voidedBy: (reason: string) => `已冲正：${reason}`,
    paidText: (day: string, reference: string, name: string) => `${day} 付款${reference ? `，流水号 ${reference}` : ''}（${name}）`, explained: (text: string) => `说明：${text}`,
    name: (kind: string, number: string) => (number ? `${kind} ${number}` : kind),
    form: {
      title: '登记发票', left: (amount: string) => `这项申请还可登记 ${amount}。`,
      number: '发票号码', numberHint: '发票右上角的号码；同一张发票在全公司只能报一次。', receiptNumber: '收据号码（可不填）', issued: '开票日期', amount: '价税合计（元）', file: '原件', fileHint: '拍照或 PDF，不超过 20 MB', note: '备注',
      uploading: '原件还在上传，请稍等。', numberMissing: '请填写发票号码。', dayMissing: '请填写开票日期。', amountMissing: '请填写金额。', submit: '登记', submitAnyway: '说明并登记', done: '已登记，等财务核销',
      over: (over: string, left: string) => `超出这项申请 ${over}：还可登记 ${left}。可以先登记够用的部分，超出部分另行申请。`,
      toLeft: (left: string) => `只登记 ${left}`, askMore: (over: string) => `为超出的 ${over} 申请`, morePurpose: (purpose: string) => `${purpose}（发票超出部分）`,
    },
    check: '核销', accepted: '已核销',
    reject: '退回', rejectTitle: (name: string) => `退回${name}`, rejectReason: '退回原因', rejectHint: '写明哪里不对，登记人改好后可以重新登记。', rejected: '已退回给登记人',
    pay: '标记已付款', payTitle: (name: string) => `标记${name}已付款`, payDay: '付款日期', payReference: '流水号（可不填）', payDone: '已标记付款', dayMissing: '请填写付款日期。',
    void: '冲正', voidTitle: (name: string) => `冲正${name}`, voidText: (amount: string) => `原记录保留，另记一笔 -${amount}；这张发票的号码可以重新登记。`, voidReason: '冲正原因', voided: '已冲正',
    refundTitle: '登记退款', refundText: (spent: string) => `收款方退回的钱。已核销 ${spent}，退款另记一笔，原记录不变。`, refundAmount: '退款金额（元）', refundReason: '退款原因', refundDone: '退款已登记', refundMissing: '请填写退款金额。',
    reasonMissing: '请写明原因。',
    questions: { date_outside: '开票日期不在活动期间内。', date_future: '开票日期在今天之后。', before_approval: '开票日期早于这项申请核准的日期：先花钱、后申请？' },
  },
  {
    title: 'Invoices and receipts', record: 'Record an invoice', refund: 'Record a refund',
    none: 'No invoices yet', noneText: (left) => `Record invoices here as they come, in parts if need be; ${left} can still be recorded.`, noneClosed: 'No invoice was recorded for this request.',
    kinds: { invoice: 'Invoice', receipt: 'Receipt' }, kind: 'Document',
    states: { submitted: 'To check', accepted: 'Accepted', rejected: 'Given back', voided: 'Reversed' }, paid: 'Paid', toPay: 'To pay',
    recorded: (name, at) => `Recorded by ${name}, ${at}`, checked: (name, at) => `Accepted by ${name}, ${at}`, rejectedBy: (name, at, reason) => `Given back by ${name}, ${at}: ${reason}`, voidedBy: (reason) => `Reversed: ${reason}`,
    paidText: (day, reference, name) => `Paid ${day}${reference ? `, reference ${reference}` : ''} (${name})`, explained: (text) => `Explanation: ${text}`,
    name: (kind, number) => (number ? `${kind} ${number}` : kind),
    form: {
      title: 'Record an invoice', left: (amount) => `${amount} can still be recorded for this request.`,
      number: 'Invoice number', numberHint: 'One invoice is claimed once in the whole company.', receiptNumber: 'Receipt number (optional)', issued: 'Date of issue', amount: 'Amount with tax (CNY)', file: 'Original', fileHint: 'A photo or PDF, 20 MB at most', note: 'Note',
      uploading: 'The original is still being uploaded.', numberMissing: 'Enter the invoice number.', dayMissing: 'Enter the date of issue.', amountMissing: 'Enter the amount.', submit: 'Record', submitAnyway: 'Explain and record', done: 'Recorded; finance will check it',
      over: (over, left) => `${over} more than the request: ${left} can still be recorded. Record that much now and ask for the rest.`,
      toLeft: (left) => `Record ${left} only`, askMore: (over) => `Ask for the ${over}`, morePurpose: (purpose) => `${purpose} (rest of the invoice)`,
    },
    check: 'Accept', accepted: 'Accepted',
    reject: 'Give back', rejectTitle: (name) => `Give back ${name}`, rejectReason: 'Reason', rejectHint: 'Say what is wrong, so that it can be recorded again.', rejected: 'Given back',
    pay: 'Mark as paid', payTitle: (name) => `Mark ${name} as paid`, payDay: 'Paid on', payReference: 'Reference (optional)', payDone: 'Marked as paid', dayMissing: 'Enter the day of payment.',
    void: 'Reverse', voidTitle: (name) => `Reverse ${name}`, voidText: (amount) => `The record stays and an entry of -${amount} is added; the number can be recorded again.`, voidReason: 'Reason', voided: 'Reversed',
    refundTitle: 'Record a refund', refundText: (spent) => `Money that the payee gave back. ${spent} is settled; the refund is an entry of its own.`, refundAmount: 'Refund (CNY)', refundReason: 'Reason', refundDone: 'Refund recorded', refundMissing: 'Enter the refund.',
    reasonMissing: 'Please give a reason.',
    questions: { date_outside: 'The invoice is dated outside the campaign.', date_future: 'The invoice is dated after today.', before_approval: 'The invoice is older than the approval: was it spent before it was asked for?' },
  },
);

export type InvoiceWords = (typeof invoiceWebMessages)['zh-CN'];
