import type { ReadSection } from './reading.contract.ts';
import type { Part } from './reading.collect.rules.ts';
import { headingText, isSectionHeading, normalize, squeeze } from './reading.normal.rules.ts';
import { LABELLED, SECTION_FRAME, SECTION_WORDS } from './reading.section.vocabulary.ts';
import type { SourceDocument } from './reading.source.rules.ts';

const WORDS = Object.entries(SECTION_WORDS).flatMap(([key, words]) => words.split(' ').map((word) => ({ key, word }))).toSorted((a, b) => b.word.length - a.word.length);
const LONGEST_HEADING = 40;
/** So many sections of a plan must be named before a document is taken for one. */
const LEAST_NAMED = 2;

/** The section of a plan that a heading names; undefined when it names none. */
export function sectionKeyOf(heading: string): string | undefined {
  const said = squeeze(headingText(heading)).toLowerCase();
  if (said === '' || said.length > 24) return undefined;
  const bare = said.replace(SECTION_FRAME, '');
  return WORDS.find(({ word }) => said === word || bare === word)?.key ?? WORDS.find(({ word }) => said.includes(word) && word.length * 2 >= said.length - 1)?.key;
}

/** What Word says of its paragraphs: heading levels and list signs, by their text. */
interface Styles {
  readonly levels: ReadonlyMap<string, number>;
  readonly lists: ReadonlyMap<string, string>;
}

function stylesOf(document: SourceDocument): Styles {
  const [levels, lists] = [new Map<string, number>(), new Map<string, string>()];
  for (const block of document.blocks) {
    if (block.kind !== 'text') continue;
    if (block.level !== undefined) levels.set(block.text.trim(), block.level);
    else if (block.list) lists.set(block.text.trim(), block.list === 'number' ? '1. ' : '- ');
  }
  return { levels, lists };
}

/** How deep a heading stands: 1 for 一、 and 第一章, 2 for （一）, Word's own level, Markdown's marks; undefined for a line that is none. */
function depthOf(line: string, { levels }: Styles): number | undefined {
  const level = levels.get(line.trim());
  if (level !== undefined) return level;
  if (!isSectionHeading(line)) return undefined;
  const plain = normalize(line);
  return /^#+/.exec(plain)?.[0].length ?? (/^[(]/.test(plain) ? 2 : 1);
}

class Sections {
  readonly made: { heading: string; key: string; depth: number; lines: string[]; places: number[] }[] = [];
  private readonly styles: Styles;

  constructor(styles: Styles) {
    this.styles = styles;
  }

  private begin(heading: string, key: string | undefined, depth: number): void {
    this.made.push({ heading, key: key ?? 'own', depth, lines: [], places: [] });
  }

  /** Opens a section where the line is the heading of one. */
  private opens(line: string, depth: number): boolean {
    const current = this.made.at(-1);
    const key = sectionKeyOf(line);
    // Within a section of ours a deeper heading only parts its text; within one of no kind it may name a section.
    const deeper = current !== undefined && depth > current.depth;
    if (deeper && (current.key !== 'own' || key === undefined)) return false;
    this.begin(line, key, depth);
    return true;
  }

  /** The heading of a section that only a table fills stands in the table's title. */
  title(line: string): void {
    const depth = depthOf(line, this.styles);
    if (depth !== undefined && line.trim().length <= LONGEST_HEADING && this.made.at(-1)?.heading !== line) this.opens(line, depth);
  }

  /** @returns false for a line before every section. */
  line(line: string, place: number): boolean {
    const depth = line.trim().length <= 60 ? depthOf(line, this.styles) : undefined;
    const labelled = LABELLED.exec(line.trim());
    const label = labelled?.[1] ?? '';
    if (labelled && (depth !== undefined || this.made.at(-1)?.key !== sectionKeyOf(label)) && sectionKeyOf(label) !== undefined && this.opens(labelled[0].slice(0, labelled[0].length - (labelled[2] ?? '').length).trim(), depth ?? this.made.at(-1)?.depth ?? 1)) {
      this.keep(labelled[2] ?? '', place);
      return true;
    }
    if (depth !== undefined && this.opens(line, depth)) {
      this.made.at(-1)?.places.push(place);
      return true;
    }
    if (this.made.length === 0) return false;
    this.keep(depth === undefined ? `${this.styles.lists.get(line.trim()) ?? ''}${line.trim()}` : `${depth > 2 ? '###' : '##'} ${line.trim().replace(/^#+\s*/, '')}`, place);
    return true;
  }

  private keep(text: string, place: number): void {
    const current = this.made.at(-1);
    current?.lines.push(text);
    current?.places.push(place);
  }
}

/**
 * The prose of a document as the sections of a plan: headings by Word's styles, Chinese numbers or Markdown, named by the words that people use for ours,
 * and `own` where none fits. `taken` are the places of the parts whose text went into a section. Nothing for a document that is no plan.
 */
export function sectionsOf(parts: readonly Part[], document: SourceDocument): { readonly sections: ReadSection[]; readonly taken: ReadonlySet<number> } {
  const sections = new Sections(stylesOf(document));
  const taken = new Set<number>();
  parts.forEach((part, place) => {
    if (part.kind === 'table') sections.title(part.found.title);
    else if (part.kind === 'heading') sections.title(part.text);
    else if ((part.kind === 'said' || (part.kind === 'aside' && (part.reason === 'prose' || part.reason === 'note'))) && sections.line(part.text, place)) taken.add(place);
  });
  const named = new Set(sections.made.map((section) => section.key).filter((key) => key !== 'own'));
  if (named.size < LEAST_NAMED) return { sections: [], taken: new Set() };
  // A heading without a line of its own says nothing that is not in its table, or that its next heading does not say; it is shown among what was left aside.
  const filled = sections.made.filter((section) => section.lines.length > 0);
  for (const section of sections.made) if (section.lines.length === 0) for (const place of section.places) taken.delete(place);
  return { sections: filled.map(({ heading, key, lines }) => ({ heading, key, text: lines.join('\n') })), taken };
}
