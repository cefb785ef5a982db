import { useRef, useState } from 'react';
import { callOperation } from '#platform/web/client.ts';
import { useLocale, useMessages } from '#platform/web/i18n.tsx';
import { problemText } from '#platform/web/problem-text.ts';
import { Banner } from '#platform/web/ui/Banner.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import { Field } from '#platform/web/ui/Field.tsx';
import { FileDrop } from '#platform/web/ui/FileDrop.tsx';
import { Columns, Section } from '#platform/web/ui/Page.tsx';
import { readDocument, readPasted } from '../document.contract.ts';
import { importWebMessages } from '../document.import.web.messages.ts';
import type { Understanding } from '#features/reading/reading.contract.ts';
import css from './import.module.css';

const MAX_BYTES = 20 * 1024 * 1024;
const ENDINGS = ['.docx', '.xlsx', '.csv', '.txt', '.md', '.tsv', '.html', '.xml'];

export interface ReadImport {
  readonly importId: string;
  readonly name: string;
  readonly understanding: Understanding;
}

/** Where a document comes in: a file, or what is pasted. Reading can be stopped; a refusal says what to do and keeps what was pasted. */
export function ImportSource({ campaignId, onRead }: { readonly campaignId: string; readonly onRead: (read: ReadImport) => void }) {
  const words = useMessages(importWebMessages).source;
  const locale = useLocale();
  const [busy, setBusy] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  const [text, setText] = useState('');
  const [html, setHtml] = useState<string>();
  const stop = useRef<AbortController>(undefined);
  const run = async (name: string, ask: (signal: AbortSignal) => Promise<{ importId: string; understanding: unknown }>) => {
    stop.current = new AbortController();
    setBusy(name);
    setRefusal(undefined);
    try {
      const { importId, understanding } = await ask(stop.current.signal);
      onRead({ importId, name, understanding: understanding as Understanding });
    } catch (error) {
      if (!stop.current.signal.aborted) setRefusal(problemText(error, locale));
    } finally {
      setBusy(undefined);
    }
  };
  const params = { campaignId };
  const readFile = (file: File) => void run(file.name, (signal) => callOperation(readDocument, { params, query: {} }, { file, signal }));
  const readText = () => void run(words.pastedName, (signal) => callOperation(readPasted, { params, body: { text, ...(html === undefined ? {} : { html }) } }, { signal }));
  return (
    <>
      {refusal ? <Banner tone="late">{refusal}</Banner> : null}
      {busy ? <Banner tone="doing" action={<Button small onClick={() => stop.current?.abort()}>{words.cancel}</Button>}>{words.reading(busy)}</Banner> : null}
      <Columns>
        <Section title={words.drop}>
          <FileDrop label={words.drop} endings={ENDINGS} maxBytes={MAX_BYTES} hint={words.dropHint} disabled={busy !== undefined} onFiles={(files) => files[0] && readFile(files[0])} />
          <ul className={css['finds']}>{words.finds.map((line) => <li key={line}>{line}</li>)}</ul>
        </Section>
        <Section title={words.paste}>
          <Field label={words.pasteLabel} hint={words.pasteHint}>
            {(control) => (
              <textarea
                {...control}
                className={`${control.className} ${css['paste']}`}
                value={text}
                onChange={(event) => setText(event.target.value)}
                onPaste={(event) => setHtml(text === '' ? event.clipboardData.getData('text/html') || undefined : undefined)}
              />
            )}
          </Field>
          <div className={css['read']}><Button kind="primary" disabled={text.trim() === ''} busy={busy !== undefined} onClick={readText}>{words.read}</Button></div>
        </Section>
      </Columns>
    </>
  );
}
