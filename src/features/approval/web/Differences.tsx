import type { ReactNode } from 'react';
import { formatTarget } from '#platform/shared/measure.ts';
import { useFormats, useLocale, useMessages } from '#platform/web/i18n.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import type { FrozenGoal, FrozenPlan, FrozenReport, FrozenRequest } from '../approval.content.rules.ts';
import { isUnchanged, planDifference, reportDifference, requestDifference, type BasicValue, type Changed, type DatedTask } from '../approval.difference.rules.ts';
import { listChanges, sectionChanges } from '../approval.plan.rules.ts';
import { approvalPlanMessages } from '../approval.plan.web.messages.ts';
import { approvalWebMessages } from '../approval.web.messages.ts';
import css from './approval.module.css';
import { ListDifferences, SectionDifferences } from './TextDifferences.tsx';

interface Line {
  readonly name: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** `+¥2,000`, beside what it became. */
  readonly by?: string;
}

function written<Value>(changes: readonly Changed<Value>[], write: (value: Value) => string, by?: (change: Changed<Value>) => string | undefined): Line[] {
  return changes.map((change) => {
    const difference = by?.(change);
    return { name: change.name, before: change.before === undefined ? undefined : write(change.before), after: change.after === undefined ? undefined : write(change.after), ...(difference ? { by: difference } : {}) };
  });
}

/** `+¥2,000`: by how much an amount has become more or less. */
function signedBy(change: Changed<number>, write: (cents: number) => string): string {
  const cents = (change.after ?? 0) - (change.before ?? 0);
  return `${cents > 0 ? '+' : ''}${write(cents)}`;
}

function Group({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  const words = useMessages(approvalWebMessages).difference;
  if (lines.length === 0) return null;
  return (
    <div className={css['group']}>
      <h3>{title}</h3>
      <dl>
        {lines.map((line, index) => (
          <div key={`${line.name} ${String(index)}`}>
            <dt>{line.name}</dt>
            <dd>
              {line.before === undefined ? <span className={css['added']}>{words.added}</span> : <del>{line.before}</del>}
              {line.before !== undefined && line.after !== undefined ? <span className={css['arrow']}><span className="visually-hidden">{words.became}</span></span> : ' '}
              {line.after === undefined ? <span className={css['removed']}>{words.removed}</span> : <ins>{line.after}</ins>}
              {line.by ? <small>{line.by}</small> : null}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** The version that is held against this one. */
export interface Than {
  readonly title: string;
  readonly none: string;
  /** What was asked for when it was returned. */
  readonly why?: string | undefined;
}

interface Compared<Content> {
  readonly before: Content | undefined;
  readonly after: Content;
  readonly than: Than;
}

function DifferenceSection({ than, unchanged, summary, children }: { readonly than: Than; readonly unchanged: boolean; readonly summary?: string; readonly children: ReactNode }) {
  const said = unchanged ? than.none : summary;
  return (
    <Section title={than.title}>
      {than.why ? <p className={css['why']}>{than.why}</p> : null}
      {said ? <p className={css['quiet']}>{said}</p> : null}
      {children}
    </Section>
  );
}

/** What is different in money, dates, goals, text and tables from an earlier version. */
export function PlanDifferences({ before, after, than }: Compared<FrozenPlan>): ReactNode {
  const words = useMessages(approvalWebMessages).difference;
  const own = useMessages(approvalPlanMessages);
  const formats = useFormats();
  const locale = useLocale();
  if (!before) return null;
  const difference = planDifference(before, after);
  const when = ({ startOn, endOn, dueTime, whenText }: DatedTask) => [startOn || endOn ? formats.days(startOn, endOn) : whenText || '—', dueTime].filter(Boolean).join(' ');
  const basic = (value: BasicValue) => ('text' in value ? value.text || '—' : formats.days(value.from, value.to, true));
  const goal = (value: FrozenGoal) => formatTarget(value.target, value, locale);
  const signed = (change: Changed<number>) => signedBy(change, formats.money);
  const total = difference.totalCents ? [{ ...difference.totalCents, name: words.total }] : [];
  const names: Readonly<Record<string, string>> = words.names;
  const [sections, lists] = [sectionChanges(before, after), listChanges(before, after)];
  const counts = [
    ...(['money', 'dates', 'goals', 'basics'] as const).filter((part) => difference[part].length > 0).map((part) => words.counts[part](difference[part].length)),
    ...(sections.length > 0 ? [own.counts.sections(sections.length)] : []), ...(lists.length > 0 ? [own.counts.lists(lists.length)] : []),
    ...(difference.parts.length > 0 ? [own.counts.parts(difference.parts.length)] : []),
  ];
  return (
    <DifferenceSection than={than} unchanged={isUnchanged(difference) && counts.length === 0} summary={words.summary(formats.list(counts))}>
      <Group title={words.money} lines={written([...total, ...difference.money], formats.money, signed)} />
      <Group title={words.dates} lines={written(difference.dates, when)} />
      <Group title={words.goals} lines={written(difference.goals, goal)} />
      <Group title={own.parts} lines={written(difference.parts, goal)} />
      <Group title={words.basics} lines={written(difference.basics.map((change) => ({ ...change, name: names[change.name] ?? change.name })), basic)} />
      <SectionDifferences changes={sections} />
      <ListDifferences changes={lists} />
    </DifferenceSection>
  );
}

/** What is different in a request for money from an earlier version of it. */
export function RequestDifferences({ before, after, than }: Compared<FrozenRequest>): ReactNode {
  const words = useMessages(approvalWebMessages).difference;
  const formats = useFormats();
  if (!before) return null;
  const difference = requestDifference(before, after);
  const names: Readonly<Record<string, string>> = words.names;
  const texts = difference.texts.map((change) => ({ ...change, name: names[change.name] ?? change.name }));
  const amount = difference.amountCents ? [{ ...difference.amountCents, name: words.names.amount }] : [];
  const unchanged = amount.length + texts.length + difference.files.length === 0;
  return (
    <DifferenceSection than={than} unchanged={unchanged}>
      <Group title={words.money} lines={written(amount, formats.money, (change) => signedBy(change, formats.money))} />
      <Group title={words.request} lines={written(texts, (value) => value)} />
      <Group title={words.files} lines={written(difference.files, (value) => value)} />
    </DifferenceSection>
  );
}

export function ReportDifferences({ before, after, than }: Compared<FrozenReport>): ReactNode {
  const words = useMessages(approvalWebMessages);
  const formats = useFormats();
  if (!before) return null;
  const difference = reportDifference(before, after);
  const texts = difference.judgement.map((field): Line => ({ name: words.content[field], before: before.judgement[field] || words.content.nothing, after: after.judgement[field] || words.content.nothing }));
  const unchanged = difference.goals.length + difference.costs.length + texts.length === 0;
  return (
    <DifferenceSection than={than} unchanged={unchanged}>
      <Group title={words.difference.results} lines={written(difference.goals, (value) => formats.number(value))} />
      <Group title={words.difference.costs} lines={written(difference.costs, formats.money)} />
      <Group title={words.difference.judgement} lines={texts} />
    </DifferenceSection>
  );
}
