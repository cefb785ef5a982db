import { afterAll, describe, expect, test } from 'vitest';
import { readDocument } from '#features/reading/server/direct.api.ts';
import { adoptedOf, reviewOf } from '../../document.review.rules.ts';
import { closeOffice, writeOffice } from './office.ts';
import { closePdf, renderPdf } from './pdf.ts';
import { readPdf } from './pdf.text.fixture.ts';
import { composeParts, type PlanText } from './plan.compose.ts';
import { planPaper, planText } from './plan.fixture.ts';
import { paperOf } from './plan.paper.ts';
import { readPart } from './zip.fixture.ts';

const tight = (text: string): string => text.replace(/\s+/g, '');
const draft = { ...planPaper, seal: null, mark: '草稿', stated: '草稿，未经核准，内容可能变动。' };
/** One text of each section and table: what a director looks for. */
const said = [
  '一、活动主题', '秋日焕新，一口入秋', '共22天', '≤30元', '1,200单(春季新品)', '目标分解', '在哪里遇到', '尝鲜白领', '倒计时海报，每日一张', '若点击率低于1.2%', '渠道×阶段投入(元)', '六、会员回访安排', '场地布置与设备调试', '10:20', '签到区',
  'A2铜版纸', '活动预算表', '46,000', '每日21:00主持复盘', '每日数据日报', '活动执行进度表', '10月6日-10日', '十二、应急预案', '开启第二签到通道，暂停地推引流', '十三、合规', '2026年1月31日', '编制', '审核', '批准',
].map(tight);

afterAll(async () => {
  await closePdf();
  await closeOffice();
});

describe('the plan as PDF (P4.1)', () => {
  test('has a cover with its seal, contents with the pages, every section and table, and page numbers', async () => {
    const reading = readPdf(await renderPdf('plan', planPaper, 'zh-CN'));
    expect(reading).toMatchObject({ title: '秋季新品上市推广活动 · 活动执行方案', author: '陈婧' });
    const [cover = '', contents = '', ...body] = reading.pages.map(tight);
    for (const part of ['示例饮品有限公司', '秋季新品上市推广活动', '第3版', '方案v3', '已核准', '李国栋2025-09-28', '3f9a6c1be07d52484ad0c0c2f3bb9c6f8d1e4a7750b9e2c1d6f3a8b4c5e7d901']) expect(cover).toContain(part);
    expect(cover).not.toContain('页，共');
    // Each entry leads to the page that its heading stands on.
    for (const [, name = '', number = ''] of contents.matchAll(/([一二三四五六七八九十]+、[^.、]+?)\.+(\d+)/g)) expect([name, (body[Number(number) - 2] ?? '').includes(name)]).toEqual([name, true]);
    expect([...contents.matchAll(/、/g)]).toHaveLength(planPaper.parts.length);
    const text = body.join('');
    for (const part of said) expect(text).toContain(part);
    body.forEach((page, index) => expect(page).toContain(`第${index + 2}页，共${body.length + 1}页`));
  });

  test('says on every page that it is a draft, and carries no seal', async () => {
    const pages = readPdf(await renderPdf('plan', draft, 'zh-CN')).pages.map(tight);
    for (const page of pages) expect(page).toContain('草稿');
    expect(pages.join('')).not.toContain('已核准');
  });
});

