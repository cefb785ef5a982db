import { sql } from 'kysely';
import type { Reader } from '#platform/server/db/database.ts';
import { isId } from '#platform/server/identity.ts';
import { playbookFile, type PlaybookFile } from '../playbook.file.contract.ts';
import { builtInPlaybooks } from './playbook.builtin.ts';

/** A playbook as the company has it now. */
export interface FoundPlaybook {
  readonly key: string;
  readonly id: string | null;
  readonly builtInKey: string | null;
  readonly createdBy: string | null;
  readonly fromCampaign: string | null;
  readonly updatedBy: string | null;
  readonly updatedAt: string | null;
  readonly revision: number;
  readonly content: PlaybookFile;
}

const rows = (db: Reader) => db.selectFrom('playbooks as p').innerJoin('users as u', 'u.id', 'p.updated_by').leftJoin('campaigns as c', 'c.id', 'p.from_campaign_id')
  .select(['p.id', 'p.built_in_key as builtInKey', 'p.created_by as createdBy', 'c.name as fromCampaign', 'u.name as updatedBy', 'p.updated_at as updatedAt', 'p.revision', 'p.content'])
  .where('p.retired_at', 'is', null);

// The schema fills in what a file of an earlier version did not have yet.
const found = (row: Omit<FoundPlaybook, 'key' | 'content'> & { readonly content: unknown }): FoundPlaybook => ({ ...row, key: row.builtInKey ?? row.id ?? '', content: playbookFile.parse(row.content) });
const builtIn = (key: string, content: PlaybookFile): FoundPlaybook => ({ key, id: null, builtInKey: key, createdBy: null, fromCampaign: null, updatedBy: null, updatedAt: null, revision: 0, content });

/** By the order of the scenarios: the built-in one of each (or the company's version of it), then the company's own by name. */
export async function listFound(db: Reader): Promise<readonly FoundPlaybook[]> {
  const own = (await rows(db).orderBy(sql`p.name collate "zh-x-icu"`).orderBy('p.id').execute()).map((row) => found(row as never));
  const scenarios = await db.selectFrom('scenarios').select('key').orderBy('position').execute();
  const edited = new Set(own.map(({ builtInKey }) => builtInKey));
  const kept = [...builtInPlaybooks()].filter(([key]) => !edited.has(key)).map(([key, content]) => builtIn(key, content));
  const place = (playbook: FoundPlaybook): number => scenarios.findIndex(({ key }) => key === playbook.content.scenario);
  return [...kept, ...own].toSorted((a, b) => place(a) - place(b) || Number(b.builtInKey !== null) - Number(a.builtInKey !== null));
}

/** One playbook by its key; undefined when there is none. */
export async function findPlaybook(db: Reader, key: string): Promise<FoundPlaybook | undefined> {
  const content = builtInPlaybooks().get(key);
  if (content === undefined && !isId(key)) return undefined;
  const row = await rows(db).where(content === undefined ? 'p.id' : 'p.built_in_key', '=', key).executeTakeFirst();
  if (row) return found(row as never);
  return content && builtIn(key, content);
}
