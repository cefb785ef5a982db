import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestProduct, type TestProduct } from '#apps/server/testing/product.ts';
import { addRow, draftCampaign, historyOf, joinTeam, moveTo, type TestTeam } from '#features/campaign/server/campaign.factory.ts';
import type { TestPerson } from '#platform/server/testing/http.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import type { RowOutcomes } from '#platform/shared/rows.ts';
import type { getBaseline } from '../../baseline/schedule.baseline.contract.ts';
import type { listSchedule } from '../../schedule.contract.ts';
import type { previewDDay } from '../../baseline/schedule.rebase.contract.ts';

let product: TestProduct;
let team: TestTeam;

beforeAll(async () => {
  product = await startTestProduct();
  team = await joinTeam(product);
}, 120_000);
afterAll(() => product.close());

const tasksOf = async (id: string) => (await team.lead.must<OutputOf<typeof listSchedule>>('GET', `/api/campaigns/${id}/schedule`)).tasks;
const daysOf = async (id: string) => (await tasksOf(id)).map(({ title, whenText, startOn, endOn }) => [title, whenText, startOn, endOn]);
const basics = (person: TestPerson, id: string, body: object) => person.ask('PATCH', `/api/campaigns/${id}`, body);
const edit = async (person: TestPerson, id: string, ...changes: object[]) => (await person.must<RowOutcomes>('POST', `/api/campaigns/${id}/schedule/edits`, { changes })).outcomes;
const preview = (person: TestPerson, id: string, query: string) => person.ask('GET', `/api/campaigns/${id}/schedule/d-day?${query}`);
const baselineOf = async (id: string) => (await team.execution.must<OutputOf<typeof getBaseline>>('GET', `/api/campaigns/${id}/schedule/baseline`)).baseline;

/** Two tasks told from the event, one on days of its own, one that is done. */
async function planned() {
  const campaignId = await draftCampaign(team);
  const row = (fields: object) => addRow(team.planning, campaignId, 'schedule', fields);
  const ids = {
    design: await row({ phase: 'preparation', title: '物料设计', whenText: 'D-10~D-6' }),
    setUp: await row({ phase: 'execution', title: '场地布置', whenText: '活动前1天' }),
    print: await row({ phase: 'preparation', title: '物料到货', whenText: '10月15日', startOn: '2025-10-15', endOn: '2025-10-15' }),
    kickoff: await row({ phase: 'preparation', title: '启动会', whenText: 'D-14', state: 'done' }),
  };
  return { campaignId, ids };
}
const BEFORE = [
  ['物料设计', 'D-10~D-6', '2025-10-06', '2025-10-10'], ['物料到货', '10月15日', '2025-10-15', '2025-10-15'], ['启动会', 'D-14', '2025-10-02', '2025-10-02'], ['场地布置', '活动前1天', '2025-10-15', '2025-10-15'],
];
const AFTER = [
  ['物料设计', 'D-10~D-6', '2025-10-04', '2025-10-08'], ['物料到货', '10月15日', '2025-10-15', '2025-10-15'], ['启动会', 'D-14', '2025-10-02', '2025-10-02'], ['场地布置', '活动前1天', '2025-10-13', '2025-10-13'],
];

