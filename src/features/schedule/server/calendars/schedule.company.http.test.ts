import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestProduct, type TestProduct } from '#apps/server/testing/product.ts';
import { draftCampaign, joinTeam, type TestTeam } from '#features/campaign/server/campaign.factory.ts';
import type { TestPerson } from '#platform/server/testing/http.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import type { DayChange, listCalendarDays } from '../../calendars/schedule.company.contract.ts';
import type { listSchedule } from '../../schedule.contract.ts';

let product: TestProduct;
let team: TestTeam;

beforeAll(async () => {
  product = await startTestProduct();
  team = await joinTeam(product);
}, 120_000);
afterAll(() => product.close());

const list = (person: TestPerson) => person.must<OutputOf<typeof listCalendarDays>>('GET', '/api/calendar-days');
const ask = (person: TestPerson, ...changes: DayChange[]) => person.ask('POST', '/api/calendar-days', { changes });
const rests = { works: false, name: '盘点日' };
const party = { works: true, name: '公司年会' };
const days = async () => (await list(team.execution)).days.map(({ day, works, name, setByName }) => [day, works, name, setByName]);

test('an administrator sets and clears days, everyone reads them, and the schedule carries them', async () => {
  expect((await list(team.execution)).can).toEqual({ set: false });
  expect((await ask(team.management, { day: '2025-10-09', from: null, to: rests })).status).toBe(403);
  expect((await product.stranger().ask('GET', '/api/calendar-days')).status).toBe(401);
  expect((await ask(product.admin, { day: '2025-10-09', from: null, to: rests }, { day: '2025-10-12', from: null, to: party })).status).toBe(200);
  expect(await days()).toEqual([['2025-10-09', false, '盘点日', '管理员'], ['2025-10-12', true, '公司年会', '管理员']]);
  const campaignId = await draftCampaign(team);
  const { calendar } = await team.lead.must<OutputOf<typeof listSchedule>>('GET', `/api/campaigns/${campaignId}/schedule`);
  expect(calendar).toEqual([{ day: '2025-10-09', works: false, name: '盘点日' }, { day: '2025-10-12', works: true, name: '公司年会' }]);
  // Pages of features that come before the schedule are given them with what they read.
  const plain = [{ day: '2025-10-09', works: false }, { day: '2025-10-12', works: true }];
  for (const at of ['campaign-calendar', `campaigns/${campaignId}/team/workload`]) expect(await team.execution.must('GET', `/api/${at}`)).toMatchObject({ calendar: plain });
  // Undo is the same with both sides exchanged.
  await ask(product.admin, { day: '2025-10-09', from: rests, to: null }, { day: '2025-10-12', from: party, to: null });
  expect(await days()).toEqual([]);
});

test('two administrators at once: one of two decisions holds whole, the other hears of it', async () => {
  const other = await product.join({ name: '第二管理员', email: 'second@example.com', orgRole: 'admin' });
  const run = (to: DayChange['to']): DayChange[] => ['2026-03-02', '2026-03-03', '2026-03-04'].map((day) => ({ day, from: null, to }));
  const answers = await Promise.all([ask(product.admin, ...run(rests)), ask(other, ...run(party))]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'schedule.calendar_changed', title: '这些日子刚被别人改过，已为您取来最新的安排，请看过后再改。' });
  expect(new Set((await days()).map(([, works]) => works)).size).toBe(1);
  const kept = answers[0]?.status === 200 ? rests : party;
  // A repeat of what holds already is no conflict and no event.
  expect((await ask(product.admin, ...run(kept))).status).toBe(200);
  await ask(product.admin, ...run(null).map((change) => ({ ...change, from: kept })));
  expect(await days()).toEqual([]);
});

test.each([
  ['no such day', [{ day: '2025-02-30', from: null, to: rests }]],
  ['a name without end', [{ day: '2025-03-03', from: null, to: { works: false, name: '长'.repeat(61) } }]],
  ['the same day twice', [{ day: '2025-03-03', from: null, to: rests }, { day: '2025-03-03', from: null, to: party }]],
  ['nothing', []],
])('%s is refused', async (_, changes) => {
  expect((await product.admin.ask('POST', '/api/calendar-days', { changes })).body).toMatchObject({ code: 'request.invalid' });
  expect(await days()).toEqual([]);
});
