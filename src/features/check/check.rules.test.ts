import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passingPlan } from './check.fixture.ts';
import { ruleWords } from './check.messages.ts';
import { boundsOf, CHECK_RULES, passedRules, runCheck, severityOf } from './check.rules.ts';
import type { CheckedPlan } from './check.value.ts';

type ListName = { [K in keyof CheckedPlan]-?: CheckedPlan[K] extends readonly { readonly id: string }[] ? K : never }[keyof CheckedPlan];
type Row<L extends ListName> = CheckedPlan[L][number];

/** The passing plan with one row of a list changed. */
const edit = <L extends ListName>(list: L, id: string, fields: Partial<Row<L>>): CheckedPlan => ({ ...passingPlan, [list]: (passingPlan[list] as readonly Row<L>[]).map((row) => (row.id === id ? { ...row, ...fields } : row)) });
const without = <L extends ListName>(list: L, ...ids: readonly string[]): CheckedPlan => ({ ...passingPlan, [list]: (passingPlan[list] as readonly Row<L>[]).filter((row) => !ids.includes(row.id)) });
const plus = <L extends ListName>(list: L, from: string, fields: Partial<Row<L>>): CheckedPlan =>
  ({ ...passingPlan, [list]: [...passingPlan[list], { ...(passingPlan[list] as readonly Row<L>[]).find((row) => row.id === from), id: 'new', ...fields }] });
const none = (...lists: readonly ListName[]): CheckedPlan => ({ ...passingPlan, ...Object.fromEntries(lists.map((list) => [list, []])) });
const basics = (fields: Partial<CheckedPlan['campaign']>): CheckedPlan => ({ ...passingPlan, campaign: { ...passingPlan.campaign, ...fields } });
const section = (words: string): CheckedPlan => plus('sections', 's1', { words });

