import { newId } from '#platform/server/identity.ts';
import type { ReadWork, Work } from '#platform/server/operation.ts';
import { sqlState } from '#platform/server/db/database.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import { Problem } from '#platform/shared/problem.ts';
import type * as contract from '../campaign.contract.ts';
import * as policy from '../campaign.policy.ts';
import type { CampaignFacts } from '../campaign.policy.ts';
import * as store from './campaign.store.ts';
import * as views from './campaign.views.ts';

type Input<Name extends keyof typeof contract> = InputOf<(typeof contract)[Name]>;
type Output<Name extends keyof typeof contract> = OutputOf<(typeof contract)[Name]>;

export async function listCampaigns(work: ReadWork, { query }: Input<'listCampaigns'>): Promise<Output<'listCampaigns'>> {
  const rows = await views.listVisibleCampaigns(work.db, work.actor, { ...query, mine: query.mine === 'true', limit: query.limit + 1 });
  const campaigns = rows.slice(0, query.limit);
  const last = campaigns.at(-1);
  return { campaigns, next: rows.length > query.limit && last ? `${last.startsOn},${last.id}` : null };
}

export async function createCampaign(work: Work<unknown>, { body }: Input<'createCampaign'>): Promise<Output<'createCampaign'>> {
  const campaign: store.NewCampaign = {
    id: newId(), name: body.name, scenario: body.scenario, theme: body.theme ?? '', audience: body.audience ?? '',
    departmentId: body.departmentId === undefined ? work.actor.departmentId : body.departmentId, leadId: body.leadId ?? null,
    startsOn: body.startsOn, endsOn: body.endsOn, eventFrom: body.eventFrom ?? body.eventTo ?? null, eventTo: body.eventTo ?? body.eventFrom ?? null,
    timeZone: body.timeZone ?? 'Asia/Shanghai',
  };
  checkEvent(campaign);
  if (!(await store.scenarioExists(work.db, campaign.scenario))) throw new Problem('campaign.scenario_unknown', 400);
  if (campaign.leadId && !(await store.activePersonExists(work.db, campaign.leadId))) throw new Problem('campaign.person_unknown', 400);
  await store.insertCampaign(work.db, campaign, work.actor.userId);
  const leadId = campaign.leadId ?? work.actor.userId;
  await store.storeLead(work.db, campaign.id, leadId);
  // A member who prepares a campaign for someone else to lead goes on planning it.
  if (leadId !== work.actor.userId && work.actor.orgRole === 'member') await store.storePlanner(work.db, campaign.id, work.actor.userId);
  await work.record({ kind: 'campaign.created', campaignId: campaign.id, subject: { type: 'campaign', id: campaign.id }, after: { ...campaign, leadId } });
  return { id: campaign.id };
}

/** The days on site lie inside the campaign. */
function checkEvent(campaign: { startsOn: string | null; endsOn: string | null; eventFrom: string | null; eventTo: string | null }): void {
  const { startsOn, endsOn, eventFrom, eventTo } = campaign;
  if (!eventFrom || !eventTo || !startsOn || !endsOn) return;
  if (eventFrom > eventTo || eventFrom < startsOn || eventTo > endsOn) throw new Problem('campaign.event_outside', 400);
}

export async function getCampaign(work: ReadWork<CampaignFacts> | Work<CampaignFacts>): Promise<Output<'getCampaign'>> {
  const { actor, thing } = work;
  const detail = await views.findCampaign(work.db, thing.id);
  return {
    ...detail,
    groups: [...thing.groups],
    can: {
      writePlan: policy.writesPlan(actor, thing),
      staffTeam: policy.staffsTeam(actor, thing),
      recordResults: policy.recordsResults(actor, thing),
      workOnTasks: policy.worksOnTasks(actor, thing),
      reschedule: policy.reschedules(actor, thing),
      moveStage: policy.movesStage(actor, thing),
      submitPlan: policy.submitsPlan(actor, thing),
      writeEvaluation: policy.writesEvaluation(actor, thing),
      archive: policy.archivesCampaign(actor, thing),
    },
  };
}

export async function updateCampaign(work: Work<CampaignFacts>, { body }: Input<'updateCampaign'>): Promise<Output<'updateCampaign'>> {
  const stored = await store.lockBasics(work.db, work.thing.id);
  const changed = Object.fromEntries(Object.entries(body).filter(([field, value]) => value !== undefined && stored[field as keyof typeof stored] !== value));
  if (Object.keys(changed).length > 0) {
    const next = { ...stored, ...changed };
    checkEvent(next);
    if (next.startsOn && next.endsOn && next.startsOn > next.endsOn) throw new Problem('campaign.event_outside', 400);
    if (typeof changed['scenario'] === 'string' && !(await store.scenarioExists(work.db, changed['scenario']))) throw new Problem('campaign.scenario_unknown', 400);
    await store.updateBasics(work.db, work.thing.id, changed).catch((error: unknown) => {
      throw sqlState(error) === '23514' ? new Problem('campaign.event_outside', 400) : error;
    });
    const before = Object.fromEntries(Object.keys(changed).map((field) => [field, stored[field as keyof typeof stored]]));
    await work.record({ kind: 'campaign.changed', campaignId: work.thing.id, subject: { type: 'campaign', id: work.thing.id }, before, after: changed });
  }
  return getCampaign(work);
}

export async function listHistory(work: ReadWork<CampaignFacts>, { query }: Input<'listHistory'>): Promise<Output<'listHistory'>> {
  const events = await views.listEvents(work.db, work.thing.id, query, query.limit + 1);
  const shown = events.slice(0, query.limit);
  return { events: shown, next: events.length > query.limit ? (shown.at(-1)?.seq ?? null) : null };
}

export async function listScenarios(work: ReadWork): Promise<Output<'listScenarios'>> {
  return { scenarios: await views.listScenarioRows(work.db) };
}

export async function createScenario(work: Work<unknown>, { body }: Input<'createScenario'>): Promise<Output<'createScenario'>> {
  const key = newId();
  if (!(await store.insertScenario(work.db, key, body.name))) throw new Problem('campaign.scenario_taken', 409);
  await work.record({ kind: 'campaign.scenario_created', subject: { type: 'scenario' }, after: { key, name: body.name } });
  return { key };
}
