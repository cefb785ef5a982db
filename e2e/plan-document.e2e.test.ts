import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { callApi, joinAs, signInAdministrator } from './accounts.ts';
import { expectAccessible, type PageOptions, shoot, toastOf, tolerate, useBrowser } from './browser.ts';
import { useProduct } from './server.ts';

const product = useProduct();
const browser = useBrowser();

interface Person {
  readonly page: Page;
  readonly id: string;
  readonly email: string;
}

let lead: Person;
let planner: Person;
let reader: Person;
let boss: Person;

const PASSWORD = 'correct horse 1';

/** Another device of a person who is known already. */
async function deviceOf({ email }: Person, options: PageOptions = {}): Promise<Page> {
  const page = await browser.newPage({ baseURL: product.baseURL, ...options });
  await callApi(page, 'POST', '/api/session', { email, password: PASSWORD });
  return page;
}

beforeAll(async () => {
  const admin = await browser.newPage({ baseURL: product.baseURL });
  await signInAdministrator(admin, product.setupURL);
  const person = async (name: string, email: string, orgRole: 'member' | 'management' = 'member'): Promise<Person> => {
    const page = await browser.newPage({ baseURL: product.baseURL });
    return { page, email, id: await joinAs(admin, page, { name, email, orgRole, departmentName: '市场部' }) };
  };
  lead = await person('陈婧', 'chen@example.com');
  planner = await person('刘洋', 'liu@example.com');
  reader = await person('王芳', 'wang@example.com');
  boss = await person('周正', 'zhou@example.com', 'management');
}, 180_000);

const rows = (...list: readonly object[]) => ({ changes: list.map((fields) => ({ type: 'insert', id: crypto.randomUUID(), fields })) });

async function campaignOf(name: string): Promise<string> {
  const { id } = await callApi<{ id: string }>(lead.page, 'POST', '/api/campaigns', { name, scenario: 'launch', theme: '焕新一杯', audience: '城市白领', startsOn: '2026-10-08', endsOn: '2026-10-31', eventFrom: '2026-10-16', eventTo: '2026-10-18' });
  for (const [person, group] of [[planner, 'planning'], [reader, 'execution']] as const) await callApi(lead.page, 'POST', `/api/campaigns/${id}/team`, { userId: person.id, group });
  return id;
}

const fill = (id: string, path: string, ...list: readonly object[]) => callApi(lead.page, 'POST', `/api/campaigns/${id}/${path}/edits`, rows(...list));

const textOf = (page: Page, name: string) => page.getByRole('textbox', { name });

async function open(page: Page, id: string, query = ''): Promise<void> {
  await page.goto(`/campaigns/${id}/plan${query}`);
  await page.getByRole('textbox', { name: /、/ }).first().waitFor();
}

const wordsOf = async (id: string, key: string) => {
  const { sections } = await callApi<{ sections: { key: string; title: string; words: string }[] }>(lead.page, 'GET', `/api/campaigns/${id}/plan/sections`);
  return sections.find((section) => section.key === key || section.title === key)?.words;
};

test('two people write in one section at once, and both see all the words of both', async () => {
  const id = await campaignOf('两人合写');
  await Promise.all([open(lead.page, id), open(planner.page, id)]);
  await textOf(lead.page, '一、活动主题').click();
  await textOf(planner.page, '一、活动主题').click();
  // Who is in the section is seen by the other.
  await planner.page.getByRole('img', { name: '陈婧正在这一节' }).waitFor();
  await lead.page.getByRole('img', { name: '刘洋正在这一节' }).waitFor();
  await lead.page.keyboard.type('用一杯新茶，', { delay: 30 });
  await textOf(planner.page, '一、活动主题').getByText('用一杯新茶，').waitFor();
  await planner.page.keyboard.press('Control+End');
  await Promise.all([
    planner.page.keyboard.type('把秋天带到写字楼楼下。', { delay: 60 }),
    (async () => {
      await lead.page.keyboard.press('Home');
      await lead.page.keyboard.type('主张：', { delay: 200 });
    })(),
  ]);
  const whole = '主张：用一杯新茶，把秋天带到写字楼楼下。';
  for (const { page } of [lead, planner]) await expect.poll(() => textOf(page, '一、活动主题').innerText(), { timeout: 10_000 }).toBe(whole);
  await expect.poll(() => wordsOf(id, 'theme'), { timeout: 10_000 }).toBe(whole);
  // Undo takes back one's own words alone.
  await lead.page.keyboard.press('Control+z');
  await expect.poll(() => textOf(planner.page, '一、活动主题').innerText(), { timeout: 10_000 }).not.toContain('主张');
  await expect.poll(() => textOf(planner.page, '一、活动主题').innerText()).toContain('把秋天带到写字楼楼下。');
  await expectAccessible(lead.page);
});

