import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import yauzl from 'yauzl';
import { approveAll, approveReport, askForMoney, bringToReview, fillResults, makeDraft, spend, startTestCompany, type TestCampaign, type TestCompany } from '#apps/server/testing/company.ts';
import { manifestOf, packBundle, sha256, type BundleFile } from './archive.bundle.ts';
import { verifyArchive } from './archive.verify.ts';

/** As much of a photo as is looked at. */
const PHOTO = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);

let company: TestCompany;
let campaign: TestCampaign;
let zip: Buffer;
beforeAll(async () => {
  company = await startTestCompany();
  campaign = await makeDraft(company);
  await bringToReview(company, campaign);
  await company.executor.must('POST', `${campaign.api}/schedule/tasks/${campaign.taskId}/reports`, { id: crypto.randomUUID(), text: '签到排队 40 人', at: new Date(Date.now() - 60_000).toISOString() });
  await company.executor.must('POST', `${campaign.api}/schedule/tasks/${campaign.taskId}/photos?id=${crypto.randomUUID()}&name=${encodeURIComponent('签到区.jpg')}`, PHOTO);
  await fillResults(company, campaign);
  await approveReport(company, campaign);
  await company.lead.must('POST', `${campaign.api}/archive`);
  zip = (await company.boss.ask('GET', `${campaign.api}/archive.zip`)).raw;
});
afterAll(() => company.product.close());

/** Where the bytes of each file stand in a zip: behind its local header of 30 bytes, its name and its extra field (APPNOTE 4.3.7). */
async function contentsOf(bytes: Buffer): Promise<{ name: string; start: number; size: number }[]> {
  const places: { name: string; start: number; size: number }[] = [];
  const file = await yauzl.fromBufferPromise(bytes, { lazyEntries: true });
  for await (const entry of file.eachEntry()) {
    const header = entry.relativeOffsetOfLocalHeader;
    places.push({ name: entry.fileName, start: header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28), size: entry.compressedSize });
  }
  return places;
}

async function unpacked(bytes: Buffer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const file = await yauzl.fromBufferPromise(bytes, { lazyEntries: true });
  for await (const entry of file.eachEntry()) files.set(entry.fileName, await buffer(await file.openReadStreamPromise(entry)));
  return files;
}

describe('archiving', () => {
  test('needs an approved report, and is refused with the reason in both languages', async () => {
    const other = await makeDraft(company);
    const archive = (language: string) => company.lead.ask('POST', `${other.api}/archive`, undefined, { 'accept-language': language });
    expect(await archive('zh-CN')).toMatchObject({ status: 409, body: { code: 'campaign.stage_refused', title: expect.stringContaining('评估报告核准后才能归档') } });
    await bringToReview(company, other);
    expect(await archive('zh-CN')).toMatchObject({ status: 409, body: { code: 'archive.report_needed', title: '《活动效果评估报告》核准后才能归档。请先提交报告并等待核准。' } });
    expect((await archive('en')).body).toMatchObject({ title: 'A campaign is archived after its evaluation report is approved. Submit the report and wait for the approval.' });
    await fillResults(company, other);
    await approveReport(company, other);
    await spend(company, other, other.lineId, 1_000);
    expect((await archive('zh-CN')).body).toMatchObject({ code: 'archive.report_outdated' });
    expect((await company.lead.ask('GET', `${other.api}/archive.zip`)).body).toMatchObject({ code: 'archive.none' });
  });

  test('waits for the money: a request that is not decided and an order that is not closed are named (P2.3, R2.1)', async () => {
    const other = await makeDraft(company, '款项未结的活动');
    await bringToReview(company, other);
    await fillResults(company, other);
    await approveReport(company, other);
    const { approvalId, requestId } = await askForMoney(company, other, other.lineId, 5_000, { purpose: '补印展架' });
    const archive = (language: string) => company.lead.ask('POST', `${other.api}/archive`, undefined, { 'accept-language': language });
    expect(await archive('zh-CN')).toMatchObject({ status: 409, body: { code: 'archive.money_open', title: '还有 1 项申请等待审批。请先审批完申请、结清用款，再归档。', data: { waiting: 1, orders: 0 } } });
    expect(await company.lead.must('GET', `${other.api}/archive`)).toMatchObject({ ready: false, open: { waiting: 1, orders: 0 }, can: { archive: false } });
    await approveAll(company, approvalId);
    expect(await archive('en')).toMatchObject({ status: 409, body: { code: 'archive.money_open', title: '1 order is not closed. See to the requests and close the orders first.' } });
    await company.planner.must('POST', `${other.api}/budget/requests/${requestId}/close`, { reason: '不再需要' });
    await company.lead.must('POST', `${other.api}/archive`);
    expect(await company.lead.must('GET', other.api)).toMatchObject({ stage: 'archived' });
    // Bills are paid weeks after an event.
    const { invoices } = await company.finance.must<{ invoices: { id: string; campaignId: string; can: { pay: boolean } }[] }>('GET', '/api/payables');
    const unpaid = invoices.find((invoice) => invoice.campaignId === other.id);
    expect(unpaid?.can.pay).toBe(true);
    await company.finance.must('POST', `${other.api}/budget/invoices/${unpaid?.id}/payment`, { paidOn: '2025-11-20' });
    expect((await company.finance.ask('POST', `${other.api}/budget/invoices/${unpaid?.id}/void`, { reason: '已归档' })).status).toBe(403);
  });

  test('is the lead’s', async () => {
    const tried = await Promise.all([company.planner, company.boss, company.finance, company.outsider].map(async (person) => (await person.ask('POST', `${campaign.api}/archive`)).status));
    expect(tried).toEqual([403, 403, 403, 404]);
  });

  test('makes the campaign read-only, and happens once', async () => {
    const { lead, finance, monitor } = company;
    expect(await lead.must('GET', campaign.api)).toMatchObject({ stage: 'archived' });
    expect((await lead.ask('POST', `${campaign.api}/archive`)).body).toMatchObject({ code: 'campaign.stage_refused' });
    const update = (id: string, set: object) => ({ changes: [{ type: 'update', id, set }] });
    expect((await finance.ask('POST', `${campaign.api}/budget/edits`, update(campaign.lineId, { note: { to: '改' } }))).status).toBe(403);
    expect((await monitor.ask('POST', `${campaign.api}/goals/edits`, update(campaign.goalId, { actual: { to: 1 } }))).status).toBe(403);
    expect((await lead.ask('POST', `${campaign.api}/schedule/edits`, update(campaign.taskId, { state: { to: 'open' } }))).status).toBe(403);
    expect((await lead.ask('POST', `${campaign.api}/team`, { userId: company.outsider.id, group: 'execution' })).status).toBe(403);
  });
});

