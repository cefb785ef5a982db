import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import { planDocumentWebMessages } from '../plan.document.web.messages.ts';
import type { PlanSection } from '../plan.section.contract.ts';
import css from './document.module.css';
import { RichText } from './RichText.tsx';

const SectionEditor = lazy(async () => ({ default: (await import('./SectionEditor.tsx')).SectionEditor }));

export interface PlanSectionViewProps {
  readonly campaignId: string;
  readonly userId: string;
  readonly section: PlanSection;
  /** With its number: 一、活动主题. */
  readonly name: string;
  readonly canWrite: boolean;
  /** Names of the others who are in this section now. */
  readonly here: readonly string[];
  readonly onFocus: (focused: boolean) => void;
  readonly menu: ReactNode;
  /** The tables beneath say something. */
  readonly hasTables: boolean;
  /** The live tables beneath the text. */
  readonly children: ReactNode;
}

/** The initial of a name in Chinese is its last sign: 王芳 → 芳. */
const initialOf = (name: string): string => [...name].at(/\p{Script=Han}/u.test(name) ? -1 : 0) ?? '';

/** One section of the document: its heading, its text, its tables. */
export function PlanSectionView({ campaignId, userId, section, name, canWrite, here, onFocus, menu, hasTables, children }: PlanSectionViewProps) {
  const words = useMessages(planDocumentWebMessages);
  // Who wrote here keeps the editor when the plan is submitted meanwhile: words that came too late stay on the page.
  const [wrote, setWrote] = useState(canWrite);
  if (canWrite && !wrote) setWrote(true);
  const blank = canWrite ? words.teach[section.key] : hasTables ? '' : words.nothing;
  const reading = section.words !== '' ? <RichText content={section.content} /> : blank ? <p className={css['teach']}>{blank}</p> : null;
  return (
    <section className={css['part']} aria-labelledby={`part-${section.id}`} data-part={section.id}>
      <div className={css['partHead']}>
        <h2 id={`part-${section.id}`} tabIndex={-1}>{name}</h2>
        {menu}
        {here.map((person) => <span key={person} className={css['here']} title={words.here(person)} role="img" aria-label={words.here(person)}>{initialOf(person)}</span>)}
      </div>
      {wrote ? (
        <Suspense fallback={reading}>
          <SectionEditor campaignId={campaignId} userId={userId} section={section} name={name} teach={words.teach[section.key]} canWrite={canWrite} onFocus={onFocus} />
        </Suspense>
      ) : reading}
      {children}
    </section>
  );
}
