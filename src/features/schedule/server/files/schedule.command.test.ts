import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import { mspdiFile } from './schedule.mspdi.fixture.ts';

const directory = mkdtempSync(join(tmpdir(), 'muster-schedule-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['src/apps/server/cli.ts', 'schedule', ...args], { maxBuffer: 64 * 1024 * 1024, env: { ...process.env, LC_ALL: '', LC_MESSAGES: '', LANG: 'C.UTF-8' } }, (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }));
  });
}

function file(name: string, content: string | Buffer): string {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
}

const LIST = `序号,任务名称,负责人,开始时间,结束时间,工期(天),依赖关系,备注
1,方案,张经理,,,3,,
2,采购,*专员,,,5,1,
3,布置,,,,2,"1SS+1, 2",夜间
4,验收,,,,0,3,
5,活动,全员,,,3,4FS+1,
6,宣传,,,,2,1,
合计,,,,,15,,
`;

describe('muster schedule', () => {
  it('prints plain days from 0', async () => {
    const { code, out } = await run(file('list.csv', LIST), '--json', '--calendar', 'none');
    expect(code).toBe(0);
    const printed = JSON.parse(out) as { tasks: object[] };
    expect(Object.keys(printed)).toEqual(['duration', 'finish', 'critical', 'tasks']);
    expect(Object.keys(printed.tasks[0] ?? {}).slice(0, 9)).toEqual(['id', 'start', 'finish', 'earlyStart', 'earlyFinish', 'lateStart', 'lateFinish', 'totalSlack', 'freeSlack']);
    expect(printed).toMatchObject({
      duration: 14, finish: 14, critical: [1, 2, 3, 4, 5],
      tasks: [{ id: 1, start: 0, finish: 3 }, { id: 2, start: 3, finish: 8 }, { id: 3, start: 8, finish: 10 }, { id: 4, start: 10, finish: 10 }, { id: 5, start: 11, finish: 14 },
        { id: 6, start: 3, finish: 5, earlyStart: 3, earlyFinish: 5, lateStart: 12, lateFinish: 14, totalSlack: 9, freeSlack: 9 }],
    });
  });

  it('counts Chinese working days by default, in an Excel file with headings of any order and in English', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Plan');
    sheet.addRows([['Autumn plan'], [], ['Task', 'ID', 'Predecessors', 'Duration (days)', 'Start'], ['Plan', 'A', null, 3, new Date('2025-09-29T00:00:00Z')], ['Buy', 'B', 'A', '2d', null], ['Check', 7, 'b', 0, null]]);
    const { code, out } = await run(file('list.xlsx', Buffer.from(await book.xlsx.writeBuffer())), '--json');
    expect({ code, ...(JSON.parse(out) as object) }).toMatchObject({
      code: 0, duration: 5, finish: '2025-10-11', critical: ['A', 'B', 7],
      tasks: [{ id: 'A', start: '2025-09-29', finish: '2025-10-09' }, { id: 'B', start: '2025-10-10', finish: '2025-10-11' }, { id: 7, start: '2025-10-11', finish: '2025-10-11' }],
    });
  });

  it('takes the day that it is told, and is readable without --json', async () => {
    const { code, out } = await run(file('list.csv', LIST), '--start', '2025-09-26');
    expect(code).toBe(0);
    expect(out).toContain('2     采购  2025-09-30  2025-10-13');
    expect(out).toContain('6 项任务，总工期 14 天，完成于 2025-10-21');
  });

  it('reads Microsoft Project XML by its own calendar', async () => {
    const path = file('plan.xml', mspdiFile('2018-02-26T08:00', [{ uid: 1, hours: 16 }, { uid: 2, hours: 24, links: [[1, 0]] }]));
    const { out } = await run(path, '--json');
    expect(JSON.parse(out)).toMatchObject({
      duration: 3, finish: '2018-02-28T17:00:00', critical: [2],
      tasks: [{ id: 1, start: '2018-02-26T08:00:00', lateFinish: '2018-02-28T17:00:00', totalSlack: 1, freeSlack: 1 }, { id: 2, finish: '2018-02-28T17:00:00', totalSlack: 0 }],
    });
  });

  it.each<[string, string, string, RegExp]>([
    ['a circle', '序号,任务名称,工期,依赖关系\n1,甲,1,3\n2,乙,1,1\n3,丙,1,2\n4,丁,1,\n', 'cycle', /1 甲 → 2 乙 → 3 丙 → 1 甲/],
    ['a number twice', '序号,任务名称,工期\n1,甲,1\n1,乙,2\n', 'duplicateNumber', /序号 1 重复：甲、乙/],
    ['no list of tasks', '名称,单价\n海报,5\n', 'noTable', /没有找到任务表/],
  ])('says what is wrong: %s', async (_, content, errorCode, message) => {
    const { code, out, err } = await run(file('wrong.csv', content), '--json', '--calendar', 'none');
    expect({ code, error: (JSON.parse(out) as { error: { code: string } }).error.code }).toEqual({ code: 1, error: errorCode });
    expect(err).toMatch(message);
  });

  it.each([
    ['hostile XML', 'bomb.xml', '<?xml version="1.0"?><!DOCTYPE Project [<!ENTITY a "b">]><Project><Tasks/></Project>', 1, /unsafe definitions/],
    ['another XML', 'other.xml', '<rss/>', 1, /no Microsoft Project plan/],
    ['a circle in a project', 'circle.xml', mspdiFile('2018-02-26T08:00', [{ uid: 1, hours: 8, links: [[2, 1]] }, { uid: 2, hours: 8, links: [[1, 1]] }]), 1, /1 T1 → 2 T2 → 1 T1/],
  ])('refuses %s in the language of its reader', async (_, name, content, exit, message) => {
    const { code, err } = await run(file(name, content), '--locale', 'en');
    expect([code, message.test(err)]).toEqual([exit, true]);
  });

  it('a wrong call is told how to call', async () => {
    expect(await run('--calendar', 'moon', 'x.csv')).toMatchObject({ code: 2, err: expect.stringContaining('muster schedule') as string });
    expect((await run(join(directory, 'nothing.csv'))).code).toBe(1);
  });

  it('computes ten thousand tasks', async () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => `${index + 1},任务${index + 1},${index % 5},${index === 0 ? '' : `"${Math.max(1, index - (index % 7))}${['', 'SS+1', 'FF', 'FS-1'][index % 4]}"`}`);
    const { code, out } = await run(file('many.csv', ['序号,任务名称,工期(天),依赖关系', ...lines].join('\n')), '--json');
    expect(code).toBe(0);
    expect((JSON.parse(out) as { tasks: object[] }).tasks).toHaveLength(10_000);
  });
});
