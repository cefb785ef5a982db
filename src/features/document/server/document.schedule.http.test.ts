import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestProduct, type TestProduct } from '#apps/server/testing/product.ts';
import { addRow, draftCampaign, joinTeam, moveTo, type TestTeam } from '#features/campaign/server/campaign.factory.ts';
import type { Understanding } from '#features/reading/reading.contract.ts';
import type { listSchedule, Task, TaskLink } from '#features/schedule/schedule.contract.ts';
import type { TestPerson } from '#platform/server/testing/http.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import { adoptAll } from '../document.adopt.rules.ts';
import { readPdf } from './write/pdf.text.fixture.ts';

let product: TestProduct;
let team: TestTeam;

beforeAll(async () => {
  product = await startTestProduct();
  team = await joinTeam(product);
}, 120_000);
afterAll(() => product.close());

const tasksOf = async (campaignId: string): Promise<Task[]> => (await team.lead.must<OutputOf<typeof listSchedule>>('GET', `/api/campaigns/${campaignId}/schedule`)).tasks;
const download = (person: TestPerson, campaignId: string, file: string) => person.ask('GET', `/api/campaigns/${campaignId}/export/${file}`);
const upload = (campaignId: string, name: string, bytes: Buffer) => team.lead.ask('POST', `/api/campaigns/${campaignId}/imports?name=${encodeURIComponent(name)}`, bytes);

/** A schedule with every kind of link, a parent, a milestone, bounds, and what a cell must not run. */
async function plannedCampaign(): Promise<string> {
  const campaignId = await draftCampaign(team);
  const ids = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((key) => [key, crypto.randomUUID()])) as Record<string, string>;
  const insert = (key: string, fields: object) => ({ type: 'insert', id: ids[key], fields });
  await team.lead.must('POST', `/api/campaigns/${campaignId}/schedule/edits`, { changes: [
    insert('a', { phase: 'preparation', title: '物料', startOn: '2025-10-06', endOn: '2025-10-14', ownerText: '*主管' }),
    insert('b', { phase: 'preparation', title: '=SUM(A1)', startOn: '2025-10-09', endOn: '2025-10-10', parentId: ids['a'], durationUnit: 'workday', note: '@x', deliverable: '样稿' }),
    insert('c', { phase: 'preparation', title: '到货 & <验收>', startOn: '2025-10-14', endOn: '2025-10-14', parentId: ids['a'], resourceText: '主仓库、叉车' }),
    insert('d', { phase: 'execution', title: '开幕', startOn: '2025-10-16', endOn: '2025-10-16', milestone: true, fixed: true }),
    insert('e', { phase: 'execution', title: '现场执行', startOn: '2025-10-16', endOn: '2025-10-18', dueOn: '2025-10-19', state: 'doing' }),
  ] });
  const link = (key: string, more: Partial<TaskLink> = {}): TaskLink => ({ predecessorId: ids[key] as string, type: 'FS', lagDays: 0, lagUnit: 'day', ...more });
  const changes = [['c', [link('b', { lagDays: 3 })]], ['d', [link('c', { type: 'FF', lagDays: 1, lagUnit: 'workday' })]], ['e', [link('d', { type: 'SS' }), link('b', { type: 'SF', lagDays: -2 })]]].map(([key, to]) => ({ taskId: ids[key as string], to }));
  await team.lead.must('POST', `/api/campaigns/${campaignId}/schedule/links`, { changes });
  return campaignId;
}

/** What must be the same after a round: everything that is planned, ids as row numbers. */
function essence(tasks: readonly Task[]) {
  const numberOf = (id: string | null) => tasks.findIndex((task) => task.id === id) + 1;
  return tasks.map((task) => ({
    title: task.title, startOn: task.startOn, endOn: task.endOn, milestone: task.milestone, // A milestone has no length, and a parent's is that of its parts.
    durationUnit: task.milestone || tasks.some((part) => part.parentId === task.id) ? '' : task.durationUnit, state: task.effectiveState, parent: numberOf(task.parentId),
    links: task.links.map(({ predecessorId, type, lagDays, lagUnit }) => `${numberOf(predecessorId)}${type}${lagDays}${lagDays === 0 ? '' : lagUnit}`).toSorted(),
  }));
}

