import type { GOAL_KINDS } from '#features/goal/goal.contract.ts';
import { isReserve } from '#features/budget/budget.rules.ts';
import type { TeamGroup } from '#features/campaign/campaign.policy.ts';
import type { PlanListName, PlanRowFields } from '#features/plan/plan.lists.contract.ts';
import type { TaskLink } from '#features/schedule/schedule.contract.ts';
import type { Phase } from '#features/schedule/schedule.rules.ts';
import { daysBetween, type Day, type OwnDays } from '#platform/shared/calendar.ts';
import type { Cents } from '#platform/shared/money.ts';
import type { PlaybookFile } from './playbook.file.contract.ts';
import { relativeNote, relativeWhen, type CountedDays, type EventDays } from './playbook.dates.rules.ts';
import { sharesOf } from './playbook.money.rules.ts';
import { GROUP_WORDS, OWNERS_APART, OWNERS_JOINED } from './playbook.vocabulary.ts';

/** A campaign as it is saved for the next one. */
export interface SavedCampaign {
  readonly campaign: { readonly scenario: string; readonly theme: string; readonly audience: string; readonly startsOn: Day; readonly endsOn: Day; readonly eventFrom: Day | null; readonly eventTo: Day | null };
  /** The company's own days: what is due so many working days after the end stays that. */
  readonly ownDays?: OwnDays;
  readonly goals: readonly {
    readonly metric: string; readonly kind: (typeof GOAL_KINDS)[number]; readonly unit: string; readonly direction: 'up' | 'down'; readonly target: number; readonly actual: number | null; readonly note: string;
    readonly level?: 'key' | 'supporting'; readonly dueOn?: Day | null; readonly measure?: string; readonly reason?: string;
  }[];
  readonly budget: readonly { readonly category: string; readonly detail: string; readonly amountCents: Cents; readonly ownerText: string; readonly note: string }[];
  readonly people: readonly { readonly name: string; readonly group: TeamGroup }[];
  readonly groups: PlaybookFile['team']['groups'];
  readonly areas: PlaybookFile['team']['areas'];
  readonly tasks: readonly {
    readonly id: string; readonly phase: Phase; readonly whenText: string; readonly startOn: Day | null; readonly endOn: Day | null; readonly dueTime: string | null;
    readonly title: string; readonly ownerText: string; readonly note: string; readonly state: string; readonly links: readonly TaskLink[];
  }[];
  readonly lists: { readonly [L in PlanListName]: readonly PlanRowFields<L>[] };
  readonly sections: PlaybookFile['sections'];
}

/** Names of people become their group's: the next campaign has other people. */
export function ownerAsGroup(owner: string, groupOf: ReadonlyMap<string, TeamGroup>): string {
  const parts = owner.split(OWNERS_APART).map((part) => part.trim());
  if (!parts.some((part) => groupOf.has(part))) return owner;
  return [...new Set(parts.map((part) => {
    const group = groupOf.get(part);
    return group ? GROUP_WORDS[group] : part;
  }))].join(OWNERS_JOINED);
}

/** The event that days are told from; a campaign without one counts from its own first and last day. */
export function eventDaysOf({ startsOn, endsOn, eventFrom, eventTo }: SavedCampaign['campaign']): EventDays {
  return { startsOn, endsOn, eventFrom: eventFrom ?? startsOn, eventTo: eventTo ?? endsOn };
}

const LONGEST = { lead: 365, event: 366, tail: 365 } as const;

export function periodOf(days: EventDays): PlaybookFile['period'] {
  return {
    leadDays: Math.min(LONGEST.lead, daysBetween(days.startsOn, days.eventFrom)),
    eventDays: Math.min(LONGEST.event, daysBetween(days.eventFrom, days.eventTo) + 1),
    tailDays: Math.min(LONGEST.tail, daysBetween(days.eventTo, days.endsOn)),
  };
}

const onDay = (day: Day | null | undefined) => ({ startOn: day ?? null, endOn: day ?? null, dueTime: null });

