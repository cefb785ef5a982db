/** A piece of a text beside another: in both, only in the later, only in the earlier. */
export interface Piece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Beyond this many pairs of words a passage is shown as replaced: no reader would follow it word by word. */
const MOST_PAIRS = 4_000_000;
/** So many characters of unchanged text are left at either side of a change. */
const AROUND = 24;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const wordsIn = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);

function commonStart(a: readonly string[], b: readonly string[]): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  return at;
}

/** The longest run of words that both have, as a table of lengths from every place to the end. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint32Array {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = a[i] === b[j] ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  return lengths;
}

function middle(a: readonly string[], b: readonly string[]): Piece[] {
  const all = (kind: Piece['kind'], words: readonly string[]): Piece[] => (words.length > 0 ? [{ kind, text: words.join('') }] : []);
  if (a.length === 0 || b.length === 0 || a.length * b.length > MOST_PAIRS) return [...all('removed', a), ...all('added', b)];
  const lengths = commonLengths(a, b);
  const width = b.length + 1;
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      pieces.push({ kind: 'same', text: a[i] ?? '' });
      [i, j] = [i + 1, j + 1];
    } else if (j >= b.length || (i < a.length && (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))) {
      pieces.push({ kind: 'removed', text: a[i] ?? '' });
      i += 1;
    } else {
      pieces.push({ kind: 'added', text: b[j] ?? '' });
      j += 1;
    }
  }
  return pieces;
}

function joined(pieces: readonly Piece[]): Piece[] {
  const made: Piece[] = [];
  for (const piece of pieces) {
    const last = made.at(-1);
    if (last?.kind === piece.kind) made[made.length - 1] = { kind: last.kind, text: last.text + piece.text };
    else if (piece.text !== '') made.push(piece);
  }
  return made;
}

/** Two texts word by word; Chinese is parted into words as well. What is `same` or `removed` makes up the earlier text, `same` or `added` the later. */
export function wordDifference(before: string, after: string): Piece[] {
  const [a, b] = [wordsIn(before), wordsIn(after)];
  const start = commonStart(a, b);
  const end = commonStart(a.slice(start).toReversed(), b.slice(start).toReversed());
  const same = (text: string): Piece => ({ kind: 'same', text });
  return joined([same(a.slice(0, start).join('')), ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)), same(a.slice(a.length - end).join(''))]);
}

/** The same with long unchanged passages cut to what stands beside a change; `…` where words were left out. */
export function nearby(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, index) => {
    const characters = [...piece.text];
    if (piece.kind !== 'same') return piece;
    const head = index === 0 ? 0 : AROUND;
    const tail = index === pieces.length - 1 ? 0 : AROUND;
    if (characters.length <= head + tail + 8) return piece;
    return { kind: 'same', text: `${characters.slice(0, head).join('')}\u2026${tail > 0 ? characters.slice(-tail).join('') : ''}` };
  });
}
