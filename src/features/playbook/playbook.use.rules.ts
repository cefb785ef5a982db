import type { PlaybookFile } from './playbook.file.contract.ts';
import { campaignDays, readOn, writtenNote, writtenWhen, type CountedDays } from './playbook.dates.rules.ts';
import { splitBudget, splitChannels } from './playbook.money.rules.ts';
import { PLACEHOLDER } from './playbook.vocabulary.ts';
import type { Cents } from '#platform/shared/money.ts';
import type { Day, OwnDays } from '#platform/shared/calendar.ts';

/** What only the company can say, and what the playbook asks for when it is used. */
export interface UseAnswers {
  readonly eventFrom: Day;
  readonly eventTo: Day;
  readonly totalCents: Cents;
  /** By the place of the goal in the playbook; null leaves the goal out. */
  readonly targets: readonly (number | null)[];
  /** What stands in the place of `【…】`, by the placeholder with its brackets; a missing one stays as it is. */
  readonly words: Readonly<Record<string, string>>;
}

function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => mapTexts(item, change)) as T;
  if (value !== null && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)])) as T;
  return value;
}

/** The placeholders of a playbook in the order in which they first appear, each once. */
export function placeholdersOf(file: PlaybookFile): readonly string[] {
  const found = new Set<string>();
  mapTexts(file, (text) => {
    for (const [placeholder] of text.matchAll(PLACEHOLDER)) found.add(placeholder);
    return text;
  });
  return [...found];
}

/** The playbook with the answered placeholders filled in; blank answers leave them open. */
export function filledIn(file: PlaybookFile, words: UseAnswers['words']): PlaybookFile {
  return mapTexts(file, (text) => text.replace(PLACEHOLDER, (placeholder) => words[placeholder]?.trim() || placeholder));
}

function tasksOf(file: PlaybookFile, days: CountedDays) {
  return file.tasks.map(({ key, phase, when, title, owner, note, after }) => {
    const { startOn, endOn, dueTime, question } = readOn(when, days);
    return { key, phase, when, whenText: writtenWhen(when, days).slice(0, 60), startOn, endOn, dueTime, question, title, ownerText: owner, note: writtenNote(note, days), after };
  });
}

function goalsOf(file: PlaybookFile, days: CountedDays, targets: UseAnswers['targets']) {
  return file.goals.flatMap(({ metric, kind, unit, direction, level, target, due, measure, reason, note }, index) => {
    const asked = targets[index] === undefined ? target : targets[index];
    return asked === null ? [] : [{ metric, kind, unit, direction, level, target: asked, dueOn: readOn(due, days).endOn, measure, reason, note }];
  });
}

function budgetOf(file: PlaybookFile, totalCents: Cents) {
  const cents = splitBudget(totalCents, file.budget.lines);
  return file.budget.lines.map(({ category, detail, owner, note, reserve }, index) => ({ category, detail, amountCents: cents[index] ?? 0, ownerText: owner, note, reserve }));
}

function listsOf(file: PlaybookFile, days: CountedDays, budget: ReturnType<typeof budgetOf>) {
  const categoryCents = new Map<string, Cents>();
  for (const line of budget) categoryCents.set(line.category, (categoryCents.get(line.category) ?? 0) + line.amountCents);
  const cents = splitChannels(file.channels, categoryCents);
  return {
    personas: file.personas,
    channels: file.channels.map(({ when, share: _share, ...channel }, index) => {
      const { startOn, endOn } = readOn(when, days);
      return { ...channel, startOn, endOn, amountCents: cents[index] ?? 0 };
    }),
    materials: file.materials.map(({ due, ...material }) => ({ ...material, dueOn: readOn(due, days).endOn })),
    steps: file.steps, zones: file.zones, risks: file.risks, questions: file.questions,
    data: file.data.map(({ keepUntil, ...item }) => ({ ...item, keepUntil: readOn(keepUntil, days).endOn })),
  };
}

/** Everything that a playbook becomes in a campaign of these days, this money and these targets; working days are the company's. Pure: the preview shows what the server writes. */
export function playbookUse(template: PlaybookFile, answers: UseAnswers, ownDays?: OwnDays) {
  const file = filledIn(template, answers.words);
  const days = campaignDays(file.period, answers.eventFrom, answers.eventTo);
  const counted: CountedDays = { ...days, ownDays };
  const budget = budgetOf(file, answers.totalCents);
  return {
    days,
    ownDays,
    theme: file.theme,
    audience: file.audience,
    goals: goalsOf(file, counted, answers.targets),
    budget,
    team: file.team,
    tasks: tasksOf(file, counted),
    lists: listsOf(file, counted, budget),
    sections: file.sections,
  };
}
export type PlaybookUse = ReturnType<typeof playbookUse>;
