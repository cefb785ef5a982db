import { useEffect, useId, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import { Icon } from '#platform/web/ui/Icon.tsx';
import { Popup } from '#platform/web/ui/Popup.tsx';
import { Loaded } from '#platform/web/ui/States.tsx';
import { noticeWebMessages } from '../notice.web.messages.ts';
import { NoticeLine } from './NoticeLine.tsx';
import css from './notices.module.css';
import { useBell, useReading, useReadOnArrival } from './useNotices.ts';

const MOST = 99;

function Count({ unread }: { readonly unread: number }) {
  const words = useMessages(noticeWebMessages).bell;
  return unread > 0 ? <b className={css['count']} aria-hidden="true">{unread > MOST ? words.many : unread}</b> : null;
}

function Panel({ anchor, id, onClose }: { readonly anchor: RefObject<HTMLButtonElement | null>; readonly id: string; readonly onClose: (back: boolean) => void }) {
  const words = useMessages(noticeWebMessages).bell;
  const bell = useBell();
  const reading = useReading();
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.focus(), []);
  const newest = bell.data?.latest.reduce((last, notice) => (notice.id > last.id ? notice : last), bell.data.latest[0] as (typeof bell.data.latest)[0]);
  return (
    <Popup
      anchor={anchor} onDismiss={() => onClose(false)} tallest={520} className={css['panel'] ?? ''} id={id} role="dialog" aria-label={words.title}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose(true);
      }}
      onBlur={(event) => {
        if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget) && event.relatedTarget !== anchor.current) onClose(false);
      }}
    >
      <div ref={panel} tabIndex={-1} className={css['inside']}>
        <div className={css['head']}>
          <h2>{words.title}</h2>
          {bell.data && newest && bell.data.unread > 0 ? <Button kind="link" busy={reading.busy} onClick={() => void reading.readUpTo(newest)}>{words.readAll}</Button> : null}
        </div>
        <div className={css['scroll']}>
          <Loaded query={bell} lines={4}>
            {({ latest }) => latest.length === 0
              ? <p className={css['none']}>{words.empty}</p>
              : <ul>{latest.map((notice) => <li key={notice.id}><NoticeLine notice={notice} onOpen={() => { reading.read(notice); onClose(false); }} /></li>)}</ul>}
          </Loaded>
        </div>
        <div className={css['ways']}>
          <Link to="/notices" onClick={() => onClose(false)}>{words.all}</Link>
          <Link to="/settings/notices" onClick={() => onClose(false)}>{words.settings}</Link>
        </div>
      </div>
    </Popup>
  );
}

/** The bell of the desktop: what is new, unread first, one click from what it is about. */
export function Bell() {
  const words = useMessages(noticeWebMessages).bell;
  const unread = useBell().data?.unread ?? 0;
  useReadOnArrival();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = (back: boolean) => {
    setOpen(false);
    if (back) button.current?.focus();
  };
  return (
    <>
      <Button ref={button} kind="quiet" className={css['bell']} aria-haspopup="dialog" aria-expanded={open} aria-controls={open ? id : undefined} title={words.title} aria-label={words.name(unread)} onClick={() => setOpen(!open)}>
        <Icon name="bell" size={18} />
        <Count unread={unread} />
      </Button>
      <span className="visually-hidden" role="status">{unread > 0 ? words.name(unread) : ''}</span>
      {open ? <Panel anchor={button} id={id} onClose={close} /> : null}
    </>
  );
}

/** The bell of a phone leads to the page: a panel would be one. */
export function PhoneBell() {
  const words = useMessages(noticeWebMessages).bell;
  const unread = useBell().data?.unread ?? 0;
  useReadOnArrival();
  return (
    <Link to="/notices" className={`${css['bell']} ${css['touch']}`} aria-label={words.name(unread)}>
      <Icon name="bell" size={20} />
      <Count unread={unread} />
    </Link>
  );
}