async function importInto(campaignId: string, name: string, bytes: Buffer): Promise<Understanding> {
  const read = await upload(campaignId, name, bytes);
  expect(read.status).toBe(200);
  const { importId, understanding } = read.body as unknown as { importId: string; understanding: Understanding };
  expect(await tasksOf(campaignId)).toEqual([]);
  await team.lead.must('POST', `/api/campaigns/${campaignId}/imports/${importId}/apply`, { adopted: { schedule: adoptAll(understanding).schedule } });
  return understanding;
}

describe('the plan as a worksheet', () => {
  test.each(['zh-CN', 'en'])('comes back by the import with the same tasks, links and parents (%s)', async (locale) => {
    const campaignId = await plannedCampaign();
    const answer = await team.lead.ask('GET', `/api/campaigns/${campaignId}/export/schedule-plan.xlsx`, undefined, { 'accept-language': locale });
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(answer.raw as unknown as ArrayBuffer);
    const sheet = workbook.worksheets[0]!;
    if (locale === 'zh-CN') expect((sheet.getRow(3).values as unknown[]).slice(1)).toEqual(['序号', '阶段', '任务名称', '上级任务', '负责人', '开始时间', '结束时间', '工期(天)', '依赖关系', '里程碑', '总时差(天)', '关键路径', '场地与设备', '交付物', '完成情况', '备注']);
    expect(sheet.getCell('F5').value).toEqual(new Date('2025-10-09T00:00:00Z'));
    expect([sheet.getCell('C5').value, sheet.getCell('C5').type, sheet.getCell('C5').numFmt]).toEqual(['=SUM(A1)', exceljs.ValueType.String, '@']);
    const target = await draftCampaign(team);
    await importInto(target, 'plan.xlsx', answer.raw);
    expect(essence(await tasksOf(target))).toEqual(essence(await tasksOf(campaignId)));
    expect((await tasksOf(target)).map(({ resourceText, deliverable }) => [resourceText, deliverable])).toEqual([['', ''], ['', '样稿'], ['主仓库、叉车', ''], ['', ''], ['', '']]);
  }, 60_000);

  test('T2’s own worksheet stays exactly T2', async () => {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load((await download(team.lead, await plannedCampaign(), 'schedule.xlsx')).raw as unknown as ArrayBuffer);
    expect(workbook.worksheets).toHaveLength(1);
    expect((workbook.worksheets[0]!.getRow(3).values as unknown[]).slice(1)).toEqual(['阶段', '时间节点', '任务内容', '负责人', '完成情况(□未完成/□已完成/□延期)', '备注']);
  });
});

