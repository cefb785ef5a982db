import type { FastifyInstance } from 'fastify';

/** One person's browser, as far as HTTP goes: keeps its cookies. Talks to the server in this process, through all of its layers. */
export class TestPerson {
  readonly #app: FastifyInstance;
  readonly #cookies = new Map<string, string>();

  constructor(app: FastifyInstance) {
    this.#app = app;
  }

  async ask(method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE', url: string, body?: unknown, headers: Record<string, string> = {}) {
    const isBytes = Buffer.isBuffer(body);
    const response = await this.#app.inject({
      method, url,
      headers: {
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body === undefined ? {} : { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: isBytes ? body : JSON.stringify(body) }),
    });
    for (const cookie of response.cookies) {
      if (cookie.maxAge === 0) this.#cookies.delete(cookie.name);
      else this.#cookies.set(cookie.name, encodeURIComponent(cookie.value));
    }
    const type = String(response.headers['content-type'] ?? '');
    return { status: response.statusCode, headers: response.headers, raw: response.rawPayload, body: type.includes('json') ? response.json<Record<string, never>>() : undefined };
  }

  /** The answer's body; fails the test with the problem's sentence when the answer is not a success. */
  async must<T = Record<string, unknown>>(method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE', url: string, body?: unknown): Promise<T> {
    const answer = await this.ask(method, url, body);
    if (answer.status >= 400) throw new Error(`${method} ${url}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  }

  signIn(email: string, password: string) {
    return this.must('POST', '/api/session', { email, password });
  }
}
