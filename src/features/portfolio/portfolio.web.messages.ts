import { defineMessages } from '#platform/shared/messages.ts';

export const portfolioWebMessages = defineMessages(
  {
    title: '工作台',
    greeting: (name: string, day: string) => `${name} · ${day}`,
    verdict: {
      today: (count: number) => `今天有 ${count} 项任务`, noToday: '今天没有安排的任务', late: (count: number) => `${count} 项延期`, approvals: (count: number) => `${count} 项待您审批`, checks: (count: number) => `${count} 张发票待核销`, pays: (count: number) => `${count} 张发票待付款`,
      clear: '没有延期，也没有待办审批', comma: '，', end: '。', next: (title: string, day: string) => `下一项是 ${day} 的“${title}”`,
    },
    tasks: '我的任务', late: '延期', today: '今天', coming: '接下来', undated: '未定日期', othersLate: '小组中的延期任务',
    tick: (title: string) => `完成“${title}”`, done: (title: string) => `已完成“${title}”`, myDay: '我的一天',
    dueTime: (time: string) => `${time} 前`, lateBy: (days: number) => `延期 ${days} 天`, foreseen: '预计延期', 
    noTasks: '没有需要您处理的任务', noTasksHint: '活动开始筹备后，分给您或您所在小组的任务会出现在这里，完成后在这里勾选即可。',
    approvals: '待我审批', seeAll: (count: number) => `查看全部 ${count} 项`, asked: (name: string, days: number) => `${name} ${days === 0 ? '今天' : days === 1 ? '昨天' : `${days} 天前`}提交`, versioned: (kind: string, number: number) => `${kind}第 ${number} 版`, behalf: (name: string) => `代 ${name} 审批`, overdue: (days: number) => `逾期 ${days} 天`,
    requests: '我的申请', stands: (number: number, count: number, step: string) => (count > 1 ? `${number}/${count} ${step}` : step), waitsFor: (who: string) => `等${who}处理`,
    payables: { title: '财务待办', open: '打开财务待办', check: '待核销', pay: '待付款', invoices: (count: number) => `${count} 张发票`, since: { check: '今天登记', pay: '今天核销' }, oldest: (days: number) => `最早一张等了 ${days} 天`, nothing: '没有待核销或待付款的发票。' },
    campaigns: '我的活动', allCampaigns: '全部活动', noCampaigns: '您还没有参与任何活动', noLead: '未指定总负责人', tasksDone: (done: number, all: number) => `任务 ${done} / ${all}`, tasksLabel: (name: string) => `“${name}”的任务完成`,
    more: (count: number) => `再显示 ${count} 项`,
    first: {
      title: '从第一个活动开始', hint: '新建一个活动，把目标、预算和进度放进来；也可以先载入演示活动：一份待提交的方案，和一场已办完、账目齐全的活动。', member: '还没有分给您的活动。总负责人把您加入小组后，任务会出现在这里。',
      create: '新建活动', demo: '载入演示活动', invite: '邀请同事',
    },
    demo: {
      title: '演示活动已载入', body: '一个是待提交的草稿“秋季新品上市”；一个是已办完的“2024 金秋新品首发”，用款、发票、付款和评估报告都齐全，可以直接归档。以下演示人员用同一个密码登录，体验不同角色。密码只显示这一次，请复制保存。', password: '登录密码', copyPassword: '复制密码', copyAll: '复制全部', copied: '已复制', failed: '浏览器不允许复制，请选中后手动复制。',
      name: '姓名', role: '职务', email: '登录邮箱', open: '打开演示活动', people: '演示人员', text: (lines: string, password: string) => `${lines}\n密码：${password}`,
    },
    sample: { first: '物料设计与制作', second: '场地布置与设备调试' },
  },
  {
    title: 'Workbench',
    greeting: (name, day) => `${name} · ${day}`,
    verdict: {
      today: (count) => (count === 1 ? '1 task today' : `${count} tasks today`), noToday: 'No task is planned for today', late: (count) => `${count} late`, approvals: (count) => (count === 1 ? '1 approval waits for you' : `${count} approvals wait for you`), checks: (count) => (count === 1 ? '1 invoice to check' : `${count} invoices to check`), pays: (count) => (count === 1 ? '1 invoice to pay' : `${count} invoices to pay`),
      clear: 'nothing is late and nothing waits for approval', comma: ', ', end: '.', next: (title, day) => `next is “${title}” on ${day}`,
    },
    tasks: 'My tasks', late: 'Late', today: 'Today', coming: 'Coming up', undated: 'No date', othersLate: 'Late in my campaigns',
    tick: (title) => `Complete “${title}”`, done: (title) => `“${title}” is done`, myDay: 'My day',
    dueTime: (time) => `by ${time}`, lateBy: (days) => (days === 1 ? '1 day late' : `${days} days late`), foreseen: 'Delay foreseen', 
    noTasks: 'Nothing for you to do', noTasksHint: 'Once a campaign is being prepared, tasks for you or your group stand here; tick them off when they are done.',
    approvals: 'Waiting for my approval', seeAll: (count) => `See all ${count}`, asked: (name, days) => `${name} asked ${days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`}`, versioned: (kind, number) => `${kind}, version ${number}`, behalf: (name) => `for ${name}`, overdue: (days) => (days === 1 ? '1 day overdue' : `${days} days overdue`),
    requests: 'My requests', stands: (number, count, step) => (count > 1 ? `${number}/${count} ${step}` : step), waitsFor: (who) => `waits for ${who}`,
    payables: { title: 'Payables', open: 'Open payables', check: 'To check', pay: 'To pay', invoices: (count) => (count === 1 ? '1 invoice' : `${count} invoices`), since: { check: 'recorded today', pay: 'checked today' }, oldest: (days) => (days === 1 ? 'the oldest for 1 day' : `the oldest for ${days} days`), nothing: 'No invoice is to be checked or paid.' },
    campaigns: 'My campaigns', allCampaigns: 'All campaigns', noCampaigns: 'You are on no campaign team yet', noLead: 'No lead named', tasksDone: (done, all) => `Tasks ${done} / ${all}`, tasksLabel: (name) => `Tasks done of “${name}”`,
    more: (count) => `Show ${count} more`,
    first: {
      title: 'Begin with the first campaign', hint: 'Make a campaign and put its goals, budget and schedule in; or load the demo first: a plan to submit, and a finished campaign with all its money.', member: 'No campaign is yours yet. When a lead adds you to a team, your tasks stand here.',
      create: 'New campaign', demo: 'Load the demo', invite: 'Invite colleagues',
    },
    demo: {
      title: 'The demo is loaded', body: 'There is a draft to submit, “秋季新品上市”, and a finished campaign, “2024 金秋新品首发”, with its requests, invoices, payments and report, ready to be archived. These demo people sign in with one password, to try the roles. It is shown only now; copy it.', password: 'Password', copyPassword: 'Copy the password', copyAll: 'Copy all', copied: 'Copied', failed: 'The browser does not allow copying; select and copy by hand.',
      name: 'Name', role: 'Job title', email: 'Sign-in email', open: 'Open the demo campaign', people: 'Demo people', text: (lines, password) => `${lines}\nPassword: ${password}`,
    },
    sample: { first: 'Design and print materials', second: 'Set up the venue' },
  },
);
