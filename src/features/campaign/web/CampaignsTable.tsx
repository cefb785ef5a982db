import { useFormats, useLocale, useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { DataTable } from '#platform/web/ui/DataTable.tsx';
import type { DataColumn } from '#platform/web/ui/DataTable.tsx';
import { Progress, StateTag } from '#platform/web/ui/Marks.tsx';
import type { CampaignRow } from '../campaign.contract.ts';
import { campaignMessages } from '../campaign.messages.ts';
import { STAGES } from '../campaign.rules.ts';
import { stageName, stageTone } from '../campaign.stage.rules.ts';
import { campaignWebMessages } from '../campaign.web.messages.ts';
import css from './campaigns.module.css';
import type { Scenarios } from './useScenarios.ts';

export interface CampaignsProps {
  readonly campaigns: readonly CampaignRow[];
  readonly scenarios: Scenarios;
}

export function TaskProgress({ campaign }: { readonly campaign: CampaignRow }) {
  const words = useMessages(campaignWebMessages);
  if (campaign.tasks === 0) return null;
  return (
    <span className={css['tasks']}>
      <Progress label={words.tasksLabel(campaign.name)} value={campaign.tasksDone / campaign.tasks} tone={campaign.tasksDone === campaign.tasks ? 'jade' : 'indigo'} />
      <small>{words.tasksDone(campaign.tasksDone, campaign.tasks)}</small>
    </span>
  );
}

/** One line a campaign: what, where it stands, who, when, money, work. */
export function CampaignsTable({ campaigns, scenarios }: CampaignsProps) {
  const words = useMessages(campaignWebMessages);
  const stageWords = useMessages(campaignMessages);
  const formats = useFormats();
  const locale = useLocale();
  const text = words.columns;
  const columns: DataColumn<CampaignRow>[] = [
    {
      key: 'name', title: text.name, heading: true, width: '26%', compare: (a, b) => a.name.localeCompare(b.name, locale),
      render: (row) => <span className={css['name']}><Link to={`/campaigns/${row.id}`}>{row.name}</Link><small>{scenarios.nameOf(row.scenario)}</small></span>,
    },
    { key: 'stage', title: text.stage, compare: (a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage), render: (row) => <StateTag tone={stageTone[row.stage]}>{stageName(row, stageWords)}</StateTag> },
    { key: 'lead', title: text.lead, render: (row) => <span className={css['name']}>{row.leadName ?? words.noLead}{row.departmentName ? <small>{row.departmentName}</small> : null}</span> },
    {
      key: 'period', title: text.period, compare: (a, b) => a.startsOn.localeCompare(b.startsOn),
      render: (row) => <span className={css['name']}>{formats.days(row.startsOn, row.endsOn, true)}{row.eventFrom ? <small>{words.onSite(formats.days(row.eventFrom, row.eventTo))}</small> : null}</span>,
    },
    { key: 'budget', title: text.budget, unit: text.yuan, align: 'end', compare: (a, b) => a.budgetCents - b.budgetCents, render: (row) => formats.amount(row.budgetCents || null) },
    { key: 'actual', title: text.actual, unit: text.yuan, align: 'end', compare: (a, b) => a.actualCents - b.actualCents, render: (row) => formats.amount(row.actualCents || null) },
    { key: 'tasks', title: text.tasks, width: '14%', render: (row) => <TaskProgress campaign={row} /> },
  ];
  return <DataTable label={words.title} columns={columns} rows={campaigns} rowKey={({ id }) => id} />;
}