test('a writer who loses the network goes on, and nothing of what both wrote is lost', async () => {
  const id = await campaignOf('断网');
  const away = await deviceOf(planner);
  await Promise.all([open(away, id), open(lead.page, id)]);
  for (const line of [/^failed /, /^console .*(ERR_INTERNET_DISCONNECTED|Failed to load)/, /ERR_/]) tolerate(away, line);
  await textOf(away, '六、流程设计').click();
  await away.context().setOffline(true);
  await away.keyboard.type('断网时写下的动线：东门进，西门出。');
  await away.getByText('没有网络，已存在本机').waitFor();
  await textOf(lead.page, '六、流程设计').click();
  await lead.page.keyboard.type('联网的人写的：十点准时开场。');
  await expect.poll(() => wordsOf(id, 'process'), { timeout: 10_000 }).toBe('联网的人写的：十点准时开场。');
  await away.context().setOffline(false);
  for (const words of ['东门进，西门出。', '十点准时开场。']) {
    await textOf(away, '六、流程设计').getByText(words).waitFor();
    await textOf(lead.page, '六、流程设计').getByText(words).waitFor();
  }
  await expect.poll(() => wordsOf(id, 'process'), { timeout: 10_000 }).toContain('东门进，西门出。');
  expect(await wordsOf(id, 'process')).toContain('十点准时开场。');
  await away.close();
});

test('a paragraph that becomes a list while somebody without a network writes in it keeps his words', async () => {
  const id = await campaignOf('改写');
  const away = await deviceOf(planner);
  await Promise.all([open(away, id), open(lead.page, id)]);
  for (const line of [/^failed /, /ERR_INTERNET_DISCONNECTED/]) tolerate(away, line);
  await textOf(lead.page, '六、流程设计').click();
  await lead.page.keyboard.type('东门进。');
  await textOf(away, '六、流程设计').getByText('东门进。').waitFor();
  await textOf(away, '六、流程设计').click();
  await away.context().setOffline(true);
  await away.keyboard.press('Control+End');
  await away.keyboard.type('西门出。');
  await lead.page.getByRole('toolbar').getByRole('button', { name: '项目符号' }).click();
  await expect.poll(() => lead.page.getByText('已保存').or(lead.page.getByText(/最近修改/)).count(), { timeout: 10_000 }).toBeGreaterThan(0);
  await away.context().setOffline(false);
  for (const page of [away, lead.page]) {
    await textOf(page, '六、流程设计').locator('li', { hasText: '东门进。' }).waitFor();
    await textOf(page, '六、流程设计').getByText('西门出。').waitFor();
  }
  await away.close();
});

