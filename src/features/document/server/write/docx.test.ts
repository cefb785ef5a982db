import { describe, expect, test } from 'vitest';
import { writeEvaluationDocx } from './docx.evaluation.ts';
import { writeBudgetDocx, writeScheduleDocx, writeTablesDocx } from './docx.ts';
import { finishedCampaign, t1, t2 } from './source.fixture.ts';
import { readPart } from './zip.fixture.ts';

const title = '秋季新品上市';

type WordCell = { text: string; span: number; merge: 'restart' | 'continue' | undefined };

/** The tables of a document as Word stores them: vertically merged cells are there in every row. */
async function readTables(file: Buffer): Promise<WordCell[][][]> {
  const xml = await readPart(file, 'word/document.xml');
  const inside = (source: string, tag: string): string[] => [...source.matchAll(new RegExp(`<w:${tag}>(.*?)</w:${tag}>`, 'gs'))].map((match) => match[1] ?? '');
  return inside(xml, 'tbl').map((table) =>
    inside(table, 'tr').map((row) =>
      inside(row, 'tc').map((cell) => ({
        text: decode([...cell.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>|<w:br\/>/g)].map((match) => match[1] ?? '\n').join('')),
        span: Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1),
        merge: /<w:vMerge w:val="(\w+)"/.exec(cell)?.[1] as WordCell['merge'],
      })),
    ),
  );
}

function decode(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
}

const texts = (row: WordCell[] | undefined): string[] => (row ?? []).map((cell) => cell.text);

describe('T1 as docx', () => {
  test('has the source’s headings, its lines, and a total row of five cells whose label spans three', async () => {
    const [table] = await readTables(await writeBudgetDocx({ title, lines: t1, locale: 'zh-CN' }));
    expect(texts(table?.[0])).toEqual(['序号', '预算科目', '明细说明', '预算金额(元)', '实际花费(元)', '负责人', '备注']);
    expect(texts(table?.[2])).toEqual(['2', '线上推广费', '朋友圈广告投放', '15,000', '-', '*主管', '7天投放周期']);
    expect(texts(table?.[6])).toEqual(['合计', '46,000', '-', '', '']);
    expect(table?.[6]?.[0]?.span).toBe(3);
  });

  test('keeps line ends and every character of a text', async () => {
    const note = '  第一行\n=1+1 <b> & "引" 𠮷\t末 ';
    const file = await writeBudgetDocx({ title, lines: [{ ...t1[0]!, note }], locale: 'zh-CN' });
    const [table] = await readTables(file);
    expect(table?.[1]?.[6]?.text).toBe(note);
    expect(await readPart(file, 'word/document.xml')).toContain('<w:t xml:space="preserve">  第一行</w:t>');
  });
});

describe('T2 as docx', () => {
  test('merges the phase cells over their rows', async () => {
    const [table] = await readTables(await writeScheduleDocx({ title, tasks: t2, locale: 'zh-CN' }));
    expect(texts(table?.[0])).toEqual(['阶段', '时间节点', '任务内容', '负责人', '完成情况(□未完成/□已完成/□延期)', '备注']);
    expect(table?.slice(1).map((row) => [row[0]?.text, row[0]?.merge])).toEqual([
      ['前期筹备', 'restart'],
      ['', 'continue'],
      ['中期执行', 'restart'],
      ['', 'continue'],
      ['后期复盘', undefined],
    ]);
    expect(table?.slice(1).map((row) => row[4]?.text)).toEqual(['☑已完成', '☑延期', '☑进行中', '□', '☑取消']);
  });

  test('repeats its headings, tears no row, and names Chinese fonts', async () => {
    const file = await writeTablesDocx({ title, lines: t1, tasks: t2, locale: 'zh-CN' });
    const xml = await readPart(file, 'word/document.xml');
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(13);
    expect(xml).toContain('w:eastAsia="SimSun"');
    for (const heading of ['(一)活动预算表', '(二)活动执行进度表']) expect(xml).toContain(heading);
    expect(await readPart(file, 'docProps/core.xml')).toContain('<dc:title>秋季新品上市</dc:title>');
  });
});

describe('the evaluation report as docx (R1.1)', () => {
  test('has the figures of the PDF and the seal of the approved version', async () => {
    const file = await writeEvaluationDocx(finishedCampaign, 'zh-CN');
    const tables = await readTables(file);
    const rows = tables.flatMap((table) => table.map(texts));
    expect(rows).toContainEqual(['新品订单量', '2,013 单', '2,000 单', '100.7%', '已达成', '']);
    expect(rows).toContainEqual(['品牌搜索量', '—', '+30%', '—', '尚无数据', '']);
    expect(rows).toContainEqual(['1', '物料制作费', '海报500张、宣传册2000本', '8,000', '8,120', '+120', '101.5%']);
    expect(rows).toContainEqual(['合计', '46,000', '41,820', '-4,180', '90.9%']);
    expect(rows[0]?.[1]).toBe('评估报告 v1已核准李国栋 2025-10-22');
    const xml = await readPart(file, 'word/document.xml');
    for (const part of ['一、总体结论', '另有 1 项尚无实际数据。', '1. 会员社群推广转化率达 20%，可复制至后续活动。', '2. 签到设备的替换未影响客流。', '（未填写）']) expect(xml).toContain(part);
    expect(await readPart(file, 'docProps/core.xml')).toContain('<dc:creator>陈婧</dc:creator>');
  });

  test('has no seal but lines to sign while it is not approved', async () => {
    const file = await writeEvaluationDocx({ ...finishedCampaign, head: { ...finishedCampaign.head, seal: null } }, 'zh-CN');
    const rows = (await readTables(file)).flatMap((table) => table.map(texts));
    expect(rows.flat().join()).not.toContain('已核准');
    expect(rows.at(-1)).toEqual(['编制', '', '审核', '', '批准', '']);
  });
});
