import { defineMessages } from '#platform/shared/messages.ts';

export const planWebMessages = defineMessages(
  {
    title: '方案',
    part: '筹备',
    seal: { version: (number: number) => `方案 v${number}`, approved: '已核准', label: (number: number, name: string, at: string) => `方案第 ${number} 版，${name} ${at} 核准` },
    content: (goals: number, money: string, tasks: number, people: number) => `${goals} 个目标，预算 ${money}，${tasks} 项任务，小组 ${people} 人`,
    verdict: {
      drafting: (content: string) => `方案起草中：${content}。`,
      lacking: (gaps: string) => `还缺${gaps}，补齐后才能提交。`,
      ready: '可以提交审批。',
      returned: (number: number) => `v${number} 被退回，修改后重新提交。`,
      waiting: (number: number, name: string) => `v${number} 由${name}提交，`,
      waitingFor: (who: string) => (who ? `正在审批，等${who}处理` : '正在审批'),
      approved: (number: number, name: string) => `v${number} 已由${name}核准，`,
      approvedNext: '可以开始筹备。',
      inForce: '各小组按这一版执行。',
      changed: '核准后方案又有调整，印章只代表核准时的那一版。',
      none: '活动已结束，没有核准过的方案。',
      end: '。',
    },
    check: {
      title: '过审检查', blocking: '必须补齐', advice: '建议补充', has: { goals: '目标已填写', budget: '预算已编制', schedule: '进度已安排', lead: '总负责人已指定', theme: '主题已写明', audience: '目标人群已写明', event: '现场日期已填写' },
      mend: { goals: '填写目标', budget: '编制预算', schedule: '安排进度', lead: '指定总负责人', theme: '写下主题', audience: '写下目标人群', event: '填写现场日期' },
      why: {
        goals: '没有目标，就无法判断活动成不成功。', budget: '至少一项预算有金额。', schedule: '写明什么时候、谁、做什么。', lead: '每个活动都要有一位总负责人。',
        theme: '一句话的主题，让每个小组说法一致。', audience: '渠道和内容都按目标人群来选。', event: '有现场活动时，现场日期决定进场和彩排的时间。',
      },
    },
    frozen: {
      title: '提交时冻结的内容', current: '方案内容', join: '；', text: '提交后，以下内容冻结为一个版本并生成校验值；审批人看到的就是这一版。', goals: '目标', budget: '活动预算表', schedule: '活动执行进度表', team: '小组', basics: '基本信息', edit: '查看',
      noTheme: '未写主题', goalCount: (count: number) => `${count} 个`, taskCount: (count: number) => `${count} 项任务`, lineCount: (count: number, money: string) => `${count} 项，合计 ${money}`, people: (count: number) => `${count} 人`,
    },
    submit: {
      action: '提交审批', title: '提交方案审批', text: '提交后目标、预算、进度不能再改，直到退回或撤回。审批人会看到这一版和上一核准版的差异。', note: '给审批人的说明', noteHint: '可不填。例如：预算较上次减少，是因为场地改为自有门店。',
      done: (number: number) => `方案 v${number} 已提交，等待核准`, blocked: '补齐必填内容后才能提交。', notYours: '由总负责人或策划组提交。',
    },
    withdraw: { action: '撤回', title: '撤回方案？', text: '撤回后回到草稿，可以继续修改，再次提交时生成新的版本。', done: '已撤回，可以继续修改' },
    start: { action: '开始筹备', title: '开始筹备', text: '各小组按核准的方案工作，可以更新任务、登记花费。', done: '已开始筹备' },
    versions: {
      title: '版本', empty: '还没有提交过版本', emptyText: '每次提交都会留下一个不可更改的版本：内容、校验值、谁提交、谁核准或为什么退回。',
      version: '版本', submitted: '提交', decision: '结果', hash: '校验值', see: '查看', waiting: '等待核准', by: (name: string, at: string) => `${name} ${at}`, reason: (text: string) => `原因：${text}`, note: (text: string) => `说明：${text}`,
    },
  },
  {
    title: 'Plan',
    part: 'Preparation',
    seal: { version: (number) => `Plan v${number}`, approved: 'Approved', label: (number, name, at) => `Version ${number} of the plan, approved by ${name} on ${at}` },
    content: (goals, money, tasks, people) => `${goals} ${goals === 1 ? 'goal' : 'goals'}, a budget of ${money}, ${tasks} ${tasks === 1 ? 'task' : 'tasks'}, a team of ${people}`,
    verdict: {
      drafting: (content) => `The plan is being written: ${content}. `,
      lacking: (gaps) => `It still lacks ${gaps} before it can be submitted.`,
      ready: 'It can be submitted.',
      returned: (number) => `v${number} was returned; mend it and submit again.`,
      waiting: (number, name) => `v${number}, submitted by ${name}, `,
      waitingFor: (who) => (who ? `is in approval and waits for ${who}` : 'is in approval'),
      approved: (number, name) => `v${number} is approved by ${name}. `,
      approvedNext: 'Preparing can start.',
      inForce: 'The groups work by this version.',
      changed: 'The plan has changed since; the seal stands for the version as it was approved.',
      none: 'The campaign has ended without an approved plan.',
      end: '.',
    },
    check: {
      title: 'Plan check', blocking: 'Needed', advice: 'Advised', has: { goals: 'Goals are written', budget: 'The budget is written', schedule: 'The schedule is planned', lead: 'The lead is named', theme: 'The theme is written', audience: 'The audience is written', event: 'The days on site are entered' },
      mend: { goals: 'Write goals', budget: 'Write the budget', schedule: 'Plan the schedule', lead: 'Name the lead', theme: 'Write the theme', audience: 'Write the audience', event: 'Enter the days on site' },
      why: {
        goals: 'Without goals no one can tell whether the campaign worked.', budget: 'At least one line has an amount.', schedule: 'Say when, who and what.', lead: 'Every campaign has one lead.',
        theme: 'One sentence, so that every group says the same.', audience: 'Channels and content follow from the audience.', event: 'With an event on site, its days decide set-up and rehearsal.',
      },
    },
    frozen: {
      title: 'What a submission freezes', current: 'The plan', join: '; ', text: 'Submitting freezes this as one version with a hash; the approver sees exactly that version.', goals: 'Goals', budget: 'Budget', schedule: 'Schedule', team: 'Team', basics: 'Basics', edit: 'See',
      noTheme: 'No theme', goalCount: (count) => `${count}`, taskCount: (count) => `${count} ${count === 1 ? 'task' : 'tasks'}`, lineCount: (count, money) => `${count} ${count === 1 ? 'line' : 'lines'}, ${money} in all`, people: (count) => `${count}`,
    },
    submit: {
      action: 'Submit for approval', title: 'Submit the plan', text: 'Goals, budget and schedule no longer change until the plan is returned or withdrawn. The approvers see this version and how it differs from the last approved one.', note: 'A note for the approver', noteHint: 'Optional. For example: the budget is lower because the venue is our own store.',
      done: (number) => `Plan v${number} is submitted and waits for approval`, blocked: 'Fill in what is needed first.', notYours: 'The campaign lead or the planning group submits the plan.',
    },
    withdraw: { action: 'Withdraw', title: 'Withdraw the plan?', text: 'It becomes a draft again; the next submission makes a new version.', done: 'Withdrawn; you can go on editing' },
    start: { action: 'Start preparing', title: 'Start preparing', text: 'The groups work by the approved plan, update tasks and record cost.', done: 'Preparing has started' },
    versions: {
      title: 'Versions', empty: 'Nothing submitted yet', emptyText: 'Each submission leaves a version that cannot change: content, hash, who submitted it, who approved it or why it was returned.',
      version: 'Version', submitted: 'Submitted', decision: 'Decision', hash: 'Hash', see: 'See', waiting: 'Waiting', by: (name, at) => `${name} ${at}`, reason: (text) => `Reason: ${text}`, note: (text) => `Note: ${text}`,
    },
  },
);
