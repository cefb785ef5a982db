import { defineMessages } from '#platform/shared/messages.ts';

export const approvalMessages = defineMessages(
  {
    problems: {
      'approval.decided': () => '这项申请已经有结果了，不能重复处理。请刷新查看。',
      'approval.campaign_cancelled': () => '活动已取消，这项申请不再需要处理。',
      'approval.reason_needed': () => '退回时请写明原因，方便对方修改。',
    },
    kinds: { plan: '活动方案', evaluation: '活动效果评估报告' },
    decisions: { approved: '已核准', returned: '已退回', withdrawn: '已撤回' },
  },
  {
    problems: {
      'approval.decided': () => 'This request has been decided already. Reload to see the result.',
      'approval.campaign_cancelled': () => 'The campaign has been cancelled, so there is nothing left to decide.',
      'approval.reason_needed': () => 'Say why you return it, so that it can be mended.',
    },
    kinds: { plan: 'Campaign plan', evaluation: 'Evaluation report' },
    decisions: { approved: 'Approved', returned: 'Returned', withdrawn: 'Withdrawn' },
  },
);