test('formatting by bar and by key, and what comes from Word keeps its headings, lists, bold and tables', async () => {
  const id = await campaignOf('格式');
  const { page } = lead;
  await open(page, id);
  await textOf(page, '十一、应急预案').click();
  await page.getByRole('toolbar', { name: '文字格式' }).getByRole('button', { name: '标题', exact: true }).click();
  await page.keyboard.type('人流过多');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('先分流');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('，再限流。');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '项目符号' }).click();
  await page.keyboard.type('东门加开两条通道');
  await textOf(page, '十一、应急预案').locator('h2', { hasText: '人流过多' }).waitFor();
  await textOf(page, '十一、应急预案').locator('strong', { hasText: '先分流' }).waitFor();
  await textOf(page, '十一、应急预案').locator('li', { hasText: '东门加开两条通道' }).waitFor();
  await textOf(page, '五、渠道策略').click();
  const html = `<html><body><h1>总体打法</h1><p class="MsoNormal">以<b>社群</b>为<span style="font-weight: 700">主</span></p>
    <p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·<span>&nbsp;</span></span>预热三天</p><p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·<span>&nbsp;</span></span>爆发一天</p>
    <table><tr><td>渠道</td><td>预算</td></tr><tr><td>公众号</td><td>3,000</td></tr></table><script>window.bad = 1</script></body></html>`;
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/html', text);
    data.setData('text/plain', 'x');
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, html);
  const channels = textOf(page, '五、渠道策略');
  await channels.locator('h2', { hasText: '总体打法' }).waitFor();
  expect(await channels.locator('strong').allInnerTexts()).toEqual(['社群', '主']);
  expect(await channels.locator('ul > li').allInnerTexts()).toEqual(['预热三天', '爆发一天']);
  await expect.poll(() => wordsOf(id, 'channels'), { timeout: 10_000 }).toBe('总体打法\n以社群为主\n预热三天\n爆发一天\n渠道｜预算\n公众号｜3,000');
});

