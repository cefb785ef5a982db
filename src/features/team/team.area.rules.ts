import { ownersIn, type TeamPerson } from './team.owner.rules.ts';

/** Who answers for one area of work (P3.2): each an owner text such as `执行组、张三`. */
export interface WorkArea {
  readonly id: string;
  readonly area: string;
  /** R: does the work; one at least. */
  readonly responsible: string;
  /** A: answers for it and signs it off; exactly one. */
  readonly accountable: string;
  /** C: is asked before. */
  readonly consulted: string;
  /** I: is told afterwards. */
  readonly informed: string;
}

export const AREA_ROLES = ['responsible', 'accountable', 'consulted', 'informed'] as const;
export type AreaRole = (typeof AREA_ROLES)[number];

/**
 * What a division of work should be mended for: nobody responsible, nobody accountable, several accountable, a whole group accountable
 * (of which nobody in particular answers), a name that nobody of the team has, a group in which nobody is.
 */
export type AreaFault = 'no_responsible' | 'no_accountable' | 'several_accountable' | 'group_accountable' | 'unknown_name' | 'empty_group';

export interface AreaFinding {
  readonly areaId: string;
  readonly area: string;
  readonly fault: AreaFault;
  readonly role: AreaRole;
  /** The names or groups that it is about. */
  readonly names: readonly string[];
}

function accountableFault({ accountable }: WorkArea, team: readonly TeamPerson[]): { fault: AreaFault; names: readonly string[] } | undefined {
  const { terms, userIds } = ownersIn(accountable, team);
  if (terms.length === 0) return { fault: 'no_accountable', names: [] };
  if (terms.length > 1) return { fault: 'several_accountable', names: terms.map((term) => term.text) };
  const [only] = terms;
  return only && only.kind !== 'name' && userIds.length > 1 ? { fault: 'group_accountable', names: [only.text] } : undefined;
}

/** Names that nobody has, and groups without anyone. Not before the team has people: it would say nothing but that. */
function strangers(area: WorkArea, role: AreaRole, team: readonly TeamPerson[]): readonly { fault: AreaFault; names: readonly string[] }[] {
  if (team.length === 0) return [];
  const { terms, unknown } = ownersIn(area[role], team);
  const empty = terms.filter((term) => term.kind === 'groups' && !team.some((person) => term.groups.some((group) => person.groups.includes(group)))).map((term) => term.text);
  return [
    ...(unknown.length > 0 ? [{ fault: 'unknown_name' as const, names: unknown }] : []),
    ...(empty.length > 0 ? [{ fault: 'empty_group' as const, names: empty }] : []),
  ];
}

/** What is wrong with the responsibilities, area by area: exactly one A, at least one R, nobody who is not in the team. */
export function areaFindings(areas: readonly WorkArea[], team: readonly TeamPerson[]): readonly AreaFinding[] {
  return areas.flatMap((area) => {
    const found = (role: AreaRole, fault: { fault: AreaFault; names: readonly string[] }): AreaFinding => ({ areaId: area.id, area: area.area, role, ...fault });
    const accountable = accountableFault(area, team);
    return [
      ...(ownersIn(area.responsible, team).terms.length === 0 ? [found('responsible', { fault: 'no_responsible', names: [] })] : []),
      ...(accountable ? [found('accountable', accountable)] : []),
      ...AREA_ROLES.flatMap((role) => strangers(area, role, team).map((fault) => found(role, fault))),
    ];
  });
}
