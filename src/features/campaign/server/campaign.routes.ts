import { companyDayRows } from '#platform/server/db/company-days.ts';
import { handle, type Handler } from '#platform/server/operation.ts';
import type { LiveHub, LiveNote } from '#platform/server/live.ts';
import { notFound, Problem } from '#platform/shared/problem.ts';
import * as contract from '../campaign.contract.ts';
import { seesCampaign } from '../campaign.policy.ts';
import { loadCampaignFacts, moveStage } from './campaign.api.ts';
import * as service from './campaign.service.ts';

const somethingChanged: LiveNote = { campaignId: null, kind: 'changed', subjectId: null, actorId: null };

export function campaignRoutes(live: LiveHub): readonly Handler[] {
  return [
    handle(contract.listScenarios, service.listScenarios),
    handle(contract.readCalendar, async ({ db }) => ({ calendar: await companyDayRows(db) })),
    handle(contract.createScenario, service.createScenario),
    handle(contract.listCampaigns, service.listCampaigns),
    handle(contract.createCampaign, service.createCampaign),
    handle(contract.getCampaign, service.getCampaign),
    handle(contract.updateCampaign, service.updateCampaign),
    handle(contract.moveCampaign, async (work, { body }) => {
      if (body.to === 'cancelled' && body.reason === '') throw new Problem('campaign.reason_needed', 400);
      await moveStage(work, work.thing.id, body.to, body.reason);
      return {};
    }),
    handle(contract.listHistory, service.listHistory),
    handle(contract.followLive, async (work, { query }) => {
      const { actor } = work;
      const { campaignId } = query;
      if (campaignId) {
        const facts = await loadCampaignFacts(work.db, campaignId, actor, 'none');
        if (!facts || !seesCampaign(actor, facts)) throw notFound();
      }
      // Without a campaign the page learns only that something changed, not where or by whom.
      const shown = (note: LiveNote) => (campaignId ? (note.campaignId === campaignId ? note : undefined) : note.passing ? undefined : somethingChanged);
      return { follow: (response: Parameters<LiveHub['follow']>[2]) => live.follow(actor.userId, shown, response) };
    }),
  ];
}
