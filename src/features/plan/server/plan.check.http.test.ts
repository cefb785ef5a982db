import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDraft, startTestCompany, submitPlanOf, type TestCampaign, type TestCompany } from '#apps/server/testing/company.ts';
import type { FindingView } from '#features/check/check.contract.ts';

let company: TestCompany;
beforeAll(async () => {
  company = await startTestCompany();
});
afterAll(() => company.product.close());

interface Checked {
  readonly findings: readonly FindingView[];
  readonly counts: { readonly error: number; readonly warning: number; readonly hint: number };
  readonly rules: number;
  readonly passed: number;
  readonly can: { readonly fix: boolean };
}
const checked = ({ api }: TestCampaign, person = company.planner) => person.must<Checked>('GET', `${api}/plan/check`);
const insert = async ({ api }: TestCampaign, path: string, ...rows: readonly object[]): Promise<readonly string[]> => {
  const changes = rows.map((fields) => ({ type: 'insert', id: crypto.randomUUID(), fields }));
  await company.planner.must('POST', `${api}/${path}/edits`, { changes });
  return changes.map(({ id }) => id);
};
const update = ({ api }: TestCampaign, path: string, id: string, set: object) => company.planner.must('POST', `${api}/${path}/edits`, { changes: [{ type: 'update', id, set }] });

describe('the check of a draft', () => {
  test('says what is wrong with names and figures, what may be mended, and by whom', async () => {
    const campaign = await makeDraft(company);
    const found = await checked(campaign);
    expect(found.counts.error).toBe(0);
    expect(found.counts.warning + found.counts.hint).toBe(found.findings.length);
    expect(found.passed + new Set(found.findings.map(({ rule }) => rule)).size).toBe(found.rules);
    expect(found.can).toEqual({ fix: true });
    const reserve = found.findings.find(({ rule }) => rule === 'B02');
    // 10 % of the total with the reserve in it: 8,000 × 10 / 90, up to the whole yuan.
    expect(reserve).toMatchObject({ clause: 'P2.2', severity: 'warning', where: { page: 'budget' }, data: { totalCents: 800_000, amountCents: 88_900 }, fix: { kind: 'add_reserve', amountCents: 88_900 } });
  });

  test('is seen by the whole team and mended by those who plan', async () => {
    const campaign = await makeDraft(company);
    expect((await checked(campaign, company.executor)).can).toEqual({ fix: false });
    const tried = await Promise.all([company.executor, company.boss, company.outsider].map(async (person) => (await person.ask('POST', `${campaign.api}/plan/check/fixes`, { key: 'B02' })).status));
    expect(tried).toEqual([403, 403, 404]);
    expect((await company.outsider.ask('GET', `${campaign.api}/plan/check`)).status).toBe(404);
  });

  test('goes by the company’s own days: one more off puts the report off (R1.1)', async () => {
    const campaign = await makeDraft(company);
    await insert(campaign, 'schedule', { phase: 'preparation', title: '物料设计与制作', startOn: '2025-10-09', endOn: '2025-10-09' });
    const about = async () => (await checked(campaign)).findings.filter(({ rule }) => rule === 'S05' || rule === 'S11').map(({ rule, data }) => [rule, data['dueOn'] ?? data['day']]);
    expect(await about()).toEqual([['S11', '2025-10-22']]);
    const rests = { works: false, name: '盘点日' };
    const days = ['2025-10-09', '2025-10-20'];
    await company.product.admin.must('POST', '/api/calendar-days', { changes: days.map((day) => ({ day, from: null, to: rests })) });
    expect(await about()).toEqual([['S05', '2025-10-09'], ['S11', '2025-10-23']]);
    await company.product.admin.must('POST', '/api/calendar-days', { changes: days.map((day) => ({ day, from: rests, to: null })) });
  });

  test('a finding that is gone is not mended twice', async () => {
    const campaign = await makeDraft(company);
    await company.planner.must('POST', `${campaign.api}/plan/check/fixes`, { key: 'B02' });
    const again = await company.planner.ask('POST', `${campaign.api}/plan/check/fixes`, { key: 'B02' });
    expect(again).toMatchObject({ status: 409, body: { code: 'plan.finding_gone', title: expect.stringContaining('已经不在了') } });
  });
});

