import { TableRow } from 'docx';
import type { Locale } from '#platform/shared/messages.ts';
import { writeMessages } from './document.write.messages.ts';
import { shapeTable } from './docx.writer.ts';
import { cell, noteParagraphs, packDocument, paragraph, ruledTable, sectionHeading, TEXT_WIDTH, widthsOf, type CellLook } from './docx.parts.ts';
import { headTable, metaTable, signOff } from './docx.head.ts';
import type { GoalView, MoneyView } from './figures.view.ts';
import { PAPER } from './paper.ts';
import type { EvaluationData } from './pdf.types.ts';
import { viewEvaluation, type ReportSection } from './pdf.views.ts';
import { shapeSchedule } from './tables.ts';

type Align = NonNullable<CellLook['align']>;

/** R1.1 《活动效果评估报告》 as a Word document, with the same figures and sentences as the PDF. */
export function writeEvaluation(data: EvaluationData, locale: Locale): Promise<Buffer> {
  const words = writeMessages[locale];
  const view = viewEvaluation(data, locale);
  const [conclusion = '', goals = '', money = '', schedule = '', ...judgements] = view.numbered;
  const { title } = data.head;
  const sections = view.sections.flatMap((section, index) => [sectionHeading(judgements[index] ?? ''), ...points(section, view.empty)]);
  return packDocument({ title: `${title} ${view.kind}`, author: view.author, locale }, [
    headTable({ kind: [view.kind, view.company, view.asOf].filter((part) => part !== '').join(' · '), title, seal: view.seal }),
    metaTable(view.meta),
    sectionHeading(conclusion),
    paragraph(view.verdict === '' ? view.empty : view.verdict, { size: 24 }),
    sectionHeading(goals),
    paragraph(view.goalsSentence, { keepNext: true }),
    ...(view.goals.length > 0 ? [goalsTable(view.goals, words.goals.headings)] : []),
    sectionHeading(money),
    ...(view.money.lines.length > 0 ? [paragraph(view.money.sentence, { keepNext: true }), varianceTable(view.money, locale), ...noteParagraphs(view.money.notes)] : [paragraph(words.money.none)]),
    sectionHeading(schedule),
    paragraph(view.schedule.sentence, { keepNext: true }),
    ...(data.tasks.length > 0 ? [shapeTable(shapeSchedule({ tasks: data.tasks, locale }))] : []),
    ...sections,
    ...(view.seal ? [] : [signOff(view.signatures)]),
  ]);
}

function points(section: ReportSection, empty: string) {
  if (section.points.length === 0) return [paragraph(empty, { color: PAPER.inkFaint })];
  return section.points.map((point, index) => paragraph(`${index + 1}. ${point}`));
}

const tones = { good: '2F7D5B', warn: '8F5B10', bad: PAPER.rose, plain: PAPER.inkSoft } as const;

type GoalHeadings = (typeof writeMessages)['zh-CN']['goals']['headings'];

function goalsTable(goals: readonly GoalView[], headings: GoalHeadings) {
  const names = [headings.metric, headings.actual, headings.target, headings.attainment, headings.state, headings.note];
  const aligns: Align[] = ['left', 'right', 'right', 'right', 'center', 'left'];
  const rows = goals.map((goal) => [goal.metric, goal.actual, goal.target, goal.attainment, goal.state, goal.note]);
  return textTable({ shares: [12, 7, 7, 6, 6, 10], aligns, names, rows, toned: (row, column) => (column === 4 ? tones[goals[row]?.tone ?? 'plain'] : undefined) });
}

function varianceTable(money: MoneyView, locale: Locale) {
  const words = writeMessages[locale];
  const [no, category, detail, amount, actual] = words.budget.headings;
  return textTable({
    shares: [3.4, 7, 14, 6.8, 6.8, 6, 5],
    aligns: ['center', 'left', 'left', 'right', 'right', 'right', 'right'],
    names: [no, category, detail, amount, actual, words.money.variance, words.money.use],
    rows: money.lines.map((line) => [line.no, line.category, line.detail, line.amount, line.actual, line.variance, line.use]),
    toned: (row, column) => (column > 4 && money.lines[row]?.tone === 'bad' ? PAPER.rose : undefined),
    total: [money.total.label, money.total.amount, money.total.actual, money.total.variance, money.total.use],
  });
}

type TextTable = {
  shares: number[];
  aligns: Align[];
  names: string[];
  rows: string[][];
  toned: (row: number, column: number) => string | undefined;
  /** The label spans what the figures leave. */
  total?: string[];
};

function textTable({ shares, aligns, names, rows, toned, total }: TextTable) {
  const widths = widthsOf(shares, TEXT_WIDTH);
  const head = names.map((name, column) => cell(name, { align: aligns[column] ?? 'left', bold: true, heading: true, fill: PAPER.wash, width: widths[column] ?? 0 }));
  const body = rows.map(
    (row, index) =>
      new TableRow({
        cantSplit: true,
        children: row.map((text, column) => cell(text, { align: aligns[column] ?? 'left', width: widths[column] ?? 0, color: toned(index, column) ?? PAPER.ink })),
      }),
  );
  const [label = '', ...figures] = total ?? [];
  const look = { bold: true, fill: PAPER.wash } as const;
  const sums = figures.map((text) => cell(text, { ...look, align: 'right' }));
  const last = total ? [new TableRow({ cantSplit: true, children: [cell(label, { ...look, align: 'center', columnSpan: names.length - figures.length }), ...sums] })] : [];
  return ruledTable(shares, [new TableRow({ tableHeader: true, cantSplit: true, children: head }), ...body, ...last]);
}
