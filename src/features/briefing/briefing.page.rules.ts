import { TEAM_GROUPS, type TeamGroup } from '#features/campaign/campaign.policy.ts';
import { isMeant, readOwners } from '#features/team/team.owner.rules.ts';
import { AREA_ROLES, type AreaRole } from '#features/team/team.area.rules.ts';
import type { BriefedPlan } from './briefing.content.rules.ts';
import type { GroupPage } from './briefing.page.contract.ts';

/** Whether an owner text means a group: by its name or grade, as one of 全员, or by the name of one of its people. */
function meansGroup(ownerText: string, group: TeamGroup, names: readonly string[]): boolean {
  return readOwners(ownerText).some((term) => isMeant(term, { groups: [group] }) || (term.kind === 'name' && names.includes(term.text)));
}

/** What everyone must know, whoever answers for it: great effect that is not unlikely, or likely with an effect that is not small. */
export function isHighRisk({ probability, effect }: { readonly probability: string; readonly effect: string }): boolean {
  return (effect === 'high' && probability !== 'low') || (probability === 'high' && effect !== 'low');
}

/** The roles that a group has in an area of work. */
export function rolesIn(area: Readonly<Record<AreaRole, string>>, group: TeamGroup, names: readonly string[] = []): AreaRole[] {
  return AREA_ROLES.filter((role) => meansGroup(area[role], group, names));
}

/** Days as they come; what has none stands last. */
const byDay = (a: { readonly startOn: string | null; readonly endOn: string | null }, b: typeof a): number =>
  (a.startOn ?? a.endOn ?? '9999').localeCompare(b.startOn ?? b.endOn ?? '9999');

type Owned = (row: { readonly ownerText: string }) => boolean;

/** The page of one group (P4.2), from the frozen version alone. */
export function groupPageOf(plan: BriefedPlan, group: TeamGroup): GroupPage {
  const names = plan.team.filter((member) => member.group === group).map((member) => member.name);
  return pageOf(plan, group, (row) => meansGroup(row.ownerText, group, names), (area) => rolesIn(area, group, names).length > 0);
}

/** Everything that the groups have on their pages: what the lead answers for. */
export const wholePageOf = (plan: BriefedPlan): GroupPage => pageOf(plan, 'lead', () => true, () => true);

function pageOf(plan: BriefedPlan, group: TeamGroup, own: Owned, hasPart: (area: BriefedPlan['areas'][number]) => boolean): GroupPage {
  const { theme, startsOn, endsOn, eventFrom, eventTo } = plan.campaign;
  const lines = plan.budget.filter(own);
  const sum = (of: BriefedPlan['budget']) => of.reduce((total, line) => total + line.amountCents, 0);
  const { duties = '', worksWith = '' } = plan.duties.find((one) => one.group === group) ?? {};
  const ownRisks = plan.risks.filter(own);
  return {
    decided: { theme, startsOn, endsOn, eventFrom, eventTo, goals: plan.goals, lines, groupCents: sum(lines), totalCents: sum(plan.budget) },
    duties, worksWith,
    areas: plan.areas.filter(hasPart),
    tasks: plan.schedule.filter(own).toSorted(byDay),
    steps: plan.steps.filter(own).toSorted((a, b) => a.day - b.day || (a.startTime ?? '99').localeCompare(b.startTime ?? '99')),
    zones: plan.zones.filter(own),
    materials: plan.materials.filter(own),
    channels: plan.channels.filter(own).toSorted(byDay),
    risks: [...ownRisks.map((risk) => ({ ...risk, own: true })), ...plan.risks.filter((risk) => !ownRisks.includes(risk) && isHighRisk(risk)).map((risk) => ({ ...risk, own: false }))],
  };
}

/** The pages of all groups, in their order. */
export function groupPages(plan: BriefedPlan): { group: TeamGroup; page: GroupPage }[] {
  return TEAM_GROUPS.map((group) => ({ group, page: groupPageOf(plan, group) }));
}
