import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestProduct, type TestProduct } from '#apps/server/testing/product.ts';
import { addRow, draftCampaign, historyOf, joinTeam, moveTo, type TestTeam } from '#features/campaign/server/campaign.factory.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import type { RowOutcomes } from '#platform/shared/rows.ts';
import type { TestPerson } from '#platform/server/testing/http.ts';
import type { listSchedule, TaskLink } from '../schedule.contract.ts';

let product: TestProduct;
let team: TestTeam;

beforeAll(async () => {
  product = await startTestProduct();
  team = await joinTeam(product);
}, 120_000);
afterAll(() => product.close());

const tasksOf = async (campaignId: string) => (await team.lead.must<OutputOf<typeof listSchedule>>('GET', `/api/campaigns/${campaignId}/schedule`)).tasks;
const after = (predecessorId: string, more: Partial<TaskLink> = {}): TaskLink => ({ predecessorId, type: 'FS', lagDays: 0, lagUnit: 'day', ...more });
const link = (person: TestPerson, campaignId: string, ...changes: object[]) => person.ask('POST', `/api/campaigns/${campaignId}/schedule/links`, { changes });
const linked = async (person: TestPerson, campaignId: string, ...changes: object[]) => ((await link(person, campaignId, ...changes)).body as unknown as RowOutcomes).outcomes;
const edit = (campaignId: string, id: string, set: Record<string, { from?: unknown; to: unknown }>) => team.lead.ask('POST', `/api/campaigns/${campaignId}/schedule/edits`, { changes: [{ type: 'update', id, set }] });

async function threeTasks() {
  const campaignId = await draftCampaign(team);
  const ids: string[] = [];
  for (const title of ['物料设计', '物料到货', '场地布置']) ids.push(await addRow(team.lead, campaignId, 'schedule', { title, startOn: '2025-10-06', endOn: '2025-10-08' }));
  return { campaignId, ids: ids as [string, string, string] };
}

