import { defineMessages } from '#platform/shared/messages.ts';
import { formatMoney } from '#platform/shared/money.ts';
import { requestCode } from './budget.order.rules.ts';

const money = (cents: unknown): string => formatMoney(Number(cents));

type Data = Readonly<Record<string, unknown>>;

export const budgetRequestMessages = defineMessages(
  {
    problems: {
      'budget.exceeds': ({ line, freeCents, overCents, waitingCents }: Data) => `“${String(line)}”可用 ${money(freeCents)}，这笔超出 ${money(overCents)}${Number(waitingCents) > 0 ? `，另有 ${money(waitingCents)} 正在等审批` : ''}。可以改小金额，或申请调剂、动用备用金、追加预算。`,
      'budget.questions': () => '有几处需要您确认，并写一句说明后再提交。',
      'budget.not_open': () => '预算还没有随方案核准，暂时不能申请用款。方案核准后即可提交。',
      'budget.line_gone': () => '这个预算科目已不存在，请重新选择科目。',
      'budget.cause_needed': () => '动用应急备用金需要选择原因并写明情况。',
      'budget.reserve_only': () => '应急备用金只能通过“动用备用金”申请，其他科目请用“用款申请”或“预算调剂”。',
      'budget.other_line_needed': () => '请选择另一个科目：转出和转入不能是同一科目。',
      'budget.request_moved': () => '这项申请的状态已经变化，不能再做这个操作。请刷新查看最新状态。',
      'budget.file_gone': () => '有附件不存在或不属于这个活动，请重新上传。',
      'budget.file_kind': () => '不支持这个文件。请上传 PDF、OFD、图片（JPG、PNG、WebP、HEIC）、Word 或 Excel 文件。',
      'budget.invoice_number_needed': () => '请填写发票号码；没有号码的请选“收据”。',
      'budget.invoice_taken': ({ number, campaignName, requestNumber, recordedBy }: Data) => `发票 ${String(number)} 已经登记过${campaignName === undefined ? '' : `：“${String(campaignName)}”的申请 ${requestCode(Number(requestNumber))}，由${String(recordedBy)}登记`}。同一张发票不能报销两次。`,
      'budget.invoice_over_order': ({ leftCents, overCents }: Data) => `这张发票超出申请的余额 ${money(overCents)}（还可核销 ${money(leftCents)}）。请核对金额，或就超出部分另提申请。`,
      'budget.invoice_moved': () => '这张发票已经处理过，不能再做这个操作；已付款的请登记退款。请刷新查看。',
      'budget.reason_needed': () => '退回发票时请写明原因。',
      'budget.own_invoice': () => '不能核销自己申请的款项，请另一位财务同事处理。',
      'budget.paid_already': () => '这张发票已经标记为已付款。',
      'budget.refund_over_spent': ({ spentCents }: Data) => `退款不能超过这项申请已花费的 ${money(spentCents)}。`,
      'budget.invoices_waiting': ({ waiting }: Data) => `还有 ${String(waiting)} 张发票等待核销，处理完才能结清。`,
    },
  },
  {
    problems: {
      'budget.exceeds': ({ line, freeCents, overCents, waitingCents }) => `“${String(line)}” has ${money(freeCents)} free; this is ${money(overCents)} too much${Number(waitingCents) > 0 ? `, and ${money(waitingCents)} more waits for approval` : ''}. Make it smaller, or ask for a transfer, the reserve, or a supplement.`,
      'budget.questions': () => 'A few things need your confirmation and a sentence before this can be submitted.',
      'budget.not_open': () => 'The budget is not approved yet, so nothing can be asked from it. It opens with the approved plan.',
      'budget.line_gone': () => 'This budget line does not exist any more. Choose a line.',
      'budget.cause_needed': () => 'The contingency reserve is drawn for a named cause: choose one and say what happened.',
      'budget.reserve_only': () => 'The contingency reserve is drawn by a request of its own; from the other lines, ask for spending or a transfer.',
      'budget.other_line_needed': () => 'Choose another line: a transfer goes from one line to a different one.',
      'budget.request_moved': () => 'This request has moved on, so this can no longer be done. Reload to see where it stands.',
      'budget.file_gone': () => 'A file is missing or does not belong to this campaign. Upload it again.',
      'budget.file_kind': () => 'This file is not supported. Upload a PDF, OFD, picture (JPG, PNG, WebP, HEIC), Word or Excel file.',
      'budget.invoice_number_needed': () => 'Enter the number of the invoice; choose “receipt” for a paper without one.',
      'budget.invoice_taken': ({ number, campaignName, requestNumber, recordedBy }) => `Invoice ${String(number)} has been recorded already${campaignName === undefined ? '' : `: request ${requestCode(Number(requestNumber))} of “${String(campaignName)}”, by ${String(recordedBy)}`}. One invoice is claimed once.`,
      'budget.invoice_over_order': ({ leftCents, overCents }) => `This invoice is ${money(overCents)} above what is left of the request (${money(leftCents)}). Check the amount, or make another request for the rest.`,
      'budget.invoice_moved': () => 'This invoice has been dealt with already; for one that is paid, record a refund. Reload to see it.',
      'budget.reason_needed': () => 'Say why you give the invoice back.',
      'budget.own_invoice': () => 'Nobody accepts invoices of their own request. Ask another person in finance.',
      'budget.paid_already': () => 'This invoice is marked as paid already.',
      'budget.refund_over_spent': ({ spentCents }) => `A refund is not more than the ${money(spentCents)} that this request has spent.`,
      'budget.invoices_waiting': ({ waiting }) => `${String(waiting)} invoices still wait to be checked; the request can be closed after that.`,
    },
  },
);
