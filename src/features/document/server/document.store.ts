import { sql } from 'kysely';
import { newId } from '#platform/server/identity.ts';
import type { Tx } from '#platform/server/db/database.ts';
import { insertFile, type NewFile } from '#platform/server/stored-files.ts';
import type { Adopted } from '../document.contract.ts';
import type { Understanding } from '#features/reading/reading.contract.ts';

interface NewImport extends NewFile {
  readonly understanding: Understanding;
}

/** Keeps the original beside what was understood; the archive carries it later. */
export async function insertImport(tx: Tx, made: NewImport): Promise<string> {
  const file = await insertFile(tx, made);
  const importId = newId();
  await tx.insertInto('imports').values({
    id: importId, campaign_id: made.campaignId, file_id: file.id, source_name: made.name, understanding: sql`${JSON.stringify(made.understanding)}::jsonb`, created_by: made.by,
  }).execute();
  return importId;
}

/** Marks an import as written; a second writer waits and then learns that it was. */
export async function takeImport(tx: Tx, campaignId: string, importId: string): Promise<'taken' | 'applied' | 'gone'> {
  const row = await tx.selectFrom('imports').select('applied_at').where('id', '=', importId).where('campaign_id', '=', campaignId).forUpdate().executeTakeFirst();
  if (!row) return 'gone';
  if (row.applied_at !== null) return 'applied';
  await tx.updateTable('imports').set({ applied_at: sql`now()` }).where('id', '=', importId).execute();
  return 'taken';
}

export async function insertAttached(tx: Tx, campaignId: string, importId: string, tables: Adopted['attached']): Promise<void> {
  for (const table of tables) {
    await tx.insertInto('attached_tables').values({
      id: newId(), campaign_id: campaignId, import_id: importId, kind: table.kind, title: table.title,
      content: sql`${JSON.stringify({ headers: table.headers, rows: table.rows })}::jsonb`,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from attached_tables where campaign_id = ${campaignId})`,
    }).execute();
  }
}

export async function deleteAttached(tx: Tx, campaignId: string, tableId: string): Promise<{ kind: string; title: string } | undefined> {
  return tx.deleteFrom('attached_tables').where('id', '=', tableId).where('campaign_id', '=', campaignId).returning(['kind', 'title']).executeTakeFirst();
}
