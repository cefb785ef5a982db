import type { PlanContent } from '#features/plan/server/plan.api.ts';
import { TEAM_GROUPS } from '#features/campaign/campaign.policy.ts';
import { goalMessages } from '#features/goal/goal.messages.ts';
import { channelMatrix } from '#features/plan/plan.channels.rules.ts';
import type { PlanListName } from '#features/plan/plan.lists.contract.ts';
import { planListMessages } from '#features/plan/plan.lists.messages.ts';
import { SECTION_KEYS, type SectionKey } from '#features/plan/plan.section.contract.ts';
import { planSectionMessages } from '#features/plan/plan.section.messages.ts';
import { teamMessages } from '#features/team/team.messages.ts';
import { daysBetween } from '#platform/shared/calendar.ts';
import { formatMeasure, formatTarget } from '#platform/shared/measure.ts';
import type { Locale } from '#platform/shared/messages.ts';
import { periodText, whenOf } from './day.text.ts';
import { paperOf, type PaperBlock } from './plan.paper.ts';
import { shapeList, shapeMatrix, shapeOf, spanOf, type PaperLists } from './plan.tables.ts';
import { planWriteMessages } from './plan.write.messages.ts';
import { writeMessages } from './document.write.messages.ts';
import type { ScheduleRow, SheetShape } from './tables.ts';
import { shapeAreas } from './team.tables.ts';

/** A frozen plan; older versions were frozen before some of its parts existed. */
export type PlanText = Pick<PlanContent, 'campaign' | 'budget' | 'team'> & Partial<Omit<PlanContent, 'campaign' | 'budget' | 'team' | 'lists' | 'goals'>> & {
  readonly lists?: Partial<PaperLists>;
  readonly goals: readonly (Partial<PlanContent['goals'][number]> & Pick<PlanContent['goals'][number], 'metric' | 'kind' | 'unit' | 'direction' | 'target'>)[];
  /** T2 with the states of the day, or of a frozen version without them. */
  readonly tasks: readonly ScheduleRow[];
};

/** A table that waits for its number. */
type Untitled = { readonly shape: SheetShape } | { readonly budget: true } | { readonly schedule: true } | { readonly facts: PaperBlock };

/** The sections of the document in their order, numbered, each with its text and its tables; sections that say nothing are left out. */
export function composeParts(plan: PlanText, locale: Locale): { title: string; blocks: PaperBlock[] }[] {
  const words = planWriteMessages[locale];
  const { names } = planSectionMessages[locale];
  let tables = 0;
  const captioned = (table: Untitled): PaperBlock => {
    if ('facts' in table) return table.facts;
    tables += 1;
    if ('shape' in table) return { kind: 'table', caption: words.caption(tables, table.shape.titled), shape: table.shape };
    if ('budget' in table) return { kind: 'budget', caption: words.caption(tables, writeMessages[locale].budget.sheet), lines: plan.budget.map((line) => ({ ...line, actualCents: null })) };
    return { kind: 'schedule', caption: words.caption(tables, writeMessages[locale].schedule.sheet), tasks: plan.tasks };
  };
  const parts = sectionsOf(plan).map(({ key, title, content }) => ({
    title: key === 'own' ? title : names[key],
    blocks: [...(content ? paperOf(content) : []), ...tablesOf(key, plan, locale).map(captioned)],
  }));
  return parts.filter((part) => part.blocks.length > 0).map((part, index) => ({ ...part, title: words.ordinal(index + 1, part.title) }));
}

type Section = { readonly key: SectionKey; readonly title: string; readonly content: PlanContent['sections'][number]['content'] | undefined };

/** The standard sections with the campaign's own where they were put: behind the last standard one before them that has a text. */
function sectionsOf({ sections = [] }: PlanText): Section[] {
  const behind = new Map<SectionKey | undefined, Section[]>();
  let before: SectionKey | undefined;
  for (const section of sections) {
    if (section.key === 'own') behind.set(before, [...(behind.get(before) ?? []), section]);
    else before = section.key;
  }
  return [...(behind.get(undefined) ?? []), ...SECTION_KEYS.flatMap((key) => [{ key, title: '', content: sections.find((section) => section.key === key)?.content }, ...(behind.get(key) ?? [])])];
}

function tablesOf(key: SectionKey, plan: PlanText, locale: Locale): Untitled[] {
  const { lists = {} } = plan;
  const list = (name: PlanListName): Untitled[] => one(shapeList(name, lists, locale, plan.campaign.eventFrom));
  switch (key) {
    case 'theme': return themeFacts(plan, locale);
    case 'period': return periodFacts(plan, locale);
    case 'goals': return [...one(shapeGoals(plan.goals, locale)), ...one(shapeParts(plan.goals, locale))];
    case 'audience': return [...audienceFacts(plan, locale), ...list('personas')];
    case 'channels': return [...one(shapeMatrix(lists.channels ?? [], locale)), ...list('channels')];
    case 'process': return [...list('steps'), ...list('zones'), ...list('questions')];
    case 'materials': return list('materials');
    case 'budget': return plan.budget.length > 0 ? [{ budget: true }] : [];
    case 'team': return [...one(shapeMembers(plan, locale)), ...one(plan.areas && plan.areas.length > 0 ? titled(shapeAreas({ areas: plan.areas, locale })) : undefined)];
    case 'schedule': return plan.tasks.length > 0 ? [{ schedule: true }] : [];
    case 'risks': return list('risks');
    case 'compliance': return list('data');
    case 'own': return [];
  }
}

