import type { Reader } from './database.ts';

/** The name of who last changed a thing, for the sentence of a conflict; null when nobody is known. */
export async function lastEditorOf(db: Reader, subjectId: string): Promise<string | null> {
  const found = await db
    .selectFrom('events').innerJoin('users', 'users.id', 'events.actor_id').select('users.name')
    .where('subject_id', '=', subjectId).orderBy('seq', 'desc').limit(1).executeTakeFirst();
  return found?.name ?? null;
}
