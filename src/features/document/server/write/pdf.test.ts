import { afterAll, describe, expect, test } from 'vitest';
import { closePdf, renderPdf } from './pdf.ts';
import { readPdf } from './pdf.text.fixture.ts';
import type { OverviewData } from './pdf.types.ts';
import { finishedCampaign, t1, t2 } from './source.fixture.ts';

const { head, goals } = finishedCampaign;
const overview: OverviewData = {
  head: { ...head, stage: '执行中', seal: { subject: 'plan', version: 3, approvedBy: '李国栋', approvedOn: '2025-09-28' } },
  verdict: '订单 1,284 单，低于目标 2,000。',
  goals,
  lines: finishedCampaign.lines,
  tasks: t2,
  reserveCents: 500_000,
  expectedSpend: 0.7,
};

/** Without spaces: where a line breaks on the page is the template's business. */
const tight = (text: string): string => text.replace(/\s+/g, '');
const textOf = (pdf: Buffer): string => tight(readPdf(pdf).pages.join(''));

afterAll(closePdf);

describe('the overview as PDF', () => {
  test('says who, when, how far, and carries T1 and T2 with the seal of the approved plan', async () => {
    const pdf = await renderPdf('overview', overview, 'zh-CN');
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const reading = readPdf(pdf);
    expect(reading.pages).toHaveLength(1);
    expect(reading.title).toBe('秋季新品上市 · 活动总览');
    expect(reading.author).toBe('陈婧');
    const text = textOf(pdf);
    for (const part of [
      '秋季新品上市', '2025年10月1日–10月22日', '示例饮品有限公司', '订单1,284单，低于目标2,000。', '方案v3', '已核准', '李国栋2025-09-28',
      '2,013单', '≤30元', '¥46,000', '¥41,820', '占预算10.9%', '预算金额(元)', '海报500张、宣传册2000本', '46,00041,820', '阶段时间节点任务内容负责人', '18:00前完成', '延期', '第1页，共1页',
    ]) expect(text).toContain(part);
  });

  test('shows an unknown figure as "—", never as 0', async () => {
    const text = textOf(await renderPdf('overview', { ...overview, goals: goals.slice(3), lines: t1 }, 'zh-CN'));
    expect(text).toContain('品牌搜索量—+30%—尚无数据');
    expect(text).toContain('46,000-');
    expect(text).toContain('实际花费尚无花费');
  });

  test('has no seal without an approval, and no table without rows', async () => {
    const text = textOf(await renderPdf('overview', { ...overview, head: { ...head, seal: null }, goals: [], lines: [], tasks: [] }, 'zh-CN'));
    expect(text).not.toContain('已核准');
    for (const part of ['尚未设定目标。', '尚未编制预算。', '尚未安排任务。']) expect(text).toContain(part);
  });

  test('repeats the headings of a table on every page, loses no row, and counts its pages', async () => {
    const lines = Array.from({ length: 80 }, (_, index) => ({ ...t1[index % 5]!, detail: `明细${index + 1}号`.padEnd(40, '长') }));
    const reading = readPdf(await renderPdf('overview', { ...overview, lines }, 'zh-CN'));
    const pages = reading.pages.map(tight);
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages.slice(0, -1)) expect(page).toContain('预算科目明细说明');
    for (let index = 1; index <= 80; index += 1) expect(pages.join('')).toContain(`明细${index}号`);
    pages.forEach((page, index) => expect(page).toContain(`第${index + 1}页，共${pages.length}页`));
  });
});

describe('the evaluation report as PDF (R1.1)', () => {
  test('puts actual beside target and budget, and judges both', async () => {
    const pdf = await renderPdf('evaluation', finishedCampaign, 'zh-CN');
    const text = textOf(pdf);
    for (const part of [
      '活动效果评估报告', '一、总体结论', '二、目标达成', '4项目标中2项达成。另有1项尚无实际数据。', '100.7%', '未达成', '三、预算执行', '预算¥46,000，实际花费¥41,820，执行率90.9%。结余¥4,180。',
      '+120101.5%', '-4,18090.9%', '四、进度执行', '按期完成率3/4（75%）', '五、亮点', '签到设备的替换未影响客流。', '六、不足', '七、后续计划', '（未填写）', '评估报告v1', '应提交日期2025年10月22日',
    ]) expect(text).toContain(part);
    expect(text).not.toContain('编制');
  });

  test('leaves room for signatures while it is not approved', async () => {
    const text = textOf(await renderPdf('evaluation', { ...finishedCampaign, head: { ...head, seal: null } }, 'zh-CN'));
    for (const part of ['编制', '审核', '批准']) expect(text).toContain(part);
  });
});

