import { findCampaign } from '#features/campaign/server/campaign.api.ts';
import { areaRows, groupDuties, memberAbsences, memberRows } from '#features/team/server/team.api.ts';
import { teamMessages } from '#features/team/team.messages.ts';
import { ownersIn, peopleOf } from '#features/team/team.owner.rules.ts';
import type { Reader } from '#platform/server/db/database.ts';
import type { Actor } from '#platform/shared/actor.ts';
import type { Locale } from '#platform/shared/messages.ts';
import { whenOf } from './write/day.text.ts';
import { writeTeam, type TeamTable } from './write/team.tables.ts';
import { teamWriteMessages } from './write/team.write.messages.ts';

/** 分工表 as it is printed: who is in which group, what each is R and A for, who stands in when. No telephone numbers: whoever has the file has no need of them. */
async function teamTable(db: Reader, actor: Actor, campaignId: string, locale: Locale): Promise<TeamTable> {
  const campaign = await findCampaign(db, campaignId);
  const words = teamWriteMessages[locale];
  const [members, areas] = [await memberRows(db, campaignId), await areaRows(db, campaignId)];
  const absences = await memberAbsences(db, actor, campaignId, campaign.startsOn, campaign.endsOn);
  const team = peopleOf(members);
  const areasOf = (userId: string, role: 'responsible' | 'accountable'): string =>
    areas.filter((area) => ownersIn(area[role], team).userIds.includes(userId)).map((area) => area.area).join(words.join);
  return {
    title: campaign.name, locale, areas,
    duties: await groupDuties(db, campaignId),
    members: members.map(({ userId, name, title, group }) => ({
      group, name, role: title || teamMessages[locale].grades[group],
      work: words.work(areasOf(userId, 'responsible'), areasOf(userId, 'accountable')),
      standIn: absences.filter((absence) => absence.userId === userId && absence.standInName !== null)
        .map(({ standInName, fromOn, toOn }) => words.standIn(standInName ?? '', whenOf({ whenText: '', startOn: fromOn, endOn: toOn }, locale))).join(words.join),
    })),
  };
}

export async function exportedTeam(db: Reader, actor: Actor, campaignId: string, format: 'xlsx' | 'docx', locale: Locale): Promise<Buffer> {
  return writeTeam(format, await teamTable(db, actor, campaignId, locale));
}
