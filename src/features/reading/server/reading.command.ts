import { createReadStream, promises as files } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { isDay } from '#platform/shared/calendar.ts';
import { isLocale, type Locale } from '#platform/shared/messages.ts';
import { terminalLocale } from '#platform/server/terminal-locale.ts';
import { readTexts } from '../reading.messages.ts';
import { describe } from '../reading.summary.rules.ts';
import type { ReadGoal, ReadTable, Understanding, UnderstandOptions } from '../reading.contract.ts';
import { DocumentUnreadable, LIMITS, unreadableMessage } from './guard.ts';
import { readInWorker } from './worker.ts';

/** Reads at most the allowed bytes; a file that grows or lies about its size is cut off by the count. */
async function loadBytes(path: string): Promise<Buffer> {
  const about = await files.stat(path).catch(() => undefined);
  if (!about) throw new DocumentUnreadable('not-found', { path });
  if (!about.isFile()) throw new DocumentUnreadable('not-a-file', { path });
  if (about.size > LIMITS.fileBytes) throw new DocumentUnreadable('too-large', { limit: LIMITS.fileBytes });
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LIMITS.fileBytes) throw new DocumentUnreadable('too-large', { limit: LIMITS.fileBytes });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A file on disk, or bytes with the name they came under. Throws {@link DocumentUnreadable}. */
export async function readFile(source: string | { bytes: Uint8Array; name: string }, options: UnderstandOptions = {}): Promise<Understanding> {
  if (typeof source !== 'string') return readInWorker(source.bytes, source.name, options);
  return readInWorker(await loadBytes(source), basename(source), options);
}

/** The printed form of an understanding: exactly the keys that the command promises. */
function printed(understanding: Understanding): { tables: Omit<ReadTable, 'fields'>[]; goals: ReadGoal[]; aside: Understanding['aside'] } {
  const tables = understanding.tables.map(({ kind, title, headers, rows, total, subtotals }) => ({ kind, title, headers, rows, ...(total ? { total } : {}), ...(subtotals ? { subtotals } : {}) }));
  return { tables, goals: understanding.goals, aside: understanding.aside };
}

interface Flags {
  path: string;
  json: boolean;
  options: UnderstandOptions & { locale: Locale };
}

function parseFlags(args: readonly string[]): Flags | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, year: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' }, locale: { type: 'string' } },
    });
    const { year, from, to } = values;
    const locale = values.locale ?? terminalLocale();
    const path = positionals[0];
    const sound = path !== undefined && positionals.length === 1 && isLocale(locale) && (year === undefined || /^\d{4}$/.test(year)) && (from === undefined) === (to === undefined);
    if (!sound || (from !== undefined && to !== undefined && (!isDay(from) || !isDay(to) || to < from))) return undefined;
    const campaign = from !== undefined && to !== undefined ? { campaign: { startOn: from, endOn: to } } : {};
    return { path, json: values.json ?? false, options: { locale, ...(year === undefined ? {} : { year: Number(year) }), ...campaign } };
  } catch {
    return undefined;
  }
}

function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    stream.write(`${text}\n`, () => resolve());
  });
}

/** `read FILE [--json] [--year] [--from --to] [--locale]`. Exit code 0; 1 when the file cannot be read; 2 for a wrong call. */
export async function runReadCommand(args: readonly string[]): Promise<number> {
  const flags = parseFlags(args);
  if (!flags) {
    await write(process.stderr, readTexts(args.includes('en') ? 'en' : terminalLocale()).summary.usage);
    return 2;
  }
  const { locale } = flags.options;
  try {
    const understanding = await readFile(flags.path, flags.options);
    await write(process.stdout, flags.json ? JSON.stringify(printed(understanding), null, 2) : describe(understanding, locale));
    return 0;
  } catch (error) {
    const code = error instanceof DocumentUnreadable ? error.code : 'failed';
    const message = unreadableMessage(code, locale);
    if (flags.json) await write(process.stdout, JSON.stringify({ error: { code, message } }, null, 2));
    await write(process.stderr, message);
    if (!(error instanceof DocumentUnreadable)) await write(process.stderr, error instanceof Error ? (error.stack ?? error.message) : String(error));
    return 1;
  }
}
