import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '#platform/server/testing/database.ts';
import { TestPerson } from '#platform/server/testing/http.ts';
import { readConfig } from '#platform/server/config.ts';
import type { Job } from '#platform/server/jobs/job.ts';
import type { Log } from '#platform/server/log.ts';
import { quickPasswords } from '#platform/server/testing/quick-passwords.ts';
import { createServer, type Server } from '../server.ts';

const PASSWORD = 'correct horse 1';

/** The whole server on a database of its own, with a company and its administrator. */
export interface TestProduct {
  readonly server: Server;
  readonly databaseUrl: string;
  readonly admin: TestPerson;
  /** What the server logged as errors. */
  readonly errors: readonly object[];
  /** Invites a person, who sets a password and signs in. */
  join(person: { name: string; email: string; orgRole?: string; departmentName?: string }): Promise<TestPerson & { readonly id: string }>;
  stranger(): TestPerson;
  close(): Promise<void>;
}

export async function startTestProduct(environment: Record<string, string> = {}, jobs: readonly Job[] = [], { realPasswords = false } = {}): Promise<TestProduct> {
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'muster-product-'));
  const config = readConfig({ MUSTER_DATA: dataDir, PORT: '0', ...environment });
  const errors: object[] = [];
  const log: Log = { info: () => undefined, warn: () => undefined, error: (data, message) => { errors.push(data); console.error(message, data); } };
  const server = await createServer(config, { databaseUrl: database.url, log, jobs, ...(realPasswords ? {} : { passwords: quickPasswords }) });
  await server.app.ready();
  const admin = new TestPerson(server.app);
  const link = await server.firstSignIn();
  const code = new URL(link ?? '').searchParams.get('code');
  await admin.must('POST', '/api/setup', { code, companyName: '示例公司', name: '管理员', email: 'admin@example.com', password: PASSWORD });
  await admin.signIn('admin@example.com', PASSWORD);
  return {
    server, databaseUrl: database.url, admin, errors,
    stranger: () => new TestPerson(server.app),
    async join(person) {
      const { invitations } = await admin.must<{ invitations: { link: string; personId: string }[] }>('POST', '/api/people', { people: [person] });
      const invitation = invitations[0];
      const joined = new TestPerson(server.app);
      await joined.must('POST', `/api/links/${new URL(invitation?.link ?? '').pathname.split('/').pop()}`, { name: person.name, password: PASSWORD });
      await joined.signIn(person.email, PASSWORD);
      return Object.assign(joined, { id: invitation?.personId ?? '' });
    },
    async close() {
      await server.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
