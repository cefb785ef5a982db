import { sql } from 'kysely';
import { visibleTo } from '#features/campaign/server/campaign.api.ts';
import type { Reader } from '#platform/server/db/database.ts';
import type { Actor } from '#platform/shared/actor.ts';
import type { Day } from '#platform/shared/calendar.ts';
import type { Phase } from '../../schedule.rules.ts';

export interface OtherUse {
  readonly taskId: string;
  readonly title: string;
  readonly phase: Phase;
  readonly whenText: string;
  readonly resourceText: string;
  readonly startOn: Day | null;
  readonly endOn: Day | null;
  readonly campaignId: string;
  readonly campaignName: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly eventFrom: Day | null;
  readonly eventTo: Day | null;
  /** Whether the reader may see the campaign. */
  readonly visible: boolean;
}

/** So many are looked at; a hall is not booked more often within one campaign. */
const MOST = 2_000;

/**
 * Open tasks of other living campaigns between two days whose venues and equipment hold one of these names (without spaces, in small letters).
 * A name may be part of a longer one: the caller compares them whole.
 */
export async function usesElsewhere(db: Reader, actor: Actor, campaignId: string, fromOn: Day, toOn: Day, keys: readonly string[]): Promise<OtherUse[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<OtherUse>`
    select t.id as "taskId", t.title, t.phase, t.when_text as "whenText", t.resource_text as "resourceText", t.start_on as "startOn", t.end_on as "endOn",
      c.id as "campaignId", c.name as "campaignName", c.starts_on as "startsOn", c.ends_on as "endsOn", c.event_from as "eventFrom", c.event_to as "eventTo", ${visibleTo(actor)} as visible
    from (
      select * from tasks
      where resource_text <> '' and coalesce(start_on, end_on) is not null and state not in ('done', 'cancelled')
        and daterange(coalesce(start_on, end_on), coalesce(end_on, start_on), '[]') && daterange(${fromOn}::date, ${toOn}::date, '[]')
        and campaign_id <> ${campaignId}
        and exists (select 1 from unnest(${[...keys]}::text[]) as key where position(key in lower(regexp_replace(normalize(resource_text, NFKC), '\\s', '', 'g'))) > 0)
      order by start_on, id limit ${MOST}
    ) t join campaigns c on c.id = t.campaign_id and c.stage not in ('archived', 'cancelled')
    order by t.start_on, t.id`.execute(db);
  return rows;
}
