import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '#platform/shared/actor.ts';
import type { AnyOperation } from '#platform/shared/contract.ts';
import { pickLocale } from '#platform/shared/messages.ts';
import { Problem, type ProblemBody } from '#platform/shared/problem.ts';
import { KEY_HEADER } from './idempotency.ts';
import type { Log } from './log.ts';
import { type Engine, type FileAnswer, type Handler, perform } from './operation.ts';
import type { Sessions } from './session.ts';
import { parseInput } from './validation.ts';

export interface Mounting {
  readonly engine: Engine;
  readonly sessions: Sessions;
  /** Turns a code and its data into a sentence. */
  readonly sentence: (code: string, data: Readonly<Record<string, unknown>>, locale: Caller['locale']) => string;
  /** Hosts whose pages may write, beside the one that the request came to. */
  readonly publicUrl: string;
}

export const UPLOAD_LIMIT = 20 * 1024 * 1024;
const JSON_LIMIT = 2 * 1024 * 1024;

/** Makes a route of every operation. */
export function mount(app: FastifyInstance, handlers: readonly Handler[], mounting: Mounting): void {
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: UPLOAD_LIMIT }, (_request, body, next) => next(null, body));
  app.setErrorHandler((error, request, reply) => answerError(error, request, reply, mounting));
  for (const handler of handlers) {
    const { operation } = handler;
    app.route({
      method: operation.method,
      url: operation.path,
      bodyLimit: operation.upload ? UPLOAD_LIMIT : JSON_LIMIT,
      handler: (request, reply) => serve(handler, request, reply, mounting),
    });
  }
}

/** The language that the person chose in the page, or else the one that their browser asks for. */
function localeOf({ headers }: FastifyRequest): Caller['locale'] {
  const chosen = headers.cookie && /(?:^|;\s*)muster_locale=([^;]+)/.exec(headers.cookie)?.[1];
  return pickLocale(chosen || headers['accept-language']);
}

async function callerOf(request: FastifyRequest, sessions: Sessions): Promise<Caller> {
  return {
    actor: await sessions.identify(request.headers.cookie),
    locale: localeOf(request),
    address: request.ip,
  };
}

async function serve(handler: Handler, request: FastifyRequest, reply: FastifyReply, mounting: Mounting): Promise<unknown> {
  const { operation } = handler;
  if (operation.writes) refuseForeignOrigin(request, mounting.publicUrl);
  const caller = await callerOf(request, mounting.sessions);
  const answer = await perform(mounting.engine, handler, {
    caller,
    headers: new Headers({ cookie: request.headers.cookie ?? '', 'user-agent': request.headers['user-agent'] ?? '', 'x-forwarded-for': request.ip }),
    params: request.params as Record<string, string>,
    setCookie: (line) => void reply.header('set-cookie', line),
    idempotencyKey: request.headers[KEY_HEADER] as string | undefined,
    replayed: () => void reply.header('idempotency-replayed', 'true'),
    parse: () => inputOf(operation, request, caller.locale),
  });
  reply.header('cache-control', 'no-store');
  if (operation.response === 'file') return sendFile(request, reply, answer as FileAnswer);
  if (operation.response === 'events') {
    reply.hijack();
    (answer as { follow: (response: typeof reply.raw) => void }).follow(reply.raw);
    return reply;
  }
  return reply.send(answer);
}

function inputOf(operation: AnyOperation, request: FastifyRequest, locale: Caller['locale']): unknown {
  const input = parseInput(operation, { params: request.params, query: request.query, body: request.body }, locale);
  if (!operation.upload) return input;
  if (!Buffer.isBuffer(request.body)) throw new Problem('request.invalid', 400, { issues: [] });
  return { ...input, upload: { name: String((request.query as { name?: string }).name ?? ''), bytes: request.body } };
}

/** A write must come from our own pages (or from no page at all: a script with its own token or cookie jar). */
function refuseForeignOrigin(request: FastifyRequest, publicUrl: string): void {
  const site = request.headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') throw new Problem('request.foreign_origin', 403);
  const origin = request.headers.origin;
  if (origin === undefined) return;
  const host = URL.canParse(origin) ? new URL(origin).host : undefined;
  if (host !== request.headers.host && host !== new URL(publicUrl).host) throw new Problem('request.foreign_origin', 403);
}

function sendFile(request: FastifyRequest, reply: FastifyReply, file: FileAnswer): FastifyReply {
  if (file.etag !== undefined) {
    // Weak: on the way the bytes are compressed, one way or another. Asked again each time, since what was readable may no longer be.
    const tag = `W/"${file.etag}"`;
    reply.headers({ etag: tag, 'cache-control': 'private, no-cache' });
    if (request.headers['if-none-match']?.split(',').some((known) => known.trim() === tag)) return reply.status(304).send();
  }
  // RFC 6266: an ASCII name for old readers, the real one in UTF-8.
  const plain = file.name.replaceAll(/[^\w.-]/g, '_');
  reply.header('content-type', file.mediaType);
  reply.header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name)}`);
  reply.header('x-content-type-options', 'nosniff');
  return reply.send(file.body);
}

const fastifyCodes: Record<string, readonly [string, number]> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['request.too_large', 413],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['request.invalid', 415],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['request.invalid', 400],
  FST_ERR_CTP_INVALID_JSON_BODY: ['request.invalid', 400],
};

function problemOf(error: unknown, request: FastifyRequest, log: Log): Problem {
  if (error instanceof Problem) return error;
  const code = (error as { code?: string }).code ?? '';
  const status = (error as { statusCode?: number }).statusCode ?? 500;
  const known = fastifyCodes[code];
  if (known) return new Problem(known[0], known[1]);
  if (status >= 400 && status < 500) return new Problem('request.invalid', status, { issues: [] });
  log.error({ requestId: request.id, operation: request.routeOptions.url, err: error }, 'unexpected error');
  return new Problem('server.failed', 500, { requestId: request.id });
}

export async function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply, mounting: Mounting): Promise<FastifyReply> {
  const problem = problemOf(error, request, mounting.engine.log);
  const locale = localeOf(request);
  const body: ProblemBody = {
    type: 'about:blank',
    code: problem.code,
    status: problem.status,
    title: mounting.sentence(problem.code, problem.data, locale),
    data: problem.data,
  };
  if (typeof problem.data['retryAfterSeconds'] === 'number') reply.header('retry-after', String(problem.data['retryAfterSeconds']));
  return reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8').header('cache-control', 'no-store').send(JSON.stringify(body));
}
