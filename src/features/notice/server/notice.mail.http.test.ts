import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createServer, type Server } from '#apps/server/server.ts';
import { startTestProduct, type TestProduct } from '#apps/server/testing/product.ts';
import { readConfig } from '#platform/server/config.ts';
import { defineJob } from '#platform/server/jobs/job.ts';
import type { Log } from '#platform/server/log.ts';
import { askDatabase } from '#platform/server/testing/database.ts';
import type { TestPerson } from '#platform/server/testing/http.ts';
import { startTestSmtp, type TestSmtp } from '#platform/server/testing/smtp.ts';
import { type Notice, notify, settleNotices } from './notice.api.ts';

type Member = TestPerson & { readonly id: string };

const tell = defineJob({ name: 'test.tell', run: (work, payload) => notify(work, { code: 'notice.trial', topic: 'approval', data: { name: '陈婧' }, link: '/approvals/42', ...payload } as unknown as Notice) });
const settle = defineJob({ name: 'test.settle', run: (work, payload) => settleNotices(work, String(payload['subjectId'])) });

let smtp: TestSmtp;
let product: TestProduct;
let chen: Member;
let zhou: Member;

beforeAll(async () => {
  smtp = await startTestSmtp();
  product = await startTestProduct({ SMTP_URL: smtp.url, MUSTER_URL: 'https://muster.example.com' }, [tell, settle]);
  chen = await product.join({ name: '陈婧', email: 'chen@example.com' });
  zhou = await product.join({ name: '周正', email: 'zhou@example.com', orgRole: 'management' });
  (smtp.mails as unknown[]).length = 0; // the invitations
});
afterAll(async () => {
  await product.close();
  await smtp.stop();
});
afterEach(async () => {
  await askDatabase(product.databaseUrl, 'delete from notices');
  await askDatabase(product.databaseUrl, 'delete from notice_preferences');
  (smtp.mails as unknown[]).length = 0;
  smtp.refuse(0);
});

/** Written at `at` (Shanghai is eight hours ahead of Z), as far as mails are concerned. */
async function send(notice: Partial<Notice> & Pick<Notice, 'to'>, at = '2026-03-05T06:00:00Z'): Promise<void> {
  await product.server.jobs.runNow('test.tell', { payload: { ...notice } });
  await askDatabase(product.databaseUrl, `update notices set created_at = '${at}' where mail_due_at is null`);
}
const deliver = (now: string, server: Server = product.server) => server.jobs.runNow('notice.sendMails', { now: new Date(now) });
const states = async () => (await askDatabase(product.databaseUrl, 'select mail_state, mail_tries from notices order by id')).map((row) => [row['mail_state'], row['mail_tries']]);
const choose = (person: TestPerson, wish: object) => person.must('PUT', '/api/me/notice-preferences', {
  locale: 'zh-CN', mail: { approval: 'now', request: 'now', money: 'now' }, quiet: { from: '22:00', to: '08:00' }, digestAt: '09:00', ...wish,
});

