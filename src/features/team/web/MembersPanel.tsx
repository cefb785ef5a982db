import type { Person } from '#features/account/account.contract.ts';
import { TEAM_GROUPS } from '#features/campaign/campaign.policy.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { useAction } from '#platform/web/query.ts';
import { Banner } from '#platform/web/ui/Banner.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { writeDuties, type listTeam } from '../team.contract.ts';
import { divisionWebMessages } from '../team.division.web.messages.ts';
import { standardTeamMessages } from '../team.standard.messages.ts';
import { teamWebMessages } from '../team.web.messages.ts';
import { GroupCard } from './GroupCard.tsx';
import css from './team.module.css';

export type Team = OutputOf<typeof listTeam>;

/** The standard's duties for the groups that have none yet, by one click. */
function Suggestions({ campaignId, duties }: { readonly campaignId: string; readonly duties: Team['duties'] }) {
  const words = useMessages(divisionWebMessages).duties;
  const standard = useMessages(standardTeamMessages);
  const toast = useToast();
  const write = useAction(writeDuties);
  const open = duties.filter((duty) => duty.duties === '' && duty.worksWith === '');
  if (open.length === 0) return null;
  const adopt = async () => {
    try {
      await write.mutateAsync({ params: { campaignId }, body: { groups: open.map(({ group }) => ({ group, duties: { from: '', to: standard.duties[group] }, worksWith: { from: '', to: standard.worksWith[group] } })) } });
      toast.show({ text: words.adopted });
    } catch (error) {
      toast.showError(error);
    }
  };
  return <Banner action={<Button small busy={write.isPending} onClick={() => void adopt()}>{words.adopt}</Button>}>{words.offer(open.length)}</Banner>;
}

/** The five groups with their duties and members (P3.1, P3.2). */
export function MembersPanel({ campaignId, team, people, meId }: { readonly campaignId: string; readonly team: Team; readonly people: readonly Person[]; readonly meId: string }) {
  const words = useMessages(teamWebMessages);
  const { members, duties, absences, can } = team;
  return (
    <>
      {can.divide ? <Suggestions campaignId={campaignId} duties={duties} /> : null}
      <div className={css['groups']}>
        {TEAM_GROUPS.map((group) => (
          <GroupCard
            key={group} campaignId={campaignId} group={group} people={people} canStaff={can.staff} canDivide={can.divide} meId={meId} absences={absences}
            members={members.filter((member) => member.group === group)}
            duty={duties.find((one) => one.group === group) ?? { group, duties: '', worksWith: '' }}
          />
        ))}
      </div>
      <p className={css['hint']}>{can.staff ? words.hint : words.readOnly}</p>
    </>
  );
}
