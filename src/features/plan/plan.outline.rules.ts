import type { PlanListName } from './plan.lists.contract.ts';
import type { SectionKey } from './plan.section.contract.ts';

/** In which section of the document each of the plan's own tables stands. */
export const LIST_SECTION: Readonly<Record<PlanListName, Exclude<SectionKey, 'own'>>> = {
  personas: 'audience', channels: 'channels', materials: 'materials', steps: 'process', zones: 'process', questions: 'process', risks: 'risks', data: 'compliance',
};

/** True when the tables of a section say something: what is kept on pages of its own always does. */
export function hasTables(key: SectionKey, lists: Readonly<Record<PlanListName, readonly unknown[]>>): boolean {
  const own = (Object.keys(LIST_SECTION) as PlanListName[]).filter((list) => LIST_SECTION[list] === key);
  return own.length > 0 ? own.some((list) => lists[list].length > 0) : key !== 'own';
}

interface Found {
  readonly severity: 'error' | 'warning' | 'hint';
  readonly where: { readonly page: string; readonly part?: string | undefined };
}

interface Placed {
  readonly id: string;
  readonly key: SectionKey;
}

/** The section that an address or a finding means by `part`: the name of a list, the key of a section, or the id of an own one. */
export function sectionAt<S extends Placed>(sections: readonly S[], part: string | undefined): S | undefined {
  if (!part) return undefined;
  const key = part in LIST_SECTION ? LIST_SECTION[part as PlanListName] : part;
  return sections.find((section) => section.id === part) ?? sections.find((section) => section.key === key && key !== 'own');
}

const OF_PAGE: Readonly<Record<string, SectionKey>> = { overview: 'theme', goals: 'goals', budget: 'budget', team: 'team', schedule: 'schedule' };

/** How many findings of the check stand in each section, hints left out; by the section's id. */
export function marksOf(sections: readonly Placed[], findings: readonly Found[]): ReadonlyMap<string, number> {
  const marks = new Map<string, number>();
  for (const { severity, where } of findings) {
    const section = severity === 'hint' ? undefined : where.page === 'plan' ? sectionAt(sections, where.part) : sections.find(({ key }) => key === OF_PAGE[where.page]);
    if (section) marks.set(section.id, (marks.get(section.id) ?? 0) + 1);
  }
  return marks;
}
