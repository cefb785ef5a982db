import { teamMessages } from '#features/team/team.messages.ts';
import { TEAM_GROUPS } from '#features/campaign/campaign.policy.ts';
import { scheduleMessages } from '#features/schedule/schedule.messages.ts';
import { formatTarget } from '#platform/shared/measure.ts';
import { daysBetween } from '#platform/shared/calendar.ts';
import { useFormats, useLocale, useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { DataTable } from '#platform/web/ui/DataTable.tsx';
import type { ReactNode } from 'react';
import { channelMatrix } from '../plan.channels.rules.ts';
import { planDocumentWebMessages } from '../plan.document.web.messages.ts';
import { planListMessages } from '../plan.lists.messages.ts';
import css from './document.module.css';
import type { PlanFacts } from './usePlanFacts.ts';

interface Props {
  readonly facts: PlanFacts;
}

interface FactTableProps {
  readonly title: string;
  readonly link: { readonly to: string; readonly label: string };
  readonly empty: string | undefined;
  readonly children: ReactNode;
}

/** A table that is kept on a page of its own: always as it is there, with the way to it. */
function FactTable({ title, link, empty, children }: FactTableProps) {
  return (
    <div className={css['read']}>
      <div className={css['readHead']}><h3>{title}</h3><Link to={link.to}>{link.label}</Link></div>
      {empty ? <p className={css['none']}>{empty}</p> : children}
    </div>
  );
}

export function ThemeFacts({ facts: { campaign, scenarios } }: Props) {
  const words = useMessages(planDocumentWebMessages).facts;
  const locale = useLocale();
  const scenario = scenarios.scenarios.find((one) => one.key === campaign.scenario);
  return (
    <div className={css['facts']}>
      <dl>
        <div><dt>{words.name}</dt><dd>{campaign.name}</dd></div>
        <div><dt>{words.theme}</dt><dd>{campaign.theme || <span className={css['none']}>{words.noTheme}</span>}</dd></div>
        <div><dt>{words.scenario}</dt><dd>{scenario ? (locale === 'en' ? scenario.nameEn : scenario.nameZh) : campaign.scenario}</dd></div>
      </dl>
      {campaign.can.writePlan ? <Link to={`/campaigns/${campaign.id}?edit=now`}>{words.edit}</Link> : null}
    </div>
  );
}

export function PeriodFacts({ facts: { campaign, lists } }: Props) {
  const words = useMessages(planDocumentWebMessages).facts;
  const { phases } = useMessages(planListMessages);
  const formats = useFormats();
  const count = (from: string, to: string) => words.days(daysBetween(from, to) + 1);
  const spans = channelMatrix(lists.lists.channels).phases.filter((phase) => phase.startOn !== null);
  return (
    <div className={css['facts']}>
      <dl>
        <div><dt>{words.period}</dt><dd>{formats.days(campaign.startsOn, campaign.endsOn, true)} · {count(campaign.startsOn, campaign.endsOn)}</dd></div>
        <div><dt>{words.event}</dt><dd>{campaign.eventFrom ? <>{formats.days(campaign.eventFrom, campaign.eventTo ?? campaign.eventFrom, true)} · {count(campaign.eventFrom, campaign.eventTo ?? campaign.eventFrom)}</> : <span className={css['none']}>{words.noEvent}</span>}</dd></div>
        {spans.length > 0 ? <div><dt>{words.phases}</dt><dd>{spans.map((span) => <span key={span.phase} className={css['span']}>{phases[span.phase]} {formats.days(span.startOn, span.endOn)}</span>)}</dd></div> : null}
      </dl>
      {campaign.can.writePlan ? <Link to={`/campaigns/${campaign.id}?edit=now`}>{words.edit}</Link> : null}
    </div>
  );
}

export function GoalTable({ facts: { campaign, goals } }: Props) {
  const words = useMessages(planDocumentWebMessages).facts;
  const locale = useLocale();
  const columns = [
    { key: 'metric', title: words.metric, heading: true, width: '132px', render: (goal: (typeof goals.goals)[number]) => goal.metric },
    { key: 'target', title: words.target, align: 'end' as const, width: '132px', render: (goal: (typeof goals.goals)[number]) => formatTarget(goal.target, goal, locale) },
    { key: 'owner', title: words.owner, width: '108px', render: (goal: (typeof goals.goals)[number]) => goal.ownerText || '—' },
    { key: 'note', title: words.note, render: (goal: (typeof goals.goals)[number]) => goal.note || goal.reason || '—' },
  ];
  return (
    <FactTable title={words.goals} link={{ to: `/campaigns/${campaign.id}/goals`, label: campaign.can.writePlan ? words.editGoals : words.seeGoals }} empty={goals.goals.length === 0 ? words.noGoals : undefined}>
      <DataTable label={words.goals} columns={columns} rows={goals.goals} rowKey={(goal) => goal.id} />
    </FactTable>
  );
}

/** T1 to read. */
export function BudgetReading({ facts: { campaign, budget } }: Props) {
  const words = useMessages(planDocumentWebMessages).facts;
  const formats = useFormats();
  const total = budget.totals.amountCents;
  type Line = (typeof budget.lines)[number];
  const columns = [
    { key: 'category', title: words.category, heading: true, width: '148px', render: (line: Line) => line.category || '—' },
    { key: 'detail', title: words.detail, render: (line: Line) => line.detail || '—' },
    { key: 'amount', title: words.amount, align: 'end' as const, width: '112px', render: (line: Line) => formats.money(line.amountCents) },
    { key: 'share', title: words.share, align: 'end' as const, width: '72px', render: (line: Line) => formats.percent(total === 0 ? null : line.amountCents / total, 1) },
    { key: 'owner', title: words.owner, width: '92px', render: (line: Line) => line.ownerText || '—' },
  ];
  return (
    <FactTable title={words.budget} link={{ to: `/campaigns/${campaign.id}/budget`, label: campaign.can.writePlan ? words.editBudget : words.seeBudget }} empty={budget.lines.length === 0 ? words.noBudget : undefined}>
      <DataTable label={words.budget} columns={columns} rows={budget.lines} rowKey={(line) => line.id} footer={[words.total, '', formats.money(total), '', '']} />
    </FactTable>
  );
}

/** T2 to read. */
export function ScheduleReading({ facts: { campaign, schedule } }: Props) {
  const words = useMessages(planDocumentWebMessages).facts;
  const { phases } = useMessages(scheduleMessages);
  const formats = useFormats();
  type Task = (typeof schedule.tasks)[number];
  const columns = [
    { key: 'phase', title: words.phase, width: '92px', render: (task: Task) => phases[task.phase] },
    { key: 'when', title: words.when, width: '148px', render: (task: Task) => task.whenText || (task.startOn || task.endOn ? formats.days(task.startOn, task.endOn) : '—') },
    { key: 'task', title: words.task, heading: true, render: (task: Task) => task.title },
    { key: 'owner', title: words.owner, width: '108px', render: (task: Task) => task.ownerText || '—' },
  ];
  return (
    <FactTable title={words.schedule} link={{ to: `/campaigns/${campaign.id}/schedule`, label: campaign.can.writePlan ? words.editSchedule : words.seeSchedule }} empty={schedule.tasks.length === 0 ? words.noSchedule : undefined}>
      <DataTable label={words.schedule} columns={columns} rows={schedule.tasks} rowKey={(task) => task.id} />
    </FactTable>
  );
}

export function TeamTables({ facts: { campaign, team, areas } }: Props) {
  const formats = useFormats();
  const words = useMessages(planDocumentWebMessages).facts;
  const { groups } = useMessages(teamMessages);
  const rows = TEAM_GROUPS.map((group) => ({ group, people: team.members.filter((member) => member.group === group).map((member) => member.name), duties: team.duties.find((one) => one.group === group)?.duties ?? '' }));
  type Row = (typeof rows)[number];
  const columns = [
    { key: 'group', title: words.group, heading: true, width: '108px', render: (row: Row) => groups[row.group] },
    { key: 'people', title: words.people, width: '156px', render: (row: Row) => row.people.length > 0 ? formats.list(row.people) : <span className={css['none']}>{words.noPeople}</span> },
    { key: 'duties', title: words.duties, render: (row: Row) => row.duties || '—' },
  ];
  const raci = (['area', 'responsible', 'accountable', 'consulted', 'informed'] as const).map((key) => ({ key, title: words.raci[key], heading: key === 'area', render: (area: (typeof areas.areas)[number]) => area[key] || '—' }));
  const link = { to: `/campaigns/${campaign.id}/team`, label: campaign.can.writePlan ? words.editTeam : words.seeTeam };
  return (
    <>
      <FactTable title={words.team} link={link} empty={undefined}><DataTable label={words.team} columns={columns} rows={rows} rowKey={(row) => row.group} /></FactTable>
      {areas.areas.length > 0 ? <FactTable title={words.areas} link={{ ...link, to: `${link.to}?view=areas` }} empty={undefined}><DataTable label={words.areas} columns={raci} rows={areas.areas} rowKey={(area) => area.id} /></FactTable> : null}
    </>
  );
}
