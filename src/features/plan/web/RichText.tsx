import { createElement, type ReactNode } from 'react';
import { isSafeAddress, type RichMark, type RichNode, type RichText as Content } from '../plan.section.rules.ts';
import css from './document.module.css';

const TAGS: Readonly<Record<string, string>> = { paragraph: 'p', bulletList: 'ul', orderedList: 'ol', listItem: 'li', blockquote: 'blockquote' };
const MARK_TAGS: Readonly<Record<string, string>> = { bold: 'strong', italic: 'em', underline: 'u' };

function marked(text: ReactNode, { type, attrs }: RichMark): ReactNode {
  if (type === 'link') return isSafeAddress(attrs?.['href']) ? <a href={String(attrs?.['href'])} target="_blank" rel="noopener noreferrer">{text}</a> : text;
  const tag = MARK_TAGS[type];
  return tag ? createElement(tag, null, text) : text;
}

function rendered(node: RichNode, key: number): ReactNode {
  if (node.type === 'text') return <span key={key}>{(node.marks ?? []).reduce<ReactNode>(marked, node.text)}</span>;
  if (node.type === 'hardBreak') return <br key={key} />;
  if (node.type === 'horizontalRule') return <hr key={key} />;
  const children = (node.content ?? []).map(rendered);
  // Inside a section, whose own heading is the second level.
  if (node.type === 'heading') return createElement(node.attrs?.['level'] === 3 ? 'h4' : 'h3', { key }, ...children);
  return createElement(TAGS[node.type] ?? 'div', { key, ...(node.type === 'orderedList' && typeof node.attrs?.['start'] === 'number' ? { start: node.attrs['start'] } : {}) }, ...children);
}

/** A section's text to read. */
export function RichText({ content }: { readonly content: Content }) {
  return <div className={css['text']}>{content.content.map(rendered)}</div>;
}
