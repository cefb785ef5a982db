import { sql } from 'kysely';
import type { Tx } from '#platform/server/db/database.ts';
import { SECTION_KEYS, type SectionKey } from '../plan.section.contract.ts';
import type { SectionState } from './plan.section.state.ts';
import { SECTION_ROOM, standardPosition, standardSectionId } from './plan.section.views.ts';

/** Older updates are in the state; a page that has not heard of the last this many is given the state. */
const KEPT_UPDATES = 500;

export interface HeldSection {
  readonly id: string;
  readonly key: SectionKey;
  readonly title: string;
  readonly state: Buffer | null;
  readonly revision: number;
}

/** Makes the row of a standard section when somebody writes in it for the first time. */
async function makeStandard(tx: Tx, campaignId: string, id: string): Promise<void> {
  const key = SECTION_KEYS.find((one) => standardSectionId(campaignId, one) === id);
  if (!key) return;
  await tx.insertInto('plan_sections').values({ id, campaign_id: campaignId, key, position: standardPosition(key) }).onConflict((conflict) => conflict.doNothing()).execute();
}

/** The section, held until the transaction ends, so that updates are merged one after another; undefined when it is gone. */
export async function holdSection(tx: Tx, campaignId: string, id: string): Promise<HeldSection | undefined> {
  await makeStandard(tx, campaignId, id);
  const row = await tx.selectFrom('plan_sections').select(['id', 'key', 'title', 'state', 'revision']).where('id', '=', id).where('campaign_id', '=', campaignId).forUpdate().executeTakeFirst();
  return row as HeldSection | undefined;
}

/** Keeps the merged text and the updates that led to it; returns the last revision. */
export async function storeUpdates(tx: Tx, section: HeldSection, next: SectionState, updates: readonly Buffer[], userId: string): Promise<number> {
  const revision = section.revision + updates.length;
  await tx.updateTable('plan_sections').where('id', '=', section.id)
    .set({ state: next.state, content: JSON.stringify(next.content), words: next.words, revision, updated_by: userId, updated_at: sql`now()` }).execute();
  await tx.insertInto('plan_section_updates').values(updates.map((content, index) => ({ section_id: section.id, revision: section.revision + 1 + index, content, written_by: userId }))).execute();
  if (Math.floor(revision / 50) > Math.floor(section.revision / 50)) await tx.deleteFrom('plan_section_updates').where('section_id', '=', section.id).where('revision', '<=', revision - KEPT_UPDATES).execute();
  return revision;
}

/** Whether this person's writing in the section is in the log for the last `minutes`. */
export async function isLogged(tx: Tx, sectionId: string, userId: string, minutes: number): Promise<boolean> {
  const found = await tx.selectFrom('events').select('seq').where('subject_id', '=', sectionId).where('kind', '=', 'plan.section_written').where('actor_id', '=', userId)
    .where('at', '>', sql<string>`now() - make_interval(mins => ${minutes})`).limit(1).executeTakeFirst();
  return found !== undefined;
}

/** Adds an own section; false when its id is there already, as after a repeated request. */
export async function insertOwn(tx: Tx, campaignId: string, id: string, title: string): Promise<boolean> {
  const made = await tx.insertInto('plan_sections').values({ id, campaign_id: campaignId, key: 'own', title, position: 0 }).onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst();
  return made !== undefined;
}

export async function storeTitle(tx: Tx, id: string, title: string): Promise<void> {
  await tx.updateTable('plan_sections').set({ title }).where('id', '=', id).execute();
}

export async function removeSection(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('plan_sections').where('id', '=', id).execute();
}

/** Holds the order of the campaign's sections until the transaction ends. */
export async function lockOrder(tx: Tx, campaignId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`plan_sections:${campaignId}`}, 0))`.execute(tx);
}

/** Own sections stand between the standard ones, numbered behind the one before them. `order` has every id of the document. */
export async function storeOrder(tx: Tx, order: readonly { readonly id: string; readonly key: SectionKey; readonly position: number }[]): Promise<void> {
  let standing = 0;
  for (const section of order) {
    standing = section.key === 'own' ? standing + 1 : Math.ceil(standardPosition(section.key) / SECTION_ROOM) * SECTION_ROOM;
    if (section.position !== standing) await tx.updateTable('plan_sections').set({ position: standing }).where('id', '=', section.id).execute();
  }
}
