import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { chained, doubtful, numbered, workbookOf } from '#features/approval/approval.matrix.fixture.ts';
import type { Sheet } from '#features/approval/approval.matrix.fixture.ts';
import { callApi, joinAs, signInAdministrator } from './accounts.ts';
import { expectAccessible, shoot, toastOf, tolerate, useBrowser } from './browser.ts';
import { useProduct } from './server.ts';

/** Issue B, approval 1: routes as data that an administrator edits, tries, and imports. The tests build on each other in this order. */
const product = useProduct();
const browser = useBrowser();
const open = (options: Parameters<typeof browser.newPage>[0] = {}) => browser.newPage({ baseURL: product.baseURL, ...options });
let admin: Page;
let campaignId: string;

const PEOPLE = [
  { name: '陈婧', email: 'chen@example.com', departmentName: '华东市场部', title: '市场经理' },
  { name: '周正', email: 'zhou@example.com', orgRole: 'management' as const, title: '营销总监' },
  { name: '吴迪', email: 'wu@example.com', orgRole: 'management' as const, title: '总经理' },
  { name: '孙丽', email: 'sun@example.com', orgRole: 'finance' as const, departmentName: '财务部', title: '财务主管' },
];
const xlsx = async (name: string, ...sheets: readonly Sheet[]) => ({ name, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: Buffer.from(await workbookOf(...sheets)) });

test('a new company has routes that work, and sees what is missing', async () => {
  admin = await open();
  await signInAdministrator(admin, product.setupURL);
  await admin.goto('/settings/approval-routes');
  await admin.getByRole('heading', { name: '审批路线' }).waitFor();
  await admin.getByText('第 1 步没有任何人可以审批').first().waitFor();
  await expectAccessible(admin);
  await shoot(admin, 'routes-new-company');
  for (const person of PEOPLE) {
    const page = await open();
    await joinAs(admin, page, person);
    if (person.name === '陈婧') ({ id: campaignId } = await callApi<{ id: string }>(page, 'POST', '/api/campaigns', { name: '秋季新品上市', scenario: 'launch', startsOn: '2025-10-01', endsOn: '2025-10-22' }));
  }
  await admin.reload();
  await admin.getByText('10 条路线管着 8 类审批，没有遗漏和重叠。').waitFor();
  await shoot(admin, 'routes');
});

test('谁会审批 12,000 元的线上推广费 is answered with names, in a sentence', async () => {
  await admin.getByLabel('金额（元）').fill('1.2万');
  await admin.getByLabel('预算科目').first().fill('线上推广费');
  await admin.getByRole('combobox', { name: '活动', exact: true }).selectOption(campaignId);
  await admin.getByRole('button', { name: '谁会审批？' }).click();
  await admin.getByText('12,000 元的线上推广费：先由陈婧（总负责人）审核，再由孙丽（财务）审批，最后由吴迪、周正（管理层，任意一人）核准。').waitFor();
  await admin.getByText('依据第 3 条：>1万').waitFor();
  await shoot(admin, 'routes-try');
  await expectAccessible(admin);
});

