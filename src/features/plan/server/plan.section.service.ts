import { writesPlan, type CampaignFacts } from '#features/campaign/campaign.policy.ts';
import type { ReadWork, Work } from '#platform/server/operation.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import { Problem } from '#platform/shared/problem.ts';
import type * as contract from '../plan.section.contract.ts';
import { SECTION_KEYS } from '../plan.section.contract.ts';
import type { RichNode } from '../plan.section.rules.ts';
import { mergeUpdate, writeBlocks, type Merged } from './plan.section.state.ts';
import { holdSection, insertOwn, isLogged, lockOrder, removeSection, storeOrder, storeTitle, storeUpdates, type HeldSection } from './plan.section.store.ts';
import { planSections, sectionState, sectionsWithState, standardSectionId, updatesSince } from './plan.section.views.ts';

/** A writer's typing in one section becomes one entry of the history in this many minutes; the text itself keeps every update. */
const LOGGED_MINUTES = 5;
const MAX_OWN = 40;
/** A page that is further behind is given the whole text as one update. */
const MAX_UPDATES = 200;

const text = (bytes: Uint8Array | null): string | null => (bytes ? Buffer.from(bytes).toString('base64') : null);
const nameOf = (section: { readonly key: string; readonly title: string }): string => (section.key === 'own' ? section.title : section.key);

export async function listSections(work: ReadWork<CampaignFacts>): Promise<OutputOf<typeof contract.listSections>> {
  const sections = await sectionsWithState(work.db, work.thing.id);
  return { sections: sections.map(({ state, ...section }) => ({ ...section, state: text(state) })), can: { write: writesPlan(work.actor, work.thing) } };
}

export async function listSectionUpdates(work: ReadWork<CampaignFacts>, { params, query }: InputOf<typeof contract.listSectionUpdates>): Promise<OutputOf<typeof contract.listSectionUpdates>> {
  const section = await sectionState(work.db, work.thing.id, params.sectionId);
  if (!section) {
    if (SECTION_KEYS.some((key) => standardSectionId(work.thing.id, key) === params.sectionId)) return { revision: 0, updates: [] };
    throw new Problem('plan.section_gone', 409);
  }
  const updates = await updatesSince(work.db, params.sectionId, query.since, MAX_UPDATES + 1);
  // Between the two reads others may have written: what was read last counts.
  const last = query.since + updates.length;
  const unbroken = updates.length === 0 ? section.revision === query.since : updates[0]?.revision === query.since + 1 && updates.at(-1)?.revision === last;
  if (unbroken && updates.length <= MAX_UPDATES) return { revision: last, updates: updates.map((update) => text(update.content) ?? '') };
  return { revision: section.revision, updates: section.state ? [text(section.state) ?? ''] : [] };
}

async function held(work: Work<CampaignFacts>, id: string): Promise<HeldSection> {
  const section = await holdSection(work.db, work.thing.id, id);
  if (!section) throw new Problem('plan.section_gone', 409);
  return section;
}

const REFUSALS = { behind: 'plan.text_behind', full: 'plan.section_full', unreadable: 'plan.text_unreadable' } as const;

/** @throws plan.text_behind · plan.text_unreadable · plan.section_full, by what merging said. */
async function keep(work: Work<CampaignFacts>, section: HeldSection, merged: Merged): Promise<number> {
  if (merged.outcome === 'same') return section.revision;
  if (merged.outcome !== 'merged') throw new Problem(REFUSALS[merged.outcome], merged.outcome === 'unreadable' ? 400 : 409);
  const revision = await storeUpdates(work.db, section, merged.next, merged.updates, work.actor.userId);
  const change = { kind: 'plan.section_written', campaignId: work.thing.id, subject: { type: 'plan_section', id: section.id } };
  if (!(await isLogged(work.db, section.id, work.actor.userId, LOGGED_MINUTES))) await work.record({ ...change, after: { section: nameOf(section) } });
  work.tell({ ...change, kind: 'plan.section_text' });
  return revision;
}

