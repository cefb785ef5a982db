import { useState } from 'react';

/** The text of a field whose value is not text: kept as typed, so that "1." does not jump to "1". */
export function useDraft<V>(value: V | null, show: (value: V | null) => string, read: (text: string) => V | undefined, onChange: (value: V | null) => void) {
  const [text, setText] = useState(() => show(value));
  const [sent, setSent] = useState(value);
  if (value !== sent) {
    setSent(value);
    setText(show(value));
  }
  const type = (next: string) => {
    setText(next);
    const parsed = next.trim() === '' ? null : (read(next) ?? null);
    setSent(parsed);
    onChange(parsed);
  };
  return { text, type, wrong: text.trim() !== '' && read(text) === undefined };
}
