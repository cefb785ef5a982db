import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { CopyButton } from '#platform/web/ui/CopyButton.tsx';
import { Banner } from '#platform/web/ui/Banner.tsx';
import { planDocumentWebMessages } from '../plan.document.web.messages.ts';
import type { PlanSection } from '../plan.section.contract.ts';
import css from './document.module.css';
import type { SectionSync, SyncState } from './SectionSync.ts';

interface SyncNoteProps {
  readonly sync: SectionSync;
  readonly state: SyncState;
  readonly section: PlanSection;
  readonly textOf: () => string;
}

/** Where the words are: saved, on their way, only here. Words that could not be saved can be copied. */
export function SyncNote({ sync, state, section, textOf }: SyncNoteProps) {
  const words = useMessages(planDocumentWebMessages);
  const formats = useFormats();
  if (state === 'frozen' || state === 'gone' || state === 'refused') {
    if (!sync.isAhead) return null;
    return <Banner tone="late" action={<CopyButton small {...words.lost} label={words.lost.copy} text={textOf()} />}>{state === 'refused' ? sync.reason || words.sync.refused : words.sync[state]}</Banner>;
  }
  const said = state === 'saved' && section.updatedBy ? words.sync.savedBy(section.updatedBy, formats.ago(section.updatedAt)) : words.sync[state];
  const silent = state === 'saved' && section.updatedBy === null;
  return <p className={css['sync']} role="status">{silent ? '' : said}</p>;
}
