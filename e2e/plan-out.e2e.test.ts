import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { Document, Packer, Paragraph } from 'docx';
import { beforeAll, expect, test } from 'vitest';
import { callApi, joinAs, signInAdministrator } from './accounts.ts';
import { expectAccessible, shoot, useBrowser } from './browser.ts';
import { useProduct } from './server.ts';

/** Issue C, items 4, 6 and 8: a plan comes in from Word, is returned with reasons, revised, compared, approved, and goes out as PDF and Word. */
const product = useProduct();
const browser = useBrowser();

let lead: Page;
let boss: Page;
let id = '';
let api = '';
const insert = (fields: object) => ({ type: 'insert' as const, id: crypto.randomUUID(), fields });

beforeAll(async () => {
  const admin = await browser.newPage({ baseURL: product.baseURL });
  await signInAdministrator(admin, product.setupURL);
  lead = await browser.newPage({ baseURL: product.baseURL, viewport: 'desktop' });
  await joinAs(admin, lead, { name: '陈婧', email: 'chen@example.com', departmentName: '华东市场部' });
  boss = await browser.newPage({ baseURL: product.baseURL, viewport: 'phone' });
  await joinAs(admin, boss, { name: '周正', email: 'zhou@example.com', orgRole: 'management' });
  ({ id } = await callApi<{ id: string }>(lead, 'POST', '/api/campaigns', { name: '秋季新品上市推广', scenario: 'launch', theme: '秋日焕新', audience: '城市白领', startsOn: '2026-10-08', endsOn: '2026-10-31', eventFrom: '2026-10-16', eventTo: '2026-10-18' }));
  api = `/api/campaigns/${id}`;
  await callApi(lead, 'POST', `${api}/goals/edits`, { changes: [insert({ metric: '新品订单量', unit: '单', target: 2000 })] });
  await callApi(lead, 'POST', `${api}/budget/edits`, { changes: [insert({ category: '物料制作费', detail: '海报500张', amountCents: 800_000, ownerText: '*专员' }), insert({ category: '应急备用金', detail: '', amountCents: 100_000, ownerText: '*经理' })] });
  await callApi(lead, 'POST', `${api}/schedule/edits`, { changes: [insert({ phase: 'execution', title: '活动现场执行', whenText: '', startOn: '2026-10-16', endOn: '2026-10-18', ownerText: '全员' })] });
}, 180_000);

/** A plan as Word writes it: headings by style, without numbers of their own. */
async function wordPlan(): Promise<string> {
  const heading = (text: string) => new Paragraph({ heading: 'Heading1', text });
  const file = new Document({
    numbering: { config: [{ reference: 'points', levels: [{ level: 0, format: 'bullet', text: '•' }] }] },
    sections: [{
      children: [
        new Paragraph('秋季新品上市推广方案'), heading('活动背景'), new Paragraph('三季度同类新品首月平均 1,200 单，需要一次集中上市。'), heading('渠道推广策略'), new Paragraph('预热期以公众号与社群制造悬念，爆发期投放朋友圈广告。'),
        new Paragraph({ text: '开幕日商圈地推', numbering: { reference: 'points', level: 0 } }), heading('合作媒体'), new Paragraph('本地电台与两家生活类公众号。'), heading('安全保障'), new Paragraph('现场配备急救箱，出入口各设一名引导员。'),
      ],
    }],
  });
  const name = path.join(tmpdir(), `plan-out-${String(process.pid)}.docx`);
  await writeFile(name, await Packer.toBuffer(file));
  return name;
}

const button = (scope: Page | Locator, name: string | RegExp) => scope.getByRole('button', { name, exact: typeof name === 'string' });
const words = async (key: string, title = '') => (await callApi<{ sections: { key: string; title: string; words: string }[] }>(lead, 'GET', `${api}/plan/sections`)).sections.find((section) => section.key === key && section.title === title)?.words;

test('a plan in Word: each section has its place, one is left out, nothing is written unseen', async () => {
  await lead.goto(`/campaigns/${id}/import`);
  await lead.locator('input[type="file"]').setInputFiles(await wordPlan());
  const sections = lead.getByRole('region', { name: '方案正文' });
  await sections.waitFor();
  expect(await sections.getByRole('combobox').evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).selectedOptions[0]?.text))).toEqual(['活动主题', '渠道策略', '单独成节', '应急预案']);
  await expectAccessible(lead);
  await shoot(lead, 'import-sections');
  await lead.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(lead);
  await shoot(lead, 'import-sections-phone');
  await lead.setViewportSize({ width: 1440, height: 900 });
  await sections.getByLabel('“合作媒体”写入').selectOption({ label: '不写入' });
  expect(await words('theme')).toBe('');
  await button(lead, /^写入 \d+ 项$/).click();
  await lead.waitForURL(new RegExp(`/campaigns/${id}$`));
  expect([await words('theme'), await words('channels'), await words('risks'), await words('own', '合作媒体')]).toEqual([
    '三季度同类新品首月平均 1,200 单，需要一次集中上市。', '预热期以公众号与社群制造悬念，爆发期投放朋友圈广告。\n开幕日商圈地推', '现场配备急救箱，出入口各设一名引导员。', undefined,
  ]);
});

