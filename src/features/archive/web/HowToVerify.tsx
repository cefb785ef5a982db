import { useState } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import { archiveWebMessages } from '../archive.web.messages.ts';
import css from './archive.module.css';

/** The command that checks an archive anywhere, without this server. */
export function HowToVerify() {
  const words = useMessages(archiveWebMessages).verify;
  const [copied, setCopied] = useState(false);
  const command = words.command(words.file);
  const copy = async () => {
    await navigator.clipboard.writeText(command);
    setCopied(true);
  };
  return (
    <Section title={words.title}>
      <p className={css['lead']}>{words.text}</p>
      <div className={css['command']}>
        <code>{command}</code>
        {/* Without a secure context a browser has no clipboard; the text can still be selected. */}
        {'clipboard' in navigator ? <Button small onClick={() => void copy()}>{copied ? words.copied : words.copy}</Button> : null}
      </div>
    </Section>
  );
}