describe('one click mends', () => {
  let campaign: TestCampaign;
  beforeAll(async () => {
    campaign = await makeDraft(company, '一键修复');
    await company.lead.must('PUT', `${campaign.api}/goals/${campaign.goalId}/parts`, { split: 'phase', parts: [{ name: '预热', fromOn: null, toOn: null, target: 500 }, { name: '爆发', fromOn: null, toOn: null, target: 1_500 }] });
    await update(campaign, 'goals', campaign.goalId, { target: { to: 2_400 } });
    await insert(campaign, 'goals', { metric: '复购率', kind: 'rate', unit: '%', target: 15 });
    await insert(campaign, 'budget', { category: '人员成本', detail: '兼职人员10名(3天)', note: '200元/人/天', amountCents: 650_000 });
    await insert(campaign, 'schedule', { phase: 'preparation', title: '物料设计与制作', whenText: '10月1日-5日', startOn: '2025-10-01', endOn: '2025-10-05' });
    await insert(campaign, 'plan/materials', { name: '宣传册', quantity: 2_000, dueOn: '2025-10-15' });
    await insert(campaign, 'plan/channels', { channel: '公众号', phase: 'warmup', startOn: '2025-10-11', endOn: '2025-10-14' });
  });

  /** Applies the first fix of a rule; answers what was found before, and that it is gone. */
  async function mend(rule: string): Promise<FindingView> {
    const finding = (await checked(campaign)).findings.find((one) => one.rule === rule && one.fix !== null);
    if (!finding) throw new Error(`nothing to mend for ${rule}: ${(await checked(campaign)).findings.map(({ key }) => key).join(' ')}`);
    await company.planner.must('POST', `${campaign.api}/plan/check/fixes`, { key: finding.key });
    expect((await checked(campaign)).findings.map(({ key }) => key)).not.toContain(finding.key);
    return finding;
  }
  const rowsOf = async <T>(path: string, name: string): Promise<readonly T[]> => (await company.planner.must<Record<string, readonly T[]>>('GET', `${campaign.api}/${path}`))[name] ?? [];
  const listOf = async (name: string) => (await company.planner.must<{ lists: Record<string, readonly Record<string, unknown>[]> }>('GET', `${campaign.api}/plan/lists`)).lists[name] ?? [];
  const taskOf = async (title: string) => (await rowsOf<{ title: string }>('schedule', 'tasks')).find((task) => task.title === title);

  test('parts that add up again (G09)', async () => {
    expect(await mend('G09')).toMatchObject({ data: { sum: 2_000, target: 2_400, gap: 400 } });
    const [goal] = await rowsOf<{ parts: { target: number }[] }>('goals', 'goals');
    expect(goal?.parts.map(({ target }) => target)).toEqual([600, 1_800]);
  });
  test('a day for a goal that shows later (G07)', async () => {
    const { fix } = await mend('G07');
    expect((await rowsOf<{ metric: string; dueOn: string }>('goals', 'goals')).find(({ metric }) => metric === '复购率')?.dueOn).toBe(fix?.['dueOn']);
  });
  test('the amount that quantity and price give (B07)', async () => {
    await mend('B07');
    expect((await rowsOf<{ category: string; amountCents: number }>('budget', 'lines')).find(({ category }) => category === '人员成本')?.amountCents).toBe(600_000);
  });
  test('a reserve of the right amount (B02), and one that is too small raised (B03)', async () => {
    await mend('B02');
    const reserve = (await rowsOf<{ id: string; category: string; amountCents: number; ownerText: string }>('budget', 'lines')).at(-1);
    expect(reserve).toMatchObject({ category: '应急备用金', amountCents: 155_600, ownerText: '陈婧' });
    await update(campaign, 'budget', reserve?.id ?? '', { amountCents: { to: 50_000 } });
    await mend('B03');
    expect((await rowsOf<{ amountCents: number }>('budget', 'lines')).at(-1)?.amountCents).toBe(155_600);
  });
  test.each(['B05', 'S03', 'M05', 'C06'])('an owner: the lead (%s)', async (rule) => {
    await mend(rule);
  });
  test('a task moved off the holiday (S05): back before the period began, so on to the next working day', async () => {
    expect(await mend('S05')).toMatchObject({ data: { day: '2025-10-05', to: '2025-10-09' } });
    expect(await taskOf('物料设计与制作')).toMatchObject({ startOn: '2025-10-01', endOn: '2025-10-09', whenText: '10月1日-9日' });
  });
  test('set-up on the day before (S09), the report by the third working day (S11), the daily report (S12), the briefing (S13)', async () => {
    for (const rule of ['S09', 'S11', 'S12', 'S13']) await mend(rule);
    expect(await taskOf('场地布置与设备调试')).toMatchObject({ phase: 'execution', startOn: '2025-10-15', endOn: '2025-10-15', whenText: '10月15日', ownerText: '后勤组' });
    expect(await taskOf('数据整理与评估报告输出')).toMatchObject({ phase: 'retrospective', startOn: '2025-10-20', endOn: '2025-10-22', whenText: '10月20日-22日' });
    expect(await taskOf('每日数据统计与日报')).toMatchObject({ startOn: '2025-10-16', endOn: '2025-10-18' });
    expect(await taskOf('方案宣贯会')).toMatchObject({ phase: 'preparation', startOn: '2025-10-09' });
  });
  test('materials that are there a day before the set-up (M02)', async () => {
    await mend('M02');
    expect(await listOf('materials')).toMatchObject([{ dueOn: '2025-10-14', ownerText: '陈婧' }]);
  });
  test('staff two hours ahead: a task, and on the run sheet a step before the opening (S10)', async () => {
    await mend('S10');
    expect(await taskOf('执行组提前2小时到岗')).toMatchObject({ startOn: '2025-10-16' });
    await insert(campaign, 'plan/steps', { day: 1, startTime: '10:00', minutes: 60, title: '开场迎客', ownerText: '执行组' }, { day: 2, startTime: '10:30', minutes: 60, title: '开场迎客', ownerText: '执行组' });
    expect(await mend('S10')).toMatchObject({ data: { kind: 'short', day: 1 } });
    expect(await mend('S10')).toMatchObject({ data: { kind: 'short', day: 2 } });
    expect((await listOf('steps')).map(({ day, startTime, title }) => [day, startTime, title])).toEqual([
      [1, '08:00', '执行组到岗与岗前会'], [1, '10:00', '开场迎客'], [2, '08:30', '执行组到岗与岗前会'], [2, '10:30', '开场迎客'],
    ]);
  });
  test('the four zones (O03) and a survey (O06)', async () => {
    await mend('O03');
    await mend('O06');
    expect((await listOf('zones')).map(({ name }) => name)).toEqual(['签到区', '体验区', '咨询台', '应急组']);
    expect((await listOf('questions')).length).toBe(4);
  });
  test('the responses of the standard (R01), the missing ones (R02), and the gravest first (R05)', async () => {
    await mend('R01');
    const [, , complaint] = await listOf('risks');
    await company.planner.must('POST', `${campaign.api}/plan/risks/edits`, { changes: [{ type: 'delete', id: complaint?.['id'] }] });
    expect(await mend('R02')).toMatchObject({ data: { kinds: ['complaint'] } });
    await insert(campaign, 'plan/risks', { risk: '踩踏', kind: 'crowd', probability: 'high', effect: 'high', trigger: '密度过高', prevention: '限流', response: '疏散', ownerText: '王芳' });
    await mend('R05');
    expect((await listOf('risks')).map(({ risk }) => risk)).toEqual(['踩踏', '人流过多', '设备故障', '用户投诉']);
  });
  test('a period that ends before the report is due (P06)', async () => {
    await company.planner.must('PATCH', campaign.api, { endsOn: '2025-10-21' });
    await mend('P06');
    expect(await company.planner.must('GET', campaign.api)).toMatchObject({ endsOn: '2025-10-22' });
  });
  test('leaves its traces in the history, as the person’s own edits', async () => {
    const { events } = await company.lead.must<{ events: { kind: string; actorName: string }[] }>('GET', `${campaign.api}/history?limit=200`);
    const kinds = new Set(events.filter(({ actorName }) => actorName === '刘洋').map(({ kind }) => kind));
    for (const kind of ['budget_line_created', 'task_created', 'task_changed', 'zone_created', 'risk_moved', 'campaign.changed']) expect([...kinds]).toContain(kind);
  });
});

