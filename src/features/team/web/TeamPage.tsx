import { listPeople, type Person } from '#features/account/account.contract.ts';
import { getCampaign } from '#features/campaign/campaign.contract.ts';
import { TEAM_GROUPS } from '#features/campaign/campaign.policy.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { useParam } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import { together } from '#platform/web/together.ts';
import { Page } from '#platform/web/ui/Page.tsx';
import { Loaded } from '#platform/web/ui/States.tsx';
import { listTeam, type Member } from '../team.contract.ts';
import { teamMessages } from '../team.messages.ts';
import { teamStanding } from '../team.rules.ts';
import { teamWebMessages } from '../team.web.messages.ts';
import { GroupCard } from './GroupCard.tsx';
import css from './team.module.css';

function TeamVerdict({ members }: { readonly members: readonly Member[] }) {
  const words = useMessages(teamWebMessages).verdict;
  const { groups } = useMessages(teamMessages);
  const formats = useFormats();
  const { people, emptyGroups, idle } = teamStanding(members);
  return (
    <>
      {emptyGroups.length === 0 ? words.complete(people) : <>{words.missing(people)}<em>{words.missingGroups(formats.list(emptyGroups.map((group) => groups[group])))}</em></>}
      {idle > 0 ? words.idle(idle) : null}
    </>
  );
}

/** P3.1: the lead and the four groups, their duties, members and work. */
export function TeamPage() {
  const campaignId = useParam('campaignId');
  const words = useMessages(teamWebMessages);
  const query = together({
    campaign: useOperation(getCampaign, { params: { campaignId } }),
    team: useOperation(listTeam, { params: { campaignId } }),
    directory: useOperation(listPeople, {}),
  });
  const { data } = query;
  const people: readonly Person[] = data?.directory.people.filter((person) => person.state !== 'disabled') ?? [];
  return (
    <Page
      title={words.title}
      crumbs={data ? [{ label: data.campaign.name, to: `/campaigns/${campaignId}` }, { label: words.part }] : []}
      verdict={data ? <TeamVerdict members={data.team.members} /> : undefined}
    >
      <Loaded query={query} lines={8}>
        {({ team }) => (
          <>
            <div className={css['groups']}>
              {TEAM_GROUPS.map((group) => (
                <GroupCard key={group} campaignId={campaignId} group={group} members={team.members.filter((member) => member.group === group)} people={people} canStaff={team.can.staff} />
              ))}
            </div>
            <p className={css['hint']}>{team.can.staff ? words.hint : words.readOnly}</p>
          </>
        )}
      </Loaded>
    </Page>
  );
}
