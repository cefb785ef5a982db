import { createReadStream, promises as files } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { expand } from '#features/reading/reading.grid.rules.ts';
import { readSourceInWorker } from '#features/reading/server/reading.api.ts';
import { decodeText, DocumentUnreadable, LIMITS, unreadableMessage } from '#features/reading/server/xml.api.ts';
import { dayIn, isDay, type Day } from '#platform/shared/calendar.ts';
import { isLocale, type Locale } from '#platform/shared/messages.ts';
import { terminalLocale } from '#platform/server/terminal-locale.ts';
import { between } from '../../engine/schedule.calendar.rules.ts';
import { clockOfTick } from '../../files/schedule.clock.rules.ts';
import { scheduleCommandMessages } from '../../files/schedule.command.messages.ts';
import { tickOf, workdayCalendar } from '../../plan/schedule.days.rules.ts';
import { days, planMspdi } from '../../files/schedule.mspdi.plan.rules.ts';
import { NONE } from '../../engine/schedule.network.rules.ts';
import { planSheet, type ScheduleOutput, type SheetCalendar } from '../../files/schedule.sheet.plan.rules.ts';
import { PLAIN_DAYS, readSheet, sheetColumns, type SheetProblem } from '../../files/schedule.sheet.rules.ts';
import { readMspdi } from './schedule.mspdi.ts';
import { NotMspdi } from './schedule.mspdi.xml.ts';
import { scheduleTable } from './schedule.table.ts';

/** A plan of 10,000 tasks with all that a desktop planner writes about each is some 50 MB of XML. */
const LARGEST_XML = 96 * 1024 * 1024;
const MOST_PROBLEMS = 20;

interface Call {
  readonly path: string;
  readonly json: boolean;
  readonly calendar: 'cn' | 'none';
  readonly start: Day | undefined;
  readonly locale: Locale;
}

/** What is wrong with the file, in the words of its reader. */
class Refused extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

function readCall(args: readonly string[]): Call | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args], allowPositionals: true,
      options: { json: { type: 'boolean' }, calendar: { type: 'string' }, start: { type: 'string' }, locale: { type: 'string' } },
    });
    const { calendar = 'cn', start, locale = terminalLocale() } = values;
    const [path] = positionals;
    if (path === undefined || positionals.length !== 1 || !isLocale(locale) || (calendar !== 'cn' && calendar !== 'none') || (start !== undefined && !isDay(start))) return undefined;
    return { path, json: values.json ?? false, calendar, start, locale };
  } catch {
    return undefined;
  }
}

/** Reads at most the allowed bytes, also of a file that grows. */
async function loadBytes(path: string): Promise<Buffer> {
  const about = await files.stat(path).catch(() => undefined);
  if (!about) throw new DocumentUnreadable('not-found', { path });
  if (!about.isFile()) throw new DocumentUnreadable('not-a-file', { path });
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_XML) throw new DocumentUnreadable('too-large', { limit: LIMITS.fileBytes });
    chunks.push(chunk);
  }
  if (size === 0) throw new DocumentUnreadable('empty');
  return Buffer.concat(chunks);
}

/** XML by its first bytes, in UTF-8 or UTF-16. */
const isXml = (bytes: Buffer, name: string): boolean => /\.xml$/i.test(name) || /^[\uFEFF\s]*<(?:\?xml|Project[\s>])/.test(bytes.subarray(0, 400).toString('utf8').replaceAll('\0', '').replace(/^\uFFFD+/, ''));

function sentence(problem: SheetProblem, locale: Locale): string {
  const words = scheduleCommandMessages[locale];
  switch (problem.code) {
    case 'noTable':
    case 'noTasks':
      return words[problem.code];
    case 'duplicateNumber':
      return words.duplicateNumber(problem.number, problem.names.join(words.separator));
    case 'fraction':
    case 'duration':
      return words[problem.code](problem.task, problem.text);
    case 'noDuration':
      return words.noDuration(problem.task);
    case 'parentUnknown':
      return words.parentUnknown(problem.task, problem.text);
    case 'link':
      return words.link(problem.task, problem.error.code, problem.error.piece);
    case 'cycle':
    case 'parentCycle':
      return words[problem.code]([...problem.tasks, problem.tasks[0] ?? ''].join(words.joiner));
  }
}

