import { defineMessages } from '#platform/shared/messages.ts';

export const accountMessages = defineMessages(
  {
    problems: {
      'account.setup_done': () => '系统已完成初次设置，请直接登录。',
      'account.setup_code': () => '设置链接不正确或已失效。请使用启动时打印的链接。',
      'account.credentials': () => '邮箱或密码不正确，请重新输入。',
      'account.disabled': () => '该账号已停用，请联系管理员。',
      'account.link_used': () => '链接已被使用或已过期，请联系管理员重新生成。',
      'account.email_taken': (data: Record<string, unknown>) => `${String(data['email'])} 已有账号，请换一个邮箱或从名单中删去。`,
      'account.last_admin': () => '至少要保留一位可用的管理员。请先指定另一位管理员。',
      'account.department_taken': () => '已有同名部门，请换一个名称。',
      'account.head_gone': () => '这位同事已停用，不能担任部门负责人。请选择其他人。',
      'account.people_file': () => '没有读出人员表。请使用 xlsx、csv 文件，第一行写明：姓名、邮箱、部门、职务、角色。',
    },
    roles: { admin: '管理员', management: '管理层', finance: '财务', member: '成员' },
    roleHints: {
      admin: '管理人员、部门和系统设置',
      management: '审批方案与报告，查看全部活动',
      finance: '查看全部活动的预算，登记实际花费',
      member: '参与活动；按活动中的分组取得权限',
    },
    states: { invited: '待激活', active: '正常', disabled: '已停用' },
    peopleQuestions: {
      email: '邮箱不正确',
      duplicate: '邮箱重复',
      taken: '邮箱已有账号',
      name: '缺少姓名',
      role: '角色无法识别，按“成员”处理',
    },
    mail: {
      inviteSubject: (company: string) => `${company} 邀请您使用点兵`,
      inviteText: (name: string, company: string, link: string) =>
        `${name}，您好：\n\n${company} 邀请您使用点兵 Muster 协作市场活动。请在 7 天内打开以下链接设置密码：\n\n${link}\n\n链接只能使用一次。如果您不认识这家公司，请忽略本邮件。\n`,
      resetSubject: '重设点兵密码',
      resetText: (name: string, link: string) =>
        `${name}，您好：\n\n请在 1 小时内打开以下链接重设密码：\n\n${link}\n\n如果不是您本人操作，请忽略本邮件，密码不会改变。\n`,
    },
  },
  {
    problems: {
      'account.setup_done': () => 'The set-up is already done. Please sign in.',
      'account.setup_code': () => 'The set-up link is wrong or has expired. Use the link printed at start.',
      'account.credentials': () => 'The email or the password is not right. Please try again.',
      'account.disabled': () => 'This account is disabled. Please ask an administrator.',
      'account.link_used': () => 'The link has been used or has expired. Ask an administrator for a new one.',
      'account.email_taken': (data) => `${String(data['email'])} already has an account. Use another address or take it off the list.`,
      'account.last_admin': () => 'At least one active administrator must remain. Appoint another one first.',
      'account.department_taken': () => 'There is a department of that name. Choose another name.',
      'account.head_gone': () => 'This colleague is disabled and cannot head a department. Choose someone else.',
      'account.people_file': () => 'No people table found. Use an xlsx or csv file whose first row says: name, email, department, title, role.',
    },
    roles: { admin: 'Administrator', management: 'Management', finance: 'Finance', member: 'Member' },
    roleHints: {
      admin: 'Manages people, departments and settings',
      management: 'Approves plans and reports, sees every campaign',
      finance: 'Sees every campaign’s budget, records actual cost',
      member: 'Works in campaigns; rights follow from the group in each',
    },
    states: { invited: 'Invited', active: 'Active', disabled: 'Disabled' },
    peopleQuestions: {
      email: 'Not a valid email',
      duplicate: 'Email stands twice',
      taken: 'Email already has an account',
      name: 'Name is missing',
      role: 'Role not recognised; taken as member',
    },
    mail: {
      inviteSubject: (company) => `${company} invites you to Muster`,
      inviteText: (name, company, link) =>
        `Hello ${name},\n\n${company} invites you to work on its marketing campaigns in Muster. Open this link within 7 days to set your password:\n\n${link}\n\nThe link works once. If you do not know this company, ignore this mail.\n`,
      resetSubject: 'Reset your Muster password',
      resetText: (name, link) =>
        `Hello ${name},\n\nOpen this link within 1 hour to reset your password:\n\n${link}\n\nIf this was not you, ignore this mail; your password stays as it is.\n`,
    },
  },
);