describe('the plan as Word', () => {
  test('has a table of contents that is filled in, real headings, lists, links and the seal', async () => {
    const file = await writeOffice({ kind: 'plan', paper: planPaper, locale: 'zh-CN' });
    const xml = await readPart(file, 'word/document.xml');
    const text = tight(xml.replace(/<w:instrText[^>]*>[^<]*<\/w:instrText>/g, '').replace(/<[^>]+>/g, '').replaceAll('&amp;', '&'));
    for (const part of said) expect(text).toContain(part);
    for (const part of ['方案v3已核准李国栋2025-09-28', '第3版已由李国栋于2025年9月28日核准。']) expect(text).toContain(part);
    expect(xml.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(planPaper.parts.length);
    expect(xml).toContain('Table of Contents');
    // Prefilled: every section twice, in the contents and as its heading, and the contents know their pages.
    for (const { title } of planPaper.parts) expect(xml.split(title).length - 1).toBe(2);
    expect(xml.match(/PAGEREF/g)?.length).toBe(planPaper.parts.length);
    expect(xml).toMatch(/<w:numPr><w:ilvl w:val="1"\/>/);
    expect(await readPart(file, 'word/_rels/document.xml.rels')).toContain('https://example.com/venue/floor-plan-2025-autumn');
  });

  test('is marked as a draft in its headers', async () => {
    const headers = await Promise.all([1, 2].map(async (number) => readPart(await writeOffice({ kind: 'plan', paper: draft, locale: 'zh-CN' }), `word/header${String(number)}.xml`)));
    for (const header of headers) expect(header).toContain('string="草稿"');
  });
});

describe('what is set', () => {
  test('a version from before the plan had a text is set from what it has', () => {
    const { campaign, goals, budget, team, tasks } = planText;
    const old: PlanText = { campaign, budget, team, tasks, goals: goals.map(({ metric, kind, unit, direction, target }) => ({ metric, kind, unit, direction, target })) };
    expect(composeParts(old, 'zh-CN').map((part) => part.title)).toEqual(['一、活动主题', '二、活动周期', '三、活动目标', '四、目标人群', '五、活动预算', '六、组织分工', '七、执行进度']);
  });

  test('tables are numbered through the document, and an own section stands where it was put', () => {
    const captions = planPaper.parts.flatMap((part) => part.blocks.flatMap((block) => ('caption' in block ? [block.caption] : [])));
    captions.forEach((caption, index) => expect(caption).toMatch(new RegExp(`^表 ${String(index + 1)}　`)));
    expect(planPaper.parts.map((part) => part.title).slice(4, 7)).toEqual(['五、渠道策略', '六、会员回访安排', '七、流程设计']);
  });

  test('an address that is not one to be sent to is no link', () => {
    expect(paperOf({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '点', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }] }] })).toEqual([{ kind: 'paragraph', runs: [{ text: '点', bold: false, italic: false, underline: false, href: '' }] }]);
  });
});

describe('out and in again', () => {
  test('the Word file is read as the sections it has, and every word of every table is there or shown as left aside', async () => {
    const understanding = await readDocument(await writeOffice({ kind: 'plan', paper: planPaper, locale: 'zh-CN' }), 'plan.docx', { campaign: { startOn: '2025-10-01', endOn: '2025-10-22' } });
    const adopted = adoptedOf(reviewOf(understanding));
    for (const { key, title, words } of planText.sections ?? []) {
      const found = adopted.sections.find((section) => section.key === key && section.title === title);
      // Headings and points are marked at their lines; the words are the same.
      expect([key, found?.text.split('\n').map((line) => line.replace(/^(?:#{2,3} |- |1\. )/, '')).join('\n')]).toEqual([key, words]);
    }
    expect(adopted.sections).toHaveLength(planText.sections?.length ?? 0);
    expect(adopted.lists.risks.map(({ note: _note, ...risk }) => risk)).toEqual(planText.lists?.risks?.map(({ note: _note, ...risk }) => risk));
    expect(adopted.lists.materials).toEqual(planText.lists?.materials);
    expect(adopted.lists.channels.map(({ channel, phase, startOn, endOn, content, amountCents, target }) => [channel, phase, startOn, endOn, content, amountCents, target]))
      .toEqual(planText.lists?.channels?.map(({ channel, phase, startOn, endOn, content, amountCents, target }) => [channel, phase, startOn, endOn, content, amountCents, target]));
    expect(adopted.lists.steps).toEqual(planText.lists?.steps);
    expect(adopted.lists.zones).toEqual(planText.lists?.zones);
    expect(adopted.goals.map((goal) => [goal.metric, goal.target, goal.direction])).toEqual(planText.goals.map((goal) => [goal.metric, goal.target, goal.direction]));
    expect(adopted.budget).toHaveLength(5);
    expect(adopted.schedule).toHaveLength(5);
    const kept = tight(JSON.stringify([understanding.tables, understanding.aside, understanding.goals]));
    const cells = planPaper.parts.flatMap((part) => part.blocks.flatMap((block) => (block.kind === 'table' ? block.shape.rows.flat() : []))).flatMap((cell) => (cell.kind === 'text' || cell.kind === 'spanning' ? [cell.text] : []));
    for (const text of cells) expect(kept).toContain(tight(JSON.stringify(text).slice(1, -1)));
  });
});
