import type { ReadSection } from '#features/reading/reading.contract.ts';
import { SECTION_KEYS, type SectionKey } from '#features/plan/plan.section.contract.ts';
import type { Adopted } from './document.contract.ts';
import { END_COLON, HEADING_MARK } from './document.plan.vocabulary.ts';

/** A section of the document and where it goes: one of ours, an own one under `title`, or '' for left out. */
export interface ReviewedSection {
  readonly id: string;
  readonly heading: string;
  readonly target: SectionKey | '';
  readonly title: string;
  readonly text: string;
}

const LONGEST_TITLE = 60;

export function reviewedSections(sections: readonly ReadSection[]): ReviewedSection[] {
  return sections.map(({ heading, key, text }, index) => ({
    id: `section-${String(index)}`, heading, text,
    target: (SECTION_KEYS as readonly string[]).includes(key) ? (key as SectionKey) : 'own',
    title: heading.trim().replace(HEADING_MARK, '').replace(END_COLON, '').slice(0, LONGEST_TITLE) || heading.trim().slice(0, LONGEST_TITLE),
  }));
}

/** What is sent: the sections that have a place, those of one place as one text, in the document's order. */
export function adoptedSections(sections: readonly ReviewedSection[]): Adopted['sections'] {
  const made = new Map<string, Adopted['sections'][number]>();
  for (const { target, title, text } of sections) {
    if (target === '') continue;
    const name = target === 'own' ? title.trim() : '';
    const place = `${target}\n${name}`;
    const known = made.get(place);
    made.set(place, { key: target, title: name, text: known ? `${known.text}\n${text}` : text });
  }
  return [...made.values()];
}
