import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestProduct, type TestProduct } from '#apps/server/testing/product.ts';
import { defineJob } from '#platform/server/jobs/job.ts';
import { askDatabase } from '#platform/server/testing/database.ts';
import type { TestPerson } from '#platform/server/testing/http.ts';
import { type Notice, notify, settleNotices } from './notice.api.ts';

type Member = TestPerson & { readonly id: string };
interface Listed {
  readonly unread: number;
  readonly notices: readonly { id: string; title: string; text: string; link: string; readAt: string | null; settledAt: string | null }[];
  readonly next: string | null;
}

let product: TestProduct;
let chen: Member;
let zhou: Member;
let wu: Member;

/** Other features call these inside their own work. */
const tell = defineJob({ name: 'test.tell', run: (work, payload) => notify(work, { code: 'notice.trial', topic: 'approval', data: { name: '陈婧' }, link: '/approvals', ...payload } as unknown as Notice) });
const tellAs = defineJob({ name: 'test.tellAs', run: (work, payload) => notify(
  { ...work, actor: { userId: String(payload['userId']), name: '周正', orgRole: 'management', departmentId: null } },
  { code: 'notice.trial', topic: 'request', data: {}, link: '/', to: { roles: ['management'] } },
) });
const settle = defineJob({ name: 'test.settle', run: (work, payload) => settleNotices(work, String(payload['subjectId'])) });
const fail = defineJob({ name: 'test.fail', run: async (work, payload) => {
  await notify(work, { code: 'notice.trial', topic: 'approval', data: {}, link: '/', to: { users: [String(payload['userId'])] } });
  throw new Error('what came after failed');
} });

beforeAll(async () => {
  product = await startTestProduct({}, [tell, tellAs, settle, fail]);
  chen = await product.join({ name: '陈婧', email: 'chen@example.com' });
  zhou = await product.join({ name: '周正', email: 'zhou@example.com', orgRole: 'management' });
  wu = await product.join({ name: '吴迪', email: 'wu@example.com', orgRole: 'management' });
});
afterAll(() => product.close());

const send = (notice: Partial<Notice> & Pick<Notice, 'to'>) => product.server.jobs.runNow('test.tell', { payload: { ...notice } });
const listOf = (person: TestPerson, query = '') => person.must<Listed>('GET', `/api/notices${query}`);
const bellOf = (person: TestPerson) => person.must<{ unread: number; latest: Listed['notices'] }>('GET', '/api/notices/bell');
const clear = () => askDatabase(product.databaseUrl, 'delete from notices');

describe('who is told', () => {
  test('people by name and by role, each once; not who is left out, disabled or not here yet', async () => {
    const gone = await product.join({ name: '离职', email: 'gone@example.com', orgRole: 'management' });
    await product.admin.must('PATCH', `/api/people/${gone.id}`, { disabled: true });
    await product.admin.must('POST', '/api/people', { people: [{ name: '未到', email: 'later@example.com', orgRole: 'management' }] });
    await send({ to: { users: [chen.id, zhou.id, gone.id], roles: ['management'] }, except: [wu.id] });
    const told = await askDatabase(product.databaseUrl, 'select u.name from notices n join users u on u.id = n.user_id order by u.email');
    expect(told.map(({ name }) => name)).toEqual(['陈婧', '周正']);
    await clear();
  });

  test('not the one who does it', async () => {
    await product.server.jobs.runNow('test.tellAs', { payload: { userId: zhou.id } });
    expect([(await listOf(zhou)).unread, (await listOf(wu)).unread]).toEqual([0, 1]);
    await clear();
  });

  test('nobody, when the work that tells fails', async () => {
    await expect(product.server.jobs.runNow('test.fail', { payload: { userId: chen.id } })).rejects.toThrow('what came after failed');
    expect(await listOf(chen)).toMatchObject({ unread: 0, notices: [] });
  });

  test('who was told, and of what, stands in the log; without a person when a job did it', async () => {
    await send({ to: { users: [chen.id] }, campaignId: null });
    const [event] = await askDatabase(product.databaseUrl, "select actor_id, operation, after from events where kind = 'notice.sent' order by seq desc limit 1");
    expect(event).toMatchObject({ actor_id: null, operation: 'test.tell', after: { code: 'notice.trial', users: [chen.id], roles: [] } });
    await clear();
  });
});

