import { useState } from 'react';
import { useMessages } from '../i18n.tsx';
import css from './Hash.module.css';
import { hashMessages } from './hash.messages.ts';

const SHORT = 10;

/** A SHA-256: its beginning, the whole of it on demand. */
export function Hash({ value }: { readonly value: string }) {
  const words = useMessages(hashMessages);
  const [whole, setWhole] = useState(false);
  return (
    <button type="button" className={css['hash']} aria-expanded={whole} aria-label={`${words.name} ${whole ? value : value.slice(0, SHORT)}, ${whole ? words.hide : words.show}`} title={whole ? words.hide : value} onClick={() => setWhole(!whole)}>
      {whole ? value : `${value.slice(0, SHORT)}…`}
    </button>
  );
}