describe('T1 after a transfer', () => {
  const lines = t1.map((line, index) => ({ ...line, actualCents: index === 4 ? null : line.amountCents, change: index === 0 ? { plannedCents: 750_000, moves: [{ kind: 'transfer', cents: 50_000 } as const] } : null }));

  test('keeps its columns and says under them what the amount was', async () => {
    for (const template of ['budget', 'tables'] as const) {
      const text = textOf(await renderPdf(template, { title: '秋季新品上市', lines, tasks: t2, locale: 'zh-CN' }, 'zh-CN'));
      expect(text).toContain(tight('第 1 项“物料制作费”原预算 7,500 元，调剂 +500。'));
      expect(text.includes('活动现场执行')).toBe(template === 'tables');
    }
  });

  test('a line without cost is a saving once spending is over, and says nothing before', async () => {
    const report = async (settled: boolean) => textOf(await renderPdf('evaluation', { ...finishedCampaign, lines, settled }, 'zh-CN'));
    expect(await report(true)).toContain(tight('预算 ¥46,000，实际花费 ¥41,000，执行率 89.1%。1 项没有花费。结余 ¥5,000。'));
    expect(await report(false)).not.toContain('结余¥5,000');
  });
});

describe('every template', () => {
  test('is English in English', async () => {
    const english = { ...head, title: 'Launch', scenario: 'New product', lead: 'Chen', department: 'Marketing', stage: 'Live', company: 'Example', seal: { ...head.seal!, approvedBy: 'Li' } };
    const line = { category: 'Ads', detail: 'Feed', amountCents: 100_050, actualCents: 1, ownerText: 'Chen', note: '' };
    const tasks = t2.map((task) => ({ ...task, whenText: '', startOn: '2025-10-01', endOn: '2025-10-05', title: 'Work', ownerText: 'Chen', note: '' }));
    const common = { head: english, lines: [line], tasks, goals: [{ ...goals[0]!, metric: 'Orders', unit: '' }] };
    const table = { title: 'Launch', locale: 'en' } as const;
    const pdfs = await Promise.all([
      renderPdf('overview', { ...common, verdict: '' }, 'en'),
      renderPdf('evaluation', { ...common, verdict: '', dueOn: null, highlights: '', shortcomings: '', nextSteps: '' }, 'en'),
      renderPdf('plan', { title: 'Launch', company: 'Example', lead: 'Chen', cover: [{ label: 'Period', text: 'Oct 1' }], seal: english.seal, mark: '', stated: 'Approved.', parts: [{ title: '1. Theme', blocks: [{ kind: 'paragraph', runs: [{ text: 'One.', bold: true, italic: true, underline: true, href: 'https://example.com/' }] }, { kind: 'budget', caption: 'Table 1', lines: [line] }, { kind: 'schedule', caption: 'Table 2', tasks }] }] }, 'en'),
      renderPdf('budget', { ...table, lines: [line] }, 'en'),
      renderPdf('schedule', { ...table, tasks }, 'en'),
      renderPdf('tables', { ...table, lines: [{ ...line, change: { plannedCents: 100_000, moves: [{ kind: 'transfer', cents: 50 }] } }], tasks }, 'en'),
    ]);
    for (const pdf of pdfs) expect(textOf(pdf)).not.toMatch(/[\p{Script=Han}\uFFFD]/u);
    expect(textOf(pdfs[5])).toContain(tight('Line 1, “Ads”: approved 1,000, transfers +0.50.'));
    expect(readPdf(pdfs[4]).pages[0]).toMatch(/Oct 1\s?–\s?5/);
  });

  test('prints what a person typed and runs none of it', async () => {
    const title = '#panic("x") $ _强调_ *粗* <a> `b` // /* @c \\ "引';
    const note = '第一行\n第二行';
    const text = textOf(await renderPdf('budget', { title, lines: [{ ...t1[0]!, note }], locale: 'zh-CN' }, 'zh-CN'));
    expect(text).toContain(tight(title));
    expect(text).toContain('第一行第二行');
  });

  test('names a character that no font has instead of losing it, and sets rare names that the font has', async () => {
    const text = textOf(await renderPdf('schedule', { title: '李\u{10FFFD}𬭼㛃', tasks: t2, locale: 'zh-CN' }, 'zh-CN'));
    expect(text).toContain('李U+10FFFD𬭼㛃');
  });

  test('survives halves of characters, control characters and 10,000 characters without a space', async () => {
    const lines = [{ ...t1[0]!, detail: `\uD842${'x'.repeat(10_000)}\u0000\u0007`, category: '科目' }];
    expect(textOf(await renderPdf('budget', { title: '题', lines, locale: 'zh-CN' }, 'zh-CN'))).toContain('x'.repeat(20));
  });
});