describe('one’s own notices', () => {
  test('come finished in the language of who asks, with their link', async () => {
    await send({ to: { users: [chen.id] }, link: '/approvals/1' });
    expect((await listOf(chen)).notices[0]).toMatchObject({ title: '这是一条试发的消息', text: '陈婧，收到它，说明消息能送到您这里。', link: '/approvals/1' });
    const english = await chen.ask('GET', '/api/notices', undefined, { 'accept-language': 'en' });
    expect(english.body).toMatchObject({ notices: [{ title: 'This is a trial notice' }] });
    await clear();
  });

  test('nobody sees or changes another’s', async () => {
    await send({ to: { users: [chen.id] } });
    const [own] = (await listOf(chen)).notices;
    expect((await listOf(zhou)).notices).toEqual([]);
    expect(await bellOf(zhou)).toEqual({ unread: 0, latest: [] });
    await zhou.must('POST', '/api/notices/read', { ids: [own?.id] });
    await zhou.must('POST', '/api/notices/read', { upTo: 'ffffffff-ffff-7fff-bfff-ffffffffffff' });
    expect((await listOf(chen)).notices[0]?.readAt).toBeNull();
    expect((await product.stranger().ask('GET', '/api/notices')).status).toBe(401);
    await clear();
  });

  test('all up to the newest seen are read at once; what comes in meanwhile stays unread', async () => {
    await send({ to: { users: [chen.id] } });
    await wait(3); // ids sort by the millisecond
    await send({ to: { users: [chen.id] } });
    const seen = (await bellOf(chen)).latest[0]?.id;
    await wait(3);
    await send({ to: { users: [chen.id] } });
    expect(await chen.must('POST', '/api/notices/read', { upTo: seen })).toEqual({ unread: 1 });
    const { latest } = await bellOf(chen);
    expect(latest.map(({ readAt }) => readAt === null)).toEqual([true, false, false]);
    await clear();
  });

  test('the bell shows what is unread before what is newer and read', async () => {
    for (const link of ['/1', '/2', '/3']) {
      await send({ to: { users: [chen.id] }, link });
      await wait(3);
    }
    const { latest } = await bellOf(chen);
    await chen.must('POST', '/api/notices/read', { ids: latest.filter(({ link }) => link !== '/1').map(({ id }) => id) });
    expect((await bellOf(chen)).latest.map(({ link }) => link)).toEqual(['/1', '/3', '/2']);
    expect((await listOf(chen)).notices.map(({ link }) => link)).toEqual(['/3', '/2', '/1']);
    expect((await listOf(chen, '?show=unread')).notices.map(({ link }) => link)).toEqual(['/1']);
    await clear();
  });

  test('are read page by page, each once', async () => {
    for (let sent = 0; sent < 65; sent += 1) await send({ to: { users: [chen.id] }, link: `/${sent}` });
    const links: string[] = [];
    let after = '';
    for (let pages = 0; pages < 5; pages += 1) {
      const page: Listed = await listOf(chen, after);
      links.push(...page.notices.map(({ link }) => link));
      if (page.next === null) break;
      after = `?after=${page.next}`;
    }
    expect(links.length).toBe(65);
    expect(new Set(links).size).toBe(65);
    await clear();
  });

  test('what somebody else has done waits for nobody', async () => {
    const subjectId = crypto.randomUUID();
    await send({ to: { roles: ['management'] }, subjectId });
    await send({ to: { users: [zhou.id] } });
    await product.server.jobs.runNow('test.settle', { payload: { subjectId } });
    expect((await listOf(wu)).unread).toBe(0);
    expect(await listOf(zhou)).toMatchObject({ unread: 1 });
    expect((await listOf(wu)).notices[0]?.settledAt).not.toBeNull();
    await clear();
  });
});

