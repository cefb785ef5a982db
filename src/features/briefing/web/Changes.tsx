import { planListMessages } from '#features/plan/plan.lists.messages.ts';
import { formatTarget } from '#platform/shared/measure.ts';
import { useFormats, useLocale, useMessages } from '#platform/web/i18n.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import type { Briefing } from '../briefing.contract.ts';
import type { ChangeValue, PageChange, GroupPage } from '../briefing.page.contract.ts';
import { briefingWebMessages } from '../briefing.web.messages.ts';
import css from './briefing.module.css';

type Goals = GroupPage['decided']['goals'];
const TONES = { added: 'doing', removed: 'off', changed: 'warn' } as const;

/** Only what is not as it was in the version that the person confirmed. */
export function Changes({ mine, goals }: { readonly mine: NonNullable<Briefing['mine']>; readonly goals: Goals }) {
  const words = useMessages(briefingWebMessages).changes;
  return (
    <Section title={words.title(mine.since ?? 0)}>
      {mine.changes.length === 0 ? <p>{words.none}</p> : (
        <ul className={css['changes']}>{mine.changes.map((change, index) => <Change key={`${change.part} ${change.name} ${String(index)}`} change={change} goals={goals} />)}</ul>
      )}
    </Section>
  );
}

function Change({ change, goals }: { readonly change: PageChange; readonly goals: Goals }) {
  const words = useMessages(briefingWebMessages).changes;
  const write = useWriting(change, goals);
  return (
    <li>
      <div className={css['changeHead']}>
        <StateTag tone={TONES[change.kind]}>{words.kinds[change.kind]}</StateTag>
        <small>{words.parts[change.part]}</small>
        {change.name ? <b>{change.name}</b> : null}
      </div>
      {change.facts.length > 0 ? (
        <dl>
          {write(change.facts).map(({ field, before, after }) => (
            <div key={field}>
              <dt>{(words.fields as Readonly<Record<string, string | undefined>>)[field] ?? ''}</dt>
              <dd>
                <ins>{after}</ins>
                {change.kind === 'changed' ? <del>{words.was(before)}</del> : null}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </li>
  );
}

/** The first and the last day are said as one. */
const PERIODS: Readonly<Record<string, readonly [string, string]>> = { startOn: ['days', 'endOn'], startsOn: ['period', 'endsOn'], eventFrom: ['event', 'eventTo'] };
const LAST_DAYS = new Set(['endOn', 'endsOn', 'eventTo']);

interface Written {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** The facts of a change in words: days, money, choices; nothing is said to be nothing. */
function useWriting(change: PageChange, goals: Goals): (facts: PageChange['facts']) => readonly Written[] {
  const words = useMessages(briefingWebMessages);
  const { phases } = useMessages(planListMessages);
  const formats = useFormats();
  const locale = useLocale();
  const one = (field: string, value: ChangeValue): string => {
    if (value === null || value === '') return words.changes.nothing;
    if (field === 'dueOn') return formats.day(String(value));
    if (field.endsWith('Cents')) return formats.money(Number(value));
    if (field === 'day') return words.page.dayOf(Number(value));
    if (field === 'phase') return (phases as Readonly<Record<string, string>>)[String(value)] ?? String(value);
    const goal = field === 'target' ? goals.find((entry) => entry.metric === change.name) : undefined;
    if (goal) return formatTarget(Number(value), goal, locale);
    return typeof value === 'number' ? formats.number(value) : String(value);
  };
  const period = (from: ChangeValue, to: ChangeValue): string => (from === null && to === null ? words.changes.nothing : formats.days(dayOf(from ?? to), dayOf(to ?? from)));
  return (facts) => facts.filter(({ field }) => !LAST_DAYS.has(field)).map(({ field, before, after }) => {
    const [name, last] = PERIODS[field] ?? [];
    if (name === undefined) return { field, before: one(field, before), after: one(field, after) };
    const end = facts.find((fact) => fact.field === last);
    return { field: name, before: period(before, end?.before ?? null), after: period(after, end?.after ?? null) };
  });
}

const dayOf = (value: ChangeValue): string | null => (value === null ? null : String(value));
