import { findApproval } from '#features/approval/server/approval.api.ts';
import { TEAM_GROUPS, type CampaignFacts } from '#features/campaign/campaign.policy.ts';
import { findCampaign } from '#features/campaign/server/campaign.api.ts';
import type { Reader } from '#platform/server/db/database.ts';
import { newId } from '#platform/server/identity.ts';
import type { ReadWork, Work } from '#platform/server/operation.ts';
import { instantIn } from '#platform/shared/calendar.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import { Problem } from '#platform/shared/problem.ts';
import { checkInState } from '../briefing.calendar.rules.ts';
import { readBriefed, type BriefedPlan } from '../briefing.content.rules.ts';
import type * as contract from '../briefing.contract.ts';
import { changesFor } from '../briefing.difference.rules.ts';
import { groupPages } from '../briefing.page.rules.ts';
import { holdsBriefing, isBriefed, seesReaders } from '../briefing.policy.ts';
import { hasConfirmed, isAnswer, isRightAnswer, progressOf } from '../briefing.rules.ts';
import * as store from './briefing.store.ts';
import * as views from './briefing.views.ts';

/** The briefing that is open. @throws briefing.none while no plan was approved */
export async function openBriefing(db: Reader, campaignId: string): Promise<views.BriefingRow> {
  const found = await views.latestBriefing(db, campaignId);
  if (!found) throw new Problem('briefing.none', 409);
  return found;
}

/** What one version froze, as a briefing reads it. */
async function frozenPlan(db: Reader, approvalId: string): Promise<BriefedPlan> {
  return readBriefed((await findApproval(db, approvalId))?.content);
}