describe('how one wants to be told', () => {
  const chosen = { locale: 'en', mail: { approval: 'digest', request: 'never', money: 'now', briefing: 'digest' }, quiet: { from: '21:30', to: '07:00' }, digestAt: '17:45' };

  test('begins with what disturbs nobody, and is kept', async () => {
    expect(await wu.must('GET', '/api/me/notice-preferences')).toEqual({
      locale: 'zh-CN', mail: { approval: 'now', request: 'now', money: 'now', briefing: 'now', task: 'digest' }, quiet: { from: '22:00', to: '08:00' }, digestAt: '09:00',
      email: 'wu@example.com', timeZone: 'Asia/Shanghai', mailConfigured: false,
    });
    await wu.must('PUT', '/api/me/notice-preferences', chosen);
    expect(await wu.must('GET', '/api/me/notice-preferences')).toMatchObject(chosen);
    await wu.must('PUT', '/api/me/notice-preferences', { ...chosen, quiet: null });
    expect(await wu.must('GET', '/api/me/notice-preferences')).toMatchObject({ quiet: null });
    expect(await zhou.must('GET', '/api/me/notice-preferences')).toMatchObject({ digestAt: '09:00' });
  });

  test('what has not been mailed yet follows a new choice', async () => {
    await send({ to: { users: [zhou.id] }, topic: 'approval' });
    await send({ to: { users: [zhou.id] }, topic: 'request' });
    await zhou.must('PUT', '/api/me/notice-preferences', chosen);
    await send({ to: { users: [zhou.id] }, topic: 'money' });
    const states = await askDatabase(product.databaseUrl, `select topic, mail_state from notices where user_id = '${zhou.id}' order by topic`);
    expect(states).toEqual([{ topic: 'approval', mail_state: 'digest' }, { topic: 'money', mail_state: 'due' }, { topic: 'request', mail_state: 'none' }]);
    await clear();
  });

  test('quiet hours without a length are refused with a way out', async () => {
    const answer = await wu.ask('PUT', '/api/me/notice-preferences', { ...chosen, quiet: { from: '08:00', to: '08:00' } });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ code: 'notice.quiet_empty', title: expect.stringContaining('关闭免打扰') as string });
  });

  test('without a mail server nothing waits to be mailed: the day that there is one begins without old mails', async () => {
    await send({ to: { users: [chen.id] } });
    await product.server.jobs.runNow('notice.sendMails');
    expect(await askDatabase(product.databaseUrl, 'select mail_state from notices')).toEqual([{ mail_state: 'none' }]);
    expect((await listOf(chen)).unread).toBe(1);
    await clear();
  });
});

test('the bells of those who are told ring at once, and nobody else’s', async () => {
  const address = await product.server.listen();
  const cookie = async (email: string): Promise<string> => {
    const answer = await fetch(`${address}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password: 'correct horse 1' }) });
    return answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
  };
  const stop = new AbortController();
  const follow = async (email: string): Promise<() => string> => {
    const response = await fetch(`${address}/api/live`, { headers: { cookie: await cookie(email) }, signal: stop.signal });
    let heard = '';
    void (async () => { for await (const chunk of response.body ?? []) heard += new TextDecoder().decode(chunk as Uint8Array); })().catch(() => undefined);
    return () => heard;
  };
  const [own, other, role] = [await follow('chen@example.com'), await follow('admin@example.com'), await follow('wu@example.com')];
  const subjectId = crypto.randomUUID();
  await wait(100);
  await send({ to: { users: [chen.id], roles: ['management'] }, subjectId });
  await expect.poll(own).toContain('event: notice');
  await expect.poll(role).toContain('event: notice');
  expect(own()).not.toContain(chen.id);
  const before = own().split('event: notice').length;
  await product.server.jobs.runNow('test.settle', { payload: { subjectId } });
  await expect.poll(() => own().split('event: notice').length).toBe(before + 1);
  expect(other()).not.toContain('event: notice');
  // That somebody was told something is no change of any page.
  expect(other()).not.toContain('notice');
  stop.abort();
});