const one = (shape: SheetShape | undefined): Untitled[] => (shape ? [{ shape }] : []);
/** In the document a table is numbered by its place, not within its own file. */
const titled = ({ notes: _notes, ...shape }: SheetShape): SheetShape => ({ ...shape, titled: shape.name });
const facts = (pairs: readonly (readonly [string, string])[]): Untitled[] => {
  const filled = pairs.filter(([, text]) => text.trim() !== '').map(([label, text]) => ({ label, text }));
  return filled.length > 0 ? [{ facts: { kind: 'facts', facts: filled } }] : [];
};

function themeFacts({ campaign }: PlanText, locale: Locale): Untitled[] {
  const words = planWriteMessages[locale].facts;
  return facts([[words.name, campaign.name], [words.theme, campaign.theme]]);
}

const audienceFacts = ({ campaign }: PlanText, locale: Locale): Untitled[] => facts([[planWriteMessages[locale].facts.audience, campaign.audience]]);

function periodFacts({ campaign, lists }: PlanText, locale: Locale): Untitled[] {
  const words = planWriteMessages[locale];
  const span = (from: string, to: string): string => `${periodText(from, to, locale)} · ${words.days(daysBetween(from, to) + 1)}`;
  const phases = channelMatrix(lists?.channels ?? []).phases.filter((phase) => phase.startOn !== null)
    .map(({ phase, startOn, endOn }) => words.phase(planListMessages[locale].phases[phase], whenOf({ whenText: '', startOn, endOn }, locale)));
  return facts([
    [words.facts.period, span(campaign.startsOn, campaign.endsOn)],
    [words.facts.event, campaign.eventFrom ? span(campaign.eventFrom, campaign.eventTo ?? campaign.eventFrom) : ''],
    [words.facts.phases, phases.join(words.stop)],
  ]);
}

function shapeGoals(goals: PlanText['goals'], locale: Locale): SheetShape | undefined {
  if (goals.length === 0) return undefined;
  const { title, headings: [number, level, metric, baseline, target, due, owner, measure, note] } = planWriteMessages[locale].goals;
  const { levels } = goalMessages[locale];
  type Row = PlanText['goals'][number];
  const columns = [
    { heading: number, share: 3, align: 'center' as const, cell: (_: Row, index: number) => String(index + 1) },
    { heading: level, share: 4, align: 'center' as const, cell: (goal: Row) => (goal.level ? levels[goal.level] : '') },
    { heading: metric, share: 7, cell: (goal: Row) => goal.metric },
    { heading: baseline, share: 6, align: 'right' as const, cell: (goal: Row) => (goal.baseline === null || goal.baseline === undefined ? '' : [formatMeasure(goal.baseline, goal.kind === 'growth' ? { kind: 'count', unit: '' } : goal, locale), goal.baselineSource ? `(${goal.baselineSource})` : ''].join('')) },
    { heading: target, share: 6, align: 'right' as const, cell: (goal: Row) => formatTarget(goal.target, goal, locale) },
    { heading: due, share: 6.8, cell: (goal: Row) => (goal.dueOn ? whenOf({ whenText: '', startOn: goal.dueOn }, locale) : '') },
    { heading: owner, share: 4.6, cell: (goal: Row) => goal.ownerText ?? '' },
    { heading: measure, share: 9, cell: (goal: Row) => goal.measure ?? '' },
    { heading: note, share: 10, cell: (goal: Row) => [goal.reason, goal.note].filter(Boolean).join(planWriteMessages[locale].stop) },
  ];
  return shapeOf(title, columns.filter(({ heading, cell }) => heading === metric || heading === target || goals.some((goal, index) => cell(goal, index) !== '')), goals);
}

function shapeParts(goals: PlanText['goals'], locale: Locale): SheetShape | undefined {
  const rows = goals.flatMap((goal) => (goal.parts ?? []).map((part) => ({ goal, part })));
  if (rows.length === 0) return undefined;
  const { parts, partHeadings: [metric, part, when, target] } = planWriteMessages[locale].goals;
  return shapeOf(parts, [
    { heading: metric, share: 8, cell: (_, index) => spanOf(rows.map((row) => row.goal), index, (goal) => goal.metric) },
    { heading: part, share: 8, cell: (row) => row.part.name },
    { heading: when, share: 9, cell: (row) => whenOf({ whenText: '', startOn: row.part.fromOn, endOn: row.part.toOn }, locale) },
    { heading: target, share: 7, align: 'right', cell: (row) => formatTarget(row.part.target, row.goal, locale) },
  ], rows);
}

function shapeMembers({ team, duties = [] }: PlanText, locale: Locale): SheetShape | undefined {
  const words = planWriteMessages[locale];
  const rows = TEAM_GROUPS.map((group) => {
    const duty = duties.find((entry) => entry.group === group);
    return { group, names: team.filter((member) => member.group === group).map((member) => member.name), duties: duty?.duties ?? '', worksWith: duty?.worksWith ?? '' };
  }).filter((row) => row.names.length > 0 || row.duties !== '' || row.worksWith !== '');
  if (rows.length === 0) return undefined;
  const [group, members, does, worksWith] = words.members.headings;
  return shapeOf(words.members.title, [
    { heading: group, share: 5, cell: (row) => teamMessages[locale].groups[row.group] },
    { heading: members, share: 8, cell: (row) => row.names.join(words.join) },
    { heading: does, share: 16, cell: (row) => row.duties },
    ...(rows.some((row) => row.worksWith !== '') ? [{ heading: worksWith, share: 12, cell: (row: (typeof rows)[number]) => row.worksWith }] : []),
  ], rows);
}