describe('D-day moves', () => {
  test('what follows and what no longer fits is told before; then the days follow, texts and what is done stay, and history has each task', async () => {
    const { campaignId, ids } = await planned();
    expect(await daysOf(campaignId)).toEqual(BEFORE);
    const told = (await preview(team.planning, campaignId, 'startsOn=2025-10-01&endsOn=2025-10-22&eventFrom=2025-10-14&eventTo=2025-10-16')).body as unknown as OutputOf<typeof previewDDay>;
    expect(told).toMatchObject({
      byDays: -2,
      following: [
        { taskId: ids.design, title: '物料设计', whenText: 'D-10~D-6', from: { startOn: '2025-10-06', endOn: '2025-10-10' }, to: { startOn: '2025-10-04', endOn: '2025-10-08' } },
        { taskId: ids.setUp, from: { startOn: '2025-10-15', endOn: '2025-10-15' }, to: { startOn: '2025-10-13', endOn: '2025-10-13' } },
      ],
      staying: [{ taskId: ids.print, title: '物料到货', startOn: '2025-10-15', endOn: '2025-10-15', why: 'late' }],
      shift: [{ taskId: ids.print, from: { whenText: '10月15日' }, to: { whenText: '10月13日', startOn: '2025-10-13', endOn: '2025-10-13' } }],
    });
    expect(await daysOf(campaignId)).toEqual(BEFORE);

    expect(await basics(team.planning, campaignId, { eventFrom: '2025-10-14', eventTo: '2025-10-16' })).toMatchObject({ status: 200 });
    expect(await daysOf(campaignId)).toEqual(AFTER);
    expect((await historyOf(team.lead, campaignId, ids.design))[0]).toEqual({
      kind: 'task_changed', actorName: '刘洋', subjectId: ids.design, before: { startOn: '2025-10-06', endOn: '2025-10-10' }, after: { startOn: '2025-10-04', endOn: '2025-10-08' },
    });
    expect(await historyOf(team.lead, campaignId, ids.kickoff)).toHaveLength(1);
    await basics(team.planning, campaignId, { eventFrom: '2025-10-16', eventTo: '2025-10-18' });
    expect(await daysOf(campaignId)).toEqual(BEFORE);
  });

  test('other basics move nothing', async () => {
    const { campaignId, ids } = await planned();
    await basics(team.lead, campaignId, { theme: '金秋', endsOn: '2025-10-24' });
    expect(await daysOf(campaignId)).toEqual(BEFORE);
    expect(await historyOf(team.lead, campaignId, ids.design)).toHaveLength(1);
  });

  test('a task that someone writes by the old D-day gets the days of the new one', async () => {
    const { campaignId, ids } = await planned();
    await basics(team.lead, campaignId, { eventFrom: '2025-10-14', eventTo: '2025-10-16' });
    // The page of the other person still counts from the 16th.
    const outcomes = await edit(team.planning, campaignId,
      { type: 'update', id: ids.design, set: { whenText: { from: 'D-10~D-6', to: 'D-9~D-6' }, startOn: { from: '2025-10-06', to: '2025-10-07' }, endOn: { from: '2025-10-10', to: '2025-10-10' } } },
      { type: 'insert', id: crypto.randomUUID(), fields: { phase: 'retrospective', title: '数据整理', whenText: '活动结束后3个工作日内', startOn: '2025-10-19', endOn: '2025-10-22' } });
    expect(outcomes.map(({ status }) => status)).toEqual(['ok', 'ok']);
    const days = new Map((await tasksOf(campaignId)).map(({ title, startOn, endOn }) => [title, [startOn, endOn]]));
    expect(days.get('物料设计')).toEqual(['2025-10-05', '2025-10-08']);
    expect(days.get('数据整理')).toEqual(['2025-10-17', '2025-10-21']);
  });

  test('two people at once: both D-days are set one after the other, an edit between them is kept, and every task is where its text says', async () => {
    const { campaignId, ids } = await planned();
    const early = { eventFrom: '2025-10-14', eventTo: '2025-10-16' };
    const late = { eventFrom: '2025-10-18', eventTo: '2025-10-20' };
    const answers = await Promise.all([
      ...Array.from({ length: 6 }, (_, index) => basics(index % 2 === 0 ? team.lead : team.planning, campaignId, index % 2 === 0 ? early : late)),
      team.planning.ask('POST', `/api/campaigns/${campaignId}/schedule/edits`, { changes: [{ type: 'update', id: ids.setUp, set: { whenText: { from: '活动前1天', to: '活动前2天' }, startOn: { from: '2025-10-15', to: '2025-10-14' }, endOn: { from: '2025-10-15', to: '2025-10-14' } } }] }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const { eventFrom } = await team.lead.must<{ eventFrom: string }>('GET', `/api/campaigns/${campaignId}`);
    const setUp = (await tasksOf(campaignId)).find(({ id }) => id === ids.setUp);
    expect(setUp?.whenText).toBe('活动前2天');
    expect(setUp?.startOn).toBe(eventFrom === '2025-10-14' ? '2025-10-12' : '2025-10-16');
  });

  test('refuses what is no period, and strangers', async () => {
    const { campaignId } = await planned();
    expect(await preview(team.lead, campaignId, 'startsOn=2025-10-01&endsOn=2025-10-22&eventFrom=2025-11-14')).toMatchObject({ status: 400, body: { code: 'campaign.event_outside' } });
    expect(await preview(team.lead, campaignId, 'startsOn=2025-13-01&endsOn=2025-10-22')).toMatchObject({ status: 400 });
    expect(await preview(team.outsider, campaignId, 'startsOn=2025-10-01&endsOn=2025-10-22')).toMatchObject({ status: 404 });
  });
});

describe('the baseline', () => {
  test('is what was approved, whatever happens later; a new approval is a new one', async () => {
    const { campaignId, ids } = await planned();
    await addRow(team.lead, campaignId, 'goals', { metric: '订单量', target: 2000, unit: '单' });
    await addRow(team.lead, campaignId, 'budget', { category: '宣传', detail: '海报', amountCents: 100_000, ownerText: '*专员' });
    const dropped = await addRow(team.planning, campaignId, 'schedule', { title: '不做了', whenText: '10月8日', startOn: '2025-10-08', endOn: '2025-10-08', state: 'cancelled' });
    expect(await baselineOf(campaignId)).toBeNull();
    await moveTo(team, campaignId, 'preparing');
    const baseline = await baselineOf(campaignId);
    expect(baseline).toMatchObject({ version: 1, dDay: '2025-10-16' });
    expect(baseline?.tasks.map(({ taskId, startOn, endOn }) => [taskId, startOn, endOn])).toEqual([
      [ids.kickoff, '2025-10-02', '2025-10-02'], [ids.design, '2025-10-06', '2025-10-10'],
      ...[ids.setUp, ids.print].toSorted().map((id) => [id, '2025-10-15', '2025-10-15']),
    ]);
    expect(baseline?.tasks.map(({ taskId }) => taskId)).not.toContain(dropped);
    await edit(team.planning, campaignId, { type: 'update', id: ids.print, set: { whenText: { from: '10月15日', to: '10月17日' }, startOn: { from: '2025-10-15', to: '2025-10-17' }, endOn: { from: '2025-10-15', to: '2025-10-17' } } });
    expect(await baselineOf(campaignId)).toEqual(baseline);

    await team.lead.must('POST', `/api/campaigns/${campaignId}/plan/revisions`, { reason: '到货推迟' });
    await moveTo(team, campaignId, 'approved');
    const second = await baselineOf(campaignId);
    expect(second?.version).toBe(2);
    expect(second?.tasks.find(({ taskId }) => taskId === ids.print)).toMatchObject({ startOn: '2025-10-17' });
  });
});
