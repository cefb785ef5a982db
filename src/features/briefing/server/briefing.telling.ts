import { notify, settleNotices } from '#features/notice/server/notice.api.ts';
import type { Work } from '#platform/server/operation.ts';
import type { MeetingFields } from '../briefing.contract.ts';
import { hasConfirmed } from '../briefing.rules.ts';
import * as views from './briefing.views.ts';

type About = Pick<views.BriefingRow, 'id' | 'campaignId' | 'number'>;

const base = (row: About) => ({ topic: 'briefing' as const, link: `/campaigns/${row.campaignId}/briefing`, campaignId: row.campaignId, subjectId: row.id });

/** Tells people that a version is there to read: whoever confirmed an earlier one only has to look at what changed. */
export async function tellOpened(work: Work<unknown>, row: About, campaign: string, userIds: readonly string[]): Promise<void> {
  const once = await views.onceConfirmed(work.db, row.campaignId);
  for (const first of [true, false]) {
    const users = userIds.filter((userId) => once.has(userId) !== first);
    await notify(work, { ...base(row), to: { users }, code: 'briefing.opened', data: { campaign, number: row.number, first } });
  }
}

/** `by` is empty when the clock reminds. */
export async function tellReminder(work: Work<unknown>, row: About, campaign: string, users: readonly string[], by: string): Promise<void> {
  await notify(work, { ...base(row), to: { users }, code: 'briefing.reminder', data: { campaign, number: row.number, by } });
}

/** Tells everyone of the team about the meeting. Before it comes, those who have not read are told so too. */
export async function tellMeeting(work: Work<unknown>, row: About, campaign: string, code: 'briefing.meeting_set' | 'briefing.meeting_off' | 'briefing.meeting_soon', meeting: MeetingFields): Promise<void> {
  const readers = await views.readerRows(work.db, row);
  const { on, from, place, link } = meeting;
  for (const open of [true, false]) {
    const users = readers.filter((reader) => hasConfirmed(reader) !== open).map((reader) => reader.userId);
    await notify(work, { ...base(row), to: { users }, code, data: { campaign, on, from, place, link, open } });
  }
}

/** What an earlier version asked for is asked no more. */
export async function settleEarlier(work: Work<unknown>, earlier: About | undefined): Promise<void> {
  if (earlier) await settleNotices(work, earlier.id);
}
