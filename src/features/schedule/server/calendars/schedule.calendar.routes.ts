import { handle, type Handler } from '#platform/server/operation.ts';
import * as company from '../../calendars/schedule.company.contract.ts';
import * as contract from '../../calendars/schedule.feed.contract.ts';
import { listCalendarDays, setCalendarDays } from './schedule.company.service.ts';
import * as service from './schedule.feed.service.ts';

/** What leaves the schedule, and the company's calendar that it goes by. */
export const calendarRoutes = (parts: service.FeedParts): readonly Handler[] => [
  handle(company.listCalendarDays, listCalendarDays),
  handle(company.setCalendarDays, setCalendarDays),
  handle(contract.listFeeds, service.listFeeds),
  handle(contract.makeOwnFeed, service.makeOwnFeed),
  handle(contract.makeCampaignFeed, service.makeCampaignFeed),
  handle(contract.revokeFeed, service.revokeFeed),
  handle(contract.readFeed, (work, input) => service.readFeed(work, parts, input)),
];
