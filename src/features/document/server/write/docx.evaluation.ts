import type { Locale } from '#platform/shared/messages.ts';
import { writeMessages } from './document.write.messages.ts';
import { shapeTable } from './docx.ts';
import { cell, loadDocx, packDocument, paragraph, ruledTable, sectionHeading, TEXT_WIDTH, widthsOf, type CellLook } from './docx.parts.ts';
import { headTable, metaTable, signOff } from './docx.head.ts';
import type { GoalView, MoneyView } from './figures.view.ts';
import { PAPER } from './paper.ts';
import type { EvaluationData } from './pdf.types.ts';
import { viewEvaluation, type ReportSection } from './pdf.views.ts';
import { shapeSchedule } from './tables.ts';

type Docx = Awaited<ReturnType<typeof loadDocx>>;
type Align = NonNullable<CellLook['align']>;

/** R1.1 《活动效果评估报告》 as a Word document, with the same figures and sentences as the PDF. */
export async function writeEvaluationDocx(data: EvaluationData, locale: Locale): Promise<Buffer> {
  const docx = await loadDocx();
  const words = writeMessages[locale];
  const view = viewEvaluation(data, locale);
  const [conclusion = '', goals = '', money = '', schedule = '', ...judgements] = view.numbered;
  const { title } = data.head;
  const sections = view.sections.flatMap((section, index) => [sectionHeading(docx, judgements[index] ?? ''), ...points(docx, section, view.empty)]);
  return packDocument(docx, { title: `${title} ${view.kind}`, author: view.author, locale }, [
    headTable(docx, { kind: [view.kind, view.company, view.asOf].filter((part) => part !== '').join(' · '), title, seal: view.seal }),
    metaTable(docx, view.meta),
    sectionHeading(docx, conclusion),
    paragraph(docx, view.verdict === '' ? view.empty : view.verdict, { size: 24 }),
    sectionHeading(docx, goals),
    paragraph(docx, view.goalsSentence, { keepNext: true }),
    ...(view.goals.length > 0 ? [goalsTable(docx, view.goals, words.goals.headings)] : []),
    sectionHeading(docx, money),
    ...(view.money.lines.length > 0 ? [paragraph(docx, view.money.sentence, { keepNext: true }), varianceTable(docx, view.money, locale)] : [paragraph(docx, words.money.none)]),
    sectionHeading(docx, schedule),
    paragraph(docx, view.schedule.sentence, { keepNext: true }),
    ...(data.tasks.length > 0 ? [shapeTable(docx, shapeSchedule({ tasks: data.tasks, locale }))] : []),
    ...sections,
    ...(view.seal ? [] : [signOff(docx, view.signatures)]),
  ]);
}

function points(docx: Docx, section: ReportSection, empty: string) {
  if (section.points.length === 0) return [paragraph(docx, empty, { color: PAPER.inkFaint })];
  return section.points.map((point, index) => paragraph(docx, `${index + 1}. ${point}`));
}

const tones = { good: '2F7D5B', warn: '8F5B10', bad: PAPER.rose, plain: PAPER.inkSoft } as const;

type GoalHeadings = (typeof writeMessages)['zh-CN']['goals']['headings'];

function goalsTable(docx: Docx, goals: readonly GoalView[], headings: GoalHeadings) {
  const names = [headings.metric, headings.actual, headings.target, headings.attainment, headings.state, headings.note];
  const aligns: Align[] = ['left', 'right', 'right', 'right', 'center', 'left'];
  const rows = goals.map((goal) => [goal.metric, goal.actual, goal.target, goal.attainment, goal.state, goal.note]);
  return textTable(docx, { shares: [12, 7, 7, 6, 6, 10], aligns, names, rows, toned: (row, column) => (column === 4 ? tones[goals[row]?.tone ?? 'plain'] : undefined) });
}

function varianceTable(docx: Docx, money: MoneyView, locale: Locale) {
  const words = writeMessages[locale];
  const [no, category, detail, amount, actual] = words.budget.headings;
  return textTable(docx, {
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

function textTable(docx: Docx, { shares, aligns, names, rows, toned, total }: TextTable) {
  const widths = widthsOf(shares, TEXT_WIDTH);
  const head = names.map((name, column) => cell(docx, name, { align: aligns[column] ?? 'left', bold: true, heading: true, fill: PAPER.wash, width: widths[column] ?? 0 }));
  const body = rows.map(
    (row, index) =>
      new docx.TableRow({
        cantSplit: true,
        children: row.map((text, column) => cell(docx, text, { align: aligns[column] ?? 'left', width: widths[column] ?? 0, color: toned(index, column) ?? PAPER.ink })),
      }),
  );
  const [label = '', ...figures] = total ?? [];
  const look = { bold: true, fill: PAPER.wash } as const;
  const sums = figures.map((text) => cell(docx, text, { ...look, align: 'right' }));
  const last = total ? [new docx.TableRow({ cantSplit: true, children: [cell(docx, label, { ...look, align: 'center', columnSpan: names.length - figures.length }), ...sums] })] : [];
  return ruledTable(docx, shares, [new docx.TableRow({ tableHeader: true, cantSplit: true, children: head }), ...body, ...last]);
}
