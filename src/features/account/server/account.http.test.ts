import { scryptSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import ExcelJS from 'exceljs';
import pg from 'pg';
import { SMTPServer } from 'smtp-server';
import { startTestProduct, type TestProduct } from '#apps/server/testing/product.ts';

const PASSWORD = 'correct horse 1';
let product: TestProduct;
beforeAll(async () => { product = await startTestProduct({}, [], { realPasswords: true }); });
afterAll(() => product.close());

const problemOf = (answer: { status: number; body: unknown }) => ({ status: answer.status, code: (answer.body as { code: string }).code });

describe('first-run set-up', () => {
  test('happens once', async () => {
    const answer = await product.stranger().ask('POST', '/api/setup', { code: 'anything', companyName: '另一家', name: '某人', email: 'b@example.com', password: PASSWORD });
    expect(problemOf(answer)).toEqual({ status: 409, code: 'account.setup_done' });
    expect(await product.server.firstSignIn()).toBeUndefined();
  });

  test('needs the code of the start', async () => {
    const fresh = await startTestProduct();
    try {
      const client = new pg.Client({ connectionString: fresh.databaseUrl });
      await client.connect();
      await client.query('delete from company');
      await client.end();
      const answer = await fresh.stranger().ask('POST', '/api/setup', { code: 'guess', companyName: '另一家', name: '某人', email: 'b@example.com', password: PASSWORD });
      expect(problemOf(answer)).toEqual({ status: 403, code: 'account.setup_code' });
    } finally {
      await fresh.close();
    }
  });
});

describe('invitation', () => {
  test('a link sets a password once, and only then the person can sign in', async () => {
    const { invitations } = await product.admin.must<{ invitations: { link: string; mailed: boolean }[] }>('POST', '/api/people', { people: [{ name: '李想', email: 'Li@Example.com', departmentName: '市场部' }] });
    const link = invitations[0]?.link ?? '';
    const token = new URL(link).pathname.split('/').pop();
    const visitor = product.stranger();
    expect(await visitor.must('GET', `/api/links/${token}`)).toEqual({ name: '李想', email: 'li@example.com', companyName: '示例公司', invited: true });
    expect(problemOf(await visitor.ask('POST', '/api/session', { email: 'li@example.com', password: PASSWORD }))).toEqual({ status: 401, code: 'account.credentials' });
    await visitor.must('POST', `/api/links/${token}`, { name: '李想', password: PASSWORD });
    await visitor.signIn('li@example.com', PASSWORD);
    expect(await visitor.must('GET', '/api/me')).toMatchObject({ name: '李想', departmentName: '市场部', orgRole: 'member', state: 'active' });
    expect(problemOf(await visitor.ask('POST', `/api/links/${token}`, { name: '李想', password: PASSWORD }))).toEqual({ status: 410, code: 'account.link_used' });
  });

  test('an address that is taken refuses the whole list, and nothing is half-written', async () => {
    const before = await product.admin.must<{ people: unknown[] }>('GET', '/api/people');
    const answer = await product.admin.ask('POST', '/api/people', { people: [{ name: '新人', email: 'new@example.com' }, { name: '管理员', email: 'admin@example.com' }] });
    expect(problemOf(answer)).toEqual({ status: 409, code: 'account.email_taken' });
    expect((answer.body as unknown as { title: string }).title).toContain('admin@example.com');
    const after = await product.admin.must<{ people: unknown[] }>('GET', '/api/people');
    expect(after.people).toHaveLength(before.people.length);
  });

  test('says field by field, in the person’s language, what is wrong', async () => {
    const wrong = { people: [{ name: '', email: 'nobody' }] };
    const chinese = await product.admin.ask('POST', '/api/people', wrong);
    expect(chinese.body).toMatchObject({ code: 'request.invalid', data: { issues: [{ path: 'people.0.name', message: '请填写' }, { path: 'people.0.email', message: '请填写有效的邮箱地址' }] } });
    const english = await product.admin.ask('POST', '/api/people', wrong, { 'accept-language': 'en-GB,en' });
    expect(english.body).toMatchObject({ data: { issues: [{ message: 'Required' }, { message: 'Enter a valid email address' }] } });
  });
});

describe('sessions', () => {
  test('sign-out everywhere ends the others at once', async () => {
    const first = await product.join({ name: '王芳', email: 'wang@example.com' });
    const second = product.stranger();
    await second.signIn('wang@example.com', PASSWORD);
    expect((await second.ask('GET', '/api/me')).status).toBe(200);
    const { sessions } = await first.must<{ sessions: { current: boolean }[] }>('GET', '/api/me/sessions');
    expect(sessions.filter((session) => session.current)).toHaveLength(1);
    await first.must('DELETE', '/api/me/sessions');
    await expect.poll(async () => (await second.ask('GET', '/api/me')).status).toBe(401);
    expect((await first.ask('GET', '/api/me')).status).toBe(401);
  });

  test('a changed password ends the other sessions; a wrong current one is refused', async () => {
    const person = await product.join({ name: '赵敏', email: 'zhao@example.com' });
    const elsewhere = product.stranger();
    await elsewhere.signIn('zhao@example.com', PASSWORD);
    expect(problemOf(await person.ask('POST', '/api/me/password', { current: 'wrong password', next: 'another horse 2' }))).toEqual({ status: 401, code: 'account.credentials' });
    await person.must('POST', '/api/me/password', { current: PASSWORD, next: 'another horse 2' });
    expect((await person.ask('GET', '/api/me')).status).toBe(200);
    await expect.poll(async () => (await elsewhere.ask('GET', '/api/me')).status).toBe(401);
  });

  test('a disabled person is out at once and stays out', async () => {
    const person = await product.join({ name: '周正', email: 'zhou@example.com' });
    await product.admin.must('PATCH', `/api/people/${person.id}`, { disabled: true });
    await expect.poll(async () => (await person.ask('GET', '/api/me')).status).toBe(401);
    expect((await person.ask('POST', '/api/session', { email: 'zhou@example.com', password: PASSWORD })).status).toBe(403);
    expect((await person.ask('GET', '/api/me')).status).toBe(401);
  });

  test('cookies are not readable by scripts', async () => {
    const answer = await product.stranger().ask('POST', '/api/session', { email: 'admin@example.com', password: PASSWORD });
    expect(String(answer.headers['set-cookie'])).toMatch(/muster\.session_token=.*HttpOnly.*SameSite=Lax/i);
  });

  test('the last administrator stays', async () => {
    const me = await product.admin.must<{ id: string }>('GET', '/api/me');
    expect(problemOf(await product.admin.ask('PATCH', `/api/people/${me.id}`, { orgRole: 'member' }))).toEqual({ status: 409, code: 'account.last_admin' });
  });
});

test('a password is kept as a salt and what scrypt makes of both with 32 MB of memory', async () => {
  const client = new pg.Client({ connectionString: product.databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ password: string }>("select c.password from credentials c join users u on u.id = c.user_id where u.email = 'admin@example.com'");
  await client.end();
  const [salt = '', key] = rows[0]?.password.split(':') ?? [];
  expect(salt).toMatch(/^[0-9a-f]{32}$/);
  expect(key).toBe(scryptSync(PASSWORD, salt, 64, { N: 16_384, r: 16, p: 1, maxmem: 64 * 1024 * 1024 }).toString('hex'));
});

test('guessing a password closes the door for that person and address, and says for how long', async () => {
  await product.join({ name: '孙丽', email: 'sun@example.com' });
  const guesser = product.stranger();
  const codes: string[] = [];
  for (let guess = 0; guess < 11; guess += 1) codes.push(problemOf(await guesser.ask('POST', '/api/session', { email: 'sun@example.com', password: `guess ${guess}` })).code);
  expect(codes.slice(0, 8)).toEqual(Array<string>(8).fill('account.credentials'));
  const closed = await guesser.ask('POST', '/api/session', { email: 'sun@example.com', password: PASSWORD });
  expect(problemOf(closed)).toEqual({ status: 429, code: 'request.too_many' });
  expect(Number(closed.headers['retry-after'])).toBeGreaterThan(60);
});

test('a page of another site cannot write', async () => {
  const body = { email: 'admin@example.com', password: PASSWORD };
  expect(problemOf(await product.stranger().ask('POST', '/api/session', body, { origin: 'https://evil.example' }))).toEqual({ status: 403, code: 'request.foreign_origin' });
  expect(problemOf(await product.stranger().ask('POST', '/api/session', body, { 'sec-fetch-site': 'cross-site' }))).toEqual({ status: 403, code: 'request.foreign_origin' });
});

test('departments: one name once', async () => {
  const made = await product.admin.must<{ id: string }>('POST', '/api/departments', { name: '品牌部' });
  expect(problemOf(await product.admin.ask('POST', '/api/departments', { name: '品牌部' }))).toEqual({ status: 409, code: 'account.department_taken' });
  expect(await product.admin.must('PATCH', `/api/departments/${made.id}`, { name: '品牌中心' })).toMatchObject({ name: '品牌中心' });
});

test('a people table in xlsx is read for review, with questions, and nothing is written', async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('人员');
  sheet.addRows([['姓名', '邮箱', '部门', '职务', '角色'], ['何静', 'he@example.com', '品牌部', '主管', '成员'], ['某人', 'admin@example.com', '', '', ''], ['无邮箱', '', '', '', '']]);
  const before = await product.admin.must<{ people: unknown[] }>('GET', '/api/people');
  const answer = await product.admin.ask('POST', `/api/people/read?name=${encodeURIComponent('人员.xlsx')}`, Buffer.from(await book.xlsx.writeBuffer()));
  expect(answer.body).toMatchObject({ rows: [{ name: '何静', email: 'he@example.com', departmentName: '品牌部', title: '主管', orgRole: 'member', question: null }, { question: '邮箱已有账号' }, { question: '邮箱不正确' }] });
  expect((await product.admin.must<{ people: unknown[] }>('GET', '/api/people')).people).toHaveLength(before.people.length);
  expect(problemOf(await product.admin.ask('POST', '/api/people/read?name=x.xlsx', Buffer.from('not a workbook at all')))).toEqual({ status: 422, code: 'account.people_file' });
});

test('a forgotten password: the mail’s link sets a new one, and the answer never tells who exists', async () => {
  const mails: string[] = [];
  const smtp = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], onData: (stream, _session, done) => {
    let text = '';
    stream.on('data', (chunk: Buffer) => { text += chunk.toString(); });
    stream.on('end', () => { mails.push(text); done(); });
  } });
  await new Promise<void>((resolve) => { smtp.listen(0, '127.0.0.1', resolve); });
  const { port } = smtp.server.address() as { port: number };
  const mailing = await startTestProduct({ SMTP_URL: `smtp://127.0.0.1:${port}?from=muster%40example.com` });
  try {
    const visitor = mailing.stranger();
    expect(await visitor.must('POST', '/api/password-resets', { email: 'nobody@example.com' })).toEqual({ mail: true });
    expect(await visitor.must('POST', '/api/password-resets', { email: 'admin@example.com' })).toEqual({ mail: true });
    await expect.poll(() => mails.length).toBe(1);
    const encoded = mails[0]?.split('\r\n\r\n').slice(1).join('') ?? '';
    const text = /base64/i.test(mails[0] ?? '') ? Buffer.from(encoded, 'base64').toString() : encoded.replaceAll('=\r\n', '').replaceAll('=3D', '=');
    const token = /\/link\/([\w-]+)/.exec(text)?.[1];
    await visitor.must('POST', `/api/links/${token}`, { name: '管理员', password: 'another horse 2' });
    await visitor.signIn('admin@example.com', 'another horse 2');
    await expect.poll(async () => (await mailing.admin.ask('GET', '/api/me')).status).toBe(401);
  } finally {
    await mailing.close();
    smtp.close();
  }
});
