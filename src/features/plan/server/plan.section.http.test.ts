import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { makeDraft, startTestCompany, submitPlanOf, type Member, type TestCompany } from '#apps/server/testing/company.ts';
import { historyOf } from '#features/campaign/server/campaign.factory.ts';
import type { TestPerson } from '#platform/server/testing/http.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import { SECTION_KEYS, type listSections, type listSectionUpdates, type PlanSection } from '../plan.section.contract.ts';

let company: TestCompany;

beforeAll(async () => {
  company = await startTestCompany();
}, 120_000);
afterAll(() => company.product.close());

/** A campaign with nothing planned yet. */
async function draft(name: string): Promise<{ id: string; api: string }> {
  const { id } = await company.lead.must<{ id: string }>('POST', '/api/campaigns', { name, scenario: 'launch', startsOn: '2025-10-01', endsOn: '2025-10-22', eventFrom: '2025-10-16', eventTo: '2025-10-18' });
  for (const [person, group] of [[company.planner, 'planning'], [company.executor, 'execution'], [company.monitor, 'monitoring']] as const) await company.lead.must('POST', `/api/campaigns/${id}/team`, { userId: person.id, group });
  return { id, api: `/api/campaigns/${id}` };
}
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const read = async (person: TestPerson, api: string) => (await person.must<OutputOf<typeof listSections>>('GET', `${api}/plan/sections`)).sections;
const sectionOf = async (person: TestPerson, api: string, key: string): Promise<PlanSection> => {
  const found = (await read(person, api)).find((section) => section.key === key || section.title === key);
  if (!found) throw new Error(`no section ${key}`);
  return found;
};
const send = (person: TestPerson, api: string, id: string, update: Uint8Array) => person.ask('POST', `${api}/plan/sections/${id}/updates`, { update: base64(update) });
const since = (person: TestPerson, api: string, id: string, revision: number) => person.must<OutputOf<typeof listSectionUpdates>>('GET', `${api}/plan/sections/${id}/updates?since=${revision}`);

/** A writer's own copy of a section, as the editor holds it. */
class Writer {
  readonly doc = new Y.Doc();
  readonly person: Member;
  pending: Uint8Array[] = [];
  revision = 0;

  constructor(person: Member, section: PlanSection) {
    this.person = person;
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server') this.pending.push(update);
    });
    if (section.state) Y.applyUpdate(this.doc, Buffer.from(section.state, 'base64'), 'server');
    this.revision = section.revision;
  }

  get paragraphs(): Y.XmlElement[] {
    return this.doc.getXmlFragment('text').toArray() as Y.XmlElement[];
  }

  /** Types into a paragraph at a place between its signs; a new paragraph when there are fewer. */
  type(words: string, paragraph: number, place: number): void {
    this.doc.transact(() => {
      if (!this.paragraphs[paragraph]) {
        const element = new Y.XmlElement('paragraph');
        element.insert(0, [new Y.XmlText()]);
        this.doc.getXmlFragment('text').insert(this.paragraphs.length, [element]);
      }
      const text = this.paragraphs[Math.min(paragraph, this.paragraphs.length - 1)]?.get(0) as Y.XmlText;
      text.insert(Math.min(place, text.length), words);
    });
  }

  /** Replaces a paragraph by another with a copy of its words, as the editor does when it becomes a heading. */
  renew(paragraph: number): void {
    const old = this.paragraphs[paragraph];
    if (!old) return;
    this.doc.transact(() => {
      const [element, text] = [new Y.XmlElement('paragraph'), new Y.XmlText()];
      text.insert(0, String(old.get(0)));
      element.insert(0, [text]);
      this.doc.getXmlFragment('text').delete(paragraph, 1);
      this.doc.getXmlFragment('text').insert(paragraph, [element]);
    });
  }

  async send(api: string, id: string): Promise<void> {
    if (this.pending.length === 0) return;
    const update = Y.mergeUpdates(this.pending);
    this.pending = [];
    const answer = await send(this.person, api, id, update);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  }

  async hear(api: string, id: string): Promise<void> {
    const { revision, updates } = await since(this.person, api, id, this.revision);
    for (const update of updates) Y.applyUpdate(this.doc, Buffer.from(update, 'base64'), 'server');
    this.revision = revision;
  }
}

