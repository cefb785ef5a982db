import * as Y from 'yjs';

/**
 * Turning a paragraph into a list, or deleting it, replaces it in the shared document. Words that somebody else was writing in it meanwhile, unseen by
 * who did so, would go with it. They are found here: what an update takes away without naming it, and what arrives in a place that is gone.
 */
export interface LostWords {
  readonly words: string;
  /** Where their paragraph stood among those that are left; null when that is not known any more. */
  readonly index: number | null;
}

/** One piece of it: what is typed sign by sign is kept sign by sign. */
interface Piece extends LostWords {
  readonly client: number;
  readonly clock: number;
}

/** The pieces that one writer lost from one paragraph, as one. */
function joined(pieces: readonly Piece[]): LostWords[] {
  const lost: { words: string; index: number | null; client: number; end: number }[] = [];
  for (const { words, index, client, clock } of pieces) {
    const last = lost.at(-1);
    if (last?.client === client && last.index === index) {
      last.words += last.end === clock ? words : ` ${words}`;
      last.end = clock + words.length;
    } else lost.push({ words, index, client, end: clock + words.length });
  }
  return lost.filter(({ words }) => words.trim() !== '');
}

type Decoded = ReturnType<typeof Y.decodeUpdate>;

/** The signs of a piece of text that the update does not itself delete. */
function unnamed(text: string, client: number, clock: number, { ds }: Decoded): string {
  return Array.from({ length: text.length }, (_, at) => (Y.isDeleted(ds, Y.createID(client, clock + at)) ? '' : text.charAt(at))).join('');
}

function placeOf(item: Y.Item, fragment: Y.XmlFragment): number | null {
  let top: Y.Item | null = item;
  while (top && top.parent !== fragment) top = top.parent instanceof Y.AbstractType ? top.parent._item : null;
  if (!top) return null;
  let index = 0;
  for (let left = top.left; left; left = left.left) if (!left.deleted) index += left.length;
  return index;
}

/** Words that stood in the document and go with what the update deletes, and new ones whose place is deleted but still known. */
function taken(transaction: Y.Transaction, decoded: Decoded, fragment: Y.XmlFragment): Piece[] {
  const lost: Piece[] = [];
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return;
    const words = unnamed(struct.content.str, struct.id.client, struct.id.clock, decoded);
    if (words !== '') lost.push({ ...struct.id, words, index: placeOf(struct, fragment) });
  });
  return lost;
}

/** New words whose place was forgotten long ago. */
function homeless(doc: Y.Doc, known: ReadonlyMap<number, number>, decoded: Decoded): Piece[] {
  return decoded.structs.flatMap((struct): Piece[] => {
    const { client, clock } = struct.id;
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString) || clock < (known.get(client) ?? 0)) return [];
    const stored = doc.store.clients.get(client) ?? [];
    if (!(stored[Y.findIndexSS(stored, clock)] instanceof Y.GC)) return [];
    const words = unnamed(struct.content.str, client, clock, decoded);
    return words === '' ? [] : [{ client, clock, words, index: null }];
  });
}

/**
 * Applies an update and returns the words that others lose by it, or that it loses by others, in the order in which they stood.
 * @throws when the bytes are no update.
 */
export function applyWatched(doc: Y.Doc, update: Uint8Array, field: string): LostWords[] {
  const decoded = Y.decodeUpdate(update);
  const known = Y.decodeStateVector(Y.encodeStateVector(doc));
  const lost: Piece[] = [];
  const fragment = doc.getXmlFragment(field);
  const watch = (transaction: Y.Transaction) => void lost.push(...taken(transaction, decoded, fragment));
  doc.on('afterTransaction', watch);
  try {
    Y.applyUpdate(doc, update);
  } finally {
    doc.off('afterTransaction', watch);
  }
  return doc.store.pendingStructs ? [] : joined([...lost, ...homeless(doc, known, decoded)]);
}

/** Puts lost words back, each as a paragraph of its own where it stood, or at the end. */
export function putBack(doc: Y.Doc, lost: readonly LostWords[], field: string): void {
  const fragment = doc.getXmlFragment(field);
  const end = fragment.length;
  doc.transact(() => {
    // From the last backwards, so that no place moves before its turn.
    for (const { words, index } of lost.toSorted((a, b) => (a.index ?? end) - (b.index ?? end)).toReversed()) {
      const [paragraph, text] = [new Y.XmlElement('paragraph'), new Y.XmlText()];
      text.insert(0, words);
      paragraph.insert(0, [text]);
      fragment.insert(Math.min(index ?? end, end), [paragraph]);
    }
  });
}