describe('what a task waits for', () => {
  test('is set whole, kept with type and lag, and stands in the history', async () => {
    const { campaignId, ids: [design, delivery, setUp] } = await threeTasks();
    expect(await linked(team.planning, campaignId, { taskId: delivery, from: [], to: [after(design, { lagDays: 2, lagUnit: 'workday' })] }, { taskId: setUp, to: [after(delivery), after(design, { type: 'SS', lagDays: -1 })] }))
      .toEqual([delivery, setUp].map((id) => ({ id, status: 'ok', conflicts: [] })));
    const [, second, third] = await tasksOf(campaignId);
    expect(second?.links).toEqual([after(design, { lagDays: 2, lagUnit: 'workday' })]);
    expect(third?.links).toEqual([after(design, { type: 'SS', lagDays: -1 }), after(delivery)]);
    expect((await historyOf(team.lead, campaignId, delivery)).at(0)).toMatchObject({ kind: 'task_changed', actorName: '刘洋', before: { links: [] }, after: { links: [{ predecessorId: design, lagDays: 2 }] } });
    await linked(team.planning, campaignId, { taskId: setUp, to: [] });
    expect((await tasksOf(campaignId))[2]?.links).toEqual([]);
  });

  test('what someone else has set meanwhile is a conflict that names them; the same wish is none', async () => {
    const { campaignId, ids: [design, delivery] } = await threeTasks();
    await linked(team.planning, campaignId, { taskId: delivery, from: [], to: [after(design)] });
    expect(await linked(team.lead, campaignId, { taskId: delivery, from: [], to: [after(design, { type: 'SS' })] }))
      .toEqual([{ id: delivery, status: 'conflict', conflicts: [{ field: 'links', current: [after(design)], by: '刘洋' }] }]);
    expect(await linked(team.lead, campaignId, { taskId: delivery, from: [], to: [after(design)] })).toMatchObject([{ status: 'ok' }]);
    expect((await tasksOf(campaignId))[1]?.links).toEqual([after(design)]);
  });

  test('a circle is refused task by task, and nothing of the act stays', async () => {
    const { campaignId, ids: [design, delivery, setUp] } = await threeTasks();
    await linked(team.lead, campaignId, { taskId: delivery, to: [after(design)] }, { taskId: setUp, to: [after(delivery)] });
    const answer = await link(team.lead, campaignId, { taskId: delivery, to: [] }, { taskId: design, to: [after(setUp, { type: 'FF' })] }, { taskId: delivery, to: [after(design)] });
    expect(answer).toMatchObject({ status: 409, body: { code: 'schedule.link_cycle' } });
    for (const title of ['“物料设计”', '“物料到货”', '“场地布置”']) expect(answer.body?.['title']).toContain(title);
    expect((await tasksOf(campaignId)).map((task) => task.links.length)).toEqual([0, 1, 1]);
  });

  test('two people who close a circle from both sides: one of them is refused', async () => {
    const { campaignId, ids: [design, delivery] } = await threeTasks();
    const answers = await Promise.all([link(team.lead, campaignId, { taskId: delivery, to: [after(design)] }), link(team.planning, campaignId, { taskId: design, to: [after(delivery)] })]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
  });

  test('a task of another campaign, itself, or one that is gone is refused', async () => {
    const { campaignId, ids: [design, delivery] } = await threeTasks();
    const other = await threeTasks();
    for (const predecessorId of [other.ids[0], delivery, crypto.randomUUID()]) {
      expect(await link(team.lead, campaignId, { taskId: delivery, to: [after(predecessorId)] })).toMatchObject({ status: 409, body: { code: 'schedule.link_unknown' } });
    }
    expect(await linked(team.lead, campaignId, { taskId: other.ids[0], to: [after(design)] })).toMatchObject([{ status: 'gone' }]);
  });

  test('those who only work on tasks do not link them', async () => {
    const { campaignId, ids: [design, delivery] } = await threeTasks();
    await addRow(team.lead, campaignId, 'goals', { metric: '订单量', target: 2000 });
    await addRow(team.lead, campaignId, 'budget', { category: '物料', amountCents: 100 });
    await moveTo(team, campaignId, 'live');
    expect((await link(team.execution, campaignId, { taskId: delivery, to: [after(design)] })).status).toBe(403);
    expect((await link(team.planning, campaignId, { taskId: delivery, to: [after(design)] })).status).toBe(200);
  });
});

describe('what a task is planned by', () => {
  test('bounds, length, parts and needs are kept; when it was done is told by the clock of the database', async () => {
    const { campaignId, ids: [design, delivery] } = await threeTasks();
    await edit(campaignId, design, { notBeforeOn: { from: null, to: '2025-10-06' }, dueOn: { to: '2025-10-12' }, durationUnit: { from: 'day', to: 'workday' }, resourceText: { to: '打样机、摄影棚' }, deliverable: { to: '定稿文件' } });
    await edit(campaignId, delivery, { parentId: { from: null, to: design }, milestone: { from: false, to: true }, fixed: { to: true }, state: { to: 'done' } });
    const [first, second] = await tasksOf(campaignId);
    expect(first).toMatchObject({ notBeforeOn: '2025-10-06', dueOn: '2025-10-12', durationUnit: 'workday', resourceText: '打样机、摄影棚', deliverable: '定稿文件', parentId: null, doneAt: null });
    expect(second).toMatchObject({ parentId: design, milestone: true, fixed: true });
    expect(Math.abs(Date.parse(second?.doneAt ?? '') - Date.now())).toBeLessThan(60_000);
    await edit(campaignId, delivery, { state: { to: 'open' } });
    expect((await tasksOf(campaignId))[1]?.doneAt).toBeNull();
  });

  test('a due day before the first day, a parent among its own parts or of nowhere is refused with the names', async () => {
    const { campaignId, ids: [design, delivery, setUp] } = await threeTasks();
    expect(await edit(campaignId, design, { notBeforeOn: { to: '2025-10-12' }, dueOn: { to: '2025-10-06' } })).toMatchObject({ status: 400, body: { code: 'schedule.due_before_start' } });
    await edit(campaignId, delivery, { parentId: { to: design } });
    await edit(campaignId, setUp, { parentId: { to: delivery } });
    const circle = await edit(campaignId, design, { parentId: { to: setUp } });
    expect(circle).toMatchObject({ status: 409, body: { code: 'schedule.parent_cycle' } });
    expect(circle.body?.['title']).toContain('→');
    expect(await edit(campaignId, design, { parentId: { to: crypto.randomUUID() } })).toMatchObject({ status: 409, body: { code: 'schedule.parent_unknown' } });
    expect((await tasksOf(campaignId))[0]?.parentId).toBeNull();
  });

  test('the parts of a task that is deleted stand by themselves', async () => {
    const { campaignId, ids: [design, delivery] } = await threeTasks();
    await edit(campaignId, delivery, { parentId: { to: design } });
    await team.lead.must('POST', `/api/campaigns/${campaignId}/schedule/edits`, { changes: [{ type: 'delete', id: design }] });
    expect((await tasksOf(campaignId))[0]).toMatchObject({ id: delivery, parentId: null });
  });
});
