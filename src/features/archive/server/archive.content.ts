import { evaluationOf, evaluationReport } from '#features/evaluation/server/evaluation.api.ts';
import { attachedOf, campaignFiles } from '#features/document/server/document.api.ts';
import { planContent } from '#features/plan/server/plan.api.ts';
import type { Reader } from '#platform/server/db/database.ts';
import type { Locale } from '#platform/shared/messages.ts';
import { archiveMessages } from '../archive.messages.ts';
import { indexPage, type BundleFile } from './archive.bundle.ts';
import { eventsOf, originalsOf, versionsOf } from './archive.store.ts';

const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);

/** A file name that no system refuses. */
function safeName(name: string): string {
  return name.replaceAll(/[\u0000-\u001F<>:"/\\|?*]/g, '_').replace(/^\.+/, '_').slice(0, 120) || '_';
}

/** R2.1: plan, budget, records, reports, and the event log, as files that open without the system. */
export async function archiveFiles(db: Reader, campaign: { id: string; name: string }, locale: Locale): Promise<BundleFile[]> {
  const names = archiveMessages[locale].files;
  const documents = await campaignFiles(db, campaign.id, locale);
  const files: BundleFile[] = [
    { path: `${names.overview}.pdf`, content: documents.overviewPdf },
    { path: `${names.evaluation}.pdf`, content: (await evaluationReport(db, campaign.id, locale, 'pdf')).body },
    { path: `${names.evaluation}.docx`, content: (await evaluationReport(db, campaign.id, locale, 'docx')).body },
    { path: `${names.budget}.xlsx`, content: documents.budgetXlsx },
    { path: `${names.schedule}.xlsx`, content: documents.scheduleXlsx },
    { path: `${names.budget}-${names.schedule}.docx`, content: documents.tablesDocx },
    { path: `${names.data}/plan.json`, content: json(await planContent(db, campaign.id)) },
    { path: `${names.data}/evaluation.json`, content: json(await evaluationOf(db, campaign.id)) },
  ];
  for (const version of await versionsOf(db, campaign.id)) {
    files.push({ path: `${version.kind === 'plan' ? names.plan : names.evaluation}/v${version.number}.json`, content: json(version) });
  }
  const attached = await attachedOf(db, campaign.id);
  if (attached.length > 0) files.push({ path: `${names.data}/${names.attached}.json`, content: json(attached) });
  let number = 0;
  for (const original of await originalsOf(db, campaign.id)) {
    number += 1;
    files.push({ path: `${names.originals}/${String(number).padStart(2, '0')}-${safeName(original.name)}`, content: original.content });
  }
  const events = await eventsOf(db, campaign.id);
  files.push({ path: `${names.records}/events.jsonl`, content: Buffer.from(events.map((event) => `${JSON.stringify(event)}\n`).join('')) });
  return [{ path: 'index.html', content: indexPage(campaign.name, files, locale) }, ...files];
}
