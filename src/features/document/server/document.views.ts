import type { Reader } from '#platform/server/db/database.ts';

export interface AttachedTable {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly headers: string[];
  readonly rows: string[][];
  readonly createdAt: string;
}

export async function attachedOf(db: Reader, campaignId: string): Promise<AttachedTable[]> {
  const rows = await db.selectFrom('attached_tables').select(['id', 'kind', 'title', 'content', 'created_at as createdAt'])
    .where('campaign_id', '=', campaignId).orderBy('position').execute();
  return rows.map(({ content, ...row }) => ({ ...row, ...(content as { headers: string[]; rows: string[][] }) }));
}

export async function demoExists(db: Reader): Promise<boolean> {
  return (await db.selectFrom('events').select('seq').where('kind', '=', 'document.demo_created').limit(1).executeTakeFirst()) !== undefined;
}
