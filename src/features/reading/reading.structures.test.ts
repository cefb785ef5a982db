import { describe, expect, it } from 'vitest';
import { parseDelimited } from './reading.csv.rules.ts';
import { readHtml } from './reading.html.rules.ts';
import { asLadder, T1_HEADERS, T1_ROWS, T2_HEADERS, T2_ROWS } from './reading.samples.fixture.ts';
import type { SourceBlock } from './reading.source.rules.ts';
import { understand } from './reading.understand.rules.ts';
import type { ReadTable, Understanding, UnderstandOptions } from './reading.contract.ts';

const read = (text: string, options: UnderstandOptions = { year: 2025 }): Understanding => understand({ blocks: [{ kind: 'text', text }] }, options);
const grid = (csv: string): SourceBlock => ({ kind: 'table', rows: parseDelimited(csv.trim(), ',').rows.map((row) => row.map((text) => ({ text }))) });
const values = (table: ReadTable | undefined, field: string): unknown[] => table?.rows.map((row) => row.cells[field]?.value) ?? [];
const codes = (understanding: Understanding): string[] => understanding.tables.flatMap((table) => table.rows.flatMap((row) => Object.entries(row.cells).flatMap(([field, cell]) => (cell.question ? [`${field}: ${cell.question.code}`] : []))));

