import { useMessages } from '#platform/web/i18n.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import { archiveWebMessages } from '../archive.web.messages.ts';
import css from './archive.module.css';

/** What an archive consists of, before there is one. */
export function ArchivePlan() {
  const words = useMessages(archiveWebMessages).content;
  return (
    <Section title={words.title}>
      <p className={css['lead']}>{words.text}</p>
      <dl className={css['plan']}>
        {Object.entries(words.items).map(([key, [name, what]]) => <div key={key}><dt>{name}</dt><dd>{what}</dd></div>)}
      </dl>
    </Section>
  );
}
