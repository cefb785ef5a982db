import { useMemo } from 'react';
import { addDays } from '#platform/shared/calendar.ts';
import { scheduleWebMessages } from '#features/schedule/schedule.web.messages.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import type { Choice } from '#platform/web/ui/choice.rules.ts';
import type { PlanListName } from '../plan.lists.contract.ts';
import { planListMessages } from '../plan.lists.messages.ts';
import { planListsWebMessages } from '../plan.lists.web.messages.ts';
import type { SectionKey } from '../plan.section.contract.ts';
import { stepTimes } from '../plan.steps.rules.ts';
import { ChannelMatrix } from './ChannelMatrix.tsx';
import type { ColumnContext } from './planColumns.tsx';
import { BudgetReading, GoalTable, PeriodFacts, ScheduleReading, TeamTables, ThemeFacts } from './PlanFactTables.tsx';
import { PlanList } from './PlanList.tsx';
import { RiskMatrix } from './RiskMatrix.tsx';
import type { PlanFacts } from './usePlanFacts.ts';

/** Days of the run sheet beside those of the event: so many before and after can be chosen. */
const MARGIN = 2;

/** What the plan's own tables suggest from the rest of the campaign. */
export function useColumnContext({ campaign, team, goals, budget, lists }: PlanFacts): ColumnContext {
  const words = useMessages(planListsWebMessages);
  const labels = useMessages(planListMessages);
  const { owners: roles } = useMessages(scheduleWebMessages);
  const formats = useFormats();
  return useMemo(() => {
    const { personas, steps } = lists.lists;
    const last = campaign.eventFrom && campaign.eventTo ? (Date.parse(campaign.eventTo) - Date.parse(campaign.eventFrom)) / 86_400_000 + 1 : 1;
    const days = [...steps.map((step) => step.day), 0, last];
    const [from, to] = [Math.max(-7, Math.min(...days)), Math.min(60, Math.max(...days) + MARGIN)];
    const dayName = (day: number) => words.steps.dayName(day, campaign.eventFrom ? formats.day(addDays(campaign.eventFrom, day - 1)) : '');
    const names = [...new Set([...team.members.map((member) => member.name), ...Object.values(roles)])];
    return {
      words, labels, year: Number(campaign.startsOn.slice(0, 4)),
      owners: names.map((label): Choice => ({ value: label, label })),
      personas: personas.map((persona) => persona.name), categories: budget.lines.map((line) => line.category), metrics: goals.goals.map((goal) => goal.metric),
      stepDays: Array.from({ length: to - from + 1 }, (_, index): Choice => ({ value: String(from + index), label: dayName(from + index) })),
      stepTimes: stepTimes(steps),
    };
  }, [campaign, team, goals, budget, lists, words, labels, roles, formats]);
}

interface SectionTablesProps {
  readonly sectionKey: SectionKey;
  readonly facts: PlanFacts;
  readonly context: ColumnContext;
}

/** The live tables beneath the text of a section: always as they are now. */
export function SectionTables({ sectionKey, facts, context }: SectionTablesProps) {
  const { campaign, lists: { lists, can } } = facts;
  const list = (name: PlanListName) => <PlanList key={name} campaignId={campaign.id} list={name} lists={lists} context={context} canWrite={can.write} />;
  switch (sectionKey) {
    case 'theme': return <ThemeFacts facts={facts} />;
    case 'period': return <PeriodFacts facts={facts} />;
    case 'goals': return <GoalTable facts={facts} />;
    case 'audience': return list('personas');
    case 'channels': return <>{<ChannelMatrix channels={lists.channels} />}{list('channels')}</>;
    case 'process': return <>{list('steps')}{list('zones')}{list('questions')}</>;
    case 'materials': return list('materials');
    case 'budget': return <BudgetReading facts={facts} />;
    case 'team': return <TeamTables facts={facts} />;
    case 'schedule': return <ScheduleReading facts={facts} />;
    case 'risks': return <>{<RiskMatrix risks={lists.risks} />}{list('risks')}</>;
    case 'compliance': return list('data');
    case 'own': return null;
  }
}