describe('the archive', () => {
  test('is whole: every file is in the manifest with its hash', async () => {
    const { manifest, findings } = await verifyArchive(zip);
    expect(findings).toEqual([]);
    expect(manifest?.campaign).toEqual({ id: campaign.id, name: '秋季新品上市' });
    const names = manifest?.files.map((file) => file.path) ?? [];
    for (const expected of ['index.html', '活动总览.pdf', '方案.pdf', '方案.docx', '活动效果评估报告.pdf', '活动效果评估报告.docx', '活动预算表.xlsx', '活动执行进度表.xlsx', '方案/v1.json', '活动效果评估报告/v1.json', '执行记录/events.jsonl', '预算与用款/预算台账.xlsx', '预算与用款/预算台账.json', '预算与用款/预算版本.json']) expect(names).toContain(expected);
    const { archive } = await company.lead.must<{ archive: { sha256: string; size: number } }>('GET', `${campaign.api}/archive`);
    expect(archive).toMatchObject({ sha256: sha256(zip), size: zip.length });
  });

  test('carries what was told from the spot, with the photo as it came (R2.1)', async () => {
    const files = await unpacked(zip);
    expect(JSON.parse(files.get('执行记录/延期与现场记录.json')?.toString('utf8') ?? 'null')).toMatchObject([
      { record: 'report', title: '活动现场执行', text: '签到排队 40 人', photo: null, toldBy: '王芳' }, { record: 'report', text: '', photo: '签到区.jpg' },
    ]);
    expect([...files].filter(([path]) => path.endsWith('-签到区.jpg')).map(([, content]) => content)).toEqual([PHOTO]);
  });

  test('carries the money: entries that add up to T1, the request with approval and invoice, the paper itself, the versions', async () => {
    const files = await unpacked(zip);
    const parsed = (path: string): never => JSON.parse(files.get(path)?.toString('utf8') ?? 'null') as never;
    const entries: { spentDelta: number; allocatedDelta: number }[] = parsed('预算与用款/预算台账.json');
    expect([entries.reduce((sum, entry) => sum + entry.spentDelta, 0), entries.reduce((sum, entry) => sum + entry.allocatedDelta, 0)]).toEqual([760_000, 800_000]);
    const requests = [...files.keys()].filter((path) => /^预算与用款\/申请\/S-\d{6}\.json$/.test(path));
    expect(requests).toHaveLength(1);
    expect(parsed(requests[0] ?? '')).toMatchObject({ kind: 'spending', state: 'closed', amountCents: 760_000, approval: expect.arrayContaining([expect.objectContaining({ kind: 'approved' })]), invoices: [{ amountCents: 760_000, state: 'accepted' }] });
    expect(parsed((requests[0] ?? '').replace('.json', '/v1.json'))).toMatchObject({ kind: 'spending', decision: 'approved', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(parsed('预算与用款/预算版本.json')).toMatchObject([{ number: 1, kind: 'plan', totalCents: 800_000 }]);
  });

  test('a flipped byte in any of its files is found', async () => {
    const places = await contentsOf(zip);
    expect(places.length).toBeGreaterThan(10);
    for (const { name, start, size } of places) {
      const damaged = Buffer.from(zip);
      const at = start + Math.floor(size / 2);
      damaged[at] = (damaged[at] ?? 0) ^ 0x01;
      const found = await verifyArchive(damaged).then(({ manifest, findings }) => manifest === undefined || findings.some((finding) => finding.path === name), () => true);
      expect([name, found]).toEqual([name, true]);
    }
  });

  test('a changed, a missing and an extra file are each named', async () => {
    const file = (path: string, text: string): BundleFile => ({ path, content: Buffer.from(text) });
    const files = [file('a.txt', 'one'), file('b.txt', 'two')];
    const manifest = manifestOf({ id: campaign.id, name: '档案' }, '2025-10-23T01:00:00.000Z', files);
    const check = async (packed: readonly BundleFile[]) => (await verifyArchive(await packBundle(packed, manifest))).findings;
    expect(await check(files)).toEqual([]);
    expect(await check([file('a.txt', 'onE'), file('b.txt', 'two')])).toEqual([{ code: 'changed', path: 'a.txt' }]);
    expect(await check([file('a.txt', 'one')])).toEqual([{ code: 'missing', path: 'b.txt' }]);
    expect(await check([...files, file('c.txt', 'three')])).toEqual([{ code: 'extra', path: 'c.txt' }]);
  });
});
