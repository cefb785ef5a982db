import { useMessages } from '#platform/web/i18n.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import type { FrozenPlan, FrozenRow } from '../approval.content.rules.ts';
import { LIST_NAMES } from '../approval.plan.rules.ts';
import { approvalPlanMessages } from '../approval.plan.web.messages.ts';
import css from './difference.module.css';
import { useRowText, useSaid } from './useSaid.ts';

/** The text and the tables that the version froze, each folded to its name: what is approved can be read to the last word. */
export function PlanTexts({ plan: { sections = [], lists = {} } }: { readonly plan: FrozenPlan }) {
  const words = useMessages(approvalPlanMessages);
  const names: Readonly<Record<string, string>> = words.names;
  const written = sections.filter((section) => section.words !== '');
  const filled = Object.keys(LIST_NAMES).filter((list) => (lists[list] ?? []).length > 0);
  if (written.length + filled.length === 0) return null;
  return (
    <Section title={words.text.title}>
      <div className={css['text']}>
        {written.map((section) => (
          <details key={`${section.key} ${section.title}`}>
            <summary>{section.key === 'own' ? section.title : (names[section.key] ?? section.key)}<span>{words.text.characters(section.words.length)}</span></summary>
            <p>{section.words}</p>
          </details>
        ))}
        {filled.map((list) => <Rows key={list} list={list} rows={lists[list] ?? []} />)}
      </div>
    </Section>
  );
}

function Rows({ list, rows }: { readonly list: string; readonly rows: readonly FrozenRow[] }) {
  const words = useMessages(approvalPlanMessages);
  const said = useSaid();
  const rest = useRowText();
  const naming = LIST_NAMES[list] ?? '';
  return (
    <details>
      <summary>{(words.listNames as Readonly<Record<string, string>>)[list] ?? list}<span>{words.text.rows(rows.length)}</span></summary>
      <ol>{rows.map((row, index) => <li key={String(index)}>{said(naming, row[naming])}<small>{rest(list, row)}</small></li>)}</ol>
    </details>
  );
}