export async function writeSection(work: Work<CampaignFacts>, { params, body }: InputOf<typeof contract.writeSection>): Promise<OutputOf<typeof contract.writeSection>> {
  const section = await held(work, params.sectionId);
  return { revision: await keep(work, section, mergeUpdate(section.state, Buffer.from(body.update, 'base64'))) };
}

async function heldOwn(work: Work<CampaignFacts>, id: string): Promise<HeldSection> {
  await lockOrder(work.db, work.thing.id);
  const section = await held(work, id);
  if (section.key !== 'own') throw new Problem('plan.section_fixed', 409);
  return section;
}

async function place(work: Work<CampaignFacts>, id: string, afterId: string | null): Promise<void> {
  const sections = await planSections(work.db, work.thing.id);
  const moved = sections.find((section) => section.id === id);
  const rest = sections.filter((section) => section.id !== id);
  const at = afterId === null ? -1 : rest.findIndex((section) => section.id === afterId);
  // A section whose neighbour was deleted meanwhile goes to the end.
  const index = afterId !== null && at === -1 ? rest.length : at + 1;
  if (moved) await storeOrder(work.db, rest.toSpliced(index, 0, moved));
}

export async function addSection(work: Work<CampaignFacts>, { body }: InputOf<typeof contract.addSection>): Promise<OutputOf<typeof contract.addSection>> {
  await lockOrder(work.db, work.thing.id);
  const own = (await planSections(work.db, work.thing.id)).filter((section) => section.key === 'own');
  if (own.some((section) => section.id === body.id)) return {};
  if (own.length >= MAX_OWN) throw new Problem('plan.too_many_sections', 409);
  if (!(await insertOwn(work.db, work.thing.id, body.id, body.title))) throw new Problem('request.invalid', 400);
  await place(work, body.id, body.afterId);
  const change = { campaignId: work.thing.id, subject: { type: 'plan_section', id: body.id } };
  await work.record({ ...change, kind: 'plan.section_added', after: { section: body.title } });
  if (body.state) {
    const section = await held(work, body.id);
    await keep(work, section, mergeUpdate(null, Buffer.from(body.state, 'base64')));
  }
  return {};
}

export async function renameSection(work: Work<CampaignFacts>, { params, body }: InputOf<typeof contract.renameSection>): Promise<OutputOf<typeof contract.renameSection>> {
  const section = await heldOwn(work, params.sectionId);
  if (section.title === body.title) return {};
  await storeTitle(work.db, section.id, body.title);
  await work.record({ kind: 'plan.section_renamed', campaignId: work.thing.id, subject: { type: 'plan_section', id: section.id }, before: { section: section.title }, after: { section: body.title } });
  return {};
}

export async function moveSection(work: Work<CampaignFacts>, { params, body }: InputOf<typeof contract.moveSection>): Promise<OutputOf<typeof contract.moveSection>> {
  const section = await heldOwn(work, params.sectionId);
  await place(work, section.id, body.afterId);
  await work.record({ kind: 'plan.section_moved', campaignId: work.thing.id, subject: { type: 'plan_section', id: section.id }, after: { section: section.title } });
  return {};
}

export async function deleteSection(work: Work<CampaignFacts>, { params }: InputOf<typeof contract.deleteSection>): Promise<OutputOf<typeof contract.deleteSection>> {
  const section = await heldOwn(work, params.sectionId);
  await removeSection(work.db, section.id);
  await work.record({ kind: 'plan.section_deleted', campaignId: work.thing.id, subject: { type: 'plan_section', id: section.id }, before: { section: section.title } });
  return {};
}

export async function tellPresence(work: Work<CampaignFacts>, { body }: InputOf<typeof contract.tellPresence>): Promise<OutputOf<typeof contract.tellPresence>> {
  work.tell({ kind: 'plan.presence', campaignId: work.thing.id, subject: { type: 'plan_section', id: body.sectionId } });
  return {};
}

/** Writes blocks into a section as this person, in place of its text or behind it. */
export async function writeBlocksIn(work: Work<CampaignFacts>, sectionId: string, blocks: readonly RichNode[], { replace }: { readonly replace: boolean }): Promise<void> {
  const section = await held(work, sectionId);
  await keep(work, section, writeBlocks(section.state, blocks, { replace }));
}
