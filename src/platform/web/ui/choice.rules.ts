/** One entry of a list to choose from. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Small text beside it: a department, a role. */
  readonly hint?: string;
  /** Further words that find it: pinyin, an e-mail address. */
  readonly keywords?: string;
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase().trim();

/** The choices that hold every word of the query; those that begin with it come first. */
export function matchChoices<C extends Choice>(choices: readonly C[], query: string): readonly C[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return choices;
  const found = choices.filter((choice) => {
    const text = plain(`${choice.label} ${choice.hint ?? ''} ${choice.keywords ?? ''}`);
    return words.every((word) => text.includes(word));
  });
  const first = words[0] ?? '';
  return found.toSorted((a, b) => Number(plain(b.label).startsWith(first)) - Number(plain(a.label).startsWith(first)));
}

/** The choice that a text names exactly (label or value), however its width or case is written. */
export function findChoice<C extends Choice>(choices: readonly C[], text: string): C | undefined {
  const wanted = plain(text);
  return choices.find((choice) => plain(choice.label) === wanted || choice.value === text.trim());
}

const PART_END = /[、,，;；]/;

/** Where several names stand in one text: the last of them, the one that is being written. */
export const lastPart = (text: string): string => (text.split(PART_END).at(-1) ?? '').trim();

/** A chosen name among several in one text: in the place of the last, which began it, or behind the others. None stands there twice. */
export function withPart(text: string, label: string, separator: string, completesLast: boolean): string {
  const parts = text.split(PART_END).map((part) => part.trim());
  const kept = completesLast ? parts.slice(0, -1) : parts;
  return [...kept.filter((part) => part !== '' && part !== label), label].join(separator);
}
