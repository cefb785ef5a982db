import { campaignMessages } from '#features/campaign/campaign.messages.ts';
import { PARTS, type Part } from '#features/campaign/campaign.rules.ts';
import { stageName } from '#features/campaign/campaign.stage.rules.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { Icon } from '#platform/web/ui/Icon.tsx';
import { overviewMessages } from '../portfolio.overview.messages.ts';
import { momentOf, partStates } from '../portfolio.overview.rules.ts';
import type { OverviewFacts } from '../portfolio.verdict.rules.ts';
import css from './overview.module.css';

const pageOf: Record<Part, string> = { preparation: '/plan', execution: '/schedule', retrospective: '/evaluation' };

/** The source's three parts (S2), where we are, and one line about each. */
export function StageStrip({ facts }: { readonly facts: OverviewFacts }) {
  const words = useMessages(overviewMessages).strip;
  const stageWords = useMessages(campaignMessages);
  const { campaign } = facts;
  const states = partStates(campaign.stage);
  const lines = useLines(facts);
  return (
    <ol className={css['strip']} aria-label={words.label}>
      {PARTS.map((part) => (
        <li key={part} className={css[states[part]]} aria-current={states[part] === 'now' ? 'step' : undefined}>
          <Link to={`/campaigns/${campaign.id}${pageOf[part]}`}>
            <strong>
              {states[part] === 'done' ? <Icon name="check" size={14} /> : null}
              {stageWords.parts[part]}
              {states[part] === 'now' ? <span>{stageName(campaign, stageWords)}</span> : null}
            </strong>
            <small>{lines[part]}</small>
          </Link>
        </li>
      ))}
    </ol>
  );
}

function useLines({ campaign, tasks, today, evaluation }: OverviewFacts): Record<Part, string> {
  const words = useMessages(overviewMessages);
  const formats = useFormats();
  const tasksIn = (phase: Part) => {
    const counted = tasks.filter((task) => task.phase === phase && task.state !== 'cancelled');
    return counted.length === 0 ? words.strip.noTasks : words.strip.tasks(counted.filter((task) => task.state === 'done').length, counted.length);
  };
  const moment = momentOf(campaign, today);
  const isOn = campaign.stage === 'live' && moment.kind === 'event';
  const event = campaign.eventFrom && campaign.stage !== 'reviewing' && campaign.stage !== 'archived' ? words.strip.event(formats.days(campaign.eventFrom, campaign.eventTo)) : tasksIn('execution');
  const report = evaluation.reportState === 'none' ? words.strip.report(formats.day(evaluation.dueOn)) : words.strip.reports[evaluation.reportState];
  return { preparation: tasksIn('preparation'), execution: isOn ? words.verdict.event(moment.day) : event, retrospective: report };
}
