import { betterAuth } from 'better-auth';
import pg from 'pg';
import { Kysely, PostgresDialect } from 'kysely';
import type { Actor, OrgRole } from '#platform/shared/actor.ts';
import { PASSWORD_MAXIMUM, PASSWORD_MINIMUM } from '#platform/shared/field.ts';
import { newId } from './identity.ts';

const SESSION_SECONDS = 14 * 86_400;
const RENEW_SECONDS = 86_400;
/** How long a session is believed without asking the database. Every change of people or sessions clears it at once. */
const CACHE_MS = 10_000;
const CACHE_SIZE = 5_000;

export interface SessionOptions {
  readonly databaseUrl: string;
  /** At least 32 characters, kept with the data. */
  readonly secret: string;
  readonly publicUrl: string;
  /** How passwords are kept, instead of the library's own scrypt: for tests, whose companies have many people. */
  readonly passwords?: Passwords | undefined;
}

export interface Passwords {
  hash(password: string): Promise<string>;
  verify(kept: { readonly hash: string; readonly password: string }): Promise<boolean>;
}

export type Sessions = ReturnType<typeof openSessions>;

/** The sign-in library over our tables: password hashing, sessions, one-time links. It has its own small pool with its own types. */
function openLibrary(pool: pg.Pool, options: SessionOptions) {
  const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' };
  return betterAuth({
    database: { db: new Kysely({ dialect: new PostgresDialect({ pool }) }), type: 'postgres' },
    secret: options.secret,
    baseURL: options.publicUrl,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    user: {
      modelName: 'users',
      fields: { emailVerified: 'email_verified', ...stamps },
      additionalFields: {
        orgRole: { type: 'string', fieldName: 'org_role', input: false, required: true },
        departmentId: { type: 'string', fieldName: 'department_id', input: false, required: false },
        disabledAt: { type: 'date', fieldName: 'disabled_at', input: false, required: false },
      },
    },
    session: {
      modelName: 'sessions',
      fields: { userId: 'user_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent', ...stamps },
      expiresIn: SESSION_SECONDS,
      updateAge: RENEW_SECONDS,
    },
    account: {
      modelName: 'credentials',
      fields: {
        userId: 'user_id', accountId: 'account_id', providerId: 'provider_id', accessToken: 'access_token', refreshToken: 'refresh_token',
        idToken: 'id_token', accessTokenExpiresAt: 'access_token_expires_at', refreshTokenExpiresAt: 'refresh_token_expires_at', ...stamps,
      },
    },
    verification: { modelName: 'verifications', fields: { expiresAt: 'expires_at', ...stamps }, storeIdentifier: 'hashed' },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: PASSWORD_MINIMUM, maxPasswordLength: PASSWORD_MAXIMUM, revokeSessionsOnPasswordReset: true, ...(options.passwords ? { password: options.passwords } : {}) },
    advanced: {
      cookiePrefix: 'muster',
      useSecureCookies: options.publicUrl.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      database: { generateId: newId, validateSchema: false },
      disableCSRFCheck: true, // the library's own routes are not mounted; the origin check is in mount.ts
    },
  });
}

export function openSessions(options: SessionOptions) {
  const pool = new pg.Pool({ connectionString: options.databaseUrl, max: 4, idleTimeoutMillis: 30_000, application_name: 'muster-sessions' });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const library = openLibrary(pool, options);
  const known = new Map<string, { actor: Actor; until: number }>();

  return {
    library,
    /** For counters that must not wait for the pool of transactions. */
    pool,
    /** The person that a request's cookie belongs to. */
    async identify(cookie: string | undefined): Promise<Actor | undefined> {
      const token = cookie && /(?:^|;\s*)(?:__Secure-)?muster\.session_token=([^;]+)/.exec(cookie)?.[1];
      if (!token) return undefined;
      const hit = known.get(token);
      if (hit && hit.until > Date.now()) return hit.actor;
      const found = await library.api.getSession({ headers: new Headers({ cookie: cookie ?? '' }), query: { disableRefresh: false } });
      if (!found || found.user.disabledAt) return undefined;
      const actor: Actor = {
        userId: found.user.id,
        name: found.user.name,
        orgRole: found.user.orgRole as OrgRole,
        departmentId: found.user.departmentId ?? null,
      };
      if (known.size >= CACHE_SIZE) known.clear();
      known.set(token, { actor, until: Date.now() + CACHE_MS });
      return actor;
    },
    /** Forgets every remembered session; called when people or sessions change. */
    forget(): void {
      known.clear();
    },
    async close(): Promise<void> {
      await pool.end();
    },
  };
}
