import type { Goal } from '#features/goal/goal.contract.ts';
import { formatResult, formatTarget } from '#platform/shared/measure.ts';
import { useFormats, useLocale, useMessages } from '#platform/web/i18n.tsx';
import { usePhone } from '#platform/web/media.ts';
import { Link } from '#platform/web/navigation.tsx';
import { LinkButton } from '#platform/web/ui/Button.tsx';
import { DataTable, type DataColumn } from '#platform/web/ui/DataTable.tsx';
import { Progress, StateTag, type FillTone, type Tone } from '#platform/web/ui/Marks.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import { EmptyState } from '#platform/web/ui/States.tsx';
import { overviewMessages } from '../portfolio.overview.messages.ts';
import { elapsedShare, goalPlace, type GoalPlace, type GoalStanding } from '../portfolio.overview.rules.ts';
import type { OverviewFacts } from '../portfolio.verdict.rules.ts';
import css from './overview.module.css';

const tones: Record<GoalStanding, Tone> = { none: 'plain', reached: 'done', ahead: 'done', onCourse: 'plain', behind: 'warn', running: 'plain', missed: 'late' };
const fills: Record<GoalStanding, FillTone> = { none: 'indigo', reached: 'jade', ahead: 'indigo', onCourse: 'indigo', behind: 'amber', running: 'indigo', missed: 'rose' };

/** Each goal with its actual, its target, and where it should be by now. */
export function GoalsSection({ facts }: { readonly facts: OverviewFacts }) {
  const words = useMessages(overviewMessages).goals;
  const locale = useLocale();
  const { campaign, goals, today } = facts;
  const page = `/campaigns/${campaign.id}/goals`;
  const phone = usePhone();
  const elapsed = elapsedShare(campaign, today);
  const rows = goals.map((goal) => ({ goal, place: goalPlace(goal, elapsed, campaign.stage) }));
  const columns: DataColumn<(typeof rows)[number]>[] = [
    { key: 'metric', title: words.metric, heading: true, render: ({ goal }) => goal.metric },
    { key: 'actual', title: words.actual, align: 'end', render: ({ goal }) => formatResult(goal.actual, { ...goal, unit: goal.kind === 'rate' || goal.kind === 'growth' ? goal.unit : '' }, locale) },
    { key: 'target', title: words.target, align: 'end', render: ({ goal }) => formatTarget(goal.target, goal, locale) },
    { key: 'progress', title: words.progress, width: '30%', render: ({ goal, place }) => <Track goal={goal} place={place} /> },
    { key: 'state', title: words.state, align: 'end', render: ({ place }) => <Standing place={place} /> },
  ];
  return (
    <Section title={words.title} actions={goals.length > 0 ? <Link to={page}>{words.all}</Link> : null}>
      {phone && rows.length > 0 ? <GoalCards rows={rows} /> : <DataTable
        label={words.title}
        columns={columns}
        rows={rows}
        rowKey={({ goal }) => goal.id}
        empty={<EmptyState title={words.empty} actions={campaign.can.writePlan ? <LinkButton to={page}>{words.write}</LinkButton> : null}>{words.emptyText}</EmptyState>}
      />}
    </Section>
  );
}

/** On a phone: the metric and its state, the bar, the two figures. */
function GoalCards({ rows }: { readonly rows: readonly { readonly goal: Goal; readonly place: GoalPlace }[] }) {
  const locale = useLocale();
  return (
    <ul className={css['cards']}>
      {rows.map(({ goal, place }) => (
        <li key={goal.id}>
          <b>{goal.metric}</b>
          <Standing place={place} />
          <Track goal={goal} place={place} />
          <span>{formatResult(goal.actual, { ...goal, unit: '' }, locale)} / {formatTarget(goal.target, goal, locale)}</span>
        </li>
      ))}
    </ul>
  );
}

function Track({ goal, place }: { readonly goal: Goal; readonly place: GoalPlace }) {
  const words = useMessages(overviewMessages).goals;
  return <div className={css['track']}><Progress label={words.bar(goal.metric)} value={place.share} expected={place.expected} tone={fills[place.standing]} /></div>;
}

function Standing({ place: { standing, gap } }: { readonly place: GoalPlace }) {
  const words = useMessages(overviewMessages).goals;
  const { percent } = useFormats();
  const text = standing === 'ahead' || standing === 'behind' || standing === 'missed' ? words[standing](percent(Math.abs(gap ?? 0), 0)) : words[standing];
  return <StateTag tone={tones[standing]}>{text}</StateTag>;
}
