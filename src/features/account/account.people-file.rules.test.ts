import { describe, expect, test } from 'vitest';
import type { SourceDocument } from '#features/reading/reading.source.rules.ts';
import { peopleOf } from './account.people-file.rules.ts';

const table = (...rows: string[][]): SourceDocument => ({ blocks: [{ kind: 'text', text: '人员名单' }, { kind: 'table', rows: rows.map((row) => row.map((text) => ({ text }))) }] });

describe('a table of people', () => {
  test('is read whatever the order of its columns and the rows above its heading', () => {
    const read = peopleOf(table(['2025 年市场部'], ['序号', '所属部门', '姓名', '公司邮箱', '职务', '角色'], ['1', '市场部', '陈婧', ' Chen@Example.com ', '经理', '管理层'], ['2', '财务部', '孙丽', 'sun@example.com', '', '财务']), new Set());
    expect(read?.rows).toEqual([
      { name: '陈婧', email: 'chen@example.com', title: '经理', departmentName: '市场部', orgRole: 'management', question: null },
      { name: '孙丽', email: 'sun@example.com', title: '', departmentName: '财务部', orgRole: 'finance', question: null },
    ]);
  });

  test.each([
    [['', 'a@b.cn', ''], 'name'],
    [['李想', 'nobody', ''], 'email'],
    [['李想', 'taken@example.com', ''], 'taken'],
    [['李想', 'li@example.com', '总裁办'], 'role'],
  ])('%j asks about %s', (row, question) => {
    expect(peopleOf(table(['姓名', '邮箱', '角色'], row), new Set(['taken@example.com']))?.rows[0]?.question).toBe(question);
  });

  test('asks about the second of two equal addresses, and leaves a remark under the table aside', () => {
    const read = peopleOf(table(['Name', 'E-mail'], ['A', 'a@b.cn'], ['B', 'A@b.cn'], ['', '']), new Set());
    expect(read?.rows.map((row) => row.question)).toEqual([null, 'duplicate']);
    expect(peopleOf(table(['姓名', '邮箱', '备注'], ['A', 'a@b.cn', ''], ['', '', '以上名单截至十月']), new Set())?.aside).toEqual(['以上名单截至十月']);
  });

  test('is not found where no heading names a name and an address', () => {
    expect(peopleOf(table(['预算科目', '金额'], ['场地', '1']), new Set())).toBeUndefined();
  });
});
