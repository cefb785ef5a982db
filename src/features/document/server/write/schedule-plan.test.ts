import exceljs from 'exceljs';
import { afterAll, expect, test } from 'vitest';
import { planSheet } from '#features/schedule/files/schedule.sheet.plan.rules.ts';
import { PLAIN_DAYS, readSheet } from '#features/schedule/files/schedule.sheet.rules.ts';
import { analysePlan } from '#features/schedule/plan/schedule.plan.rules.ts';
import { planCalendar } from '#features/schedule/plan/schedule.planned.rules.ts';
import { ownDays, type Day } from '#platform/shared/calendar.ts';
import { LOCALES } from '#platform/shared/messages.ts';
import { plainTask } from '#features/schedule/schedule.factory.ts';
import { smallGantt } from './gantt.fixture.ts';
import { closeOffice } from './office.ts';
import { shapeSchedulePlan, writeSchedulePlan } from './schedule-plan.tables.ts';

afterAll(closeOffice);

/** The cells of a worksheet as the reader of task lists takes them. */
async function cellsOf(file: Buffer) {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(file as unknown as ArrayBuffer);
  const sheet = workbook.worksheets[0]!;
  return Array.from({ length: sheet.rowCount }, (_, row) => Array.from({ length: sheet.columnCount }, (__, column) => {
    const { value } = sheet.getCell(row + 1, column + 1);
    return value instanceof Date ? { text: value.toISOString().slice(0, 10), day: value.toISOString().slice(0, 10) } : { text: String(value ?? '') };
  }));
}

test.each(LOCALES)('the plan as a worksheet is a task list with the same numbers, lengths and links (%s)', async (locale) => {
  const tasks = smallGantt.tasks.filter((task) => task.startOn !== null);
  const numbers = new Map(tasks.map((task, index) => [task.id, String(index + 1)]));
  const { tasks: read, problems } = readSheet(await cellsOf(await writeSchedulePlan({ title: '秋季新品上市', tasks, calendar: smallGantt.calendar, locale })), PLAIN_DAYS);
  expect(problems).toEqual([]);
  expect(read.map(({ id, name, startOn }) => [String(id), name, startOn])).toEqual(tasks.map((task) => [numbers.get(task.id), task.title, tasks.some((part) => part.parentId === task.id) ? null : task.startOn]));
  const linkOf = (id: string | undefined, type: string, lag: number, unit: string) => `${id}${type}${lag}${lag === 0 ? '' : unit}`;
  expect(read.map(({ links }) => links.map((link) => linkOf(link.predecessorId, link.type, link.lagDays, link.lagUnit)))).toEqual(
    tasks.map(({ links }) => links.map((link) => linkOf(numbers.get(link.predecessorId), link.type, link.lagDays, link.lagUnit))));
  expect(read.filter((_, index) => tasks[index]?.milestone).map(({ duration }) => duration)).toEqual([0, 0]);
});

test('slack counts the days on which the only owner of a task is there, as the page does', () => {
  const draft = plainTask('稿件', { startOn: '2025-10-13', endOn: '2025-10-14', durationUnit: 'workday', ownerId: 'wang' });
  const fair = plainTask('开展', { startOn: '2025-10-20', endOn: '2025-10-20', fixed: true, links: [{ predecessorId: draft.id, type: 'FS', lagDays: 0, lagUnit: 'day' }] });
  const slackOf = (leave: NonNullable<Parameters<typeof shapeSchedulePlan>[0]['leave']>) => {
    const { columns, rows } = shapeSchedulePlan({ title: '', tasks: [draft, fair], calendar: [], leave, locale: 'zh-CN' });
    return rows[0]?.[columns.findIndex(({ heading }) => heading.startsWith('总时差'))];
  };
  expect([slackOf([]), slackOf([{ userId: 'wang', name: '王芳', fromOn: '2025-10-15', toOn: '2025-10-16' }])]).toEqual([{ kind: 'number', value: 3 }, { kind: 'number', value: 1 }]);
});

test.each(LOCALES)('what it computes from the worksheet is what the product computes: parents, dates, slack, the critical path (%s)', async (locale) => {
  // What is done, fixed or due stands in no column of a task list.
  const tasks = smallGantt.tasks.filter((task) => task.startOn !== null && task.state !== 'cancelled')
    .map((task) => ({ ...task, state: 'open' as const, effectiveState: 'open' as const, fixed: false, dueOn: null, notBeforeOn: null }));
  expect(tasks.some((task) => task.parentId !== null)).toBe(true);
  const own = ownDays(smallGantt.calendar);
  const { tasks: read } = readSheet(await cellsOf(await writeSchedulePlan({ title: '秋季新品上市', tasks, calendar: smallGantt.calendar, locale })), PLAIN_DAYS);
  const numberOf = (id: string | null) => tasks.findIndex((task) => task.id === id) + 1;
  expect(read.map(({ parent }) => Number(parent ?? 0))).toEqual(tasks.map((task) => numberOf(task.parentId)));
  const start = tasks.map((task) => task.startOn as Day).toSorted()[0] as Day;
  const output = planSheet(read, { kind: 'days', workdays: planCalendar(own).workdays, start });
  const { tasks: planned } = analysePlan(tasks, planCalendar(own));
  // A milestone between two days: a task list tells the day that ends, the product the one on which it was placed.
  const told = (one: Readonly<Record<'earlyStart' | 'earlyFinish' | 'lateFinish' | 'totalSlack' | 'critical', unknown>> | undefined, index: number) => [...(tasks[index]?.milestone ? [] : [one?.earlyStart, one?.earlyFinish, one?.lateFinish]), one?.totalSlack, one?.critical];
  expect('tasks' in output && output.tasks.map((one, index) => told(one, index))).toEqual(tasks.map(({ id }, index) => told(planned.get(id), index)));
});
