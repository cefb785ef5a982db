import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyCompress from '@fastify/compress';
import Fastify, { type FastifyInstance } from 'fastify';
import { findCompany } from '#features/account/server/account.api.ts';
import { closeOffice, closePdf } from '#features/document/server/document.api.ts';
import { SEND_MAILS } from '#features/notice/server/notice.jobs.ts';
import { signalNotices } from '#features/notice/server/notice.signals.ts';
import { closeProjects } from '#features/schedule/server/files/schedule.project.api.ts';
import type { Config } from '#platform/server/config.ts';
import { answers, openDatabase, openPool } from '#platform/server/db/database.ts';
import type { RecordedEvent } from '#platform/server/events.ts';
import { newId } from '#platform/server/identity.ts';
import type { Job } from '#platform/server/jobs/job.ts';
import { Jobs } from '#platform/server/jobs/jobs.ts';
import { LiveHub } from '#platform/server/live.ts';
import type { Log } from '#platform/server/log.ts';
import { openMailer } from '#platform/server/mail.ts';
import { answerError, mount, type Mounting } from '#platform/server/mount.ts';
import { openApiDocument, openApiPage } from '#platform/server/openapi.ts';
import type { Engine } from '#platform/server/operation.ts';
import { openRateLimits } from '#platform/server/rate-limits.ts';
import { openSessions, type Passwords } from '#platform/server/session.ts';
import { notFound } from '#platform/shared/problem.ts';
import { playFinishedCampaign } from './demo.ts';
import { allHandlers, allJobs, noticeSentence, reactions, scopes, sentenceOf } from './features.ts';
import { addSecurityHeaders } from './security-headers.ts';
import { servePages } from './pages.ts';
import { VERSION } from './version.ts';



export interface Server {
  /** Resolves to the address once requests are answered. */
  listen(): Promise<string>;
  close(): Promise<void>;
  /** The one-time link to the first-run set-up; undefined when the company is set up. */
  firstSignIn(): Promise<string | undefined>;
  readonly app: FastifyInstance;
  /** Work that no request waits for; runs by itself once `listen` was called. */
  readonly jobs: Jobs;
}

export interface ServerOptions {
  readonly databaseUrl: string;
  readonly log: Log;
  /** Where the built pages lie; tests of the API leave it out. */
  readonly webDirectory?: string;
  /** Beside the product's own: tests bring theirs. */
  readonly jobs?: readonly Job[];
  /** Only tests hand this over: the product keeps passwords as the sign-in library does. */
  readonly passwords?: Passwords;
}

/** The key that session cookies are signed with: made once, kept with the data, readable by its owner only. */
async function sessionSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, 'session-secret');
  const kept = await readFile(path, 'utf8').catch(() => '');
  if (kept.trim().length >= 32) return kept.trim();
  const made = randomBytes(32).toString('base64url');
  await mkdir(dataDir, { recursive: true });
  await writeFile(path, `${made}\n`, { mode: 0o600 });
  await chmod(path, 0o600);
  return made;
}

/** Puts the parts together: database, sessions, operations, pages. */
export async function createServer(config: Config, options: ServerOptions): Promise<Server> {
  const { databaseUrl, log } = options;
  const pool = openPool(databaseUrl);
  const db = openDatabase(pool);
  const live = new LiveHub(databaseUrl, log);
  const publicUrl = config.publicUrl ?? `http://${config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host}:${config.port}`;
  const sessions = openSessions({ databaseUrl, secret: await sessionSecret(config.dataDir), publicUrl, passwords: options.passwords });
  const setupCode = randomBytes(12).toString('base64url');
  const app = Fastify({ logger: false, trustProxy: config.publicUrl !== undefined, genReqId: () => newId(), routerOptions: { ignoreTrailingSlash: true, maxParamLength: 220 }, forceCloseConnections: true });
  const parts = { sessions, mailer: openMailer(config.smtpUrl), limits: openRateLimits(sessions.pool), publicUrl, setupCode, live, sayNotice: noticeSentence };
  const sendMails = (): void => { if (parts.mailer.configured) jobs.start(SEND_MAILS); };
  const committed = (events: readonly RecordedEvent[]): void => {
    // Here at once; the other servers hear of it a moment later.
    if (events.some((event) => event.kind.startsWith('account.'))) sessions.forget();
    live.publish(signalNotices(events, { db, live, log, sendMails }));
  };
  const engine: Engine = { db, scopes, reactions: { ...reactions, 'document.demo_created': [playFinishedCampaign(() => handlers)] }, log, committed };
  const jobs = new Jobs({ databaseUrl, engine, jobs: [...allJobs(parts), ...(options.jobs ?? [])] });
  const mounting: Mounting = { engine, sessions, sentence: sentenceOf, publicUrl };
  live.listen((note) => {
    if (note.kind.startsWith('account.')) sessions.forget();
  });
  app.setNotFoundHandler((request, reply) => answerError(notFound(), request, reply, mounting));
  await app.register(fastifyCompress, { threshold: 1_024, encodings: ['br', 'gzip'] });
  addSecurityHeaders(app, publicUrl);
  const handlers = allHandlers(parts);
  mount(app, handlers, mounting);
  addHealth(app, () => answers(db));
  const operations = handlers.map((handler) => handler.operation);
  app.get('/api/openapi.json', () => openApiDocument(operations, VERSION));
  app.get('/api/docs', (_request, reply) => reply.type('text/html; charset=utf-8').send(openApiPage(operations, reply.nonce)));
  if (options.webDirectory) await servePages(app, options.webDirectory);
  return {
    app, jobs,
    async listen() {
      await live.open();
      const address = await app.listen({ port: config.port, host: config.host });
      jobs.open();
      return address;
    },
    async firstSignIn() {
      if (await findCompany(db)) return undefined;
      const base = config.publicUrl ?? publicUrl.replace(/:0$/, `:${addressPort(app)}`);
      return `${base}/setup?code=${setupCode}`;
    },
    async close() {
      await jobs.close();
      await live.close();
      await app.close();
      await Promise.all([closePdf(), closeOffice(), closeProjects()]);
      await Promise.all([sessions.close(), db.destroy()]);
    },
  };
}

function addressPort(app: FastifyInstance): number {
  const address = app.addresses()[0];
  return typeof address === 'object' ? address.port : 0;
}

function addHealth(app: FastifyInstance, ask: () => Promise<boolean>): void {
  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const ready = await ask();
    return reply.status(ready ? 200 : 503).send({ status: ready ? 'ready' : 'no database' });
  });
}
