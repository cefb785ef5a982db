import type { CampaignFacts } from '#features/campaign/campaign.policy.ts';
import { companyDays } from '#platform/server/db/company-days.ts';
import type { FileAnswer, ReadWork, Work } from '#platform/server/operation.ts';
import { dayIn } from '#platform/shared/calendar.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import { notFound, Problem } from '#platform/shared/problem.ts';
import { calendarFile, isNear } from '../briefing.calendar.rules.ts';
import type * as contract from '../briefing.contract.ts';
import { briefingMessages } from '../briefing.messages.ts';
import { hasConfirmed } from '../briefing.rules.ts';
import { meetingOf, openBriefing } from './briefing.service.ts';
import * as store from './briefing.store.ts';
import { tellMeeting, tellReminder } from './briefing.telling.ts';
import * as views from './briefing.views.ts';

type Input<Name extends keyof typeof contract> = InputOf<(typeof contract)[Name]>;
type Output<Name extends keyof typeof contract> = OutputOf<(typeof contract)[Name]>;

/** The open briefing, held for a change of what the lead had before their eyes. */
async function heldBriefing(work: Work<CampaignFacts>, revision?: number): Promise<views.BriefingRow> {
  const { id } = await openBriefing(work.db, work.thing.id);
  await store.lockBriefing(work.db, id);
  const row = await openBriefing(work.db, work.thing.id);
  if (row.id !== id || (revision !== undefined && row.revision !== revision)) throw new Problem('briefing.changed', 409);
  return row;
}

const about = (work: Work<CampaignFacts>, row: views.BriefingRow) => ({ campaignId: work.thing.id, subject: { type: 'briefing', id: row.id } });

const isWhole = ({ choices, answer }: contract.KeptQuestion): boolean => (choices.length === 0 ? answer === null : choices.length >= 2 && answer !== null && answer < choices.length);

export async function saveQuestions(work: Work<CampaignFacts>, { body }: Input<'saveQuestions'>): Promise<Output<'saveQuestions'>> {
  const row = await heldBriefing(work, body.revision);
  const lacking = body.questions.find((question) => !isWhole(question));
  if (lacking) throw new Problem('briefing.answer_missing', 400, { question: lacking.question });
  const before = (await views.questionResults(work.db, work.thing.id)).map((question) => question.question);
  await store.storeQuestions(work.db, work.thing.id, body.questions);
  await store.bumpRevision(work.db, row.id);
  await work.record({ kind: 'briefing.questions_saved', ...about(work, row), before: { questions: before }, after: { questions: body.questions.map((question) => question.question), count: body.questions.length } });
  return {};
}

export async function saveNote(work: Work<CampaignFacts>, { params, body }: Input<'saveNote'>): Promise<Output<'saveNote'>> {
  const row = await heldBriefing(work);
  const present = (await views.noteRows(work.db, row.id)).find((note) => note.group === params.group)?.note ?? '';
  if (present === body.note) return {};
  if (present !== body.seen) throw new Problem('briefing.note_changed', 409, { current: present });
  await store.storeNote(work.db, row.id, params.group, body.note, work.actor.userId);
  await work.record({ kind: 'briefing.note_written', ...about(work, row), before: { note: present }, after: { group: params.group, note: body.note } });
  return {};
}

