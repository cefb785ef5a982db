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
