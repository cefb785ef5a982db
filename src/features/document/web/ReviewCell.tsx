import type { ReactNode } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import { Icon } from '#platform/web/ui/Icon.tsx';
import { importWebMessages } from '../document.import.web.messages.ts';
import type { CellSource } from '../document.review.value.ts';
import css from './import.module.css';

/** A value with the document's own words under it where they differ, and the question where there is one. */
export function ReviewCell({ source, shown, children }: { readonly source: CellSource | undefined; readonly shown: string; readonly children: ReactNode }) {
  const words = useMessages(importWebMessages).review;
  const text = source?.text.trim() ?? '';
  const same = text === '' || text === shown || text.replaceAll(/[,，¥￥\s]/g, '') === shown.replaceAll(/[,¥\s]/g, '');
  if (same && !source?.question) return children;
  return (
    <span className={css['cell']} title={source?.question}>
      <span>{source?.question ? <span className={css['ask']} role="img" aria-label={source.question}><Icon name="warn" size={12} /></span> : null}{children}</span>
      {same ? null : <small>{words.original(text)}</small>}
    </span>
  );
}
