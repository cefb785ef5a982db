import { z } from 'zod';
import { groupField } from '#features/campaign/campaign.contract.ts';
import { inCampaign } from '#features/campaign/campaign.policy.ts';
import { operation } from '#platform/shared/contract.ts';
import { campaignParams, dayField, done, idField, requiredText, text, timeField } from '#platform/shared/field.ts';
import { groupPage, pageChange } from './briefing.page.contract.ts';
import { holdsBriefing, isBriefed } from './briefing.policy.ts';

export const ATTENDANCE = ['present', 'late', 'absent'] as const;
export type Attendance = (typeof ATTENDANCE)[number];
const attendanceField = z.enum(ATTENDANCE);

const count = z.object({ confirmed: z.int(), total: z.int() });

const meetingFields = z.object({
  on: dayField,
  from: timeField,
  /** In minutes. */
  lasting: z.int().min(5).max(720),
  place: text(200),
  link: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]),
  agenda: text(2_000),
});
export type MeetingFields = z.output<typeof meetingFields>;

const askedQuestion = z.object({
  id: idField, group: groupField.nullable(), question: z.string(), choices: z.array(z.string()),
  state: z.enum(['open', 'right']),
  /** The right choice, once the person has answered; null before, and where the answer is in words. */
  answer: z.int().nullable(),
  reason: z.string(),
});
export type AskedQuestion = z.output<typeof askedQuestion>;

export const keptQuestion = z.object({
  id: idField, group: groupField.nullable(), question: requiredText(300), choices: z.array(requiredText(200)).max(6), answer: z.int().min(0).nullable(), reason: text(500),
});
export type KeptQuestion = z.output<typeof keptQuestion>;

const readerView = z.object({
  userId: idField, name: z.string(), groups: z.array(groupField),
  /** Null while something that concerns the person is not confirmed. */
  confirmedAt: z.string().nullable(),
  remindedAt: z.string().nullable(),
  attendance: attendanceField.nullable(),
});
export type ReaderView = z.output<typeof readerView>;

export const briefingView = z.object({
  id: idField,
  /** Of the version of the plan that it is about. */
  number: z.int(),
  approvalId: idField,
  openedAt: z.string(),
  leadName: z.string().nullable(),
  progress: count.extend({ groups: z.array(count.extend({ group: groupField })) }),
  pages: z.array(z.object({ group: groupField, members: z.array(z.string()), note: z.string(), page: groupPage })),
  /** What the person has to do; null for whoever is not of the team. */
  mine: z.object({
    groups: z.array(groupField),
    confirmedAt: z.string().nullable(),
    /** The version that they confirmed last, before or with this one; null while they have confirmed none. */
    since: z.int().nullable(),
    /** Groups of theirs whose page they have never confirmed. */
    newGroups: z.array(groupField),
    changes: z.array(pageChange),
    questions: z.array(askedQuestion),
    attendance: attendanceField.nullable(),
  }).nullable(),
  /** Only for those who are told who has not read. */
  readers: z.array(readerView).nullable(),
  /** Only for the lead: the questions with their answers, how many answered rightly, how often wrongly, and what was said in words. */
  questions: z.array(keptQuestion.extend({ right: z.int(), wrong: z.int(), said: z.array(z.object({ name: z.string(), words: z.string() })) })).nullable(),
  meeting: meetingFields.extend({ startsAt: z.string(), endsAt: z.string() }).nullable(),
  attended: z.object({ present: z.int(), late: z.int(), absent: z.int() }),
  minutes: z.string(),
  /** Of questions, meeting and minutes. */
  revision: z.int(),
});
export type Briefing = z.output<typeof briefingView>;

const path = '/api/campaigns/:campaignId/briefing';

export const getBriefing = operation({
  id: 'briefing.getBriefing', method: 'GET', path,
  summary: { zh: '宣贯：各组要知道的事、谁已确认、会议', en: 'The briefing: what each group must know, who has confirmed, the meeting' },
  access: inCampaign(),
  params: campaignParams,
  output: z.object({
    /** Of the version that was approved last; null while none was. */
    briefing: briefingView.nullable(),
    can: z.object({ hold: z.boolean(), confirm: z.boolean(), checkIn: z.boolean() }),
  }),
});

export const getBriefingProgress = operation({
  id: 'briefing.getBriefingProgress', method: 'GET', path: `${path}/progress`,
  summary: { zh: '宣贯进度：已确认人数', en: 'How many have confirmed the briefing' },
  access: inCampaign(),
  params: campaignParams,
  output: z.object({ progress: count.extend({ number: z.int(), mineOpen: z.boolean() }).nullable() }),
});

