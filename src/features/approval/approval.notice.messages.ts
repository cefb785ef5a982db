import { defineMessages } from '#platform/shared/messages.ts';
import { formatMoney } from '#platform/shared/money.ts';
import { approvalMessages } from './approval.messages.ts';
import type { ApprovalKind } from './approval.route.rules.ts';

type Data = Readonly<Record<string, unknown>>;
const text = (data: Data, field: string): string => String(data[field] ?? '');
const zhKind = (data: Data): string => approvalMessages['zh-CN'].kinds[data['kind'] as ApprovalKind];
const enKind = (data: Data): string => approvalMessages.en.kinds[data['kind'] as ApprovalKind];
/** What it is about, with its amount when it has one. */
const what = (data: Data): string => `${text(data, 'title')}${typeof data['amountCents'] === 'number' ? ` ${formatMoney(data['amountCents'])}` : ''}`;

/** The sentences that people are told by, in the application and by mail. */
export const approvalNoticeMessages = defineMessages(
  {
    notices: {
      'approval.waiting': (data: Data) => ({ title: `请审批：${what(data)}`, text: `${text(data, 'by')}的${zhKind(data)}在“${text(data, 'step')}”这一步等您处理。活动：${text(data, 'campaign')}。` }),
      'approval.transferred': (data: Data) => ({ title: `转交给您：${what(data)}`, text: `${text(data, 'from')}把${text(data, 'by')}的${zhKind(data)}转交给您审批。${text(data, 'words')}` }),
      'approval.commented': (data: Data) => ({ title: `新评论：${what(data)}`, text: `${text(data, 'by')}：${text(data, 'words')}` }),
      'approval.approved': (data: Data) => ({ title: `已核准：${what(data)}`, text: `您的${zhKind(data)}已由${text(data, 'by')}核准。活动：${text(data, 'campaign')}。` }),
      'approval.returned': (data: Data) => ({ title: `被退回：${what(data)}`, text: `${text(data, 'by')}退回了您的${zhKind(data)}，原因：${text(data, 'reason')}` }),
      'approval.withdrawn': (data: Data) => ({ title: `已被撤回：${what(data)}`, text: `${text(data, 'by')}撤回了您的${zhKind(data)}，修改后可以重新提交。活动：${text(data, 'campaign')}。` }),
      'approval.reminded': (data: Data) => ({ title: `审批提醒：${what(data)}`, text: `${text(data, 'by')}的${zhKind(data)}应在 ${text(data, 'dueOn')} 前处理完“${text(data, 'step')}”，请尽快处理。` }),
      'approval.escalated': (data: Data) => ({ title: `逾期升级：${what(data)}`, text: `“${text(data, 'step')}”应在 ${text(data, 'dueOn')} 前完成，至今没有处理，按审批路线请您决定。` }),
      'approval.delegated': (data: Data) => ({ title: `${text(data, 'from')}委托您审批`, text: `${text(data, 'fromOn')} 至 ${text(data, 'toOn')}，${text(data, 'from')}的审批由您代为处理。${text(data, 'reason')}` }),
    },
  },
  {
    notices: {
      'approval.waiting': (data) => ({ title: `To decide: ${what(data)}`, text: `${enKind(data)} of ${text(data, 'by')} waits for you at the step “${text(data, 'step')}”. Campaign: ${text(data, 'campaign')}.` }),
      'approval.transferred': (data) => ({ title: `Handed to you: ${what(data)}`, text: `${text(data, 'from')} asks you to decide this request of ${text(data, 'by')} (${enKind(data)}). ${text(data, 'words')}` }),
      'approval.commented': (data) => ({ title: `Comment: ${what(data)}`, text: `${text(data, 'by')}: ${text(data, 'words')}` }),
      'approval.approved': (data) => ({ title: `Approved: ${what(data)}`, text: `${text(data, 'by')} has approved your request (${enKind(data)}). Campaign: ${text(data, 'campaign')}.` }),
      'approval.returned': (data) => ({ title: `Returned: ${what(data)}`, text: `${text(data, 'by')} has returned your request (${enKind(data)}): ${text(data, 'reason')}` }),
      'approval.withdrawn': (data) => ({ title: `Withdrawn: ${what(data)}`, text: `${text(data, 'by')} has withdrawn your request (${enKind(data)}). Change it and submit it again. Campaign: ${text(data, 'campaign')}.` }),
      'approval.reminded': (data) => ({ title: `Reminder: ${what(data)}`, text: `The step “${text(data, 'step')}” of this request of ${text(data, 'by')} (${enKind(data)}) is due on ${text(data, 'dueOn')}. Please decide.` }),
      'approval.escalated': (data) => ({ title: `Overdue: ${what(data)}`, text: `The step “${text(data, 'step')}” was due on ${text(data, 'dueOn')} and nobody has decided it; the route asks you to.` }),
      'approval.delegated': (data) => ({ title: `${text(data, 'from')} asks you to stand in`, text: `From ${text(data, 'fromOn')} to ${text(data, 'toOn')} you decide for ${text(data, 'from')}. ${text(data, 'reason')}` }),
    },
  },
);
