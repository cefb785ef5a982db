import { staffsTeam, writesPlan, type CampaignFacts } from '#features/campaign/campaign.policy.ts';
import { adoptBudget, budgetLines } from '#features/budget/server/budget.api.ts';
import { adoptGoals, goalRows } from '#features/goal/server/goal.api.ts';
import { adoptPlanLists, adoptSections } from '#features/plan/server/plan.api.ts';
import { adoptTasks, taskRows, type AdoptedTask } from '#features/schedule/server/schedule.api.ts';
import { adoptTeam, placeMember } from '#features/team/server/team.api.ts';
import { newId } from '#platform/server/identity.ts';
import type { FileAnswer, ReadWork, Upload, Work } from '#platform/server/operation.ts';
import { dayIn } from '#platform/shared/calendar.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import { denied, notFound, Problem } from '#platform/shared/problem.ts';
import type * as contract from '../document.contract.ts';
import type { Adopted } from '../document.contract.ts';
import { importedLinks } from '../document.links.rules.ts';
import { IMPORTED_LISTS } from '../document.plan.rules.ts';
import { importMessages } from '../document.import.messages.ts';
import { DOCX_TYPE, exportedTable, overviewPdf, PDF_TYPE, XLSX_TYPE } from './document.export.ts';
import { ledgerWorkbook } from './document.ledger.ts';
import * as store from './document.store.ts';
import { isProjectFile, understandProject } from './document.project.ts';
import { exportedPlan } from './document.plan.ts';
import { exportedTeam } from './document.team.ts';
import { attachedOf } from './document.views.ts';
import { DocumentUnreadable, readInWorker } from '#features/reading/server/reading.api.ts';
import { readingMessages } from '#features/reading/reading.messages.ts';

type Input<Name extends keyof typeof contract> = InputOf<(typeof contract)[Name]>;
type Output<Name extends keyof typeof contract> = OutputOf<(typeof contract)[Name]>;

export async function readDocument(work: Work<CampaignFacts>, input: Input<'readDocument'>): Promise<Output<'readDocument'>> {
  const { upload } = input as unknown as Upload;
  return understandAndKeep(work, upload.name || 'document', upload.bytes);
}

export async function readPasted(work: Work<CampaignFacts>, { body }: Input<'readPasted'>): Promise<Output<'readPasted'>> {
  const words = importMessages[work.caller.locale];
  // A table copied from Excel, WPS or a page comes as HTML too, and only that keeps its merged cells.
  const hasTable = body.html !== undefined && /<table[\s>]/i.test(body.html);
  return understandAndKeep(work, hasTable ? `${words.pasted}.html` : `${words.pasted}.txt`, Buffer.from(hasTable ? (body.html ?? '') : body.text));
}

async function understandAndKeep(work: Work<CampaignFacts>, name: string, bytes: Buffer): Promise<Output<'readDocument'>> {
  const { thing, caller } = work;
  const understanding = isProjectFile(name) ? await understandProject(work.db, thing, bytes, caller.locale) : await readInWorker(bytes, name, { campaign: { startOn: thing.startsOn, endOn: thing.endsOn }, locale: caller.locale }).catch((error: unknown) => {
    if (error instanceof DocumentUnreadable) throw new Problem('document.unreadable', 422, { reason: error.code, message: readingMessages[caller.locale].errors[error.code] });
    throw error;
  });
  const importId = await store.insertImport(work.db, { campaignId: thing.id, name, mediaType: 'application/octet-stream', bytes, understanding, by: work.actor.userId });
  await work.record({ kind: 'document.read', campaignId: thing.id, subject: { type: 'import', id: importId }, after: { name, tables: understanding.tables.length, goals: understanding.goals.length } });
  return { importId, understanding: understanding as unknown as Output<'readDocument'>['understanding'] };
}

export async function applyImport(work: Work<CampaignFacts>, { params, body }: Input<'applyImport'>): Promise<Output<'applyImport'>> {
  const { adopted, replace } = body;
  const counts = { goals: adopted.goals.length, budget: adopted.budget.length, schedule: adopted.schedule.length, duties: adopted.team.duties.length, members: adopted.team.members.length, areas: adopted.team.areas.length, ...planCounts(adopted), attached: adopted.attached.length };
  if (Object.values(counts).every((count) => count === 0)) throw new Problem('document.nothing_adopted', 400);
  const taken = await store.takeImport(work.db, work.thing.id, params.importId);
  if (taken === 'gone') throw new Problem('document.import_gone', 404);
  if (taken === 'applied') throw new Problem('document.import_applied', 409);
  await adopt(work, adopted, replace);
  await store.insertAttached(work.db, work.thing.id, params.importId, adopted.attached);
  await work.record({ kind: 'document.applied', campaignId: work.thing.id, subject: { type: 'import', id: params.importId }, after: counts });
  return counts;
}

