import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import yauzl from 'yauzl';
import { approveReport, bringToReview, fillResults, makeDraft, startTestCompany, type TestCampaign, type TestCompany } from '#apps/server/testing/company.ts';
import { manifestOf, packBundle, sha256, type BundleFile } from './archive.bundle.ts';
import { verifyArchive } from './archive.verify.ts';

let company: TestCompany;
let campaign: TestCampaign;
let zip: Buffer;
beforeAll(async () => {
  company = await startTestCompany();
  campaign = await makeDraft(company);
  await bringToReview(company, campaign);
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
    await company.finance.must('POST', `${other.api}/budget/edits`, { changes: [{ type: 'update', id: other.lineId, set: { actualCents: { to: 1 } } }] });
    expect((await archive('zh-CN')).body).toMatchObject({ code: 'archive.report_outdated' });
    expect((await company.lead.ask('GET', `${other.api}/archive.zip`)).body).toMatchObject({ code: 'archive.none' });
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
    expect((await finance.ask('POST', `${campaign.api}/budget/edits`, update(campaign.lineId, { actualCents: { to: 1 } }))).status).toBe(403);
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
    for (const expected of ['index.html', '活动总览.pdf', '活动效果评估报告.pdf', '活动效果评估报告.docx', '活动预算表.xlsx', '活动执行进度表.xlsx', '方案/v1.json', '活动效果评估报告/v1.json', '执行记录/events.jsonl']) expect(names).toContain(expected);
    const { archive } = await company.lead.must<{ archive: { sha256: string; size: number } }>('GET', `${campaign.api}/archive`);
    expect(archive).toMatchObject({ sha256: sha256(zip), size: zip.length });
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
