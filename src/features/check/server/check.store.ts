import { sql } from 'kysely';
import type { Tx } from '#platform/server/db/database.ts';
import type { Severity } from '../check.rules.ts';

/** What the company says of a rule. */
export async function storeRule(tx: Tx, rule: string, { off, severity, bounds }: { readonly off: boolean; readonly severity: Severity | null; readonly bounds: Readonly<Record<string, number>> }, by: string): Promise<void> {
  await sql`insert into check_settings (rule, is_off, severity, bounds, updated_by) values (${rule}, ${off}, ${severity}, ${JSON.stringify(bounds)}::jsonb, ${by})
    on conflict (rule) do update set is_off = excluded.is_off, severity = excluded.severity, bounds = excluded.bounds, updated_by = excluded.updated_by, updated_at = now()`.execute(tx);
}