function tasksOf(tasks: SavedCampaign['tasks'], days: CountedDays, owner: (text: string) => string): PlaybookFile['tasks'] {
  const kept = tasks.filter(({ state, title }) => state !== 'cancelled' && title !== '');
  const keys = new Map(kept.map(({ id }, index) => [id, `t${index + 1}`]));
  return kept.map((task) => ({
    key: keys.get(task.id) ?? '',
    phase: task.phase,
    // What names no day (`每日21:00`) says the same in every campaign.
    when: relativeWhen(task, days) || (task.startOn === null && task.endOn === null ? task.whenText : ''),
    title: task.title, owner: owner(task.ownerText), note: relativeNote(task.note, days),
    after: task.links.flatMap(({ predecessorId, type, lagDays, lagUnit }) => {
      const key = keys.get(predecessorId);
      return key === undefined ? [] : [{ key, type, lagDays, lagUnit }];
    }).slice(0, 20),
  }));
}

/** `actualNote` words what became of a goal: `上次目标 2,000 单，实际 1,850 单`. */
export type ActualNote = (goal: { readonly target: number; readonly actual: number; readonly unit: string }) => string;

const NOTE_LIMIT = 500;

function goalsOf(goals: SavedCampaign['goals'], days: CountedDays, actualNote: ActualNote): PlaybookFile['goals'] {
  return goals.filter(({ metric }) => metric !== '').map(({ metric, kind, unit, direction, target, actual, note, level = 'key', dueOn, measure = '', reason = '' }) => ({
    metric, kind, unit, direction, level, target, due: relativeWhen(onDay(dueOn), days), measure, reason,
    note: [note, actual === null ? '' : actualNote({ target, actual, unit })].filter(Boolean).join(' ').slice(0, NOTE_LIMIT),
  }));
}

function budgetOf(lines: SavedCampaign['budget'], owner: (text: string) => string): PlaybookFile['budget'] {
  const named = lines.filter(({ category }) => category !== '');
  const shares = sharesOf(named.map(({ amountCents }) => amountCents));
  return {
    totalCents: named.reduce((sum, { amountCents }) => sum + amountCents, 0),
    lines: named.map((line, index) => ({ category: line.category, detail: line.detail, share: shares[index] ?? 0, owner: owner(line.ownerText), note: line.note, reserve: isReserve(line) })),
  };
}

function listsOf(lists: SavedCampaign['lists'], budget: SavedCampaign['budget'], days: CountedDays, owner: (text: string) => string) {
  const ofCategory = (category: string): Cents => budget.filter((line) => line.category === category).reduce((sum, { amountCents }) => sum + amountCents, 0);
  const own = <Row extends { readonly ownerText: string }>(row: Row): Row => ({ ...row, ownerText: owner(row.ownerText) });
  return {
    personas: [...lists.personas],
    channels: lists.channels.map(({ startOn, endOn, amountCents, ...channel }) => {
      const total = ofCategory(channel.category);
      return { ...own(channel), when: relativeWhen({ startOn, endOn, dueTime: null }, days), share: total === 0 ? 0 : Math.min(100, Number(((amountCents / total) * 100).toFixed(6))) };
    }),
    materials: lists.materials.map(({ dueOn, ...material }) => ({ ...own(material), due: relativeWhen(onDay(dueOn), days) })),
    steps: lists.steps.map(own), zones: lists.zones.map(own), risks: lists.risks.map(own), questions: [...lists.questions],
    data: lists.data.map(({ keepUntil, ...item }) => ({ ...own(item), keepUntil: relativeWhen(onDay(keepUntil), days) })),
  };
}

/** A campaign as a playbook: days told from the event, money as shares of the total, people as their groups, figures reached as notes of the targets. */
export function playbookFrom(saved: SavedCampaign, named: { readonly name: string; readonly summary: string }, actualNote: ActualNote): PlaybookFile {
  const days: CountedDays = { ...eventDaysOf(saved.campaign), ownDays: saved.ownDays };
  const groupOf = new Map(saved.people.toReversed().map(({ name, group }) => [name, group]));
  const owner = (text: string): string => ownerAsGroup(text, groupOf).slice(0, 100);
  return {
    format: 'muster.playbook', version: 1, ...named,
    scenario: saved.campaign.scenario, theme: saved.campaign.theme, audience: saved.campaign.audience,
    period: periodOf(days),
    budget: budgetOf(saved.budget, owner),
    goals: goalsOf(saved.goals, days, actualNote),
    team: {
      groups: saved.groups,
      areas: saved.areas.map((area) => ({ ...area, responsible: owner(area.responsible), accountable: owner(area.accountable), consulted: owner(area.consulted), informed: owner(area.informed) })),
    },
    tasks: tasksOf(saved.tasks, days, owner),
    ...listsOf(saved.lists, saved.budget, days, owner),
    sections: saved.sections,
  };
}