/** What breaks each rule, and a part of what is then said. */
const BROKEN: readonly (readonly [rule: string, plan: CheckedPlan, says: string])[] = [
  ['P01', basics({ leadId: null }), '还没有总负责人'],
  ['P02', basics({ theme: ' ' }), '活动主题还是空的'],
  ['P03', basics({ audience: '' }), '没有写明目标人群'],
  ['P04', basics({ eventFrom: null, eventTo: null }), '已安排 6 个现场环节、4 个区域'],
  ['P05', basics({ startsOn: '2031-09-15', endsOn: '2031-10-24' }), '2031 年的放假安排尚未公布'],
  ['P06', basics({ endsOn: '2025-10-20' }), '现场 10月18日结束，评估报告最晚 2025年10月22日提交'],
  ['P07', edit('tasks', 't2', { note: '地点待定' }), '文中还留着“待定”'],
  ['P08', none('personas'), '已排 3 条渠道，但没有目标人群画像'],
  ['P09', none('sections'), '方案正文还没有写：活动主题、目标人群、渠道策略、流程设计、应急预案'],
  ['P10', { ...passingPlan, today: '2025-09-16' }, '2025年9月15日就开始了'],
  ['G01', none('goals'), '还没有目标'],
  ['G02', edit('goals', 'g1', { target: 0, parts: [] }), '“新品订单量”没有目标值'],
  ['G03', edit('goals', 'g1', { metric: '提升品牌影响力', known: null }), '“提升品牌影响力”'],
  ['G04', edit('goals', 'g1', { measure: '', known: null }), '没有写怎么统计'],
  ['G05', edit('goals', 'g1', { past: { n: 3, low: 300, high: 500 } }), '过去 3 场同类活动'],
  ['G06', edit('goals', 'g1', { reason: '' }), '没有写它为什么重要'],
  ['G07', edit('goals', 'g2', { dueOn: null }), '还没有截止日'],
  ['G08', edit('goals', 'g1', { level: 'supporting' }), '2 个目标都标为辅助目标'],
  ['G09', edit('goals', 'g1', { target: 2_400 }), '合计 2,000 单，与目标值 2,400 单还差 400 单'],
  ['G10', { ...passingPlan, channels: passingPlan.channels.map((slot) => ({ ...slot, metric: '曝光量' })) }, '没有任何渠道承担关键目标“新品订单量”'],
  ['G11', edit('channels', 'c2', { target: 1_000 }), '3 条渠道的“新品订单量”合计 1,800 单，少于目标 2,000 单'],
  ['G12', plus('goals', 'g2', {}), '“复购率”出现了不止一次'],
  ['G13', plus('goals', 'g2', { metric: '销售额', kind: 'money', unit: '万元', target: 4 }), '预算 ¥46,000，比目标“销售额” ¥4 还多'],
  ['B01', { ...passingPlan, budget: passingPlan.budget.map((line) => ({ ...line, amountCents: 0 })) }, '预算合计为 0'],
  ['B02', without('budget', 'b5'), '预算合计 ¥41,000，没有应急备用金'],
  ['B03', edit('budget', 'b5', { amountCents: 300_000 }), '应急备用金 ¥3,000，占合计 ¥44,000 的 6.82%，低于 10%'],
  ['B04', edit('budget', 'b5', { amountCents: 1_000_000 }), '占合计 ¥51,000 的 19.61%，高于 15%'],
  ['B05', edit('budget', 'b2', { ownerText: '' }), '“线上推广费” ¥15,000 没有负责人'],
  ['B06', edit('budget', 'b3', { routed: false }), '“场地租赁费” ¥12,000 的用款申请没有人能审批'],
  ['B07', edit('budget', 'b4', { amountCents: 650_000 }), '10 名 × 3 天 × 200 元 = 6,000，金额却是 ¥6,500，多了 ¥500'],
  ['B08', edit('budget', 'b3', { amountCents: 0 }), '“场地租赁费”的金额是 0'],
  ['B09', edit('channels', 'c2', { amountCents: 1_300_000 }), '从“线上推广费”要用 ¥16,000，科目只有 ¥15,000，超出 ¥1,000'],
  ['B10', edit('channels', 'c2', { category: '媒体投放' }), '“媒体投放” ¥12,000，预算表里没有'],
  ['B11', without('budget', 'b1'), '方案里有物料制作安排，预算表却没有对应的科目'],
  ['B12', edit('budget', 'b3', { amountCents: 9_000_000 }), '超过 60%'],
  ['B13', plus('budget', 'b2', {}), '“线上推广费”有两行一样的（朋友圈广告投放）'],
  ['B14', edit('budget', 'b3', { detail: '' }), '“场地租赁费” ¥12,000 没有明细说明'],
  ['T01', { ...passingPlan, team: passingPlan.team.filter(({ group }) => group !== 'monitoring') }, '监控组还没有成员'],
  ['T02', edit('tasks', 't3', { ownerText: '郑远、李想' }), '郑远负责“物料设计与制作”，却不在活动小组里'],
  ['T03', { ...edit('tasks', 't5', { ownerText: '王芳' }), team: [...passingPlan.team, { userId: 'x', name: '何静', group: 'monitoring' }] }, '何静在小组里，但没有任何任务'],
  ['T04', { ...passingPlan, team: [...passingPlan.team, { userId: 'zhao', name: '赵敏', group: 'execution' }, { userId: 'zhao', name: '赵敏', group: 'planning' }] }, '赵敏同时在 3 个组'],
  ['T05', none('areas'), '还没有分工表'],
  ['T06', edit('areas', 'a1', { responsible: '' }), '“物料”没有写谁负责（R）'],
  ['T07', edit('areas', 'a1', { accountable: '陈婧、刘洋' }), '有几个人批准（A）：陈婧、刘洋'],
  ['T08', { ...edit('areas', 'a1', { accountable: '后勤组' }), team: [...passingPlan.team, { userId: 'y', name: '何静', group: 'logistics' }] }, '由后勤组批准，组里不止一人'],
  ['S01', none('tasks'), '进度表里还没有任务'],
  ['S02', edit('tasks', 't1', { startOn: null, endOn: null, whenText: '九月中旬' }), '时间“九月中旬”读不出日期'],
  ['S03', edit('tasks', 't3', { ownerText: '' }), '“物料设计与制作”没有负责人'],
  ['S04', edit('tasks', 't1', { startOn: '2024-09-15', endOn: '2024-09-20' }), '不在活动周期（9月15日至 10月24日）之内'],
  ['S05', edit('tasks', 't3', { endOn: '2025-10-05' }), '在 10月5日到期，那天是国庆节假期'],
  ['S06', edit('tasks', 't2', { startOn: '2025-09-18', endOn: '2025-09-18' }), '“方案宣贯会”排在 9月18日，但它的前置任务“活动方案审批与团队分工”使它最早要到 9月19日'],
  ['S07', edit('tasks', 't3', { startOn: '2025-10-16', endOn: '2025-10-17' }), '列在前期筹备，日期却是 10月16日'],
  ['S08', without('tasks', 't6'), '后期复盘没有任务'],
  ['S09', without('tasks', 't4'), '没有安排场地布置与设备调试，10月16日就是现场'],
  ['S10', edit('steps', 'o21', { startTime: '08:30' }), '现场第 2 天 08:30 才有人到岗，10:00“开场迎客”，不足 2 小时'],
  ['S11', without('tasks', 't6'), '没有安排评估报告。活动 2025年10月18日结束，报告最晚 2025年10月22日提交'],
  ['S12', edit('tasks', 't5', { note: '' }), '没有安排每日数据统计与日报'],
  ['S13', without('tasks', 't2'), '没有安排宣贯会'],
  ['S14', edit('tasks', 't3', { note: '' }), '物料清单有 2 项，进度里没有验收'],
  ['S15', edit('tasks', 't4', { note: '' }), '没有安排网络和电力测试'],
  ['C01', none('channels'), '还没有渠道排期'],
  ['C02', edit('channels', 'c1', { startOn: '2025-10-06' }), '预热期 10月6日至 10月14日，共 9 天'],
  ['C03', without('channels', 'c3'), '渠道排期缺少延续期'],
  ['C04', edit('channels', 'c2', { startOn: '2025-10-17' }), '爆发期 10月17日至 10月18日，没有覆盖现场第一天 10月16日'],
  ['C05', edit('channels', 'c2', { target: null }), '渠道“朋友圈广告”花 ¥12,000，“新品订单量”没有目标值'],
  ['C06', edit('channels', 'c1', { ownerText: '' }), '渠道“公众号”没有负责人'],
  ['C07', edit('channels', 'c3', { startOn: null, endOn: null }), '渠道“社群”（延续期）没有日期'],
  ['C08', edit('channels', 'c3', { endOn: '2025-10-31' }), '渠道“社群”的日期不在活动周期'],
  ['C09', edit('channels', 'c1', { startOn: '2025-10-08', endOn: '2025-10-11' }), '中间空了 3 天'],
  ['M01', none('materials'), '没有物料清单'],
  ['M02', edit('materials', 'm2', { dueOn: '2025-10-15' }), '“宣传册” 10月15日到货，10月15日就要布置'],
  ['M03', edit('materials', 'm1', { dueOn: null }), '“海报”没有到货日期'],
  ['M04', edit('materials', 'm1', { quantity: null }), '“海报”没有数量'],
  ['M05', edit('materials', 'm1', { ownerText: '' }), '“海报”没有负责人'],
  ['M06', edit('materials', 'm1', { category: '印刷费' }), '费用科目“印刷费”在预算表里没有'],
  ['O01', none('steps'), '现场 10月16日开始，还没有现场流程'],
  ['O02', edit('steps', 'o12', { startTime: '08:30', ownerText: '王芳' }), '王芳在第 1 天 08:30 同时负责“执行组到岗与岗前会”和“开场迎客”'],
  ['O03', without('zones', 'z3', 'z4'), '现场分区缺少咨询台、应急组'],
  ['O04', edit('zones', 'z2', { staff: null, ownerText: '' }), '“体验区”没有安排人'],
  ['O05', without('steps', 'o31', 'o32'), '10月18日没有现场流程'],
  ['O06', none('questions'), '没有准备反馈问卷'],
  ['O07', edit('questions', 'q2', { choices: '公众号' }), '“您从哪里知道这次活动？”没有足够的选项'],
  ['O08', edit('steps', 'o12', { ownerText: '' }), '现场环节“开场迎客”没有负责人'],
  ['O09', edit('steps', 'o32', { startTime: null }), '现场环节“开场迎客”没有开始时间'],
  ['O10', { ...passingPlan, zones: passingPlan.zones.map((zone) => ({ ...zone, capacity: null })) }, '各区域都没有写容量'],
  ['R01', none('risks'), '还没有应急预案'],
  ['R02', without('risks', 'r3'), '应急预案没有写用户投诉'],
  ['R03', edit('risks', 'r2', { response: '' }), '风险“设备故障”没有应对措施'],
  ['R04', edit('risks', 'r2', { ownerText: '' }), '风险“设备故障”没有负责人'],
  ['R05', { ...passingPlan, risks: passingPlan.risks.toReversed() }, '“人流过多”风险等级高，却排在较低的后面'],
  ['R06', edit('risks', 'r1', { trigger: '' }), '“人流过多”风险等级高，没有写触发条件'],
  ['R07', edit('sections', 's2', { words: '在露天广场举行。' }), '方案提到“露天”，应急预案没有写天气'],
  ['D01', { ...none('data'), questions: [{ id: 'q', question: '请留下您的手机号，便于兑奖', kind: 'text', choices: '' }] }, '方案要收集个人信息（“手机号”）'],
  ['D02', edit('data', 'd1', { purpose: '' }), '收集“手机号”没有写明用途'],
  ['D03', edit('data', 'd1', { consent: '' }), '没有写明怎样征得同意'],
  ['D04', edit('data', 'd1', { keepUntil: null }), '“手机号”没有写保存到哪天'],
  ['D05', edit('data', 'd1', { keepUntil: '2030-01-01' }), '超过活动结束后 24 个月'],
  ['D06', edit('data', 'd1', { item: '身份证号' }), '“身份证号”属于敏感个人信息，没有写单独同意'],
  ['D07', basics({ audience: '亲子家庭' }), '活动面向“亲子”'],
  ['W01', basics({ theme: '国家级品质，最佳选择' }), '文中有“国家级”、“最佳”'],
  ['W02', edit('channels', 'c1', { content: '全网销量第一的新品' }), '文中有“销量第一”'],
  ['W03', section('承诺 100%有效，永久免费。'), '文中有“100%有效”、“永久免费”'],
  ['W04', section('新品具有降血压的功能。'), '文中有“降血压”'],
  ['W05', section('这款理财保本。'), '文中有“保本”'],
  ['W06', section('报名即包过。'), '文中有“包过”'],
  ['W07', edit('channels', 'c2', { content: '现场抽奖，送大奖' }), '文中有“抽奖”、“大奖”'],
  ['W08', section('国家机关指定产品。'), '文中有“国家机关指定”'],
  ['W09', section('性能完爆友商。'), '文中有“完爆”'],
];

