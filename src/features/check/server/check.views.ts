import type { Reader } from '#platform/server/db/database.ts';
import type { CheckSettings, Severity } from '../check.rules.ts';

export interface StoredRule {
  readonly rule: string;
  readonly off: boolean;
  readonly severity: Severity | null;
  readonly bounds: Readonly<Record<string, number>>;
  readonly updatedBy: string | null;
  readonly updatedAt: string;
}

/** The rules that the company changed. */
export async function storedRules(db: Reader): Promise<readonly StoredRule[]> {
  const rows = await db.selectFrom('check_settings as s').leftJoin('users as u', 'u.id', 's.updated_by')
    .select(['s.rule', 's.is_off as off', 's.severity', 's.bounds', 'u.name as updatedBy', 's.updated_at as updatedAt']).execute();
  return rows as unknown as readonly StoredRule[];
}

/** What the company changed of the rules, as {@link runCheck} takes it. */
export async function checkSettings(db: Reader): Promise<CheckSettings> {
  return Object.fromEntries((await storedRules(db)).map(({ rule, off, severity, bounds }) => [rule, { off, severity, bounds }]));
}
