import { Problem } from '#platform/shared/problem.ts';
import type { FieldIssue, ProblemBody } from '#platform/shared/problem.ts';
import type { AnyOperation, OutputOf, RequestOf } from '#platform/shared/contract.ts';

/** A {@link Problem} as the browser sees it: with the sentence that the server wrote in the reader's language. */
export class ClientProblem extends Problem {
  /** Empty for `network.failed` and `network.offline`, which the page words itself. */
  readonly title: string;

  constructor(body: ProblemBody) {
    super(body.code, body.status, body.data);
    this.title = body.title;
    this.message = body.title || body.code;
  }

  /** The fields that failed their check, if the problem is about fields. */
  get issues(): readonly FieldIssue[] {
    const issues = this.data['issues'];
    return Array.isArray(issues) ? (issues as FieldIssue[]) : [];
  }
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** The same key for a repeated attempt of the same action, so that the server does it once. A fresh one by default. */
  readonly idempotencyKey?: string;
  /** For an operation that takes the raw bytes of a file; its name goes along as the query's `name`. */
  readonly file?: File;
}

interface Parts {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** `/api/campaigns/:campaignId` with its parameters and query filled in. Undefined and null are left out of the query. */
export function addressOf(operation: Pick<AnyOperation, 'path'>, input: Parts): string {
  const path = operation.path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = input.params?.[name];
    if (value === undefined) throw new TypeError(`parameter ${name} is missing for ${operation.path}`);
    return encodeURIComponent(String(value));
  });
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) query.append(name, String(one));
    }
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

function networkProblem(): ClientProblem {
  const code = navigator.onLine ? 'network.failed' : 'network.offline';
  return new ClientProblem({ type: 'about:blank', code, status: 0, title: '', data: {} });
}

async function problemOf(response: Response): Promise<ClientProblem> {
  const body = (await response.json().catch(() => undefined)) as Partial<ProblemBody> | undefined;
  return new ClientProblem({
    type: body?.type ?? 'about:blank',
    code: body?.code ?? 'server.failed',
    status: response.status,
    title: body?.title ?? '',
    data: body?.data ?? {},
  });
}

function requestOf(operation: AnyOperation, input: Parts, options: CallOptions): RequestInit {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (operation.writes) headers['idempotency-key'] = options.idempotencyKey ?? crypto.randomUUID();
  const init: RequestInit = { method: operation.method, headers, credentials: 'same-origin', signal: options.signal ?? null };
  if (options.file) {
    headers['content-type'] = 'application/octet-stream';
    return { ...init, body: options.file };
  }
  if (input.body === undefined) return init;
  headers['content-type'] = 'application/json';
  return { ...init, body: JSON.stringify(input.body) };
}

/** An attempt that takes longer is given up; the next one with its key waits for what it began. */
const ATTEMPT_MS = 30_000;
/** The pauses before the second and the third attempt. */
const PAUSES_MS: readonly number[] = [500, 2_000];

/** The line broke, or a server in between says that the one behind it is away; a network that is known to be off is not worth a try. */
const mayPass = (error: unknown): boolean => error instanceof ClientProblem && (error.code === 'network.failed' || [502, 503, 504].includes(error.status));

async function attempt(operation: AnyOperation, address: string, init: RequestInit): Promise<unknown> {
  try {
    const response = await fetch(address, operation.idempotent && !init.signal && !(init.body instanceof File) ? { ...init, signal: AbortSignal.timeout(ATTEMPT_MS) } : init);
    if (!response.ok) throw await problemOf(response);
    if (operation.response === 'file') return await response.blob();
    return response.status === 204 ? undefined : await response.json();
  } catch (error) {
    if (error instanceof ClientProblem || (error instanceof DOMException && error.name === 'AbortError')) throw error;
    throw networkProblem(); // also for an answer that broke off
  }
}

/**
 * Runs an operation of the contract. One that is `idempotent` is tried again, with its key, when the network fails.
 *
 * @throws {ClientProblem} what the server refused (its code and sentence), or `network.failed` / `network.offline`.
 * @example
 * const campaign = await callOperation(readCampaign, { params: { campaignId } });
 */
export async function callOperation<Op extends AnyOperation>(operation: Op, input: RequestOf<Op>, options: CallOptions = {}): Promise<OutputOf<Op>> {
  const given = (input ?? {}) as Parts;
  const parts = options.file ? { ...given, query: { name: options.file.name, ...given.query } } : given;
  const address = addressOf(operation, parts);
  const init = requestOf(operation, parts, options);
  for (const pause of operation.idempotent ? PAUSES_MS : []) {
    try {
      return (await attempt(operation, address, init)) as OutputOf<Op>;
    } catch (error) {
      if (!mayPass(error)) throw error;
      await new Promise((resolve) => { setTimeout(resolve, pause); });
    }
  }
  return (await attempt(operation, address, init)) as OutputOf<Op>;
}