function planCounts({ sections, lists }: Input<'applyImport'>['body']['adopted']) {
  return { sections: sections.length, risks: lists.risks.length, materials: lists.materials.length, channels: lists.channels.length, steps: lists.steps.length, zones: lists.zones.length };
}

/** The tasks with ids of their own, by which they name what they wait for and belong to. */
function linkedTasks(tasks: Adopted['schedule']): AdoptedTask[] {
  const ids = tasks.map(() => newId());
  const idAt = (index: number | null): string | null => (index === null ? null : (ids[index] ?? null));
  return importedLinks(tasks).map(({ links, parent }, index) => {
    const { number: _number, before: _before, parent: _parent, ...fields } = tasks[index] as Adopted['schedule'][number];
    return { ...(fields as AdoptedTask), id: ids[index] as string, parentId: idAt(parent), links: links.map(({ from, ...link }) => ({ ...link, predecessorId: ids[from] as string })) };
  });
}

/** Writes what the person has seen through the features' own rules. */
export async function adopt(work: Work<CampaignFacts>, adopted: Input<'applyImport'>['body']['adopted'], replace: Input<'applyImport'>['body']['replace']): Promise<void> {
  const { id } = work.thing;
  const idsOf = (rows: readonly { readonly id: string }[]) => rows.map((row) => row.id);
  await adoptGoals(work, adopted.goals, replace.goals ? idsOf(await goalRows(work.db, id)) : []);
  await adoptBudget(work, adopted.budget, replace.budget ? idsOf(await budgetLines(work.db, id)) : []);
  await adoptTasks(work, linkedTasks(adopted.schedule), replace.schedule ? idsOf(await taskRows(work.db, id, dayIn(work.thing.timeZone))) : []);
  await adoptSections(work, adopted.sections, { replace: replace.sections === true });
  for (const list of IMPORTED_LISTS) if (adopted.lists[list].length > 0) await adoptPlanLists(work, { [list]: adopted.lists[list] }, { replace: replace.lists === true });
  const { duties, members, areas } = adopted.team;
  await adoptTeam(work, { groups: duties, areas }, { replace: replace.team === true });
  if (members.length > 0 && !staffsTeam(work.actor, work.thing)) throw denied();
  for (const { userId, group } of members) await placeMember(work, id, userId, group);
}

export async function listAttached(work: ReadWork<CampaignFacts>): Promise<Output<'listAttached'>> {
  return { tables: await attachedOf(work.db, work.thing.id), can: { write: writesPlan(work.actor, work.thing) } };
}

export async function deleteAttached(work: Work<CampaignFacts>, { params }: Input<'deleteAttached'>): Promise<Output<'deleteAttached'>> {
  const deleted = await store.deleteAttached(work.db, work.thing.id, params.tableId);
  if (!deleted) throw notFound();
  await work.record({ kind: 'document.attached_deleted', campaignId: work.thing.id, subject: { type: 'attached_table', id: params.tableId }, before: deleted });
  return {};
}

export async function exportTables(work: ReadWork<CampaignFacts>, { params }: Input<'exportTables'>): Promise<FileAnswer> {
  const { locale } = work.caller;
  const made = await exportedTable(work.db, work.thing.id, params.table, params.format, locale);
  return { ...made, name: `${work.thing.name}-${importMessages[locale].exportNames[params.table]}.${params.format}` };
}

export async function exportTeam(work: ReadWork<CampaignFacts>, { params }: Input<'exportTeam'>): Promise<FileAnswer> {
  const { locale } = work.caller;
  const body = await exportedTeam(work.db, work.actor, work.thing.id, params.format, locale);
  return { mediaType: params.format === 'xlsx' ? XLSX_TYPE : DOCX_TYPE, body, name: `${work.thing.name}-${importMessages[locale].exportNames.team}.${params.format}` };
}

export async function exportPlan(work: ReadWork<CampaignFacts>, { params, query }: Input<'exportPlan'>): Promise<FileAnswer> {
  return { mediaType: params.format === 'pdf' ? PDF_TYPE : DOCX_TYPE, ...(await exportedPlan(work.db, work.thing.id, params.format, query.version, work.caller.locale)) };
}

export async function exportLedger(work: ReadWork<CampaignFacts>): Promise<FileAnswer> {
  const { locale } = work.caller;
  const body = await ledgerWorkbook(work.db, work.thing.id, locale);
  if (!body) throw new Problem('document.no_ledger', 409);
  return { mediaType: XLSX_TYPE, body, name: `${work.thing.name}-${importMessages[locale].exportNames.ledger}.xlsx` };
}

export async function exportOverview(work: ReadWork<CampaignFacts>): Promise<FileAnswer> {
  const { locale } = work.caller;
  return { mediaType: PDF_TYPE, body: await overviewPdf(work.db, work.thing.id, locale), name: `${work.thing.name}-${importMessages[locale].exportNames.overview}.pdf` };
}
