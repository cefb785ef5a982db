import { defineMessages } from '#platform/shared/messages.ts';
import { formatMoney } from '#platform/shared/money.ts';

type Data = Readonly<Record<string, unknown>>;
const text = (data: Data, field: string): string => String(data[field] ?? '');
const money = (data: Data, field: string): string => formatMoney(Number(data[field] ?? 0));

/** The sentences that people are told by, in the application and by mail. */
export const budgetNoticeMessages = defineMessages(
  {
    notices: {
      'budget.warned': (data: Data) => ({ title: `预算提醒：${text(data, 'line')}已用 ${text(data, 'percent')}%`, text: `“${text(data, 'campaign')}”的${text(data, 'line')}只剩 ${money(data, 'freeCents')} 可用（共 ${money(data, 'allocatedCents')}）。` }),
      'budget.invoice_waiting': (data: Data) => ({ title: `待核销：${text(data, 'payee') || text(data, 'purpose')} ${money(data, 'amountCents')}`, text: `${text(data, 'by')}登记了发票，请核对。活动：${text(data, 'campaign')}，用途：${text(data, 'purpose')}。` }),
      'budget.invoice_accepted': (data: Data) => ({ title: `已核销：${text(data, 'purpose')} ${money(data, 'amountCents')}`, text: `${text(data, 'by')}已核销这张发票。活动：${text(data, 'campaign')}。` }),
      'budget.invoice_rejected': (data: Data) => ({ title: `发票被退回：${text(data, 'purpose')} ${money(data, 'amountCents')}`, text: `${text(data, 'by')}退回了发票，原因：${text(data, 'reason')}` }),
    },
  },
  {
    notices: {
      'budget.warned': (data) => ({ title: `Budget warning: ${text(data, 'line')} is ${text(data, 'percent')}% used`, text: `“${text(data, 'line')}” of “${text(data, 'campaign')}” has ${money(data, 'freeCents')} left of ${money(data, 'allocatedCents')}.` }),
      'budget.invoice_waiting': (data) => ({ title: `Invoice to check: ${text(data, 'payee') || text(data, 'purpose')} ${money(data, 'amountCents')}`, text: `${text(data, 'by')} has recorded an invoice. Campaign: ${text(data, 'campaign')}; purpose: ${text(data, 'purpose')}.` }),
      'budget.invoice_accepted': (data) => ({ title: `Invoice accepted: ${text(data, 'purpose')} ${money(data, 'amountCents')}`, text: `${text(data, 'by')} has accepted the invoice. Campaign: ${text(data, 'campaign')}.` }),
      'budget.invoice_rejected': (data) => ({ title: `Invoice given back: ${text(data, 'purpose')} ${money(data, 'amountCents')}`, text: `${text(data, 'by')} has given the invoice back: ${text(data, 'reason')}` }),
    },
  },
);
