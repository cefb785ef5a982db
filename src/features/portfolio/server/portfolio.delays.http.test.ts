import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestProduct, type TestProduct } from '#apps/server/testing/product.ts';
import { addRow, draftCampaign, joinTeam, moveTo, type TestTeam } from '#features/campaign/server/campaign.factory.ts';
import { addDays, dayIn } from '#platform/shared/calendar.ts';

let product: TestProduct;
let team: TestTeam;
let campaignId = '';
const today = dayIn('Asia/Shanghai');

beforeAll(async () => {
  product = await startTestProduct();
  team = await joinTeam(product);
  campaignId = await draftCampaign(team);
  await addRow(team.lead, campaignId, 'goals', { metric: '订单量', target: 2000 });
  await addRow(team.lead, campaignId, 'budget', { category: '物料', amountCents: 100 });
  const late = await addRow(team.lead, campaignId, 'schedule', { title: '易拉宝到货验收', endOn: addDays(today, -2), ownerText: '执行组' });
  await addRow(team.lead, campaignId, 'schedule', { title: '没人说明的', endOn: addDays(today, -1), ownerText: '全员' });
  const done = await addRow(team.lead, campaignId, 'schedule', { title: '按时完成的', endOn: today, ownerText: '王芳' });
  await moveTo(team, campaignId, 'reviewing');
  await team.execution.must('POST', `/api/campaigns/${campaignId}/schedule/tasks/${late}/explanations`, { id: crypto.randomUUID(), cause: 'supplier', reason: '物流晚点' });
  await team.execution.must('POST', `/api/campaigns/${campaignId}/schedule/tasks/${done}/state`, { to: 'done' });
}, 120_000);
afterAll(() => product.close());

test('what is late goes out as a workbook: the tasks with cause and reason, the sums by cause and by owner', async () => {
  const answer = await team.management.ask('GET', `/api/campaigns/${campaignId}/schedule/delays.xlsx`);
  expect(decodeURIComponent(String(answer.headers['content-disposition']))).toContain('秋季新品上市 · 延期清单.xlsx');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(answer.raw as unknown as ArrayBuffer);
  const cells = (name: string) => (workbook.getWorksheet(name)?.getSheetValues() ?? []).flatMap((row) => (Array.isArray(row) ? [row.filter((cell) => cell !== undefined && cell !== null).map(String).join('|')] : []));
  expect(cells('延期的任务')).toEqual(expect.arrayContaining([expect.stringContaining(`易拉宝到货验收|执行组|延期|${addDays(today, -2)}|2|`) as string, expect.stringMatching(/没人说明的\|全员\|延期\|.*\|1\|.*还没说明/) as string, expect.stringMatching(/^按时率：3 项到期或完成的任务里，1 项按时完成。/) as string]));
  expect(cells('延期的任务').join('\n')).toContain('供应商|物流晚点|王芳');
  expect(cells('按原因')).toEqual(expect.arrayContaining(['供应商|1|2', '还没说明|1|1']));
  expect(cells('按负责人')).toEqual(expect.arrayContaining(['王芳|1|2', '全员|1|1']));
  expect((await team.outsider.ask('GET', `/api/campaigns/${campaignId}/schedule/delays.xlsx`)).status).toBe(404);
});

test('the evaluation keeps how much was done on time, with its denominator', async () => {
  expect(await team.lead.must('GET', `/api/campaigns/${campaignId}/evaluation`)).toMatchObject({ schedule: { total: 3, done: 1, delayed: 2, onTime: 1, judged: 3 } });
});
