import type { z } from 'zod';
import type { Actor } from './actor.ts';

/**
 * An operation is one value. From it come the route, the validation, the typed client, the OpenAPI document,
 * the permission matrix test and the audit entry. There is no second list to keep.
 */
export interface Operation<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Thing = undefined,
> {
  /** `feature.verbNoun`, unique. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Fastify notation: `/api/campaigns/:campaignId`. */
  readonly path: string;
  readonly summary: { readonly zh: string; readonly en: string };
  readonly access: Access<Thing>;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly output: Output;
  /** `json` (default), a file to download, a stream of server-sent events; `upload` takes the raw bytes of one file. */
  readonly response: 'json' | 'file' | 'events';
  readonly upload: boolean;
  /** A write runs in one transaction with its events. */
  readonly writes: boolean;
  /** Holds the thing alone from the start, because the operation moves its stage; others share it. */
  readonly exclusive: boolean;
  /**
   * Honours the `idempotency-key` header: a repeat of the request by the same person gets the first one's answer and changes nothing. For every write
   * that moves money, or makes something whose id the server chooses. A JSON operation of a signed-in person, all of whose effects are in the transaction:
   * a repeat may run the handler once more and take back what it did.
   */
  readonly idempotent: boolean;
  /** Codes it may answer beyond the common ones. */
  readonly errors: readonly string[];
}

/**
 * Who may run an operation: anyone (`public`), a signed-in person (`company`), or a person in relation to a thing
 * that is loaded by the name of its scope (`campaign`, `approval` …). What the person may not see answers 404.
 */
export type Access<Thing> =
  | { readonly scope: 'public' }
  | { readonly scope: 'company'; readonly allow: (actor: Actor) => boolean }
  | {
      readonly scope: string;
      readonly see: (actor: Actor, thing: Thing) => boolean;
      readonly allow: (actor: Actor, thing: Thing) => boolean;
    };

/** Anyone, signed in or not. */
export const anyone: Access<undefined> = { scope: 'public' };
/** Every signed-in person for whom `allow` holds. */
export const signedIn = (allow: (actor: Actor) => boolean = () => true): Access<undefined> => ({ scope: 'company', allow });

type AnyZod = z.ZodType;
interface Definition<P extends AnyZod, Q extends AnyZod, B extends AnyZod, O extends AnyZod, T> {
  readonly id: string;
  readonly path: string;
  readonly method: Operation['method'];
  readonly summary: { readonly zh: string; readonly en: string };
  readonly access: Access<T>;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly output: O;
  readonly response?: Operation['response'];
  readonly upload?: boolean;
  readonly exclusive?: boolean;
  readonly idempotent?: boolean;
  readonly errors?: readonly string[];
}

const nothing = { _zod: undefined } as never;

/** Declares an operation. GET reads; every other method writes. */
export function operation<O extends AnyZod, P extends AnyZod = z.ZodUndefined, Q extends AnyZod = z.ZodUndefined, B extends AnyZod = z.ZodUndefined, T = undefined>(
  definition: Definition<P, Q, B, O, T>,
): Operation<P, Q, B, O, T> {
  return {
    response: 'json',
    upload: false,
    exclusive: false,
    idempotent: false,
    errors: [],
    writes: definition.method !== 'GET',
    ...definition,
    params: definition.params ?? nothing,
    query: definition.query ?? nothing,
    body: definition.body ?? nothing,
  };
}

/** True when the operation declares a schema for that part of the request. */
export function declares(schema: z.ZodType): boolean {
  return schema._zod !== undefined;
}

type Part<Name extends string, S extends z.ZodType> = S extends z.ZodUndefined ? unknown : { readonly [N in Name]: z.output<S> };
type PartIn<Name extends string, S extends z.ZodType> = S extends z.ZodUndefined ? unknown : { readonly [N in Name]: z.input<S> };

/** What a handler receives: only the parts that the operation declares. */
export type InputOf<Op> = Op extends Operation<infer P, infer Q, infer B, infer _O, infer _T> ? Part<'params', P> & Part<'query', Q> & Part<'body', B> : never;
/** What a client sends. */
export type RequestOf<Op> = Op extends Operation<infer P, infer Q, infer B, infer _O, infer _T> ? PartIn<'params', P> & PartIn<'query', Q> & PartIn<'body', B> : never;
export type OutputOf<Op> = Op extends Operation<infer _P, infer _Q, infer _B, infer O, infer _T> ? z.output<O> : never;
export type ThingOf<Op> = Op extends Operation<infer _P, infer _Q, infer _B, infer _O, infer T> ? T : never;

// oxlint-disable-next-line typescript/no-explicit-any -- the one place where operations of every shape meet
export type AnyOperation = Operation<any, any, any, any, any>;
