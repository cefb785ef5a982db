import type { Tx } from './database.ts';

/** Text that names a role or nobody, not a person: no look-up needed. */
const notAName = /^$|^[*＊-]/;

/** The member of a campaign's team whose name stands in an owner cell; null when it is a role, several, or nobody of the team. */
export async function memberNamed(tx: Tx, campaignId: string, ownerText: string): Promise<string | null> {
  const name = ownerText.trim();
  if (notAName.test(name)) return null;
  const found = await tx.selectFrom('campaign_members as m').innerJoin('users as u', 'u.id', 'm.user_id').select('u.id').distinct()
    .where('m.campaign_id', '=', campaignId).where('u.name', '=', name).limit(2).execute();
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}

/** The same for many owner cells of one act: a name that comes again is not looked up again. */
export function memberFinder(tx: Tx, campaignId: string): (ownerText: string) => Promise<string | null> {
  const known = new Map<string, Promise<string | null>>();
  return (ownerText) => {
    const found = known.get(ownerText) ?? memberNamed(tx, campaignId, ownerText);
    known.set(ownerText, found);
    return found;
  };
}
