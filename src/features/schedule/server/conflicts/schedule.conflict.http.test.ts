import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestProduct, type TestProduct } from '#apps/server/testing/product.ts';
import { addRow, draftCampaign, joinTeam, moveTo, type TestTeam } from '#features/campaign/server/campaign.factory.ts';
import type { TestPerson } from '#platform/server/testing/http.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import type { listResourceUses } from '../../conflicts/schedule.conflict.contract.ts';

let product: TestProduct;
let team: TestTeam;

beforeAll(async () => {
  product = await startTestProduct();
  team = await joinTeam(product);
}, 120_000);
afterAll(() => product.close());

const usesOf = async (person: TestPerson, id: string) => (await person.must<OutputOf<typeof listResourceUses>>('GET', `/api/campaigns/${id}/schedule/resources`)).uses;
const row = (person: TestPerson, id: string, fields: object) => addRow(person, id, 'schedule', { phase: 'execution', startOn: '2025-10-15', endOn: '2025-10-16', ...fields });

test('where other campaigns use the same venues and equipment, on these days and in common only; a campaign that one may not see stays unnamed', async () => {
  const campaignId = await draftCampaign(team);
  await row(team.lead, campaignId, { title: '场地布置', resourceText: '主舞台、投影仪' });
  expect(await usesOf(team.lead, campaignId)).toEqual([]);

  const other = await draftCampaign(team, '会员日');
  const show = await row(team.lead, other, { title: '彩排', whenText: '10月16日 9:00-11:30', startOn: '2025-10-16', endOn: '2025-10-16', resourceText: '投影仪2台，灯光' });
  await row(team.lead, other, { title: '办公室布置', resourceText: '副舞台' });
  await row(team.lead, other, { title: '早已结束', startOn: '2025-08-01', endOn: '2025-08-02', resourceText: '主舞台' });
  await row(team.lead, other, { title: '取消了', state: 'cancelled', resourceText: '主舞台' });
  await row(team.lead, other, { title: '名字里带着', resourceText: '主舞台背板' });
  const secret = await team.outsider.must<{ id: string }>('POST', '/api/campaigns', { name: '内部评审', scenario: 'launch', departmentId: null, startsOn: '2025-10-01', endsOn: '2025-10-22' });
  await row(team.outsider, secret.id, { title: '封闭评审', resourceText: '主舞台' });

  expect(await usesOf(team.lead, campaignId)).toEqual([
    { taskId: null, title: null, campaignId: null, campaignName: null, resources: ['主舞台'], fromOn: '2025-10-15', toOn: '2025-10-16', hours: null },
    { taskId: show, title: '彩排', campaignId: other, campaignName: '会员日', resources: ['投影仪2台'], fromOn: '2025-10-16', toOn: '2025-10-16', hours: { from: '09:00', until: '11:30' } },
  ]);
  expect((await usesOf(team.management, campaignId)).map((use) => use.campaignName)).toEqual(['内部评审', '会员日']);
  expect(JSON.stringify(await usesOf(team.execution, campaignId))).not.toMatch(/内部评审|封闭评审/);
  expect(await team.outsider.ask('GET', `/api/campaigns/${campaignId}/schedule/resources`)).toMatchObject({ status: 404 });
});

test('a campaign that is called off frees what it had booked', async () => {
  const [campaignId, other] = [await draftCampaign(team, '甲'), await draftCampaign(team, '乙')];
  await row(team.lead, campaignId, { title: '布置', resourceText: '三号厅' });
  await row(team.lead, other, { title: '布置', resourceText: '三号厅' });
  expect(await usesOf(team.lead, campaignId)).toHaveLength(1);
  await moveTo(team, other, 'cancelled');
  expect(await usesOf(team.lead, campaignId)).toEqual([]);
});
