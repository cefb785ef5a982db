import { findCompany } from '#features/account/server/account.api.ts';
import type { CampaignFacts } from '#features/campaign/campaign.policy.ts';
import { findCampaign } from '#features/campaign/server/campaign.api.ts';
import { calendarDays, memberLeave, taskRows } from '#features/schedule/server/schedule.api.ts';
import type { FileAnswer, ReadWork } from '#platform/server/operation.ts';
import { dayIn } from '#platform/shared/calendar.ts';
import { importMessages } from '../document.import.messages.ts';
import { PDF_TYPE, XLSX_TYPE } from './document.export.ts';
import { renderPdf } from './write/pdf.ts';
import { writeSchedulePlan } from './write/schedule-plan.tables.ts';

/** The Gantt as it stands today. */
export async function exportGantt(work: ReadWork<CampaignFacts>): Promise<FileAnswer> {
  const { db, thing, caller: { locale } } = work;
  const today = dayIn(thing.timeZone);
  const [campaign, company, tasks, calendar] = [await findCampaign(db, thing.id), await findCompany(db), await taskRows(db, thing.id, today), await calendarDays(db)];
  const { name, leadName, startsOn, endsOn, eventFrom, eventTo } = campaign;
  const body = await renderPdf('gantt', { title: name, company: company?.name ?? '', lead: leadName ?? '', startsOn, endsOn, eventFrom, eventTo, today, tasks, calendar, leave: await memberLeave(work) }, locale);
  return { name: `${name}-${importMessages[locale].exportNames.gantt}.pdf`, mediaType: PDF_TYPE, body };
}

export async function exportSchedulePlan(work: ReadWork<CampaignFacts>): Promise<FileAnswer> {
  const { db, thing, caller: { locale } } = work;
  const { eventFrom } = await findCampaign(db, thing.id);
  const body = await writeSchedulePlan({ title: thing.name, eventFrom, tasks: await taskRows(db, thing.id, dayIn(thing.timeZone)), calendar: await calendarDays(db), leave: await memberLeave(work), locale });
  return { name: `${thing.name}-${importMessages[locale].exportNames.schedulePlan}.xlsx`, mediaType: XLSX_TYPE, body };
}
