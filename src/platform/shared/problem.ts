/**
 * What can go wrong in a way that the caller can act on (RFC 9457 on the wire).
 * `code` is namespaced by feature, has a message in both languages and is declared on every operation that can answer it.
 */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(code: string, status: number, data: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.status = status;
    this.data = data;
  }
}

/** The body of an `application/problem+json` answer. */
export interface ProblemBody {
  readonly type: string;
  readonly code: string;
  readonly status: number;
  /** One sentence in the caller's language that says what is wrong and what to do. */
  readonly title: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** One field that did not pass its check. `path` is dotted: `lines.0.amountCents`. */
export interface FieldIssue {
  readonly path: string;
  readonly message: string;
}

/** The codes that every operation may answer, so none has to declare them. */
export const COMMON_PROBLEMS = [
  'request.invalid', 'request.foreign_origin', 'request.too_large', 'request.too_many', 'request.key_reused',
  'access.signed_out', 'access.denied', 'access.not_found', 'server.failed',
] as const;

export const notFound = (): Problem => new Problem('access.not_found', 404);
export const denied = (): Problem => new Problem('access.denied', 403);
export const signedOut = (): Problem => new Problem('access.signed_out', 401);
export const invalid = (issues: readonly FieldIssue[]): Problem => new Problem('request.invalid', 400, { issues });