test('a route is written with ordered steps by keyboard, warned about, moved, deleted and brought back', async () => {
  await admin.getByRole('button', { name: '新增路线 · 用款申请' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel('金额范围').fill('>5万');
  await dialog.getByText('理解为：超过 5万元').waitFor();
  await dialog.getByLabel('预算科目').fill('线上推广费');
  await dialog.getByLabel('部门').first().selectOption({ label: '华东市场部' });
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.getByText('每一步都要有名称').first().waitFor();
  await dialog.getByLabel('名称').fill('核准');
  await dialog.getByRole('combobox', { name: '审批人' }).fill('吴迪');
  await dialog.getByRole('combobox', { name: '审批人' }).press('Enter');
  await dialog.getByRole('button', { name: '增加一步' }).click();
  const second = dialog.getByRole('group', { name: '第 2 步' });
  await second.getByLabel('名称').fill('审核');
  await second.getByRole('combobox', { name: '审批人' }).fill('部门负');
  await second.getByRole('combobox', { name: '审批人' }).press('Enter');
  await second.getByLabel('名称').press('Alt+ArrowUp');
  await expect.poll(() => dialog.getByRole('group', { name: '第 1 步' }).getByLabel('名称').inputValue()).toBe('审核');
  await dialog.getByText('永远用不到：第 3 条已经包含它的全部情况').waitFor();
  await expectAccessible(admin);
  await shoot(admin, 'routes-dialog', { fullPage: false });
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.waitFor({ state: 'detached' });
  const list = admin.getByRole('list', { name: '用款申请的审批路线' });
  await list.getByText('线上推广费 · >5万 · 华东市场部').waitFor();
  await list.getByText('华东市场部还没有负责人，由管理层代为审批').waitFor();
  const more = () => list.getByRole('button', { name: /更多 · .*华东市场部/ });
  for (const place of [3, 2, 1]) {
    await more().click();
    await admin.getByRole('menuitem', { name: '上移' }).click();
    await list.getByRole('button', { name: new RegExp(`更多 · 第 ${place} 条 线上`) }).waitFor();
  }
  await expect.poll(() => list.getByText('永远用不到').count()).toBe(0);
  await shoot(admin, 'routes-warnings');
  await more().click();
  await admin.getByRole('menuitem', { name: '删除' }).click();
  await toastOf(admin, '已删除路线').getByRole('button', { name: '撤销' }).click();
  await list.getByRole('button', { name: /更多 · 第 1 条 线上/ }).waitFor();
});

test('the head of a department is named among the people', async () => {
  await admin.goto('/settings/people?tab=departments');
  await admin.getByRole('button', { name: '指定负责人 · 华东市场部' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByRole('combobox', { name: '部门负责人' }).fill('陈婧');
  await dialog.getByRole('combobox', { name: '部门负责人' }).press('Enter');
  await expectAccessible(admin);
  await dialog.getByRole('button', { name: '保存' }).click();
  await admin.getByRole('cell', { name: '陈婧' }).waitFor();
  await shoot(admin, 'departments-head');
});

test('of two administrators the second sees what the first made of it, and decides', async () => {
  const other = await open();
  await joinAs(admin, other, { name: '副管理员', email: 'second@example.com', orgRole: 'admin' });
  tolerate(other, /^409 PUT \/api\/approval-routes\//);
  await admin.goto('/settings/approval-routes');
  await other.goto('/settings/approval-routes');
  const edit = async (page: Page, band: string) => {
    await page.getByRole('list', { name: '用款申请的审批路线' }).getByRole('button', { name: /修改 · 第 1 条/ }).click();
    await page.getByRole('dialog').getByLabel('金额范围').fill(band);
  };
  await edit(admin, '>6万');
  await edit(other, '>8万');
  await admin.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await admin.getByText('线上推广费 · >6万 · 华东市场部').waitFor();
  const dialog = other.getByRole('dialog');
  await dialog.getByRole('button', { name: '保存', exact: true }).click();
  await dialog.getByText('管理员刚刚把它改成：').waitFor();
  await shoot(other, 'routes-conflict', { fullPage: false });
  await dialog.getByRole('button', { name: '用我的内容保存' }).click();
  await dialog.waitFor({ state: 'detached' });
  await other.getByText('线上推广费 · >8万 · 华东市场部').waitFor();
});

test('a matrix is read, reviewed cell by cell, written, and taken back', async () => {
  await admin.goto('/settings/approval-routes');
  await admin.getByRole('link', { name: '导入审批矩阵' }).click();
  tolerate(admin, /^422 POST \/api\/approval-routes\/matrix\/read/);
  await admin.getByRole('table').waitFor();
  await expectAccessible(admin);
  await shoot(admin, 'matrix-start');
  const file = admin.locator('input[type=file]');
  await file.setInputFiles(await xlsx('没有矩阵.xlsx', { name: 'x', rows: [['科目', '金额'], ['物料', 8000]], merges: [] }));
  await admin.getByText('文件里没有找到授权审批矩阵').waitFor();
  await shoot(admin, 'matrix-none');
  await admin.locator('input[type=file]').setInputFiles(await xlsx('授权审批矩阵.xlsx', numbered, doubtful));
  await admin.getByText('1 个角色还没有对应').waitFor();
  await expectAccessible(admin);
  await shoot(admin, 'matrix-review');
  await expect.poll(() => admin.getByRole('button', { name: '请先对应全部角色' }).isDisabled()).toBe(true);
  await admin.getByRole('combobox', { name: '市场总监（2 处）' }).fill('周正');
  await admin.getByRole('combobox', { name: '市场总监（2 处）' }).press('Enter');
  await admin.getByRole('checkbox', { name: '写入“礼品采购”' }).check();
  await admin.getByRole('button', { name: '写入 9 条路线' }).click();
  await admin.getByText('已写入 9 条路线').waitFor();
  await admin.getByRole('list', { name: '活动方案的审批路线' }).getByText('周正').waitFor();
  await shoot(admin, 'routes-imported');
  await toastOf(admin, '已写入 9 条路线').getByRole('button', { name: '撤销' }).click();
  await admin.getByText('线上推广费 · >8万 · 华东市场部').waitFor();
});

test('on a phone and in the dark; management reads', async () => {
  const phone = await open({ viewport: 'phone', colorScheme: 'dark' });
  await callApi(phone, 'POST', '/api/session', { email: 'zhou@example.com', password: 'correct horse 1' });
  await phone.goto('/settings/approval-routes');
  await phone.getByText('路线由管理员维护。').waitFor();
  expect(await phone.getByRole('button', { name: /修改/ }).count()).toBe(0);
  await expectAccessible(phone);
  await shoot(phone, 'routes-phone-dark');
  const pocket = await open({ viewport: 'phone' });
  await callApi(pocket, 'POST', '/api/session', { email: 'admin@example.com', password: 'correct horse 1' });
  await pocket.goto('/settings/approval-routes');
  await pocket.getByRole('button', { name: /修改 · 第 1 条/ }).first().click();
  await expectAccessible(pocket);
  await shoot(pocket, 'routes-dialog-phone', { fullPage: false });
  await pocket.goto('/settings/approval-routes/import');
  await pocket.locator('input[type=file]').setInputFiles(await xlsx('权限表.xlsx', chained));
  await pocket.getByRole('heading', { name: '逐条核对' }).waitFor();
  await expectAccessible(pocket);
  await shoot(pocket, 'matrix-phone');
});