describe('MS Project XML', () => {
  test('goes out and comes back with the same tasks, links, parents, milestones and bounds', async () => {
    const campaignId = await plannedCampaign();
    const answer = await download(team.lead, campaignId, 'schedule.xml');
    expect(answer.headers['content-type']).toBe('application/xml; charset=utf-8');
    const target = await draftCampaign(team);
    await importInto(target, '进度.xml', answer.raw);
    const [before, after] = [await tasksOf(campaignId), await tasksOf(target)];
    expect(essence(after)).toEqual(essence(before));
    const held = ({ fixed, dueOn, state }: Task) => [fixed, dueOn, state];
    expect(after.map(held)).toEqual(before.map(held));
  });

  test('carries the days at the approval as the baseline, and none before', async () => {
    const campaignId = await draftCampaign(team);
    const id = await addRow(team.lead, campaignId, 'schedule', { title: '布置', startOn: '2025-10-09', endOn: '2025-10-10' });
    await addRow(team.lead, campaignId, 'goals', { metric: '订单量', target: 2000 });
    await addRow(team.lead, campaignId, 'budget', { category: '物料', amountCents: 100 });
    expect((await download(team.lead, campaignId, 'schedule.xml')).raw.toString()).not.toContain('<Baseline>');
    await moveTo(team, campaignId, 'preparing');
    await team.lead.must('POST', `/api/campaigns/${campaignId}/schedule/edits`, { changes: [{ type: 'update', id, set: { startOn: { to: '2025-10-11' }, endOn: { to: '2025-10-13' } } }] });
    const xml = (await download(team.lead, campaignId, 'schedule.xml')).raw.toString();
    expect(xml).toContain('<Start>2025-10-11T08:00:00</Start><Finish>2025-10-13T17:00:00</Finish>');
    expect(xml).toContain('<Baseline><Number>0</Number><Start>2025-10-09T08:00:00</Start><Finish>2025-10-10T17:00:00</Finish></Baseline>');
  });

  test('what is left behind is told before anything is written', async () => {
    const task = (uid: number, more: string) => `<Task><UID>${uid}</UID><ID>${uid}</ID><OutlineLevel>1</OutlineLevel>${more}</Task>`;
    const xml = `<Project xmlns="http://schemas.microsoft.com/project"><Name>x</Name><StartDate>2025-10-09T08:00:00</StartDate><Tasks>
      ${task(1, '<Name>设计</Name><Start>2025-10-09T08:00:00</Start><Finish>2025-10-10T12:00:00</Finish><Duration>PT12H0M0S</Duration>')}${task(2, '<Name> </Name>')}
      ${task(3, '<Name>打样</Name><PredecessorLink><PredecessorUID>9</PredecessorUID><Type>1</Type></PredecessorLink>')}</Tasks><Assignments><Assignment><UID>1</UID><TaskUID>1</TaskUID></Assignment></Assignments></Project>`;
    const campaignId = await draftCampaign(team);
    const understanding = await importInto(campaignId, 'x.xml', Buffer.from(xml));
    expect(understanding.aside.map(({ text }) => text)).toEqual(['1 处资源分配', '1 项任务的工期不是整天', '1 项任务没有日期', '1 行没有名称', '1 处前置关系指向文件里没有的任务']);
    expect((await tasksOf(campaignId)).map(({ title, startOn, endOn, whenText }) => [title, startOn, endOn, whenText])).toEqual([['设计', '2025-10-09', '2025-10-10', '10月9日-10日'], ['打样', null, null, '']]);
  });

  test.each([
    ['another kind of XML', '<?xml version="1.0"?><root><a/></root>', '这不是 MS Project 的 XML 文件'],
    ['a torn file', '<Project xmlns="http://schemas.microsoft.com/project"><Tasks><Task><UID>1', '。'],
    ['entities that grow', '<!DOCTYPE p [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><Project><Name>&b;</Name></Project>', '。'],
    ['a file from elsewhere', '<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]><Project><Name>&x;</Name></Project>', '。'],
    ['no XML at all', 'PK\u0003\u0004', '。'],
  ])('%s is refused in a sentence, and nothing is kept', async (_, content, sentence) => {
    const campaignId = await draftCampaign(team);
    const answer = await upload(campaignId, 'x.xml', Buffer.from(content));
    expect([answer.status, answer.body?.['code']]).toEqual([422, 'document.unreadable']);
    expect(String(answer.body?.['title'])).toContain(sentence);
    expect(String(answer.body?.['title'])).not.toContain('root:');
  });

  test('tasks that wait for each other in a circle are refused by name, and none is written', async () => {
    const campaignId = await draftCampaign(team);
    const read = await upload(campaignId, 'plan.csv', Buffer.from('序号,任务名称,开始时间,结束时间,依赖关系\n1,设计,2025-10-09,2025-10-10,2\n2,打样,2025-10-11,2025-10-12,1\n'));
    const { importId, understanding } = read.body as unknown as { importId: string; understanding: Understanding };
    const answer = await team.lead.ask('POST', `/api/campaigns/${campaignId}/imports/${importId}/apply`, { adopted: { schedule: adoptAll(understanding).schedule } });
    expect(answer).toMatchObject({ status: 409, body: { code: 'schedule.link_cycle' } });
    expect(await tasksOf(campaignId)).toEqual([]);
  });
});

test('the Gantt is one page that names everything; whoever may not see the campaign gets none of the files', async () => {
  const campaignId = await plannedCampaign();
  const answer = await download(team.lead, campaignId, 'gantt.pdf');
  const { pages } = readPdf(answer.raw);
  expect(pages).toHaveLength(1);
  for (const part of ['秋季新品上市', '到货 & <验收>', '现场执行', '关键路径', '总时差', 'D 日 10月16日'].map((text) => text.replaceAll(' ', ''))) expect(pages[0]?.replaceAll(/\s/g, '')).toContain(part);
  for (const file of ['gantt.pdf', 'schedule-plan.xlsx', 'schedule.xml']) expect((await download(team.outsider, campaignId, file)).status).toBe(404);
});
