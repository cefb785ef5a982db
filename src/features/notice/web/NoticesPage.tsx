import { addDays, dayIn } from '#platform/shared/calendar.ts';
import type { Day } from '#platform/shared/calendar.ts';
import { useFormats, useMessages, useTimeZone } from '#platform/web/i18n.tsx';
import { useSearch } from '#platform/web/navigation.tsx';
import { usePaged } from '#platform/web/paged.ts';
import { Button, LinkButton } from '#platform/web/ui/Button.tsx';
import { Page, Section } from '#platform/web/ui/Page.tsx';
import { EmptyState, Loaded } from '#platform/web/ui/States.tsx';
import { Switch } from '#platform/web/ui/Tabs.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { listNotices } from '../notice.contract.ts';
import type { NoticeView } from '../notice.contract.ts';
import { noticeWebMessages } from '../notice.web.messages.ts';
import { NoticeLine } from './NoticeLine.tsx';
import css from './notices.module.css';
import { isUnread, useReading } from './useNotices.ts';

/** The heading of a day: today, yesterday, else its date. */
function useDayName(): (day: Day) => string {
  const words = useMessages(noticeWebMessages).page.days;
  const formats = useFormats();
  const today = dayIn(useTimeZone());
  return (day) => (day === today ? words.today : day === addDays(today, -1) ? words.yesterday : formats.day(day, day.slice(0, 4) !== today.slice(0, 4)));
}

function Empty({ unreadOnly, showAll }: { readonly unreadOnly: boolean; readonly showAll: () => void }) {
  const words = useMessages(noticeWebMessages).page;
  if (unreadOnly) return <EmptyState title={words.noUnread} actions={<Button onClick={showAll}>{words.showAll}</Button>}>{words.noUnreadHint}</EmptyState>;
  const preview = (
    <ul className={css['sample']}>
      <li className={css['unread']}><span className={css['dot']} /><span className={css['said']}><span className={css['title']}>{words.sample.first}</span><span className={css['text']}>{words.sample.firstText}</span><span className={css['facts']}>{words.sample.ago}</span></span></li>
      <li><span className={css['dot']} /><span className={css['said']}><span className={css['title']}>{words.sample.second}</span><span className={css['facts']}>{words.sample.earlier}</span></span></li>
    </ul>
  );
  return <EmptyState title={words.empty} preview={preview} actions={<LinkButton kind="primary" to="/settings/notices">{words.emptyAction}</LinkButton>}>{words.emptyHint}</EmptyState>;
}

function Days({ notices, onOpen }: { readonly notices: readonly NoticeView[]; readonly onOpen: (notice: NoticeView) => void }) {
  const timeZone = useTimeZone();
  const nameOf = useDayName();
  const days = Map.groupBy(notices, (notice) => dayIn(timeZone, new Date(notice.createdAt)));
  return [...days].map(([day, own]) => (
    <Section key={day} title={nameOf(day)}>
      <ul className={css['list']}>{own.map((notice) => <li key={notice.id}><NoticeLine notice={notice} withTopic onOpen={() => onOpen(notice)} /></li>)}</ul>
    </Section>
  ));
}

/** Everything that one was told, latest first. */
export function NoticesPage() {
  const words = useMessages(noticeWebMessages);
  const formats = useFormats();
  const toast = useToast();
  const [search, change] = useSearch();
  const unreadOnly = search['show'] === 'unread';
  const list = usePaged(listNotices, { query: { show: unreadOnly ? 'unread' : 'all' } });
  const reading = useReading();
  const notices = list.pages?.flatMap((page) => page.notices) ?? [];
  const unread = list.pages?.[0]?.unread ?? 0;
  const [newest] = notices;
  const seen = notices.filter(isUnread);
  // The oldest is known only when all the unread ones are on the page.
  const oldest = seen.length === unread ? seen.at(-1) : undefined;
  const verdict = unread === 0 ? words.page.verdict.clear : oldest ? words.page.verdict.unread(unread, formats.ago(oldest.createdAt)) : words.page.verdict.unreadMany(unread);
  const readAll = async () => {
    if (newest && (await reading.readUpTo(newest))) toast.show({ text: words.page.allRead });
  };
  return (
    <Page
      title={words.page.title}
      verdict={list.pages && (notices.length > 0 || unreadOnly) ? verdict : undefined}
      actions={<><LinkButton to="/settings/notices">{words.bell.settings}</LinkButton>{unread > 0 ? <Button busy={reading.busy} onClick={() => void readAll()}>{words.bell.readAll}</Button> : null}</>}
    >
      <div className={css['bar']}>
        <Switch label={words.page.show} value={unreadOnly ? 'unread' : 'all'} onChange={(key) => change({ show: key === 'unread' ? key : undefined })} items={[{ key: 'all', label: words.page.filters.all }, { key: 'unread', label: words.page.filters.unread }]} />
      </div>
      <Loaded query={{ data: list.pages, error: list.error, refetch: list.refetch }} lines={6}>
        {() => (
          <>
            {notices.length === 0 ? <Section><Empty unreadOnly={unreadOnly} showAll={() => change({ show: undefined })} /></Section> : <Days notices={notices} onOpen={(notice) => reading.read(notice)} />}
            {list.hasMore ? <div className={css['foot']}><Button busy={list.busy} onClick={list.more}>{words.page.more}</Button></div> : null}
          </>
        )}
      </Loaded>
    </Page>
  );
}
