import { createHash, randomBytes } from 'node:crypto';
import { seesCampaign, type CampaignFacts } from '#features/campaign/campaign.policy.ts';
import { loadCampaignFacts } from '#features/campaign/server/campaign.api.ts';
import { isOwner } from '#features/team/team.rules.ts';
import { newId } from '#platform/server/identity.ts';
import type { FileAnswer, ReadWork, Work } from '#platform/server/operation.ts';
import type { RateLimits } from '#platform/server/rate-limits.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import { notFound } from '#platform/shared/problem.ts';
import type * as contract from '../../calendars/schedule.feed.contract.ts';
import type { CalendarDay } from '../../schedule.contract.ts';
import { feedMessages } from '../../calendars/schedule.feed.messages.ts';
import { datedOccurrences, type DatedOccurrence } from '../../calendars/schedule.feed.rules.ts';
import { openingOn } from '../../times/schedule.time.rules.ts';
import { writeFeed } from './schedule.feed.ics.ts';
import { noteRead, replaceFeed, voidFeed } from './schedule.feed.store.ts';
import { calendarDays } from '../schedule.views.ts';
import { campaignFeedRows, feedsOf, openFeed, teamFeedRows, type FeedRow, type OpenFeed } from './schedule.feed.views.ts';

export interface FeedParts {
  readonly limits: RateLimits;
  readonly publicUrl: string;
}

/** 256 bits of chance: nobody comes upon an address. */
const makeToken = (): string => randomBytes(32).toString('base64url');
/** What is kept of it. Chance needs no salt and no slow hash. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

export async function listFeeds(work: ReadWork): Promise<OutputOf<typeof contract.listFeeds>> {
  return { feeds: await feedsOf(work.db, work.actor.userId) };
}

async function makeFeed(work: Work<unknown>, campaignId: string | null): Promise<OutputOf<typeof contract.makeOwnFeed>> {
  const { db, actor, caller } = work;
  const token = makeToken();
  const id = newId();
  const renewed = await replaceFeed(db, { id, userId: actor.userId, campaignId, tokenHash: hashOf(token), locale: caller.locale });
  const about = { ...(campaignId === null ? {} : { campaignId }), subject: { type: 'calendar_feed', id } };
  if (renewed) await work.record({ kind: 'schedule.feed_renewed', ...about });
  else await work.record({ kind: 'schedule.feed_made', ...about });
  const feed = (await feedsOf(db, actor.userId)).find((one) => one.id === id);
  if (!feed) throw notFound();
  return { feed, path: `/calendar/${token}.ics` };
}

export const makeOwnFeed = (work: Work<unknown>) => makeFeed(work, null);
export const makeCampaignFeed = (work: Work<CampaignFacts>) => makeFeed(work, work.thing.id);

export async function revokeFeed(work: Work<unknown>, { params }: InputOf<typeof contract.revokeFeed>): Promise<OutputOf<typeof contract.revokeFeed>> {
  const voided = await voidFeed(work.db, work.actor.userId, params.feedId);
  if (!voided) throw notFound();
  const about = voided.campaignId === null ? {} : { campaignId: voided.campaignId };
  await work.record({ kind: 'schedule.feed_revoked', ...about, subject: { type: 'calendar_feed', id: params.feedId } });
  return {};
}

interface FeedRows {
  /** Of the campaign that it is about; absent for a person's own. */
  readonly name: string | undefined;
  readonly rows: readonly FeedRow[];
  /** With the tasks of others in the same campaigns. */
  readonly all: readonly FeedRow[];
}

/** What the person of the feed may see now; undefined when that is nothing more. */
async function rowsFor(work: ReadWork, { campaignId, person }: OpenFeed): Promise<FeedRows | undefined> {
  if (campaignId === null) {
    const rows = await teamFeedRows(work.db, person.userId);
    return { name: undefined, all: rows, rows: rows.filter((row) => isOwner(row, { userId: person.userId, name: person.name, groups: row.groups })) };
  }
  const facts = await loadCampaignFacts(work.db, campaignId, person, 'none');
  if (!facts || !seesCampaign(person, facts)) return undefined;
  const rows = await campaignFeedRows(work.db, person.userId, campaignId);
  return { name: facts.name, all: rows, rows };
}

/** When things happen within the days of a task. When a day begins on site is told by all the tasks of the campaign, the person's own and the others'. */
function occurrencesIn(all: readonly FeedRow[], calendar: readonly CalendarDay[]): (row: FeedRow) => readonly DatedOccurrence[] {
  const onSite = Map.groupBy(all.filter((row) => row.phase === 'execution' && /\d/.test(row.whenText)), (row) => row.campaignId);
  const openings = new Map<string, string | null>();
  return (row) => datedOccurrences(row, row, calendar, (day) => {
    const key = `${row.campaignId} ${day}`;
    const known = openings.get(key);
    if (known !== undefined) return known;
    const opens = openingOn(onSite.get(row.campaignId) ?? [], row, day);
    openings.set(key, opens);
    return opens;
  });
}

/** The calendar of an address. Void, of someone who has left, or of a campaign they may no longer see: there is none, and nobody is told which. */
export async function readFeed(work: ReadWork, parts: FeedParts, { params }: InputOf<typeof contract.readFeed>): Promise<FileAnswer> {
  const tokenHash = hashOf(params.token);
  const feed = await openFeed(work.db, tokenHash);
  const found = feed && (await rowsFor(work, feed));
  if (!feed || !found) {
    await parts.limits.take('feedUnknown', work.caller.address);
    throw notFound();
  }
  await parts.limits.take('feed', tokenHash);
  const words = feedMessages[feed.locale];
  const text = writeFeed({
    name: found.name === undefined ? words.own(feed.person.name) : words.campaign(found.name), locale: feed.locale, across: feed.campaignId === null,
    publicUrl: parts.publicUrl, rows: found.rows, occurrencesOf: occurrencesIn(found.all, await calendarDays(work.db)),
  });
  await noteRead(work.db, feed.id);
  return { name: 'muster.ics', mediaType: 'text/calendar; charset=utf-8', body: Buffer.from(text), etag: createHash('sha256').update(text).digest('base64url') };
}