/** The meeting with the instants that its days and clocks mean in the campaign's time zone; null while none is set. */
export function meetingOf(row: views.BriefingRow, timeZone: string): contract.Briefing['meeting'] {
  const { meetOn, meetFrom, meetMinutes } = row;
  if (meetOn === null || meetFrom === null || meetMinutes === null) return null;
  const startsAt = instantIn(timeZone, meetOn, meetFrom);
  const endsAt = new Date(startsAt.getTime() + meetMinutes * 60_000);
  return { on: meetOn, from: meetFrom, lasting: meetMinutes, place: row.meetPlace, link: row.meetLink, agenda: row.agenda, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
}

type Mine = contract.Briefing['mine'];

async function mineOf(db: Reader, briefing: views.BriefingRow, plan: BriefedPlan, reader: views.ReaderRow): Promise<NonNullable<Mine>> {
  const { userId, groups } = reader;
  const [last, questions] = await Promise.all([views.lastConfirmed(db, briefing.campaignId, userId), views.questionsFor(db, briefing.campaignId, userId, groups)]);
  const known = last?.groups ?? [];
  const isOlder = last !== undefined && last.number < briefing.number;
  return {
    groups: [...groups],
    confirmedAt: hasConfirmed(reader) ? reader.confirmedAt : null,
    since: last?.number ?? null,
    newGroups: groups.filter((group) => !known.includes(group)),
    changes: isOlder ? changesFor(await frozenPlan(db, last.approvalId), plan, groups.filter((group) => known.includes(group))) : [],
    questions: questions.map(({ right, tried, answer, reason, ...question }) => ({ ...question, state: right ? 'right' : 'open', answer: tried ? answer : null, reason: tried ? reason : '' })),
    attendance: reader.attendance,
  };
}

function readerView(reader: views.ReaderRow): contract.ReaderView {
  const { userId, name, groups, remindedAt, attendance } = reader;
  return { userId, name, groups: [...groups], confirmedAt: hasConfirmed(reader) ? reader.confirmedAt : null, remindedAt, attendance };
}

export async function getBriefing(work: ReadWork<CampaignFacts>): Promise<OutputOf<typeof contract.getBriefing>> {
  const { db, actor, thing } = work;
  const hold = holdsBriefing(actor, thing);
  const row = await views.latestBriefing(db, thing.id);
  if (!row) return { briefing: null, can: { hold, confirm: false, checkIn: false } };
  const [plan, readers, notes, campaign, questions] = await Promise.all([
    frozenPlan(db, row.approvalId), views.readerRows(db, row), views.noteRows(db, row.id), findCampaign(db, thing.id), hold ? views.questionResults(db, thing.id) : null,
  ]);
  const me = readers.find((reader) => reader.userId === actor.userId);
  const mine = me ? await mineOf(db, row, plan, me) : null;
  const meeting = meetingOf(row, thing.timeZone);
  const attended = (state: contract.Attendance) => readers.filter((reader) => reader.attendance === state).length;
  const takesPart = me !== undefined && isBriefed(actor, thing);
  return {
    briefing: {
      id: row.id, number: row.number, approvalId: row.approvalId, openedAt: row.openedAt, leadName: campaign.leadName,
      progress: progressOf(readers, TEAM_GROUPS),
      pages: groupPages(plan).map(({ group, page }) => ({
        group, page, members: readers.filter((reader) => reader.groups.includes(group)).map((reader) => reader.name), note: notes.find((note) => note.group === group)?.note ?? '',
      })),
      mine, readers: seesReaders(actor, thing) ? readers.map(readerView) : null, questions,
      meeting, attended: { present: attended('present'), late: attended('late'), absent: attended('absent') }, minutes: row.minutes, revision: row.revision,
    },
    can: {
      hold, confirm: takesPart && mine?.confirmedAt === null,
      checkIn: takesPart && meeting !== null && me.attendance !== 'present' && me.attendance !== 'late' && checkInState(new Date(), new Date(meeting.startsAt), meeting.lasting) !== undefined,
    },
  };
}

export async function getBriefingProgress(work: ReadWork<CampaignFacts>): Promise<OutputOf<typeof contract.getBriefingProgress>> {
  const { db, actor, thing } = work;
  const row = await views.latestBriefing(db, thing.id);
  if (!row) return { progress: null };
  const readers = await views.readerRows(db, row);
  const { confirmed, total } = progressOf(readers, []);
  const me = readers.find((reader) => reader.userId === actor.userId);
  return { progress: { number: row.number, confirmed, total, mineOpen: me !== undefined && isBriefed(actor, thing) && !hasConfirmed(me) } };
}

export async function confirmBriefing(work: Work<CampaignFacts>, { body }: InputOf<typeof contract.confirmBriefing>): Promise<OutputOf<typeof contract.confirmBriefing>> {
  const { db, actor, thing } = work;
  const row = await openBriefing(db, thing.id);
  if (row.id !== body.briefingId) throw new Problem('briefing.newer', 409);
  const open = (await views.questionsFor(db, thing.id, actor.userId, thing.groups)).filter((question) => !question.right).length;
  if (open > 0) throw new Problem('briefing.questions_open', 409, { open });
  if (await store.storeConfirmation(db, row.id, actor.userId, thing.groups)) {
    await work.record({ kind: 'briefing.confirmed', campaignId: thing.id, subject: { type: 'briefing', id: row.id }, after: { number: row.number, groups: thing.groups } });
  }
  const me = (await views.readerRows(db, row)).find((reader) => reader.userId === actor.userId);
  return { confirmedAt: me?.confirmedAt ?? new Date().toISOString() };
}

export async function answerQuestion(work: Work<CampaignFacts>, { params, body }: InputOf<typeof contract.answerQuestion>): Promise<OutputOf<typeof contract.answerQuestion>> {
  const { db, actor, thing } = work;
  const row = await openBriefing(db, thing.id);
  const question = await views.findQuestion(db, thing.id, params.questionId);
  if (!question || (question.group !== null && !thing.groups.includes(question.group))) throw new Problem('briefing.question_gone', 409);
  if (!isAnswer(question, body)) throw new Problem('briefing.answer_needed', 400);
  const right = isRightAnswer(question, body);
  const choice = question.choices.length === 0 ? null : body.choice;
  await store.insertAnswer(db, { id: newId(), briefingId: row.id, questionId: question.id, userId: actor.userId, choice, words: question.choices.length === 0 ? body.words : '', isRight: right });
  await work.record({ kind: 'briefing.answered', campaignId: thing.id, subject: { type: 'briefing', id: row.id }, after: { question: question.question, right } });
  return { right, answer: question.answer, reason: question.reason };
}

export async function checkIn(work: Work<CampaignFacts>, { body }: InputOf<typeof contract.checkIn>): Promise<OutputOf<typeof contract.checkIn>> {
  const { db, actor, thing } = work;
  const row = await openBriefing(db, thing.id);
  if (row.id !== body.briefingId) throw new Problem('briefing.newer', 409);
  const me = (await views.readerRows(db, row)).find((reader) => reader.userId === actor.userId);
  // Whoever checked in stays checked in: a second tap does not make them late.
  if (me?.attendance === 'present' || me?.attendance === 'late') return { state: me.attendance };
  const meeting = meetingOf(row, thing.timeZone);
  const state = meeting && checkInState(new Date(), new Date(meeting.startsAt), meeting.lasting);
  if (!state) throw new Problem('briefing.check_in_closed', 409);
  if (await store.storeAttendance(db, row.id, actor.userId, state, actor.userId)) {
    await work.record({ kind: 'briefing.attended', campaignId: thing.id, subject: { type: 'briefing', id: row.id }, after: { name: actor.name, attendance: state } });
  }
  return { state };
}
