import { useMessages } from '#platform/web/i18n.tsx';
import { Icon } from '#platform/web/ui/Icon.tsx';
import { planDocumentWebMessages } from '../plan.document.web.messages.ts';
import css from './document.module.css';

export interface OutlineEntry {
  readonly id: string;
  /** With its number: 一、活动主题. */
  readonly name: string;
  readonly written: boolean;
  /** Findings of the check that stand there. */
  readonly marks: number;
}

export interface OutlineProps {
  readonly entries: readonly OutlineEntry[];
  readonly current: string | undefined;
  readonly onOpen: (id: string) => void;
}

/** The sections with what is written and what the check found; one press goes there. */
export function PlanOutline({ entries, current, onOpen }: OutlineProps) {
  const words = useMessages(planDocumentWebMessages);
  return (
    <nav className={css['outline']} aria-label={words.outline}>
      <p>{words.progress(entries.filter((entry) => entry.written).length, entries.length)}</p>
      <ol>
        {entries.map((entry) => (
          <li key={entry.id}>
            <button type="button" aria-current={entry.id === current ? 'location' : undefined} onClick={() => onOpen(entry.id)}>
              <span className={entry.written ? css['writtenMark'] : css['openMark']}>{entry.written ? <Icon name="check" size={12} /> : null}</span>
              <span>{entry.name}<span className="visually-hidden">{entry.written ? words.written : words.unwritten}</span></span>
              {entry.marks > 0 ? <b title={words.marks(entry.marks)}>{entry.marks}<span className="visually-hidden">{words.marks(entry.marks)}</span></b> : null}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
