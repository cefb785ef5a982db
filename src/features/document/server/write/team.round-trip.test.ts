import exceljs from 'exceljs';
import { describe, expect, test } from 'vitest';
import { TEAM_GROUPS } from '#features/campaign/campaign.policy.ts';
import { readDocument } from '#features/reading/server/direct.api.ts';
import { standardTeamMessages } from '#features/team/team.standard.messages.ts';
import { LOCALES } from '#platform/shared/messages.ts';
import { areasOf, dutiesOf, membersOf } from '../../document.team.rules.ts';
import { writeTeam, type TeamTable } from './team.tables.ts';

const members: TeamTable['members'] = [
  { group: 'lead', name: '陈婧', role: '市场经理', work: '批准：方案策划与报批、现场执行', standIn: '' },
  { group: 'planning', name: '刘洋', role: '策划主管', work: '负责：方案策划与报批', standIn: '王芳（10月16日-18日）' },
  { group: 'execution', name: '王芳', role: '执行专员', work: '', standIn: '' },
  { group: 'execution', name: '张三', role: '专员', work: '', standIn: '' },
  { group: 'monitoring', name: '李想', role: '数据专员', work: '', standIn: '' },
];

describe.each(['xlsx', 'docx'] as const)('分工表 written as %s and read back by the import', (format) => {
  test.each(LOCALES)('duties, members and areas come back as they were (%s)', async (locale) => {
    const standard = standardTeamMessages[locale];
    const duties = TEAM_GROUPS.map((group) => ({ group, duties: standard.duties[group], worksWith: standard.worksWith[group] }));
    const areas = [...standard.areas, { area: '直播间搭建', responsible: '王芳、张三', accountable: '陈婧', consulted: '', informed: '监控组', note: '含灯光' }];
    const { tables } = await readDocument(await writeTeam(format, { title: '秋季新品上市', locale, duties, members, areas }), `team.${format}`, { year: 2025 });
    expect(tables.map((table) => table.kind)).toEqual(['team', 'areas']);
    const [team, matrix] = tables;
    if (!team || !matrix) throw new Error('a table is missing');
    expect(dutiesOf(team).map(({ group, duties: text, worksWith }) => ({ group, duties: text, worksWith }))).toEqual(duties);
    expect(membersOf(team).map(({ name, group }) => ({ name, group }))).toEqual(members.map(({ name, group }) => ({ name, group })));
    expect(areasOf(matrix)).toEqual(areas);
  });

  test('an empty team keeps its five groups, and says nothing of them', async () => {
    const { tables } = await readDocument(await writeTeam(format, { title: '空', locale: 'zh-CN', duties: [], members: [], areas: [] }), `team.${format}`, { year: 2025 });
    for (const table of tables) expect([dutiesOf(table), membersOf(table)]).toEqual([[], []]);
  });
});

test('in Excel the cells of a group and of its duties span its members, and the rows are high enough for the duties', async () => {
  const { duties, worksWith } = standardTeamMessages['zh-CN'];
  const written = TEAM_GROUPS.map((group) => ({ group, duties: duties[group], worksWith: worksWith[group] }));
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load((await writeTeam('xlsx', { title: '秋季新品上市', locale: 'zh-CN', duties: written, members, areas: [] })) as unknown as ArrayBuffer);
  const sheet = workbook.worksheets[0];
  const rows = sheet?.getRows(1, sheet.rowCount) ?? [];
  const own = rows.filter((row) => row.getCell(1).text === '执行组');
  expect(own).toHaveLength(2);
  expect(own.map((row) => row.getCell(2).text === own[0]?.getCell(2).text && row.getCell(2).isMerged)).toEqual([true, true]);
  // Four paragraphs of which some wrap: at 15.5 points a line.
  expect(own.reduce((sum, row) => sum + row.height, 0)).toBeGreaterThan(4 * 15.5);
  const [lead] = rows.filter((row) => row.getCell(1).text === '总负责人');
  expect(lead?.height).toBeGreaterThan(4 * 15.5);
});