test('a section of one’s own is added, renamed, moved, deleted and brought back with its text', async () => {
  const id = await campaignOf('自定义章节');
  const { page } = lead;
  await open(page, id);
  await page.getByRole('button', { name: '新增章节' }).click();
  await page.getByLabel('章节名称').fill('达人合作');
  await page.getByLabel('位置', { exact: true }).selectOption({ label: '“五、渠道策略”之后' });
  await page.getByRole('dialog').getByRole('button', { name: '新增' }).click();
  await textOf(page, '六、达人合作').click();
  await page.keyboard.type('三位达人，各一条视频。');
  await expect.poll(() => wordsOf(id, '达人合作'), { timeout: 10_000 }).toBe('三位达人，各一条视频。');
  const act = async (name: string) => {
    await page.getByRole('button', { name: /“.*”的操作/ }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  await act('改名');
  await page.getByLabel('章节名称').fill('KOL 合作');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await page.getByRole('heading', { name: '六、KOL 合作' }).waitFor();
  await act('上移');
  await page.getByRole('heading', { name: '五、KOL 合作' }).waitFor();
  await act('删除');
  await page.getByRole('heading', { name: '五、渠道策略' }).waitFor();
  await toastOf(page, '已删除“KOL 合作”').getByRole('button', { name: '撤销' }).click();
  await page.getByRole('heading', { name: '五、KOL 合作' }).waitFor();
  await textOf(page, '五、KOL 合作').getByText('三位达人，各一条视频。').waitFor();
});

test('the tables beneath the text are edited in place, and everything that follows from them is true at once', async () => {
  const id = await campaignOf('表格');
  await fill(id, 'plan/channels', { channel: '公众号', phase: 'warmup', startOn: '2026-10-12', endOn: '2026-10-15', amountCents: 300_000 }, { channel: '朋友圈广告', phase: 'burst', startOn: '2026-10-16', endOn: '2026-10-18', amountCents: 1_200_000 });
  await fill(id, 'plan/steps', { day: 1, startTime: '09:30', minutes: 30, title: '签到开放' }, { day: 1, minutes: 20, title: '开场致辞', hardStart: true });
  const { page } = lead;
  await open(page, id, '?part=process');
  const sheet = page.getByRole('region', { name: '现场流程' });
  const cell = (row: number, column: number) => sheet.locator(`[data-row="${row}"][data-col="${column}"]`);
  // 09:30 + 30 minutes: the next step begins at 10:00 and, 20 minutes long, ends at 10:20.
  await expect.poll(() => cell(1, 1).innerText(), { timeout: 10_000 }).toBe('10:00');
  await expect.poll(() => cell(1, 3).innerText(), { timeout: 10_000 }).toBe('10:20');
  await cell(0, 2).click();
  await page.keyboard.type('45');
  await page.keyboard.press('Enter');
  await expect.poll(() => cell(1, 3).innerText(), { timeout: 10_000 }).toBe('10:35');
  const matrix = page.getByRole('table', { name: /各渠道在三个阶段的投入/ });
  await expect.poll(() => matrix.locator('tfoot').innerText()).toMatch(/3,000\s+12,000\s+15,000/);
  await page.getByRole('region', { name: '渠道排期' }).getByRole('link', { name: '铺满编辑' }).click();
  await page.getByRole('heading', { name: '渠道策略', level: 1 }).waitFor();
  await page.getByRole('gridcell', { name: '12,000' }).click();
  await page.keyboard.type('15000');
  await page.keyboard.press('Enter');
  await shoot(page, 'plan-list-wide');
  await expectAccessible(page);
  await page.getByRole('link', { name: '返回方案' }).click();
  await expect.poll(() => matrix.locator('tfoot').innerText(), { timeout: 10_000 }).toMatch(/3,000\s+15,000\s+18,000/);
});

test('on a phone one section at a time is read and written; dark, and with nothing written yet', async () => {
  const id = await campaignOf('手机');
  await fill(id, 'plan/risks', { risk: '签到排队过长', kind: 'crowd', probability: 'high', effect: 'medium', trigger: '等候超过 5 分钟', response: '加开通道', ownerText: '刘洋' });
  const phone = await deviceOf(lead, { viewport: 'phone' });
  await open(phone, id);
  await shoot(phone, 'plan-phone');
  await expectAccessible(phone);
  await phone.getByRole('button', { name: /一、活动主题/ }).tap();
  await phone.getByRole('dialog', { name: '选择章节' }).getByRole('button', { name: /应急预案/ }).tap();
  await textOf(phone, '十一、应急预案').tap();
  await phone.keyboard.type('手机上写的一句');
  await expect.poll(() => wordsOf(id, 'risks'), { timeout: 10_000 }).toBe('手机上写的一句');
  await shoot(phone, 'plan-phone-section');
  await phone.getByRole('button', { name: '下一节' }).tap();
  await phone.getByRole('heading', { name: '十二、合规' }).waitFor();
  expect(new URL(phone.url()).searchParams.get('part')).toBe('compliance');
  const dark = await deviceOf(lead, { colorScheme: 'dark' });
  await open(dark, id);
  await shoot(dark, 'plan-dark');
  await expectAccessible(dark);
});

test('once submitted it reads as a document; words that came too late stay on the page and can be copied', async () => {
  const id = await campaignOf('提交');
  await fill(id, 'goals', { metric: '新品订单量', unit: '单', target: 2000 });
  await fill(id, 'budget', { category: '物料制作费', amountCents: 800_000, ownerText: '*专员' });
  await fill(id, 'schedule', { phase: 'execution', title: '活动现场执行', whenText: '10月16日-18日', startOn: '2026-10-16', endOn: '2026-10-18', ownerText: '全员' });
  await fill(id, 'plan/zones', { name: '签到区', duty: '扫码签到', staff: 3 });
  await Promise.all([open(lead.page, id), open(planner.page, id)]);
  await textOf(lead.page, '一、活动主题').click();
  await lead.page.keyboard.type('定稿的主题');
  await expect.poll(() => wordsOf(id, 'theme'), { timeout: 10_000 }).toBe('定稿的主题');
  tolerate(planner.page, /403/);
  tolerate(planner.page, /^failed /);
  tolerate(planner.page, /ERR_INTERNET_DISCONNECTED/);
  await planner.page.context().setOffline(true);
  await textOf(planner.page, '四、目标人群').click();
  await planner.page.keyboard.type('来晚的一句');
  await callApi(lead.page, 'POST', `/api/campaigns/${id}/plan/submissions`, { answer: '演示' });
  await planner.page.context().setOffline(false);
  await planner.page.getByText('方案已提交，以下文字没有保存').waitFor();
  await planner.page.getByRole('button', { name: '复制文字' }).click();
  expect(await planner.page.evaluate(() => navigator.clipboard.readText())).toBe('来晚的一句');
  await reader.page.goto(`/campaigns/${id}/plan`);
  await reader.page.getByText('定稿的主题').waitFor();
  await reader.page.getByRole('table', { name: '现场分区' }).waitFor();
  expect(await reader.page.getByRole('textbox').count()).toBe(0);
  await shoot(reader.page, 'plan-read');
  await expectAccessible(reader.page);
  await boss.page.goto(`/campaigns/${id}/plan`);
  await boss.page.getByText('定稿的主题').waitFor();
});
