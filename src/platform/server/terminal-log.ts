import { LOG_LEVELS, type LogLevel } from './config.ts';
import type { Log } from './log.ts';

/** An error has no fields of its own that JSON would show. */
const withStacks = (_key: string, value: unknown): unknown => (value instanceof Error ? (value.stack ?? value.message) : value);

/** Writes each entry as one line of JSON to the standard error: readable by a person, and by what collects logs. */
export function openTerminalLog(level: LogLevel): Log {
  const entry = (of: LogLevel) => (data: object, message: string): void => {
    if (LOG_LEVELS.indexOf(of) < LOG_LEVELS.indexOf(level)) return;
    process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), level: of, message, ...data }, withStacks)}\n`);
  };
  return { info: entry('info'), warn: entry('warn'), error: entry('error') };
}
