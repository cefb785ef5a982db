import { readOwners } from '#features/team/team.owner.rules.ts';
import { teamMessages } from '#features/team/team.messages.ts';
import { formatTarget } from '#platform/shared/measure.ts';
import { useFormats, useLocale, useMessages } from '#platform/web/i18n.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import type { GroupPage } from '../briefing.page.contract.ts';
import { briefingWebMessages } from '../briefing.web.messages.ts';
import css from './briefing.module.css';
import { GroupOnSite } from './GroupOnSite.tsx';
import { GroupTogether } from './GroupTogether.tsx';
import { GroupNote } from './GroupNote.tsx';
import { besideGroup } from './owner.ts';
import type { BriefingFacts, ShownPage } from './useBriefing.ts';
import { useWhen } from './useWhen.ts';

/** One group's page: what is decided, what to do and when, with whom, what to do if. */
export function GroupPageView({ facts, shown, myName }: { readonly facts: BriefingFacts; readonly shown: ShownPage; readonly myName: string | undefined }) {
  const words = useMessages(briefingWebMessages).page;
  const { page } = shown;
  return (
    <div className={css['group']}>
      <GroupNote facts={facts} shown={shown} />
      <Section title={words.decided}><Decided decided={page.decided} /></Section>
      <Section title={words.does}>
        {page.duties ? <p className={css['duties']}>{page.duties}</p> : null}
        <Tasks tasks={page.tasks} group={shown.group} myName={myName} />
        <GroupOnSite page={page} group={shown.group} />
      </Section>
      <Section title={words.withWhom}><GroupTogether facts={facts} shown={shown} /></Section>
      <Section title={words.risks}><Risks risks={page.risks} /></Section>
    </div>
  );
}

function Decided({ decided }: { readonly decided: GroupPage['decided'] }) {
  const words = useMessages(briefingWebMessages).page;
  const formats = useFormats();
  const locale = useLocale();
  const { goals, groupCents, totalCents } = decided;
  const rows = [
    [words.theme, decided.theme],
    [words.period, decided.startsOn ? formats.days(decided.startsOn, decided.endsOn, true) : ''],
    [words.event, decided.eventFrom ? formats.days(decided.eventFrom, decided.eventTo) : ''],
    [words.goals, goals.map((goal) => `${goal.metric} ${formatTarget(goal.target, goal, locale)}`).join('\n')],
    [words.money, groupCents > 0 ? words.moneyOf(formats.money(groupCents), formats.money(totalCents)) : words.noMoney(formats.money(totalCents))],
  ] as const;
  return <dl className={css['facts']}>{rows.filter(([, value]) => value !== '').map(([label, value]) => <div key={label}><dt>{label}</dt><dd className={css['lines']}>{value}</dd></div>)}</dl>;
}

function Tasks({ tasks, group, myName }: { readonly tasks: GroupPage['tasks']; readonly group: ShownPage['group']; readonly myName: string | undefined }) {
  const words = useMessages(briefingWebMessages).page;
  const { dated } = useWhen();
  if (tasks.length === 0) return <p className={css['quiet']}>{words.noTasks}</p>;
  return (
    <ul className={css['rows']} aria-label={words.tasks}>
      {tasks.map((task, index) => (
        <li key={`${task.title} ${String(index)}`}>
          <span className={css['when']}>{dated(task)}</span>
          <span>
            <b>{task.title}</b>
            {myName && readOwners(task.ownerText).some((term) => term.kind === 'name' && term.text === myName) ? <span className={css['you']}>{words.you}</span> : null}
            <small>{[besideGroup(task.ownerText, group), task.note].filter((text) => text !== '' && text !== '-').join(' · ')}</small>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Risks({ risks }: { readonly risks: GroupPage['risks'] }) {
  const words = useMessages(briefingWebMessages).page;
  const { groups } = useMessages(teamMessages);
  if (risks.length === 0) return <p className={css['quiet']}>{words.noRisks}</p>;
  return (
    <ul className={css['risks']}>
      {risks.map((risk) => (
        <li key={`${risk.risk} ${risk.trigger}`}>
          <div className={css['riskHead']}><b>{risk.risk}</b>{risk.own ? <StateTag tone="warn">{words.ownRisk}</StateTag> : <small>{words.owner(risk.ownerText || groups.lead)}</small>}</div>
          {risk.trigger ? <p>{words.trigger(risk.trigger)}</p> : null}
          <p className={css['response']}><span>{words.response}</span>{risk.response || words.noResponse}</p>
        </li>
      ))}
    </ul>
  );
}
