import { approvalMessages } from '#features/approval/approval.messages.ts';
import type { Approval } from '#features/approval/approval.contract.ts';
import type { CampaignRow } from '#features/campaign/campaign.contract.ts';
import { campaignMessages } from '#features/campaign/campaign.messages.ts';
import { stageTone } from '#features/campaign/campaign.stage.rules.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { LinkButton } from '#platform/web/ui/Button.tsx';
import { Progress, StateTag } from '#platform/web/ui/Marks.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import { portfolioWebMessages } from '../portfolio.web.messages.ts';
import css from './Workbench.module.css';

/** What waits for this person's decision; the first one is the page's first act. */
export function ApprovalsPanel({ approvals }: { readonly approvals: readonly Approval[] }) {
  const words = useMessages(portfolioWebMessages);
  const { kinds } = useMessages(approvalMessages);
  const formats = useFormats();
  return (
    <Section title={words.approvals}>
      <ul className={css['rows']}>
        {approvals.map((approval, index) => (
          <li key={approval.id}>
            <div>
              <b>{approval.campaignName}</b>
              <small>{kinds[approval.kind]} · {words.version(approval.version)} · {words.asked(approval.requestedBy, formats.ago(approval.requestedAt))}</small>
            </div>
            <LinkButton small kind={index === 0 ? 'primary' : 'plain'} to={`/approvals/${approval.id}`}>{words.review}</LinkButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function CampaignsPanel({ campaigns }: { readonly campaigns: readonly CampaignRow[] }) {
  const words = useMessages(portfolioWebMessages);
  const { stages } = useMessages(campaignMessages);
  const formats = useFormats();
  return (
    <Section title={words.campaigns} actions={<Link to="/campaigns">{words.allCampaigns}</Link>}>
      {campaigns.length === 0 ? <p className={css['quiet']}>{words.noCampaigns}</p> : (
        <ul className={css['rows']}>
          {campaigns.map((campaign) => (
            <li key={campaign.id}>
              <div>
                <b><Link to={`/campaigns/${campaign.id}`}>{campaign.name}</Link></b>
                <small>{formats.days(campaign.startsOn, campaign.endsOn, true)} · {campaign.leadName ?? words.noLead}</small>
              </div>
              <StateTag tone={stageTone[campaign.stage]}>{stages[campaign.stage]}</StateTag>
              {campaign.tasks > 0 ? (
                <div className={`${css['wide']} ${css['bar']}`}>
                  <Progress label={words.tasksLabel(campaign.name)} value={campaign.tasksDone / campaign.tasks} tone={campaign.tasksDone === campaign.tasks ? 'jade' : 'indigo'} />
                  <small>{words.tasksDone(campaign.tasksDone, campaign.tasks)}</small>
                </div>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
