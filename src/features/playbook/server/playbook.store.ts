import { sql } from 'kysely';
import type { Reader, Tx } from '#platform/server/db/database.ts';
import { isId } from '#platform/server/identity.ts';
import type { Lock } from '#platform/server/operation.ts';
import type { PlaybookFile } from '../playbook.file.contract.ts';
import type { PlaybookFacts } from '../playbook.policy.ts';
import { builtInPlaybooks } from './playbook.builtin.ts';

const locking = { none: sql``, share: sql`for share`, alone: sql`for update` } as const;

/** What permissions on a playbook are decided on: the company's version of a built-in one, the built-in one itself, or one of the company's own. */
export async function loadPlaybookFacts(db: Reader, key: string | undefined, lock: Lock): Promise<PlaybookFacts | undefined> {
  if (key === undefined) return undefined;
  const isBuiltIn = builtInPlaybooks().has(key);
  if (!isBuiltIn && !isId(key)) return undefined;
  const condition = isBuiltIn ? sql`built_in_key = ${key}` : sql`id = ${key}`;
  const { rows } = await sql<Omit<PlaybookFacts, 'key'>>`
    select id, built_in_key as "builtInKey", created_by as "createdBy", revision from playbooks where ${condition} and retired_at is null ${locking[lock]}`.execute(db);
  const [row] = rows;
  if (row) return { key, ...row };
  return isBuiltIn ? { key, id: null, builtInKey: key, createdBy: null, revision: 0 } : undefined;
}

interface NewPlaybook {
  readonly id: string;
  readonly builtInKey: string | null;
  readonly fromCampaignId: string | null;
  readonly content: PlaybookFile;
  readonly by: string;
}

const contentOf = (content: PlaybookFile) => ({ scenario: content.scenario, name: content.name, content: sql<unknown>`${JSON.stringify(content)}::jsonb` });

/** False when someone else has just made the company's version of that built-in playbook. */
export async function insertPlaybook(tx: Tx, { id, builtInKey, fromCampaignId, content, by }: NewPlaybook): Promise<boolean> {
  const inserted = await tx.insertInto('playbooks')
    .values({ id, built_in_key: builtInKey, from_campaign_id: fromCampaignId, ...contentOf(content), created_by: by, updated_by: by })
    .onConflict((conflict) => conflict.column('built_in_key').where('built_in_key', 'is not', null).where('retired_at', 'is', null).doNothing())
    .returning('id').executeTakeFirst();
  return inserted !== undefined;
}

export async function updatePlaybook(tx: Tx, id: string, content: PlaybookFile, by: string): Promise<number> {
  const { revision } = await tx.updateTable('playbooks')
    .set({ ...contentOf(content), updated_by: by, updated_at: sql<string>`now()`, revision: sql<number>`revision + 1` }).where('id', '=', id).returning('revision').executeTakeFirstOrThrow();
  return revision;
}

export async function retirePlaybook(tx: Tx, id: string, by: string): Promise<void> {
  await tx.updateTable('playbooks').set({ retired_at: sql<string>`now()`, updated_by: by, updated_at: sql<string>`now()` }).where('id', '=', id).execute();
}