async function submit(answer: string): Promise<string> {
  return (await callApi<{ approvalId: string }>(lead, 'POST', `${api}/plan/submissions`, { note: '', answer })).approvalId;
}

test('returned with a reason, revised: the approver sees the words, rows, money and dates that changed, and what was said to the warnings', async () => {
  const first = await submit('首次提交，备用金将在核准前补足');
  await boss.goto(`/approvals/${first}`);
  const check = boss.getByRole('region', { name: '过审检查' });
  await check.getByText(/项提醒，提交人作了说明/).click();
  await check.getByText('首次提交，备用金将在核准前补足').waitFor();
  await shoot(boss, 'plan-check-answers', { fullPage: false });
  const texts = boss.getByRole('region', { name: '方案正文与表格' });
  await texts.locator('summary', { hasText: '应急预案' }).first().click();
  await texts.getByText('现场配备急救箱，出入口各设一名引导员。').waitFor();
  await expectAccessible(boss);
  await shoot(boss, 'plan-texts-phone');
  await callApi(boss, 'POST', `/api/approvals/${first}/decision`, { decision: 'returned', reason: '现场引导员不够，请补充停电预案' });

  await callApi(lead, 'POST', `${api}/plan/risks/edits`, { changes: [insert({ risk: '现场停电', kind: 'equipment', probability: 'low', effect: 'high', trigger: '照明熄灭', prevention: '', response: '启用发电机，广播安抚', ownerText: '周强', note: '' })] });
  const { importId } = await callApi<{ importId: string }>(lead, 'POST', `${api}/imports/pasted`, { text: '安全保障' });
  await callApi(lead, 'POST', `${api}/imports/${importId}/apply`, { adopted: { sections: [{ key: 'risks', title: '', text: '现场配备急救箱，出入口各设两名引导员。' }] }, replace: { sections: true } });
  const { lines } = await callApi<{ lines: { id: string; category: string }[] }>(lead, 'GET', `${api}/budget`);
  await callApi(lead, 'POST', `${api}/budget/edits`, { changes: [{ type: 'update', id: lines.find((line) => line.category === '应急备用金')?.id, set: { amountCents: { from: 100_000, to: 120_000 } } }] });
  const second = await submit('备用金已补足');

  await boss.goto(`/approvals/${second}`);
  const difference = boss.getByRole('region', { name: '与退回的 v1 的差异' });
  await difference.getByText('周正退回时写道：现场引导员不够，请补充停电预案').waitFor();
  const said = (await difference.innerText()).replaceAll(/\s+/g, '');
  for (const part of ['正文1节', '表格1行', '应急备用金', '现场停电', '新增']) expect(said).toContain(part);
  expect(await difference.locator('del').allInnerTexts()).toContainEqual(expect.stringContaining('一名'));
  expect(await difference.locator('ins').allInnerTexts()).toContainEqual(expect.stringContaining('两名'));
  await expectAccessible(boss);
  await shoot(boss, 'plan-difference-phone');
  await lead.goto(`/approvals/${second}`);
  await lead.getByRole('region', { name: '与退回的 v1 的差异' }).waitFor();
  await expectAccessible(lead);
  await shoot(lead, 'plan-difference');
  await lead.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(lead);
  await shoot(lead, 'plan-difference-dark', { fullPage: false });
  await lead.emulateMedia({ colorScheme: 'light' });
  await callApi(boss, 'POST', `/api/approvals/${second}/decision`, { decision: 'approved' });
});

test.each([['PDF 文件', 'pdf', '%PDF'], ['Word 文件', 'docx', 'PK']])('the whole plan goes out as %s', async (label, ending, start) => {
  await lead.goto(`/campaigns/${id}/plan`);
  await button(lead, '导出方案').click();
  if (ending === 'pdf') {
    await expectAccessible(lead);
    await shoot(lead, 'plan-export');
  }
  const [download] = await Promise.all([lead.waitForEvent('download'), lead.getByRole('menuitem', { name: new RegExp(label) }).click()]);
  expect(download.suggestedFilename()).toBe(`秋季新品上市推广-活动执行方案-v2.${ending}`);
  expect((await readFile(await download.path())).subarray(0, start.length).toString('latin1')).toBe(start);
});