describe('a submission', () => {
  test('needs a sentence to every warning: each its own, or one for all; they are frozen with the version', async () => {
    const campaign = await makeDraft(company);
    const refused = await company.planner.ask('POST', `${campaign.api}/plan/submissions`, {});
    expect(refused).toMatchObject({ status: 409, body: { code: 'plan.warnings_unanswered', title: expect.stringContaining('列有应急备用金') } });
    const warned = [...new Set((await checked(campaign)).findings.filter(({ severity }) => severity === 'warning').map(({ rule }) => rule))];
    const all = Object.fromEntries(warned.map((rule) => [rule, `已核对 ${rule}`]));
    const open = await company.planner.ask('POST', `${campaign.api}/plan/submissions`, { answers: { ...all, B02: ' ' } });
    expect(open).toMatchObject({ status: 409, body: { title: '过审检查还有没说明的问题：列有应急备用金。请逐条写明原因，或写一句统一的说明，再提交。' } });
    const { approvalId } = await company.planner.must<{ approvalId: string }>('POST', `${campaign.api}/plan/submissions`, { answers: { B02: '总部另有备用金' }, answer: '小型活动，按简化方案执行' });
    const { content } = await company.boss.must<{ content: { check: { rule: string; severity: string; what: string; answer: string }[] } }>('GET', `/api/approvals/${approvalId}`);
    expect(content.check.find(({ rule }) => rule === 'B02')).toEqual({ rule: 'B02', clause: 'P2.2', severity: 'warning', what: '预算合计 ¥8,000，没有应急备用金。', answer: '总部另有备用金' });
    expect(content.check.filter(({ severity }) => severity === 'warning').every(({ answer }) => answer !== '')).toBe(true);
    expect(content.check.find(({ rule }) => rule === 'C01')?.answer).toBe('小型活动，按简化方案执行');
  });

  test('with a word that the law names is refused until it is gone', async () => {
    const campaign = await makeDraft(company);
    await company.planner.must('PATCH', campaign.api, { theme: '国家级新品，最佳体验' });
    const refused = await company.planner.ask('POST', `${campaign.api}/plan/submissions`, { answer: '照旧' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'plan.incomplete', title: '方案还不能提交，请先做到：不用“国家级、最高级、最佳”。' } });
    await company.planner.must('PATCH', campaign.api, { theme: '新品上市，先人一步' });
    await submitPlanOf(company, campaign);
  });

  test('is held against the rules as the company set them', async () => {
    const campaign = await makeDraft(company);
    const stranger = await company.lead.ask('PUT', '/api/check-rules/C01', { off: true, severity: null });
    expect(stranger.status).toBe(403);
    await company.boss.must('PUT', '/api/check-rules/C01', { off: true, severity: null });
    await company.boss.must('PUT', '/api/check-rules/T01', { off: false, severity: 'error' });
    const { findings } = await checked(campaign);
    expect(findings.some(({ rule }) => rule === 'C01')).toBe(false);
    expect(findings.find(({ rule }) => rule === 'T01')).toMatchObject({ severity: 'error' });
    expect((await company.planner.ask('POST', `${campaign.api}/plan/submissions`, { answer: '照旧' })).body).toMatchObject({ code: 'plan.incomplete', title: expect.stringContaining('各小组有人') });
    await company.boss.must('PUT', '/api/check-rules/T01', { off: false, severity: null });
    await company.boss.must('PUT', '/api/check-rules/C01', { off: false, severity: null });
  });
});

