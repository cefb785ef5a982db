import { evaluationOf, evaluationReport } from '#features/evaluation/server/evaluation.api.ts';
import { attachedOf, campaignFiles, exportedPlan } from '#features/document/server/document.api.ts';
import { planContent } from '#features/plan/server/plan.api.ts';
import { workRecords } from '#features/schedule/server/schedule.api.ts';
import type { Reader } from '#platform/server/db/database.ts';
import type { Locale } from '#platform/shared/messages.ts';
import { requestCode } from '#features/budget/budget.order.rules.ts';
import { archiveMessages } from '../archive.messages.ts';
import { indexPage, type BundleFile } from './archive.bundle.ts';
import { moneyOf } from './archive.money.views.ts';
import { eventsOf, originalsOf, versionsOf } from './archive.store.ts';

const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);

/** A file name that no system refuses. */
function safeName(name: string): string {
  return name.replaceAll(/[\u0000-\u001F<>:"/\\|?*]/g, '_').replace(/^\.+/, '_').slice(0, 120) || '_';
}

type Names = (typeof archiveMessages)['zh-CN']['files'];

/** Where the versions of a thing that was submitted lie: the plan, the report, or one request for money. */
function placeOf({ kind, request }: { readonly kind: string; readonly request: number | null }, names: Names): string {
  if (request !== null) return `${names.money}/${names.requests}/${requestCode(request)}`;
  return kind === 'plan' ? names.plan : names.evaluation;
}

/** The ledger, every request with its approval, invoices and payments, and the versions of the budget. The papers themselves lie among the originals. */
async function moneyFiles(db: Reader, campaignId: string, ledgerXlsx: Buffer | null, names: Names): Promise<BundleFile[]> {
  const { entries, requests, versions } = await moneyOf(db, campaignId);
  if (versions.length === 0) return [];
  return [
    ...(ledgerXlsx ? [{ path: `${names.money}/${names.ledger}.xlsx`, content: ledgerXlsx }] : []),
    { path: `${names.money}/${names.ledger}.json`, content: json(entries) },
    { path: `${names.money}/${names.versions}.json`, content: json(versions) },
    ...requests.map((request) => ({ path: `${names.money}/${names.requests}/${requestCode(request.number)}.json`, content: json(request) })),
  ];
}

/** R2.1: plan, budget, records, reports, and the event log, as files that open without the system. */
export async function archiveFiles(db: Reader, campaign: { id: string; name: string }, locale: Locale): Promise<BundleFile[]> {
  const names = archiveMessages[locale].files;
  const documents = await campaignFiles(db, campaign.id, locale);
  const files: BundleFile[] = [
    { path: `${names.overview}.pdf`, content: documents.overviewPdf },
    { path: `${names.plan}.pdf`, content: (await exportedPlan(db, campaign.id, 'pdf', undefined, locale)).body },
    { path: `${names.plan}.docx`, content: (await exportedPlan(db, campaign.id, 'docx', undefined, locale)).body },
    { path: `${names.evaluation}.pdf`, content: (await evaluationReport(db, campaign.id, locale, 'pdf')).body },
    { path: `${names.evaluation}.docx`, content: (await evaluationReport(db, campaign.id, locale, 'docx')).body },
    { path: `${names.budget}.xlsx`, content: documents.budgetXlsx },
    { path: `${names.schedule}.xlsx`, content: documents.scheduleXlsx },
    { path: `${names.budget}-${names.schedule}.docx`, content: documents.tablesDocx },
    { path: `${names.data}/plan.json`, content: json(await planContent(db, campaign.id)) },
    { path: `${names.data}/evaluation.json`, content: json(await evaluationOf(db, campaign.id)) },
  ];
  files.push(...(await moneyFiles(db, campaign.id, documents.ledgerXlsx, names)));
  for (const version of await versionsOf(db, campaign.id)) files.push({ path: `${placeOf(version, names)}/v${version.number}.json`, content: json(version) });
  const attached = await attachedOf(db, campaign.id);
  if (attached.length > 0) files.push({ path: `${names.data}/${names.attached}.json`, content: json(attached) });
  const work = await workRecords(db, campaign.id);
  if (work.length > 0) files.push({ path: `${names.records}/${names.work}.json`, content: json(work) });
  let number = 0;
  for (const original of await originalsOf(db, campaign.id)) {
    number += 1;
    files.push({ path: `${names.originals}/${String(number).padStart(2, '0')}-${safeName(original.name)}`, content: original.content });
  }
  const events = await eventsOf(db, campaign.id);
  files.push({ path: `${names.records}/events.jsonl`, content: Buffer.from(events.map((event) => `${JSON.stringify(event)}\n`).join('')) });
  return [{ path: 'index.html', content: indexPage(campaign.name, files, locale) }, ...files];
}
