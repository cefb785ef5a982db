import { readPeople, type Person } from '#features/reading/reading.people.rules.ts';
import { peopleOf, readOwners } from '#features/team/team.owner.rules.ts';
import type { Where } from './check.rule.value.ts';
import type { CheckedPlan } from './check.value.ts';

export interface OwnedRow {
  readonly where: Where;
  readonly name: string;
  readonly ownerText: string;
}

/** A person's name, as opposed to a role, a group, a department or a supplier. */
function isPersonName(text: string): boolean {
  const { value } = readPeople(text);
  if (value === null || typeof value !== 'object' || !('kind' in value)) return false;
  const { kind, role } = value as unknown as Person;
  return kind === 'person' && role === undefined && /^\p{Script=Han}{2,4}$/u.test(text);
}

/** The people whom an owner text names; roles, groups, departments and 全员 are no names. */
export const namesIn = (ownerText: string): readonly string[] => readOwners(ownerText).flatMap((term) => (term.kind === 'name' && isPersonName(term.text) ? [term.text] : []));

/** The people of the plan's team, each once. */
export const membersOf = ({ team }: CheckedPlan) => peopleOf(team);

const LISTED = { materials: 'name', channels: 'channel', steps: 'title', zones: 'name', risks: 'risk' } as const;

/** Every row that has an owner, and where it stands. */
export function ownedRows(plan: CheckedPlan): readonly OwnedRow[] {
  const listed = Object.entries(LISTED).flatMap(([part, naming]) =>
    plan[part as keyof typeof LISTED].map((row): OwnedRow => ({ where: { page: 'plan', part, id: row.id, field: 'ownerText' }, name: String((row as unknown as Record<string, unknown>)[naming] ?? ''), ownerText: row.ownerText })));
  return [
    ...plan.goals.map(({ id, metric, ownerText }) => ({ where: { page: 'goals', id, field: 'ownerText' } as const, name: metric, ownerText })),
    ...plan.budget.map(({ id, category, ownerText }) => ({ where: { page: 'budget', id, field: 'ownerText' } as const, name: category, ownerText })),
    ...plan.tasks.filter((task) => !task.cancelled).map(({ id, title, ownerText }) => ({ where: { page: 'schedule', id, field: 'ownerText' } as const, name: title, ownerText })),
    ...listed,
    ...plan.areas.flatMap(({ id, area, responsible, accountable }) => [responsible, accountable].map((ownerText) => ({ where: { page: 'team', part: 'areas', id } as const, name: area, ownerText }))),
  ];
}