describe('on the command line', () => {
  const ROOT = join(import.meta.dirname, '../../../..');
  const run = (args: readonly string[], env: Readonly<Record<string, string>> = { DATABASE_URL: company.product.databaseUrl }): Promise<{ code: number; out: string; err: string }> =>
    new Promise((resolve) => {
      execFile(process.execPath, ['src/apps/server/cli.ts', 'check', ...args], { cwd: ROOT, env: { PATH: process.env['PATH'], HOME: process.env['HOME'], LANG: 'C.UTF-8', ...env } }, (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }));
    });

  test('prints the findings of a plan by its id or its name, and exits with 0 while nothing must be mended', { timeout: 60_000 }, async () => {
    const campaign = await makeDraft(company, '命令行检查');
    const shown = await checked(campaign);
    for (const name of [campaign.id, '命令行检查']) {
      const { code, out } = await run([name, '--json']);
      expect(code).toBe(0);
      const told = JSON.parse(out) as { campaign: object; good: boolean; counts: object; findings: { rule: string; what: string; fixable: boolean }[] };
      expect(told).toMatchObject({ campaign: { id: campaign.id, name: '命令行检查' }, good: true, counts: shown.counts, rules: shown.rules, passed: shown.passed });
      expect(told.findings.find(({ rule }) => rule === 'B02')).toMatchObject({ what: '预算合计 ¥8,000，没有应急备用金。', fixable: true });
    }
    const english = await run(['命令行检查', '--locale', 'en']);
    expect(english.out).toContain('The budget of ¥8,000 has no contingency reserve.');
  });

  test('exits with 1 where something must be mended, and 2 for a wrong call', { timeout: 60_000 }, async () => {
    await company.lead.must('POST', '/api/campaigns', { name: '只有名字', scenario: 'launch', startsOn: '2026-01-01', endsOn: '2026-01-31' });
    const bad = await run(['只有名字']);
    expect(bad).toMatchObject({ code: 1, out: expect.stringContaining('✗ G01 (P1.1) 还没有目标。') });
    expect(await run([])).toMatchObject({ code: 2, err: expect.stringContaining('用法') });
    expect(await run(['没有这个活动'])).toMatchObject({ code: 2, err: '没有找到活动“没有这个活动”。请写编号或完整的名称。\n' });
    expect(await run(['一键修复'], { MUSTER_DATA: '/nonexistent/data' })).toMatchObject({ code: 2, err: expect.stringContaining('没有点兵的数据库') });
  });
});

test('a company without management has nobody to approve a spending (B06)', async () => {
  const campaign = await makeDraft(company, '没有管理层');
  for (const boss of [company.boss, company.otherBoss]) await company.product.admin.must('PATCH', `/api/people/${boss.id}`, { disabled: true });
  await company.product.admin.must('PATCH', `/api/people/${company.finance.id}`, { disabled: true });
  const { findings } = await checked(campaign);
  expect(findings.filter(({ rule }) => rule === 'B06')).toMatchObject([{ severity: 'warning', where: { page: 'budget', id: campaign.lineId }, data: { name: '物料制作费', amountCents: 800_000 } }]);
});
