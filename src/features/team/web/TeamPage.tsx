import { useMemo } from 'react';
import { getMe, listPeople, type Person } from '#features/account/account.contract.ts';
import { getCampaign } from '#features/campaign/campaign.contract.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { useParam, useSearch } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import { together } from '#platform/web/together.ts';
import { LinkButton } from '#platform/web/ui/Button.tsx';
import { DownloadMenu } from '#platform/web/ui/DownloadMenu.tsx';
import { Page } from '#platform/web/ui/Page.tsx';
import { Loaded } from '#platform/web/ui/States.tsx';
import { Tabs } from '#platform/web/ui/Tabs.tsx';
import { getWorkload, listTeam, type Member, type WorkloadFacts } from '../team.contract.ts';
import { divisionWebMessages } from '../team.division.web.messages.ts';
import { teamMessages } from '../team.messages.ts';
import { teamStanding } from '../team.rules.ts';
import { teamWebMessages } from '../team.web.messages.ts';
import { FULL_WEEK, workloadOf } from '../team.workload.rules.ts';
import { workloadWebMessages } from '../team.workload.web.messages.ts';
import { AreasPanel } from './AreasPanel.tsx';
import { MembersPanel } from './MembersPanel.tsx';
import { WorkloadPanel } from './WorkloadPanel.tsx';

const VIEWS = ['members', 'areas', 'workload'] as const;
type View = (typeof VIEWS)[number];
const isView = (value: string | undefined): value is View => VIEWS.includes(value as View);

function TeamVerdict({ members, workload }: { readonly members: readonly Member[]; readonly workload: WorkloadFacts }) {
  const words = useMessages(teamWebMessages).verdict;
  const { groups } = useMessages(teamMessages);
  const work = useMessages(workloadWebMessages);
  const formats = useFormats();
  const { people, emptyGroups, idle } = teamStanding(members);
  const conflicts = useMemo(() => workloadOf({ ...workload, limit: FULL_WEEK }).findings.filter(({ kind }) => kind === 'clash' || kind === 'elsewhere' || kind === 'away').length, [workload]);
  return (
    <>
      {emptyGroups.length === 0 ? words.complete(people) : <>{words.missing(people)}<em>{words.missingGroups(formats.list(emptyGroups.map((group) => groups[group])))}</em></>}
      {idle > 0 ? words.idle(idle) : null}
      {conflicts > 0 ? <em>{work.verdict(conflicts)}</em> : null}
    </>
  );
}

function Actions({ campaignId, canImport }: { readonly campaignId: string; readonly canImport: boolean }) {
  const words = useMessages(divisionWebMessages);
  return (
    <>
      {canImport ? <LinkButton to={`/campaigns/${campaignId}/import`}>{words.import}</LinkButton> : null}
      <DownloadMenu label={words.export} items={(['xlsx', 'docx'] as const).map((format) => ({ label: words.exports[format], hint: `.${format}`, address: `/api/campaigns/${campaignId}/export/team.${format}` }))} />
    </>
  );
}

/** P3.1, P3.2: the lead and the four groups, who answers for what, and who has how much to do. */
export function TeamPage() {
  const campaignId = useParam('campaignId');
  const words = useMessages(teamWebMessages);
  const division = useMessages(divisionWebMessages);
  const [search, setSearch] = useSearch();
  const view = isView(search['view']) ? search['view'] : 'members';
  const params = { campaignId };
  const query = together({
    campaign: useOperation(getCampaign, { params }),
    team: useOperation(listTeam, { params }),
    workload: useOperation(getWorkload, { params }),
    directory: useOperation(listPeople, {}),
    me: useOperation(getMe, {}),
  });
  const { data } = query;
  const people: readonly Person[] = data?.directory.people.filter((person) => person.state !== 'disabled') ?? [];
  return (
    <Page
      wide
      title={words.title}
      crumbs={data ? [{ label: data.campaign.name, to: `/campaigns/${campaignId}` }, { label: words.part }] : []}
      verdict={data ? <TeamVerdict members={data.team.members} workload={data.workload} /> : undefined}
      actions={data ? <Actions campaignId={campaignId} canImport={data.campaign.can.writePlan} /> : undefined}
    >
      <Loaded query={query} lines={8}>
        {({ team, workload, me }) => (
          <Tabs label={division.tabs.label} items={VIEWS.map((key) => ({ key, label: division.tabs[key] }))} value={view} onChange={(key) => setSearch({ view: key === 'members' ? undefined : key })}>
            {view === 'members' ? <MembersPanel campaignId={campaignId} team={team} people={people} meId={me.id} /> : null}
            {view === 'areas' ? <AreasPanel campaignId={campaignId} members={team.members} /> : null}
            {view === 'workload' ? <WorkloadPanel campaignId={campaignId} facts={workload} /> : null}
          </Tabs>
        )}
      </Loaded>
    </Page>
  );
}
