import { archivesCampaign, type CampaignFacts } from '#features/campaign/campaign.policy.ts';
import { openMoney } from '#features/budget/server/budget.api.ts';
import { moveStage } from '#features/campaign/server/campaign.api.ts';
import { reportState } from '#features/evaluation/server/evaluation.api.ts';
import type { FileAnswer, ReadWork, Work } from '#platform/server/operation.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import { Problem } from '#platform/shared/problem.ts';
import type * as contract from '../archive.contract.ts';
import { archiveMessages } from '../archive.messages.ts';
import { manifestOf, packBundle, sha256 } from './archive.bundle.ts';
import { archiveFiles } from './archive.content.ts';
import { findArchive, insertArchive } from './archive.store.ts';
import { readArchive } from './archive.verify.ts';

export async function getArchive(work: ReadWork<CampaignFacts>): Promise<OutputOf<typeof contract.getArchive>> {
  const { actor, thing } = work;
  const stored = await findArchive(work.db, thing.id);
  const open = await openMoney(work.db, thing.id);
  const ready = thing.stage === 'reviewing' && open.waiting + open.orders === 0 && (await reportState(work.db, thing.id)) === 'approved';
  if (!stored) return { archive: null, ready, open, can: { archive: ready && archivesCampaign(actor, thing) } };
  const { manifest } = await readArchive(stored.content);
  return {
    archive: { createdAt: stored.createdAt, createdBy: stored.createdBy, sha256: stored.sha256, size: stored.size, files: [...(manifest?.files ?? [])] },
    ready, open, can: { archive: false },
  };
}

export async function archiveCampaign(work: Work<CampaignFacts>): Promise<OutputOf<typeof contract.archiveCampaign>> {
  const { thing } = work;
  if (thing.stage === 'reviewing') {
    const state = await reportState(work.db, thing.id);
    if (state === 'outdated') throw new Problem('archive.report_outdated', 409);
    if (state !== 'approved') throw new Problem('archive.report_needed', 409);
    // The thing is held alone here: no request comes in between.
    const open = await openMoney(work.db, thing.id);
    if (open.waiting + open.orders > 0) throw new Problem('archive.money_open', 409, { ...open });
  }
  await moveStage(work, thing.id, 'archived');
  const files = await archiveFiles(work.db, thing, work.caller.locale);
  const manifest = manifestOf({ id: thing.id, name: thing.name }, new Date().toISOString(), files);
  const content = await packBundle(files, manifest);
  const hash = sha256(content);
  await insertArchive(work.db, { campaignId: thing.id, sha256: hash, content, by: work.actor.userId });
  await work.record({ kind: 'archive.created', campaignId: thing.id, subject: { type: 'archive', id: thing.id }, after: { sha256: hash, size: content.length, files: manifest.files.length } });
  return { createdAt: manifest.createdAt, createdBy: work.actor.name, sha256: hash, size: content.length, files: [...manifest.files] };
}

export async function downloadArchive(work: ReadWork<CampaignFacts>): Promise<FileAnswer> {
  const stored = await findArchive(work.db, work.thing.id);
  if (!stored) throw new Problem('archive.none', 404);
  return { name: `${archiveMessages[work.caller.locale].files.folder(work.thing.name)}.zip`, mediaType: 'application/zip', body: stored.content };
}