const wordsIn = (doc: Y.Doc) => doc.getXmlFragment('text').toString().replaceAll(/<[^>]+>/g, '|');

describe('sections (P4.1)', () => {
  test('a new campaign has the twelve standard ones, empty, without a row stored', async () => {
    const { api } = await draft('章节');
    const sections = await read(company.executor, api);
    expect(sections.map((section) => section.key)).toEqual([...SECTION_KEYS]);
    expect(sections.every((section) => section.state === null && section.words === '' && section.updatedAt === null)).toBe(true);
    expect((await read(company.lead, api)).map((section) => section.id)).toEqual(sections.map((section) => section.id));
  });

  test('what is written is there as marked text, as words, and in the history once for a while of typing', async () => {
    const { api, id: campaignId } = await draft('写');
    const section = await sectionOf(company.planner, api, 'theme');
    const writer = new Writer(company.planner, section);
    for (const words of ['焕新', '出发', '，从一杯', '好茶开始']) {
      writer.type(words, 0, 99);
      await writer.send(api, section.id);
    }
    const text = writer.paragraphs[0]?.get(0) as Y.XmlText;
    text.format(0, 4, { bold: {} });
    await writer.send(api, section.id);
    expect(await sectionOf(company.lead, api, 'theme')).toMatchObject({
      words: '焕新出发，从一杯好茶开始', revision: 5, updatedBy: '刘洋',
      content: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '焕新出发', marks: [{ type: 'bold' }] }, { type: 'text', text: '，从一杯好茶开始' }] }] },
    });
    expect((await historyOf(company.lead, campaignId, section.id)).map((event) => [event.kind, event.actorName, event.after])).toEqual([['plan.section_written', '刘洋', { section: 'theme' }]]);
  });

  test('an update that comes twice changes nothing', async () => {
    const { api } = await draft('两次');
    const section = await sectionOf(company.planner, api, 'risks');
    const writer = new Writer(company.planner, section);
    writer.type('雨天转入室内', 0, 0);
    const update = Y.mergeUpdates(writer.pending);
    expect((await send(company.planner, api, section.id, update)).body).toEqual({ revision: 1 });
    expect((await send(company.planner, api, section.id, update)).body).toEqual({ revision: 1 });
    expect((await sectionOf(company.lead, api, 'risks')).words).toBe('雨天转入室内');
  });
});

describe('writers at once', () => {
  test('in any order, with pauses and paragraphs that are replaced, all end with the same text and nothing is lost', async () => {
    const act = fc.record({ who: fc.nat({ max: 2 }), does: fc.constantFrom('type', 'type', 'type', 'send', 'hear', 'renew'), paragraph: fc.nat({ max: 2 }), place: fc.nat({ max: 12 }) });
    let campaigns = 0;
    await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 24 }), async (acts) => {
      const { api } = await draft(`合写 ${(campaigns += 1)}`);
      const first = new Writer(company.lead, await sectionOf(company.lead, api, 'process'));
      const typed = ['甲', '乙', '丙'];
      for (const [index, sign] of typed.entries()) first.type(sign, index, 0);
      await first.send(api, (await sectionOf(company.lead, api, 'process')).id);
      const section = await sectionOf(company.lead, api, 'process');
      const writers = [company.lead, company.planner, company.lead].map((person) => new Writer(person, section));
      for (const { who, does, paragraph, place } of acts) {
        const writer = writers[who] as Writer;
        if (does === 'type') {
          // One sign of its own each, so that a word is lost exactly when its sign is missing.
          const sign = String.fromCodePoint(0x4e00 + typed.length);
          typed.push(sign);
          writer.type(sign, paragraph, place);
        } else if (does === 'renew') writer.renew(paragraph);
        else await writer[does](api, section.id);
      }
      await Promise.all(writers.map((writer) => writer.send(api, section.id)));
      for (const writer of writers) await writer.hear(api, section.id);
      const { words, state } = await sectionOf(company.lead, api, 'process');
      const kept = new Y.Doc();
      if (state) Y.applyUpdate(kept, Buffer.from(state, 'base64'));
      for (const writer of writers) expect(wordsIn(writer.doc)).toBe(wordsIn(kept));
      // Two who replace one paragraph at once leave two copies of it: twice is not lost.
      expect([...new Set(words.replaceAll(/\s/g, ''))].toSorted()).toEqual(typed.toSorted());
    }), { numRuns: 16 });
  }, 120_000);

  test('who was away for long is given the whole text', async () => {
    const { api } = await draft('很久');
    const section = await sectionOf(company.lead, api, 'theme');
    const [away, busy] = [new Writer(company.lead, section), new Writer(company.planner, section)];
    for (let i = 0; i < 205; i += 1) {
      busy.type('字', 0, i);
      await busy.send(api, section.id);
    }
    expect((await since(company.lead, api, section.id, 0)).updates).toHaveLength(1);
    expect((await since(company.lead, api, section.id, 200)).updates).toHaveLength(5);
    await away.hear(api, section.id);
    expect(wordsIn(away.doc)).toBe(wordsIn(busy.doc));
  }, 60_000);
});

