import { useMessages } from '#platform/web/i18n.tsx';
import { Icon } from '#platform/web/ui/Icon.tsx';
import { TextAreaField } from '#platform/web/ui/Field.tsx';
import type { FieldBinding } from '#platform/web/ui/form.ts';
import { draftWebMessages } from '../budget.draft.web.messages.ts';
import type { Question } from '../budget.request.contract.ts';
import css from './request.module.css';

/** What the system does not refuse but questions: each in a sentence, and one answer in the person's own words. */
export function Questions({ questions, field, sentences }: { readonly questions: readonly Question[]; readonly field: FieldBinding<string>; readonly sentences?: Readonly<Partial<Record<Question, string>>> }) {
  const words = useMessages(draftWebMessages).questions;
  if (questions.length === 0) return null;
  return (
    <section className={css['questions']} aria-label={words.title}>
      <h3><Icon name="warn" />{words.title}</h3>
      <ul>{questions.map((question) => <li key={question}>{sentences?.[question] ?? words[question]}</li>)}</ul>
      <TextAreaField label={words.explanation} required hint={words.explanationHint} rows={2} maxLength={500} {...field} />
    </section>
  );
}
