import { resolve } from 'node:path';
import { z } from 'zod';
import { type ConfigVariable, configVariables } from './config.messages.ts';
import { StartProblem } from './start-problem.ts';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** All that the environment decides, read once. */
export interface Config {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Absolute path of the data directory: database, files, secrets. */
  readonly dataDir: string;
  /** A PostgreSQL of the company's own; undefined starts the one that comes along. */
  readonly databaseUrl: string | undefined;
  /** The address at which people reach the system, without a slash at its end; undefined: the address it listens on. */
  readonly publicUrl: string | undefined;
  /** `smtp://` or `smtps://` with user and password; undefined sends no mail. */
  readonly smtpUrl: string | undefined;
  readonly logLevel: LogLevel;
}

const address = (protocols: RegExp): z.ZodType<string> => z.url({ protocol: protocols });

const schema: { readonly [V in ConfigVariable]: z.ZodType } = {
  PORT: z.string().regex(/^\d{1,5}$/).transform(Number).pipe(z.number().max(65_535)).default(3000),
  HOST: z.string().regex(/^[\w.:%-]+$/).default('127.0.0.1'),
  MUSTER_DATA: z.string().default('./data').transform((path) => resolve(path)),
  DATABASE_URL: address(/^postgres(ql)?$/).optional(),
  MUSTER_URL: address(/^https?$/).transform((url) => url.replace(/\/+$/, '')).optional(),
  SMTP_URL: address(/^smtps?$/).optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
};

/**
 * Reads the environment. A variable that is set to nothing counts as not set.
 *
 * @throws StartProblem `configuration`, naming every variable that is wrong and what it should be
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const wrong: ConfigVariable[] = [];
  const read = <T>(name: ConfigVariable): T => {
    const text = environment[name]?.trim();
    const result = schema[name].safeParse(text === '' ? undefined : text);
    if (!result.success) wrong.push(name);
    return result.data as T;
  };
  const config: Config = {
    port: read('PORT'), host: read('HOST'), dataDir: read('MUSTER_DATA'), databaseUrl: read('DATABASE_URL'),
    publicUrl: read('MUSTER_URL'), smtpUrl: read('SMTP_URL'), logLevel: read('LOG_LEVEL'),
  };
  if (wrong.length > 0) throw StartProblem.of('configuration', [wrong.sort((a, b) => configVariables.indexOf(a) - configVariables.indexOf(b))]);
  return config;
}
