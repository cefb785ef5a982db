import { TEAM_GROUPS } from '#features/campaign/campaign.policy.ts';
import { areaFindings, type AreaFault } from '#features/team/team.area.rules.ts';
import { ownersIn } from '#features/team/team.owner.rules.ts';
import { membersOf, namesIn, ownedRows } from './check.owners.rules.ts';
import type { CheckRule, Hit } from './check.rule.value.ts';
import type { CheckedPlan } from './check.value.ts';

/** One finding for each name that nobody of the team has, however often it stands in the plan. */
function strangers(plan: CheckedPlan): readonly Hit[] {
  const known = new Set(plan.team.map(({ name }) => name));
  const places = new Map<string, { where: Hit['where']; rows: string[] }>();
  for (const { where, name, ownerText } of ownedRows(plan)) {
    for (const person of namesIn(ownerText)) {
      if (known.has(person)) continue;
      const place = places.get(person) ?? { where, rows: [] };
      place.rows.push(name);
      places.set(person, place);
    }
  }
  return [...places].map(([person, { where, rows }]) => ({ where, key: person, data: { person, rows: [...new Set(rows)], count: rows.length } }));
}

/** Nobody of the plan's rows means this person: not by name, not by group or grade, not as one of all. */
function idle(plan: CheckedPlan): readonly Hit[] {
  if (plan.tasks.length === 0) return [];
  const people = membersOf(plan);
  const busy = new Set(ownedRows(plan).flatMap(({ ownerText }) => ownersIn(ownerText, people).userIds));
  return people.filter(({ userId }) => !busy.has(userId)).map(({ userId, name }) => ({ where: { page: 'team', id: userId }, data: { name } }));
}

function areaFaults(plan: CheckedPlan, ...faults: readonly AreaFault[]): readonly Hit[] {
  return areaFindings(plan.areas, membersOf(plan)).filter(({ fault }) => faults.includes(fault))
    .map(({ areaId, area, fault, role, names }) => ({ where: { page: 'team', part: 'areas', id: areaId, field: role }, key: fault, data: { area, fault, names } }));
}

export const TEAM_RULES: readonly CheckRule[] = [
  {
    id: 'T01', clause: 'P3.1', severity: 'warning',
    run: ({ team }) => {
      const groups = TEAM_GROUPS.filter((group) => group !== 'lead' && !team.some((member) => member.group === group));
      return groups.length > 0 ? [{ where: { page: 'team' }, data: { groups } }] : [];
    },
  },
  { id: 'T02', clause: 'P3.1', severity: 'warning', run: strangers },
  { id: 'T03', clause: 'P3.2', severity: 'hint', run: idle },
  {
    id: 'T04', clause: 'P3.2', severity: 'hint', bounds: { groups: { value: 2, from: 1, to: 4 } },
    run: (plan, { groups: most = 2 }) => membersOf(plan).filter(({ groups }) => groups.length > most).map(({ userId, name, groups }) => ({ where: { page: 'team', id: userId }, data: { name, groups, most } })),
  },
  { id: 'T05', clause: 'P3.2', severity: 'hint', run: ({ areas }) => (areas.length === 0 ? [{ where: { page: 'team', part: 'areas' } }] : []) },
  { id: 'T06', clause: 'P3.2', severity: 'warning', run: (plan) => areaFaults(plan, 'no_responsible') },
  { id: 'T07', clause: 'P3.2', severity: 'warning', run: (plan) => areaFaults(plan, 'no_accountable', 'several_accountable') },
  { id: 'T08', clause: 'P3.2', severity: 'hint', run: (plan) => areaFaults(plan, 'group_accountable') },
];
