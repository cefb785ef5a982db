import { DOCUMENT_YEAR, EXACT_YEAR } from './reading.date.vocabulary.ts';
import { collect, type Collected } from './reading.collect.rules.ts';
import { CATEGORY_WORD, GENERAL_BUDGET, TABLE_WORDS } from './reading.heading.vocabulary.ts';
import { readTexts } from './reading.messages.ts';
import { roundYuan } from './reading.money.rules.ts';
import { headingText, normalize, squeeze } from './reading.normal.rules.ts';
import { ask } from './reading.question.rules.ts';
import { sectionsOf } from './reading.section.rules.ts';
import { readTable } from './reading.rows.rules.ts';
import type { SourceDocument } from './reading.source.rules.ts';
import type { FoundTable } from './reading.table.rules.ts';
import { amountInLabel } from './reading.total.rules.ts';
import type { Aside, ReadTable, Understanding, UnderstandOptions } from './reading.contract.ts';
import type { YearContext } from './reading.when.rules.ts';

/** The one year that a document states, exact dates before bare years; undefined when it states none or several. */
function documentYear(document: SourceDocument): number | undefined {
  const texts = document.blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : block.rows.flat().map((cell) => cell.text)));
  for (const pattern of [EXACT_YEAR, DOCUMENT_YEAR]) {
    const years = new Set<string>();
    for (const text of texts) for (const match of normalize(text.slice(0, 2000)).matchAll(pattern)) years.add(match[1] ?? match[2] ?? '');
    if (years.size === 1) return Number([...years][0]);
    if (years.size > 1) return undefined;
  }
  return undefined;
}

/** The kind of expense in a heading over a small budget table, "一、会场费用:" → 会场费用; undefined for a general one. */
function categoryOf(found: FoundTable, budgets: number): string | undefined {
  const name = squeeze(headingText(found.title)).replace(TABLE_WORDS, '');
  if (name === '' || name.length > 16 || GENERAL_BUDGET.test(name)) return undefined;
  return CATEGORY_WORD.test(name) || budgets > 1 ? found.title : undefined;
}

function centsOf(table: ReadTable): number {
  return table.rows.reduce((sum, { cells }) => sum + (typeof cells['amount']?.value === 'number' && cells['amount'].unit !== '%' ? Math.round(cells['amount'].value * 100) : 0), 0);
}

/**
 * A total that stands below several small tables is over all of them, or over those since another budget in the same document:
 * it becomes a subtotal of the last one, with its check.
 */
function addLooseTotal(text: string, tables: ReadTable[], options: UnderstandOptions): boolean {
  const budgets = tables.filter((table) => table.kind === 'budget');
  const last = budgets.at(-1);
  const stated = amountInLabel(text, 1);
  if (!last || stated === null) return false;
  const sums = budgets.map((_, from) => budgets.slice(from).reduce((sum, table) => sum + centsOf(table), 0));
  const wanted = Math.round(stated * 100);
  const cents = sums.find((sum) => sum === wanted) ?? sums[0] ?? 0;
  const computed = roundYuan(cents / 100);
  const agrees = cents === wanted;
  const question = agrees ? {} : { question: ask({ code: 'total-mismatch', data: { stated, computed } }, options.locale) };
  if (budgets.length === 1 && !last.total) last.total = { stated, computed, agrees, ...question };
  else last.subtotals = [...(last.subtotals ?? []), { text, stated, computed, agrees, ...question }];
  return true;
}

function readAll(collected: Collected, document: SourceDocument, years: YearContext, options: UnderstandOptions): Pick<Understanding, 'tables' | 'aside' | 'sections'> {
  const words = readTexts(options.locale).asides;
  const tables: ReadTable[] = [];
  const aside: Aside[] = [];
  const leave = (reason: Aside['reason'], text: string): void => {
    aside.push({ reason, message: words[reason], text });
  };
  const { sections, taken } = sectionsOf(collected.parts, document);
  const budgets = collected.parts.filter((part) => part.kind === 'table' && part.found.reading.kind === 'budget').length;
  for (const [place, part] of collected.parts.entries()) {
    if (taken.has(place) || part.kind === 'said' || part.kind === 'heading') continue;
    if (part.kind === 'aside') {
      leave(part.reason, part.text);
    } else if (part.kind === 'total') {
      if (!addLooseTotal(part.text, tables, options)) leave('prose', part.text);
    } else {
      const { found } = part;
      const category = found.reading.kind === 'budget' ? categoryOf(found, budgets) : undefined;
      const { table, notes } = readTable(found, years, options, category);
      for (const note of notes) leave('note', note);
      if (table.rows.length > 0) tables.push(table);
      else leave('empty-table', [table.title, table.headers.join(' | ')].filter(Boolean).join('\n'));
    }
  }
  return { tables, aside, sections };
}

/**
 * Understands a document: finds its tables, names their kind, maps the columns and reads every value (formats.md); finds goals in its prose;
 * lists what it left aside. Pure, so that the same reading serves a file on the server and a paste in the browser. Never throws on any document.
 */
export function understand(document: SourceDocument, options: UnderstandOptions = {}): Understanding {
  const found = documentYear(document);
  const years: YearContext = {
    ...(options.year === undefined ? {} : { year: options.year }),
    ...(options.campaign ? { campaign: options.campaign } : {}),
    ...(found === undefined ? {} : { documentYear: found }),
  };
  const collected = collect(document);
  const { tables, aside, sections } = readAll(collected, document, years, options);
  const goals = collected.goals.map(({ doubt, ...goal }) => ({ ...goal, ...(doubt ? { question: ask(doubt, options.locale) } : {}) }));
  const words = readTexts(options.locale).asides;
  const remarks = (document.remarks ?? []).map((remark) => ({ reason: remark.reason, message: words[remark.reason], text: remark.text }));
  return { tables, goals, sections, aside: [...remarks, ...aside] };
}
