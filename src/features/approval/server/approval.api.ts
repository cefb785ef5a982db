export { loadApprovalFacts } from './approval.store.ts';
export { approvalsOf, findApproval, runningRequests, waitingApprovals } from './approval.views.ts';
export { areSpendingsRouted } from './approval.routed.ts';
export { prepareSubmission, submitVersion } from './approval.submission.ts';
export type { DecidedApproval } from './approval.service.ts';
export { remindApprovers } from './approval.deadlines.ts';
