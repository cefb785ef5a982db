import { z } from 'zod';
import { ORG_ROLES } from '#platform/shared/actor.ts';
import { anyone, operation, signedIn } from '#platform/shared/contract.ts';
import { done, emailField, idField, PASSWORD_MAXIMUM, PASSWORD_MINIMUM, requiredText, text } from '#platform/shared/field.ts';
import { managesPeople, seesDirectory } from './account.policy.ts';

/** The library refuses shorter ones as well; see the session part of the platform. */
export const passwordField = z.string().min(PASSWORD_MINIMUM).max(PASSWORD_MAXIMUM);
const linkToken = z.string().min(20).max(200);

export const orgRoleField = z.enum(ORG_ROLES);

export const personView = z.object({
  id: idField,
  name: z.string(),
  email: z.string(),
  title: z.string(),
  orgRole: orgRoleField,
  departmentId: idField.nullable(),
  departmentName: z.string().nullable(),
  state: z.enum(['invited', 'active', 'disabled']),
  createdAt: z.string(),
});
export type Person = z.output<typeof personView>;

/** The head decides where an approval route says so (P2.3). */
export const departmentView = z.object({ id: idField, name: z.string(), people: z.int(), headId: idField.nullable(), headName: z.string().nullable() });
export type Department = z.output<typeof departmentView>;

export const sessionView = z.object({
  id: idField,
  current: z.boolean(),
  userAgent: z.string(),
  address: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
});

export const getSetup = operation({
  id: 'account.getSetup', method: 'GET', path: '/api/setup',
  summary: { zh: '是否已完成初次设置', en: 'Whether the first-run set-up is done' },
  access: anyone,
  output: z.object({ done: z.boolean(), companyName: z.string().nullable(), mail: z.boolean() }),
});

export const completeSetup = operation({
  id: 'account.completeSetup', method: 'POST', path: '/api/setup',
  summary: { zh: '初次设置：公司与管理员', en: 'First-run set-up: the company and its administrator' },
  access: anyone,
  body: z.object({ code: z.string().max(100), companyName: requiredText(100), name: requiredText(60), email: emailField, password: passwordField }),
  output: done,
  errors: ['account.setup_done', 'account.setup_code'],
});

export const signIn = operation({
  id: 'account.signIn', method: 'POST', path: '/api/session',
  summary: { zh: '登录', en: 'Sign in' },
  access: anyone,
  body: z.object({ email: emailField, password: z.string().min(1).max(128) }),
  output: done,
  errors: ['account.credentials', 'account.disabled'],
});

export const signOut = operation({
  id: 'account.signOut', method: 'DELETE', path: '/api/session',
  summary: { zh: '退出登录', en: 'Sign out' },
  access: anyone,
  output: done,
});

export const getMe = operation({
  id: 'account.getMe', method: 'GET', path: '/api/me',
  summary: { zh: '当前登录的人', en: 'The signed-in person' },
  access: signedIn(),
  output: personView.extend({ companyName: z.string(), timeZone: z.string(), can: z.object({ managePeople: z.boolean(), createCampaign: z.boolean() }) }),
});

export const changePassword = operation({
  id: 'account.changePassword', method: 'POST', path: '/api/me/password',
  summary: { zh: '修改密码', en: 'Change one’s password' },
  access: signedIn(),
  body: z.object({ current: z.string().min(1).max(128), next: passwordField }),
  output: done,
  errors: ['account.credentials'],
});

export const listSessions = operation({
  id: 'account.listSessions', method: 'GET', path: '/api/me/sessions',
  summary: { zh: '我的登录设备', en: 'Where one is signed in' },
  access: signedIn(),
  output: z.object({ sessions: z.array(sessionView) }),
});

export const signOutEverywhere = operation({
  id: 'account.signOutEverywhere', method: 'DELETE', path: '/api/me/sessions',
  summary: { zh: '退出所有设备', en: 'Sign out everywhere' },
  access: signedIn(),
  output: done,
});

export const requestReset = operation({
  id: 'account.requestReset', method: 'POST', path: '/api/password-resets',
  summary: { zh: '忘记密码：发送重设链接', en: 'Forgotten password: send a reset link' },
  access: anyone,
  body: z.object({ email: emailField }),
  output: z.object({ mail: z.boolean() }),
});

