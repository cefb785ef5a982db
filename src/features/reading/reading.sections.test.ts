import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sectionKeyOf } from './reading.section.rules.ts';
import type { SourceBlock } from './reading.source.rules.ts';
import { understand } from './reading.understand.rules.ts';

describe('a heading names a section', () => {
  test.each([
    ['一、活动主题', 'theme'], ['1. 活动背景与目的', 'theme'], ['二、活动目的', 'goals'], ['活动目标', 'goals'], ['三、活动时间及地点', 'period'], ['活动周期', 'period'], ['(三)目标客群分析', 'audience'], ['受众', 'audience'], ['四、渠道推广策略', 'channels'], ['宣传渠道', 'channels'], ['推广方案', 'channels'],
    ['五、现场活动流程安排', 'process'], ['活动内容', 'process'], ['六、物料准备', 'materials'], ['物料清单', 'materials'], ['七、经费预算', 'budget'], ['费用预算明细', 'budget'], ['八、人员分工', 'team'], ['组织架构', 'team'], ['九、进度安排', 'schedule'], ['时间进度表', 'schedule'],
    ['十、应急预案', 'risks'], ['安全保障', 'risks'], ['风险评估及应对', 'risks'], ['十一、注意事项', 'compliance'], ['个人信息保护', 'compliance'], ['附则', undefined], ['合作媒体介绍', undefined], ['', undefined],
  ])('%s → %s', (heading, key) => {
    expect(sectionKeyOf(heading)).toBe(key);
  });
});

const text = (line: string, level?: number, list?: 'bullet' | 'number'): SourceBlock => ({ kind: 'text', text: line, ...(level === undefined ? {} : { level }), ...(list ? { list } : {}) });
const cells = (...rows: string[][]): SourceBlock => ({ kind: 'table', rows: rows.map((row) => row.map((one) => ({ text: one }))) });
const read = (...blocks: SourceBlock[]) => understand({ blocks }, { year: 2025 });

describe('a plan', () => {
  test('by Chinese numbers, with a label on its line, subheadings, and one of no kind', () => {
    const { sections, aside } = read(text('XX 公司秋季推广方案'), text('一、活动主题：秋日焕新'), text('二、目标人群'), text('(一)白领'), text('午后提神。'), text('三、合作媒体介绍'), text('本地电台。'), text('四、应急预案'), text('停电时启用发电机。'));
    expect(sections).toEqual([
      { heading: '一、活动主题：', key: 'theme', text: '秋日焕新' }, { heading: '二、目标人群', key: 'audience', text: '## (一)白领\n午后提神。' },
      { heading: '三、合作媒体介绍', key: 'own', text: '本地电台。' }, { heading: '四、应急预案', key: 'risks', text: '停电时启用发电机。' },
    ]);
    expect(aside.map((one) => one.text)).toEqual(['XX 公司秋季推广方案']);
  });

  test('by the styles of Word: levels without numbers, list signs that are drawn', () => {
    const { sections } = read(text('活动流程', 1), text('签到', 2), text('核对预约', undefined, 'bullet'), text('发放手环', undefined, 'number'), text('渠道策略', 1), text('公众号为主。'));
    expect(sections).toEqual([{ heading: '活动流程', key: 'process', text: '## 签到\n- 核对预约\n1. 发放手环' }, { heading: '渠道策略', key: 'channels', text: '公众号为主。' }]);
  });

  test('a heading of no kind over headings that name sections', () => {
    expect(read(text('第一章 活动总则'), text('(一)活动时间'), text('国庆期间。'), text('(二)活动流程'), text('先签到。')).sections.map(({ key }) => key)).toEqual(['period', 'process']);
  });

  test('a sentence with a goal is proposed as a goal and stays in its section', () => {
    const { sections, goals } = read(text('一、活动目标'), text('新品订单量达到2000单。'), text('二、活动流程'), text('先签到。'));
    expect(goals).toMatchObject([{ metric: expect.stringContaining('订单量'), value: 2000 }]);
    expect(sections[0]).toEqual({ heading: '一、活动目标', key: 'goals', text: '新品订单量达到2000单。' });
  });

  test('a section that only a table fills is that table', () => {
    const { sections, tables, aside } = read(text('一、活动主题'), text('秋日焕新。'), text('二、活动预算'), cells(['序号', '预算科目', '预算金额(元)'], ['1', '物料制作费', '8,000']), text('三、安全保障'), text('配备急救箱。'));
    expect(sections.map(({ key }) => key)).toEqual(['theme', 'risks']);
    expect(tables.map((table) => table.kind)).toEqual(['budget']);
    expect(aside).toEqual([]);
  });

  test('what stands between a heading and its table belongs to the heading, and so does what follows', () => {
    const { sections, tables } = read(text('一、合作媒体'), text('本地电台。'), text('二、应急预案'), text('先行处置。'), cells(['风险', '应对'], ['停电', '启用发电机']), text('每小时巡检。'), text('三、活动流程'), text('先签到。'));
    expect(sections.map(({ key, text: said }) => [key, said])).toEqual([['own', '本地电台。'], ['risks', '先行处置。\n每小时巡检。'], ['process', '先签到。']]);
    expect(tables.map((table) => table.title)).toEqual(['应急预案']);
  });

  test('a document that names fewer than two sections is none', () => {
    const { sections, aside } = read(text('一、通知'), text('请各部门配合。'), text('二、活动时间'), text('国庆期间。'));
    expect([sections.length, aside.length]).toEqual([0, 4]);
  });
});

