import { formatResult, formatTarget } from '#platform/shared/measure.ts';
import { useFormats, useLocale, useMessages } from '#platform/web/i18n.tsx';
import type { DataColumn } from '#platform/web/ui/DataTable.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import type { FrozenReport } from '../approval.content.rules.ts';
import { approvalWebMessages } from '../approval.web.messages.ts';
import css from './approval.module.css';
import { ReadTable } from './ReadTable.tsx';

type Goal = FrozenReport['goals'][number] & { readonly key: string };
type Line = FrozenReport['budget']['lines'][number] & { readonly key: string };

/** The frozen report (R1.1): actual beside target, cost beside budget, and the judgement. */
export function ReportContent({ report }: { readonly report: FrozenReport }) {
  const words = useMessages(approvalWebMessages).content;
  const formats = useFormats();
  const locale = useLocale();
  const goals = report.goals.map((goal, index): Goal => ({ ...goal, key: String(index) }));
  const lines = report.budget.lines.map((line, index): Line => ({ ...line, key: String(index) }));
  const { amountCents, actualCents } = report.budget;
  const signed = (cents: number | null) => `${cents !== null && cents > 0 ? '+' : ''}${formats.amount(cents)}`;
  const goalColumns: DataColumn<Goal>[] = [
    { key: 'metric', title: words.metric, heading: true, render: (goal) => goal.metric },
    { key: 'actual', title: words.actual, align: 'end', render: (goal) => formatResult(goal.actual ?? null, goal, locale) },
    { key: 'target', title: words.target, align: 'end', render: (goal) => formatTarget(goal.target, goal, locale) },
    { key: 'attainment', title: words.attainment, align: 'end', render: (goal) => formats.percent(goal.attainment, 1) },
  ];
  const lineColumns: DataColumn<Line>[] = [
    { key: 'category', title: words.category, heading: true, render: (line) => line.category },
    { key: 'amount', title: words.amount, unit: words.yuan, align: 'end', render: (line) => formats.amount(line.amountCents) },
    { key: 'actual', title: words.actualCost, unit: words.yuan, align: 'end', render: (line) => formats.amount(line.actualCents) },
    { key: 'variance', title: words.variance, unit: words.yuan, align: 'end', render: (line) => signed(line.varianceCents) },
  ];
  return (
    <>
      <Section title={words.goals}>
        <ReadTable
          label={words.goals} columns={goalColumns} rows={goals} rowKey={(goal) => goal.key}
          compact={(goal) => ({ name: goal.metric, value: formats.percent(goal.attainment, 1), more: [`${words.actual} ${formatResult(goal.actual ?? null, goal, locale)}`, `${words.target} ${formatTarget(goal.target, goal, locale)}`] })}
        />
      </Section>
      <Section title={words.budget}>
        <ReadTable
          label={words.budget} columns={lineColumns} rows={lines} rowKey={(line) => line.key}
          footer={[words.total, formats.amount(amountCents), formats.amount(actualCents), signed(actualCents === null ? null : actualCents - amountCents)]}
          compact={(line) => ({ name: line.category, value: formats.money(line.actualCents), more: [`${words.amount} ${formats.money(line.amountCents)}`, `${words.variance} ${signed(line.varianceCents)}`] })}
          total={{ name: words.total, value: formats.money(actualCents) }}
        />
      </Section>
      <Judgement report={report} />
    </>
  );
}

function Judgement({ report: { judgement, schedule } }: { readonly report: FrozenReport }) {
  const words = useMessages(approvalWebMessages).content;
  const progress = [words.progressText(schedule.done, schedule.total), schedule.delayed > 0 ? words.delayed(schedule.delayed) : '', schedule.cancelled > 0 ? words.cancelled(schedule.cancelled) : ''];
  return (
    <Section title={words.judgement}>
      <dl className={css['facts']}>
        <div><dt>{words.progress}</dt><dd>{progress.filter(Boolean).join(words.join)}</dd></div>
        {(['highlights', 'shortcomings', 'nextSteps'] as const).map((field) => <div key={field}><dt>{words[field]}</dt><dd>{judgement[field] || words.nothing}</dd></div>)}
      </dl>
    </Section>
  );
}
