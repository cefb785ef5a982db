import { formatTarget } from '#platform/shared/measure.ts';
import { useFormats, useLocale, useMessages } from '#platform/web/i18n.tsx';
import { usePhone } from '#platform/web/media.ts';
import type { DataColumn } from '#platform/web/ui/DataTable.tsx';
import { Columns, Section } from '#platform/web/ui/Page.tsx';
import { totalOf, type FrozenGoal, type FrozenLine, type FrozenPlan, type FrozenTask } from '../approval.content.rules.ts';
import { approvalWebMessages } from '../approval.web.messages.ts';
import css from './approval.module.css';
import { PlanTexts } from './PlanTexts.tsx';
import { ReadTable } from './ReadTable.tsx';

type Numbered<Row> = Row & { readonly key: string };
/** Frozen rows carry no id: their place is what tells two of the same text apart. */
const numbered = <Row extends object>(rows: readonly Row[]): Numbered<Row>[] => rows.map((row, index) => ({ ...row, key: String(index) }));

/** The frozen plan: goals, text and tables, T1, T2, team. */
export function PlanContent({ plan }: { readonly plan: FrozenPlan }) {
  const phone = usePhone();
  const basics = <Basics plan={plan} />;
  const goals = <Goals goals={plan.goals} />;
  return (
    <>
      {phone ? goals : <Columns>{goals}{basics}</Columns>}
      <PlanTexts plan={plan} />
      <Budget lines={plan.budget} />
      <Schedule tasks={plan.schedule} />
      {phone ? basics : null}
    </>
  );
}

function Goals({ goals }: { readonly goals: readonly FrozenGoal[] }) {
  const words = useMessages(approvalWebMessages).content;
  const locale = useLocale();
  const columns: DataColumn<Numbered<FrozenGoal>>[] = [
    { key: 'metric', title: words.metric, heading: true, render: (goal) => goal.metric },
    { key: 'target', title: words.target, align: 'end', render: (goal) => formatTarget(goal.target, goal, locale) },
  ];
  return <Section title={words.goals}><ReadTable label={words.goals} columns={columns} rows={numbered(goals)} rowKey={(goal) => goal.key} empty={<p>{words.noGoals}</p>} compact={(goal) => ({ name: goal.metric, value: formatTarget(goal.target, goal, locale) })} /></Section>;
}

function Budget({ lines }: { readonly lines: readonly FrozenLine[] }) {
  const words = useMessages(approvalWebMessages).content;
  const formats = useFormats();
  const columns: DataColumn<Numbered<FrozenLine>>[] = [
    { key: 'category', title: words.category, heading: true, width: '148px', render: (line) => line.category },
    { key: 'detail', title: words.detail, render: (line) => line.detail },
    { key: 'amount', title: words.amount, unit: words.yuan, align: 'end', width: '108px', render: (line) => formats.amount(line.amountCents) },
    { key: 'owner', title: words.owner, width: '96px', render: (line) => line.ownerText },
    { key: 'note', title: words.note, render: (line) => line.note },
  ];
  return (
    <Section title={words.budget}>
      <ReadTable
        label={words.budget} columns={columns} rows={numbered(lines)} rowKey={(line) => line.key} footer={[words.total, '', formats.amount(totalOf(lines)), '', '']}
        compact={(line) => ({ name: line.category, value: formats.money(line.amountCents), more: [line.detail, line.ownerText, line.note] })}
        total={{ name: words.total, value: formats.money(totalOf(lines)) }}
      />
    </Section>
  );
}

function Schedule({ tasks }: { readonly tasks: readonly FrozenTask[] }) {
  const words = useMessages(approvalWebMessages).content;
  const formats = useFormats();
  const phases: Readonly<Record<string, string>> = words.phases;
  const whenOf = (task: FrozenTask) => [task.startOn || task.endOn ? formats.days(task.startOn, task.endOn) : task.whenText, task.dueTime].filter(Boolean).join(' ');
  const columns: DataColumn<Numbered<FrozenTask>>[] = [
    { key: 'title', title: words.task, heading: true, render: (task) => task.title },
    { key: 'phase', title: words.phase, width: '92px', render: (task) => phases[task.phase] ?? task.phase },
    { key: 'when', title: words.when, width: '148px', render: whenOf },
    { key: 'owner', title: words.owner, width: '116px', render: (task) => task.ownerText },
    { key: 'note', title: words.note, render: (task) => task.note },
  ];
  return (
    <Section title={words.schedule}>
      <ReadTable
        label={words.schedule} columns={columns} rows={numbered(tasks)} rowKey={(task) => task.key}
        compact={(task) => ({ name: task.title, value: whenOf(task), more: [phases[task.phase] ?? task.phase, task.ownerText, task.note] })}
      />
    </Section>
  );
}

function Basics({ plan: { campaign, team } }: { readonly plan: FrozenPlan }) {
  const words = useMessages(approvalWebMessages).content;
  const formats = useFormats();
  const groups: Readonly<Record<string, string>> = words.groups;
  const facts = [
    { label: words.theme, text: campaign.theme },
    { label: words.audience, text: campaign.audience },
    { label: words.event, text: campaign.eventFrom ? formats.days(campaign.eventFrom, campaign.eventTo, true) : '' },
    { label: words.department, text: campaign.departmentName ?? '' },
    ...[...Map.groupBy(team, (member) => member.group)].map(([group, members]) => ({ label: groups[group] ?? group, text: formats.list(members.map((member) => member.name)) })),
  ];
  return (
    <Section title={words.basics}>
      <dl className={css['facts']}>{facts.filter((fact) => fact.text).map((fact) => <div key={fact.label}><dt>{fact.label}</dt><dd>{fact.text}</dd></div>)}</dl>
    </Section>
  );
}