export const confirmBriefing = operation({
  id: 'briefing.confirmBriefing', method: 'POST', path: `${path}/confirmations`,
  summary: { zh: '确认“已阅读并理解”', en: 'Confirm “read and understood”' },
  access: inCampaign(isBriefed),
  params: campaignParams,
  /** The briefing that the person has on the screen: a newer one is not confirmed unseen. A repeat changes nothing. */
  body: z.object({ briefingId: idField }),
  output: z.object({ confirmedAt: z.string() }),
  errors: ['briefing.none', 'briefing.newer', 'briefing.questions_open'],
});

export const answerQuestion = operation({
  id: 'briefing.answerQuestion', method: 'POST', path: `${path}/questions/:questionId/answers`,
  summary: { zh: '回答宣贯问题', en: 'Answer a question of the briefing' },
  access: inCampaign(isBriefed),
  params: campaignParams.extend({ questionId: idField }),
  body: z.object({ choice: z.int().min(0).nullable(), words: text(1_000).default('') }),
  /** `answer` is the place of the right choice, from 0. */
  output: z.object({ right: z.boolean(), answer: z.int().nullable(), reason: z.string() }),
  errors: ['briefing.none', 'briefing.question_gone', 'briefing.answer_needed'],
});

export const saveQuestions = operation({
  id: 'briefing.saveQuestions', method: 'PUT', path: `${path}/questions`,
  summary: { zh: '设置宣贯问题', en: 'Set the questions of the briefing' },
  access: inCampaign(holdsBriefing),
  params: campaignParams,
  /** The whole list in its order. */
  body: z.object({ questions: z.array(keptQuestion).max(20), revision: z.int() }),
  output: done,
  errors: ['briefing.none', 'briefing.changed', 'briefing.answer_missing'],
});

export const saveNote = operation({
  id: 'briefing.saveNote', method: 'PUT', path: `${path}/notes/:group`,
  summary: { zh: '给一个组写补充说明', en: 'Write a note for one group' },
  access: inCampaign(holdsBriefing),
  params: campaignParams.extend({ group: groupField }),
  body: z.object({ note: text(1_000), seen: z.string() }),
  output: done,
  errors: ['briefing.none', 'briefing.note_changed'],
});

export const saveMeeting = operation({
  id: 'briefing.saveMeeting', method: 'PUT', path: `${path}/meeting`,
  summary: { zh: '安排或取消宣贯会', en: 'Set the meeting, or call it off' },
  access: inCampaign(holdsBriefing),
  params: campaignParams,
  body: z.object({ meeting: meetingFields.nullable(), revision: z.int() }),
  output: done,
  errors: ['briefing.none', 'briefing.changed', 'briefing.place_needed'],
});

export const getMeetingFile = operation({
  id: 'briefing.getMeetingFile', method: 'GET', path: `${path}/meeting.ics`, response: 'file',
  summary: { zh: '把宣贯会加入日历（.ics）', en: 'The meeting as a calendar file (.ics)' },
  access: inCampaign(),
  params: campaignParams,
  output: z.unknown(),
});

export const checkIn = operation({
  id: 'briefing.checkIn', method: 'POST', path: `${path}/check-in`,
  summary: { zh: '在宣贯会上签到', en: 'Check in to the meeting' },
  access: inCampaign(isBriefed),
  params: campaignParams,
  body: z.object({ briefingId: idField }),
  output: z.object({ state: attendanceField }),
  errors: ['briefing.none', 'briefing.newer', 'briefing.check_in_closed'],
});

export const markAttendance = operation({
  id: 'briefing.markAttendance', method: 'PUT', path: `${path}/attendance/:userId`,
  summary: { zh: '登记一位成员是否到会', en: 'Note whether a member attends the meeting' },
  access: inCampaign(holdsBriefing),
  params: campaignParams.extend({ userId: idField }),
  /** Null takes it back. */
  body: z.object({ state: attendanceField.nullable() }),
  output: done,
  errors: ['briefing.none', 'briefing.not_member'],
});

export const saveMinutes = operation({
  id: 'briefing.saveMinutes', method: 'PUT', path: `${path}/minutes`,
  summary: { zh: '填写会议纪要', en: 'Write the minutes of the meeting' },
  access: inCampaign(holdsBriefing),
  params: campaignParams,
  body: z.object({ minutes: text(10_000), revision: z.int() }),
  output: done,
  errors: ['briefing.none', 'briefing.changed'],
});

export const remindReaders = operation({
  id: 'briefing.remindReaders', method: 'POST', path: `${path}/reminders`,
  summary: { zh: '提醒还没有确认的成员', en: 'Remind those who have not confirmed' },
  access: inCampaign(holdsBriefing),
  params: campaignParams,
  /** Absent: everyone who has not confirmed. */
  body: z.object({ userIds: z.array(idField).min(1).max(200).optional() }),
  /** `spared` were reminded within the last hour already. */
  output: z.object({ reminded: z.array(z.string()), spared: z.array(z.string()) }),
  errors: ['briefing.none'],
});