export const getLink = operation({
  id: 'account.getLink', method: 'GET', path: '/api/links/:token',
  summary: { zh: '查看邀请或重设链接', en: 'Look at an invitation or reset link' },
  access: anyone,
  params: z.object({ token: linkToken }),
  output: z.object({ name: z.string(), email: z.string(), companyName: z.string(), invited: z.boolean() }),
  errors: ['account.link_used'],
});

export const useLink = operation({
  id: 'account.useLink', method: 'POST', path: '/api/links/:token',
  summary: { zh: '用链接设置密码', en: 'Set a password with a link' },
  access: anyone,
  params: z.object({ token: linkToken }),
  body: z.object({ name: requiredText(60), password: passwordField }),
  output: z.object({ email: z.string() }),
  errors: ['account.link_used'],
});

export const listPeople = operation({
  id: 'account.listPeople', method: 'GET', path: '/api/people',
  summary: { zh: '人员名单', en: 'People' },
  access: signedIn(seesDirectory),
  output: z.object({ people: z.array(personView) }),
});

const personFields = z.object({
  name: requiredText(60), email: emailField, title: text(60).default(''), orgRole: orgRoleField.default('member'), departmentName: text(60).default(''),
});

export const invitationView = z.object({ personId: idField, name: z.string(), email: z.string(), link: z.string(), mailed: z.boolean() });

export const invitePeople = operation({
  id: 'account.invitePeople', method: 'POST', path: '/api/people',
  summary: { zh: '邀请人员', en: 'Invite people' },
  access: signedIn(managesPeople),
  body: z.object({ people: z.array(personFields).min(1).max(500) }),
  output: z.object({ invitations: z.array(invitationView) }),
  errors: ['account.email_taken'],
});

export const readPeopleFile = operation({
  id: 'account.readPeopleFile', method: 'POST', path: '/api/people/read',
  summary: { zh: '读取人员表（xlsx）供核对，不写入', en: 'Read a people table (xlsx) for review; nothing is written' },
  access: signedIn(managesPeople),
  query: z.object({ name: text(200).default('') }),
  upload: true,
  output: z.object({
    rows: z.array(z.object({ name: z.string(), email: z.string(), title: z.string(), departmentName: z.string(), orgRole: orgRoleField, question: z.string().nullable() })),
    aside: z.array(z.string()),
  }),
  errors: ['account.people_file'],
});

export const renewLink = operation({
  id: 'account.renewLink', method: 'POST', path: '/api/people/:personId/link',
  summary: { zh: '重新生成邀请或重设链接', en: 'Make a new invitation or reset link' },
  access: signedIn(managesPeople),
  params: z.object({ personId: idField }),
  output: invitationView,
});

export const updatePerson = operation({
  id: 'account.updatePerson', method: 'PATCH', path: '/api/people/:personId',
  summary: { zh: '修改人员的角色、部门或停用', en: 'Change a person’s role or department, or disable them' },
  access: signedIn(managesPeople),
  params: z.object({ personId: idField }),
  body: z.object({ name: requiredText(60), title: text(60), orgRole: orgRoleField, departmentId: idField.nullable(), disabled: z.boolean() }).partial(),
  output: personView,
  errors: ['account.last_admin'],
});

export const listDepartments = operation({
  id: 'account.listDepartments', method: 'GET', path: '/api/departments',
  summary: { zh: '部门', en: 'Departments' },
  access: signedIn(seesDirectory),
  output: z.object({ departments: z.array(departmentView) }),
});

export const createDepartment = operation({
  id: 'account.createDepartment', method: 'POST', path: '/api/departments',
  summary: { zh: '新增部门', en: 'Add a department' },
  access: signedIn(managesPeople),
  body: z.object({ name: requiredText(60) }),
  output: departmentView,
  errors: ['account.department_taken'],
});

export const renameDepartment = operation({
  id: 'account.renameDepartment', method: 'PATCH', path: '/api/departments/:departmentId',
  summary: { zh: '修改部门名称', en: 'Rename a department' },
  access: signedIn(managesPeople),
  params: z.object({ departmentId: idField }),
  body: z.object({ name: requiredText(60) }),
  output: departmentView,
  errors: ['account.department_taken'],
});

export const nameHead = operation({
  id: 'account.nameHead', method: 'PUT', path: '/api/departments/:departmentId/head',
  summary: { zh: '指定部门负责人', en: 'Name the head of a department' },
  access: signedIn(managesPeople),
  params: z.object({ departmentId: idField }),
  /** null: the department has no head. */
  body: z.object({ personId: idField.nullable() }),
  output: departmentView,
  errors: ['account.head_gone'],
});
