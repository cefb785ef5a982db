import type { TeamGroup } from '#features/campaign/campaign.policy.ts';
import type { BriefedPlan } from './briefing.content.rules.ts';
import type { ChangePart, ChangeValue, GroupPage, PageChange } from './briefing.page.contract.ts';
import { groupPageOf, wholePageOf } from './briefing.page.rules.ts';

type Row = Readonly<Record<string, ChangeValue>>;

interface Compared {
  readonly part: ChangePart;
  readonly rows: (page: GroupPage) => readonly Row[];
  readonly name: (row: Row) => string;
  /** What is said when it differs. */
  readonly fields: readonly string[];
  /** What is said of a row that is new or gone. */
  readonly told: readonly string[];
}

const named = (...fields: readonly string[]) => (row: Row): string => fields.map((field) => String(row[field] ?? '')).filter(Boolean).join(' · ');
const days = ['startOn', 'endOn', 'dueTime'];

const COMPARED: readonly Compared[] = [
  { part: 'goals', rows: (page) => page.decided.goals, name: named('metric'), fields: ['target', 'dueOn'], told: ['target'] },
  { part: 'money', rows: (page) => page.decided.lines, name: named('category', 'detail'), fields: ['amountCents'], told: ['amountCents'] },
  { part: 'areas', rows: (page) => page.areas, name: named('area'), fields: ['responsible', 'accountable', 'consulted', 'informed'], told: ['responsible', 'accountable'] },
  { part: 'tasks', rows: (page) => page.tasks, name: named('title'), fields: [...days, 'whenText', 'ownerText'], told: [...days, 'ownerText'] },
  { part: 'steps', rows: (page) => page.steps, name: named('title'), fields: ['day', 'startTime', 'minutes', 'place', 'ownerText'], told: ['day', 'startTime', 'place'] },
  { part: 'zones', rows: (page) => page.zones, name: named('name'), fields: ['duty', 'staff', 'ownerText'], told: ['duty'] },
  { part: 'materials', rows: (page) => page.materials, name: named('name'), fields: ['spec', 'quantity', 'dueOn', 'ownerText'], told: ['quantity', 'dueOn'] },
  { part: 'channels', rows: (page) => page.channels, name: named('channel'), fields: ['phase', 'startOn', 'endOn', 'content', 'ownerText'], told: ['startOn', 'endOn'] },
  { part: 'risks', rows: (page) => page.risks, name: named('risk'), fields: ['trigger', 'response', 'ownerText'], told: ['trigger', 'response'] },
];

/** The first and the last day belong together: when one of them moves, both are told. */
const PERIODS = [['startOn', 'endOn'], ['startsOn', 'endsOn'], ['eventFrom', 'eventTo']] as const;

/** The fields that differ. What the days say already need not be said in words too. */
function differing(before: Row, after: Row, fields: readonly string[]): PageChange['facts'] {
  const differs = (field: string): boolean => (before[field] ?? null) !== (after[field] ?? null);
  const told = new Set(fields.filter(differs));
  for (const period of PERIODS) if (period.some((field) => told.has(field))) for (const field of period) told.add(field);
  if (told.has('startOn')) told.delete('whenText');
  return fields.filter((field) => told.has(field)).map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }));
}

const isSaid = (value: ChangeValue | undefined): boolean => value !== null && value !== undefined && value !== '';

/** Rows of one name are paired in their order: the first of the one side with the first of the other. */
function compareRows({ part, rows, name, fields, told }: Compared, before: GroupPage, after: GroupPage): PageChange[] {
  const left = [...rows(before)];
  const changes: PageChange[] = [];
  for (const row of rows(after)) {
    const index = left.findIndex((one) => name(one) === name(row));
    const former = index < 0 ? undefined : left.splice(index, 1)[0];
    if (!former) {
      changes.push({ part, kind: 'added', name: name(row), facts: told.filter((field) => isSaid(row[field])).map((field) => ({ field, before: null, after: row[field] ?? null })) });
      continue;
    }
    const facts = differing(former, row, fields);
    if (facts.length > 0) changes.push({ part, kind: 'changed', name: name(row), facts });
  }
  return [...changes, ...left.map((row): PageChange => ({ part, kind: 'removed', name: name(row), facts: [] }))];
}

/** What concerns a group and is not as it was. `total`: also the money of the whole plan, for whoever answers for the whole. */
export function pageDifference(before: GroupPage, after: GroupPage, total = false): PageChange[] {
  const changes: PageChange[] = [];
  const basics = differing(before.decided as unknown as Row, after.decided as unknown as Row, ['theme', 'startsOn', 'endsOn', 'eventFrom', 'eventTo']);
  if (basics.length > 0) changes.push({ part: 'basics', kind: 'changed', name: '', facts: basics });
  const money = differing(before.decided as unknown as Row, after.decided as unknown as Row, total ? ['totalCents'] : []);
  if (money.length > 0) changes.push({ part: 'money', kind: 'changed', name: '', facts: money });
  const duties = differing(before as unknown as Row, after as unknown as Row, ['duties', 'worksWith']);
  if (duties.length > 0) changes.push({ part: 'duties', kind: 'changed', name: '', facts: duties });
  return [...changes, ...COMPARED.flatMap((compared) => compareRows(compared, before, after))];
}

/**
 * What is new for someone of some groups between two versions; what concerns more than one of them is said once. Whoever leads answers for the whole plan, and is told
 * of all of it.
 */
export function changesFor(before: BriefedPlan, after: BriefedPlan, groups: readonly TeamGroup[]): PageChange[] {
  if (groups.includes('lead')) return pageDifference(wholePageOf(before), wholePageOf(after), true);
  const told = new Map<string, number>();
  return groups.flatMap((group) => {
    const own = new Map<string, number>();
    return pageDifference(groupPageOf(before, group), groupPageOf(after, group)).filter((change) => {
      const key = JSON.stringify(change);
      const times = (own.get(key) ?? 0) + 1;
      own.set(key, times);
      if (times <= (told.get(key) ?? 0)) return false;
      told.set(key, times);
      return true;
    });
  });
}