/** Headings, sentences and tables in any order: what a plan is made of. */
const block = fc.oneof(
  fc.constantFrom('一、活动主题', '二、目标人群', '三、渠道策略', '(一)线上', '四、应急预案', '五、合作媒体', '第六章 附则', '活动时间：国庆期间').map((line) => text(line)),
  fc.tuple(fc.constantFrom('活动流程', '物料准备', '白领', '说明'), fc.integer({ min: 1, max: 3 })).map(([line, level]) => text(line, level)),
  fc.array(fc.constantFrom('甲方配合现场布置', '新品订单量达到2000单', '先签到再体验', '注：以上为初步方案', '由后勤组负责。', '，', '共三处', ' '), { minLength: 1, maxLength: 4 }).map((words) => text(words.join(''))),
  fc.constantFrom('核对预约', '发放手环').map((line) => text(line, undefined, 'bullet')),
  fc.constantFrom(cells(['序号', '预算科目', '预算金额(元)'], ['1', '物料制作费', '8,000']), cells(['风险', '应对'], ['停电', '启用发电机']), cells(['甲', '乙'], ['丙', '丁'])),
);
const CONTENT = /[\p{L}\p{N}]/gu;
const counted = (texts: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const character of texts.join('').match(CONTENT) ?? []) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
};

test('no word of a plan is lost: it stands in sections, in tables, or in what was left aside', () => {
  const plan = [text('一、活动主题'), text('秋日焕新'), text('二、应急预案'), text('配备急救箱')];
  fc.assert(fc.property(fc.array(block, { maxLength: 14 }), (blocks) => {
    const { sections, tables, aside } = understand({ blocks: [...plan, ...blocks] }, { year: 2025 });
    const inTables = tables.flatMap((table) => [table.title, ...table.headers, ...table.rows.flatMap((row) => Object.values(row.cells).map((cell) => cell.text))]);
    // Short lines may be read as a table that stands one cell a line.
    const prose = counted([...sections.flatMap((section) => [section.heading, section.text]), ...aside.map((one) => one.text), ...inTables]);
    const lines = counted([...plan, ...blocks].flatMap((one) => (one.kind === 'text' ? [one.text] : [])));
    // The number of a heading is ours to give.
    for (const [character, count] of lines) if (!/[一二三四五六第章]/.test(character)) expect([character, (prose.get(character) ?? 0) >= count]).toEqual([character, true]);
    const all = counted([...inTables, ...aside.map((one) => one.text)]);
    for (const character of counted(blocks.flatMap((one) => (one.kind === 'table' ? one.rows.flat().map((cell) => cell.text) : []))).keys()) expect([character, all.has(character)]).toEqual([character, true]);
  }), { numRuns: 500 });
});
