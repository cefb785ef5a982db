import { SECTION_KEYS, type SectionKey } from '#features/plan/plan.section.contract.ts';
import { planSectionMessages } from '#features/plan/plan.section.messages.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { SelectField, TextField } from '#platform/web/ui/Field.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import { importWebMessages } from '../document.import.web.messages.ts';
import type { ReviewedSection } from '../document.section.review.rules.ts';
import css from './import.module.css';
import type { ReviewState } from './useReview.ts';

/** The prose of the document, section by section, each with the place in our plan that it goes to. */
export function ReviewSections({ state }: { readonly state: ReviewState }) {
  const words = useMessages(importWebMessages).sections;
  const { sections } = state.review;
  if (sections.length === 0) return null;
  return (
    <Section title={words.title}>
      <p className={css['hint']}>{words.hint}</p>
      <ul className={css['sections']}>{sections.map((section) => <Reviewed key={section.id} section={section} onPlace={(to) => state.place(section.id, to)} />)}</ul>
    </Section>
  );
}

function Reviewed({ section, onPlace }: { readonly section: ReviewedSection; readonly onPlace: (to: Parameters<ReviewState['place']>[1]) => void }) {
  const words = useMessages(importWebMessages).sections;
  const { names } = useMessages(planSectionMessages);
  const lines = section.text.split('\n').map((line) => line.replace(/^#+ /, ''));
  const choices = [...SECTION_KEYS.map((value) => ({ value, label: names[value] })), { value: 'own', label: words.own }];
  return (
    <li data-out={section.target === '' ? '' : undefined}>
      <div>
        <h3>{section.heading}</h3>
        <details>
          <summary>{lines[0]?.slice(0, 60)}<span>{words.lines(lines.length, section.text.length)}</span></summary>
          <p className={css['text']}>{lines.join('\n')}</p>
        </details>
      </div>
      <div>
        <SelectField label={words.target(section.heading)} name={section.id} value={section.target} onChange={(value) => onPlace({ target: value as SectionKey | '' })} choices={choices} placeholder={words.leaveOut} error={undefined} />
        {section.target === 'own' ? <TextField label={words.ownTitle} name={`${section.id}-title`} value={section.title} onChange={(title) => onPlace({ title })} maxLength={60} required error={section.title.trim() === '' ? words.titleNeeded : undefined} /> : null}
      </div>
    </li>
  );
}
