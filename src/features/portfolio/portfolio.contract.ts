import { z } from 'zod';
import { approvalRow, waitingRow } from '#features/approval/approval.contract.ts';
import { campaignRow } from '#features/campaign/campaign.contract.ts';
import { taskView } from '#features/schedule/schedule.contract.ts';
import { operation, signedIn } from '#platform/shared/contract.ts';
import { idField, text } from '#platform/shared/field.ts';

const ownTask = taskView.extend({ campaignId: idField, campaignName: z.string() });
export type OwnTask = z.output<typeof ownTask>;

export const getWorkbench = operation({
  id: 'portfolio.getWorkbench', method: 'GET', path: '/api/workbench',
  summary: { zh: '工作台：我的任务、待我审批、我的申请、延期事项、我的活动', en: 'Workbench: my tasks, approvals waiting for me, my running requests, what is late, my campaigns' },
  access: signedIn(),
  output: z.object({ tasks: z.array(ownTask), late: z.array(ownTask), approvals: z.array(waitingRow), requests: z.array(approvalRow), campaigns: z.array(campaignRow) }),
});

export const searchEverything = operation({
  id: 'portfolio.searchEverything', method: 'GET', path: '/api/search',
  summary: { zh: '搜索活动、任务与预算科目', en: 'Search campaigns, tasks and budget lines' },
  access: signedIn(),
  query: z.object({ q: text(100) }),
  output: z.object({
    results: z.array(z.object({ type: z.enum(['campaign', 'task', 'budget_line', 'goal']), id: idField, campaignId: idField, campaignName: z.string(), title: z.string() })),
  }),
});
