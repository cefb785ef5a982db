import { describe, expect, test } from 'vitest';
import type { Person } from './account.contract.ts';
import { filterPeople, repeatedEmails } from './account.people.rules.ts';

const person = (name: string, more: Partial<Person> = {}): Person => ({
  id: name, name, email: `${name}@demo.example`, title: '', orgRole: 'member', departmentId: null, departmentName: null, state: 'active', createdAt: '2025-10-01T00:00:00Z', ...more,
});
const people = [
  person('陈婧', { title: '市场经理', departmentId: 'd1', departmentName: '华东市场部' }),
  person('周正', { title: '营销总监', orgRole: 'management', state: 'invited' }),
  person('孙丽', { orgRole: 'finance', state: 'disabled', email: 'SunLi@Demo.example' }),
];
const names = (filter: Parameters<typeof filterPeople>[1]) => filterPeople(people, filter).map(({ name }) => name);

describe('the list of people', () => {
  test('is found by parts of name, title, department and address, whatever the width and case', () => {
    expect(names({ q: '市场' })).toEqual(['陈婧']);
    expect(names({ q: 'sunli' })).toEqual(['孙丽']);
    expect(names({ q: 'ＳＵＮＬＩ' })).toEqual(['孙丽']);
    expect(names({ q: '华东 经理' })).toEqual(['陈婧']);
    expect(names({ q: '华东 总监' })).toEqual([]);
  });
  test('is narrowed by role, state and department; nothing chosen narrows nothing', () => {
    expect(names({})).toHaveLength(3);
    expect(names({ role: '', state: '', departmentId: '' })).toHaveLength(3);
    expect(names({ role: 'management' })).toEqual(['周正']);
    expect(names({ state: 'disabled' })).toEqual(['孙丽']);
    expect(names({ departmentId: 'd1', state: 'active' })).toEqual(['陈婧']);
  });
});

test('a repeated address is found whatever its case; empty ones do not repeat', () => {
  expect([...repeatedEmails(['a@x.cn', 'b@x.cn', ' A@x.cn ', '', '', 'b@x.cn'])]).toEqual([2, 5]);
});
