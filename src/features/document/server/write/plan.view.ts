import type { Locale } from '#platform/shared/messages.ts';
import { amountText, cellText } from './cell.text.ts';
import { writeMessages } from './document.write.messages.ts';
import { viewMoney } from './figures.view.ts';
import type { PaperBlock, PlanPaper } from './plan.paper.ts';
import { planWriteMessages } from './plan.write.messages.ts';
import { viewSchedule } from './schedule.view.ts';
import type { Cell, SheetShape } from './tables.ts';

/** A cell as it is printed; `rows` are those that it spans, 0 where the cell above covers it. */
type CellView = { text: string; rows: number };

function viewCell(cell: Cell): CellView {
  if (cell.kind === 'covered') return { text: '', rows: 0 };
  return { text: cellText(cell), rows: cell.kind === 'spanning' ? cell.rows : 1 };
}

/** A table without any arithmetic left. */
export function viewShape({ columns, rows, total, notes = [] }: SheetShape) {
  return {
    columns: columns.map(({ heading, share, align }) => ({ heading, share, align })),
    rows: rows.map((row) => row.map(viewCell)),
    total: total ? { label: total.label, span: total.labelColumns, sums: columns.slice(total.labelColumns).map((_, offset) => {
      const sum = total.sums.find((entry) => entry.column === total.labelColumns + offset);
      return sum ? amountText(sum.cents) : '';
    }) } : null,
    notes,
  };
}

function viewBlock(block: PaperBlock, locale: Locale): unknown {
  switch (block.kind) {
    case 'list': return { ...block, items: block.items.map((item) => item.map((one) => viewBlock(one, locale))) };
    case 'quote': return { ...block, blocks: block.blocks.map((one) => viewBlock(one, locale)) };
    case 'table': return { kind: 'table', caption: block.caption, table: viewShape(block.shape) };
    case 'budget': return { kind: 'budget', caption: block.caption, money: viewMoney(block.lines, locale) };
    case 'schedule': return { kind: 'schedule', caption: block.caption, tasks: viewSchedule(block.tasks, locale).tasks };
    default: return block;
  }
}

/** The plan for its template. */
export function viewPlan(paper: PlanPaper, locale: Locale) {
  const words = writeMessages[locale];
  const own = planWriteMessages[locale];
  const { seal } = paper;
  return {
    lang: locale === 'en' ? 'en' : 'zh',
    title: paper.title, kind: words.titles.plan, author: paper.lead === '' ? words.product : paper.lead, company: paper.company, asOf: '',
    page: words.page('{n}', '{all}'),
    cover: paper.cover, mark: paper.mark, stated: paper.stated, contents: own.contents,
    seal: seal ? { lines: [words.seal.plan(seal.version), words.seal.approved, seal.approvedBy, seal.approvedOn] } : null,
    signatures: own.signatures, signDate: own.signDate,
    parts: paper.parts.map((part) => ({ title: part.title, blocks: part.blocks.map((block) => viewBlock(block, locale)) })),
    words: { budget: words.budget, schedule: words.schedule },
  };
}
