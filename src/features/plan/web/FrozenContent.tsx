import { isDraft } from '#features/campaign/campaign.rules.ts';
import { teamMessages } from '#features/team/team.messages.ts';
import { formatMeasure } from '#platform/shared/measure.ts';
import { useFormats, useLocale, useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import { planWebMessages } from '../plan.web.messages.ts';
import css from './plan.module.css';
import type { PlanFacts } from './usePlanFacts.ts';

const SHOWN = 4;

/** The parts of a version as they stand, each with the way to it. */
export function FrozenContent({ facts: { campaign, goals, budget, schedule, team } }: { readonly facts: PlanFacts }) {
  const words = useMessages(planWebMessages).frozen;
  const { groups } = useMessages(teamMessages);
  const formats = useFormats();
  const locale = useLocale();
  const at = `/campaigns/${campaign.id}`;
  const people = new Map(team.members.map((member) => [member.userId, member]));
  const rows = [
    { key: 'basics', name: words.basics, to: at, text: [formats.days(campaign.startsOn, campaign.endsOn, true), campaign.theme || words.noTheme], more: [campaign.audience] },
    { key: 'goals', name: words.goals, to: `${at}/goals`, text: [words.goalCount(goals.goals.length)], more: goals.goals.slice(0, SHOWN).map((goal) => `${goal.metric} ${formatMeasure(goal.target, goal, locale)}`) },
    { key: 'budget', name: words.budget, to: `${at}/budget`, text: [words.lineCount(budget.lines.length, formats.money(budget.totals.amountCents))], more: budget.lines.slice(0, SHOWN).map((line) => `${line.category} ${formats.money(line.amountCents)}`) },
    { key: 'schedule', name: words.schedule, to: `${at}/schedule`, text: [words.taskCount(schedule.tasks.length)], more: schedule.tasks.slice(0, SHOWN).map((task) => `${task.startOn || task.endOn ? formats.days(task.startOn, task.endOn) : task.whenText} ${task.title}`) },
    { key: 'team', name: words.team, to: `${at}/team`, text: [words.people(people.size)], more: team.members.slice(0, SHOWN).map((member) => `${member.name} ${groups[member.group]}`) },
  ];
  return (
    <Section title={isDraft(campaign.stage) ? words.title : words.current}>
      {isDraft(campaign.stage) ? <p className={css['lead']}>{words.text}</p> : null}
      <dl className={css['content']}>
        {rows.map((row) => (
          <div key={row.key}>
            <dt><Link to={row.to}>{row.name}</Link></dt>
            <dd>
              {row.text.filter(Boolean).join(' · ')}
              {row.more.some(Boolean) ? <small>{row.more.filter(Boolean).join(words.join)}</small> : null}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
