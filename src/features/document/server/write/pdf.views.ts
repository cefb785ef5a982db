import type { Day } from '#platform/shared/calendar.ts';
import type { Locale } from '#platform/shared/messages.ts';
import { formatMoney } from '#platform/shared/money.ts';
import { fullDay, periodText } from './day.text.ts';
import { writeMessages } from './document.write.messages.ts';
import { percent, viewGoal, viewMoney } from './figures.view.ts';
import { viewGantt } from './gantt.view.ts';
import type { DocumentHead, EvaluationData, OverviewData, PdfDocuments } from './pdf.types.ts';
import type { Seal } from './seal.ts';
import type { MetaView } from './plan.paper.ts';
import { viewPlan } from './plan.view.ts';
import { viewSchedule } from './schedule.view.ts';
import type { BudgetTable, CampaignTables, ScheduleTable } from './tables.ts';

/** What a template lays out: finished texts, shares from 0 to 1, and no arithmetic left to do. */
export type TemplateView = { [part: string]: unknown };

export type SealView = { lines: string[] };

export function viewSeal(seal: Seal | null, locale: Locale): SealView | null {
  if (!seal) return null;
  const words = writeMessages[locale].seal;
  return { lines: [words[seal.subject](seal.version), words.approved, seal.approvedBy, seal.approvedOn] };
}

/** The day a document is printed with. */
function common(locale: Locale, title: string, kind: string, asOf: Day | null) {
  const words = writeMessages[locale];
  return {
    lang: locale === 'en' ? 'en' : 'zh',
    title,
    kind,
    author: words.product,
    asOf: asOf ? words.asOf(fullDay(asOf, locale)) : '',
    page: words.page('{n}', '{all}'),
    words: { goals: words.goals, money: words.money, progress: words.progress, budget: words.budget, schedule: words.schedule },
  };
}

export function viewMeta(head: DocumentHead, locale: Locale): MetaView {
  const { meta, nobody } = writeMessages[locale];
  const pairs = [
    [meta.scenario, head.scenario],
    [meta.period, periodText(head.startOn, head.endOn, locale)],
    [meta.lead, head.lead],
    [meta.department, head.department],
    [meta.stage, head.stage],
  ] as const;
  return pairs.map(([label, text]) => ({ label, text: text.trim() === '' ? nobody : text }));
}

function viewHead(head: DocumentHead, kind: string, locale: Locale) {
  return {
    ...common(locale, head.title, kind, head.asOf),
    ...(head.lead.trim() === '' ? {} : { author: head.lead }),
    company: head.company ?? '',
    meta: viewMeta(head, locale),
    seal: viewSeal(head.seal, locale),
    signatures: writeMessages[locale].signatures,
  };
}

export function viewOverview(data: OverviewData, locale: Locale): TemplateView {
  const words = writeMessages[locale];
  const money = viewMoney(data.lines, locale);
  const planned = data.lines.reduce((sum, line) => sum + line.amountCents, 0);
  const reserve = data.reserveCents ?? null;
  return {
    ...viewHead(data.head, words.titles.overview, locale),
    verdict: data.verdict,
    goals: data.goals.map((goal) => viewGoal(goal, 'running', locale)),
    money,
    expectedSpend: data.expectedSpend ?? null,
    reserve: reserve === null || planned === 0 ? null : { amount: formatMoney(reserve), share: words.money.share(percent(reserve / planned)) },
    schedule: viewSchedule(data.tasks, locale),
  };
}

/** A bullet or a number that a person typed before a point; neither a minus sign (`-5%`) nor a decimal (`3.5`). */
const BULLET = /^\s*(?:[-*]\s+|[\u2022\u00B7\u25CF]\s*|\d{1,2}(?:[.)](?!\d)|[\u3001\uFF09])\s*)/u;

/** Points of a judgement: one a line. */
export function pointsOf(text: string): string[] {
  return text.split('\n').map((line) => line.replace(BULLET, '').trim()).filter((line) => line !== '');
}

export type ReportSection = { title: string; points: string[] };

export function viewEvaluation(data: EvaluationData, locale: Locale) {
  const words = writeMessages[locale];
  const goals = data.goals.map((goal) => viewGoal(goal, 'final', locale));
  const meta = viewMeta(data.head, locale);
  if (data.dueOn) meta.push({ label: words.meta.due, text: fullDay(data.dueOn, locale) });
  if (data.submittedOn) meta.push({ label: words.meta.submitted, text: fullDay(data.submittedOn, locale) });
  const { evaluation } = words;
  const sections = [
    { title: evaluation.highlights, points: pointsOf(data.highlights) },
    { title: evaluation.shortcomings, points: pointsOf(data.shortcomings) },
    { title: evaluation.nextSteps, points: pointsOf(data.nextSteps) },
  ];
  const titles = [evaluation.conclusion, evaluation.goals, evaluation.money, evaluation.schedule, ...sections.map((section) => section.title)];
  return {
    ...viewHead(data.head, words.titles.evaluation, locale),
    meta,
    verdict: data.verdict,
    goals,
    goalsSentence: goalsSentence(data, locale),
    money: viewMoney(data.lines, locale, data.settled),
    schedule: viewSchedule(data.tasks, locale, data.onTime),
    sections: sections satisfies ReportSection[],
    empty: evaluation.empty,
    numbered: titles.map((title, index) => words.numbered(words.ordinals[index] ?? String(index + 1), title)),
  };
}

function goalsSentence(data: EvaluationData, locale: Locale): string {
  const words = writeMessages[locale].goals;
  if (data.goals.length === 0) return words.none;
  const goals = data.goals.map((goal) => viewGoal(goal, 'final', locale));
  const missing = data.goals.filter((goal) => goal.actual === null).length;
  const reached = words.sentence(goals.filter((goal) => goal.tone === 'good').length, goals.length);
  if (missing === 0) return reached;
  return [reached, words.missing(missing)].join(locale === 'en' ? ' ' : '');
}

function viewBudget(data: BudgetTable, locale: Locale): TemplateView {
  const { budget } = writeMessages[locale];
  return { ...common(locale, data.title, budget.sheet, null), subtitle: data.subtitle ?? '', money: viewMoney(data.lines, locale) };
}

function viewTimetable(data: ScheduleTable, locale: Locale): TemplateView {
  const { schedule } = writeMessages[locale];
  return { ...common(locale, data.title, schedule.sheet, null), subtitle: data.subtitle ?? '', schedule: viewSchedule(data.tasks, locale) };
}

function viewTables(data: CampaignTables, locale: Locale): TemplateView {
  const { budget, schedule, listed } = writeMessages[locale];
  return { ...viewTimetable(data, locale), ...viewBudget(data, locale), kind: listed([budget.sheet, schedule.sheet]), titles: { budget: budget.titled, schedule: schedule.titled } };
}

export const pdfViews: { [T in keyof PdfDocuments]: (data: PdfDocuments[T], locale: Locale) => TemplateView } = {
  overview: viewOverview,
  evaluation: viewEvaluation,
  plan: viewPlan,
  budget: viewBudget,
  schedule: viewTimetable,
  tables: viewTables,
  gantt: viewGantt,
};