function refuse(problems: readonly SheetProblem[], locale: Locale): never {
  const told = problems.slice(0, MOST_PROBLEMS).map((problem) => sentence(problem, locale));
  const left = problems.length - told.length;
  throw new Refused(problems[0]?.code ?? 'failed', [...told, ...(left > 0 ? [scheduleCommandMessages[locale].more(left)] : [])].join('\n'));
}

function fromMspdi(text: string, locale: Locale): ScheduleOutput {
  const project = readMspdi(text);
  const { tasks, prepared, result, duration, finish } = planMspdi(project);
  if (prepared.cycles.length > 0) refuse(prepared.cycles.map((cycle) => ({ code: 'cycle', tasks: cycle.map((index) => `${tasks[index]?.id} ${tasks[index]?.name}`.trim()) })), locale);
  const planned = tasks.flatMap((task, index) => {
    if (result.earlyStart[index] === NONE) return [];
    const [es, ef, ls, lf] = [result.earlyStart, result.earlyFinish, result.lateStart, result.lateFinish].map((column) => clockOfTick(column[index] as number)) as [string, string, string, string];
    const isLate = task.constraint === 1 && task.actualStart === undefined && !task.isManual;
    return [{
      id: task.id, start: isLate ? ls : es, finish: isLate ? lf : ef, earlyStart: es, earlyFinish: ef, lateStart: ls, lateFinish: lf,
      totalSlack: days(result.totalSlack[index] as number, project), freeSlack: days(result.freeSlack[index] as number, project), critical: result.critical[index] === 1, name: task.name, uid: task.uid,
    }];
  });
  return { duration, finish, critical: planned.filter((task) => task.critical).map((task) => task.id), tasks: planned };
}

async function fromTable(bytes: Buffer, call: Call): Promise<ScheduleOutput> {
  const source = await readSourceInWorker(bytes, basename(call.path));
  const tables = source.blocks.flatMap((block) => (block.kind === 'table' ? [expand(block)] : []));
  const rows = tables.find((table) => table.some((row) => sheetColumns(row) !== undefined)) ?? [];
  const workdays = workdayCalendar();
  const count = call.calendar === 'none' ? PLAIN_DAYS : { daysPerWeek: 5, lengthOf: (first: Day, last: Day) => between(workdays, tickOf(first), tickOf(last) + 1) };
  const { tasks, problems } = readSheet(rows, count);
  if (problems.length > 0) refuse(problems, call.locale);
  const earliest = tasks.reduce<Day | undefined>((first, { startOn }) => (startOn !== null && (first === undefined || startOn < first) ? startOn : first), undefined);
  const calendar: SheetCalendar = call.calendar === 'none' ? { kind: 'none' } : { kind: 'days', workdays, start: call.start ?? earliest ?? dayIn('Asia/Shanghai') };
  const output = planSheet(tasks, calendar);
  if ('problems' in output) refuse(output.problems, call.locale);
  return output;
}

function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    stream.write(`${text}\n`, () => resolve());
  });
}

function refusal(error: unknown, locale: Locale): { code: string; message: string } {
  if (error instanceof Refused) return { code: error.code, message: error.message };
  if (error instanceof NotMspdi) return { code: error.code, message: scheduleCommandMessages[locale][error.code === 'no-project' ? 'noProject' : 'tooMany'] };
  if (error instanceof DocumentUnreadable) return { code: error.code, message: unreadableMessage(error.code, locale) };
  throw error;
}

/** `schedule FILE [--json] [--calendar cn|none] [--start DAY] [--locale]`. Exit code 0; 1 when the file is no schedule; 2 for a wrong call. */
export async function runScheduleCommand(args: readonly string[]): Promise<number> {
  const call = readCall(args);
  if (!call) {
    await write(process.stderr, scheduleCommandMessages[args.includes('en') ? 'en' : terminalLocale()].usage);
    return 2;
  }
  try {
    const bytes = await loadBytes(call.path);
    const output = isXml(bytes, call.path) ? fromMspdi(decodeText(bytes), call.locale) : await fromTable(bytes, call);
    await write(process.stdout, call.json ? JSON.stringify(output, null, 2) : scheduleTable(output, scheduleCommandMessages[call.locale]));
    return 0;
  } catch (error) {
    const { code, message } = refusal(error, call.locale);
    if (call.json) await write(process.stdout, JSON.stringify({ error: { code, message } }, null, 2));
    await write(process.stderr, message);
    return 1;
  }
}
