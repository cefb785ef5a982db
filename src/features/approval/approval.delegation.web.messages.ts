import { defineMessages } from '#platform/shared/messages.ts';

/** 审批委托: who decides for whom, and for how long. */
export const delegationMessages = defineMessages(
  {
    title: '审批委托', toApprovals: '审批', create: '新建委托',
    verdict: {
      none: '您没有委托他人，审批由您本人处理。', away: (name: string, until: string) => `${name} 正在代您审批，到 ${until} 为止。`,
      onward: (name: string, last: string) => `${name} 也外出，由 ${last} 接手。`,
      coming: (name: string, from: string) => `从 ${from} 起由 ${name} 代您审批。`, standing: (names: string) => `您正在代 ${names} 审批。`,
    },
    chains: '今天由谁审批', chainHint: '前面的人外出，审批交给后面的人。', arrow: '→',
    mine: '我委托的', toMe: '委托给我的', others: '其他人的委托',
    noMine: '没有进行中或将要开始的委托', noMineText: '外出前建一条委托：选一位同事和起止日期，期间轮到您的审批由对方代为处理，记录会写明“代您”。到期自动结束。',
    noToMe: '目前没有人委托您。', noOthers: '其他人没有委托。',
    pair: (from: string, to: string) => `${from} → ${to}`, states: { coming: '未开始', running: '进行中' },
    end: '结束委托', endTitle: (from: string, to: string) => `结束 ${from} 对 ${to} 的委托？`, endRunning: '立即生效：此后的审批回到本人处理，已经做出的决定不变。', endComing: '这条委托不会开始。', ended: '委托已结束',
    form: {
      title: '新建审批委托', from: '委托人', to: '代为审批的人', toHint: '对方不能审批自己提交的申请，也不能代您审批您自己的。', person: '输入姓名查找',
      period: '外出期间', periodHint: '首尾两天都算在内。', reason: '事由', reasonHint: '选填，例如“出差”。',
      submit: '委托', created: (name: string) => `已委托 ${name}`, personMissing: '请从名单中选择一位同事。', fromMissing: '请选择委托人。', daysMissing: '请选择开始和结束日期。',
    },
  },
  {
    title: 'Delegations', toApprovals: 'Approvals', create: 'Delegate',
    verdict: {
      none: 'You have delegated to nobody: you decide yourself.', away: (name, until) => `${name} decides for you until ${until}.`,
      onward: (name, last) => `${name} is away as well: ${last} takes over.`,
      coming: (name, from) => `From ${from} on ${name} decides for you.`, standing: (names) => `You stand in for ${names}.`,
    },
    chains: 'Who decides today', chainHint: 'The first is away; what waits for them goes to the next.', arrow: '→',
    mine: 'Mine', toMe: 'To me', others: 'Of other people',
    noMine: 'No delegation is running or coming', noMineText: 'Before you leave, choose a colleague and the days. What waits for you is decided by them, and the record says “for you”. It ends by itself.',
    noToMe: 'Nobody has delegated to you.', noOthers: 'Nobody else has delegated.',
    pair: (from, to) => `${from} → ${to}`, states: { coming: 'Coming', running: 'Running' },
    end: 'End', endTitle: (from, to) => `End the delegation of ${from} to ${to}?`, endRunning: 'At once: what comes goes to the person themselves. Decisions already made stand.', endComing: 'It will not begin.', ended: 'The delegation has ended',
    form: {
      title: 'New delegation', from: 'Of', to: 'Who decides instead', toHint: 'They cannot decide what they asked for themselves, nor, for you, what you asked for.', person: 'Type a name',
      period: 'Away', periodHint: 'Both days included.', reason: 'Reason', reasonHint: 'Optional, for example “business trip”.',
      submit: 'Delegate', created: (name) => `Delegated to ${name}`, personMissing: 'Choose a colleague from the list.', fromMissing: 'Choose whose place is taken.', daysMissing: 'Choose the first and the last day.',
    },
  },
);
