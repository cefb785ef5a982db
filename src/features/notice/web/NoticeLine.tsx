import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import type { NoticeView } from '../notice.contract.ts';
import { noticeWebMessages } from '../notice.web.messages.ts';
import css from './notices.module.css';
import { isUnread } from './useNotices.ts';

/** One notice as a link to what it is about. */
export function NoticeLine({ notice, onOpen, withTopic = false }: { readonly notice: NoticeView; readonly onOpen: () => void; readonly withTopic?: boolean }) {
  const words = useMessages(noticeWebMessages);
  const formats = useFormats();
  const unread = isUnread(notice);
  return (
    <Link to={notice.link} className={`${css['line']} ${unread ? css['unread'] : ''}`} onClick={onOpen}>
      <span className={css['dot']}>{unread ? <span className="visually-hidden">{words.bell.unread}</span> : null}</span>
      <span className={css['said']}>
        <span className={css['title']}>{notice.title}</span>
        {notice.text === '' ? null : <span className={css['text']}>{notice.text}</span>}
        <span className={css['facts']}>
          <time dateTime={notice.createdAt} title={formats.dateTime(notice.createdAt)}>{formats.ago(notice.createdAt)}</time>
          {withTopic ? <span>{words.topics[notice.topic]}</span> : null}
          {notice.settledAt ? <StateTag tone="done">{words.bell.settled}</StateTag> : null}
        </span>
      </span>
    </Link>
  );
}
