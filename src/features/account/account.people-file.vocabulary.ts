import type { OrgRole } from '#platform/shared/actor.ts';

/** Headings of a table of people, as companies write them. */
export const PEOPLE_HEADINGS: readonly (readonly ['name' | 'email' | 'title' | 'department' | 'role', RegExp])[] = [
  ['email', /邮箱|邮件|e-?mail/i],
  ['department', /部门|所属|团队|department|team/i],
  ['role', /角色|权限|role/i],
  ['title', /职务|岗位|职位|职称|title|position/i],
  ['name', /姓名|人员|员工|名字|name/i],
];

export const ROLE_WORDS: readonly (readonly [OrgRole, RegExp])[] = [
  ['admin', /管理员|admin/i],
  ['management', /管理层|领导|高管|management|director/i],
  ['finance', /财务|finance/i],
  ['member', /成员|员工|普通|member/i],
];
