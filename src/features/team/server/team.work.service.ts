import type { CampaignFacts } from '#features/campaign/campaign.policy.ts';
import { companyDayRows } from '#platform/server/db/company-days.ts';
import { applyRowChanges, replacement, type RowTable } from '#platform/server/db/rows.ts';
import type { ReadWork, Work } from '#platform/server/operation.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import { Problem } from '#platform/shared/problem.ts';
import type { RowChange } from '#platform/shared/rows.ts';
import type * as contract from '../team.contract.ts';
import type { Area, GroupDuty } from '../team.contract.ts';
import { peopleOf, readOwners } from '../team.owner.rules.ts';
import { dividesWork } from '../team.policy.ts';
import { isOwner, withText } from '../team.rules.ts';
import * as store from './team.store.ts';
import { memberAbsences } from './team.absence.views.ts';
import { areaRows, groupDuties, memberRows, otherTasks, visibleCampaigns, workTasks } from './team.views.ts';

const AREAS: RowTable = {
  table: 'work_areas',
  subject: 'work_area',
  columns: { area: 'area', responsible: 'responsible', accountable: 'accountable', consulted: 'consulted', informed: 'informed', note: 'note' },
  empty: { area: '', responsible: '', accountable: '', consulted: '', informed: '', note: '' },
};

export async function listAreas(work: ReadWork<CampaignFacts>): Promise<OutputOf<typeof contract.listAreas>> {
  return { areas: await areaRows(work.db, work.thing.id), can: { write: dividesWork(work.actor, work.thing) } };
}

export async function editAreas(work: Work<CampaignFacts>, { body }: InputOf<typeof contract.editAreas>): Promise<OutputOf<typeof contract.editAreas>> {
  return applyRowChanges(work, AREAS, {
    check: () => undefined,
    checkRow: ({ area }) => {
      if (area === '') throw new Problem('team.area_needed', 400);
    },
  }, body.changes as RowChange[]);
}

type Written = InputOf<typeof contract.writeDuties>['body']['groups'];
type Conflicts = OutputOf<typeof contract.writeDuties>['conflicts'];

export async function writeDuties(work: Work<CampaignFacts>, { body }: InputOf<typeof contract.writeDuties>): Promise<OutputOf<typeof contract.writeDuties>> {
  return { conflicts: await storeDuties(work, body.groups) };
}

/** Sets what still stands as it was seen; what someone else has changed meanwhile is answered with their text and name. */
async function storeDuties(work: Work<CampaignFacts>, groups: Written): Promise<Conflicts> {
  const campaignId = work.thing.id;
  const conflicts: Conflicts = [];
  for (const { group, ...fields } of groups.toSorted((a, b) => a.group.localeCompare(b.group))) {
    const stored = await store.lockDuties(work.db, campaignId, group);
    const before: Partial<Record<'duties' | 'worksWith', string>> = {};
    const after: Partial<Record<'duties' | 'worksWith', string>> = {};
    for (const field of ['duties', 'worksWith'] as const) {
      const wanted = fields[field];
      if (!wanted || wanted.to === stored[field]) continue;
      if (wanted.from === undefined || wanted.from === stored[field]) [before[field], after[field]] = [stored[field], wanted.to];
      else conflicts.push({ group, field, current: stored[field], by: stored.by });
    }
    if (Object.keys(after).length === 0) continue;
    await store.storeDuties(work.db, campaignId, { group, duties: stored.duties, worksWith: stored.worksWith, ...after }, work.actor.userId);
    await work.record({ kind: 'team.duties_changed', campaignId, subject: { type: 'group_duties' }, before: { group, ...before }, after: { group, ...after } });
  }
  return conflicts;
}

export interface TeamDivision {
  readonly groups: readonly (Pick<GroupDuty, 'group' | 'duties'> & { readonly worksWith?: string })[];
  readonly areas: readonly Omit<Area, 'id' | 'position'>[];
}

/**
 * Writes duties and areas that a person has seen: a playbook's, or those of a table of duties. With `replace` they take the place of what is there;
 * else a group's duties are added to what it has, and the areas come below.
 */
export async function adoptTeam(work: Work<CampaignFacts>, { groups, areas }: TeamDivision, { replace = false }: { readonly replace?: boolean } = {}): Promise<void> {
  const { db, thing } = work;
  const present = await groupDuties(db, thing.id);
  const joined = (now: string, added: string, maximum: number): string => (replace && added !== '' ? added : withText(now, added)).slice(0, maximum);
  await storeDuties(work, groups.map(({ group, duties, worksWith = '' }) => {
    const now = present.find((one) => one.group === group);
    return { group, duties: { to: joined(now?.duties ?? '', duties, 1_000) }, worksWith: { to: joined(now?.worksWith ?? '', worksWith, 500) } };
  }));
  const replaced = replace && areas.length > 0 ? (await areaRows(db, thing.id)).map((area) => area.id) : [];
  const changes = replacement(replaced, areas.filter((area) => area.area !== ''));
  if (changes.length > 0) await editAreas(work, { params: { campaignId: thing.id }, body: { changes } });
}

export async function getWorkload(work: ReadWork<CampaignFacts>): Promise<OutputOf<typeof contract.getWorkload>> {
  const { db, actor, thing } = work;
  const [members, tasks, absences] = [await memberRows(db, thing.id), await workTasks(db, thing.id), await memberAbsences(db, actor, thing.id, thing.startsOn, thing.endsOn)];
  const others = await otherTasks(db, thing.id, thing.startsOn, thing.endsOn);
  const visible = await visibleCampaigns(db, actor, [...new Set(others.map((other) => other.campaignId))]);
  const elsewhere = others.filter((other) => isOwner(other, other)).map(({ userId, name, campaignId, campaignName, phase, startOn, endOn, ownerId, ownerText }) => ({
    userId, phase, startOn, endOn, ...(visible.has(campaignId) ? { campaignId, campaignName } : { campaignId: null, campaignName: null }),
    named: ownerId === userId || readOwners(ownerText).some((term) => term.kind === 'name' && term.text === name),
  }));
  return { startsOn: thing.startsOn, endsOn: thing.endsOn, people: peopleOf(members).map((person) => ({ ...person, groups: [...person.groups] })), tasks, absences, calendar: await companyDayRows(db), elsewhere };
}
