import type { CampaignFacts } from '#features/campaign/campaign.policy.ts';
import type { FileAnswer, ReadWork, Upload, Work } from '#platform/server/operation.ts';
import { insertFile, paperType, readFileOf } from '#platform/server/stored-files.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import { notFound, Problem } from '#platform/shared/problem.ts';
import { toldAt } from '../../work/schedule.delay.rules.ts';
import { PHOTO_LIMIT, type addPhoto as addContract, type readPhoto as readContract, type reportOnTask as reportContract } from '../../work/schedule.work.contract.ts';
import { heldTask } from './schedule.work.service.ts';
import * as store from './schedule.work.store.ts';
import { isPhotoOf, photosOfTask } from './schedule.work.views.ts';

/** Proof, not an album. */
const MOST_PHOTOS = 60;

export async function reportOnTask(work: Work<CampaignFacts>, { params, body }: InputOf<typeof reportContract>): Promise<OutputOf<typeof reportContract>> {
  const task = await heldTask(work, params.taskId);
  const campaignId = work.thing.id;
  const isNew = await store.insertReport(work.db, { id: body.id, campaignId, taskId: task.id, text: body.text, fileId: null, by: work.actor.userId, at: toldAt(body.at, new Date()) });
  if (isNew) await work.record({ kind: 'task.reported', campaignId, subject: { type: 'task', id: task.id }, after: { text: body.text } });
  return { id: body.id };
}

export async function addPhoto(work: Work<CampaignFacts>, { params, query, upload }: InputOf<typeof addContract> & Upload): Promise<OutputOf<typeof addContract>> {
  const mediaType = paperType(upload.name, upload.bytes);
  if (!mediaType?.startsWith('image/')) throw new Problem('schedule.photo_kind', 400, { name: upload.name });
  if (upload.bytes.length > PHOTO_LIMIT) throw new Problem('schedule.photo_size', 413, { limit: PHOTO_LIMIT });
  const task = await heldTask(work, params.taskId);
  const campaignId = work.thing.id;
  // Sent twice, also after the key of the first time is forgotten: the phone's own id tells.
  const earlier = await store.fileOfReport(work.db, query.id, task.id);
  if (earlier?.fileId) return { id: query.id, fileId: earlier.fileId };
  if ((await photosOfTask(work.db, task.id)) >= MOST_PHOTOS) throw new Problem('schedule.photo_many', 409, { limit: MOST_PHOTOS });
  const file = await insertFile(work.db, { campaignId, name: upload.name.slice(0, 200), mediaType, bytes: upload.bytes, by: work.actor.userId });
  await store.insertReport(work.db, { id: query.id, campaignId, taskId: task.id, text: query.text, fileId: file.id, by: work.actor.userId, at: toldAt(query.at, new Date()) });
  await work.record({ kind: 'task.photo_added', campaignId, subject: { type: 'task', id: task.id }, after: { name: file.name, text: query.text } });
  return { id: query.id, fileId: file.id };
}

export async function readPhoto(work: ReadWork<CampaignFacts>, { params }: InputOf<typeof readContract>): Promise<FileAnswer> {
  const isPhoto = await isPhotoOf(work.db, work.thing.id, params.fileId);
  const file = isPhoto ? await readFileOf(work.db, work.thing.id, params.fileId) : undefined;
  if (!file) throw notFound();
  return { name: file.name, mediaType: file.mediaType, body: file.bytes };
}
