import { z } from 'zod';
import { inCampaign } from '#features/campaign/campaign.policy.ts';
import { anyone, operation, signedIn } from '#platform/shared/contract.ts';
import { campaignParams, done, idField } from '#platform/shared/field.ts';

const instant = z.iso.datetime({ offset: true });

/** An address by which a calendar program reads dates. The address itself is not kept: it is shown once. */
export const feedView = z.object({
  id: idField,
  /** Null: everything that is the person's own, across campaigns. */
  campaignId: idField.nullable(),
  campaignName: z.string().nullable(),
  createdAt: instant,
  /** When a program last asked for it. */
  readAt: instant.nullable(),
});
export type Feed = z.output<typeof feedView>;

/** `path` carries the secret: whoever has it reads the dates. */
const madeFeed = z.object({ feed: feedView, path: z.string() });

export const listFeeds = operation({
  id: 'schedule.listFeeds', method: 'GET', path: '/api/calendar-feeds',
  summary: { zh: '我的日历订阅地址', en: 'My calendar addresses' },
  access: signedIn(),
  output: z.object({ feeds: z.array(feedView) }),
});

/** Not idempotent: a kept answer would keep the secret. A repeat makes a new address, and the one before it is void. */
export const makeOwnFeed = operation({
  id: 'schedule.makeOwnFeed', method: 'POST', path: '/api/calendar-feeds',
  summary: { zh: '生成我的日历订阅地址；原有地址作废', en: 'Make the address of my calendar; an earlier one is void' },
  access: signedIn(),
  output: madeFeed,
});

export const makeCampaignFeed = operation({
  id: 'schedule.makeCampaignFeed', method: 'POST', path: '/api/campaigns/:campaignId/calendar-feed',
  summary: { zh: '生成活动的日历订阅地址；我原有的地址作废', en: 'Make the address of a campaign’s calendar; my earlier one is void' },
  access: inCampaign(),
  params: campaignParams,
  output: madeFeed,
});

export const revokeFeed = operation({
  id: 'schedule.revokeFeed', method: 'DELETE', path: '/api/calendar-feeds/:feedId',
  summary: { zh: '作废日历订阅地址', en: 'Revoke a calendar address' },
  access: signedIn(),
  params: z.object({ feedId: idField }),
  output: done,
});

/** Read by calendar programs, without a session: the address is the key. 304 while nothing has changed. */
export const readFeed = operation({
  id: 'schedule.readFeed', method: 'GET', path: '/calendar/:token.ics',
  summary: { zh: '日历订阅（iCalendar）', en: 'Calendar feed (iCalendar)' },
  access: anyone,
  params: z.object({ token: z.string().max(200) }),
  output: z.unknown(),
  response: 'file',
});