test('a complete plan has nothing to find', () => {
  expect(runCheck(passingPlan).map((finding) => `${finding.key} ${ruleWords(finding.rule, 'zh-CN').what(finding.data)}`)).toEqual([]);
  expect(passedRules([])).toBe(CHECK_RULES.length);
});

test('every rule has an id of its own, a test that breaks it, and its words', () => {
  const ids = CHECK_RULES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThanOrEqual(40);
  expect(ids.toSorted()).toEqual([...new Set(BROKEN.map(([rule]) => rule))].toSorted());
});

test.each(BROKEN)('%s fails and says what is wrong', (rule, plan, says) => {
  const finding = runCheck(plan).find((one) => one.rule === rule);
  expect(finding).toBeDefined();
  const { clause = '', data = {} } = finding ?? {};
  expect(clause).toMatch(/^(?:[SPERT]\d(?:\.\d)?|T\d)$/);
  expect(ruleWords(rule, 'zh-CN').what(data)).toContain(says);
  for (const locale of ['zh-CN', 'en'] as const) {
    const { name, what, mend } = ruleWords(rule, locale);
    for (const text of [name, what(data), mend(data)]) expect(text).not.toMatch(/undefined|NaN|null|\[object|Invalid/);
  }
});

describe('findings', () => {
  test('come with the gravest first and a key of their own', () => {
    const findings = runCheck({ ...none('goals', 'materials', 'risks'), today: '2026-01-01' });
    expect(findings[0]).toMatchObject({ rule: 'G01', severity: 'error', key: 'G01' });
    const order = ['error', 'warning', 'hint'];
    const places = findings.map(({ severity }) => order.indexOf(severity));
    expect(places).toEqual(places.toSorted());
    expect(new Set(findings.map(({ key }) => key)).size).toBe(findings.length);
  });

  test('of one rule about several rows are told apart by the row', () => {
    const plan = { ...passingPlan, materials: passingPlan.materials.map((one) => ({ ...one, dueOn: null })) };
    expect(runCheck(plan).filter(({ rule }) => rule === 'M03').map(({ key }) => key)).toEqual(['M03:m1', 'M03:m2']);
  });
});

describe('what a company changes', () => {
  const broken = edit('channels', 'c1', { startOn: '2025-10-06' });
  test('a rule that is off finds nothing, and is not counted as passed', () => {
    const findings = runCheck(broken, { C02: { off: true } });
    expect(findings).toEqual([]);
    expect(passedRules(findings, { C02: { off: true } })).toBe(CHECK_RULES.length - 1);
  });
  test('bounds and severity are its own', () => {
    expect(runCheck(broken, { C02: { bounds: { from: 3, to: 9 } } })).toEqual([]);
    expect(runCheck(broken, { C02: { severity: 'hint' } })[0]).toMatchObject({ rule: 'C02', severity: 'hint' });
  });
  test('a bound out of range is passed over, and an essential rule stays', () => {
    const rule = CHECK_RULES.find(({ id }) => id === 'C02');
    expect(rule && boundsOf(rule, { C02: { bounds: { from: 0, to: 5 } } })).toEqual({ from: 3, to: 5 });
    const goals = CHECK_RULES.find(({ id }) => id === 'G01');
    expect(goals && severityOf(goals, { G01: { severity: 'hint' } })).toBe('error');
    expect(runCheck(none('goals'), { G01: { off: true } })[0]?.rule).toBe('G01');
  });
});

describe('what must come before what (S06)', () => {
  const linked = (type: 'FS' | 'SS' | 'FF' | 'SF', lagDays: number, lagUnit: 'day' | 'workday', startOn: string, endOn: string) =>
    runCheck(edit('tasks', 't2', { startOn, endOn, links: [{ predecessorId: 't1', type, lagDays, lagUnit }] })).filter(({ rule }) => rule === 'S06');
  // t1 lasts from Monday 15 to Friday 19 September 2025.
  test.each([
    ['FS', 0, 'day', '2025-09-19', '2025-09-19', null], ['FS', 0, 'day', '2025-09-18', '2025-09-26', '2025-09-19'], ['FS', 1, 'workday', '2025-09-20', '2025-09-22', '2025-09-22'], ['FS', 1, 'day', '2025-09-20', '2025-09-22', null],
    ['FS', -2, 'workday', '2025-09-17', '2025-09-22', null], ['SS', 2, 'day', '2025-09-16', '2025-09-22', '2025-09-17'], ['SS', 0, 'day', '2025-09-15', '2025-09-22', null],
    ['FF', 0, 'day', '2025-09-15', '2025-09-18', '2025-09-19'], ['FF', 0, 'day', '2025-09-15', '2025-09-19', null], ['SF', 3, 'day', '2025-09-15', '2025-09-17', '2025-09-18'], ['SF', 0, 'day', '2025-09-15', '2025-09-15', null],
  ] as const)('%s %i %s: %s to %s', (type, lagDays, lagUnit, startOn, endOn, limit) => {
    expect(linked(type, lagDays, lagUnit, startOn, endOn).map(({ data }) => data['limit'])).toEqual(limit === null ? [] : [limit]);
  });
});

describe('days off (S05)', () => {
  const found = (title: string, phase: 'preparation' | 'execution' | 'retrospective', endOn: string) => runCheck(plus('tasks', 't1', { title, phase, startOn: null, endOn })).find(({ rule }) => rule === 'S05');
  test.each([
    ['a weekend', 'preparation', '2025-09-20', { day: '2025-09-20', holidayZh: '', to: '2025-09-19' }], ['a holiday on a weekday', 'preparation', '2025-10-07', { day: '2025-10-07', holidayZh: '国庆节', to: '2025-09-30' }],
    ['after the event, put off', 'retrospective', '2025-10-19', { day: '2025-10-19', holidayZh: '', to: '2025-10-20' }],
  ] as const)('%s', (_, phase, endOn, data) => expect(found('整理资料', phase, endOn)?.data).toMatchObject(data));
  test.each([['a Saturday that is worked (调休)', '2025-10-11'], ['a Sunday that is worked', '2025-09-28'], ['a day on site', '2025-10-18'], ['an ordinary Monday', '2025-09-22']])('not %s', (_, endOn) => expect(found('整理资料', 'execution', endOn)).toBeUndefined());
});

describe('staff ahead of the opening (S10)', () => {
  const withTasks = (note: string) => runCheck({ ...none('steps'), tasks: passingPlan.tasks.map((task) => (task.id === 't5' ? { ...task, note: `${note}，每日出日报` } : task)) }).find(({ rule }) => rule === 'S10');
  test.each(['提前2小时到岗', '执行组提前两个小时到场', '提前 3 小时集合'])('%s is enough', (note) => expect(withTasks(note)).toBeUndefined());
  test.each(['提前1小时到岗', '提前2小时通知', '准时到岗'])('%s is not', (note) => expect(withTasks(note)).toMatchObject({ data: { kind: 'missing' }, fix: { kind: 'add_task', task: 'arrival' } }));
});

describe('a plan in any state', () => {
  const LISTS = ['goals', 'budget', 'team', 'tasks', 'sections', 'personas', 'channels', 'materials', 'steps', 'zones', 'risks', 'questions', 'data', 'areas'] as const;
  const emptied = (row: Readonly<Record<string, unknown>>, blank: ReadonlySet<number>): Record<string, unknown> =>
    Object.fromEntries(Object.entries(row).map(([field, value], index) => {
      if (!blank.has(index) || field === 'id' || field === 'userId' || field === 'group') return [field, value];
      if (typeof value === 'string') return [field, /^\d{4}-\d{2}-\d{2}$|^\d{2}:\d{2}$/.test(value) ? null : field === 'kind' || field === 'phase' || field === 'level' || field === 'direction' || field === 'probability' || field === 'effect' ? value : ''];
      if (typeof value === 'number') return [field, 0];
      return [field, Array.isArray(value) ? [] : value];
    }));
  test('is checked without failing, and every finding has its words in both languages', () => {
    fc.assert(fc.property(fc.record(Object.fromEntries(LISTS.map((list) => [list, fc.tuple(fc.integer({ min: 0, max: 6 }), fc.uniqueArray(fc.integer({ min: 0, max: 14 })))]))), fc.boolean(), (changes, noEvent) => {
      const lists = Object.fromEntries(LISTS.map((list) => {
        const [kept, blank] = changes[list] ?? [6, []];
        return [list, passingPlan[list].slice(0, kept).map((row) => emptied(row as unknown as Record<string, unknown>, new Set(blank)))];
      }));
      const plan = { ...passingPlan, ...lists, campaign: { ...passingPlan.campaign, ...(noEvent ? { eventFrom: null, eventTo: null } : {}) } } as CheckedPlan;
      const findings = runCheck(plan);
      expect(new Set(findings.map(({ key }) => key)).size).toBe(findings.length);
      for (const { rule, data } of findings) for (const locale of ['zh-CN', 'en'] as const) expect(`${ruleWords(rule, locale).what(data)}${ruleWords(rule, locale).mend(data)}`).not.toMatch(/undefined|NaN|null|\[object|Invalid/);
    }), { numRuns: 60 });
  });
});

describe('the working days of the report (R1.1)', () => {
  test.each([['2025', '2025年10月22日'], ['2024', '2024年10月23日'], ['2026', '2026年10月21日']])('an event that ends on 18 October %s: by %s', (year, dueOn) => {
    const moved = JSON.parse(JSON.stringify(without('tasks', 't6')).replaceAll('2025-', `${year}-`)) as CheckedPlan;
    const finding = runCheck(moved).find(({ rule }) => rule === 'S11');
    expect(ruleWords('S11', 'zh-CN').what(finding?.data ?? {})).toContain(`报告最晚 ${dueOn}提交`);
    expect(ruleWords('S11', 'zh-CN').mend(finding?.data ?? {})).toContain(`3 个工作日是 ${dueOn}`);
  });
  test('a late report is told with both days, and moved to the last one', () => {
    const finding = runCheck(edit('tasks', 't6', { endOn: '2025-10-23' })).find(({ rule }) => rule === 'S11');
    expect(finding).toMatchObject({ data: { kind: 'late', day: '2025-10-23', dueOn: '2025-10-22' }, fix: { kind: 'move_task', id: 't6', endOn: '2025-10-22' } });
  });
});