describe('tables of real documents', () => {
  it('small tables under headings that name the category, each with its total, and one total over all', () => {
    const { tables } = read('二、活动预算\n一、会场费用：\n名称\t单价\t数量\t合计(元)\t备注\n场地\t3000元/天\t2\t6,000\t\n音响\t500\t3\t1,500\t含调试\n小计\t\t\t7,500\n二、礼品费用:\n名称\t单价\t数量\t合计(元)\t备注\n雨伞\t20\t100\t2000\t\n小计\t\t\t2000\n总计：9,500元');
    expect(tables.map((table) => [table.title, ...values(table, 'category')])).toEqual([['会场费用', '会场费用', '会场费用'], ['礼品费用', '礼品费用']]);
    expect(values(tables[0], 'detail')).toEqual(['场地', '音响']);
    expect(tables.map((table) => table.total?.agrees)).toEqual([true, true]);
    expect(tables[1]?.subtotals).toEqual([{ text: '总计：9,500元', stated: 9500, computed: 9500, agrees: true }]);
  });

  it('two levels of totals in one table, with groups as lone cells', () => {
    const [table] = read('项目\t单价\t数量\t小计\n会场费用\t\t\t\n场地\t6000\t1\t6000\n音响\t500\t2\t1000\n小计\t\t\t7000\n宣传费用\t\t\t\n海报\t5\t500\t2500\n小计\t\t\t2600\n合计\t\t\t9500').tables;
    expect(values(table, 'category')).toEqual(['会场费用', '会场费用', '宣传费用']);
    expect(values(table, 'amount')).toEqual([6000, 1000, 2500]);
    expect(table?.subtotals?.map((one) => [one.stated, one.computed, one.agrees])).toEqual([[7000, 7000, true], [2600, 2500, false]]);
    expect(table?.total).toEqual({ stated: 9500, computed: 9500, agrees: true });
  });

  it('a total of 实际花费 that does not add up is asked about, beside a budget that does', () => {
    const total = (actual: string): unknown => read(`预算科目\t预算金额\t实际花费\n场地\t8,000\t7,500\n物料\t2,000\t2,100\n合计\t10,000\t${actual}`).tables[0]?.total;
    expect(total('9,600')).toEqual({ stated: 10000, computed: 10000, agrees: true });
    expect(total('9,500')).toMatchObject({ agrees: true, question: { code: 'total-mismatch', data: { field: 'actual', stated: 9500, computed: 9600 } } });
  });

  it('numbered parents are groups with a check, not lines', () => {
    const [table] = read('序号\t项目\t金额(元)\n1\t场地费\t20,000\n1.1\t展位\t12,000\n1.2\t设备\t8,000\n2\t推广费\t15,000\n2.1\t朋友圈\t15,000\n合计\t\t35,000').tables;
    expect(values(table, 'detail')).toEqual(['展位', '设备', '朋友圈']);
    expect(values(table, 'category')).toEqual(['场地费', '场地费', '推广费']);
    expect(table?.subtotals?.map((one) => one.agrees)).toEqual([true, true]);
    expect(table?.total).toMatchObject({ computed: 35000, agrees: true });
  });

  it.each([
    ['in the heading', '费用项目\t预算金额（万元）\n场地\t1.5\n推广\t3\n合计\t4.5'],
    ['in a line above', '预算表\n单位：万元\n费用项目\t预算金额\n场地\t1.5\n推广\t3\n合计\t4.5'],
    ['in the title', '活动预算表(单位:万元)\n费用项目\n预算金额\n备注\n场地\n1.5\n-\n推广\n3\n-\n合计\n4.5'],
  ])('万元 %s', (_where, text) => {
    const [table] = read(text).tables;
    expect(values(table, 'amount')).toEqual([15000, 30000]);
    expect(table?.total).toEqual({ stated: 45000, computed: 45000, agrees: true });
  });

  it('a title row, an empty margin, notes below, and a repeated heading inside the sheet', () => {
    const { tables, aside } = understand({ blocks: [grid(',,,\n,2025年活动预算表,,\n,序号,费用项目,预算金额\n,1,场地费,"12,000"\n,,,\n,序号,费用项目,预算金额\n,2,物料费,"8,000"\n,合计,,"20,000"\n,备注：以上均含税,,')] });
    expect(tables.map((table) => [table.title, table.rows.length, table.total?.agrees])).toEqual([['2025年活动预算表', 2, true]]);
    expect(aside.map(({ reason, text }) => [reason, text])).toEqual([['note', '备注：以上均含税']]);
  });

  it('two tables side by side, two one below the other, one folded in halves, one lying on its side', () => {
    const beside = understand({ blocks: [grid('项目,金额,,渠道,推广形式,预算\n场地,1000,,抖音,直播,500\n物料,2000,,快手,短视频,600\n合计,3000,,,,')] }).tables;
    expect(beside.map((table) => [table.kind, table.rows.length])).toEqual([['budget', 2], ['channels', 2]]);
    const below = understand({ blocks: [grid('预算表,,\n费用项目,预算金额,备注\n场地,1000,-\n,,\n人员分工,,\n岗位,人数,职责\n签到组,2,签到')] }).tables;
    expect(below.map((table) => [table.kind, table.title, table.rows.length])).toEqual([['budget', '预算表', 1], ['team', '人员分工', 1]]);
    const folded = understand({ blocks: [grid('项目,金额,项目,金额\n场地,1000,物料,2000\n人员,500,推广,600\n合计,4100,,')] }).tables;
    expect(folded.map((table) => [values(table, 'category'), table.total?.agrees])).toEqual([[['场地', '人员', '物料', '推广'], true]]);
    const lying = understand({ blocks: [grid('预算科目,场地费,物料费\n预算金额(元),"1,000","2,000"\n负责人,张三,*经理')] }).tables;
    expect(values(lying[0], 'amount')).toEqual([1000, 2000]);
  });

  it('a merged amount is asked about, never counted twice', () => {
    const rows = [[{ text: '项目' }, { text: '金额' }], [{ text: '海报' }, { text: '3000', rowSpan: 2 }], [{ text: '折页' }], [{ text: '合计' }, { text: '3000' }]];
    const { tables } = understand({ blocks: [{ kind: 'table', rows }] });
    expect(tables[0]?.rows[1]?.cells['amount']).toMatchObject({ value: null, question: { code: 'shared-amount' } });
    expect(tables[0]?.total?.agrees).toBe(true);
  });

  it('rows with a cell missing, in pipes and in tabs', () => {
    const piped = read('阶段 | 时间节点 | 任务内容 | 负责人\n前期筹备 | 10月1日-5日 | 方案审批 | *经理\n10月6日-10日 | 物料制作 | *主管\n中期执行 | 10月16日 | 现场执行 | 全员').tables[0];
    expect(values(piped, 'phase')).toEqual(['preparation', 'preparation', 'execution']);
    expect(values(piped, 'task')).toEqual(['方案审批', '物料制作', '现场执行']);
    const total = read('序号\t项目\t说明\t金额\t实际花费\n1\t场地\t展位\t8,000\t-\n合计\t8,000\t-').tables[0]?.total;
    expect(total).toEqual({ stated: 8000, computed: 8000, agrees: true });
  });

  it('T1 and T2 after hosting sites cut out hyphens and asterisks', () => {
    const bare = (rows: string[][]): string[][] => rows.map((row) => row.map((cell) => cell.replace(/^-$/, '').replace(/^\*/, '').replace(/(?<=日)-/, '')));
    const { tables } = read(`(一)活动预算表\n${asLadder(T1_HEADERS, bare(T1_ROWS), ['合计', '46,000'])}\n(二)进度表\n${asLadder(T2_HEADERS, bare(T2_ROWS))}`);
    expect(tables[0]?.total).toEqual({ stated: 46000, computed: 46000, agrees: true });
    expect(values(tables[0], 'owner')).toEqual(['专员', '主管', '专员', '经理', '经理'].map((role) => ({ kind: 'role', role })));
    expect(values(tables[1], 'phase')).toEqual(['preparation', 'preparation', 'execution', 'execution', 'retrospective']);
    expect(tables[1]?.rows[0]?.cells['when']).toMatchObject({ value: { start: '2025-10-01', end: '2025-10-05' }, question: { code: 'fuzzy-date' } });
  });

  it('one cell a line: a feedback table of thirteen columns with empty cells gone', () => {
    const headers = ['序号', '用户(姓名、昵称或编号)', '联系方式', '反馈渠道', '反馈时间', '反馈类型', '反馈内容', '满意度', '改进建议', '跟进人', '处理状态', '处理结果', '备注'];
    const rows = [
      ['1', '张女士', '138****1234', '现场问卷', '10月16日', '服务表扬', '导购很热情，讲解清楚', '非常满意', '增加休息座位', '李四', '已解决', '已转达门店', ''],
      ['2', '小鱼儿', '', '公众号', '10月17日', '服务投诉', '签到排队太久', '不满意', '多开签到通道', '王五', '处理中', '', ''],
      ['3', 'U1003', 'wx123456', '电话回访', '2025-10-18', '产品建议', '希望推出小包装', '4', '', '*专员', '待处理', '', ''],
    ];
    const [table] = read(`三、用户反馈记录\n${asLadder(headers, rows)}`).tables;
    expect(table?.kind).toBe('feedback');
    expect(values(table, 'channel')).toEqual(['现场问卷', '公众号', '电话回访']);
    expect(values(table, 'contact')).toEqual(['138****1234', null, 'wx123456']);
    expect(values(table, 'satisfaction')).toEqual([5, 2, 4]);
    expect(values(table, 'status')).toEqual(['solved', 'handling', 'open']);
  });

  it('one cell a line: several kinds after each other, prose between and behind', () => {
    const { tables, sections, aside } = read('四、人员分工\n岗位\n人数\n职责\n总负责人\n1\n统筹全局\n执行组\n10-15人\n落地执行\n五、风险应对\n风险\n概率\n影响\n应对\n人流过多\n中\n高\n启动分流预案\n设备故障\n低\n中\n备用投影仪1台\n注：以上为初步方案\n六、其他\n未尽事宜另行通知。');
    expect(tables.map((table) => [table.kind, table.title, table.rows.length])).toEqual([['team', '人员分工', 2], ['risk', '风险应对', 2]]);
    expect(tables[0]?.rows[1]?.cells['headcount']?.question?.code).toBe('range');
    expect(sections).toEqual([{ heading: '五、风险应对', key: 'risks', text: '注：以上为初步方案' }, { heading: '六、其他', key: 'own', text: '未尽事宜另行通知。' }]);
    expect(aside).toEqual([]);
  });

  it('check lists, tables by spaces, amounts line by line, run sheets', () => {
    const list = read('- [ ] 确定活动主题\n- [x] 场地预订（王芳，10月8日前）\n* [ ] 10月10日 物料到货').tables[0];
    expect(list?.kind).toBe('schedule');
    expect(values(list, 'state')).toEqual(['open', 'done', 'open']);
    expect(list?.rows[1]?.cells).toMatchObject({ task: { value: '场地预订' }, when: { value: { end: '2025-10-08' } }, owner: { value: { kind: 'person', name: '王芳' } } });
    const spaced = read('序号  任务名称   负责人  开始时间    结束时间\n1     方案策划   张三    2025-09-01  2025-09-05\n2     场地布置   李四    2025-10-15  2025-10-14').tables[0];
    expect(spaced?.rows[1]?.cells['end']?.question?.code).toBe('end-before-start');
    const amounts = read('活动预算\n1. 场地费：12,000元\n2. 物料费：8,000元（含设计）\n合计：21,000元').tables[0];
    expect(amounts?.total).toMatchObject({ stated: 21000, computed: 20000, agrees: false });
    const sheet = read('时间\n环节\n负责人\n备注\n9:00-9:30\n签到\n王芳\n发放手环\n9:30-10:00\n开场\n张总\n10:00\n结束').tables[0];
    expect(values(sheet, 'task')).toEqual(['签到', '开场', '结束']);
  });

  it('HTML with spans, a nested table and scripts', () => {
    const document = readHtml('<style>x</style><h2>(二)进度表</h2><table><tr><th>阶段</th><th>时间节点</th><th>任务内容</th></tr><tr><td rowspan="2">前期筹备</td><td>10月1日-5日</td><td>审批</td></tr><tr><td>10月6日</td><td>设计<script>alert(1)</script></td></tr></table>') ?? { blocks: [] };
    const [table] = understand(document, { year: 2025 }).tables;
    expect(table?.title).toBe('进度表');
    expect(values(table, 'phase')).toEqual(['preparation', 'preparation']);
    expect(values(table, 'task')).toEqual(['审批', '设计']);
  });
});