describe('a paragraph that is replaced while somebody else writes in it', () => {
  /** As the editor does it when a paragraph becomes a point: the old one goes, a copy of its words stands in the list. */
  const intoList = (writer: Writer) => writer.doc.transact(() => {
    const fragment = writer.doc.getXmlFragment('text');
    const words = String(writer.paragraphs[0]?.get(0));
    fragment.delete(0, 1);
    const [list, item, paragraph, text] = [new Y.XmlElement('bulletList'), new Y.XmlElement('listItem'), new Y.XmlElement('paragraph'), new Y.XmlText()];
    text.insert(0, words);
    paragraph.insert(0, [text]);
    item.insert(0, [paragraph]);
    list.insert(0, [item]);
    fragment.insert(0, [list]);
  });
  const begin = async (name: string) => {
    const { api } = await draft(name);
    const section = await sectionOf(company.lead, api, 'process');
    const [one, other] = [new Writer(company.lead, section), new Writer(company.planner, section)];
    one.type('东门进', 0, 0);
    one.type('第二段', 1, 0);
    await one.send(api, section.id);
    await other.hear(api, section.id);
    return { api, id: section.id, one, other };
  };
  const settle = async ({ api, id, one, other }: Awaited<ReturnType<typeof begin>>) => {
    for (const writer of [one, other]) await writer.hear(api, id);
    expect(wordsIn(one.doc)).toBe(wordsIn(other.doc));
    return (await sectionOf(company.lead, api, 'process')).words;
  };

  test('his words arrive first: they stay, beside the list', async () => {
    const page = await begin('先写后改');
    for (const [index, sign] of ['，', '西', '门', '出'].entries()) page.other.type(sign, 0, 3 + index);
    page.other.type('（暂定）', 1, 3);
    await page.other.send(page.api, page.id);
    intoList(page.one);
    await page.one.send(page.api, page.id);
    expect(await settle(page)).toBe('东门进\n，西门出\n第二段（暂定）');
  });

  test('the list arrives first: his words find their place gone and stand at the end', async () => {
    const page = await begin('先改后写');
    intoList(page.one);
    // Sign by sign, as it is typed.
    for (const [index, sign] of ['，', '西', '门', '出'].entries()) page.other.type(sign, 0, 3 + index);
    await page.one.send(page.api, page.id);
    await page.other.send(page.api, page.id);
    expect(await settle(page)).toBe('东门进\n第二段\n，西门出');
  });

  test('what the other had seen is not doubled, and what one deletes oneself stays deleted', async () => {
    const page = await begin('看见了再改');
    page.other.type('，西门出', 0, 3);
    await page.other.send(page.api, page.id);
    await page.one.hear(page.api, page.id);
    intoList(page.one);
    await page.one.send(page.api, page.id);
    page.one.doc.getXmlFragment('text').delete(1, 1);
    await page.one.send(page.api, page.id);
    expect(await settle(page)).toBe('东门进，西门出');
  });
});

