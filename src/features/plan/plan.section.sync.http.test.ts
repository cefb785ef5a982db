import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { startTestCompany, submitPlanOf, makeDraft, type Member, type TestCampaign, type TestCompany } from '#apps/server/testing/company.ts';
import { Problem } from '#platform/shared/problem.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import type { listSections, PlanSection } from './plan.section.contract.ts';
import { SectionSync, TEXT_FIELD, type Stash, type SyncWire } from './web/SectionSync.ts';

let company: TestCompany;
let campaign: TestCampaign;

beforeAll(async () => {
  company = await startTestCompany();
  campaign = await makeDraft(company);
}, 120_000);
afterAll(() => company.product.close());

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const sectionOf = async (key: string): Promise<PlanSection> => {
  const { sections } = await company.lead.must<OutputOf<typeof listSections>>('GET', `${campaign.api}/plan/sections`);
  return sections.find((section) => section.key === key) as PlanSection;
};

/** The line between a page and the real server; it can be cut before or after the server has worked. */
class Line implements SyncWire {
  broken: 'no' | 'before' | 'after' = 'no';
  sent = 0;
  readonly #person: Member;
  readonly #path: string;

  constructor(person: Member, id: string) {
    this.#person = person;
    this.#path = `${campaign.api}/plan/sections/${id}/updates`;
  }

  async #ask<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
    if (this.broken === 'before') throw new Problem('network.offline', 0, {});
    const answer = await this.#person.ask(method, path, body);
    if (this.broken === 'after') throw new Problem('network.failed', 0, {});
    if (answer.status >= 400) throw new Problem((answer.body as unknown as { code: string }).code, answer.status, {});
    return answer.body as T;
  }

  async send(update: Uint8Array) {
    this.sent += 1;
    return (await this.#ask<{ revision: number }>('POST', this.#path, { update: base64(update) })).revision;
  }

  async since(revision: number) {
    const found = await this.#ask<{ revision: number; updates: string[] }>('GET', `${this.#path}?since=${revision}`);
    return { revision: found.revision, updates: found.updates.map((one) => Buffer.from(one, 'base64')) };
  }
}

class Kept implements Stash {
  update: Uint8Array | undefined;
  read() {
    return this.update;
  }
  write(update: Uint8Array | undefined) {
    this.update = update;
  }
}

function open(person: Member, section: PlanSection, stash = new Kept()) {
  const line = new Line(person, section.id);
  const sync = new SectionSync({ state: section.state ? Buffer.from(section.state, 'base64') : null, revision: section.revision }, line, stash);
  const type = (words: string) => sync.doc.transact(() => {
    const [paragraph, text] = [new Y.XmlElement('paragraph'), new Y.XmlText()];
    text.insert(0, words);
    paragraph.insert(0, [text]);
    const fragment = sync.doc.getXmlFragment(TEXT_FIELD);
    fragment.insert(fragment.length, [paragraph]);
  });
  const words = () => sync.doc.getXmlFragment(TEXT_FIELD).toArray().map((one) => (one as Y.XmlElement).toString().replaceAll(/<[^>]+>/g, ''));
  return { sync, line, stash, type, words };
}

const settled = async (condition: () => boolean) => {
  await expect.poll(condition, { timeout: 10_000, interval: 20 }).toBe(true);
};

describe('a section on a page, against the real server', () => {
  test('two pages end with the words of both; typing is gathered before it is sent', async () => {
    const section = await sectionOf('theme');
    const [one, other] = [open(company.lead, section), open(company.planner, section)];
    for (const page of [one, other]) page.sync.start();
    for (const words of ['甲', '乙', '丙']) one.type(words);
    other.type('丁');
    expect(one.sync.state).toBe('saving');
    await settled(() => one.sync.state === 'saved' && other.sync.state === 'saved');
    expect(one.line.sent).toBe(1);
    await Promise.all([one.sync.pull(), other.sync.pull()]);
    expect(one.words().toSorted()).toEqual(['丁', '丙', '乙', '甲']);
    expect(other.words()).toEqual(one.words());
    expect(one.stash.update).toBeUndefined();
    for (const page of [one, other]) page.sync.stop();
  });

  test('without a network it goes on, keeps the words in the browser, and sends them once it is back', async () => {
    const section = await sectionOf('audience');
    const page = open(company.lead, section);
    page.sync.start();
    page.line.broken = 'before';
    page.type('断网时写下');
    await settled(() => page.sync.state === 'offline');
    page.type('再写一句');
    expect(page.stash.update).toBeDefined();
    page.line.broken = 'no';
    await page.sync.pull();
    await settled(() => page.sync.state === 'saved');
    expect((await sectionOf('audience')).words).toBe('断网时写下\n再写一句');
    page.sync.stop();
  });

  test('an answer that was lost on its way leaves nothing twice', async () => {
    const page = open(company.lead, await sectionOf('channels'));
    page.sync.start();
    page.line.broken = 'after';
    page.type('只写了一次');
    await settled(() => page.sync.state === 'offline');
    page.line.broken = 'no';
    await settled(() => page.sync.state === 'saved');
    expect(await sectionOf('channels')).toMatchObject({ words: '只写了一次', revision: 1 });
    page.sync.stop();
  });

  test('a window that was closed without a network loses nothing', async () => {
    const section = await sectionOf('materials');
    const stash = new Kept();
    const closed = open(company.lead, section, stash);
    closed.line.broken = 'before';
    closed.sync.start();
    closed.type('关窗之前');
    closed.sync.stop();
    await settled(() => closed.line.sent === 1);
    const reopened = open(company.lead, await sectionOf('materials'), stash);
    reopened.sync.start();
    expect(reopened.words()).toEqual(['关窗之前']);
    await settled(() => reopened.sync.state === 'saved');
    expect((await sectionOf('materials')).words).toBe('关窗之前');
    expect(stash.update).toBeUndefined();
    reopened.sync.stop();
  });

  test('a submission freezes the section; the words stay on the page and go when it is a draft again', async () => {
    const page = open(company.planner, await sectionOf('risks'));
    page.sync.start();
    const approvalId = await submitPlanOf(company, campaign);
    page.type('来晚的一句');
    await settled(() => page.sync.state === 'frozen');
    expect([page.sync.isAhead, page.words()]).toEqual([true, ['来晚的一句']]);
    await company.boss.must('POST', `/api/approvals/${approvalId}/decision`, { decision: 'returned', reason: '请补充应急预案' });
    page.sync.thaw();
    await settled(() => page.sync.state === 'saved');
    expect((await sectionOf('risks')).words).toBe('来晚的一句');
    page.sync.stop();
  });

  test('a section that someone deleted says so', async () => {
    const id = crypto.randomUUID();
    await company.lead.must('POST', `${campaign.api}/plan/sections`, { id, title: '临时', afterId: null });
    const { sections } = await company.lead.must<OutputOf<typeof listSections>>('GET', `${campaign.api}/plan/sections`);
    const page = open(company.planner, sections.find((section) => section.id === id) as PlanSection);
    page.sync.start();
    await company.lead.must('DELETE', `${campaign.api}/plan/sections/${id}`);
    page.type('写给没有了的一节');
    await settled(() => page.sync.state === 'gone');
    expect(page.sync.isAhead).toBe(true);
    page.sync.stop();
  });
});