describe('a mail', () => {
  test('leaves at once by day, with title, words and a link, in text and HTML', async () => {
    await send({ to: { users: [chen.id] } });
    await deliver('2026-03-05T06:00:01Z');
    expect(smtp.mails.length).toBe(1);
    const [mail] = smtp.mails;
    expect(mail).toMatchObject({ to: ['chen@example.com'], subject: '这是一条试发的消息' });
    for (const body of [mail?.text, mail?.html]) {
      expect(body).toContain('陈婧，收到它，说明消息能送到您这里。');
      expect(body).toContain('https://muster.example.com/approvals/42');
      expect(body).toContain('https://muster.example.com/settings/notices');
      expect(body).toContain('示例公司');
    }
    // RFC 3834: no holiday answer replies to it.
    expect(mail?.headers.get('auto-submitted')).toEqual(['auto-generated']);
    expect(mail?.headers.get('from')).toEqual(['点兵 <muster@example.com>']);
    expect(await states()).toEqual([['sent', 1]]);
    await deliver('2026-03-06T06:00:00Z');
    expect(smtp.mails.length).toBe(1);
  });

  test('speaks the language that the person chose', async () => {
    await choose(chen, { locale: 'en' });
    await send({ to: { users: [chen.id] } });
    await deliver('2026-03-05T06:00:01Z');
    expect(smtp.mails[0]).toMatchObject({ subject: 'This is a trial notice', text: expect.stringContaining('please do not reply') as string });
  });

  test('waits for the end of the quiet hours, and what came in the night is one mail', async () => {
    await send({ to: { users: [chen.id] } }, '2026-03-05T15:30:00Z'); // 23:30
    await deliver('2026-03-05T15:30:01Z');
    await send({ to: { users: [chen.id] }, link: '/approvals/43' }, '2026-03-05T20:00:00Z'); // 4:00
    await deliver('2026-03-05T23:59:59Z'); // 7:59
    expect(smtp.mails).toEqual([]);
    await deliver('2026-03-06T00:00:00Z'); // 8:00
    expect(smtp.mails.map(({ subject }) => subject)).toEqual(['您有 2 条新消息']);
    for (const link of ['/approvals/42', '/approvals/43', '/notices']) expect(smtp.mails[0]?.html).toContain(`https://muster.example.com${link}`);
  });

  test('of the digest comes once a day with all that is unread', async () => {
    await choose(chen, { mail: { approval: 'digest', request: 'digest', money: 'now' }, digestAt: '17:30' });
    for (const [topic, link] of [['approval', '/a'], ['request', '/b'], ['approval', '/c']] as const) await send({ to: { users: [chen.id] }, topic, link });
    const { notices } = await chen.must<{ notices: { id: string; link: string }[] }>('GET', '/api/notices');
    await chen.must('POST', '/api/notices/read', { ids: [notices.find(({ link }) => link === '/b')?.id] });
    await deliver('2026-03-05T09:29:00Z');
    expect(smtp.mails).toEqual([]);
    await deliver('2026-03-05T09:30:00Z'); // 17:30
    await deliver('2026-03-05T09:31:00Z');
    expect(smtp.mails.map(({ subject }) => subject)).toEqual(['您有 2 条新消息']);
    expect(smtp.mails[0]?.text).not.toContain('example.com/b');
  });

  test('is not sent to who wants none, or once it was read or somebody else has done it', async () => {
    await choose(zhou, { mail: { approval: 'never', request: 'now', money: 'now' } });
    const subjectId = crypto.randomUUID();
    await send({ to: { users: [zhou.id] } });
    await send({ to: { users: [chen.id] }, subjectId });
    await product.server.jobs.runNow('test.settle', { payload: { subjectId } });
    await send({ to: { users: [chen.id] } });
    await chen.must('POST', '/api/notices/read', { upTo: 'ffffffff-ffff-7fff-bfff-ffffffffffff' });
    expect(await states()).toEqual([['none', 0], ['none', 0], ['none', 0]]);
    await deliver('2026-03-05T06:00:01Z');
    expect(smtp.mails).toEqual([]);
    expect((await chen.must<{ notices: unknown[] }>('GET', '/api/notices')).notices.length).toBe(2);
  });

  test('is not sent to who left in the meantime', async () => {
    const gone = await product.join({ name: '离职', email: 'gone@example.com' });
    (smtp.mails as unknown[]).length = 0;
    await send({ to: { users: [gone.id] } });
    await product.admin.must('PATCH', `/api/people/${gone.id}`, { disabled: true });
    await deliver('2026-03-05T06:00:01Z');
    expect([smtp.mails, await states()]).toEqual([[], [['none', 0]]]);
  });
});

describe('what people write', () => {
  test('cannot begin a header, add a receiver or become HTML', async () => {
    const name = '张\r\nBcc: thief@example.net\r\n\r\n<script>alert(1)</script>" & \u2028"x';
    await send({ to: { users: [chen.id] }, data: { name }, link: '/approvals/"><img src=x>' });
    await deliver('2026-03-05T06:00:01Z');
    const [mail] = smtp.mails;
    expect(mail?.to).toEqual(['chen@example.com']);
    expect(mail?.headers.has('bcc')).toBe(false);
    expect(mail?.html).not.toContain('<script>');
    expect(mail?.html).not.toContain('<img');
    expect(mail?.html).toContain('&lt;script&gt;');
  });

  test('stays in one subject line', async () => {
    const { openMailer } = await import('#platform/server/mail.ts');
    await openMailer(smtp.url).send({ to: 'chen@example.com', subject: '审批\r\nBcc: thief@example.net\r\nX: \u0000y', text: '正文' });
    expect(smtp.mails[0]?.subject).toBe('审批 Bcc: thief@example.net X: y');
    expect([...(smtp.mails[0]?.headers.keys() ?? [])]).not.toContain('bcc');
    for (const to of ['a@example.com, b@example.com', 'a@example.com\r\nBcc: b@example.com', '"a" <a@example.com>', 'a@b@example.com']) {
      await expect(openMailer(smtp.url).send({ to, subject: 's', text: 't' }), to).rejects.toThrow('not a mail address');
    }
    expect(smtp.mails.length).toBe(1);
  });
});

