import { useState, type ReactNode } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { Icon } from '#platform/web/ui/Icon.tsx';
import { planDocumentWebMessages } from '../plan.document.web.messages.ts';
import css from './document.module.css';
import { PlanOutline, type OutlineEntry } from './PlanOutline.tsx';

interface PhoneSectionsProps {
  readonly entries: readonly OutlineEntry[];
  readonly current: string;
  readonly onOpen: (id: string) => void;
  readonly add: ReactNode;
  readonly children: (id: string) => ReactNode;
}

/** One section at a time, the others in a sheet, the next at the thumb. */
export function PhoneSections({ entries, current, onOpen, add, children }: PhoneSectionsProps) {
  const words = useMessages(planDocumentWebMessages);
  const [choosing, setChoosing] = useState(false);
  const at = entries.findIndex((entry) => entry.id === current);
  const [before, after] = [entries[at - 1], entries[at + 1]];
  const go = (id: string) => {
    setChoosing(false);
    onOpen(id);
    document.querySelector('main')?.scrollTo({ top: 0 });
    window.scrollTo({ top: 0 });
  };
  return (
    <div className={css['phone']}>
      <button type="button" className={css['chooser']} aria-haspopup="dialog" onClick={() => setChoosing(true)}>
        <Icon name="list" />
        <span>{entries[at]?.name}</span>
        <small>{words.progress(entries.filter((entry) => entry.written).length, entries.length)}</small>
        <Icon name="down" />
      </button>
      <Dialog open={choosing} title={words.outlineOpen} onClose={() => setChoosing(false)}>
        <PlanOutline entries={entries} current={current} onOpen={go} />
        {add}
      </Dialog>
      <article className={css['paper']}>{children(current)}</article>
      <div className={css['pager']}>
        {before ? <Button icon="left" onClick={() => go(before.id)}>{words.previous}</Button> : <span />}
        {after ? <Button onClick={() => go(after.id)}>{words.next}<Icon name="right" /></Button> : null}
      </div>
    </div>
  );
}
