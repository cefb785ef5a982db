import type { CampaignFacts } from '#features/campaign/campaign.policy.ts';
import { writeSheetsXlsx, XLSX_TYPE, type Cell, type Column, type SheetShape } from '#features/document/server/document.api.ts';
import { delaysByCause, delaysByOwner } from '#features/schedule/work/schedule.delay.rules.ts';
import { scheduleMessages } from '#features/schedule/schedule.messages.ts';
import type { Delays } from '#features/schedule/work/schedule.work.contract.ts';
import { scheduleWorkMessages } from '#features/schedule/work/schedule.work.messages.ts';
import { listDelays } from '#features/schedule/server/schedule.api.ts';
import type { FileAnswer, ReadWork } from '#platform/server/operation.ts';
import type { Locale } from '#platform/shared/messages.ts';
import { delaysFileMessages } from '../portfolio.delays.messages.ts';

type Words = (typeof delaysFileMessages)['zh-CN'];
type ColumnName = keyof Words['columns'];

const widths: Readonly<Record<ColumnName, number>> = { number: 7, phase: 10, title: 30, owner: 16, state: 10, planned: 12, days: 10, expected: 12, cause: 12, reason: 36, toldBy: 10, tasks: 9 };
const figures: readonly ColumnName[] = ['number', 'days', 'tasks'];

const columnOf = (words: Words, name: ColumnName): Column =>
  ({ heading: words.columns[name], width: widths[name], share: widths[name] / 3, align: figures.includes(name) ? 'right' : 'left', kind: figures.includes(name) ? 'number' : 'text' });
const text = (value: string | null): Cell => ({ kind: 'text', text: value ?? '' });
const number = (value: number): Cell => ({ kind: 'number', value });

function sheets(delays: Delays, locale: Locale): readonly SheetShape[] {
  const words = delaysFileMessages[locale];
  const { causes } = scheduleWorkMessages[locale];
  const { phases } = scheduleMessages[locale];
  const sheet = (name: string, columns: readonly ColumnName[], rows: readonly (readonly Cell[])[]): SheetShape => ({ name, titled: name, columns: columns.map((column) => columnOf(words, column)), rows });
  const tasks = delays.tasks.map((task, index) => [
    number(index + 1), text(phases[task.phase]), text(task.title), text(task.ownerText), text(words.standing[task.standing]), text(task.endOn), number(task.daysLate), text(task.expectedOn),
    text(task.cause === null ? words.unexplained : causes[task.cause]), text(task.reason), text(task.toldBy),
  ]);
  return [
    { ...sheet(words.sheets.tasks, ['number', 'phase', 'title', 'owner', 'state', 'planned', 'days', 'expected', 'cause', 'reason', 'toldBy'], tasks), notes: [words.rate(delays.onTime.onTime, delays.onTime.judged)] },
    sheet(words.sheets.causes, ['cause', 'tasks', 'days'], delaysByCause(delays.tasks).map((sum) => [text(sum.key === null ? words.unexplained : causes[sum.key]), number(sum.tasks), number(sum.days)])),
    sheet(words.sheets.owners, ['owner', 'tasks', 'days'], delaysByOwner(delays.tasks).map((sum) => [text(sum.key || words.nobody), number(sum.tasks), number(sum.days)])),
  ];
}

/** What is late as a workbook: the tasks, and the sums by cause and by owner. */
export async function exportDelays(work: ReadWork<CampaignFacts>): Promise<FileAnswer> {
  const { locale } = work.caller;
  const words = delaysFileMessages[locale];
  const delays = await listDelays(work);
  const name = words.name(work.thing.name);
  return { name: `${name}.xlsx`, mediaType: XLSX_TYPE, body: await writeSheetsXlsx({ title: name, subtitle: words.subtitle(delays.today), locale }, [...sheets(delays, locale)]) };
}