describe('a mail server', () => {
  test('that is away gets the mail when it is back', async () => {
    await send({ to: { users: [chen.id] } });
    await smtp.stop();
    await deliver('2026-03-05T06:00:01Z');
    expect(await states()).toEqual([['due', 1]]);
    await smtp.start();
    await deliver('2026-03-05T06:00:30Z'); // not before its minute is over
    expect(smtp.mails).toEqual([]);
    await deliver('2026-03-05T06:01:30Z');
    expect(smtp.mails.length).toBe(1);
    expect(await states()).toEqual([['sent', 2]]);
  });

  test('that refuses the address for good is not asked again; the log says why, without the address', async () => {
    smtp.refuse(550);
    await send({ to: { users: [chen.id] } });
    const logged = product.errors.length;
    await deliver('2026-03-05T06:00:01Z');
    expect(await states()).toEqual([['failed', 1]]);
    const entries = JSON.stringify(product.errors.slice(logged));
    expect(entries).toContain('550');
    expect(entries).not.toContain('chen@example.com');
    expect((await chen.must<{ unread: number }>('GET', '/api/notices/bell')).unread).toBe(1);
  });

  test('that refuses for now is asked later and later, and given up in the end', async () => {
    smtp.refuse(451);
    await choose(chen, { quiet: null });
    await send({ to: { users: [chen.id] } });
    const logged = product.errors.length;
    let now = Date.parse('2026-03-05T06:00:01Z');
    for (let asked = 0; asked < 12; asked += 1, now += 11 * 3_600_000) await deliver(new Date(now).toISOString());
    expect(await states()).toEqual([['failed', 7]]);
    expect(product.errors.length).toBe(logged + 1);
  });
});

test('two servers on one database send each mail once', async () => {
  const people = await Promise.all(Array.from({ length: 6 }, (_, index) => product.join({ name: `成员${index}`, email: `member${index}@example.com` })));
  (smtp.mails as unknown[]).length = 0;
  const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const other = await createServer(readConfig({ PORT: '0', SMTP_URL: smtp.url, MUSTER_DATA: `/tmp/muster-other-${crypto.randomUUID()}` }), { databaseUrl: product.databaseUrl, log: silent });
  try {
    for (const link of ['/1', '/2', '/3']) await send({ to: { users: people.map(({ id }) => id) }, link });
    await Promise.all([deliver('2026-03-05T06:00:01Z'), deliver('2026-03-05T06:00:01Z', other), deliver('2026-03-05T06:00:01Z'), deliver('2026-03-05T06:00:01Z', other)]);
    expect(smtp.mails.flatMap(({ to }) => to).sort()).toEqual(people.map((_, index) => `member${index}@example.com`));
    expect(smtp.mails.every(({ subject }) => subject === '您有 3 条新消息')).toBe(true);
  } finally {
    await other.close();
  }
});

test('a trial reaches the person by itself, seconds after they asked for it', async () => {
  await product.server.listen();
  // Whatever the hour: who asks for a trial is awake.
  await choose(zhou, { quiet: { from: '00:00', to: '23:59' } });
  expect(await zhou.must('POST', '/api/notices/trial')).toEqual({ mailed: true });
  await expect.poll(() => smtp.mails.map(({ to }) => to), { timeout: 15_000 }).toEqual([['zhou@example.com']]);
  await zhou.must('POST', '/api/notices/trial');
  const began = Date.now();
  await expect.poll(() => smtp.mails.length, { timeout: 5_000 }).toBe(2);
  expect(Date.now() - began).toBeLessThan(2_000);
});
