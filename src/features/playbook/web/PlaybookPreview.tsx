import { useMemo } from 'react';
import { daysBetween, dayIn, ownDays, type Day } from '#platform/shared/calendar.ts';
import { useFormats, useMessages, useTimeZone } from '#platform/web/i18n.tsx';
import { Banner } from '#platform/web/ui/Banner.tsx';
import { DataTable } from '#platform/web/ui/DataTable.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import type { Playbook } from '../playbook.contract.ts';
import { playbookUse, type PlaybookUse, type UseAnswers } from '../playbook.use.rules.ts';
import { previewDays, warningsOf, type UseWarning } from '../playbook.warning.rules.ts';
import { playbookWebMessages, type PlaybookWebWords } from '../playbook.web.messages.ts';
import { PreviewCalendar } from './PreviewCalendar.tsx';
import css from './playbook.module.css';

function Warnings({ warnings }: { readonly warnings: readonly UseWarning[] }) {
  const { preview: words } = useMessages(playbookWebMessages);
  const formats = useFormats();
  if (warnings.length === 0) return null;
  const say = (warning: UseWarning): string => (words.warning[warning.code] as (one: UseWarning, day: (day: string) => string) => string)(warning, formats.day);
  return (
    <Banner tone="warn">
      <b>{words.warnings}</b>
      <ul className={css['warnings']}>{warnings.map((warning) => <li key={warning.code}>{say(warning)}</li>)}</ul>
    </Banner>
  );
}

function BudgetSplit({ budget, shares }: { readonly budget: PlaybookUse['budget']; readonly shares: readonly number[] }) {
  const { preview: words } = useMessages(playbookWebMessages);
  const formats = useFormats();
  const rows = budget.map((line, index) => ({ ...line, id: String(index), share: (shares[index] ?? 0) / 100 }));
  return (
    <DataTable
      label={words.budget}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'category', title: words.columns.category, heading: true, render: (row) => <>{row.category} <small className={css['detail']}>{row.detail}</small></> },
        { key: 'share', title: words.columns.share, align: 'end', width: '76px', render: (row) => formats.percent(row.share, 1) },
        { key: 'amount', title: words.columns.amount, unit: words.columns.yuan, align: 'end', width: '120px', render: (row) => formats.amount(row.amountCents) },
      ]}
    />
  );
}

function TaskList({ tasks }: { readonly tasks: PlaybookUse['tasks'] }) {
  const { preview: words } = useMessages(playbookWebMessages);
  return (
    <DataTable
      label={words.tasks}
      rows={tasks}
      rowKey={(task) => task.key}
      columns={[
        { key: 'when', title: words.columns.when, width: '168px', render: (task) => task.whenText },
        { key: 'title', title: words.columns.title, heading: true, render: (task) => task.title },
        { key: 'owner', title: words.columns.owner, width: '96px', render: (task) => task.ownerText },
      ]}
    />
  );
}

type Parts = PlaybookWebWords['preview']['parts'];

/** The lists that come along, each with how many rows. */
function partsOf(use: PlaybookUse, parts: Parts): readonly string[] {
  const counts: readonly [keyof Parts, number][] = [
    ['areas', use.team.areas.length], ['personas', use.lists.personas.length], ['channels', use.lists.channels.length], ['materials', use.lists.materials.length], ['steps', use.lists.steps.length], ['zones', use.lists.zones.length],
    ['risks', use.lists.risks.length], ['questions', use.lists.questions.length], ['data', use.lists.data.length], ['sections', use.sections.length],
  ];
  return counts.filter(([, count]) => count > 0).map(([part, count]) => parts[part](count));
}

/** What is made of the answers; typing a name makes nothing anew. */
function usePreview({ content, calendar }: Playbook, answers: UseAnswers, today: Day) {
  const said = JSON.stringify(answers);
  return useMemo(() => {
    const given = JSON.parse(said) as UseAnswers;
    const use = playbookUse(content, given, ownDays(calendar));
    return { use, warnings: warningsOf(content, use, given, today), days: previewDays(use, today) };
  }, [content, calendar, said, today]);
}

function Answered({ playbook, answers }: { readonly playbook: Playbook; readonly answers: UseAnswers }) {
  const { preview: words } = useMessages(playbookWebMessages);
  const formats = useFormats();
  const today = dayIn(useTimeZone());
  const { use, warnings, days } = usePreview(playbook, answers, today);
  const { startsOn, endsOn, eventFrom, eventTo } = use.days;
  return (
    <>
      <p className={css['verdict']} role="status">
        {words.verdict(formats.day(startsOn), formats.days(eventFrom, eventTo), formats.day(endsOn), daysBetween(startsOn, endsOn) + 1)}
        {words.contents(use.tasks.length, use.goals.length, formats.money(answers.totalCents))}
      </p>
      <Warnings warnings={warnings} />
      <PreviewCalendar days={days} today={today} />
      <details className={css['fold']}><summary>{words.budget} · {formats.money(answers.totalCents)}</summary><BudgetSplit budget={use.budget} shares={playbook.content.budget.lines.map(({ share }) => share)} /></details>
      <details className={css['fold']}><summary>{words.tasks} · {words.going(use.tasks.length)}</summary><TaskList tasks={use.tasks} /></details>
      <p className={css['hint']}>{words.lists(formats.list(partsOf(use, words.parts)))}</p>
    </>
  );
}

/** What will be written, as far as the answers go: pure, so that every key stroke shows it. */
export function PlaybookPreview({ playbook, answers }: { readonly playbook: Playbook; readonly answers: UseAnswers | undefined }) {
  const { preview: words } = useMessages(playbookWebMessages);
  return <Section title={words.title}>{answers ? <Answered playbook={playbook} answers={answers} /> : <p className={css['waiting']}>{words.waiting}</p>}</Section>;
}
