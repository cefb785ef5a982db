import { companyDays } from '#platform/server/db/company-days.ts';
import { defineJob, type JobWork } from '#platform/server/jobs/job.ts';
import { clockIn, dayIn, type OwnDays } from '#platform/shared/calendar.ts';
import { remindersDue } from '../briefing.calendar.rules.ts';
import { hasConfirmed } from '../briefing.rules.ts';
import { meetingOf } from './briefing.service.ts';
import * as store from './briefing.store.ts';
import { tellMeeting, tellReminder } from './briefing.telling.ts';
import * as views from './briefing.views.ts';

/** Nobody is reminded before work begins. */
const FROM_CLOCK = '09:00';

/** Two working days after the opening it asks those who have not confirmed; on the working day before the meeting it tells everyone of it. */
export const remindOfBriefings = defineJob({
  name: 'briefing.remindReaders', cron: '25 * * * *', catchUpSeconds: 3_600,
  run: async (work) => {
    const own = await companyDays(work.db);
    for (const row of await views.openBriefings(work.db)) {
      if (clockIn(row.timeZone, work.now) >= FROM_CLOCK) await remind(work, row, own);
    }
  },
});

type Row = Awaited<ReturnType<typeof views.openBriefings>>[number];

async function remind(work: JobWork, row: Row, own: OwnDays): Promise<void> {
  const today = dayIn(row.timeZone, work.now);
  const due = remindersDue({ today, openedOn: dayIn(row.timeZone, new Date(row.openedAt)), askedAgainOn: row.askedAgainOn, meetOn: row.meetOn, meetingToldOn: row.meetingToldOn }, own);
  if (due.askAgain) {
    await store.markAskedAgain(work.db, row.id, today);
    const waiting = (await views.readerRows(work.db, row)).filter((reader) => !hasConfirmed(reader)).map((reader) => reader.userId);
    const claimed = await store.claimReminders(work.db, row.id, waiting, work.now);
    if (claimed.length > 0) {
      await tellReminder(work, row, row.campaignName, claimed, '');
      await work.record({ kind: 'briefing.reminded', campaignId: row.campaignId, subject: { type: 'briefing', id: row.id }, after: { count: claimed.length } });
    }
  }
  const meeting = meetingOf(row, row.timeZone);
  if (due.tellMeeting && meeting) {
    await store.markMeetingTold(work.db, row.id, meeting.on);
    await tellMeeting(work, row, row.campaignName, 'briefing.meeting_soon', meeting);
  }
}
