import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDraft, startTestCompany, submitPlanOf, type TestCompany } from '#apps/server/testing/company.ts';
import { readDocument } from '#features/reading/server/direct.api.ts';
import { adoptedOf, reviewOf } from '../document.review.rules.ts';
import type { Adopted } from '../document.contract.ts';
import { readPdf } from './write/pdf.text.fixture.ts';

let company: TestCompany;
beforeAll(async () => {
  company = await startTestCompany();
});
afterAll(() => company.product.close());

const tight = (text: string): string => text.replace(/\s+/g, '');
const fileOf = async (url: string): Promise<Buffer> => (await company.lead.ask('GET', url)).raw;
const empty: Adopted = { goals: [], budget: [], schedule: [], sections: [], lists: { risks: [], materials: [], channels: [], steps: [], zones: [] }, team: { duties: [], members: [], areas: [] }, attached: [] };

/** A document pasted and its proposals written, as the page does it. */
async function importText(api: string, text: string, replace: object = {}) {
  const { importId, understanding } = await company.lead.must<{ importId: string; understanding: Parameters<typeof reviewOf>[0] }>('POST', `${api}/imports/pasted`, { text });
  const adopted = adoptedOf(reviewOf(understanding));
  return { adopted, done: await company.lead.must<Record<string, number>>('POST', `${api}/imports/${importId}/apply`, { adopted, replace }) };
}
const sectionsOf = async (api: string) => (await company.lead.must<{ sections: { key: string; title: string; words: string; content: unknown }[] }>('GET', `${api}/plan/sections`)).sections.filter((section) => section.words !== '');

const WORD_PLAN = ['一、活动主题', '秋日焕新，一口入秋。', '二、渠道策略', '公众号为主。', '三、合作媒体', '本地电台。', '四、应急预案', '先行处置。', '', '| 风险 | 概率 | 影响 | 应对 | 负责人 |', '| --- | --- | --- | --- | --- |', '| 人流过多 | 中 | 高 | 启动分流预案 | 王芳 |'].join('\n');

describe('a plan comes in from Word (P4.1)', () => {
  test('its sections, an own one among them, and its risks land in ours', async () => {
    const { api } = await makeDraft(company);
    const { done } = await importText(api, WORD_PLAN);
    expect(done).toMatchObject({ sections: 4, risks: 1, attached: 0 });
    expect((await sectionsOf(api)).map(({ key, title, words }) => [key, title, words])).toEqual([['theme', '', '秋日焕新，一口入秋。'], ['channels', '', '公众号为主。'], ['risks', '', '先行处置。'], ['own', '合作媒体', '本地电台。']]);
    const { lists } = await company.lead.must<{ lists: { risks: object[] } }>('GET', `${api}/plan/lists`);
    expect(lists.risks).toMatchObject([{ risk: '人流过多', kind: 'crowd', probability: 'medium', effect: 'high', response: '启动分流预案', ownerText: '王芳' }]);
  });

  test('a second document stands behind the first, or in its place', async () => {
    const { api } = await makeDraft(company);
    await importText(api, WORD_PLAN);
    await importText(api, WORD_PLAN.replace('公众号为主。', '社群为主。'));
    expect((await sectionsOf(api)).find((section) => section.key === 'channels')?.words).toBe('公众号为主。\n社群为主。');
    await importText(api, WORD_PLAN.replace('公众号为主。', '展会为主。'), { sections: true, lists: true });
    expect((await sectionsOf(api)).find((section) => section.key === 'channels')?.words).toBe('展会为主。');
    const { lists } = await company.lead.must<{ lists: { risks: object[] } }>('GET', `${api}/plan/lists`);
    expect(lists.risks).toHaveLength(1);
  });

  test('all of it or none: a row that is refused takes the text with it', async () => {
    const { api } = await makeDraft(company);
    const { importId } = await company.lead.must<{ importId: string }>('POST', `${api}/imports/pasted`, { text: WORD_PLAN });
    const risk = { risk: '', kind: 'other', probability: 'low', effect: 'low', trigger: '', prevention: '', response: '', ownerText: '', note: '' };
    const refused = await company.lead.ask('POST', `${api}/imports/${importId}/apply`, { adopted: { ...empty, sections: [{ key: 'theme', title: '', text: '新的主题' }], lists: { ...empty.lists, risks: [risk] } } });
    expect([refused.status, refused.body?.['code']]).toEqual([400, 'plan.row_name_needed']);
    expect(await sectionsOf(api)).toEqual([]);
  });
});

describe('the plan as a document', () => {
  test('is a draft, then a version in approval, then a sealed version; an old version stays as it was', async () => {
    const { api } = await makeDraft(company);
    await importText(api, WORD_PLAN);
    const pages = async (query = '') => tight(readPdf(await fileOf(`${api}/export/plan.pdf${query}`)).pages.join(''));
    const draft = await pages();
    for (const part of ['草稿', '一、活动主题', '秋日焕新，一口入秋。', '合作媒体', '启动分流预案', '海报500张', '活动现场执行']) expect(draft).toContain(part);
    const approvalId = await submitPlanOf(company, { id: '', api, goalId: '', lineId: '', taskId: '' });
    expect(await pages()).toContain('本版正在审批，尚未核准。');
    await company.boss.must('POST', `/api/approvals/${approvalId}/decision`, { decision: 'returned', reason: '渠道太少' });
    await importText(api, WORD_PLAN.replace('公众号为主。', '社群为主。'), { sections: true, lists: true });
    const again = await submitPlanOf(company, { id: '', api, goalId: '', lineId: '', taskId: '' });
    await company.boss.must('POST', `/api/approvals/${again}/decision`, { decision: 'approved' });
    const sealed = await pages();
    for (const part of ['方案v2', '已核准', '周正', '社群为主。']) expect(sealed).toContain(part);
    expect(sealed).not.toContain('草稿');
    const first = await pages('?version=1');
    expect([first.includes('公众号为主。'), first.includes('本版已退回'), first.includes('已核准')]).toEqual([true, true, false]);
    expect((await company.lead.ask('GET', `${api}/export/plan.pdf?version=3`)).status).toBe(404);
    expect((await company.outsider.ask('GET', `${api}/export/plan.pdf`)).status).toBe(404);
  });

  test('as Word it comes back in: the same text in the same sections, the same risks, lines and tasks', async () => {
    const { api } = await makeDraft(company);
    await importText(api, WORD_PLAN);
    const before = await sectionsOf(api);
    const understanding = await readDocument(await fileOf(`${api}/export/plan.docx`), 'plan.docx', { campaign: { startOn: '2025-10-01', endOn: '2025-10-22' } });
    const adopted = adoptedOf(reviewOf(understanding));
    expect(adopted.sections.map(({ key, title, text }) => [key, title, text]).toSorted()).toEqual(before.map(({ key, title, words }) => [key, title, words]).toSorted());
    expect(adopted.lists.risks).toMatchObject([{ risk: '人流过多', kind: 'crowd', probability: 'medium', effect: 'high', response: '启动分流预案', ownerText: '王芳' }]);
    expect(adopted.budget).toMatchObject([{ category: '物料制作费', detail: '海报500张', amountCents: 800_000 }]);
    expect(adopted.schedule).toMatchObject([{ title: '活动现场执行', startOn: '2025-10-16', endOn: '2025-10-18' }]);
  });
});