describe('what is no text of ours', () => {
  const made = (build: (doc: Y.Doc) => void): Uint8Array => {
    const doc = new Y.Doc();
    build(doc);
    return Y.encodeStateAsUpdate(doc);
  };
  const element = (name: string, attrs: Record<string, string> = {}) => {
    const one = new Y.XmlElement(name);
    for (const [key, value] of Object.entries(attrs)) one.setAttribute(key, value);
    return one;
  };
  const marked = (marks: object) => {
    const [paragraph, text] = [new Y.XmlElement('paragraph'), new Y.XmlText()];
    text.insert(0, '点这里', marks);
    paragraph.insert(0, [text]);
    return paragraph;
  };
  test.each([
    ['an element that no editor makes', made((doc) => doc.getXmlFragment('text').insert(0, [element('script')]))],
    ['an attribute that no editor makes', made((doc) => doc.getXmlFragment('text').insert(0, [element('paragraph', { onclick: 'x()' })]))],
    ['a link that runs a script', made((doc) => doc.getXmlFragment('text').insert(0, [marked({ link: { href: 'javascript:alert(1)' } })]))],
    ['a mark that no editor makes', made((doc) => doc.getXmlFragment('text').insert(0, [marked({ style: { color: 'red' } })]))],
    ['something beside the text', made((doc) => doc.getMap('other').set('a', 1))],
    ['something in place of the text', made((doc) => doc.getArray('text').insert(0, [1]))],
    ['bytes of nothing', new Uint8Array([1, 2, 3, 250, 9, 9, 9])],
  ])('%s is refused, and the text stays as it was', async (name, update) => {
    const { api } = await draft(name);
    const section = await sectionOf(company.lead, api, 'theme');
    expect(await send(company.lead, api, section.id, update)).toMatchObject({ status: 400, body: { code: 'plan.text_unreadable' } });
    expect(await sectionOf(company.lead, api, 'theme')).toMatchObject({ revision: 0, words: '' });
  });

  test('an update that builds on one the server has not is asked for again, and the whole text is taken then', async () => {
    const { api } = await draft('缺了一段');
    const section = await sectionOf(company.lead, api, 'theme');
    const writer = new Writer(company.lead, section);
    writer.type('前半句', 0, 0);
    writer.pending = [];
    writer.type('后半句', 0, 3);
    expect(await send(company.lead, api, section.id, Y.mergeUpdates(writer.pending))).toMatchObject({ status: 409, body: { code: 'plan.text_behind' } });
    expect((await send(company.lead, api, section.id, Y.encodeStateAsUpdate(writer.doc))).status).toBe(200);
    expect((await sectionOf(company.lead, api, 'theme')).words).toBe('前半句后半句');
  });

  test('more than 256 KB at once is refused', async () => {
    const { api } = await draft('太大');
    const section = await sectionOf(company.lead, api, 'theme');
    const writer = new Writer(company.lead, section);
    writer.type('长'.repeat(120_000), 0, 0);
    expect(await send(company.lead, api, section.id, Y.mergeUpdates(writer.pending))).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  });
});

