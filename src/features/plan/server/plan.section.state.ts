import * as Y from 'yjs';
import { isSafeAddress, MARKS, NODES, wordsOf, type RichMark, type RichNode, type RichText } from '../plan.section.rules.ts';
import { applyWatched, putBack, type LostWords } from './plan.section.rescue.ts';

/** Where in the shared document the text lies; the editor uses the same name. */
const FIELD = 'text';
/** About 700 pages. What is larger is no section of a plan. */
const MAX_STATE_BYTES = 2_000_000;
/** Deeper than any list that a person makes. */
const MAX_DEPTH = 24;

export interface SectionState {
  readonly state: Buffer;
  readonly content: RichText;
  readonly words: string;
}

/** `behind`: the update builds on one that is not here. `unreadable`: it is no text of ours. `full`: too long. `same`: it is in already. */
export type Merged = { readonly outcome: 'merged'; readonly next: SectionState; readonly updates: readonly Buffer[] } | { readonly outcome: 'same' } | { readonly outcome: 'behind' | 'unreadable' | 'full' };

function open(state: Uint8Array | null): Y.Doc {
  const doc = new Y.Doc();
  if (state) Y.applyUpdate(doc, state);
  return doc;
}

/** The shared text with one more update in it. The order of updates does not matter, and a repeated one changes nothing. */
export function mergeUpdate(state: Uint8Array | null, update: Uint8Array): Merged {
  const doc = open(state);
  let changed = false;
  doc.on('update', () => {
    changed = true;
  });
  let lost: readonly LostWords[];
  try {
    lost = applyWatched(doc, update, FIELD);
  } catch {
    return { outcome: 'unreadable' };
  }
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return { outcome: 'behind' };
  if (!changed) return { outcome: 'same' };
  if (lost.length === 0) return finish(doc, [Buffer.from(update)]);
  const before = Y.encodeStateVector(doc);
  putBack(doc, lost, FIELD);
  return finish(doc, [Buffer.from(update), Buffer.from(Y.encodeStateAsUpdate(doc, before))]);
}

/** The shared text after the server wrote `blocks` at its end; with `replace`, in place of all that stood there. */
export function writeBlocks(state: Uint8Array | null, blocks: readonly RichNode[], { replace }: { readonly replace: boolean }): Merged {
  const doc = open(state);
  const before = Y.encodeStateVector(doc);
  const fragment = doc.getXmlFragment(FIELD);
  doc.transact(() => {
    if (replace) fragment.delete(0, fragment.length);
    fragment.insert(fragment.length, blocks.map(elementOf));
  });
  return finish(doc, [Buffer.from(Y.encodeStateAsUpdate(doc, before))]);
}

function finish(doc: Y.Doc, updates: readonly Buffer[]): Merged {
  const content = readText(doc);
  if (!content) return { outcome: 'unreadable' };
  const state = Buffer.from(Y.encodeStateAsUpdate(doc));
  if (state.length > MAX_STATE_BYTES) return { outcome: 'full' };
  return { outcome: 'merged', next: { state, content, words: wordsOf(content) }, updates };
}

/** The text as ProseMirror's JSON; undefined when there is anything in the document that is no text of ours. */
function readText(doc: Y.Doc): RichText | undefined {
  const names = [...doc.share.keys()];
  if (names.some((name) => name !== FIELD)) return undefined;
  try {
    return { type: 'doc', content: doc.getXmlFragment(FIELD).toArray().flatMap((item) => nodesOf(item, 0)) };
  } catch {
    return undefined;
  }
}

interface Delta {
  readonly insert: unknown;
  readonly attributes?: Record<string, unknown>;
}

function nodesOf(item: unknown, depth: number): RichNode[] {
  if (depth > MAX_DEPTH) throw new RangeError('too deep');
  if (item instanceof Y.XmlText) return (item.toDelta() as Delta[]).map(textNode);
  if (!(item instanceof Y.XmlElement)) throw new TypeError('no element');
  const allowed = NODES[item.nodeName];
  const attrs = item.getAttributes() as Record<string, unknown>;
  if (!allowed || !isKnown(attrs, allowed)) throw new TypeError(`unknown node ${item.nodeName}`);
  const content = item.toArray().flatMap((child) => nodesOf(child, depth + 1));
  return [{ type: item.nodeName, ...(Object.keys(attrs).length > 0 ? { attrs } : {}), ...(content.length > 0 ? { content } : {}) }];
}

function textNode({ insert, attributes }: Delta): RichNode {
  if (typeof insert !== 'string') throw new TypeError('no text');
  const marks = Object.entries(attributes ?? {}).map(([name, attrs]) => markOf(name, attrs));
  return { type: 'text', text: insert, ...(marks.length > 0 ? { marks } : {}) };
}

function markOf(written: string, attrs: unknown): RichMark {
  // The editor's binding writes marks that may overlap with a hash behind their name.
  const type = written.replace(/--[A-Za-z0-9+/=]{8}$/, '');
  const allowed = MARKS[type];
  const known = typeof attrs === 'object' && attrs !== null ? (attrs as Record<string, unknown>) : {};
  if (!allowed || !isKnown(known, allowed)) throw new TypeError(`unknown mark ${type}`);
  if (type !== 'link') return { type };
  if (!isSafeAddress(known['href'])) throw new TypeError('unsafe address');
  return { type, attrs: { href: known['href'] } };
}

function isKnown(attrs: Readonly<Record<string, unknown>>, allowed: readonly string[]): boolean {
  return Object.entries(attrs).every(([name, value]) => allowed.includes(name) && (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'));
}

function elementOf(node: RichNode): Y.XmlElement | Y.XmlText {
  if (node.type === 'text') {
    const text = new Y.XmlText();
    text.insert(0, node.text ?? '', Object.fromEntries((node.marks ?? []).map((mark) => [mark.type, mark.attrs ?? {}])));
    return text;
  }
  const element = new Y.XmlElement(node.type);
  for (const [name, value] of Object.entries(node.attrs ?? {})) if (value !== null && value !== undefined) element.setAttribute(name, value as string);
  element.insert(0, (node.content ?? []).map(elementOf));
  return element;
}
