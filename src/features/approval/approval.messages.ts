import { defineMessages } from '#platform/shared/messages.ts';

type Data = Readonly<Record<string, unknown>>;

export const approvalMessages = defineMessages(
  {
    problems: {
      'approval.decided': () => '这项申请已经有结果了，不能重复处理。请刷新查看。',
      'approval.campaign_cancelled': () => '活动已取消，这项申请不再需要处理。',
      'approval.reason_needed': () => '退回时请写明原因，方便对方修改。',
      'approval.step_passed': () => '这一步刚刚有人处理过，没有重复处理。请查看最新进展后再决定。',
      'approval.no_approver': ({ step }: Data) => `“${String(step)}”这一步没有可以审批的人：不能由申请人自己审批，管理层也没有其他人。请管理员调整审批路线或增加审批人。`,
      'approval.own_request': () => '不能交给申请人本人审批。请选择其他人。',
      'approval.person_gone': () => '这位同事已停用或还没有加入，请选择其他人。',
      'approval.already_asked': () => '这一步已经在等这位同事审批了，请选择其他人。',
      'approval.too_many_steps': ({ most }: Data) => `一项申请最多 ${String(most)} 步，不能再加签。`,
      'approval.delegation_loop': ({ chain }: Data) => `这样委托会绕回原处：${((chain ?? []) as string[]).join(' → ')}。请换一位受托人或错开日期。`,
      'approval.delegation_self': () => '不能委托给自己。请选择另一位同事。',
      'approval.delegation_overlap': ({ toName, fromOn, toOn }: Data) => `这段时间已经委托给${String(toName)}（${String(fromOn)} 至 ${String(toOn)}）。请先结束那一项，或错开日期。`,
      'approval.delegation_days': () => '结束日期不能早于开始日期，也不能早于今天；一次最多委托一年。',
    },
    kinds: { plan: '活动方案', budget: '预算变更', spending: '用款申请', transfer: '预算调剂', reserve: '动用备用金', material: '物料样稿', adjustment: '活动调整', evaluation: '活动效果评估报告' },
    /** Of a request for money: which of the five it is. */
    requests: { spending: '用款申请', transfer: '预算调剂', reserve: '动用备用金', supplement: '追加预算', cut: '核减预算' },
    decisions: { approved: '已核准', returned: '已退回', withdrawn: '已撤回' },
  },
  {
    problems: {
      'approval.decided': () => 'This request has been decided already. Reload to see the result.',
      'approval.campaign_cancelled': () => 'The campaign has been cancelled, so there is nothing left to decide.',
      'approval.reason_needed': () => 'Say why you return it, so that it can be mended.',
      'approval.step_passed': () => 'Someone has just decided this step, so nothing was decided twice. Look at where it stands now.',
      'approval.no_approver': ({ step }) => `Nobody can decide the step “${String(step)}”: not the person who asked, and there is no one else in management. Ask an administrator to change the route or to add an approver.`,
      'approval.own_request': () => 'The person who asked cannot decide their own request. Choose someone else.',
      'approval.person_gone': () => 'This colleague is disabled or has not joined yet. Choose someone else.',
      'approval.already_asked': () => 'This step already waits for this colleague. Choose someone else.',
      'approval.too_many_steps': ({ most }) => `A request has at most ${String(most)} steps; no more can be added.`,
      'approval.delegation_loop': ({ chain }) => `This delegation would come back to where it starts: ${((chain ?? []) as string[]).join(' → ')}. Choose another person or other days.`,
      'approval.delegation_self': () => 'You cannot delegate to yourself. Choose a colleague.',
      'approval.delegation_overlap': ({ toName, fromOn, toOn }) => `These days are already delegated to ${String(toName)} (${String(fromOn)} to ${String(toOn)}). End that one first, or choose other days.`,
      'approval.delegation_days': () => 'The last day is not before the first, nor before today; a delegation lasts a year at most.',
    },
    kinds: { plan: 'Campaign plan', budget: 'Budget change', spending: 'Spending request', transfer: 'Budget transfer', reserve: 'Draw on the reserve', material: 'Material proof', adjustment: 'Campaign adjustment', evaluation: 'Evaluation report' },
    requests: { spending: 'Spending request', transfer: 'Budget transfer', reserve: 'Draw on the reserve', supplement: 'Budget supplement', cut: 'Budget cut' },
    decisions: { approved: 'Approved', returned: 'Returned', withdrawn: 'Withdrawn' },
  },
);
