import { v5 } from 'uuid';
import { sql } from 'kysely';
import type { Reader } from '#platform/server/db/database.ts';
import { SECTION_KEYS, type SectionKey } from '../plan.section.contract.ts';
import { EMPTY_TEXT, type RichText } from '../plan.section.rules.ts';

/** One section as later features read it: freezing, printing, checking. */
export interface SectionRow {
  readonly id: string;
  readonly key: SectionKey;
  /** Of an own section; '' for the standard ones. */
  readonly title: string;
  readonly content: RichText;
  readonly words: string;
  readonly position: number;
  readonly revision: number;
  readonly updatedAt: string | null;
  readonly updatedBy: string | null;
}

/** Between two standard sections there is room for this many of the campaign's own. */
export const SECTION_ROOM = 1_000;

/** The id of a standard section, known before anything is stored: a campaign begins without rows. */
export function standardSectionId(campaignId: string, key: string): string {
  return v5(key, campaignId);
}

/** Where a standard section stands. */
export function standardPosition(key: string): number {
  return ((SECTION_KEYS as readonly string[]).indexOf(key) + 1) * SECTION_ROOM;
}

type Stored = SectionRow & { readonly state: Buffer | null };

async function storedSections(db: Reader, campaignId: string, withState: boolean): Promise<Stored[]> {
  const { rows } = await sql<Stored>`
    select s.id, s.key, s.title, s.content, s.words, s.position, s.revision, ${withState ? sql`s.state` : sql`null`} as state, s.updated_at as "updatedAt", u.name as "updatedBy"
    from plan_sections s left join users u on u.id = s.updated_by where s.campaign_id = ${campaignId} order by s.position, s.id`.execute(db);
  return rows;
}

/** Every section with its shared text, the standard ones also while nobody has written in them, in the order of the document. */
export async function sectionsWithState(db: Reader, campaignId: string, withState = true): Promise<Stored[]> {
  const stored = await storedSections(db, campaignId, withState);
  const known = new Set(stored.map((section) => section.key));
  const blank = SECTION_KEYS.filter((key) => !known.has(key)).map((key): Stored => ({
    id: standardSectionId(campaignId, key), key, title: '', content: EMPTY_TEXT, words: '', position: standardPosition(key), revision: 0, state: null, updatedAt: null, updatedBy: null,
  }));
  return [...stored, ...blank].toSorted((a, b) => a.position - b.position || a.id.localeCompare(b.id));
}

/** Every section of the plan, in the order of the document; `content` is empty where nobody has written. */
export async function planSections(db: Reader, campaignId: string): Promise<SectionRow[]> {
  return (await sectionsWithState(db, campaignId, false)).map(({ state: _state, ...section }) => section);
}

/** Updates of a section after a revision, in their order. */
export async function updatesSince(db: Reader, sectionId: string, since: number, limit: number) {
  return db.selectFrom('plan_section_updates').select(['revision', 'content']).where('section_id', '=', sectionId).where('revision', '>', since).orderBy('revision').limit(limit).execute();
}

export async function sectionState(db: Reader, campaignId: string, sectionId: string) {
  return db.selectFrom('plan_sections').select(['revision', 'state']).where('id', '=', sectionId).where('campaign_id', '=', campaignId).executeTakeFirst();
}
