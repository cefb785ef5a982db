import { useState } from 'react';
import { getMe } from '#features/account/account.contract.ts';
import type { TeamGroup } from '#features/campaign/campaign.policy.ts';
import { teamMessages } from '#features/team/team.messages.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { useOperation } from '#platform/web/query.ts';
import { Tabs } from '#platform/web/ui/Tabs.tsx';
import { briefingWebMessages } from '../briefing.web.messages.ts';
import css from './briefing.module.css';
import { GroupPageView } from './GroupPageView.tsx';
import type { BriefingFacts } from './useBriefing.ts';

/** The pages of all groups, one's own first. `folded`: they were read before and only the changes are asked about. */
export function GroupPages({ folded, ...facts }: BriefingFacts & { readonly folded: boolean }) {
  const { briefing } = facts;
  const words = useMessages(briefingWebMessages).page;
  const { groups } = useMessages(teamMessages);
  const formats = useFormats();
  const me = useOperation(getMe, {}).data;
  const own = briefing.mine?.groups ?? [];
  const fresh = briefing.mine?.newGroups ?? [];
  const order = [...briefing.pages].sort((a, b) => rank(a.group, fresh, own) - rank(b.group, fresh, own));
  const [group, setGroup] = useState<TeamGroup>(order[0]?.group ?? 'lead');
  const shown = briefing.pages.find((one) => one.group === group);
  const tabs = (
    <Tabs label={words.groups} value={group} onChange={setGroup} items={order.map((one) => ({ key: one.group, label: own.includes(one.group) ? words.yours(groups[one.group]) : groups[one.group] }))}>
      {shown ? <GroupPageView key={group} facts={facts} shown={shown} myName={own.includes(group) ? me?.name : undefined} /> : null}
    </Tabs>
  );
  if (!folded) return <div className={css['pages']}>{tabs}</div>;
  return (
    <details className={css['fold']}>
      <summary>{words.whole(formats.list(own.map((one) => groups[one])))}</summary>
      {tabs}
    </details>
  );
}

function rank(group: TeamGroup, fresh: readonly TeamGroup[], own: readonly TeamGroup[]): number {
  if (fresh.includes(group)) return 0;
  return own.includes(group) ? 1 : 2;
}