describe('sections of the campaign’s own', () => {
  test('are added where they belong, renamed, moved, deleted, and come back with their text', async () => {
    const { api } = await draft('自定义');
    const { lead } = company;
    const channels = await sectionOf(lead, api, 'channels');
    const [first, second] = [crypto.randomUUID(), crypto.randomUUID()];
    await lead.must('POST', `${api}/plan/sections`, { id: first, title: 'KOL 合作', afterId: channels.id });
    await lead.must('POST', `${api}/plan/sections`, { id: first, title: 'KOL 合作', afterId: channels.id });
    await lead.must('POST', `${api}/plan/sections`, { id: second, title: '直播间', afterId: first });
    const titles = async () => (await read(lead, api)).map((section) => section.title || section.key);
    expect((await titles()).slice(4, 8)).toEqual(['channels', 'KOL 合作', '直播间', 'process']);
    await lead.must('POST', `${api}/plan/sections/${second}/place`, { afterId: channels.id });
    await lead.must('PATCH', `${api}/plan/sections/${first}`, { title: '达人合作' });
    expect((await titles()).slice(4, 8)).toEqual(['channels', '直播间', '达人合作', 'process']);
    await lead.must('POST', `${api}/plan/sections/${second}/place`, { afterId: null });
    expect((await titles())[0]).toBe('直播间');
    const writer = new Writer(lead, await sectionOf(lead, api, '达人合作'));
    writer.type('三位达人，各一条视频', 0, 0);
    await writer.send(api, first);
    const { state } = await sectionOf(lead, api, '达人合作');
    await lead.must('DELETE', `${api}/plan/sections/${first}`);
    expect(await titles()).not.toContain('达人合作');
    expect(await lead.ask('PATCH', `${api}/plan/sections/${first}`, { title: 'x' })).toMatchObject({ status: 409, body: { code: 'plan.section_gone' } });
    expect(await since(lead, api, channels.id, 0)).toEqual({ revision: 0, updates: [] });
    await lead.must('POST', `${api}/plan/sections`, { id: first, title: '达人合作', afterId: channels.id, state });
    expect(await sectionOf(lead, api, '达人合作')).toMatchObject({ words: '三位达人，各一条视频', revision: 1 });
    const { events } = await lead.must<{ events: { kind: string }[] }>('GET', `${api}/history?topic=plan`);
    expect(events.map((event) => event.kind.slice(13))).toEqual(['added', 'deleted', 'written', 'moved', 'renamed', 'moved', 'added', 'added']);
  });

  test('the standard ones stay', async () => {
    const { api } = await draft('标准章节');
    const { id } = await sectionOf(company.lead, api, 'theme');
    for (const [method, path, body] of [['PATCH', '', { title: '主题' }], ['POST', '/place', { afterId: null }], ['DELETE', '', undefined]] as const) {
      expect(await company.lead.ask(method, `${api}/plan/sections/${id}${path}`, body)).toMatchObject({ status: 409, body: { code: 'plan.section_fixed' } });
    }
  });

  test('forty are enough', async () => {
    const { api } = await draft('很多章节');
    for (let i = 0; i < 40; i += 1) await company.lead.must('POST', `${api}/plan/sections`, { id: crypto.randomUUID(), title: `第 ${i} 节`, afterId: null });
    expect(await company.lead.ask('POST', `${api}/plan/sections`, { id: crypto.randomUUID(), title: '再一节', afterId: null })).toMatchObject({ status: 409, body: { code: 'plan.too_many_sections' } });
  });
});

describe('who may, and when', () => {
  test('planners write while it is a draft; what comes after the submission is refused and not lost on the writer’s side', async () => {
    const campaign = await makeDraft(company, '冻结');
    const { api } = campaign;
    const section = await sectionOf(company.planner, api, 'theme');
    const writer = new Writer(company.planner, section);
    writer.type('提交之前', 0, 0);
    await writer.send(api, section.id);
    for (const role of ['executor', 'monitor', 'boss', 'finance'] as const) expect([role, (await send(company[role], api, section.id, Y.encodeStateAsUpdate(writer.doc))).status]).toEqual([role, 403]);
    expect((await send(company.outsider, api, section.id, Y.encodeStateAsUpdate(writer.doc))).status).toBe(404);
    expect((await company.outsider.ask('GET', `${api}/plan/sections`)).status).toBe(404);
    await submitPlanOf(company, campaign);
    writer.type('之后', 0, 4);
    const late = Y.mergeUpdates(writer.pending);
    expect((await send(company.planner, api, section.id, late)).status).toBe(403);
    expect((await sectionOf(company.boss, api, 'theme')).words).toBe('提交之前');
    expect((await company.planner.ask('POST', `${api}/plan/presence`, { sectionId: section.id })).status).toBe(403);
  });

  test('a section of another campaign is none', async () => {
    const [one, other] = [await draft('甲'), await draft('乙')];
    const foreign = await sectionOf(company.lead, other.api, 'theme');
    const writer = new Writer(company.lead, foreign);
    writer.type('写错了地方', 0, 0);
    expect(await send(company.lead, one.api, foreign.id, Y.mergeUpdates(writer.pending))).toMatchObject({ status: 409, body: { code: 'plan.section_gone' } });
    expect((await company.lead.ask('GET', `${one.api}/plan/sections/${foreign.id}/updates?since=0`)).status).toBe(409);
  });
});