export async function saveMeeting(work: Work<CampaignFacts>, { body }: Input<'saveMeeting'>): Promise<Output<'saveMeeting'>> {
  const { meeting } = body;
  if (meeting && meeting.place === '' && meeting.link === '') throw new Problem('briefing.place_needed', 400);
  const row = await heldBriefing(work, body.revision);
  const before = meetingOf(row, work.thing.timeZone);
  if (meeting === null && before === null) return {};
  await store.storeMeeting(work.db, row.id, meeting);
  const told = (one: contract.MeetingFields | null) => (one ? { on: one.on, from: one.from, place: one.place, link: one.link, agenda: one.agenda } : {});
  await work.record({ kind: meeting ? 'briefing.meeting_set' : 'briefing.meeting_cancelled', ...about(work, row), before: told(before), after: told(meeting) });
  // The agenda alone is no reason to ring everyone's bell.
  const isSame = meeting !== null && before !== null && meeting.on === before.on && meeting.from === before.from && meeting.place === before.place && meeting.link === before.link;
  const said = meeting ?? before;
  if (isSame || !said) return {};
  await tellMeeting(work, row, work.thing.name, meeting ? 'briefing.meeting_set' : 'briefing.meeting_off', said);
  if (meeting && isNear(meeting.on, dayIn(work.thing.timeZone), await companyDays(work.db))) await store.markMeetingTold(work.db, row.id, meeting.on);
  return {};
}

export async function saveMinutes(work: Work<CampaignFacts>, { body }: Input<'saveMinutes'>): Promise<Output<'saveMinutes'>> {
  const row = await heldBriefing(work, body.revision);
  if (row.minutes === body.minutes) return {};
  await store.storeMinutes(work.db, row.id, body.minutes);
  await work.record({ kind: 'briefing.minutes_written', ...about(work, row), before: { minutes: row.minutes }, after: { minutes: body.minutes } });
  return {};
}

export async function markAttendance(work: Work<CampaignFacts>, { params, body }: Input<'markAttendance'>): Promise<Output<'markAttendance'>> {
  const row = await openBriefing(work.db, work.thing.id);
  const reader = (await views.readerRows(work.db, row)).find((one) => one.userId === params.userId);
  if (!reader) throw new Problem('briefing.not_member', 409);
  if (await store.storeAttendance(work.db, row.id, params.userId, body.state, work.actor.userId)) {
    await work.record({ kind: 'briefing.attended', ...about(work, row), before: { attendance: reader.attendance }, after: { name: reader.name, attendance: body.state } });
  }
  return {};
}

export async function remindReaders(work: Work<CampaignFacts>, { body }: Input<'remindReaders'>): Promise<Output<'remindReaders'>> {
  const row = await openBriefing(work.db, work.thing.id);
  const waiting = (await views.readerRows(work.db, row)).filter((reader) => !hasConfirmed(reader) && reader.userId !== work.actor.userId && (body.userIds?.includes(reader.userId) ?? true));
  const claimed = await store.claimReminders(work.db, row.id, waiting.map((reader) => reader.userId), new Date());
  const [reminded, spared] = [waiting.filter((reader) => claimed.includes(reader.userId)), waiting.filter((reader) => !claimed.includes(reader.userId))];
  if (reminded.length > 0) {
    await tellReminder(work, row, work.thing.name, claimed, work.actor.name);
    await work.record({ kind: 'briefing.reminded', ...about(work, row), after: { count: reminded.length, names: reminded.map((reader) => reader.name) } });
  }
  return { reminded: reminded.map((reader) => reader.name), spared: spared.map((reader) => reader.name) };
}

export async function getMeetingFile(work: ReadWork<CampaignFacts>): Promise<FileAnswer> {
  const { thing, caller } = work;
  const row = await views.latestBriefing(work.db, thing.id);
  const meeting = row && meetingOf(row, thing.timeZone);
  if (!meeting) throw notFound();
  const words = briefingMessages[caller.locale].calendar;
  const body = calendarFile({
    uid: `${row.id}@muster`, sequence: row.revision, startsAt: new Date(meeting.startsAt), endsAt: new Date(meeting.endsAt), stampedAt: new Date(),
    summary: words.summary(thing.name, row.number), location: meeting.place || meeting.link, url: meeting.link, description: [meeting.link, meeting.agenda].filter(Boolean).join('\n'),
  });
  return { name: words.file(thing.name), mediaType: 'text/calendar; charset=utf-8', body: Buffer.from(body) };
}
