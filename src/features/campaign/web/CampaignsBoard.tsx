import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import type { CampaignRow } from '../campaign.contract.ts';
import { campaignMessages } from '../campaign.messages.ts';
import { STAGES } from '../campaign.rules.ts';
import { stageTone } from '../campaign.stage.rules.ts';
import { campaignWebMessages } from '../campaign.web.messages.ts';
import css from './campaigns.module.css';
import { TaskProgress } from './CampaignsTable.tsx';
import type { CampaignsProps } from './CampaignsTable.tsx';
import type { Scenarios } from './useScenarios.ts';

function Card({ campaign, scenarios }: { readonly campaign: CampaignRow; readonly scenarios: Scenarios }) {
  const words = useMessages(campaignWebMessages);
  const { revised } = useMessages(campaignMessages);
  const formats = useFormats();
  return (
    <li className={css['card']}>
      <Link to={`/campaigns/${campaign.id}`}>{campaign.name}</Link>
      <small>{[scenarios.nameOf(campaign.scenario), campaign.leadName ?? words.noLead].filter(Boolean).join(' · ')}</small>
      <small>{formats.days(campaign.startsOn, campaign.endsOn, true)}</small>
      {campaign.budgetCents > 0 ? <small>{formats.money(campaign.budgetCents)}</small> : null}
      {campaign.revised && campaign.stage === 'draft' ? <div><StateTag tone="doing">{revised}</StateTag></div> : null}
      <TaskProgress campaign={campaign} />
    </li>
  );
}

/** The campaigns by stage, in the order of their life. A cancelled column only shows when it holds something. */
export function CampaignsBoard({ campaigns, scenarios }: CampaignsProps) {
  const words = useMessages(campaignWebMessages);
  const { stages } = useMessages(campaignMessages);
  const columns = STAGES.map((stage) => ({ stage, rows: campaigns.filter((row) => row.stage === stage) })).filter(({ stage, rows }) => stage !== 'cancelled' || rows.length > 0);
  return (
    <div className={css['board']} role="region" aria-label={words.views.board} tabIndex={0}>
      {columns.map(({ stage, rows }) => (
        <section key={stage} aria-label={stages[stage]} data-empty={rows.length === 0 || undefined}>
          <h2><StateTag tone={stageTone[stage]}>{stages[stage]}</StateTag><small>{words.board.count(rows.length)}</small></h2>
          {rows.length === 0 ? <p>{words.board.empty}</p> : <ul>{rows.map((row) => <Card key={row.id} campaign={row} scenarios={scenarios} />)}</ul>}
        </section>
      ))}
    </div>
  );
}