describe('questions', () => {
  it('a year, a period that ends before it starts, a date outside, a range, a number used twice, an unreadable value', () => {
    const table = '序号\t任务名称\t负责人\t时间节点\n1\t设计\t张三\t10月5日-10月1日\n1\t布置\t李四\t11月15日\n2\t执行\t以上各组共同负责落实到位\t9月中旬';
    expect(codes(read(table))).toEqual(['when: end-before-start', 'number: duplicate-number', 'owner: unreadable', 'when: fuzzy-date']);
    expect(codes(read(table, {}))).toEqual(['when: end-before-start', 'number: duplicate-number', 'when: year-missing', 'owner: unreadable', 'when: fuzzy-date']);
    expect(codes(read(table, { campaign: { startOn: '2025-09-01', endOn: '2025-10-22' } }))).toContain('when: outside-campaign');
    expect(codes(read('费用项目\t预算金额\n礼品\t¥1,500-3,200\n代理\t15%服务费\n差旅\t待定'))).toEqual(['amount: range', 'amount: percent-of-total', 'amount: pending']);
  });

  it('T1: people × days × price agrees with the amount, and is asked about when it does not', () => {
    const line = (amount: string): string => `预算科目\t明细说明\t预算金额(元)\t备注\n人员成本\t兼职人员10名(3天)\t${amount}\t200元/人/天`;
    expect(codes(read(line('6,000')))).toEqual([]);
    expect(codes(read(line('6,500')))).toEqual(['amount: product-mismatch']);
    expect(codes(read('项目\t单价\t数量\t小计\n海报\t5\t500\t2500\n折页\t2\t1000\t2100'))).toEqual(['amount: product-mismatch']);
  });

  it('a duration that does not fit its days; working days and calendar days both fit', () => {
    const line = (days: string): string => `任务名称\t开始时间\t结束时间\t工期(天)\n设计\t2025-10-09\t2025-10-15\t${days}`;
    expect(codes(read(line('7')))).toEqual([]);
    // 9–15 October 2025 holds six working days, with the Saturday worked in exchange (调休).
    expect(codes(read(line('6')))).toEqual([]);
    expect(codes(read(line('12')))).toEqual(['duration: duration-mismatch']);
  });

  it('takes the year from the document when it states exactly one', () => {
    expect(read('2025年秋季活动\n任务\t时间\n设计\t10月1日', {}).tables[0]?.rows[0]?.cells['when']?.value).toEqual({ start: '2025-10-01', end: '2025-10-01' });
    expect(codes(read('2025年活动，参照2024年\n任务\t时间\n设计\t10月1日', {}))).toEqual(['when: year-missing']);
  });

  it('speaks both languages', () => {
    const question = (locale: 'zh-CN' | 'en'): string | undefined => read('费用项目\t预算金额\n礼品\t待定', { locale }).tables[0]?.rows[0]?.cells['amount']?.question?.message;
    expect(question('zh-CN')).toBe('这里还没有定下来，请补充。');
    expect(question('en')).toBe('This has not been decided yet. Fill it in.');
  });
});
